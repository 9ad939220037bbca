"""Dates for machines: HTML's `<time>`, feeds, calendars.

Knows the formats of others. Must never claim more than the date says, save in feeds, which have no other way.
"""

import datetime
from typing import Final

from backstory.reading.dates import Date, Day
from backstory.reading.dates.shapes import Point

_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS: Final = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def html_datetime(date: Date) -> str | None:
    """Return the date as HTML's `<time datetime>` takes it, or None where HTML has no such value.

    HTML has years from 1 on, months, days, and days with a time and perhaps a zone (HTML standard, 4.5.14 and 2.3.5).
    It has no seasons, intervals, sets or unspecified digits, and no way to say "about" or "uncertain".
    """
    if date.level == 0 and date.kind == "single" and date.precision != "time":
        return None if date.text[:4] == "0000" else date.text
    point = _certain(date)
    if point is None or point.year < 1 or point.part:
        return None
    parts = [f"{point.year:04}", point.month, point.day][: point.units]
    day = "-".join(parts)
    return f"{day}T{point.time}{_zone(point.zone)}" if point.time else day


def iso_day(date: Date) -> str | None:
    """Return `2021-08-03` if the date is that day, with or without a time, and not in doubt; else None."""
    if date.level == 0 and date.kind == "single" and date.precision == "day":
        return date.text
    point = _certain(date)
    if point is None or not point.day or not 0 <= point.year <= 9999:
        return None
    return f"{point.year_text}-{point.month}-{point.day}"


def rfc3339(date: Date) -> str:
    """Return the moment that Atom and JSON feeds must have, `2021-08-03T00:00:00Z`.

    A date without a time becomes midnight UTC, a month, year or interval its first day (its last where the start is
    open), a time without a zone one in UTC. Feeds know no years but 0001-9999: what is outside takes the nearest.
    """
    day, time, zone = _moment(date)
    return f"{day.text}T{time}{zone or 'Z'}"


def rfc822(date: Date) -> str:
    """Return the moment that RSS must have, `Tue, 03 Aug 2021 00:00:00 +0000`; the choice is that of `rfc3339`."""
    day, time, zone = _moment(date)
    weekday = _WEEKDAYS[datetime.date(day.year, day.month, day.day).weekday()]
    offset = "+0000" if zone in ("", "Z") else zone.replace(":", "")
    return f"{weekday}, {day.day:02} {_MONTHS[day.month - 1]} {day.year:04} {time} {offset}"


def _certain(date: Date) -> Point | None:
    """Return the parts of a single date that has no marks, no unspecified digits and no insignificant ones."""
    if date.kind != "single" or date.approximate or date.uncertain:
        return None
    shape = date.shape
    if not isinstance(shape, Point) or shape.masked or shape.significant or "E" in shape.year_text:
        return None
    return shape


def _zone(zone: str) -> str:
    return f"{zone}:00" if len(zone) == 3 else zone


def _moment(date: Date) -> tuple[Day, str, str]:
    day = date.anchor
    if day.year < 1:
        return Day(1, 1, 1), "00:00:00", ""
    if day.year > 9999:
        return Day(9999, 12, 31), "00:00:00", ""
    if date.precision != "time":
        return day, "00:00:00", ""
    shape = date.shape
    return (day, shape.time, _zone(shape.zone)) if isinstance(shape, Point) else (day, "00:00:00", "")
