"""The first and the last day that a date can mean.

Knows what each part of a date leaves open. Must never move a bound for `?` or `~`: how far "about" reaches is nobody's
to say (ISO 8601-2, 8.4.2, note).
"""

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Final

from backstory.reading.dates.day import Day, days_in, is_leap
from backstory.reading.dates.errors import WrongDateError, month_name
from backstory.reading.dates.shapes import Point

PARTS: Final[dict[int, tuple[int, int]]] = {
    **dict.fromkeys((21, 25, 31), (3, 5)),
    **dict.fromkeys((22, 26, 32), (6, 8)),
    **dict.fromkeys((23, 27, 29), (9, 11)),
    **dict.fromkeys((24, 28, 30), (12, 2)),
    **{33 + n: (1 + 3 * n, 3 + 3 * n) for n in range(4)},
    **{37 + n: (1 + 4 * n, 4 + 4 * n) for n in range(3)},
    **{40 + n: (1 + 6 * n, 6 + 6 * n) for n in range(2)},
}
"""First and last month of each part of a year, 21-41.

The specification names the seasons and leaves their days open. Here they are the meteorologists': three whole months,
and those that belong to no hemisphere (21-24) as in the northern one. A season from December on ends in the year after.
"""


def bounds(point: Point) -> tuple[Day, Day]:
    """Return the first and last day of a date; raise WrongDateError when no day fits it."""
    if point.masked:
        return _of_masked(point)
    first, last = _years(point)
    if point.part:
        return _of_part(point.part, first, last)
    if not point.month:
        return Day(first, 1, 1), Day(last, 12, 31)
    month = int(point.month)
    if not point.day:
        return Day(first, month, 1), Day(last, month, days_in(last, month))
    only = Day(first, month, _checked_day(first, month, int(point.day)))
    return only, only


def matching(mask: str, highest: int) -> tuple[int, ...]:
    """Return the numbers from 1 to `highest` that fit two characters such as `08`, `1X` or `XX`."""
    if "X" not in mask:
        return (int(mask),) if 1 <= int(mask) <= highest else ()
    return tuple(n for n in range(1, highest + 1) if mask[0] in ("X", str(n // 10)) and mask[1] in ("X", str(n % 10)))


def _years(point: Point) -> tuple[int, int]:
    """Return the first and last year, where only the leading digits of a year may hold (`1950S2`)."""
    if not point.significant:
        return point.year, point.year
    size = abs(point.year)
    step: int = 10 ** (len(str(size)) - point.significant)
    low = size // step * step
    high = low + step - 1
    return (-high, -low) if point.year < 0 else (low, high)


def _of_part(part: int, first: int, last: int) -> tuple[Day, Day]:
    opening, closing = PARTS[part]
    end = last + 1 if closing < opening else last
    return Day(first, opening, 1), Day(end, closing, days_in(end, closing))


def _checked_day(year: int, month: int, day: int) -> int:
    length = days_in(year, month)
    if 1 <= day <= length:
        return day
    if not 1 <= day <= 31:
        raise WrongDateError(f"there is no day {day:02}")
    shown = f" {Day(year, 1, 1).text[:-6]}" if month == 2 else ""
    raise WrongDateError(f"{month_name(month)}{shown} has {length} days", "Leave the day out if it is not known.")


def _of_masked(point: Point) -> tuple[Day, Day]:
    if point.part:
        return _of_part(point.part, next(_masked_years(point, False)), next(_masked_years(point, True)))
    months = matching(point.month or "XX", 12)
    days = matching(point.day or "XX", 31)
    if not any(day <= days_in(2000, month) for month in months for day in days):
        raise WrongDateError("no day fits it", "Write X for a digit only where some day still fits.")
    leap_only = months == (2,) and days == (29,)
    first = _fitting(_masked_years(point, False), months, days, leap_only)
    last = _fitting(_masked_years(point, True), months[::-1], days[::-1], leap_only)
    return first, last


def _fitting(years: Iterable[int], months: tuple[int, ...], days: tuple[int, ...], leap_only: bool) -> Day:
    for year in years:
        if leap_only and not is_leap(year):
            continue
        for month in months:
            for day in days:
                if day <= days_in(year, month):
                    return Day(year, month, day)
    raise WrongDateError("29 February exists in leap years alone", "Leave the day out if it is not known.")


def _masked_years(point: Point, latest_first: bool) -> Iterator[int]:
    """Yield the years that fit, in the order of time or against it; before year 0 larger numbers are earlier."""
    text = point.year_text
    if "X" not in text:
        yield point.year
        return
    negative = text[0] == "-"
    digits = "9876543210" if negative != latest_first else "0123456789"
    for filled in product(*(digits if each == "X" else each for each in text.lstrip("-"))):
        year = int("".join(filled))
        if not negative or year:
            yield -year if negative else year
