"""Finished pages on their way to the output folder: in memory while they are few, in a file of their own when many.

Knows paths and bytes. Must never know what is published.
"""

from tempfile import SpooledTemporaryFile

ROOM = 16 * 1024 * 1024
"""Bytes that may stay in memory."""


class Spool:
    """Holds bytes by path until it is thrown away. What was replaced is held too, until `settle`."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._file = SpooledTemporaryFile(max_size=room)  # noqa: SIM115 (it stays open as long as the spool lives)
        self._places: dict[str, tuple[int, int]] = {}
        self._former: dict[str, tuple[int, int]] = {}
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
        """Hold nothing for a path any more, but as what was."""
        place = self._places.pop(path, None)
        if place is not None and self._former.setdefault(path, place) is not place:
            self._waste += place[1]

    def settle(self) -> None:
        """Hold no longer what was replaced. Room that nothing uses is given back when it is much."""
        self._waste += sum(size for _, size in self._former.values())
        self._former.clear()
        if self._waste > self._room:
            held = {path: self._read(place) for path, place in self._places.items()}
            self._file.seek(0)
            self._file.truncate()
            self._waste = 0
            for each, data in held.items():
                self._places[each] = self._file.tell(), len(data)
                self._file.write(data)

    def get(self, path: str) -> bytes | None:
        """Return what is held for a path, or None."""
        return self._read(self._places[path]) if path in self._places else None

    def former(self, path: str) -> bytes | None:
        """Return what was held for a path at the last `settle`, if it was replaced since, or None."""
        return self._read(self._former[path]) if path in self._former else None

    def _read(self, place: tuple[int, int]) -> bytes:
        self._file.seek(place[0])
        return self._file.read(place[1])
