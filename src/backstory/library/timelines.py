"""Which events a timeline takes, and how they are grouped.

Knows selections, spans and order. Must never know how a timeline looks.
"""

from bisect import bisect_left
from typing import Literal

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, language_of, settings
from backstory.library.events import Event, events
from backstory.library.names import ABOUT, find
from backstory.reading.dates import Date, Day
from backstory.reading.front.headers import Selection, TimelineHeader

Grain = Literal["year", "month", "day"]


@query("the index of events in {}", kept=False)
def event_index(read: Read, note: Noting, lang: str) -> dict[str, tuple[Event, ...]]:
    """Return path or plain name -> the events about it, of it, or at it, in order of time."""
    found: dict[str, list[Event]] = {}
    for event in read(events, lang):
        for name in {*event.topics, *event.about, *event.places}:
            found.setdefault(name, []).append(event)
    return {name: tuple(each) for name, each in sorted(found.items())}


@query("the events of {1} in {0}")
def events_of(read: Read, note: Noting, lang: str, path: str) -> tuple[Event, ...]:
    """Return the events about a topic or an entity, in order of time."""
    return read(event_index, lang).get(path, ())


@query("the events of the timeline {}")
def timeline_events(read: Read, note: Noting, path: str) -> tuple[Event, ...]:
    """Return the events of a timeline's page: those that it selects and its own, in order of time."""
    found = read(document, path)
    header = found.header
    if not isinstance(header, TimelineHeader):
        return ()
    lang = language_of(header, read(settings))
    every = read(events, lang)
    chosen = header.select
    if chosen == Selection():
        return tuple(event for event in every if path in event.homes)
    wanted = {
        "topics": _found(read, chosen.topics, lang, ("topic",)),
        "about": _found(read, chosen.about, lang, ABOUT),
        "places": _found(read, chosen.places, lang, ("place",)),
    }
    return tuple(event for event in every if path in event.homes or _chosen(event, wanted, chosen))


def _found(read: Read, words: tuple[str, ...], lang: str, kinds: tuple[str, ...]) -> frozenset[str]:
    return frozenset(find(read, name, lang, kinds).path or name for name in words)


def _chosen(event: Event, wanted: dict[str, frozenset[str]], chosen: Selection) -> bool:
    lists = (
        (wanted["topics"], event.topics),
        (wanted["about"], event.about),
        (wanted["places"], event.places),
        (frozenset(chosen.tags), event.tags),
    )
    return all(not names or names.intersection(own) for names, own in lists) and inside(
        event.date, chosen.start, chosen.end
    )


def inside(date: Date, start: Date | None, end: Date | None) -> bool:
    """Say whether a date could fall between two others, both counted in. An open end shuts nothing out."""
    first, last = date.earliest, date.latest
    if start and start.earliest and last and last < start.earliest:
        return False
    return not (end and end.latest and first and first > end.latest)


LONG = 400
"""A timeline of more events than this has a page for each year, and its own page shows the latest major ones."""
SHORTENED = 100
"""How many events the page of a long timeline shows."""


@query("every event of the timeline of {1} in {0}", kept=False)
def whole_timeline(read: Read, note: Noting, lang: str, path: str) -> tuple[Event, ...]:
    """Return all events of a timeline, of a topic or an entity, or, without a path, of a language; in order of time."""
    if not path:
        return read(events, lang)
    return read(timeline_events, path) if read(document, path).kind == "timeline" else read(events_of, lang, path)


@query("the years of the timeline of {1} in {0}")
def timeline_years(read: Read, note: Noting, lang: str, path: str) -> tuple[str, ...]:
    """Return the years of a long timeline (see `whole_timeline`), or none."""
    found = read(whole_timeline, lang, path)
    return tuple(dict.fromkeys(year_of(event.date) for event in found)) if len(found) > LONG else ()


def year_of(date: Date) -> str:
    """Return the year under which a date stands, in four digits."""
    return f"{date.anchor.year:04d}"


@query("the events that the timeline of {1} in {0} shows {2}", kept=False)
def timeline_part(read: Read, note: Noting, lang: str, path: str, year: str) -> tuple[Event, ...]:
    """Return the events that a timeline's page shows: a year's; or all; or of a long one the latest major ones.

    A question of its own, so that the pages of other years stay as they are when an event changes.
    """
    found = read(whole_timeline, lang, path)
    if year:
        ends = (bisect_left(found, Day(int(year) + n, 1, 1), key=_anchor) for n in (0, 1))
        return found[slice(*ends)]
    if not read(timeline_years, lang, path):
        return found
    major = tuple(event for event in found if event.major)
    return (major or found)[-SHORTENED:]


class Extent(Struct, frozen=True):
    """How many events a timeline has, and the first and last day that is known of them."""

    count: int
    first: Day | None = None
    last: Day | None = None


@query("how far the timeline of {1} in {0} reaches")
def timeline_extent(read: Read, note: Noting, lang: str, path: str) -> Extent:
    """Return how far a whole timeline reaches."""
    return extent(read(whole_timeline, lang, path))


def extent(found: tuple[Event, ...]) -> Extent:
    """Return how far some events reach."""
    firsts = [event.date.earliest for event in found if event.date.earliest]
    lasts = [event.date.latest for event in found if event.date.latest]
    return Extent(len(found), min(firsts, default=None), max(lasts, default=None))


def _anchor(event: Event) -> Day:
    return event.date.anchor


class Group(Struct, frozen=True):
    """Events under one heading. `year` and `month` are 0 where the date does not say; `grain` is the heading's own."""

    grain: Grain
    year: int
    month: int
    day: int
    events: tuple[Event, ...]


DENSE = 24
"""With more events than this a year on average, a long span has its months too."""


def grain_of(found: tuple[Event, ...], asked: str) -> Grain:
    """Return the precision that headings deserve.

    Years for spans over four years that hold few events a year; days within two neighbouring months, for twelve events
    or more; else months.
    """
    if asked in ("year", "month", "day"):
        return asked  # type: ignore[return-value]  # narrowed by the line above
    days = [day for event in found for day in (event.date.earliest, event.date.latest) if day]
    if not days:
        return "year"
    months = (max(days).year - min(days).year) * 12 + max(days).month - min(days).month
    if months > 48:
        years = {event.date.anchor.year for event in found}
        return "month" if len(found) > DENSE * len(years) else "year"
    return "month" if months > 1 or len(found) < 12 else "day"


def grouped(found: tuple[Event, ...], grain: Grain) -> tuple[Group, ...]:
    """Put events under headings of one grain, in order. A coarser date stands under its own coarser heading, first."""
    groups: dict[tuple[int, int, int], list[Event]] = {}
    for event in found:
        groups.setdefault(_heading(event.date, grain), []).append(event)
    undated = groups.pop(_UNDATED, [])
    made = [
        Group("day" if day else "month" if month else "year", year, month, day, tuple(groups[year, month, day]))
        for year, month, day in sorted(groups)
    ]
    return (*made, Group("year", 0, 0, 0, tuple(undated))) if undated else tuple(made)


_UNDATED = (0, 0, 0)


def _heading(date: Date, grain: Grain) -> tuple[int, int, int]:
    """Return the year, month and day of the heading for a date, 0 for what it does not say.

    What lasts stands where it begins; a season under its first month; a year, or more than one, under its first year.
    """
    first = date.earliest or date.latest
    if first is None:
        return _UNDATED
    last = date.latest or first
    if grain == "year" or (not date.is_interval and (last.year != first.year or date.precision == "year")):
        return (first.year, 0, 0)
    if grain == "month" or not (date.is_day or date.is_interval):
        return (first.year, first.month, 0)
    return (first.year, first.month, first.day)
