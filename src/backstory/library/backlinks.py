"""Where each document is mentioned, and which names in a document become links.

Knows links that editors set and names that texts say. Must never know how either looks on a page.
"""

from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.gatherings import Spot as Key
from backstory.engine.gatherings import index, tally
from backstory.engine.keys import Noting, Read, query
from backstory.library.addresses import addresses
from backstory.library.cards import card
from backstory.library.documents import document, published_paths, settings
from backstory.library.links import NOWHERE, Mention, links, mentions_in, written
from backstory.library.mentions.seen import Spot, line, seen_in
from backstory.library.names import ABOUT, STORIES, find
from backstory.library.routes import Route
from backstory.library.stories import Listed, belongs, languages, newest_first
from backstory.library.uses import block_uses

LARGE = 300
"""With more mentions than this, each year has a page of its own."""
SHOWN = 8
"""How many mentions a page shows; with more, all of them have a page of their own."""


SHOWING: dict[str, tuple[str, ...]] = {
    "read-more": (*STORIES, "timeline", "topic"),
    "timeline": ("timeline", *ABOUT),
}
"""Blocks that lead to another document without using it, and the kinds that each leads to."""


def _shown_in(read: Read, path: str) -> Iterator[str]:
    """Give the documents that a document's cards and timelines lead to."""
    lang = read(card, path).lang
    for block in read(document, path).marks.blocks:
        if block.name in SHOWING and block.argument:
            yield find(read, block.argument, lang, SHOWING[block.name]).path


class Mentions(Struct, frozen=True, array_like=True, gc=False):
    """The documents that one mentions, in order; `lang` and `listed` are its own."""

    lang: str
    listed: Listed
    paths: tuple[str, ...]


@query("whom and what {} mentions")
def mentioned(read: Read, note: Noting, path: str) -> Mentions:
    """Return the other documents that one links to, names, shows, or is about."""
    own = read(belongs, path)
    named = (each.path for each in read(seen_in, path))
    found = {*read(mentions_in, path), *named, *own.about, *_shown_in(read, path)} - {path, ""}
    return Mentions(own.lang, own.listed, tuple(sorted(found)))


def _pairs(path: str, said: Mentions) -> list[tuple[Key, Listed]]:
    return [((said.lang, target), said.listed) for target in said.paths]


def _counted(path: str, said: Mentions) -> list[tuple[Key, str]]:
    return [((said.lang,), target) for target in said.paths]


mention_index = index(
    "mention_index",
    "where {1} is mentioned in {0}",
    members=published_paths,
    each=mentioned,
    pairs=_pairs,
    item=Listed,
)
"""Language, and a document's path -> (document that mentions it, what it is sorted by)."""
mention_counts = tally(
    "mention_counts", "how often each is mentioned in {}", members=published_paths, each=mentioned, pairs=_counted
)
"""Language -> path -> how many documents mention it."""


@query("where {} is mentioned")
def mentioned_by(read: Read, note: Noting, path: str) -> tuple[str, ...]:
    """Return the documents that mention one, in its own language, newest first."""
    return newest_first(read(mention_index, read(card, path).lang, path))


def mentioned_anywhere(read: Read, path: str) -> tuple[str, ...]:
    """Return the documents that mention one, in any language, in order of path."""
    return tuple(sorted(source for lang in read(languages) for source, _ in read(mention_index, lang, path)))


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
        for path, count in read(mention_counts, lang).items():
            each = read(card, path) if count > SHOWN else None
            if each and each.lang == lang and each.address.endswith("/"):
                where = f"{each.address}mentions/"
                found[where] = Route("mentions", lang, path)
                sources = read(mentioned_by, path) if count > LARGE else ()
                years = {year_of_document(read, source) for source in sources}
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


class NameLink(Struct, frozen=True, array_like=True, gc=False):
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
    return found.union(*(block_uses(read, block, lang) for block in marks.blocks))
