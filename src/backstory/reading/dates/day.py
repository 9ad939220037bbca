"""A day of the civil calendar, in any year.

Knows the Gregorian calendar, stretched back before its invention as ISO 8601 does (year 0 is 1 BC, -1 is 2 BC).
Must never know a clock, a time zone or how a date is written.
"""

from typing import Final, NamedTuple

YEAR_DIGITS: Final = 18
"""The longest year, in digits: what fits a 64-bit number, so that dates can be stored."""


class Day(NamedTuple):
    """One day. `month` counts from 1 to 12, `day` from 1. Days compare in the order of time."""

    year: int
    month: int
    day: int

    @property
    def text(self) -> str:
        """The day as `2021-08-03`, with a minus sign before year 0 and with as many digits as a long year needs."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


BEGINNING: Final = Day(-(10**YEAR_DIGITS), 1, 1)
END: Final = Day(10**YEAR_DIGITS, 12, 31)
"""Before and after every day that can be written; they stand in for ends that are open or unknown."""

_LENGTHS: Final = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def is_leap(year: int) -> bool:
    """Say whether the year has a 29 February (ISO 8601-1, 4.2.1)."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in(year: int, month: int) -> int:
    """Return how many days a month (1-12) has."""
    return 29 if month == 2 and is_leap(year) else _LENGTHS[month]
