"""Timelines as views: whole ones, grouped and with an axis, and the parts of them that other pages show.

Knows events and how they look from a page. Must never know which page asks.
"""

import re
from html import escape

from markupsafe import Markup

from backstory.library.anchors import event_anchor
from backstory.library.cards import card
from backstory.library.events import Event, Telling
from backstory.library.routes import event_home
from backstory.library.sources import source
from backstory.library.timelines import Group, events_of, grain_of, grouped, inside, timeline_events
from backstory.reading.dates import Date, parse
from backstory.rendering.axis import axis
from backstory.rendering.dates import show_month
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import (
    DateView,
    EventGroup,
    EventView,
    LinkView,
    TellingView,
    TimelineView,
)

EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(\*|_)(?=\S)(.+?)(?<=\S)\3")


def event_view(view: Vantage, event: Event, *, current: str = "") -> EventView:
    """Return an event as it looks from a page. `current` is the path of the story that the page is, if it is one."""
    told = tuple(_telling(view, each) for each in event.told)
    return EventView(
        id=event_anchor(event.id),
        date=view.day(event.date),
        title=event.title,
        html=one_paragraph(event.text),
        url=view.url(event_home(view.read, view.lang, event.date), event_anchor(event.id)),
        major=event.major,
        current=bool(current) and any(each.path == current for each in event.told),
        note=event.note,
        places=_links(view, event.places),
        about=_links(view, event.about),
        topics=_links(view, event.topics),
        sources=tuple(view.source(found) for id in event.sources if (found := view.read(source, id))),
        told_by=told,
    )


def one_paragraph(text: str) -> Markup:
    """Return a paragraph of a header as HTML: escaped, with emphasis."""
    marked = EMPHASIS.sub(
        lambda m: f"<strong>{m[2]}</strong>" if m[1] else f"<em>{m[4]}</em>",
        escape(" ".join(text.split()), quote=False),
    )
    return Markup(marked)


def _telling(view: Vantage, each: Telling) -> TellingView:
    shown = view.card(each.path)
    where = view.url(view.read(card, each.path).address, each.anchor)
    return TellingView(shown, each.words, each.sentence, where)


def _links(view: Vantage, names: tuple[str, ...]) -> tuple[LinkView, ...]:
    """Return links to documents, and mere words for names that no document goes by."""
    return tuple(view.link(name) if name.endswith((".md", ".markdown")) else LinkView(name, "") for name in names)


def events_for(view: Vantage, path: str) -> tuple[Event, ...]:
    """Return the events of a timeline's page, or of a topic or an entity."""
    each = view.read(card, path)
    return view.read(timeline_events, path) if each.kind == "timeline" else view.read(events_of, each.lang, path)


def excerpt(view: Vantage, path: str, start: Date | None, end: Date | None, limit: int) -> TimelineView:
    """Return part of a timeline: between two dates, and of those the major ones first when there are more than fit."""
    found = tuple(event for event in events_for(view, path) if inside(event.date, start, end))
    each = view.read(card, path)
    return part_of(view, found, each.title, view.url(timeline_address(view, path)), limit)


def timeline_address(view: Vantage, path: str) -> str:
    """Return the address of the page that shows a document's whole timeline."""
    each = view.read(card, path)
    return each.address if each.kind == "timeline" else each.address + "timeline/"


def part_of(
    view: Vantage, found: tuple[Event, ...], title: str, url: str, limit: int, *, current: str = ""
) -> TimelineView:
    """Return at most `limit` events: major ones and those that the page's own story tells first, in order of time."""
    ranked = sorted(
        enumerate(found), key=lambda item: (not item[1].major, all(t.path != current for t in item[1].told), -item[0])
    )
    kept = tuple(found[index] for index in sorted(index for index, _ in ranked[:limit]))
    return shown_part(view, kept, len(found), title, url, current=current)


def shown_part(
    view: Vantage, kept: tuple[Event, ...], count: int, title: str, url: str, *, current: str = ""
) -> TimelineView:
    """Return the events that were chosen of `count`."""
    events = tuple(event_view(view, event, current=current) for event in kept)
    group = EventGroup("", "", 2, events)
    return TimelineView(title, url, (group,) if events else (), count, more=count - len(kept))


def whole(
    view: Vantage,
    found: tuple[Event, ...],
    title: str,
    url: str,
    asked: str = "auto",
    *,
    parts: tuple[LinkView, ...] = (),
    more: int = 0,
) -> TimelineView:
    """Return a timeline's page: headings, axis, exports; `parts` are links to the years of a long one."""
    grain = grain_of(found, asked)
    groups = tuple(_group(view, group) for group in grouped(found, grain))
    ids = tuple(event_anchor(event.id) for event in found)
    drawn = axis(found, view.lang, ids)
    return TimelineView(title, url, groups, len(found) + more, _span(view, found), drawn, exports(view), more, parts)


def exports(view: Vantage) -> tuple[LinkView, ...]:
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


def _span(view: Vantage, found: tuple[Event, ...]) -> DateView | None:
    firsts = [event.date.earliest for event in found if event.date.earliest]
    lasts = [event.date.latest for event in found if event.date.latest]
    if not firsts or not lasts:
        return None
    first, last = min(firsts).text, max(lasts).text
    return view.day(parse(first if first == last else f"{first}/{last}"))


def month_heading(view: Vantage, year: int, month: int) -> str:
    """Return a month of a year as a heading says it: with a capital, whatever the language does in a sentence."""
    name = show_month(year, month, view.lang)
    return name[:1].upper() + name[1:]


def _group(view: Vantage, group: Group) -> EventGroup:
    events = tuple(event_view(view, event) for event in group.events)
    if not group.year:
        return EventGroup(view.words("Undated"), "undated", 2, events)
    if group.grain == "year":
        year = f"{group.year:04d}" if group.year >= 0 else f"{group.year:05d}"
        return EventGroup(view.day(parse(year)).text, f"y{group.year}", 2, events)
    month = f"{group.year:04d}-{group.month:02d}"
    if group.grain == "month":
        return EventGroup(month_heading(view, group.year, group.month), f"m{month}", 2, events)
    return EventGroup(events[0].date.text, f"d{month}-{group.day:02d}", 2, events)
