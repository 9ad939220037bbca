"""`backstory related`: which stories go with which, how well, and why.

Knows how lists are shown. Must never know how they come about.
"""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from backstory.commands import options
from backstory.commands.terminal import progress, say

if TYPE_CHECKING:
    from backstory.building.kinship import Kin

LIMIT = "How many to list.  [default: 12; 20 with --all]"
SUFFIXES = (".md", ".markdown")


@click.command()
@click.argument("slug", required=False, default="")
@click.option("--all", "whole", is_flag=True, help="List the related stories of every story.")
@click.option(
    "--limit", type=click.IntRange(1, 1000), metavar="N", help="How many to list.  [default: 12; 20 with --all]"
)
@click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    metavar="DIR",
    help="Take any folder of Markdown instead of a site.",
)
@options.root_if_asked
@options.as_json
def related(slug: str, whole: bool, limit: int | None, content: Path | None, root: Path | None, as_json: bool) -> None:
    """Show which stories go with SLUG, how well, and why. With --all, the lists of all stories."""
    if bool(slug) == whole:
        raise click.UsageError("Name a story, or write --all.")
    limit = limit or (20 if whole else 12)
    if whole:
        with progress("Comparing the stories"):
            names = _names(content, root, limit)
        _show_all(names, as_json)
        return
    with progress("Comparing the stories"):
        lists = _of_folder(content, limit) if content else _of_site(root, limit, slug)
    if slug not in lists:
        from backstory.notes import did_you_mean

        raise click.ClickException(f'There is no story "{slug}". {did_you_mean(slug, lists)}'.strip())
    _show_one(slug, lists[slug], as_json)


class Texts(Mapping[str, bytes]):
    """The Markdown files below a folder by their paths, read when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        files = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
        self._paths = sorted(path.relative_to(folder).as_posix() for path in files)

    def __getitem__(self, path: str) -> bytes:
        return (self._folder / path).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _names(content: Path | None, root: Path | None, limit: int) -> dict[str, tuple[str, ...]]:
    """Return slug -> the slugs of its list, for all stories."""
    if content is None:
        return {slug: tuple(each.slug for each in kin) for slug, kin in _of_site(root, limit, "").items()}
    from backstory.building.kinship import names_of_texts

    return names_of_texts(Texts(content), limit)


def _of_folder(folder: Path, limit: int) -> "dict[str, tuple[Kin, ...]]":
    from backstory.building.kinship import of_texts

    return of_texts(Texts(folder), limit)


def _of_site(root: Path | None, limit: int, slug: str) -> "dict[str, tuple[Kin, ...]]":
    from backstory.building.builder import Builder
    from backstory.building.kinship import of_site

    return of_site(Builder(options.found_root(root)).engine, limit, slug)


def _show_all(lists: Mapping[str, tuple[str, ...]], as_json: bool) -> None:
    if as_json:
        say(json.dumps({slug: list(names) for slug, names in lists.items()}, ensure_ascii=False, indent=1))
        return
    for slug, names in lists.items():
        say(f"{slug}: {', '.join(names) or '(none)'}")


def _show_one(slug: str, kin: "tuple[Kin, ...]", as_json: bool) -> None:
    if as_json:
        say(json.dumps({"slug": slug, "related": [_plain(each) for each in kin]}, ensure_ascii=False, indent=2))
        return
    if not kin:
        say(f"No story goes with {slug}.")
    for place, each in enumerate(kin, 1):
        score = "pinned" if each.state == "pinned" else f"{each.score:.2f}"
        say(f"{place:3}. {each.slug}  {score}  {each.reason}{_remark(each)}")
        if each.signals:
            say("     " + ", ".join(f"{name} {share:.0%}" for name, share in each.signals))


REMARKS = {"hidden": "  (hidden: readers do not see it)", "spare": "  (beyond what a page shows)"}


def _remark(each: "Kin") -> str:
    """Say what an editor may want to know of a place in a list: for a pin, what it changes."""
    if each.state != "pinned":
        return REMARKS.get(each.state, "")
    place = f"number {each.unpinned}, with {each.score:.2f}" if each.unpinned else "far down"
    return f"  (without the pin it would be {place})"


def _plain(each: "Kin") -> dict[str, Any]:
    return {
        "slug": each.slug,
        "title": each.title,
        "state": each.state,
        "score": each.score,
        "unpinned": each.unpinned,
        "reason": each.reason,
        "signals": dict(each.signals),
    }
