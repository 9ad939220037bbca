"""Where files that took long to make are kept from build to build: one folder, each file named by what it is made of.

Knows names and bytes. Must never know how a file is made, nor which page shows it. A file on the shelf never changes: a
name stands for its bytes for good. The folder may be deleted at any time.
"""

import os
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path

from backstory.files.output import digest_of, digest_of_file

PATIENCE = 7 * 24 * 3600
"""Seconds for which a file stays that no build wanted: it may belong to a draft, or to another branch."""

DAY = 24 * 3600


class Shelf:
    """A folder of made files. Several threads may put files on it, and several processes."""

    def __init__(self, folder: Path, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._clock = clock
        self._digests: dict[str, str] = {}

    def names(self) -> set[str]:
        """Return the names of all files that are there, whole."""
        try:
            return {name for name in os.listdir(self._folder) if not name.startswith(".")}
        except FileNotFoundError:
            return set()

    def path(self, name: str) -> Path:
        """Return where a file stands, or would stand."""
        return self._folder / name

    def put(self, name: str, data: bytes) -> None:
        """Put a file on the shelf, whole or not at all. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        beside = self._folder / f".{name}.{os.getpid()}"
        beside.write_bytes(data)
        beside.replace(self._folder / name)
        self._digests[name] = digest_of(data)

    def get(self, name: str) -> bytes | None:
        """Return a file's bytes, or None."""
        try:
            return (self._folder / name).read_bytes()
        except FileNotFoundError:
            return None

    def digest(self, name: str) -> str:
        """Return the digest of a file's bytes. Raises OSError."""
        if name not in self._digests:
            self._digests[name] = digest_of_file(str(self._folder / name))
        return self._digests[name]

    @property
    def digests(self) -> dict[str, str]:
        """The digests that are known: what is given back by `remember` need not be read again."""
        return dict(self._digests)

    def remember(self, digests: dict[str, str]) -> None:
        """Take over digests that were known in an earlier command."""
        self._digests |= digests

    def sweep(self, wanted: Iterable[str]) -> None:
        """Remove what has not been wanted for a while, and what a killed build left half written."""
        keep, now = set(wanted), self._clock()
        self._digests = {name: found for name, found in self._digests.items() if name in keep}
        with suppress(FileNotFoundError), os.scandir(self._folder) as entries:
            for entry in entries:
                age = now - entry.stat().st_mtime
                if entry.name in keep:
                    if age > DAY:
                        os.utime(entry.path, (now, now))
                elif age > PATIENCE or (entry.name.startswith(".") and age > DAY):
                    with suppress(OSError):
                        os.unlink(entry.path)
