"""Dates as timeline tools and spreadsheets part them: a year, a month, a day and a time in fields of their own.

Knows TimelineJS's fields. Must never guess: a field that is no number is a finding.
"""

import re
from collections.abc import Mapping
from typing import Final

from backstory.reading.dates import Date, DateError, from_header
from backstory.reading.dates.suggesting import suggest
from backstory.reading.wording import quoted

_WHOLE: Final = re.compile(r"([-+\N{MINUS SIGN}]?)([\d\s,']*\d)(?:\.0+)?", re.ASCII)
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{1,2}))?(?:[:.](\d{1,2})(?:[.,]\d+)?)?\s*([ap])?\.?m?\.?", re.IGNORECASE)
_SIZES: Final = {"month": (1, 12), "day": (1, 31), "hour": (0, 24), "minute": (0, 59), "second": (0, 60)}


class PartError(ValueError):
    """A field that makes no date: which one, what is wrong with it, and the way out."""

    def __init__(self, field: str, sentence: str, help: str) -> None:
        super().__init__(sentence)
        self.field = field
        self.sentence = sentence
        self.help = help


Parts = Mapping[str, str]
"""`year`, `month`, `day`, `time` (or `hour`, `minute`, `second`) as written; empty ones are not given."""


def from_parts(start: Parts, end: Parts) -> Date | None:
    """Return the date of a start and an end, or None where neither has anything. Raises PartError.

    Years before 1 are those of TimelineJS, which shows -44 as "44 BCE" and has no year 0: EDTF's -0043.
    """
    first = _text(start) if any(start.values()) else ""
    last = _text(end) if any(end.values()) else ""
    if not first:
        if last:
            raise PartError("year", "This event has an end and no start.", "Write the year in which it begins.")
        return None
    if not last or last == first or (_day(last) == _day(first) and "T" in first + last):
        return read_date(first, "year")
    return read_date(f"{_day(first)}/{_day(last)}", "end year")


def read_date(text: str, field: str) -> Date:
    """Read EDTF, or what other tools write with the year first; raise PartError for anything else."""
    try:
        return from_header(text)
    except DateError as wrong:
        raise PartError(field, wrong.sentence, wrong.help) from None


def says_the_same(words: str, date: Date) -> bool:
    """Say whether words for a date say no more than the date itself: "August 3, 2021" of 2021-08-03."""
    plain = words.strip()
    return not plain or date.text in suggest(plain) or plain.lstrip("0") == date.text.lstrip("0")


def _day(text: str) -> str:
    return text.partition("T")[0]


def _text(parts: Parts) -> str:
    year, month, day = (parts.get(name, "").strip() for name in ("year", "month", "day"))
    if not year:
        raise PartError("year", "This date has no year.", "Write the year, as in 2021.")
    if not (month or day) and not _WHOLE.fullmatch(year):
        return read_date(year, "year").text
    pieces = [_year(year)]
    if day and not month:
        raise PartError("month", f"The day {quoted(day)} stands without its month.", "Write the month as a number.")
    for name, written in (("month", month), ("day", day)):
        if written:
            pieces.append(f"{_number(name, written):02}")
    if day:
        return "-".join(pieces) + _time(parts)
    return "-".join(pieces)


def _year(written: str) -> str:
    found = _WHOLE.fullmatch(written)
    if not found:
        raise PartError("year", f"{quoted(written)} is not a year.", "Write it as a number, as in 2021 or -44.")
    size = int(re.sub(r"\D", "", found[2]))
    year = 1 - size if found[1] in ("-", "\N{MINUS SIGN}") and size else size
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}" if abs(year) <= 9999 else f"Y{year}"


def _number(name: str, written: str) -> int:
    found = _WHOLE.fullmatch(written)
    low, high = _SIZES[name]
    size = int(re.sub(r"\D", "", found[2])) if found and not found[1].strip("+") else -1
    if not low <= size <= high:
        help = f"Write a number from {low} to {high}, or leave it empty where it is not known."
        raise PartError(name, f"{quoted(written)} is not {'an' if name == 'hour' else 'a'} {name}.", help)
    return size


def _time(parts: Parts) -> str:
    if parts.get("time", "").strip():
        return _clock(parts["time"].strip())
    written = [parts.get(name, "").strip() for name in ("hour", "minute", "second")]
    if not written[0]:
        return ""
    hour, minute, second = (
        _number(name, each) if each else 0 for name, each in zip(("hour", "minute", "second"), written, strict=True)
    )
    midnight = not (hour or minute or second)
    return "" if midnight else f"T{hour:02}:{minute:02}:{second:02}"


def _clock(written: str) -> str:
    found = _TIME.fullmatch(written)
    hour = int(found[1]) if found else 99
    if found and found[4]:
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0) if hour <= 12 else 99
    minute, second = (int(found[n] or 0) if found else 0 for n in (2, 3))
    if hour > 24 or minute > 59 or second > 59:
        help = "Write it as 14:30, or leave it empty where it is not known."
        raise PartError("time", f"{quoted(written)} is not a time of day.", help)
    return f"T{hour:02}:{minute:02}:{second:02}"
