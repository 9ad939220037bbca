"""The spare copy of an output folder, brought up to date beside it.

Knows which file to share with the site and which to write. Must never change the site.
"""

import os
import shutil
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from msgspec import Struct

from backstory.files.change import Change
from backstory.files.exchange import make_safe
from backstory.files.folder import Folder
from backstory.files.manifest import Manifest, Written, drop_manifest, keep_manifest, manifest_of
from backstory.files.output import Output
from backstory.files.outputpaths import folders_of
from backstory.files.survey import Survey, stamp, survey


class Spare(Struct, frozen=True):
    """The spare copy as it stands: its place, its manifest, and what is really in it."""

    where: str
    known: Manifest
    seen: Survey

    @property
    def stranded(self) -> tuple[str, ...]:
        """What somebody put into the site in the moment before it became the spare copy."""
        others = set(self.known.others)
        return tuple(path for path in self.seen.strange if path not in others and not path.endswith("/"))


def spare_copy(state: str) -> Spare:
    """Return the spare copy; one that a killed build left half done is dropped and begun again. Raises OSError."""
    where = f"{state}/spare"
    known = manifest_of(state, where) if os.path.isdir(where) else None
    if known is not None:
        # Its files are the site's under another name, where a change of them shows, or older ones that are replaced.
        return Spare(where, known, survey(where, known, private=True))
    shutil.rmtree(where, ignore_errors=True)
    os.makedirs(where)
    return Spare(where, Manifest(), Survey())


def bring_up_to_date(
    state: str, spare: Spare, site: str, change: Change, outputs: Mapping[str, Output], root: Path
) -> None:
    """Make the spare copy what the site should be, safe on the disk. Raises OSError, and then it is gone."""
    drop_manifest(state, spare.where)
    folder = Folder(spare.where)
    try:
        _remove_surplus(folder, spare.seen, outputs, change.foreign)
        _take_over_foreign(folder, site, change.foreign)
        files = _fill(folder, spare.seen, site, change, outputs, root)
        if os.path.isdir(site):
            shutil.copymode(site, spare.where)
        touched = [path for path in folder.folders if os.path.isdir(f"{spare.where}/{path}")]
        stamps = _stamps(spare, touched, (*outputs, *change.foreign))
        make_safe(spare.where, folder.files, touched)
        keep_manifest(state, spare.where, Manifest(files, stamps, change.foreign))
    except BaseException:
        shutil.rmtree(spare.where, ignore_errors=True)
        raise


def _remove_surplus(folder: Folder, seen: Survey, outputs: Mapping[str, Output], foreign: Iterable[str]) -> None:
    wanted = set(foreign)
    for path in (*seen.intact, *seen.altered, *seen.strange):
        if path not in outputs and path not in wanted:
            folder.remove(path)


def _take_over_foreign(folder: Folder, site: str, foreign: Iterable[str]) -> None:
    for path in foreign:
        if path.endswith("/"):
            folder.make(path)
        elif not _same_file(f"{folder.where}/{path}", f"{site}/{path}"):
            folder.share(path, site)


def _same_file(first: str, second: str) -> bool:
    try:
        return os.path.samestat(os.lstat(first), os.lstat(second))
    except FileNotFoundError:
        return False


def _fill(
    folder: Folder, seen: Survey, site: str, change: Change, outputs: Mapping[str, Output], root: Path
) -> dict[str, Written]:
    """Return what the folder's files are now.

    What the site lacks is always written anew, even where the spare copy has it from an earlier day: its time must say
    that it changed, or browsers and rsync would take it for what they have.
    """
    files: dict[str, Written] = {}
    for path, output in outputs.items():
        kept = change.kept.get(path)
        if kept is None:
            files[path] = folder.write(output, root, change.digests[path])
            continue
        if seen.intact.get(path) != kept:
            folder.share(path, site)
        files[path] = kept
    return files


def _stamps(spare: Spare, touched: Iterable[str], paths: Sequence[str]) -> dict[str, int]:
    """Return the time of change of every folder in the spare copy; only what was touched has another than before."""
    if spare.known.files.keys() | set(spare.known.others) == set(paths):
        folders = set(spare.known.folders)
    else:
        folders = {folder for path in paths for folder in folders_of(path)} | {""}
    known = {path: when for path, when in spare.known.folders.items() if path in folders}
    again = [path for path in folders if path not in known] + [path for path in touched if path in folders]
    return known | {path: stamp(f"{spare.where}/{path}" if path else spare.where) for path in again}
