"""Changes to a folder that nobody else reads yet.

Knows files, links and folders. Must never know which files a site needs. Never writes through a hard link: a file that
is already there is taken away first, so that another folder that shares it keeps what it has.
"""

import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from backstory.files.failures import PublishError
from backstory.files.manifest import Written
from backstory.files.output import Output
from backstory.files.outputpaths import folders_of
from backstory.files.survey import parent

PIECE = 1 << 20
"""Bytes that are copied at a time."""


class Folder:
    """An output folder in the making. `files` and `folders` are the paths that were touched. Methods raise OSError."""

    def __init__(self, where: str) -> None:
        self.where = where
        self.files: list[str] = []
        self.folders: dict[str, None] = {}

    def write(self, output: Output, root: Path, digest: str) -> Written:
        """Write an output and return what was written; `digest` is that of its data."""
        path = self._clear(output.path)
        with open(path, "xb") as file:
            if output.copy_of:
                digest = _copy(f"{root}/{output.copy_of}", file.write)
            else:
                file.write(output.contents())
        self.files.append(output.path)
        found = os.stat(path)
        return Written(digest, found.st_size, found.st_mtime_ns)

    def share(self, path: str, other: str) -> None:
        """Take a file (or a symbolic link) over from another folder, as one more name for it."""
        share(f"{other}/{path}", self._clear(path))

    def make(self, path: str) -> None:
        """Make an empty folder."""
        self._make(path.rstrip("/"))

    def remove(self, path: str) -> None:
        """Take a file or an empty folder away, and the folders that it leaves empty."""
        full = f"{self.where}/{path}"
        with suppress(FileNotFoundError):
            os.rmdir(full) if path.endswith("/") else os.unlink(full)
        self._touch(path.rstrip("/"))
        for folder in folders_of(path.rstrip("/")):
            try:
                os.rmdir(f"{self.where}/{folder}")
            except FileNotFoundError:
                pass
            except OSError:  # something is left in it
                return
            self.folders.pop(folder, None)
            self._touch(folder)

    def _clear(self, path: str) -> str:
        """Return the place for a new file: its folders made, and nothing there."""
        self._make(parent(path))
        self._touch(path)
        full = f"{self.where}/{path}"
        with suppress(FileNotFoundError):
            os.unlink(full)
        return full

    def _make(self, folder: str) -> None:
        if not folder or folder in self.folders or os.path.isdir(f"{self.where}/{folder}"):
            return
        self._make(parent(folder))
        os.mkdir(f"{self.where}/{folder}")
        self.folders[folder] = None
        self._touch(folder)

    def _touch(self, path: str) -> None:
        self.folders[parent(path)] = None


def share(old: str, new: str) -> None:
    """Give a file another name, or copy it where the system can't. Raises OSError."""
    try:
        os.link(old, new, follow_symlinks=False)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):
        shutil.copy2(old, new, follow_symlinks=False)


def _copy(source: str, write: Callable[[bytes], object]) -> str:
    digest = hashlib.blake2b(digest_size=16)
    with _opened(source) as file:
        while piece := file.read(PIECE):
            digest.update(piece)
            write(piece)
    return digest.hexdigest()


def _opened(source: str) -> BinaryIO:
    try:
        return open(source, "rb")
    except OSError as problem:
        raise PublishError(f"{source} is gone or can't be read.", "Build again.") from problem
