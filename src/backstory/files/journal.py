"""Where two folders can't change places: the site is brought up to date file by file, and a journal says which.

A journal is written when the spare copy is whole and safe. A command that is killed on the way leaves the journal, and
the next command finishes what it says. Knows paths. Must never know why a file changed.
"""

import os
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from backstory.files.exchange import make_safe, make_safe_one
from backstory.files.folder import Folder, share
from backstory.files.manifest import Manifest, Written, keep_manifest, manifest_of
from backstory.files.survey import parent, stamp


class Journal(Struct, frozen=True):
    """What is to be done: in the folder with this inode, take the files `put` from the spare copy and remove `gone`."""

    site: int
    put: tuple[str, ...]
    gone: tuple[str, ...]


def copy_over(state: str, site: str, put: tuple[str, ...], gone: tuple[str, ...]) -> None:
    """Bring the site up to what the spare copy holds, under a journal. Raises OSError."""
    name = _name(state)
    Path(name + ".new").write_bytes(msgspec.json.encode(Journal(os.stat(site).st_ino, put, gone)))
    make_safe_one(name + ".new")
    os.replace(name + ".new", name)
    make_safe_one(state)
    finish(state, site)


def finish(state: str, site: str) -> bool:
    """Do what a journal says, if there is one; return whether there was. Raises OSError."""
    name = _name(state)
    journal, spare = _read(name), f"{state}/spare"
    if journal is None:
        return False
    known = manifest_of(state, spare) if os.path.isdir(spare) else None
    if known is not None and os.path.isdir(site) and os.stat(site).st_ino == journal.site:
        _do(state, spare, site, journal, known)
    os.unlink(name)
    return True


def _do(state: str, spare: str, site: str, journal: Journal, known: Manifest) -> None:
    folder = Folder(site)
    for path in journal.gone:
        folder.remove(path)
    for path in journal.put:
        folder.make(parent(path))
        _replace(f"{spare}/{path}", f"{site}/{path}")
    make_safe(site, journal.put, [path for path in folder.folders if os.path.isdir(f"{site}/{path}")])
    files = {path: Written(file.digest, file.size, stamp(f"{site}/{path}")) for path, file in known.files.items()}
    folders = {path: stamp(f"{site}/{path}" if path else site) for path in known.folders}
    keep_manifest(state, site, Manifest(files, folders, known.others))


def _replace(new: str, old: str) -> None:
    between = f"{parent(old)}/.{old.rpartition('/')[2]}.new"
    with suppress(FileNotFoundError):
        os.unlink(between)
    share(new, between)
    os.replace(between, old)
    with suppress(FileNotFoundError):  # rename(2) does nothing where both names are one file already
        os.unlink(between)


def _name(state: str) -> str:
    return f"{state}/journal.json"


def _read(name: str) -> Journal | None:
    try:
        return msgspec.json.decode(Path(name).read_bytes(), type=Journal)
    except (OSError, msgspec.MsgspecError):
        return None
