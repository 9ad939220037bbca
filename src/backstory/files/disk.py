"""Answers the input questions from a site's folder and the machine's clock.

Knows paths, bytes and stat results. Must never know what a file means.
"""

import hashlib
import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import backstory
from backstory.engine.keys import Answer, Input, Stamp
from backstory.files import inputs
from backstory.files.pictures.facts import Facts

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
            inputs.source_file: _files(self._root, _bytes),
            inputs.fingerprint: _files(self._root, _print),
            inputs.picture_file: _files(self._root, _facts),
            inputs.listing: Answer(lambda folder: _listing(self._root + folder, self._root)),
            inputs.theme_file: _files(self._theme, _bytes),
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


def _files(root: str, load: Callable[[str], Any]) -> Answer:
    """Answer what is asked of files by their paths below a root."""
    return Answer(
        lambda path: load(root + path),
        lambda path: next(_stamps([root + path])),
        lambda spots: _stamps([root + path for (path,) in spots]),
    )


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


def _facts(path: str) -> Facts:
    from backstory.files.pictures.looking import look

    try:
        with open(path, "rb") as file:
            return look(file)
    except OSError:
        return Facts(trouble="gone")


def _listing(folder: str, root: str) -> tuple[str, ...]:
    found: list[str] = []
    waiting = [folder.rstrip("/")]
    while waiting:
        where = waiting.pop()
        prefix = (where + "/").removeprefix(root).replace(os.sep, "/")
        try:
            with os.scandir(where) as entries:
                for entry in entries:
                    name = entry.name
                    if _hidden(name):
                        continue
                    if not entry.is_dir():
                        found.append(prefix + name)
                    elif not entry.is_symlink():
                        waiting.append(f"{where}/{name}")
        except OSError:  # it is not there, or may not be read
            continue
    return tuple(sorted(found))


def _hidden(name: str) -> bool:
    return name[0] in ".#" or name.endswith(("~", ".swp", ".tmp")) or name in ("__pycache__", "Thumbs.db")


def _stamp(path: str) -> Stamp:
    return next(_stamps([path]))


def _stamps(paths: Sequence[str]) -> Iterator[Stamp]:
    """Yield for each file what a change of it would change too; None where a change just now might not show."""
    look, racy = os.stat, time.time_ns() - RACY
    for path in paths:
        try:
            found = look(path)
        except OSError:
            yield GONE
            continue
        changed = found.st_mtime_ns
        yield (found.st_size, changed, found.st_ino) if changed < racy else None
