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

KEPT = 60
"""How many of a story's weightiest words are compared."""
COMMON = 0.35
"""A word in a larger share of stories than this says nothing."""
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


def _postings(sets: dict[str, Vector]) -> dict[str, list[tuple[str, float]]]:
    found: dict[str, list[tuple[str, float]]] = {}
    for path, vector in sets.items():
        for word, weight in vector.items():
            found.setdefault(word, []).append((path, weight))
    return found


def shares(vector: Vector, postings: dict[str, list[tuple[str, float]]]) -> dict[str, float]:
    """Return path -> the dot product of a vector with each story that shares a word with it."""
    found: dict[str, float] = {}
    for word, weight in vector.items():
        for path, other in postings[word]:
            found[path] = found.get(path, 0.0) + weight * other
    return found


@query("which stories go with which in {}")
def neighbours(read: Read, note: Noting, lang: str) -> dict[str, tuple[Related, ...]]:
    """Return path -> its nearest stories, best first, for every article of a language."""
    paths = sorted(read(stories, lang))
    words = vectors({path: read(words_of, path) for path in paths})
    about = vectors_of_sets({path: read(belongs, path).about for path in paths})
    topics = vectors_of_sets({path: (*read(belongs, path).topics, *read(belongs, path).tags) for path in paths})
    days = {path: _day(read, path) for path in paths}
    links = {path: read(mentions_in, path) for path in paths}
    by_words, by_about, by_topics = _postings(words), _postings(about), _postings(topics)
    found: dict[str, tuple[Related, ...]] = {}
    for path in paths:
        parts = {
            "words": shares(words[path], by_words),
            "about": shares(about[path], by_about),
            "topics": shares(topics[path], by_topics),
        }
        scores = {
            other: _score(other, parts, days[path], days[other], other in links[path] or path in links[other])
            for other in set().union(*parts.values())
            if other != path
        }
        best = sorted(scores, key=lambda other: (-round(scores[other], 6), other))[:DEPTH]
        found[path] = tuple(Related(other, _reason(path, other, parts, about, topics, links)) for other in best)
    return found


def vectors_of_sets(sets: dict[str, Iterable[str]]) -> dict[str, Vector]:
    """Return path -> member -> weight by rarity, each vector of length 1 (or empty), from path -> members."""
    whole = {path: tuple(dict.fromkeys(members)) for path, members in sets.items()}
    spread = Counter(member for members in whole.values() for member in members)
    result: dict[str, Vector] = {}
    for path, members in whole.items():
        weighed = {member: math.log(1 + len(whole) / spread[member]) for member in members}
        length = math.sqrt(sum(weight * weight for weight in weighed.values())) or 1.0
        result[path] = {member: weight / length for member, weight in weighed.items()}
    return result


def _score(other: str, parts: dict[str, dict[str, float]], day: int, other_day: int, linked: bool) -> float:
    score = sum(WEIGHTS[name] * part.get(other, 0.0) for name, part in parts.items())
    near = math.exp(-abs(day - other_day) / NEAR_DAYS) if day and other_day else 0.0
    return score + WEIGHTS["link"] * linked + WEIGHTS["days"] * near


def _reason(
    path: str,
    other: str,
    parts: dict[str, dict[str, float]],
    about: dict[str, Vector],
    topics: dict[str, Vector],
    links: dict[str, dict[str, Mention]],
) -> Reason:
    """Choose the reason that tells a reader most: who both are about, a citation, a shared topic, or the words."""
    common = sorted(
        set(about[path]) & set(about[other]), key=lambda name: (-about[path][name] * about[other][name], name)
    )
    if other in links[path]:
        return Reason("cited")
    if common and parts["about"].get(other, 0.0) > 0.05:
        return Reason("about", tuple(common[:2]))
    if path in links[other]:
        return Reason("cites")
    shared = sorted(set(topics[path]) & set(topics[other]), key=lambda name: (-topics[path][name], name))
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
