"""Where a story stands among the events of its running stories: what came before it, and what stands beside each date.

Knows tellings and order. Must never know how a story shows them. No answer here is kept: they are parts of all events,
and only where a part is another than before does a page have to be made again.
"""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date as civil

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import today
from backstory.library.cards import card
from backstory.library.documents import settings
from backstory.library.events import Event, event_spot, events, events_in, order
from backstory.library.stories import belongs
from backstory.library.timelines import events_of
from backstory.reading.dates import Date

SO_FAR = 6
"""How many events the story so far has at most."""
OWN = 3
"""How many of them may be the story's own."""


@query("the major events of {1} in {0}", kept=False)
def turning_points(read: Read, note: Noting, lang: str, topic: str) -> tuple[Event, ...]:
    """Return the major events of a topic in order of time; all of them where none is major."""
    found = read(events_of, lang, topic)
    return tuple(event for event in found if event.major) or found


@query("the story so far in {}", kept=False)
def so_far(read: Read, note: Noting, path: str) -> tuple[Event, ...]:
    """Return what led up to a story, in order of time: its topics' latest turning points until its date, and its own.

    An undated story has the latest of all.
    """
    each = read(card, path)
    topics = read(belongs, path).topics
    lines = [read(turning_points, each.lang, topic) for topic in topics]
    before = {event.id: event for line in lines for event in _until(line, each.date)}
    if not before:
        return ()
    own = sorted(_told(read, path, each.lang, topics), key=lambda event: (not event.major, order(event)))[:OWN]
    found = {event.id: event for event in own}
    for event in sorted(before.values(), key=order, reverse=True):
        if len(found) < SO_FAR:
            found.setdefault(event.id, event)
    return tuple(sorted(found.values(), key=order))


def _told(read: Read, path: str, lang: str, topics: tuple[str, ...]) -> Iterator[Event]:
    """Yield the events that a document tells, each once, from the shortest line in which it stands."""
    for id in _ids(read, path, lang):
        topic = _topic_of(read, lang, topics, id)
        yield _line(read, lang, topic)[read(places_in_line, lang, topic)[id]]


def _ids(read: Read, path: str, lang: str) -> dict[str, tuple[str, ...]]:
    """Return the ids under which the events that a document tells stand -> the anchors of its lines that tell them."""
    found: dict[str, tuple[str, ...]] = {}
    for event in read(events_in, path):
        spot = read(event_spot, lang, event.id)
        if spot is not None:
            found[spot.id] = (*found.get(spot.id, ()), *(line.anchor for line in event.told if line.anchor))
    return found


def _topic_of(read: Read, lang: str, topics: tuple[str, ...], id: str) -> str:
    """Return the first of some running stories that an event belongs to, or nothing."""
    return next((topic for topic in topics if id in read(places_in_line, lang, topic)), "")


def _until(line: tuple[Event, ...], date: Date | None) -> tuple[Event, ...]:
    """Return the last events of a line that began by the end of a date."""
    last = date.latest if date else None
    end = bisect_right(line, last, key=lambda event: event.date.anchor) if last else len(line)
    return line[max(end - SO_FAR, 0) : end]


class Beside(Struct, frozen=True, array_like=True, gc=False):
    """An event that a line tells, and those right before and after it in its running story."""

    event: Event
    before: Event | None = None
    after: Event | None = None


@query("the order of the events of {1} in {0}", kept=False)
def places_in_line(read: Read, note: Noting, lang: str, topic: str) -> dict[str, int]:
    """Return id -> place of each event of a topic, or, without one, of a language."""
    return {event.id: place for place, event in enumerate(_line(read, lang, topic))}


def _line(read: Read, lang: str, topic: str) -> tuple[Event, ...]:
    return read(events_of, lang, topic) if topic else read(events, lang)


@query("what stands beside the dates in {}", kept=False)
def beside(read: Read, note: Noting, path: str) -> dict[str, Beside]:
    """Return anchor -> what stands before and after the event that this line of a document tells."""
    lang, topics = read(card, path).lang, read(belongs, path).topics
    found: dict[str, Beside] = {}
    for id, anchors in _ids(read, path, lang).items():
        topic = _topic_of(read, lang, topics, id)
        line, place = _line(read, lang, topic), read(places_in_line, lang, topic)[id]
        before, after = line[place - 1] if place else None, line[place + 1] if place + 1 < len(line) else None
        found |= dict.fromkeys(anchors, Beside(line[place], before, after))
    return found


STANDING = 3
"""How many of a topic's latest events say where things stand."""


class Standing(Struct, frozen=True):
    """Where things stand: the latest events, what is still to come, and what happened on this day in other years."""

    latest: tuple[Event, ...] = ()
    ahead: tuple[Event, ...] = ()
    on_this_day: tuple[Event, ...] = ()


@query("where things stand in {1}", kept=False)
def standing(read: Read, note: Noting, lang: str, topic: str) -> Standing:
    """Return where a running story stands today. What is to come is the next event after today, if one is known."""
    now = civil.fromisoformat(read(today, read(settings).timezone))
    line = read(events_of, lang, topic)
    split = bisect_right(line, (now.year, now.month, now.day), key=lambda event: event.date.anchor)
    same = (event for event in line[:split] if event.date.is_day and _on(event.date, now.month, now.day, now.year))
    return Standing(line[:split][-STANDING:][::-1], line[split : split + 1], tuple(same))


def _on(date: Date, month: int, day: int, year: int) -> bool:
    first = date.earliest
    return first is not None and (first.month, first.day) == (month, day) and first.year < year
