"""A timeline as a table for spreadsheets.

Knows TimelineJS's columns and ours. Must never know how events are found or shown.
"""

import io
from csv import writer

from backstory.reading.dates import Date
from backstory.rendering.escaping import clean
from backstory.rendering.exports import ExportEvent, ExportSource, ExportTimeline
from backstory.rendering.slides import clock, their_year
from backstory.rendering.spans import Part, span

_THEIRS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,"
    "Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,Background"
)
_OURS = "EDTF,Places,Topics,About,Sources,Source IDs,Note,Major,URL,ID"
COLUMNS = (*_THEIRS.split(","), *_OURS.split(","))
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
        "Media": event.media[0].url if event.media else "",
        "Media Credit": event.media[0].credit if event.media else "",
        "Media Caption": event.media[0].caption if event.media else "",
        "Group": event.topics[0] if event.topics else "",
        "EDTF": event.date.text,
        "Places": "; ".join(event.places),
        "Topics": "; ".join(event.topics),
        "About": "; ".join(event.about),
        "Sources": "; ".join(map(_cited, event.sources)),
        "Source IDs": "; ".join(each.id for each in event.sources) if any(each.id for each in event.sources) else "",
        "Note": event.note,
        "Major": "yes" if event.major else "",
        "URL": event.url,
        "ID": event.id,
    }
    numbers = _numbers(event.date)
    return [numbers[name] if name in numbers else _cell(words.get(name, "")) for name in COLUMNS]


def _numbers(date: Date) -> dict[str, str | int]:
    ends = span(date)
    if ends is None:
        return {}
    hour = clock(date)
    time = f"{hour['hour']:02}:{hour['minute']:02}" if hour else ""
    start = zip(("Year", "Month", "Day"), _theirs(ends.start), strict=False)
    end = zip(("End Year", "End Month", "End Day"), _theirs(ends.end or ()), strict=False)
    return {**dict(start), **dict(end), "Time": time}


def _theirs(part: Part) -> Part:
    return (their_year(part[0]), *part[1:]) if part else ()


def _cell(words: str) -> str:
    safe = clean(words)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe


def _cited(source: ExportSource) -> str:
    named = ", ".join(each for each in (source.publisher, source.title, source.date) if each)
    return f"{named} ({source.url})" if source.url else named
