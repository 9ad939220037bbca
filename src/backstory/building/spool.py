"""Finished pages on their way to the output folder: in memory while they are few, in a file of their own when many.

Knows paths and bytes. Must never know what is published.
"""

import tempfile
from typing import IO

ROOM = 48 * 1024 * 1024
"""Bytes that may stay in memory."""


class Spool:
    """Holds bytes by path until it is emptied."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._held: dict[str, bytes] = {}
        self._written: dict[str, tuple[int, int]] = {}
        self._file: IO[bytes] | None = None
        self._size = 0

    def put(self, path: str, data: bytes) -> None:
        """Hold bytes for a path, in place of what was held for it."""
        self.drop(path)
        if self._size + len(data) <= self._room:
            self._held[path] = data
            self._size += len(data)
        else:
            self._file = self._file or tempfile.TemporaryFile(prefix="backstory-")
            self._written[path] = self._file.seek(0, 2), len(data)
            self._file.write(data)

    def drop(self, path: str) -> None:
        """Hold nothing for a path any more."""
        self._size -= len(self._held.pop(path, b""))
        self._written.pop(path, None)

    def get(self, path: str) -> bytes | None:
        """Return what is held for a path, or None."""
        if path in self._held or path not in self._written or self._file is None:
            return self._held.get(path)
        start, size = self._written[path]
        self._file.seek(start)
        return self._file.read(size)

    def empty(self) -> None:
        """Hold nothing any more."""
        self._held.clear()
        self._written.clear()
        self._size = 0
        if self._file is not None:
            self._file.close()
            self._file = None
