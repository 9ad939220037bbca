"""Dates for machines: HTML's `<time>`, and formats that know nothing but days.

Knows the formats of others. Must never claim more than the date says.
"""

from backstory.reading.dates import Date
from backstory.reading.dates.shapes import Point


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
