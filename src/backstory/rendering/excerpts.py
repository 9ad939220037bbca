"""Events as views, and the parts of timelines that other pages show.

Knows events and how they look from a page. Must never know which page asks.
"""

import re
from html import escape

from markupsafe import Markup

from backstory.library.anchors import event_anchor
from backstory.library.cards import card
from backstory.library.events import Event, Telling
from backstory.library.merging import Version
from backstory.library.routes import event_home
from backstory.library.sofar import beside
from backstory.library.sources import source
from backstory.library.timelines import events_of, inside, timeline_events
from backstory.reading.dates import Date
from backstory.reading.front.headers import Media
from backstory.rendering.timelineviews import EventGroup, EventView, NearView, OtherwiseView, TellingView, TimelineView
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import LinkView

EMPHASIS = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1|(\*|_)(?=\S)(.+?)(?<=\S)\3")


def event_view(view: Vantage, event: Event, *, current: str = "") -> EventView:
    """Return an event as it looks from a page. `current` is the path of the story that the page is, if it is one."""
    told = tuple(_telling(view, each) for each in event.told)
    return EventView(
        id=event_anchor(event.id),
        date=view.day(event.date),
        title=event.title,
        html=event_html(event),
        url=view.url(event_home(view.read, view.lang, event.date), event_anchor(event.id)),
        major=event.major,
        current=bool(current) and any(each.path == current for each in event.told),
        note=event.note,
        places=_links(view, event.places),
        about=_links(view, event.about),
        topics=_links(view, event.topics),
        sources=tuple(view.source(found) for id in event.sources if (found := view.read(source, id))),
        told_by=told,
        ongoing=event.date.is_ongoing,
        otherwise=tuple(_otherwise(view, each) for each in event.otherwise),
        media=tuple(_media(each) for each in event.media),
        also=tuple(event_anchor(id) for id in event.also),
    )


def neighbours(view: Vantage, path: str, anchor: str) -> tuple[NearView, ...]:
    """Return the events before and after the one that a line of a story tells, and it between them; none if alone."""
    found = view.read(beside, path).get(anchor)
    if found is None or not (found.before or found.after):
        return ()
    line = (found.before, found.event, found.after)
    return tuple(_near(view, event, event is found.event) for event in line if event)


def _near(view: Vantage, event: Event, current: bool) -> NearView:
    url = view.url(event_home(view.read, view.lang, event.date), event_anchor(event.id))
    return NearView(view.day(event.date), event.title, "" if current else url, current)


def event_html(event: Event) -> Markup:
    """Return an event's text as HTML: a file's, which is clean already, or a paragraph's."""
    return Markup(event.html) if event.html else one_paragraph(event.text)


def _otherwise(view: Vantage, each: Version) -> OtherwiseView:
    where = view.url(view.read(card, each.path).address, each.anchor)
    return OtherwiseView(view.card(each.path), where, view.day(each.date) if each.date else None, each.words)


def _media(each: Media) -> LinkView:
    named = ", ".join(part for part in (each.caption, each.credit) if part)
    return LinkView(named or each.url.partition("://")[2], each.url)


def one_paragraph(text: str) -> Markup:
    """Return a paragraph of a header as HTML: escaped, with emphasis."""
    if not text:
        return Markup("")
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
    events = tuple(event_view(view, event, current=current) for event in kept)
    group = EventGroup("", "", 2, events)
    return TimelineView(title, url, (group,) if events else (), len(found), more=len(found) - len(kept))
