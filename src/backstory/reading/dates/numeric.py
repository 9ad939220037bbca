"""Dates in figures that are not EDTF: other orders, other separators, other tools' times.

Knows the figures. Must never decide between two readings of the same figures.
"""

import re
from typing import Final, NamedTuple

_TIME: Final = (
    r"(?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2})(?:[.,][0-9]+)?)?"
    r"(?: ?(?P<half>[ap])\.?m\b\.?)?(?: ?(?P<zone>[Zz]|UTC|GMT|utc|gmt|[+-][0-9]{2}(?::?[0-9]{2})?))?"
)
_FIRST_YEAR: Final = re.compile(
    rf"(?P<year>[0-9]{{4}})([-/.])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}})(?:(?:[Tt]|,? ){_TIME})?"
)
_COMPACT: Final = re.compile(
    r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})"
    r"(?:[Tt](?P<hour>[0-9]{2}):?(?P<minute>[0-9]{2}):?(?P<second>[0-9]{2})?(?P<half>)(?P<zone>[Zz])?)?"
)
_YEAR_MONTH: Final = re.compile(r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})")
_MONTH_YEAR: Final = re.compile(r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})")
_LAST_YEAR: Final = re.compile(r"([0-9]{1,2})([-/. ])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})")
_TIME_ALONE: Final = re.compile(rf"(?:^|\b|,)(?:at )?{_TIME}$")


class Pieces(NamedTuple):
    """What was found of a date: 0 for a month or day that was not, None for a year; `month` may be a season, 21-41."""

    year: int | None
    month: int = 0
    day: int = 0
    time: str = ""
    decade: bool = False
    century: bool = False

    @property
    def text(self) -> str:
        """The pieces as EDTF, or an empty text when there is no year or a day without a month."""
        if self.year is None or (self.day and not self.month):
            return ""
        sign = "-" if self.year < 0 else ""
        year = f"{sign}{abs(self.year):04}"
        if self.decade:
            return f"{year[:-1]}X"
        if self.century:
            return f"{year[:-2]}XX"
        parts = [year, *(f"{part:02}" for part in (self.month, self.day) if part)]
        return "-".join(parts) + (f"T{self.time}" if self.time else "")


def year_first(text: str) -> Pieces | None:
    """Read figures whose order is beyond doubt: `2021/8/3`, `2021-08-03 14:30:00 -0400`, `2021.08.03`."""
    match = _FIRST_YEAR.fullmatch(text)
    if match is None:
        return None
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return Pieces(year, month, day, clock(match) if match["hour"] else "")


def figures(text: str) -> tuple[Pieces, ...]:
    """Return every reading of a date in figures, the likeliest first."""
    found = year_first(text)
    if found:
        return _either(found)
    if compact := _COMPACT.fullmatch(text):
        year, month, day = int(compact["year"]), int(compact["month"]), int(compact["day"])
        return (Pieces(year, month, day, clock(compact) if compact["hour"] else ""),)
    for pattern in (_YEAR_MONTH, _MONTH_YEAR):
        match = pattern.fullmatch(text)
        if match:
            given = match.groupdict(default="0")
            return (Pieces(int(given["year"]), int(given["month"])),)
    match = _LAST_YEAR.fullmatch(text)
    return _last_year(match) if match else ()


def _either(pieces: Pieces) -> tuple[Pieces, ...]:
    swapped = pieces._replace(month=pieces.day, day=pieces.month)
    return (pieces,) if pieces.month <= 12 else (swapped,)


def _last_year(match: re.Match[str]) -> tuple[Pieces, ...]:
    """Read `03/08/2021` both ways: the day first, as most of the world writes, then the month; dots mean day first."""
    one, other, year = int(match[1]), int(match[3]), int(match[4])
    readings: tuple[Pieces, ...] = (Pieces(year, other, one), Pieces(year, one, other))
    if len(match[4]) == 2:
        readings = tuple(each._replace(year=whole_year(year)) for each in readings)
        if match[2] == "-" and len(match[1]) == 2:  # as in an older ISO 8601, which allowed a year of two digits
            readings = (Pieces(whole_year(one), other, year), *readings)
    return readings[:1] if match[2] == "." and other <= 12 else readings


def whole_year(digits: int) -> int:
    """Return the year that two digits stand for, from 1950 to 2049."""
    return digits + (2000 if digits < 50 else 1900)


def split_time(text: str) -> tuple[str, str]:
    """Cut a time of day off the end of a text: return the rest, and the time in EDTF or an empty text."""
    match = _TIME_ALONE.search(text)
    if match is None or not match.start():
        return text, ""
    return text[: match.start()].rstrip(" ,T"), clock(match)


def clock(match: re.Match[str]) -> str:
    """Return a time of day and its zone as EDTF, from the groups hour, minute, second, half and zone."""
    hour = int(match["hour"])
    if match["half"]:
        hour = hour % 12 + (12 if match["half"] == "p" else 0)
    return f"{hour:02}:{match['minute']}:{match['second'] or '00'}{_zone(match['zone'] or '')}"


def _zone(text: str) -> str:
    if text.upper() in ("Z", "UTC", "GMT"):
        return "Z"
    hours, minutes = text[:3], text[3:].lstrip(":")
    if hours in ("+00", "-00") and minutes in ("", "00"):
        return "Z"
    return f"{hours}:{minutes}" if minutes else hours
