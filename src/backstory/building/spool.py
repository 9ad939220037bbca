"""Finished pages on their way to the output folder: in memory while they are few, in a file of their own when many.

Knows paths and bytes. Must never know what is published.
"""

from tempfile import SpooledTemporaryFile

ROOM = 48 * 1024 * 1024
"""Bytes that may stay in memory."""


class Spool:
    """Holds bytes by path until it is thrown away."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._file = SpooledTemporaryFile(max_size=room)  # noqa: SIM115 (it stays open as long as the spool lives)
        self._places: dict[str, tuple[int, int]] = {}
        self._waste = 0

    @property
    def size(self) -> int:
        """The bytes that the spool takes up, used or not."""
        return self._file.seek(0, 2)

    def put(self, path: str, data: bytes) -> None:
        """Hold bytes for a path, in place of what was held for it."""
        self.drop(path)
        self._places[path] = self._file.seek(0, 2), len(data)
        self._file.write(data)

    def drop(self, path: str) -> None:
        """Hold nothing for a path any more. Room that nothing uses is given back when it is much."""
        self._waste += self._places.pop(path, (0, 0))[1]
        if self._waste > self._room:
            held = {path: self.get(path) or b"" for path in self._places}
            self._file.seek(0)
            self._file.truncate()
            self._waste = 0
            for each, data in held.items():
                self._places[each] = self._file.tell(), len(data)
                self._file.write(data)

    def get(self, path: str) -> bytes | None:
        """Return what is held for a path, or None."""
        if path not in self._places:
            return None
        start, size = self._places[path]
        self._file.seek(start)
        return self._file.read(size)
