"""Whom and what a document names in its text.

Knows a text's runs and the names in them. Must never know what is made of a name: a link, a list, a line elsewhere.
"""

from collections import Counter

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document
from backstory.library.mentions.finder import Finder, Hit
from backstory.library.mentions.known import finder
from backstory.library.names import find
from backstory.reading.runs import Piece, Run, begins_sentence, pieces, sentence

OFTEN = 3
"""A story that names somebody this often is about them."""


class Seen(Struct, frozen=True):
    """A document that another one names. `path` is the one named, `count` how often, title and description included.

    `part`, `start` and `end` say where in the body a link may be set first (the part's number, offsets in its HTML);
    part is -1 where there is no such place. `sentence` is the first that names it, `anchor` the heading above it.
    """

    path: str
    count: int
    headline: bool
    """Whether the title or the description names it."""
    part: int = -1
    start: int = 0
    end: int = 0
    sentence: str = ""
    anchor: str = ""

    @property
    def central(self) -> bool:
        """Whether a story that names it so is about it: in its title, in its description, or often."""
        return self.headline or self.count >= OFTEN


class _Found:
    """What gathers while one document is searched."""

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self.headline: set[str] = set()
        self.first: dict[str, tuple[int, Piece, Run, Hit]] = {}
        self.free: dict[str, tuple[int, Hit]] = {}


@query("whom and what {} names")
def seen_in(read: Read, note: Noting, path: str) -> tuple[Seen, ...]:
    """Return whom and what a document names, in the order in which it does; itself left out."""
    header, search = read(document, path).header, read(finder, read(card, path).lang)
    found = _Found()
    said = ((header.title, ""), (header.description, header.description))
    told: dict[str, str] = {}
    for text, shown in said:
        for hit in search.find(text) if text else ():
            if len(hit.paths) == 1 and hit.paths[0] != path:
                found.counts[hit.paths[0]] += 1
                found.headline.add(hit.paths[0])
                told.setdefault(hit.paths[0], shown)
    _search(found, search, pieces(read(body, path).parts, read(document, path).marks.blocks), path)
    return tuple(_seen(read, found, target, told.get(target, "")) for target in found.counts)


def _search(found: _Found, search: Finder, texts: list[Piece], own: str) -> None:
    """Look through a body. A word that begins a sentence is no name where the same text has it in small letters."""
    small: set[str] = set()
    hits = []
    for number, piece in enumerate(texts):
        without: list[tuple[int, str]] = []
        hits.append((number, piece, search.find(piece.html, without)))
        small.update(word for at, word in without if any(run.start <= at < run.end for run in piece.runs))
    for number, piece, of_piece in hits:
        if not piece.runs:
            continue
        runs = iter(piece.runs)
        run = next(runs)
        for hit in of_piece:
            while run.end < hit.end and (after := next(runs, None)):
                run = after
            if not run.start <= hit.start < hit.end <= run.end or len(hit.paths) > 1 or hit.paths[0] == own:
                continue
            if small and piece.html[hit.start : hit.end].lower() in small and begins_sentence(piece, run, hit.start):
                continue
            target = hit.paths[0]
            found.counts[target] += 1
            found.first.setdefault(target, (number, piece, run, hit))
            if run.free:
                found.free.setdefault(target, (number, hit))


def _seen(read: Read, found: _Found, target: str, told: str) -> Seen:
    number, place = found.free.get(target, (-1, Hit(0, 0, ())))
    words, anchor = told, ""
    if target in found.first:
        _, piece, run, hit = found.first[target]
        words, anchor = sentence(piece, run, hit.start, hit.end, lambda name: _title(read, name)), run.heading
    return Seen(target, found.counts[target], target in found.headline, number, place.start, place.end, words, anchor)


def _title(read: Read, name: str) -> str:
    """Return the title that stands for a wikilink without words."""
    path = find(read, name).path
    return read(card, path).title if path else name
