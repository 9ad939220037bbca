"""Related stories for people and programs who ask for them: of a site, or of any folder of Markdown.

Knows how to ask a site. Must never know how lists are printed, and never reads the disk.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec import Struct

from backstory.engine.engine import Engine
from backstory.library.related.profile import Neighbour, Weights

if TYPE_CHECKING:
    from backstory.library.related.asking import Related

SPARE = 20
"""So many more are looked for than are listed: some may be hidden, or of other kinds."""


class Kin(Struct, frozen=True):
    """A related story: its score (near 1 for the same text), what spoke for it, with shares of the score, and why.

    `state` is shown, pinned, hidden (by the editor), or spare (beyond what a page shows). `unpinned` is the place that
    it has by its score alone, from 1; 0 where it is not among the nearest.
    """

    slug: str
    title: str = ""
    score: float = 0.0
    signals: tuple[tuple[str, float], ...] = ()
    reason: str = ""
    state: str = "shown"
    unpinned: int = 0


def of_texts(texts: Mapping[str, bytes], limit: int) -> dict[str, tuple[Kin, ...]]:
    """Return slug -> its nearest, best first, for Markdown files by path."""
    from backstory.library.related.folder import profiles, ranked

    lists = ranked(profiles(texts), Weights(depth=limit))
    return {slug: tuple(_kin(each.path, each, n) for n, each in enumerate(near, 1)) for slug, near in lists.items()}


def names_of_texts(texts: Mapping[str, bytes], limit: int) -> dict[str, tuple[str, ...]]:
    """Return slug -> the slugs of its nearest, best first, for Markdown files by path. Each is read when it is due."""
    from backstory.library.related.folder import named, profiles

    return named(profiles(texts), Weights(depth=limit))


def _kin(slug: str, each: Neighbour, place: int) -> Kin:
    signals = tuple((signal.name, signal.share) for signal in each.signals)
    return Kin(slug, score=each.score, signals=signals, unpinned=place, reason=_why(each))


def _why(each: Neighbour) -> str:
    said = next((signal for signal in each.signals if signal.subjects), None)
    return f"Both: {', '.join(said.subjects[:2])}" if said else "On the same subject"


def of_site(engine: Engine, limit: int, slug: str = "") -> dict[str, tuple[Kin, ...]]:
    """Return slug -> its nearest as pages show them: pins, then the best, without the hidden.

    With a slug, that story's list tells the hidden ones too, and the lists of others are left empty.
    """
    from backstory.library.cards import card
    from backstory.library.related.asking import comparable, profile, weighing
    from backstory.library.related.folder import ranked, with_depth

    profiles = {path: engine.ask(profile, path) for path in engine.ask(comparable)}
    lists = ranked(profiles, with_depth(engine.ask(weighing), limit + SPARE))
    slugs = {path: each.slug for path in lists if (each := engine.ask(card, path)).kind == "article"}
    return {
        name: _of_story(engine, path, lists[path], limit, bool(slug)) if slug in ("", name) else ()
        for path, name in slugs.items()
    }


def _of_story(engine: Engine, path: str, near: tuple[Neighbour, ...], limit: int, whole: bool) -> tuple[Kin, ...]:
    from backstory.library.documents import settings
    from backstory.library.related.asking import Reason, Related, choice, chosen_from, pinned

    chosen, count = engine.ask(choice, path), engine.ask(settings).related.count
    shown = [*pinned(chosen), *chosen_from(engine.ask, path, near, chosen)][:limit]
    ways = [(each, "pinned" if each.pinned else "shown" if n < count else "spare") for n, each in enumerate(shown)]
    if whole:
        ways += [(Related(each, Reason("words")), "hidden") for each in chosen.hidden]
    places = {each.path: (n, each) for n, each in enumerate(near, 1)}
    return tuple(_kin_of(engine, each, state, *places.get(each.path, (0, Neighbour("", 0.0)))) for each, state in ways)


def _kin_of(engine: Engine, one: "Related", state: str, place: int, scored: Neighbour) -> Kin:
    from backstory.library.cards import card
    from backstory.rendering.articles import reason_words
    from backstory.rendering.words import Words, messages

    own = engine.ask(card, one.path)
    reason = reason_words(engine.ask, Words(own.lang, engine.ask(messages, own.lang)), one.reason)
    signals = tuple((signal.name, signal.share) for signal in scored.signals)
    return Kin(own.slug, own.title, scored.score, signals, reason if state != "hidden" else "", state, place)
