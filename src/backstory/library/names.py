"""Finds a document by what people call it: its file, id, slug, title, or another name that it goes by.

Knows names and which one goes before another. Must never know why somebody asks.
"""

from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Read
from backstory.library.cards import Called, called, catalog
from backstory.library.documents import published_paths
from backstory.notes import did_you_mean

ABOUT = ("person", "organization", "place", "term", "topic", "question", "figure")
STORIES = ("article",)
CARDS = ("person", "organization", "place", "term", "question", "figure")


class Found(Struct, frozen=True, array_like=True, gc=False):
    """What a name leads to: a document's path, or nothing. `others` are further documents of the same name."""

    path: str = ""
    others: tuple[str, ...] = ()


def fold(name: str) -> str:
    """Return a name as it is compared: no case, single spaces."""
    return " ".join(name.casefold().split())


def _spots(path: str, each: Called) -> Iterator[tuple[Spot, bool]]:
    strong = {fold(name) for name in each.certain if name}
    weak = {fold(name) for name in (each.title, *each.names) if name}
    yield from (((name,), name in strong) for name in sorted(strong | weak))


name_index = index(
    "name_index", "who goes by the name {}", members=published_paths, each=called, pairs=_spots, item=bool
)
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
    known = {path: read(called, path) for path in named(read, fold(name))}
    fitting = {path: each for path, each in known.items() if not kinds or each.kind in kinds}
    own = {path: each for path, each in fitting.items() if not lang or each.lang == lang} or fitting
    if not own:
        return Found()
    order = {path: _rank(each, name, kinds) for path, each in own.items()}
    best, *others = sorted(own, key=lambda path: order[path])
    return Found(best, tuple(path for path in others if order[path] == order[best]))


def _rank(each: Called, name: str, kinds: tuple[str, ...]) -> tuple[int, int]:
    """Rank a slug or id before a mere name, and earlier kinds before later ones."""
    return (0 if fold(name) in map(fold, each.certain) else 1, kinds.index(each.kind) if kinds else 0)


def nearest(read: Read, name: str, kinds: tuple[str, ...] = ()) -> str:
    """Return `Did you mean "x"?` for the slug nearest to a name that nobody goes by."""
    known = [each.slug for each in read(catalog) if not kinds or each.kind in kinds]
    return did_you_mean(name, known)
