"""A timeline for other programs: what is told of it in every format, and its own JSON.

Knows that format (`slides`, `sheets` and `calendars` know the others). Must never know how events are found or shown.
The shape of `timeline_json` is described in `theme/schemas/timeline.schema.json`.
"""

from collections.abc import Callable
from typing import Any

from msgspec import Struct, to_builtins

from backstory.reading.dates import Date
from backstory.reading.front.headers import Media
from backstory.rendering.formats.timelineshape import VERSION, EventShape, MediaShape, SourceShape, TimelineShape
from backstory.rendering.templating.escaping import clean, json_bytes


class ExportSource(Struct, frozen=True):
    """A source. `date` is EDTF or empty; `id` is what the site knows it by."""

    publisher: str
    title: str
    url: str = ""
    date: str = ""
    id: str = ""


class ExportEvent(Struct, frozen=True):
    """An event. `display_date` says the date in words; `text` is plain, `html` says the same with its markup.

    `url` is absolute if it can be; `places`, `topics` and `about` are names.
    """

    id: str
    date: Date
    display_date: str
    title: str
    text: str = ""
    html: str = ""
    url: str = ""
    places: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    sources: tuple[ExportSource, ...] = ()
    major: bool = False
    note: str = ""
    media: tuple[Media, ...] = ()


class ExportTimeline(Struct, frozen=True):
    """A timeline with its events in order of time. `url` is its page, absolute if it can be."""

    title: str
    url: str
    lang: str
    events: tuple[ExportEvent, ...]
    description: str = ""


def timeline_json(timeline: ExportTimeline) -> bytes:
    """Return the timeline whole, nothing rounded: see `timelineshape.TimelineShape`."""
    shape = TimelineShape(
        version=VERSION,
        title=clean(timeline.title),
        description=clean(timeline.description),
        url=timeline.url,
        language=timeline.lang,
        events=[event_shape(event) for event in timeline.events],
    )
    return json_bytes(shape, indent=2)


def event_shape(event: ExportEvent) -> EventShape:
    """Return an event as our JSON tells it."""
    return EventShape(
        id=event.id,
        url=event.url,
        date=event.date.text,
        display_date=event.display_date,
        earliest=event.date.earliest.text if event.date.earliest else None,
        latest=event.date.latest.text if event.date.latest else None,
        approximate=event.date.approximate,
        uncertain=event.date.uncertain,
        major=event.major,
        title=clean(event.title),
        text=clean(event.text),
        html=clean(event.html),
        places=list(event.places),
        topics=list(event.topics),
        about=list(event.about),
        sources=_sources(event),
        note=clean(event.note),
        media=_media(event),
    )


def _sources(event: ExportEvent) -> list[SourceShape]:
    return [SourceShape(each.publisher, each.title, each.url, each.date, each.id) for each in event.sources]


def _media(event: ExportEvent) -> list[MediaShape]:
    return [MediaShape(each.url, each.caption, each.credit) for each in event.media]


_FIELDS: dict[str, Callable[[ExportEvent], Any]] = {
    "date": lambda event: event.date.text,
    "text": lambda event: clean(event.text),
    "html": lambda event: clean(event.html),
    "places": lambda event: list(event.places),
    "topics": lambda event: list(event.topics),
    "about": lambda event: list(event.about),
    "sources": lambda event: to_builtins(_sources(event)),
    "major": lambda event: event.major,
    "note": lambda event: clean(event.note),
    "media": lambda event: to_builtins(_media(event)),
}


def told(event: ExportEvent, names: tuple[str, ...]) -> dict[str, Any]:
    """Return some fields of an event as our JSON tells them, for other formats that carry them along; none empty."""
    return {name: value for name in names if (value := _FIELDS[name](event))}
