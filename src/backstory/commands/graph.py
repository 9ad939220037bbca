"""`backstory graph`: the site's loose ends, and names that nobody has written up.

Knows how findings about the whole site are told. Must never know how they are found.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backstory.commands import options
from backstory.commands.terminal import progress, say
from backstory.commands.words import count, few

if TYPE_CHECKING:
    from backstory.library.graph import Graph, Loose, Usage


@click.command()
@options.site_root
@options.drafts
@options.today
@options.as_json
def graph(root: Path, drafts: bool, date: str, as_json: bool) -> None:
    """Show what nothing leads to, what leads nowhere, and names that no document goes by. Writes nothing."""
    from backstory.building.builder import Builder
    from backstory.library.graph import graph as of_site

    with progress("Reading the site"):
        found = Builder(root, drafts=drafts, date=date).look(of_site)
    if as_json:
        import msgspec

        say(msgspec.json.format(msgspec.json.encode(found), indent=2).decode())
    else:
        say("\n".join(_told(found)))


def _told(found: "Graph") -> Iterator[str]:
    yield f"{few_words(len(found.stories), 'story', 'stories')} and {count(len(found.links), 'link')} between them."
    for title, documents in (
        ("Nothing leads to these but lists (orphans)", found.orphans),
        ("These lead nowhere (dead ends)", found.dead_ends),
        ("Recommended everywhere", found.everywhere),
    ):
        yield from _section(title, [_document(each) for each in documents])
    for title, names in (
        ("Names in front matter that no document goes by", found.unwritten),
        ("Names in texts that may deserve a page", found.suggested),
    ):
        yield from _section(title, [_name(each) for each in names])


def _section(title: str, lines: list[str]) -> Iterator[str]:
    yield f"\n{title}: {len(lines) or 'none'}"
    yield from (f"  {line}" for line in lines)


def _document(each: "Loose") -> str:
    times = f", by {few_words(each.count, 'story', 'stories')}" if each.count else ""
    return f"{each.path}  {each.title}{times}"


def _name(each: "Usage") -> str:
    return f"{each.name}  {each.count}× in {count(each.documents, 'document')}: {few(each.examples)}"


def few_words(number: int, one: str, many: str) -> str:
    """Return a number with its thing, whose plural is given."""
    return f"{number} {one if number == 1 else many}"
