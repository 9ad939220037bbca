"""Which stories go with which, and why.

Pins first, hidden never; then a score from what two stories share: their words above all (tf-idf cosine with a
sublinear term frequency: Manning, Raghavan and Schütze, "Introduction to Information Retrieval", 2008, section 6.4),
who and what they are about weighed by rarity, links between them, and nearness in time. Knows stories and shares.
Must never know pages.
"""

import math
from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import document, settings
from backstory.library.links import Mention, mentions_in
from backstory.library.names import STORIES, find, nearest
from backstory.library.stories import belongs, stories, translations
from backstory.library.vocabulary import words_of
from backstory.notes import error, warning
from backstory.reading.headers import ArticleHeader

KEPT = 40
"""How many of a story's weightiest words are compared."""
FINDING = 20
"""How many of those, and of what a story is about, are used to find stories to compare it with."""
WIDEST = 200
"""A word, person or place of more stories than this (and more than a quarter of a small archive) finds nothing."""
COMMON = 0.35
"""A word in a larger share of stories than this says nothing."""
COMPARED = 40
"""How many of the stories found are compared in full."""
NEAR_DAYS = 365.0
WEIGHTS = {"words": 1.0, "about": 0.45, "topics": 0.2, "link": 0.15, "days": 0.08}
DEPTH = 12
"""How many neighbours are kept for each story: enough for a list when some are shown elsewhere on the page."""


class Reason(Struct, frozen=True):
    """Why a story is related. `kind` is pinned, about, topic, cites, cited or words; `subjects` are paths or names."""

    kind: str
    subjects: tuple[str, ...] = ()


class Related(Struct, frozen=True):
    """A related story."""

    path: str
    reason: Reason
    pinned: bool = False


Vector = dict[str, float]


def vectors(texts: dict[str, dict[str, int]]) -> dict[str, Vector]:
    """Return path -> word -> weight, each vector of length 1 (or empty), from path -> word -> count."""
    spread = Counter(word for counts in texts.values() for word in counts)
    most = max(3.0, COMMON * len(texts))
    result: dict[str, Vector] = {}
    for path, counts in texts.items():
        weighed = {
            word: (1 + math.log(count)) * math.log(1 + len(texts) / spread[word])
            for word, count in counts.items()
            if 1 < spread[word] <= most
        }
        kept = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))[:KEPT]
        length = math.sqrt(sum(weight * weight for _, weight in kept)) or 1.0
        result[path] = {word: weight / length for word, weight in kept}
    return result


def found_by(vectors: dict[str, Vector]) -> dict[str, list[tuple[str, float]]]:
    """Return word -> (path, weight) of the stories that it finds: those among whose weightiest words it is."""
    found: dict[str, list[tuple[str, float]]] = {}
    for path, vector in vectors.items():
        for word, weight in list(vector.items())[:FINDING]:
            found.setdefault(word, []).append((path, weight))
    widest = max(WIDEST, len(vectors) // 4 if len(vectors) < 4 * WIDEST else 0)
    return {word: paths for word, paths in found.items() if 1 < len(paths) <= widest}


def likely(vector: Vector, index: dict[str, list[tuple[str, float]]], weight: float, into: dict[str, float]) -> None:
    """Add to `into` what a story shares with each story that its words find, times a weight."""
    for word, own in list(vector.items())[:FINDING]:
        for path, other in index.get(word, ()):
            into[path] = into.get(path, 0.0) + weight * own * other


def dot(one: Vector, other: Vector) -> float:
    """Return the dot product of two vectors."""
    return sum(weight * other[word] for word, weight in one.items() if word in other)


class Shares(Struct, frozen=True):
    """What each story has to share, by path: words, who and what it is about, topics and tags, its day, its links."""

    words: dict[str, Vector]
    about: dict[str, Vector]
    topics: dict[str, Vector]
    days: dict[str, int]
    links: dict[str, dict[str, Mention]]

    def score(self, path: str, other: str) -> float:
        """Return how well two stories go together."""
        score = WEIGHTS["words"] * dot(self.words[path], self.words[other])
        score += WEIGHTS["about"] * dot(self.about[path], self.about[other])
        score += WEIGHTS["topics"] * dot(self.topics[path], self.topics[other])
        score += WEIGHTS["link"] * (other in self.links[path] or path in self.links[other])
        days = self.days[path], self.days[other]
        return score + (WEIGHTS["days"] * math.exp(-abs(days[0] - days[1]) / NEAR_DAYS) if all(days) else 0.0)


@query("which stories go with which in {}")
def neighbours(read: Read, note: Noting, lang: str) -> dict[str, tuple[Related, ...]]:
    """Return path -> its nearest stories, best first, for every article of a language."""
    paths = sorted(read(stories, lang))
    shares = Shares(
        words=vectors({path: read(words_of, path) for path in paths}),
        about=vectors_of_sets({path: read(belongs, path).about for path in paths}),
        topics=vectors_of_sets({path: (*read(belongs, path).topics, *read(belongs, path).tags) for path in paths}),
        days={path: _day(read, path) for path in paths},
        links={path: read(mentions_in, path) for path in paths},
    )
    indexes = [(getattr(shares, name), found_by(getattr(shares, name)), WEIGHTS[name]) for name in FINDERS]
    return {path: _nearest(path, shares, indexes) for path in paths}


FINDERS = ("words", "about", "topics")
Index = tuple[dict[str, Vector], dict[str, list[tuple[str, float]]], float]


def _nearest(path: str, shares: Shares, indexes: list[Index]) -> tuple[Related, ...]:
    """Return a story's neighbours: those found by its weightiest words and subjects, compared in full."""
    found = dict.fromkeys((other for other in shares.links[path] if other in shares.words), 1.0)
    for own, index, weight in indexes:
        likely(own[path], index, weight, found)
    found.pop(path, None)
    compared = sorted(found, key=lambda other: (-round(found[other], 6), other))[:COMPARED]
    scores = {other: round(shares.score(path, other), 6) for other in compared}
    best = sorted(scores, key=lambda other: (-scores[other], other))[:DEPTH]
    return tuple(Related(other, _reason(path, other, shares)) for other in best)


def vectors_of_sets(sets: dict[str, Iterable[str]]) -> dict[str, Vector]:
    """Return path -> member -> weight by rarity, each vector of length 1 (or empty), from path -> members."""
    whole = {path: tuple(dict.fromkeys(members)) for path, members in sets.items()}
    spread = Counter(member for members in whole.values() for member in members)
    result: dict[str, Vector] = {}
    for path, members in whole.items():
        weighed = {member: math.log(1 + len(whole) / spread[member]) for member in members}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        ordered = sorted(weighed.items(), key=lambda item: (-item[1], item[0]))
        result[path] = {member: weight / length for member, weight in ordered}
    return result


def _reason(path: str, other: str, shares: Shares) -> Reason:
    """Choose the reason that tells a reader most: a citation, who both are about, a shared topic, or the words."""
    if other in shares.links[path]:
        return Reason("cited")
    one, two = shares.about[path], shares.about[other]
    common = sorted(one.keys() & two.keys(), key=lambda name: (-one[name] * two[name], name))
    if common and dot(one, two) > 0.05:
        return Reason("about", tuple(common[:2]))
    if path in shares.links[other]:
        return Reason("cites")
    one, two = shares.topics[path], shares.topics[other]
    shared = sorted(one.keys() & two.keys(), key=lambda name: (-one[name], name))
    return Reason("topic", tuple(shared[:1])) if shared else Reason("words")


def _day(read: Read, path: str) -> int:
    date = read(card, path).date
    first = date.earliest if date else None
    return (first.year * 372 + first.month * 31 + first.day) if first else 0


@query("the stories related to {}")
def related(read: Read, note: Noting, path: str) -> tuple[Related, ...]:
    """Return an article's related stories: the editor's pins in order, then the nearest, without the hidden."""
    found = read(document, path)
    header = found.header
    if not isinstance(header, ArticleHeader):
        return ()
    lang = read(card, path).lang
    own = {path, *read(translations, path).values()}
    pins = [each for each in _chosen(read, note, path, "pin", header.related.pin, lang) if each not in own]
    hidden = set(_chosen(read, note, path, "hide", header.related.hide, lang))
    near = [each for each in read(neighbours, lang).get(path, ()) if each.path not in {*pins, *hidden, *own}]
    return (*(Related(pin, Reason("pinned"), pinned=True) for pin in pins), *near)


def _chosen(read: Read, note: Noting, path: str, key: str, names: tuple[str, ...], lang: str) -> tuple[str, ...]:
    result: list[str] = []
    for n, name in enumerate(names):
        place = read(document, path).place(f"related.{key}[{n}]")
        found = find(read, name, lang, STORIES)
        if not found.path:
            help = nearest(read, name, STORIES) or "Write the slug of a published article."
            note(error(place, "related/unknown", f'There is no published story "{name}" to {key}.', help))
        elif key == "pin" and read(card, found.path).lang != lang:
            sentence = f'"{name}" is in another language, so it is not shown here.'
            note(warning(place, "related/other-language", sentence, "Pin its translation."))
        else:
            result.append(found.path)
    return tuple(dict.fromkeys(result))


def related_count(read: Read) -> int:
    """Return how many related stories a page shows."""
    return read(settings).related.count
