"""One date of a text: a year, a month, a day, a season, a time.

Knows the grammar of a single EDTF date. Must never know intervals or sets.
"""

import re
from typing import Final, cast

from backstory.reading.dates.day import YEAR_DIGITS
from backstory.reading.dates.errors import WrongDateError
from backstory.reading.dates.shapes import Mark, Point, joined

_POINT: Final = re.compile(
    r"([?~%])?(-?[0-9X]{4}|Y-?[0-9]+(?:E[0-9]+)?)(?:S([0-9]+))?([?~%])?"
    r"(?:-([?~%])?([0-9X]{2})([?~%])?(?:-([?~%])?([0-9X]{2})([?~%])?)?)?"
    r"(?:T([0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(Z|[+-][0-9]{2}(?::[0-9]{2})?)?)?"
)
"""Mark, year, significant digits, mark; mark, month, mark; mark, day, mark; time, zone."""

_FURTHEST_ZONE: Final = 14 * 60
_UNMARKED: Final[tuple[Mark, Mark, Mark]] = ("", "", "")
_Pair = tuple[str, str]


def read_point(text: str) -> Point:
    """Read a single date; raise WrongDateError if it is none. Whether its day exists is for `bounds` to say."""
    match = _POINT.fullmatch(text)
    if match is None:
        raise WrongDateError
    mark, year_text, digits, *year_month_day, time, zone = match.groups("")
    after_year, before_month, month, after_month, before_day, day, after_day = year_month_day
    year = _year(year_text)
    if month and year_text[0] == "Y":
        raise WrongDateError("a year written with Y stands alone, without a month")
    significant = _significant(digits, year_text, year, bool(month)) if digits else 0
    _check_month(month, day)
    marks = _marks((mark, after_year), (before_month, after_month), (before_day, after_day))
    point = Point(year_text, year, month, day, marks=marks, significant=significant)
    return _with_time(point, time, zone) if time else point


def _year(text: str) -> int:
    if text[0] == "Y":
        return _long_year(text)
    if text == "-0000":
        raise WrongDateError("the year before 0001 is 0000, and the one before that is -0001")
    return int(text.replace("X", "0"))


def _long_year(text: str) -> int:
    """Read `Y170000002` (level 1, "Letter-prefixed calendar year") or `Y-17E7` (level 2, "Exponential year")."""
    digits, _, power = text[1:].lstrip("-").partition("E")
    if digits[0] == "0":
        raise WrongDateError("the digits after Y cannot begin with 0")
    if "E" in text and (not power.strip("0") or power[0] == "0"):
        raise WrongDateError("the power of ten after E has to be 1 or more, without zeros before it")
    if len(digits) > YEAR_DIGITS or len(power) > 2 or len(digits) + int(power or 0) > YEAR_DIGITS:
        raise WrongDateError(f"its year has more than {YEAR_DIGITS} digits")
    value = int(digits + "0" * int(power or 0))
    year = -value if text[1] == "-" else value
    if value < 10_000:
        raise WrongDateError("Y is for years of more than four digits", f"Write {_four_digits(year)}.")
    return year


def _four_digits(year: int) -> str:
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _significant(written: str, year_text: str, year: int, more: bool) -> int:
    if more or "X" in year_text:
        raise WrongDateError("S and a number of digits go with a whole year alone", "Write 1950S2, or leave S out.")
    most = len(str(abs(year)))
    if len(written) > 2 or not 1 <= int(written) <= most or written[0] == "0":
        raise WrongDateError(f"after S comes the number of digits that hold, from 1 to {most}")
    return int(written)


def _check_month(month: str, day: str) -> None:
    if not month or "X" in month:
        return
    number = int(month)
    if 21 <= number <= 41:
        if day:
            raise WrongDateError(f"{month} stands for a part of the year, so no day can follow it")
    elif not 1 <= number <= 12:
        raise WrongDateError(f"there is no month {month}")


def _marks(year: _Pair, month: _Pair, day: _Pair) -> tuple[Mark, Mark, Mark]:
    """Spread the marks before and after each part: one after holds for all before it too, one before for it alone."""
    if not any((*year, *month, *day)):
        return _UNMARKED
    for_all, to_month, to_year = (cast(Mark, after) for _, after in (day, month, year))
    alone_year, alone_month, alone_day = (cast(Mark, before) for before, _ in (year, month, day))
    through_month = joined(for_all, to_month)
    whole_year = joined(joined(through_month, to_year), alone_year)
    return whole_year, joined(through_month, alone_month), joined(for_all, alone_day)


def _with_time(point: Point, time: str, zone: str) -> Point:
    if not point.day or point.masked:
        raise WrongDateError("a time of day needs a whole day before it", "Write 2021-08-03T14:30.")
    if any(point.marks):
        raise WrongDateError("?, ~ and % cannot stand beside a time of day", "Leave the time out, or the sign.")
    hour, minute, second = time[:2], time[3:5], time[6:] or "00"
    if hour == "24":
        raise WrongDateError("midnight is 00:00 of the next day", "Write the next day, with T00:00.")
    for value, limit, unit in ((hour, 23, "hour"), (minute, 59, "minute"), (second, 59, "second")):
        if int(value) > limit:
            raise WrongDateError(f"there is no {unit} {value}", "Write a time such as 2021-08-03T14:30.")
    _check_zone(zone)
    return Point(point.year_text, point.year, point.month, point.day, f"{hour}:{minute}:{second}", zone)


def _check_zone(zone: str) -> None:
    """Check a distance from UTC. ISO 8601-1 (4.3.13) keeps `-` for places behind UTC, so `-00` is not one."""
    if zone in ("", "Z"):
        return
    minutes = int(zone[1:3]) * 60 + int(zone[4:] or 0)
    if zone[4:] > "59" or minutes > _FURTHEST_ZONE:
        raise WrongDateError(f"no place keeps its clocks at {zone} from UTC", "Write +03:00, or Z for UTC.")
    if minutes == 0 and zone[0] == "-":
        raise WrongDateError(f"{zone} is not a distance from UTC", "Write Z for UTC.")
