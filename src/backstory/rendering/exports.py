"""A timeline for other programs: what is told of it in every format, and its own JSON.

Knows that format (`slides`, `sheets` and `calendars` know the others). Must never know how events are found or shown.
The shape of `timeline_json` is described in `theme/schemas/timeline.schema.json`.
"""

from msgspec import Struct

from backstory.reading.dates import Date
from backstory.reading.headers import Media
from backstory.rendering.escaping import clean, json_bytes
from backstory.rendering.timelineshape import VERSION, EventShape, MediaShape, SourceShape, TimelineShape


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
        sources=[SourceShape(each.publisher, each.title, each.url, each.date, each.id) for each in event.sources],
        note=clean(event.note),
        media=[MediaShape(each.url, each.caption, each.credit) for each in event.media],
    )
