"""A timeline for other programs: its own JSON, TimelineJS's, and a spreadsheet.

Knows those formats (calendars have a module of their own, `calendars`). Must never know how events are found or shown.
The shape of `timeline_json` is described in `theme/schemas/timeline.schema.json`.
"""

import io
from csv import writer
from typing import Any

from msgspec import Struct

from backstory.reading.dates import Date
from backstory.reading.dates.shapes import Point
from backstory.rendering.escaping import attribute, clean, json_bytes, text
from backstory.rendering.spans import Part, span
from backstory.rendering.timelineshape import VERSION, EventShape, SourceShape, TimelineShape


class ExportSource(Struct, frozen=True):
    """A source. `date` is EDTF or empty."""

    publisher: str
    title: str
    url: str = ""
    date: str = ""


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
        events=[_shape(event) for event in timeline.events],
    )
    return json_bytes(shape, indent=2)


def _shape(event: ExportEvent) -> EventShape:
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
        sources=[SourceShape(each.publisher, each.title, each.url, each.date) for each in event.sources],
    )


def timelinejs_json(timeline: ExportTimeline) -> bytes:
    """Return the timeline as TimelineJS 3 loads it (timeline.knightlab.com/docs/json-format.html).

    Headlines and texts are HTML there. An event of which no day is known can't be placed and is left out.
    """
    opening = {"headline": text(timeline.title), "text": text(timeline.description)}
    slides = [slide for event in timeline.events if (slide := _slide(event))]
    return json_bytes({"title": {"unique_id": "title", "text": opening}, "events": slides}, indent=2)


def _slide(event: ExportEvent) -> dict[str, Any] | None:
    ends = span(event.date)
    if ends is None:
        return None
    return _given(
        unique_id=event.id,
        start_date=_parts(ends.start) | _clock(event.date),
        end_date=_parts(ends.end) if ends.end else None,
        display_date=clean(event.display_date),
        text={"headline": _link(event.title, event.url), "text": _story(event)},
        group=clean(event.topics[0]) if event.topics else "",
        autolink=False,
    )


def _parts(part: Part) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), part, strict=False))


def _clock(date: Date) -> dict[str, int]:
    shape = date.shape if date.precision == "time" else None
    if not isinstance(shape, Point):
        return {}
    return {"hour": int(shape.time[:2]), "minute": int(shape.time[3:5])}


def _story(event: ExportEvent) -> str:
    told = clean(event.html) or text(event.text)
    sources = ", ".join(_link(each.publisher or each.title, each.url) for each in event.sources)
    return "".join(each if each.startswith("<p") else f"<p>{each}</p>" for each in (told, sources) if each)


def _link(words: str, url: str) -> str:
    return f'<a href="{attribute(url)}">{text(words)}</a>' if url.startswith(("http:", "https:")) else text(words)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}


_THEIRS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    "Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
)
COLUMNS = (*_THEIRS.split(","), "EDTF", "Places", "Topics", "About", "Sources", "URL", "ID")
"""TimelineJS's columns, then ours."""

_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def csv(timeline: ExportTimeline) -> bytes:
    """Return the timeline as a table in UTF-8: TimelineJS's columns, then ours. Several names are parted by `; `.

    A cell that a spreadsheet would take for a formula gets an apostrophe in front, EDTF before year 0 too (OWASP, "CSV
    Injection"); Year, Month and Day are numbers and stay.
    """
    table = io.StringIO()
    rows = writer(table, lineterminator="\r\n")
    rows.writerow(COLUMNS)
    rows.writerows(_row(event) for event in timeline.events)
    return table.getvalue().encode("utf-8")


def _row(event: ExportEvent) -> list[str | int]:
    words = {
        "Display Date": event.display_date,
        "Headline": event.title,
        "Text": event.text,
        "Group": event.topics[0] if event.topics else "",
        "EDTF": event.date.text,
        "Places": "; ".join(event.places),
        "Topics": "; ".join(event.topics),
        "About": "; ".join(event.about),
        "Sources": "; ".join(map(_cited, event.sources)),
        "URL": event.url,
        "ID": event.id,
    }
    numbers = _numbers(event.date)
    return [numbers[name] if name in numbers else _cell(words.get(name, "")) for name in COLUMNS]


def _numbers(date: Date) -> dict[str, str | int]:
    ends = span(date)
    if ends is None:
        return {}
    clock = _clock(date)
    time = f"{clock['hour']:02}:{clock['minute']:02}" if clock else ""
    start = zip(("Year", "Month", "Day"), ends.start, strict=False)
    end = zip(("End Year", "End Month", "End Day"), ends.end or (), strict=False)
    return {**dict(start), **dict(end), "Time": time}


def _cell(words: str) -> str:
    safe = clean(words)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe


def _cited(source: ExportSource) -> str:
    named = ", ".join(each for each in (source.publisher, source.title, source.date) if each)
    return f"{named} ({source.url})" if source.url else named
