"""Dates under the heading of their year, which they need not repeat: "3 August", "2–3 August", "August".

Knows what may leave its year out. Must never know the heading.
"""

from backstory.reading.dates.shapes import Interval, Point, Shape, has
from backstory.rendering.dates.singles import day, doubted, time_of, without_year
from backstory.rendering.dates.spans import days, is_plain
from backstory.rendering.dates.voices import Voice
from backstory.rendering.dates.words import Forms


def brief(voice: Voice, shape: Shape) -> str:
    """Return a date without its year, or an empty text when it needs the year."""
    ends = _ends(shape)
    if ends is None:
        return ""
    start, end = ends
    about = any(has(mark, "~") for mark in start.marks)
    forms = voice.words.forms_for("about" if about else "name")
    shown = _point(voice, forms, start) if start == end else _between(voice, forms, start, end)
    return doubted(voice, shown, start)


def _ends(shape: Shape) -> tuple[Point, Point] | None:
    """Return the two ends (the same twice for a single date) if both are plain, of one year, and equally sure."""
    if isinstance(shape, Interval):
        start, end = shape.start, shape.end
    else:
        start = end = shape if isinstance(shape, Point) else ""
    if not isinstance(start, Point) or not isinstance(end, Point):
        return None
    alike = start.year == end.year and start.units == end.units and start.marks == end.marks
    plain = is_plain(start) if start is not end else is_plain(_without_time(start))
    return (start, end) if alike and plain and is_plain(_without_time(end)) and start.month else None


def _without_time(point: Point) -> Point:
    return Point(point.year_text, point.year, point.month, point.day, significant=point.significant)


def _point(voice: Voice, forms: Forms, point: Point) -> str:
    if not point.day:
        return without_year(voice, forms.month_name, int(point.month))
    shown = without_year(voice, forms.day_month, int(point.month), day(voice, int(point.day)))
    return f"{shown}{voice.words.comma}{time_of(voice, point)}" if point.time else shown


def _between(voice: Voice, forms: Forms, start: Point, end: Point) -> str:
    if not start.day:
        return voice.words.names.format(_point(voice, forms, start), _point(voice, forms, end))
    if start.month == end.month:
        return without_year(voice, forms.day_month, int(start.month), days(voice, start, end))
    return voice.words.dates.format(_point(voice, forms, start), _point(voice, forms, end))
