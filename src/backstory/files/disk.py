"""Answers the input questions from a site's folder and the machine's clock.

Knows paths, bytes and stat results. Must never know what a file means.
"""

import hashlib
import os
import time
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import backstory
from backstory.engine.keys import Answer, Input
from backstory.files import inputs

Stamp = tuple[int, int, int]

GONE: Stamp = (-1, 0, 0)
"""The stamp of a file that is not there."""
GIT_LOG = ".git/logs/HEAD"
"""What git writes to at each commit."""
RACY = 100_000_000
"""Nanoseconds: a file that was changed so shortly before it was read could change again within one tick of the disk's
clock, so what was read is not kept."""


class Disk:
    """A site's folder. A file need be read again only when its size, time or inode has changed."""

    def __init__(self, root: Path, *, date: str = "", options: Mapping[str, str] | None = None) -> None:
        self._root = f"{root}/"
        self._theme = f"{os.path.dirname(backstory.__file__)}/theme/"
        self._date = date
        self._options = tuple(sorted((options or {}).items()))

    def world(self) -> dict[Input[Any, Any], Answer]:
        """Return the answers to every input question."""
        return {
            inputs.source_file: Answer(lambda path: _bytes(self._root + path), lambda path: _stamp(self._root + path)),
            inputs.fingerprint: Answer(lambda path: _print(self._root + path), lambda path: _stamp(self._root + path)),
            inputs.listing: Answer(lambda folder: _listing(self._root + folder, self._root)),
            inputs.theme_file: Answer(lambda path: _bytes(self._theme + path), lambda path: _stamp(self._theme + path)),
            inputs.theme_listing: Answer(lambda: _listing(self._theme, self._theme)),
            inputs.history: Answer(self._history, lambda path: _stamp(self._root + GIT_LOG)),
            inputs.today: Answer(self._today),
            inputs.choices: Answer(lambda: self._options),
        }

    def _history(self, path: str) -> tuple[tuple[str, str], ...]:
        from backstory.files.history import versions

        return tuple((each.day, each.text) for each in versions(Path(self._root), path))

    def _today(self, zone: str) -> str:
        return self._date or datetime.now(ZoneInfo(zone)).date().isoformat()


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:  # it is not there, or may not be read
        return None


def _print(path: str) -> str:
    try:
        with open(path, "rb") as file:
            return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
    except OSError:
        return ""


def _listing(folder: str, root: str) -> tuple[str, ...]:
    found: list[str] = []
    for where, folders, names in os.walk(folder.rstrip("/")):
        folders[:] = [name for name in folders if not _hidden(name)]
        prefix = (where + "/").removeprefix(root).replace(os.sep, "/")
        found += [prefix + name for name in names if not _hidden(name)]
    return tuple(sorted(found))


def _hidden(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")) or name in ("__pycache__", "Thumbs.db")


def _stamp(path: str) -> Stamp | None:
    """Return what a change of a file would change too; None where a change just now might not show."""
    try:
        found = os.stat(path)
    except OSError:
        return GONE
    settled = time.time_ns() - found.st_mtime_ns > RACY
    return (found.st_size, found.st_mtime_ns, found.st_ino) if settled else None
