"""What stands in an output folder today, held against its manifest.

Knows names, stat results and digests. Must never change anything.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from stat import S_ISDIR, S_ISREG

from msgspec import Struct

from backstory.files.manifest import Manifest, Written, remembered
from backstory.files.output import digest_of_file


class Survey(Struct, frozen=True):
    """An output folder as it is. All paths are relative to it.

    `intact`: Backstory's files as they were written. `altered`: Backstory's, changed since by somebody else. `strange`:
    what Backstory never wrote, in order; an empty folder ends with a slash.
    """

    intact: dict[str, Written] = {}
    altered: tuple[str, ...] = ()
    strange: tuple[str, ...] = ()


def survey(folder: str, known: Manifest, *, private: bool = False) -> Survey:
    """Look at every file that the manifest knows, and into every folder whose names have changed.

    Costs a look (stat) for each file and folder; contents are read only where a look doesn't settle it. In a `private`
    folder, where nobody but Backstory changes a file, the files of a folder that has the same names are not looked at.
    Raises OSError when a folder can't be read.
    """
    if private and len(set(_unchanged(folder, known))) == len(known.folders) > 0:
        return Survey(known.files, (), tuple(sorted(known.others)))
    intact: dict[str, Written] = {}
    altered: list[str] = []
    look, above = os.lstat, folder + "/"
    for path, file in known.files.items():
        try:
            found = look(above + path)
        except (FileNotFoundError, NotADirectoryError):
            continue
        if found.st_mtime_ns == file.mtime and found.st_size == file.size and S_ISREG(found.st_mode):
            intact[path] = file
        elif S_ISDIR(found.st_mode):
            continue
        elif _same(f"{folder}/{path}", found, file):
            intact[path] = Written(file.digest, file.size, found.st_mtime_ns)
        else:
            altered.append(path)
    return Survey(intact, tuple(altered), tuple(sorted(_strangers(folder, known))))


def recognized(folder: str, seen: Survey, state: str) -> Survey:
    """Recognize Backstory's own files among the strangers by their digests.

    A folder that was copied, or restored from an archive, has a new inode and so no manifest, or that of another.
    """
    if not seen.strange:
        return seen
    files = remembered(state)
    own = {
        path: Written(files[path].digest, files[path].size, found.st_mtime_ns)
        for path in seen.strange
        if path in files and (found := os.lstat(f"{folder}/{path}")) and _same(f"{folder}/{path}", found, files[path])
    }
    return Survey(seen.intact | own, seen.altered, tuple(path for path in seen.strange if path not in own))


def stamp(path: str) -> int:
    """Return the time of change of a file or folder in nanoseconds. Raises OSError."""
    return os.lstat(path).st_mtime_ns


def parent(path: str) -> str:
    """Return the folder that a path lies in, "" for the top."""
    return path.rpartition("/")[0]


def _same(path: str, found: os.stat_result, file: Written) -> bool:
    return S_ISREG(found.st_mode) and found.st_size == file.size and digest_of_file(path) == file.digest


def _strangers(folder: str, known: Manifest) -> Iterator[str]:
    same = set(_unchanged(folder, known))
    yield from (path for path in known.others if _held_by(path) in same)
    for path in {"", *known.folders} - same:
        yield from _unknown_in(folder, path, known)


def _held_by(path: str) -> str:
    """Return the folder whose list of names says whether this is still there: an empty folder's own."""
    return path[:-1] if path.endswith("/") else parent(path)


def _unchanged(folder: str, known: Manifest) -> Iterator[str]:
    """Yield the folders that have the same names in them as before."""
    look, above = os.lstat, folder + "/"
    for path, mtime in known.folders.items():
        with suppress(FileNotFoundError, NotADirectoryError):
            found = look(above + path if path else folder)
            if found.st_mtime_ns == mtime and S_ISDIR(found.st_mode):
                yield path


def _unknown_in(folder: str, path: str, known: Manifest) -> Iterator[str]:
    """Yield what the manifest does not list in one folder, and everything in folders that it does not know."""
    try:
        with os.scandir(f"{folder}/{path}" if path else folder) as found:
            entries = list(found)
    except (FileNotFoundError, NotADirectoryError):
        return
    if not entries and path:
        yield path + "/"
    for entry in entries:
        inner = f"{path}/{entry.name}" if path else entry.name
        if not entry.is_dir(follow_symlinks=False):
            if inner not in known.files:
                yield inner
        elif inner not in known.folders:
            yield from _unknown_in(folder, inner, known)
