"""A site is published whole or not at all.

A spare copy of the output folder, which shares its unchanged files, is brought up to date; then the two folders change
places in one step. The spare copy is behind by one build, so that this costs what changed. Knows folders and digests.
Must never know what a file means. Whoever calls these functions holds the site's lock (`lock.py`).
"""

import os
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from backstory.files import journal
from backstory.files.change import Change, difference
from backstory.files.exchange import exchange, make_safe_one
from backstory.files.failures import PublishError, in_words
from backstory.files.folder import Folder
from backstory.files.manifest import (
    Manifest,
    drop_other_manifests,
    keep_manifest,
    manifest_of,
    state_folder,
)
from backstory.files.output import Output
from backstory.files.outputpaths import check_paths, folders_of
from backstory.files.spare import Spare, bring_up_to_date, spare_copy
from backstory.files.survey import Survey, recognized, stamp, survey


class Published(Struct, frozen=True):
    """What publishing did. All paths are relative to the output folder, and in order.

    `foreign`: what Backstory did not write; it is kept. `replaced`: the same, but an output needed its place; it is in
    `.backstory/replaced/` now.
    """

    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    foreign: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()


def publish(root: Path, folder: str, outputs: Mapping[str, Output], *, prune_foreign: bool = False) -> Published:
    """Make `folder` (relative to `root`) hold the outputs, beside what it held that is not Backstory's.

    With `prune_foreign` the latter is removed. Only what differs is written; the times of other files stay. Raises
    PublishError, and then the folder is as it was.
    """
    try:
        state, site = state_folder(root), _site(root, folder)
        journal.finish(state, site)
        return _publish(root, state, site, outputs, prune_foreign)
    except OSError as problem:
        raise in_words(problem, folder) from problem


def finish_last(root: Path, folder: str) -> None:
    """Finish what a killed command left half done. Raises PublishError."""
    try:
        if (root / ".backstory" / "journal.json").exists():
            journal.finish(state_folder(root), _site(root, folder))
    except OSError as problem:
        raise in_words(problem, folder) from problem


def _site(root: Path, folder: str) -> str:
    site = os.path.realpath(root / folder)  # a link to the output folder stays a link
    if os.path.exists(site) and not os.path.isdir(site):
        raise PublishError(f'"{folder}" is a file.', "The site needs a folder of that name. Move the file away.")
    return site


def _publish(root: Path, state: str, site: str, outputs: Mapping[str, Output], prune: bool) -> Published:
    exact = manifest_of(state, site) if os.path.isdir(site) else Manifest()
    known = exact or Manifest()
    if not outputs.keys() <= known.files.keys():  # those that stand in the site already were looked at before
        check_paths(outputs)
    seen = recognized(site, survey(site, known), state) if os.path.isdir(site) else Survey()
    change = difference(site, seen, outputs, prune=prune)
    new = not os.path.isdir(site)
    if not change.empty or new:
        _remember(state, site, exact, seen, known)
        change = _bring_out(root, state, site, outputs, change, prune)
        if new:
            _lay_ready(root, state, site, outputs)
    elif exact is None or change.foreign != known.others or change.kept != known.files:
        keep_manifest(state, site, _manifest(site, change))
    return Published(tuple(sorted(change.written)), change.removed, len(change.kept), change.foreign, change.aside)


def _manifest(site: str, change: Change) -> Manifest:
    """Describe a folder that is as it should be."""
    folders = {folder for path in (*change.kept, *change.foreign) for folder in folders_of(path)}
    stamps = {path: stamp(f"{site}/{path}") for path in folders} | {"": stamp(site)}
    return Manifest(change.kept, stamps, change.foreign)


def _remember(state: str, site: str, exact: Manifest | None, seen: Survey, known: Manifest) -> None:
    """Write down what is in the site before it becomes the spare copy: nothing in it is new there then."""
    now = Manifest(seen.intact, known.folders, tuple(sorted((*seen.strange, *seen.altered))))
    if os.path.isdir(site) and now != exact:
        keep_manifest(state, site, now)


def _bring_out(root: Path, state: str, site: str, outputs: Mapping[str, Output], change: Change, prune: bool) -> Change:
    """Write the new site beside the old one and let them change places. Return the change that was made."""
    spare = spare_copy(state)
    if not prune and (back := _bring_back(state, spare, site, outputs)):
        change = msgspec.structs.replace(change, foreign=tuple(sorted({*change.foreign, *back})))
    _set_aside(state, site, change.aside)
    bring_up_to_date(state, spare, site, change, outputs, root)
    _change_places(state, spare.where, site, change)
    return change


def _lay_ready(root: Path, state: str, site: str, outputs: Mapping[str, Output]) -> None:
    """Make the spare copy of a new site, so that the first edit need not wait for it. Without one all is well, too."""
    known = manifest_of(state, site)
    if known is not None:
        with suppress(OSError):
            bring_up_to_date(state, spare_copy(state), site, Change({}, known.files, (), (), (), ()), outputs, root)


def _bring_back(state: str, spare: Spare, site: str, outputs: Mapping[str, Output]) -> list[str]:
    """Put what was stranded in the spare copy back into the site; what finds no place is set aside."""
    back: list[str] = []
    for path in spare.stranded:
        if path in outputs or os.path.lexists(f"{site}/{path}"):
            _set_aside(state, spare.where, [path])
        else:
            Folder(site).share(path, spare.where)
            back.append(path)
    return back


def _set_aside(state: str, folder: str, paths: Iterable[str]) -> None:
    """Give files another name under `.backstory/replaced/`, in a folder for this moment."""
    aside = Folder(f"{state}/replaced/{time.strftime('%Y-%m-%d-%H%M%S')}")
    for path in paths:
        os.makedirs(aside.where, exist_ok=True)
        with suppress(FileNotFoundError):
            aside.share(path, folder)


def _change_places(state: str, spare: str, site: str, change: Change) -> None:
    if not os.path.isdir(site):
        os.makedirs(os.path.dirname(site), exist_ok=True)
        os.rename(spare, site)
    elif not exchange(spare, site):
        journal.copy_over(state, site, change.written, change.removed)
    make_safe_one(os.path.dirname(site))
    make_safe_one(state)
    drop_other_manifests(state, site, spare)
