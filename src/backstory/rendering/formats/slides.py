"""A timeline as TimelineJS loads it.

Knows TimelineJS's JSON. Must never know how events are found or shown.
"""

from typing import Any

from backstory.reading.dates import Date
from backstory.reading.dates.shapes import Point
from backstory.reading.eventfiles.jsonfile import CITED
from backstory.rendering.formats.exports import ExportEvent, ExportTimeline, told
from backstory.rendering.formats.spans import Part, span
from backstory.rendering.templating.escaping import attribute, clean, json_bytes, text


def timelinejs_json(timeline: ExportTimeline) -> bytes:
    """Return the timeline as TimelineJS 3 loads it (timeline.knightlab.com/docs/json-format.html).

    Headlines and texts are HTML there. An event of which no day is known can't be placed and is left out. What
    TimelineJS has no field for (the date in EDTF, places, sources one by one) stands under `backstory` in each slide,
    which TimelineJS passes over and our reader of such files does not.
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
        start_date=_parts(ends.start) | clock(event.date),
        end_date=_parts(ends.end) if ends.end else None,
        display_date=clean(event.display_date),
        text={"headline": _link(event.title, event.url), "text": _story(event)},
        group=clean(event.topics[0]) if event.topics else "",
        media=_media(event),
        autolink=False,
        backstory=_ours(event),
    )


def _media(event: ExportEvent) -> dict[str, str] | None:
    first = event.media[0] if event.media else None
    return {"url": first.url, "caption": text(first.caption), "credit": text(first.credit)} if first else None


def _ours(event: ExportEvent) -> dict[str, Any]:
    return told(event, ("date", "places", "topics", "about", "sources", "major", "note"))


def _parts(part: Part) -> dict[str, int]:
    return dict(zip(("year", "month", "day"), (their_year(part[0]), *part[1:]), strict=False))


def their_year(year: int) -> int:
    """Return a year as TimelineJS counts: it shows -44 as "44 BCE" and has no year 0, which is EDTF's 1 BC."""
    return year if year > 0 else year - 1


def clock(date: Date) -> dict[str, int]:
    """Return hour and minute of a date that has a time of day."""
    shape = date.shape if date.precision == "time" else None
    if not isinstance(shape, Point):
        return {}
    return {"hour": int(shape.time[:2]), "minute": int(shape.time[3:5])}


def _story(event: ExportEvent) -> str:
    story = clean(event.html) or text(event.text)
    sources = ", ".join(_link(each.publisher or each.title, each.url) for each in event.sources)
    return (f"<p>{story}</p>" if story else "") + (f"{CITED}{sources}</p>" if sources else "")


def _link(words: str, url: str) -> str:
    return f'<a href="{attribute(url)}">{text(words)}</a>' if url.startswith(("http:", "https:")) else text(words)


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in ("", None)}
