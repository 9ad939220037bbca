"""Dates that machines and other calendars count: days since an epoch, weeks, days of a year, the Persian calendar.

Knows how they are counted. Must never be asked where a date is taken as it stands: what it finds is a suggestion.
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from backstory.reading.dates.day import is_leap

_WEEK: Final = re.compile(r"([0-9]{4})-?W([0-9]{2})(?:-?([1-7]))?")
_ORDINAL: Final = re.compile(r"([0-9]{4})-?([0-9]{3})")
_SHEET: Final = re.compile(r"([3-5][0-9]{4})(?:[.,][0-9]+)?")
_UNIX: Final = re.compile(r"([1-2][0-9]{9})([0-9]{3})?(?:\.[0-9]+)?")
_SHEETS_BEGIN: Final = date(1899, 12, 30)
_UNIX_BEGINS: Final = date(1970, 1, 1)
_PERSIAN_YEARS: Final = range(1300, 1500)
_PERSIAN_BEGINS: Final = 226_142
"""So that the 12 Mordad 1400 is the 3 August 2021."""


def counted(text: str) -> Iterator[str]:
    """Yield what a text means as a week or a day of a year, a spreadsheet's day number, or seconds since 1970.

    `2021-W31` is Monday to Sunday, as ISO 8601-1, 4.3.2 counts weeks; `44411` is the 3 August 2021 of a spreadsheet.
    """
    if week := _WEEK.fullmatch(text):
        yield from _week(int(week[1]), int(week[2]), int(week[3] or 0))
    elif ordinal := _ORDINAL.fullmatch(text):
        year, day = int(ordinal[1]), int(ordinal[2])
        if year and 1 <= day <= 365 + is_leap(year):
            yield (date(year, 1, 1) + timedelta(days=day - 1)).isoformat()
    elif sheet := _SHEET.fullmatch(text):
        yield (_SHEETS_BEGIN + timedelta(days=int(sheet[1]))).isoformat()
    elif unix := _UNIX.fullmatch(text):
        yield (_UNIX_BEGINS + timedelta(seconds=int(unix[1]))).isoformat()


def _week(year: int, week: int, day: int) -> Iterator[str]:
    try:
        first, last = (date.fromisocalendar(year, week, each) for each in ((day, day) if day else (1, 7)))
    except (ValueError, OverflowError):  # a year of 52 weeks has no week 53
        return
    yield first.isoformat() if day else f"{first.isoformat()}/{last.isoformat()}"


def from_persian(year: int, month: int, day: int) -> tuple[int, int, int] | None:
    """Return a day of the Persian (Solar Hijri) calendar in the Gregorian one; None outside the years 1300-1499.

    Leap years by the cycle of 33 years, which agrees with the equinox in Tehran for those years but a few.
    """
    if year not in _PERSIAN_YEARS or not 1 <= month <= 12 or not 1 <= day <= (31 if month < 7 else 30):
        return None
    cycles, rest = divmod(year + 1595, 33)  # 1595 years back, a cycle of 33 years with eight leap years begins
    leaps = cycles * 8 + (rest + 3) // 4
    before = (month - 1) * 31 if month < 7 else (month - 1) * 30 + 6
    found = date.fromordinal(_PERSIAN_BEGINS + 365 * year + leaps + before + day)
    return found.year, found.month, found.day
