"""Finds a document by what people call it: its file, id, slug, title, or another name that it goes by.

Knows names and which one goes before another. Must never know why somebody asks.
"""

from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Read
from backstory.library.cards import Card, card, catalog
from backstory.library.documents import published_paths
from backstory.notes import did_you_mean

ABOUT = ("person", "organization", "place", "term", "topic", "question", "figure")
STORIES = ("article",)
CARDS = ("person", "organization", "place", "term", "question", "figure")


class Found(Struct, frozen=True):
    """What a name leads to: a document's path, or nothing. `others` are further documents of the same name."""

    path: str = ""
    others: tuple[str, ...] = ()


def fold(name: str) -> str:
    """Return a name as it is compared: no case, single spaces."""
    return " ".join(name.casefold().split())


def _strong(each: Card) -> tuple[str, ...]:
    """Return the names by which a document is known for certain: its slug, its id, and its file."""
    inner = each.path.partition("/")[2]
    return (each.slug, each.id, inner, inner.rsplit(".", 1)[0], each.path)


def _spots(path: str, each: Card) -> Iterator[tuple[Spot, bool]]:
    strong = {fold(name) for name in _strong(each) if name}
    weak = {fold(name) for name in (each.title, *each.names) if name}
    yield from (((name,), name in strong) for name in sorted(strong | weak))


name_index = index("name_index", "who goes by the name {}", members=published_paths, each=card, pairs=_spots, item=bool)
"""Folded name -> (path, whether the name is its file, id or slug)."""


def named(read: Read, name: str) -> tuple[str, ...]:
    """Return the paths of the documents that go by a folded name: by file, id or slug first, then by title."""
    found = read(name_index, name)
    return (
        tuple(path for path, _ in sorted(found, key=lambda each: not each[1]))
        if len(found) > 1
        else tuple(path for path, _ in found)
    )


def find(read: Read, name: str, lang: str = "", kinds: tuple[str, ...] = ()) -> Found:
    """Find a document of one of the given kinds (none: any) by a name; one in the given language goes first."""
    cards = [read(card, path) for path in named(read, fold(name))]
    fitting = [each for each in cards if not kinds or each.kind in kinds]
    own = [each for each in fitting if not lang or each.lang == lang] or fitting
    if not own:
        return Found()
    order = {each.path: _rank(each, name, kinds) for each in own}
    best, *others = sorted(own, key=lambda each: order[each.path])
    return Found(best.path, tuple(each.path for each in others if order[each.path] == order[best.path]))


def _rank(each: Card, name: str, kinds: tuple[str, ...]) -> tuple[int, int]:
    """Rank a slug or id before a mere name, and earlier kinds before later ones."""
    return (0 if fold(name) in map(fold, _strong(each)) else 1, kinds.index(each.kind) if kinds else 0)


def nearest(read: Read, name: str, kinds: tuple[str, ...] = ()) -> str:
    """Return `Did you mean "x"?` for the slug nearest to a name that nobody goes by."""
    known = [each.slug for each in read(catalog) if not kinds or each.kind in kinds]
    return did_you_mean(name, known)
