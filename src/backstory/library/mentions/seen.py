"""Whom and what a document names in its text.

Knows a text's runs and the names in them. Must never know what is made of a name: a link, a list, a line elsewhere.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document
from backstory.library.mentions.finder import Finder, Hit
from backstory.library.mentions.known import finder
from backstory.library.names import find
from backstory.reading.markup.runs import Piece, Run, begins_sentence, pieces, sentence

OFTEN = 3
"""A story that names somebody this often is about them."""


class Spot(Struct, frozen=True, array_like=True, gc=False):
    """Where a name stands in a body: the number of its part, and its offsets in that part's HTML."""

    part: int
    start: int
    end: int


class Seen(Struct, frozen=True, array_like=True, gc=False, omit_defaults=True):
    """A document that another one names. `path` is the one named, `count` how often, title and description included."""

    path: str
    count: int
    headline: bool = False
    """Whether the title or the description names it."""
    described: bool = False
    """Whether the description does."""
    first: Spot | None = None
    """Where in the body it is named first."""
    free: Spot | None = None
    """Where in the body it is named first in a place that may become a link."""

    @property
    def central(self) -> bool:
        """Whether a story that names it so is about it: in its title, in its description, or often."""
        return self.headline or self.count >= OFTEN


class Found:
    """What gathers while one document is searched, by the path named: how often, and where first."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.headline: set[str] = set()
        self.described: set[str] = set()
        self.first: dict[str, Spot] = {}
        self.free: dict[str, Spot] = {}


@query("whom and what {} names")
def seen_in(read: Read, note: Noting, path: str) -> tuple[Seen, ...]:
    """Return whom and what a document names, in the order in which it does; itself left out."""
    found, names = Found(), read(finder, read(card, path).lang)
    of = read(document, path)
    for text, kept in ((of.header.title, found.headline), (of.header.description, found.described)):
        owners = [hit.paths[0] for hit in names.find(text) if len(hit.paths) == 1] if text else []
        found.counts.update(owner for owner in owners if owner != path)
        kept.update(owners)
    search(found, names, pieces(read(body, path).parts, of.marks.blocks), path)
    return tuple(_seen(found, target) for target in found.counts)


def _seen(found: Found, target: str) -> Seen:
    described = target in found.described
    headline = described or target in found.headline
    return Seen(target, found.counts[target], headline, described, found.first.get(target), found.free.get(target))


def search(found: Found, names: Finder, texts: list[Piece], own: str) -> None:
    """Look through a body. A word that begins a sentence is no name where the same text has it in small letters."""
    small: set[str] = set()
    hits = []
    for number, piece in enumerate(texts):
        without: list[tuple[int, str]] = []
        hits.append((number, piece, names.find(piece.html, without) if piece.runs else []))
        small.update(word for at, word in without if any(run.start <= at < run.end for run in piece.runs))
    for number, piece, of_piece in hits:
        for run, hit in _in_runs(piece.runs, of_piece):
            target = hit.paths[0]
            if len(hit.paths) > 1 or target == own:
                continue
            if small and piece.html[hit.start : hit.end].lower() in small and begins_sentence(piece, run, hit.start):
                continue
            found.counts[target] += 1
            found.first.setdefault(target, Spot(number, hit.start, hit.end))
            if run.free:
                found.free.setdefault(target, Spot(number, hit.start, hit.end))


def _in_runs(runs: list[Run], hits: list[Hit]) -> Iterator[tuple[Run, Hit]]:
    """Give the hits that stand in running text, each with its run; the others are in tags, code and the like."""
    left = iter(runs)
    run = next(left, None)
    for hit in hits:
        while run and run.end < hit.end:
            run = next(left, None)
        if run and run.start <= hit.start:
            yield run, hit


def line(read: Read, path: str, seen: Seen) -> tuple[str, str]:
    """Return the sentence in which a document names another first, and the id of the heading above it."""
    of = read(document, path)
    if seen.first is None:
        return of.header.description if seen.described else "", ""
    piece = pieces(read(body, path).parts, of.marks.blocks)[seen.first.part]
    start, end = seen.first.start, seen.first.end
    run = next(run for run in piece.runs if run.start <= start and end <= run.end)
    return sentence(piece, run, start, end, lambda name: _title(read, name)), run.heading


def _title(read: Read, name: str) -> str:
    """Return the title that stands for a wikilink without words."""
    path = find(read, name).path
    return read(card, path).title if path else name
