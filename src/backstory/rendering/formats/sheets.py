"""A timeline as a table for spreadsheets.

Knows TimelineJS's columns and ours. Must never know how events are found or shown.
"""

import io
from csv import writer

from backstory.reading.dates import Date
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline
from backstory.rendering.formats.slides import clock, their_year
from backstory.rendering.formats.spans import Part, span
from backstory.rendering.templating.escaping import clean

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
    media = event.media[0] if event.media else None
    words = (
        event.display_date,
        event.title,
        event.text,
        *((media.url, media.credit, media.caption) if media else ("", "", "")),
        "",  # thumbnail
        "",  # type
        event.topics[0] if event.topics else "",
        "",  # background
        event.date.text,
        "; ".join(event.places),
        "; ".join(event.topics),
        "; ".join(event.about),
        "; ".join(map(_cited, event.sources)),
        "; ".join(each.id for each in event.sources) if any(each.id for each in event.sources) else "",
        event.note,
        "yes" if event.major else "",
        event.url,
        event.id,
    )
    return [*_numbers(event.date), *map(_cell, words)]


def _numbers(date: Date) -> tuple[str | int, ...]:
    """Return the cells of the first eight columns: the start, its hour, and the end, which has none."""
    ends = span(date)
    if ends is None:
        return ("",) * 8
    hour = clock(date)
    time = f"{hour['hour']:02}:{hour['minute']:02}" if hour else ""
    return (*_three(ends.start), time, *_three(ends.end or ()), "")


def _three(part: Part) -> tuple[str | int, ...]:
    found: tuple[str | int, ...] = (*_theirs(part), "", "", "")
    return found[:3]


def _theirs(part: Part) -> Part:
    return (their_year(part[0]), *part[1:]) if part else ()


def _cell(words: str) -> str:
    if not words or (words[0].isalnum() and words.isprintable()):
        return words
    safe = clean(words)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe


def _cited(source: ExportSource) -> str:
    named = ", ".join(each for each in (source.publisher, source.title, source.date) if each)
    return f"{named} ({source.url})" if source.url else named
