"""A date for formats that know only years, months and days.

Knows which parts of a date can be told without saying more than it does. Must never know the formats.
"""

from typing import NamedTuple

from backstory.reading.dates import Date, Day, days_in
from backstory.reading.dates.bounds import bounds
from backstory.reading.dates.shapes import Interval, Point

Part = tuple[int, ...]
"""A year; a year and a month; or a year, a month and a day."""

_SIZES = {"year": 1, "day": 3, "time": 3}
"""How many parts a precision has; two for months and all that is made of them."""


class Span(NamedTuple):
    """Where a date begins and ends. `end` is None where that says no more, or where it is open or unknown.

    `lasting` says that it goes on from one to the other, rather than being one day in between.
    """

    start: Part
    end: Part | None
    lasting: bool


class Reach(NamedTuple):
    """How far a date reaches: `first` and `last` day, None where open or unknown.

    From `sure_first` to `sure_last` it certainly lasts; both are None where there is no such day, for a month of which
    one day is meant, say.
    """

    first: Day | None
    last: Day | None
    sure_first: Day | None
    sure_last: Day | None


def span(date: Date) -> Span | None:
    """Return a date's ends as exactly as it gives them: summer 2021 is (2021, 6) to (2021, 8), but not lasting.

    An interval without a start begins where it ends. None when no day is known (`{..1700,1800..}`).
    """
    if date.earliest is None and date.latest is None:
        return None
    if date.is_interval:
        return _of_interval(date)
    size = _SIZES.get(date.precision, 2)
    start = tuple((date.earliest or date.latest or ())[:size])
    end = tuple((date.latest or date.earliest or ())[:size])
    whole = _common(date.earliest, date.latest) if date.earliest and date.latest else None
    return Span(whole or start, None if whole or start == end else end, lasting=date.kind == "all-of")


def _of_interval(date: Date) -> Span:
    start, end = _points(date)
    opening = _part(start, first=True) if start else None
    closing = _part(end, first=False) if end else None
    if opening is None or closing is None:
        only = opening or closing
        assert only
        return Span(only, None, lasting=True)
    return Span(opening, None if opening == closing else closing, lasting=True)


def _points(date: Date) -> tuple[Point | None, Point | None]:
    shape = date.shape
    assert isinstance(shape, Interval)
    start = shape.start if isinstance(shape.start, Point) else None
    return start, shape.end if isinstance(shape.end, Point) else None


def _part(point: Point, *, first: bool) -> Part:
    days = bounds(point)
    return _common(*days) or tuple(days[0 if first else 1][: point.units])


def _common(first: Day, last: Day) -> Part | None:
    """Return the day, the month or the year that two days are the ends of, else None."""
    if first == last:
        return tuple(first)
    if first.year != last.year or first.day > 1 or last.day < days_in(last.year, last.month):
        return None
    if first.month == last.month:
        return (first.year, first.month)
    return (first.year,) if (first.month, last.month) == (1, 12) else None


def reach(date: Date) -> Reach:
    """Return how far a date reaches, and which part of that is certain."""
    if not date.is_interval:
        only = date.earliest if date.is_day else None
        return Reach(date.earliest, date.latest, only, only)
    start, end = _points(date)
    began = bounds(start)[1] if start else None
    ended = bounds(end)[0] if end else None
    if began and ended and began > ended:
        return Reach(date.earliest, date.latest, None, None)
    return Reach(date.earliest, date.latest, began, ended)


def iso(part: Part) -> str:
    """Return a part as ISO 8601: `2021`, `2021-07`, `2021-07-02`; `-0044` before year 0."""
    year = f"-{-part[0]:04}" if part[0] < 0 else f"{part[0]:04}"
    return "-".join((year, *(f"{each:02}" for each in part[1:])))


def ordinal(day: Day) -> int:
    """Return a day's number, counted from 1 January of year 0; as exact in far years as in near ones.

    Years are counted from March, so that the leap day comes last (the well-known arithmetic of days from civil dates).
    """
    year = day.year - (day.month < 3)
    since_march = (153 * ((day.month + 9) % 12) + 2) // 5 + day.day - 1
    return 365 * year + year // 4 - year // 100 + year // 400 + since_march + 60
