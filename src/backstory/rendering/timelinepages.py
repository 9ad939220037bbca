"""A whole timeline, as its page shows it: headings, an index of them, an axis, filters, and the same in other formats.

Knows what stands around events. Must never know which page asks, nor what one event looks like.
"""

import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence

from backstory.library.anchors import event_anchor
from backstory.library.events import Event
from backstory.library.routes import prefix
from backstory.library.timelines import (
    Extent,
    Grain,
    Group,
    extent,
    grain_of,
    grouped,
    timeline_extent,
    timeline_part,
    timeline_years,
)
from backstory.reading.dates import parse
from backstory.reading.slugs import slugify
from backstory.rendering.dates import show_day_month, show_month
from backstory.rendering.drawings.axis import axis
from backstory.rendering.excerpts import event_view, timeline_address
from backstory.rendering.timelineviews import ChoiceView, EventGroup, EventView, OptionView, StopView, TimelineView
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import DateView, LinkView

MOST_MONTHS = 60
"""With more headings than this, the index names years only."""
FEWEST_TO_CHOOSE = 5
"""Fewer events than this need no filters."""


def part_by_year(view: Vantage, path: str, year: str, title: str, *, asked: str = "auto") -> TimelineView:
    """Return the timeline of a document, a topic or an entity, or, without a path, of the page's language.

    Of a long one that is a year, or without a year the latest major events; `asked` says which headings it has.
    """
    start, years = timeline_home(view, path), view.read(timeline_years, view.lang, path)
    parts = tuple(LinkView(each, view.url(f"{start}{each}/"), each == year) for each in years)
    found = view.read(timeline_part, view.lang, path, year)
    reach = extent(found) if year else view.read(timeline_extent, view.lang, path)
    return whole(view, found, title, asked, parts=parts, reach=reach)


def timeline_home(view: Vantage, path: str) -> str:
    """Return the address of a whole timeline, below which its years stand."""
    return timeline_address(view, path) if path else prefix(view.read, view.lang) + "/timeline/"


def whole(
    view: Vantage,
    found: tuple[Event, ...],
    title: str,
    asked: str = "auto",
    *,
    parts: tuple[LinkView, ...],
    reach: Extent,
) -> TimelineView:
    """Return events as the whole of a page. `parts` are links to the years of a long timeline, of which all `reach`."""
    more = reach.count - len(found)
    grain = grain_of(found, asked)
    groups = _headed(view, grouped(found, grain), grain)
    ids = tuple(event_anchor(event.id) for event in found)
    events = [event for group in groups for event in group.events]
    choices = _choices(view, events)
    majors = sum(event.major for event in found)
    if majors == len(found) or len(found) < FEWEST_TO_CHOOSE:
        majors = 0
    return TimelineView(
        title=title,
        url="",
        groups=groups,
        count=len(found) + more,
        span=_span(view, reach),
        axis=axis(found, view.words, ids),
        exports=_exports(view),
        more=more,
        parts=parts,
        stops=_stops(groups),
        choices=choices,
        majors=majors,
        marks={event.id: made for event in events if (made := _marks(event, choices, majors > 0))},
    )


def _exports(view: Vantage) -> tuple[LinkView, ...]:
    """Return links to the same timeline in other formats, which stand beside its page."""
    if not view.here.endswith("/"):
        return ()
    names = (
        ("JSON", "timeline.json"),
        ("TimelineJS", "timelinejs.json"),
        ("iCalendar", "timeline.ics"),
        ("CSV", "timeline.csv"),
    )
    return tuple(LinkView(label, view.url(view.here + name)) for label, name in names)


def _span(view: Vantage, reach: Extent) -> DateView | None:
    if not reach.first or not reach.last or reach.first > reach.last:
        return None
    first, last = reach.first.text, reach.last.text
    return view.day(parse(first if first == last else f"{first}/{last}"))


def month_heading(view: Vantage, year: int, month: int) -> str:
    """Return a month of a year as a heading says it: with a capital, whatever the language does in a sentence."""
    return _capital(show_month(year, month, view.lang))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _headed(view: Vantage, groups: tuple[Group, ...], grain: Grain) -> tuple[EventGroup, ...]:
    """Return groups under their headings: months inside years, days inside months, each under one that holds it."""
    made: list[EventGroup] = []
    above = ""
    for group in groups:
        events = tuple(event_view(view, event) for event in group.events)
        outer, inner = _heading(view, group, grain)
        if outer.id != above:  # what belongs to the upper heading itself comes first
            made.append(EventGroup(outer.label, outer.id, 2, () if inner else events))
            above = outer.id
        if inner:
            made.append(EventGroup(inner.label, inner.id, 3, events, inner.short))
    return tuple(made)


def _heading(view: Vantage, group: Group, grain: Grain) -> tuple[EventGroup, EventGroup | None]:
    """Return the upper heading of a group, and the one inside it if it has one of its own."""
    date = group.events[0].date
    if date.earliest is None and date.latest is None:
        return EventGroup(view.words("Undated"), "undated", 2, ()), None
    year, month = f"{group.year:04d}" if group.year >= 0 else f"{group.year:05d}", f"-{group.month:02d}"
    of_year = EventGroup(view.day(parse(year)).text, f"y{group.year}", 2, ())
    if not group.month:
        return of_year, None
    named = month_heading(view, group.year, group.month)
    if grain == "month":
        return of_year, EventGroup(named, f"m{year}{month}", 3, (), _beginning(view, f"2000{month}", named))
    of_month = EventGroup(named, f"m{year}{month}", 2, ())
    if not group.day:
        return of_month, None
    day = f"{year}{month}-{group.day:02d}"
    label = view.day(parse(day)).text
    return of_month, EventGroup(label, f"d{day}", 3, (), _beginning(view, f"2000-{day[-5:]}", label))


def _beginning(view: Vantage, date: str, label: str) -> str:
    """Return a month or day without its year, if that is how its heading begins."""
    short = _capital(show_day_month(parse(date), view.lang))
    return short if label.startswith(short) else ""


def _stops(groups: tuple[EventGroup, ...]) -> tuple[StopView, ...]:
    """Return the index of a timeline's headings: both levels where that does not get too long."""
    if len(groups) < 2:
        return ()
    deep = len(groups) <= MOST_MONTHS
    found: list[tuple[EventGroup, list[StopView]]] = []
    for group in groups:
        if group.level == 2:
            found.append((group, []))
        elif deep:
            found[-1][1].append(StopView(group.id, group.short or group.label))
    stops = tuple(StopView(group.id, group.label, tuple(inner)) for group, inner in found)
    return stops if len(stops) > 1 or any(len(each.inner) > 1 for each in stops) else ()


_KINDS: tuple[tuple[str, str, Callable[[EventView], Sequence[LinkView]]], ...] = (
    ("topic", "Topic", lambda event: event.topics),
    ("about", "About", lambda event: event.about),
    ("place", "Place", lambda event: event.places),
)


def _choices(view: Vantage, events: Sequence[EventView]) -> tuple[ChoiceView, ...]:
    """Return the filters that can tell some events from others."""
    if len(events) < FEWEST_TO_CHOOSE:
        return ()
    found = []
    for name, label, named in _KINDS:
        titles: dict[str, str] = {}
        counts: Counter[str] = Counter()
        for event in events:
            own = {slugify(each.title): each.title for each in named(event)}
            titles |= own
            counts.update(own.keys())
        if len(counts) > 1 or any(count < len(events) for count in counts.values()):
            options = (OptionView(value, title, counts[value]) for value, title in titles.items())
            found.append(ChoiceView(name, view.words(label), tuple(sorted(options, key=_in_order))))
    return tuple(found)


def _in_order(option: OptionView) -> tuple[str, str]:
    """Return what options are sorted by: their letters without marks."""
    plain = unicodedata.normalize("NFKD", option.title.casefold())
    return "".join(each for each in plain if not unicodedata.combining(each)), option.value


def _marks(event: EventView, choices: tuple[ChoiceView, ...], majors: bool) -> str:
    """Return what an event can be found by: a word for each choice that it is among."""
    names = {choice.name for choice in choices}
    found = [f"{name}-{slugify(each.title)}" for name, _, named in _KINDS if name in names for each in named(event)]
    return " ".join(dict.fromkeys([*(["major"] if majors and event.major else []), *found]))
