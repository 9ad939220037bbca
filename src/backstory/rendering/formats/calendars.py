"""A timeline as a calendar.

Knows iCalendar (RFC 5545, with RFC 7986's name). Must never know a clock: a stamp is the event's own day, so that equal
builds are equal.

The rule: a day, and an interval from one day to another, is an all-day event, which ends on the day after its last. A
day with an hour is an event at that hour, in a zone of that offset where one is written, and otherwise at that hour
wherever the reader is. Everything else (a month, a season, a year, an open end) is left out: a calendar would say that
it lasted all July.
"""

import re
from datetime import date as civil
from datetime import timedelta
from urllib.parse import quote

from backstory.reading.dates import Date
from backstory.reading.dates.day import Day
from backstory.reading.dates.shapes import Interval, Point
from backstory.reading.eventfiles.icsfile import MAKER, OURS
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline, told
from backstory.rendering.templating.escaping import clean, json_bytes, text

LONGEST_LINE = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""

_NOT_TEXT = re.compile(r"[\x7f-\x9f\u2028\u2029]")
_NOT_URI = re.compile(r"[^!-~]+")


def icalendar(timeline: ExportTimeline) -> bytes:
    """Return the timeline's days and hours. The host in the timeline's address makes their ids the site's own.

    An uncertain or approximate day is tentative, and its description says the date in words. What iCalendar has no
    property for stands as JSON in `X-BACKSTORY-EVENT`, so that a calendar can be read back whole.
    """
    timed = (event.date for event in timeline.events if event.date.precision == "time")
    zones = sorted({_zone(date) for date in timed if _days(date)} - {"", "Z"})
    host = _text(timeline.url.partition("://")[2].partition("/")[0]) or "backstory"
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{MAKER}Backstory//EN",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"NAME:{_text(timeline.title)}",
        f"X-WR-CALNAME:{_text(timeline.title)}",
        *(line for zone in zones for line in _zone_lines(zone)),
        *(line for event in timeline.events for line in _event(event, host)),
        "END:VCALENDAR",
    ]
    return b"".join(_folded(line) for line in lines)


def _event(event: ExportEvent, host: str) -> list[str]:
    days = _days(event.date)
    if days is None:
        return []
    first, after = days
    doubtful = event.date.approximate or event.date.uncertain
    lines = [
        ("UID", f"{_text(event.id)}@{host}"),
        ("DTSTAMP", f"{_stamp(first)}T000000Z"),
        *_when(event.date, first, after),
        ("SUMMARY", _text(event.title)),
        ("DESCRIPTION", _text(_description(event, doubtful))),
        ("LOCATION", _text(", ".join(event.places))),
        ("CATEGORIES", ",".join(map(_text, event.topics))),
        ("URL", _uri(event.url)),
        ("STATUS", "TENTATIVE" if doubtful else "CONFIRMED"),
        ("TRANSP", "TRANSPARENT"),
        (f"{OURS};VALUE=TEXT", _ours(event)),
    ]
    return ["BEGIN:VEVENT", *(f"{name}:{value}" for name, value in lines if value), "END:VEVENT"]


def _when(date: Date, first: civil, after: civil) -> tuple[tuple[str, str], ...]:
    hour, zone = _hour(date), _zone(date)
    if not hour:
        return (("DTSTART;VALUE=DATE", _stamp(first)), ("DTEND;VALUE=DATE", _stamp(after)))
    name = "DTSTART" if zone in ("", "Z") else f"DTSTART;TZID={_zone_name(zone)}"
    return ((name, f"{_stamp(first)}T{hour}{'Z' if zone == 'Z' else ''}"),)


def _hour(date: Date) -> str:
    """Return the hour of a date as iCalendar writes it, or nothing; the end of a day, 24:00, has no place there."""
    shape = date.shape if date.precision == "time" else None
    hour = shape.time.replace(":", "") if isinstance(shape, Point) else ""
    return "" if hour.startswith("24") else hour


def _zone(date: Date) -> str:
    """Return the zone of a date's hour: `Z`, `+03:00`, or nothing."""
    shape = date.shape if _hour(date) else None
    return shape.zone if isinstance(shape, Point) else ""


def _zone_name(zone: str) -> str:
    return f"UTC{zone.replace(':', '')}"


def _zone_lines(zone: str) -> list[str]:
    """Return the definition of a zone of one offset, which has no summer time."""
    offset = zone.replace(":", "") if ":" in zone else f"{zone}00"
    times = ["DTSTART:16010101T000000", f"TZOFFSETFROM:{offset}", f"TZOFFSETTO:{offset}"]
    return ["BEGIN:VTIMEZONE", f"TZID:{_zone_name(zone)}", "BEGIN:STANDARD", *times, "END:STANDARD", "END:VTIMEZONE"]


def _ours(event: ExportEvent) -> str:
    kept = told(event, ("date", "text", "html", "places", "about", "sources", "major", "note", "media"))
    if kept.get("html") == text(clean(event.text)):
        del kept["html"]
    return _text(json_bytes(kept, indent=0).decode().strip())


def _days(date: Date) -> tuple[civil, civil] | None:
    """Return the first day and the day after the last, or None for what is not made of days."""
    ends = (date.earliest, date.latest) if date.is_day else _interval(date)
    if ends is None or ends[0] is None or ends[1] is None:
        return None
    try:
        return civil(*ends[0]), civil(*ends[1]) + timedelta(days=1)
    except (ValueError, OverflowError):  # before the year 1 or after 9999, which iCalendar can't write
        return None


def _interval(date: Date) -> tuple[Day | None, Day | None] | None:
    shape = date.shape if date.is_interval and date.precision == "day" else None
    if not isinstance(shape, Interval):
        return None
    whole = all(isinstance(each, Point) and not each.masked for each in (shape.start, shape.end))
    return (date.earliest, date.latest) if whole else None


def _stamp(day: civil) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _description(event: ExportEvent, doubtful: bool) -> str:
    sources = "\n".join(_cited(each) for each in event.sources)
    return "\n\n".join(part for part in (event.display_date if doubtful else "", event.text, sources) if part)


def _cited(source: ExportSource) -> str:
    named = ", ".join(each for each in (source.publisher, source.title, source.date) if each)
    return f"{named}: {source.url}" if source.url else named


def _text(words: str) -> str:
    """Return a value of type TEXT (RFC 5545, 3.3.11)."""
    safe = words if words.isprintable() else _NOT_TEXT.sub(" ", clean(words))
    safe = safe.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return safe.replace("\n", "\\n").replace("\t", " ")


def _uri(url: str) -> str:
    """Return an absolute address with what is not printable ASCII percent-encoded, or nothing for a relative one."""
    if not url.startswith(("http:", "https:")):
        return ""
    return _NOT_URI.sub(lambda match: quote(match[0].encode("utf-8", "replace"), safe=""), url)


def _folded(line: str) -> bytes:
    """Return a line and its end, folded between characters so that no part of it has more than 75 octets."""
    data = line.encode("utf-8", "replace")
    if len(data) <= LONGEST_LINE:
        return data + b"\r\n"
    parts: list[bytes] = []
    limit = LONGEST_LINE
    while len(data) > limit:
        cut = limit
        while data[cut] & 0xC0 == 0x80:  # inside a character
            cut -= 1
        parts.append(data[:cut])
        data = data[cut:]
        limit = LONGEST_LINE - 1  # for the space that stands before each further part
    return b"\r\n ".join([*parts, data]) + b"\r\n"
