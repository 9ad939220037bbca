"""A running story up to one of its own: what happened in its topics by then, and what of that a reader needs first.

What is asked of a topic's events is worked out once, so that a story costs the same whether its topic has ten events
or ten thousand. Knows events in order. Must never know how a timeline looks.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.events import Event, order
from backstory.library.timelines import events_of
from backstory.reading.dates import Date
from backstory.reading.dates.day import Day


class Landmarks(Struct, frozen=True):
    """Places in the order of a topic's events: of major ones, and of those that nobody knows the beginning of.

    `told` has, for a story's path, the places of the events that it tells.
    """

    major: tuple[int, ...]
    open: tuple[int, ...]
    told: dict[str, tuple[int, ...]]


@query("the landmarks of {1} in {0}", kept=False)
def landmarks(read: Read, note: Noting, lang: str, topic: str) -> Landmarks:
    """Return the landmarks among the events of a topic."""
    line = read(events_of, lang, topic)
    told: dict[str, list[int]] = {}
    for n, event in enumerate(line):
        for path in {each.path for each in event.told}:
            told.setdefault(path, []).append(n)
    return Landmarks(
        tuple(n for n, event in enumerate(line) if event.major),
        tuple(n for n, event in enumerate(line) if event.date.earliest is None),
        {path: tuple(places) for path, places in sorted(told.items())},
    )


@query("which events of {1} in {0} are others' too", kept=False)
def shared(read: Read, note: Noting, lang: str, topic: str, *others: str) -> tuple[int, ...]:
    """Return the places of a topic's events that other topics have too."""
    known = {event.id for other in others for event in read(events_of, lang, other)}
    return tuple(n for n, event in enumerate(read(events_of, lang, topic)) if event.id in known)


def so_far(
    read: Read, lang: str, topics: tuple[str, ...], path: str, date: Date | None, limit: int
) -> tuple[tuple[Event, ...], int]:
    """Return what happened in a story's topics up to its date, in order, and how many events that are in all.

    At most `limit` of them: major ones first, of those what the story itself tells, then the latest.
    """
    last = date.latest if date else None
    found: dict[str, tuple[Event, bool]] = {}
    count = 0
    for n, topic in enumerate(topics):
        line = read(events_of, lang, topic)
        if not line:
            continue
        marked = read(landmarks, lang, topic)
        cut = bisect_right(line, last, key=_anchor) if last else len(line)
        own = marked.told.get(path, ())
        count += _before(range(len(line)), cut, marked.open)
        if n:
            count -= _before(read(shared, lang, topic, *topics[:n]), cut, marked.open)
        for place in _likely(line, marked, cut, own, limit):
            found[line[place].id] = line[place], place in own
    ranked = sorted(found.values(), key=lambda each: order(each[0]), reverse=True)
    ranked.sort(key=lambda each: (not each[0].major, not each[1]))
    return tuple(sorted((event for event, _ in ranked[:limit]), key=order)), count


def _anchor(event: Event) -> Day:
    return event.date.anchor


def _before(places: Sequence[int], cut: int, open: tuple[int, ...]) -> int:
    """Count the places before a cut, and those after it whose beginning nobody knows."""
    late = open[bisect_left(open, cut) :]
    return bisect_left(places, cut) + sum(1 for each in late if _has(places, each))


def _has(places: Sequence[int], wanted: int) -> bool:
    at = bisect_left(places, wanted)
    return at < len(places) and places[at] == wanted


def _likely(line: tuple[Event, ...], marked: Landmarks, cut: int, own: tuple[int, ...], limit: int) -> set[int]:
    """Return places before a cut, all that are wanted among them: the last, the last major ones, the story's own."""
    late = marked.open[bisect_left(marked.open, cut) :]
    major = [*marked.major[: bisect_left(marked.major, cut)], *(each for each in late if line[each].major)]
    last = [*range(max(cut - limit, 0), cut), *late]
    return {*last[-limit:], *major[-limit:], *(each for each in own if each < cut or each in late)}
