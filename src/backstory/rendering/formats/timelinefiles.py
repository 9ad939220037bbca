"""The files beside each timeline's page: the same events as JSON, TimelineJS JSON, iCalendar and CSV.

Knows which timeline stands at which address. Must never know the formats themselves.
"""

from backstory.engine.keys import Noting, Read, query
from backstory.library.addresses import address, document_at
from backstory.library.anchors import event_anchor
from backstory.library.cards import card
from backstory.library.documents import settings
from backstory.library.events import Event
from backstory.library.routes import route_at, routes
from backstory.library.sources import source
from backstory.library.stories import languages, shelf
from backstory.library.timelines import timeline_part, whole_timeline
from backstory.reading.eventfiles.markup import plain_text
from backstory.rendering.excerpts import event_html
from backstory.rendering.faces import day_view
from backstory.rendering.formats.calendars import icalendar
from backstory.rendering.formats.exports import (
    ExportEvent,
    ExportSource,
    ExportTimeline,
    timeline_json,
)
from backstory.rendering.formats.sheets import csv
from backstory.rendering.formats.slides import timelinejs_json
from backstory.rendering.vantage import Vantage, vantage

TIMELINE_FILES = {
    "timeline.json": timeline_json,
    "timelinejs.json": timelinejs_json,
    "timeline.ics": icalendar,
    "timeline.csv": csv,
}


def timeline_homes(read: Read) -> tuple[str, ...]:
    """Return the addresses of all pages that show a whole timeline."""
    routed = [where for where, route in read(routes).items() if route.kind == "timeline"]
    documents = (path for lang in read(languages) for path, _ in read(shelf, lang, "timeline", ""))
    written = [read(address, path) for path in documents]
    return tuple(where for where in (*routed, *written) if where.endswith("/"))


def timeline_at(read: Read, where: str) -> tuple[Event, ...]:
    """Return the events of the timeline that stands at an address."""
    route = read(route_at, where)
    if route:
        return read(timeline_part, route.lang, route.subject, route.year)
    path = read(document_at, where)
    return read(timeline_part, read(card, path).lang, path, "")


@query("the events for the files of {}", kept=False)
def exported(read: Read, note: Noting, where: str) -> tuple[ExportEvent, ...]:
    """Return the events of a timeline's files, which all formats share."""
    every = _every(read, where)
    view = vantage(read, note, where, every[0].lang if every else read(settings).language)
    return tuple(_exported(view, event) for event in every)


def timeline_file(read: Read, note: Noting, where: str, name: str) -> bytes:
    """Return a timeline in the format that a file's name says."""
    route = read(route_at, where)
    path = route.subject if route else read(document_at, where)
    own = read(card, path) if path else None
    lang = route.lang if route else own.lang if own else ""
    view = vantage(read, note, where, lang)
    told = read(exported, where)
    title = own.title if own else view.settings.language_settings(lang).title
    made = ExportTimeline(title, view.absolute(where) or where, lang, told, own.description if own else "")
    return TIMELINE_FILES[name](made)


def _every(read: Read, where: str) -> tuple[Event, ...]:
    """Return the events of a timeline's files: all of a long one too, of which the page shows only some."""
    route = read(route_at, where)
    if route and route.year:
        return timeline_at(read, where)
    if route:
        return read(whole_timeline, route.lang, route.subject)
    path = read(document_at, where)
    return read(whole_timeline, read(card, path).lang, path)


def _exported(view: Vantage, event: Event) -> ExportEvent:
    own, html = event_anchor(event.id), str(event_html(event))
    return ExportEvent(
        id=event.id,
        date=event.date,
        display_date=day_view(event.date, event.lang).text,
        title=event.title,
        text=plain_text(html) if html else "",
        html=html,
        url=f"{view.absolute(view.here) or view.here}#{own}",
        places=_names(view, event.places),
        topics=_names(view, event.topics),
        about=_names(view, event.about),
        sources=tuple(
            ExportSource(entry.publisher, entry.title, entry.url, entry.date.text if entry.date else "", id)
            for id in event.sources
            if (entry := view.read(source, id))
        ),
        major=event.major,
        note=event.note,
        media=event.media,
    )


def _names(view: Vantage, found: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(view.read(card, name).title if name.endswith(".md") else name for name in found)
