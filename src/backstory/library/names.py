"""Finds a document by what people call it: its file, id, slug, title, or another name that it goes by.

Knows names and which one goes before another. Must never know why somebody asks.
"""

from collections.abc import Iterable

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import Card, card, catalog, other_names
from backstory.library.documents import settings
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


def _strong(each: Card, content: str) -> Iterable[str]:
    inner = each.path[len(content) + 1 :]
    return (each.slug, each.id, inner, inner.rsplit(".", 1)[0], each.path)


@query("the index of names")
def names(read: Read, note: Noting) -> dict[str, tuple[str, ...]]:
    """Return folded name -> paths of the documents that go by it: those by file, id or slug first, then by title."""
    strong: dict[str, list[str]] = {}
    weak: dict[str, list[str]] = {}
    content = read(settings).content
    for each in read(catalog):
        for name in {fold(name) for name in _strong(each, content) if name}:
            strong.setdefault(name, []).append(each.path)
        for name in {fold(name) for name in (each.title, *read(other_names, each.path)) if name}:
            weak.setdefault(name, []).append(each.path)
    return {
        name: tuple(dict.fromkeys([*strong.get(name, ()), *weak.get(name, ())])) for name in sorted({*strong, *weak})
    }


@query("who goes by the name {}")
def named(read: Read, note: Noting, name: str) -> tuple[str, ...]:
    """Return the paths of the documents that go by a folded name."""
    return read(names).get(name, ())


def find(read: Read, name: str, lang: str = "", kinds: tuple[str, ...] = ()) -> Found:
    """Find a document of one of the given kinds (none: any) by a name; one in the given language goes first."""
    cards = [read(card, path) for path in read(named, fold(name))]
    fitting = [each for each in cards if not kinds or each.kind in kinds]
    own = [each for each in fitting if not lang or each.lang == lang] or fitting
    if not own:
        return Found()
    order = {each.path: _rank(each, name, kinds) for each in own}
    best, *others = sorted(own, key=lambda each: order[each.path])
    return Found(best.path, tuple(each.path for each in others if order[each.path] == order[best.path]))


def _rank(each: Card, name: str, kinds: tuple[str, ...]) -> tuple[int, int]:
    """Rank a slug or id before a mere name, and earlier kinds before later ones."""
    key, inner = fold(name), each.path.partition("/")[2]
    is_strong = key in (fold(each.slug), fold(each.id), fold(inner), fold(inner.rsplit(".", 1)[0]), fold(each.path))
    return (0 if is_strong else 1, kinds.index(each.kind) if kinds else 0)


def nearest(read: Read, name: str, kinds: tuple[str, ...] = ()) -> str:
    """Return `Did you mean "x"?` for the slug nearest to a name that nobody goes by."""
    known = [each.slug for each in read(catalog) if not kinds or each.kind in kinds]
    return did_you_mean(name, known)
