"""Answers the input questions from a site's folder and the machine's clock.

Knows paths, bytes and stat results. Must never know what a file means.
"""

import hashlib
import os
import time
from collections.abc import Callable, Mapping
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from backstory.engine.keys import Input
from backstory.files import inputs

Stamp = tuple[int, int, int]

RACY = 100_000_000
"""Nanoseconds: a file that was changed so shortly before it was read could change again within one tick of the disk's
clock, so what was read is not kept."""


class Disk:
    """A site's folder. A file's contents are read again only when its size, time or inode has changed."""

    def __init__(self, root: Path, *, date: str = "", options: Mapping[str, str] | None = None) -> None:
        self.root = root
        self._theme = Path(str(files("backstory"))) / "theme"
        self._date = date
        self._options = tuple(sorted((options or {}).items()))
        self._known: dict[Path, tuple[Stamp, bytes]] = {}
        self._prints: dict[Path, tuple[Stamp, str]] = {}

    def world(self) -> dict[Input[Any, Any], Callable[..., Any]]:
        """Return the answers to every input question."""
        return {
            inputs.source_file: lambda path: self._bytes(self.root / path),
            inputs.fingerprint: lambda path: self._fingerprint(self.root / path),
            inputs.listing: lambda folder: self._listing(self.root / folder, self.root),
            inputs.theme_file: lambda path: self._bytes(self._theme / path),
            inputs.theme_listing: lambda: self._listing(self._theme, self._theme),
            inputs.today: self._today,
            inputs.choices: lambda: self._options,
        }

    def _bytes(self, path: Path) -> bytes | None:
        stamp = _stamp(path)
        if stamp is None:
            return None
        known = self._known.get(path)
        if known and known[0] == stamp:
            return known[1]
        try:
            data = path.read_bytes()
        except OSError:  # it vanished between the two looks, or may not be read
            return None
        if _settled(stamp):
            self._known[path] = stamp, data
        return data

    def _fingerprint(self, path: Path) -> str:
        stamp = _stamp(path)
        if stamp is None:
            return ""
        known = self._prints.get(path)
        if known and known[0] == stamp:
            return known[1]
        try:
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
        except OSError:
            return ""
        if _settled(stamp):
            self._prints[path] = stamp, digest
        return digest

    def _listing(self, folder: Path, root: Path) -> tuple[str, ...]:
        found: list[str] = []
        for where, folders, names in os.walk(folder):
            folders[:] = [name for name in folders if not _hidden(name)]
            base = Path(where).relative_to(root).as_posix()
            prefix = "" if base == "." else base + "/"
            found += [prefix + name for name in names if not _hidden(name)]
        return tuple(sorted(found))

    def _today(self, zone: str) -> str:
        return self._date or datetime.now(ZoneInfo(zone)).date().isoformat()


def _settled(stamp: Stamp) -> bool:
    return time.time_ns() - stamp[1] > RACY


def _hidden(name: str) -> bool:
    return name.startswith((".", "#")) or name.endswith(("~", ".swp", ".tmp")) or name in ("__pycache__", "Thumbs.db")


def _stamp(path: Path) -> Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return (found.st_size, found.st_mtime_ns, found.st_ino)
