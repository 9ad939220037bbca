"""Which paths an output folder can take: inside it, and distinct on every file system.

Knows names. Must never know the disk or what a file holds.
"""

import unicodedata
from collections.abc import Iterable

from backstory.files.failures import PublishError

RENAME = "Change the slug or permalink of one of the pages."


def check_paths(paths: Iterable[str]) -> None:
    """Raise PublishError for a path that leaves the folder, or for two that some file system takes for one.

    Systems that fold case (macOS, Windows) would keep only one of `A.html` and `a.html`, and would mix `A/` with `a/`;
    macOS also takes composed and decomposed letters for the same.
    """
    files: dict[str, str] = {}
    folders: dict[str, str] = {}
    for path in paths:
        if not _inside(path):
            raise PublishError(f'The output "{path}" would lie outside the site.', RENAME)
        _only_spelling(files, path)
        _add_folders(folders, path)
    for folded, path in files.items():
        if folded in folders:
            raise PublishError(f'"{path}" would be both a file and a folder.', RENAME)


def folders_of(path: str) -> tuple[str, ...]:
    """Return the folders that a path lies in, innermost first and without the top: `a/b/c.html` -> `a/b`, `a`."""
    found = []
    while cut := path.rfind("/") + 1:
        path = path[: cut - 1]
        found.append(path)
    return tuple(found)


def _inside(path: str) -> bool:
    if not path or path[0] == "/" or "\\" in path or "\0" in path or path[1:2] == ":":
        return False
    return not any(part in ("", ".", "..") for part in path.split("/"))


def _add_folders(known: dict[str, str], path: str) -> None:
    for folder in folders_of(path):
        if known.get(folder) == folder:  # then its own folders are known too
            return
        _only_spelling(known, folder)


def _only_spelling(known: dict[str, str], path: str) -> None:
    folded = path if path.isascii() and path.islower() else unicodedata.normalize("NFC", path).casefold()
    first = known.setdefault(folded, path)
    if first != path:
        raise PublishError(f'"{first}" and "{path}" are one name on many systems.', RENAME)
