"""Finished pages on their way to the output folder: in memory while they are few, in a file of their own when many.

Knows paths and bytes. Must never know what is published.
"""

from tempfile import SpooledTemporaryFile

ROOM = 48 * 1024 * 1024
"""Bytes that may stay in memory."""


class Spool:
    """Holds bytes by path until it is thrown away."""

    def __init__(self, room: int = ROOM) -> None:
        self._file = SpooledTemporaryFile(max_size=room)  # noqa: SIM115 (it stays open as long as the spool lives)
        self._places: dict[str, tuple[int, int]] = {}

    def put(self, path: str, data: bytes) -> None:
        """Hold bytes for a path, in place of what was held for it."""
        self._places[path] = self._file.seek(0, 2), len(data)
        self._file.write(data)

    def drop(self, path: str) -> None:
        """Hold nothing for a path any more."""
        self._places.pop(path, None)

    def get(self, path: str) -> bytes | None:
        """Return what is held for a path, or None."""
        if path not in self._places:
            return None
        start, size = self._places[path]
        self._file.seek(start)
        return self._file.read(size)
