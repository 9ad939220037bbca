"""Where each document is mentioned, and which names in a document become links.

Knows links that editors set and names that texts say. Must never know how either looks on a page.
"""

from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.addresses import addresses
from backstory.library.cards import card, catalog, newest_first
from backstory.library.documents import document, settings
from backstory.library.links import NOWHERE, Mention, links, mentions_in, written
from backstory.library.mentions.seen import Spot, line, seen_in
from backstory.library.names import ABOUT, CARDS, STORIES, find
from backstory.library.routes import Route
from backstory.library.stories import belongs, languages

LARGE = 300
"""With more mentions than this, each year has a page of its own."""
SHOWN = 8
"""How many mentions a page shows; with more, all of them have a page of their own."""


SHOWING: dict[str, tuple[str, ...]] = {
    "card": CARDS,
    "chart": ("figure",),
    "figures": ("figure",),
    "read-more": (*STORIES, "timeline", "topic"),
    "timeline": ("timeline", *ABOUT),
}
"""Blocks that show another document, and the kinds that each shows."""


def _shown_in(read: Read, path: str) -> Iterator[str]:
    """Give the documents that a document's blocks show."""
    lang = read(card, path).lang
    for block in read(document, path).marks.blocks:
        kinds = SHOWING.get(block.name)
        names = block.argument.replace(",", " ").split() if block.name == "figures" else [block.argument]
        for name in names if kinds and block.argument else ():
            found = find(read, name, lang, kinds or ()).path
            if found and found != path:
                yield found


@query("whom and what {} mentions")
def mentioned(read: Read, note: Noting, path: str) -> tuple[str, ...]:
    """Return the paths of the other documents that one links to, names, shows, or is about, in order."""
    about = (name for name in read(belongs, path).about if name != path)
    return tuple(
        sorted({*read(mentions_in, path), *(each.path for each in read(seen_in, path)), *about, *_shown_in(read, path)})
    )


@query("the index of mentions in {}")
def mention_index(read: Read, note: Noting, lang: str) -> dict[str, tuple[str, ...]]:
    """Return path -> the published documents of a language that mention it, newest first."""
    found: dict[str, list[str]] = {}
    for each in newest_first(tuple(each for each in read(catalog) if each.lang == lang)):
        for target in read(mentioned, each.path):
            found.setdefault(target, []).append(each.path)
    return {path: tuple(each) for path, each in sorted(found.items())}


@query("where {} is mentioned")
def mentioned_by(read: Read, note: Noting, path: str) -> tuple[str, ...]:
    """Return the documents that mention one, in its own language, newest first."""
    return read(mention_index, read(card, path).lang).get(path, ())


@query("how {1} mentions {0}")
def line_of(read: Read, note: Noting, path: str, source: str) -> Mention:
    """Return the line of `source` that mentions a document."""
    linked = read(mentions_in, source).get(path)
    if linked and linked.sentence:
        return linked
    named = next((each for each in read(seen_in, source) if each.path == path), None)
    return Mention(source, *line(read, source, named)) if named else linked or Mention(source, "", "")


@query("the pages of mentions")
def mention_pages(read: Read, note: Noting) -> dict[str, Route]:
    """Return address -> page, for the documents with more mentions than their own pages show.

    Where there are very many, each year has a page of its own.
    """
    found: dict[str, Route] = {}
    for lang in read(languages):
        for path, sources in read(mention_index, lang).items():
            each = read(card, path) if len(sources) > SHOWN else None
            if each and each.lang == lang and each.address.endswith("/"):
                where = f"{each.address}mentions/"
                found[where] = Route("mentions", lang, path)
                years = {year_of_document(read, source) for source in sources} if len(sources) > LARGE else ()
                found |= {f"{where}{year}/": Route("mentions", lang, path, year) for year in years if year}
    taken = read(addresses)
    return {where: found[where] for where in sorted(found) if where not in taken}


def year_of_document(read: Read, path: str) -> str:
    """Return the year of a document's date, in four digits, or nothing."""
    date = read(card, path).date
    return f"{date.earliest.year:04d}" if date and date.earliest else ""


@query("the page of mentions at {}")
def mention_page(read: Read, note: Noting, where: str) -> Route | None:
    """Return the page of mentions at an address, or None."""
    return read(mention_pages).get(where)


class NameLink(Struct, frozen=True):
    """A name in a body that becomes a link: where it stands, and whom it names."""

    spot: Spot
    path: str


@query("the names in {} that become links")
def name_links(read: Read, note: Noting, path: str) -> tuple[NameLink, ...]:
    """Return the names that become links, in order: of each document the first, unless the page leads there already."""
    chosen = read(settings).mentions
    if not chosen.links:
        return ()
    free = {each.path: each.free for each in read(seen_in, path) if each.free}
    shown = _led_to(read, path) if free else set()
    found = [
        NameLink(spot, target)
        for target, spot in free.items()
        if target not in shown and chosen.linked(read(card, target).kind)
    ]
    return tuple(sorted(found, key=lambda each: (each.spot.part, each.spot.start)))


def _led_to(read: Read, path: str) -> set[str]:
    """Return the documents that an editor has linked from a page, or put on it."""
    marks, targets, lang = read(document, path).marks, read(links, path), read(card, path).lang
    found = {targets.get(written(mark), NOWHERE).path for mark in marks.links}
    for block in marks.blocks:
        named = block.argument if block.name == "card" else dict(block.options).get("speaker", "")
        if named:
            found.add(find(read, named, lang, CARDS).path)
    return found
