"""The questions about related stories: what is compared of each, the lists of all, and one story's own.

The only module here that knows the engine. Pins come first, in their order; what an editor hides never comes; nor do
drafts, other languages and a story's own translations. Must never know how a score comes about.
"""

import re
from collections.abc import Callable
from functools import partial
from html import unescape
from typing import Any

import msgspec
from msgspec import Struct

from backstory.engine.gatherings import Changes, Spot, gathering
from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document, kind_of, paths, published, published_paths, settings, slug_of
from backstory.library.links import mentions_in
from backstory.library.names import find, nearest
from backstory.library.related.profile import Neighbour, Profile, Signal, Stored, Weights
from backstory.library.related.words import counted
from backstory.library.stories import belongs, translations
from backstory.notes import error, warning
from backstory.reading.document import BlockPart, Part
from backstory.reading.front.headers import ArticleHeader

SUBJECTS = ("person", "organization", "place", "term")
"""Kinds that a story is about when it only links to them."""
TAG = re.compile(r"<[^>]+>")
FEWEST = 12
SPARE = 8
"""Lists hold so many more than a page shows, for those that are hidden or stand elsewhere on it."""


class Reason(Struct, frozen=True):
    """Why a story is related. `subjects` are paths or names.

    `kind` is pinned, cited, cites, about, topic, background, tag or words.
    """

    kind: str
    subjects: tuple[str, ...] = ()


class Related(Struct, frozen=True):
    """A related story."""

    path: str
    reason: Reason
    pinned: bool = False


@query("the stories that may be related")
def comparable(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the paths of all published documents of the kinds that related lists may hold, and of all articles."""
    site = read(settings)
    kinds = {"article", *site.related.kinds}
    return tuple(path for path in read(published_paths) if kind_of(path, site.content) in kinds)


@query("what is compared of {}")
def profile(read: Read, note: Noting, path: str) -> Profile:
    """Return what is compared of a document."""
    found, own, content = read(document, path), read(belongs, path), read(settings).content
    header, lang = found.header, read(card, path).lang
    linked = [(other, kind_of(other, content)) for other in read(mentions_in, path)]
    kinds = {"article", *read(settings).related.kinds}
    first = header.date.earliest if header.date else None
    words = counted(header.title, header.description, _plain(read(body, path).parts), lang)
    return Profile(
        lang=lang,
        words=words.words,
        counts=words.counts,
        titled=words.titled,
        about=tuple(dict.fromkeys((*own.about, *(other for other, kind in linked if kind in SUBJECTS)))),
        topics=own.topics,
        tags=tuple(tag.casefold() for tag in own.tags),
        links=tuple(sorted(other for other, kind in linked if kind in kinds)),
        day=(first.year * 372 + first.month * 31 + first.day) * 365 // 372 if first and first.year > 0 else 0,
        form=header.form if isinstance(header, ArticleHeader) else "",
    )


def _plain(parts: tuple[Part, ...]) -> str:
    return " ".join(
        _plain(part.parts) if isinstance(part, BlockPart) else unescape(TAG.sub(" ", part.html)) for part in parts
    )


@query("how related stories are weighed")
def weighing(read: Read, note: Noting) -> Weights:
    """Return the weight of each signal, and how long lists must be."""
    chosen = read(settings).related
    given = {name: getattr(chosen.weights, name) for name in chosen.weights.__struct_fields__}
    return Weights(**given, depth=max(FEWEST, chosen.count + SPARE))


States = dict[str, Stored]
"""Language -> the state of its stories, but for its blocks."""
Near = tuple[Neighbour, ...]
_pack, _unpack = msgspec.msgpack.Encoder().encode, msgspec.msgpack.Decoder(Near).decode


def _fold(
    state: States | None, changes: Changes[Profile], weights: Weights, known: Callable[[Spot], bytes]
) -> tuple[States, dict[Spot, bytes]]:
    if not state:
        return _begun(changes, weights)
    from backstory.library.related.changing import update
    from backstory.library.related.state import State
    from backstory.library.related.storing import blocks, dump, load

    held, answers = dict(state), dict[Spot, bytes]()
    for lang, changed in _by_language(changes).items():
        before = load(held[lang], partial(_block, known, lang)) if lang in held else State(weights)
        now, found = update(before, changed)
        held[lang] = dump(now)
        for path, near in found.items():
            answers[(path,)] = _pack(near) if near else answers.get((path,), b"")
        for block, data in blocks(now):
            if known((*block, lang)) != data:
                answers[(*block, lang)] = data
    return held, answers


def _block(known: Callable[[Spot], bytes], lang: str, block: tuple[str, int]) -> bytes:
    return known((*block, lang))


def _begun(changes: Changes[Profile], weights: Weights) -> tuple[States, dict[Spot, bytes]]:
    """Return the states of all, and all answers."""
    from backstory.library.related.making import living, states, tell
    from backstory.library.related.storing import blocks, dump

    held, answers = States(), dict[Spot, bytes]()
    for lang, state in states(((path, now) for path, (_, now) in changes.items() if now), weights).items():
        answers |= {(path,): _pack(near) for path, near in tell(state, living(state.archive)) if near}
        answers |= {(*block, lang): data for block, data in blocks(state)}
        held[lang] = dump(state)
    return held, answers


def _by_language(changes: Changes[Profile]) -> dict[str, dict[str, Profile | None]]:
    """Return language -> path -> profile, None in a language that a story has left."""
    found: dict[str, dict[str, Profile | None]] = {}
    for path, (before, now) in changes.items():
        if before is not None:
            found.setdefault(before.lang, {})[path] = None
        if now is not None:
            found.setdefault(now.lang, {})[path] = now
    return dict(sorted(found.items()))


packed: Any = gathering(
    "neighbours", "the stories near {}", members=comparable, each=profile, fold=_fold, answer=bytes,
    empty=b"", state=dict[str, Stored], options=weighing,
)  # fmt: skip
"""Each story's neighbours, packed: they are many, and few of them are looked at; and the states' blocks, likewise."""


def neighbours(read: Read, path: str) -> Near:
    """Return the stories near a story, best first."""
    return _unpack(found) if (found := read(packed, path)) else ()


class Choice(Struct, frozen=True, array_like=True, gc=False):
    """What an editor chose for a story: pins in order, what is hidden, and what never comes for other reasons."""

    pins: tuple[str, ...] = ()
    hidden: tuple[str, ...] = ()
    never: tuple[str, ...] = ()

    def admits(self, path: str) -> bool:
        """Say whether a story may come after the pins."""
        return path not in self.pins and path not in self.hidden and path not in self.never


@query("the related stories that were chosen for {}")
def choice(read: Read, note: Noting, path: str) -> Choice:
    """Return what an article's editor chose; what cannot be is a finding."""
    header = read(document, path).header
    if not isinstance(header, ArticleHeader):
        return Choice()
    lang = read(card, path).lang
    never = (path, *sorted(read(translations, path).values()))
    pins = _chosen(read, note, path, "pin", header.related.pin, lang)
    hidden = _chosen(read, note, path, "hide", header.related.hide, lang)
    return Choice(tuple(each for each in pins if each not in never), hidden, never)


@query("the stories related to {}")
def related(read: Read, note: Noting, path: str) -> tuple[Related, ...]:
    """Return an article's related stories: the editor's pins in order, then the nearest, without the hidden."""
    if not isinstance(read(document, path).header, ArticleHeader):
        return ()
    chosen, near = read(choice, path), neighbours(read, path)
    return (*pinned(chosen), *chosen_from(read, path, near, chosen))


def pinned(chosen: Choice) -> tuple[Related, ...]:
    """Return an editor's pins."""
    return tuple(Related(pin, Reason("pinned"), pinned=True) for pin in chosen.pins)


def chosen_from(read: Read, path: str, near: Near, chosen: Choice) -> tuple[Related, ...]:
    """Return of a story's neighbours those that may come after the pins, each with its reason."""
    content, kinds, linked = read(settings).content, read(settings).related.kinds, read(mentions_in, path)
    return tuple(
        Related(each.path, reason_of(each, each.path in linked))
        for each in near
        if chosen.admits(each.path) and kind_of(each.path, content) in kinds
    )


def reason_of(near: Neighbour, cited: bool) -> Reason:
    """Return the reason that a reader is given: of the signals that can be said in words, the one that weighed most.

    `cited` says whether the story itself links to the neighbour; else a link leads the other way.
    """
    for signal in near.signals:
        reason = _said(signal, cited)
        if reason is not None:
            return reason
    return Reason("words")


def _said(signal: Signal, cited: bool) -> Reason | None:
    if signal.name == "links":
        return Reason("cited" if cited else "cites")
    if signal.name == "background":
        return Reason("background")
    kind = {"about": "about", "topics": "topic", "tags": "tag"}.get(signal.name)
    return Reason(kind, signal.subjects[: 2 if kind == "about" else 1]) if kind and signal.subjects else None


def _chosen(read: Read, note: Noting, path: str, key: str, names: tuple[str, ...], lang: str) -> tuple[str, ...]:
    result: list[str] = []
    kinds = tuple(dict.fromkeys(("article", *read(settings).related.kinds)))
    for n, name in enumerate(names):
        place = read(document, path).place(f"related.{key}[{n}]")
        found = find(read, name, lang, kinds)
        if not found.path and (draft := _unpublished(read, name)):
            sentence = f'"{name}" is not published, so it is not shown here.'
            note(warning(place, "related/unpublished", sentence, f"It will be when {draft} is published."))
        elif not found.path:
            help = nearest(read, name, kinds) or "Write the slug of a published article."
            note(error(place, "related/unknown", f'There is no published story "{name}" to {key}.', help))
        elif key == "pin" and read(card, found.path).lang != lang:
            sentence = f'"{name}" is in another language, so it is not shown here.'
            note(warning(place, "related/other-language", sentence, "Pin its translation."))
        else:
            result.append(found.path)
    return tuple(dict.fromkeys(result))


def _unpublished(read: Read, name: str) -> str:
    """Return the path of a document that is not published and goes by a slug, file or path, or nothing."""
    for path in read(paths):
        stem = path.rpartition("/")[2].rpartition(".")[0]
        if name in (path, stem, slug_of(path, read(document, path).header)) and not read(published, path):
            return path
    return ""


def related_count(read: Read) -> int:
    """Return how many related stories a page shows."""
    return read(settings).related.count
