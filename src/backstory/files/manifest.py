"""What Backstory wrote into an output folder, and what else stood there.

A manifest is kept under `.backstory/published/` by the folder's inode, so that it stays true when two folders change
places. Knows paths, digests and stat results. Must never know what a file holds.
"""

import os
from pathlib import Path

import msgspec
from msgspec import Struct

from backstory.files.exchange import make_safe_one

STATE = ".backstory"
"""The folder for what Backstory remembers between two builds. It can be deleted at any time."""


class Written(Struct, frozen=True, array_like=True, gc=False):
    """A file that Backstory wrote: digest, size in bytes, and time of change in nanoseconds."""

    digest: str
    size: int
    mtime: int


class Manifest(Struct, frozen=True):
    """An output folder. `files` are Backstory's; `others` are not (an empty folder ends with a slash).

    `folders` holds the time of change of each folder in it, "" for itself: a folder whose time is the same has the
    same names in it.
    """

    files: dict[str, Written] = {}
    folders: dict[str, int] = {}
    others: tuple[str, ...] = ()
    version: int = 1


def state_folder(root: Path) -> str:
    """Return `.backstory/` in a site's folder, made if need be and kept out of version control. Raises OSError."""
    state = f"{root}/{STATE}"
    if not os.path.isdir(f"{state}/published"):
        os.makedirs(f"{state}/published", exist_ok=True)
        Path(state, ".gitignore").write_text("*\n", encoding="utf-8")
    return state


def manifest_of(state: str, folder: str) -> Manifest | None:
    """Return the manifest of exactly this folder, or None when there is none or it is damaged."""
    return _read(_name(state, folder))


def remembered(state: str) -> dict[str, Written]:
    """Return what Backstory wrote into any folder it remembers, by path; the latest stands."""
    files: dict[str, Written] = {}
    for name in sorted(Path(state, "published").glob("*.json"), key=lambda path: path.stat().st_mtime_ns):
        found = _read(str(name))
        files |= found.files if found else {}
    return files


def keep_manifest(state: str, folder: str, manifest: Manifest) -> None:
    """Write a folder's manifest, in one step. Raises OSError."""
    name = _name(state, folder)
    Path(name + ".new").write_bytes(msgspec.json.encode(manifest))
    make_safe_one(name + ".new")
    os.replace(name + ".new", name)
    make_safe_one(f"{state}/published")


def drop_manifest(state: str, folder: str) -> None:
    """Forget a folder's manifest, before the folder is changed."""
    Path(_name(state, folder)).unlink(missing_ok=True)
    make_safe_one(f"{state}/published")


def drop_other_manifests(state: str, *folders: str) -> None:
    """Forget the manifests of all but these folders."""
    kept = {_name(state, folder) for folder in folders if os.path.isdir(folder)}
    for name in Path(state, "published").glob("*"):
        if str(name) not in kept:
            name.unlink(missing_ok=True)


def _name(state: str, folder: str) -> str:
    return f"{state}/published/{os.stat(folder).st_ino}.json"


def _read(name: str) -> Manifest | None:
    try:
        found = msgspec.json.decode(Path(name).read_bytes(), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return None
    return found if found.version == 1 else None
