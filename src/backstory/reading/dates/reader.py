"""A text as a date, by a short way where it can be.

Knows that nearly all dates are plain days, months and years, and that most intervals are made of them. Must never read
a text in another way than the long one does: a property test holds the two together.
"""

from typing import Final

from backstory.reading.dates.dates import Date, Kind
from backstory.reading.dates.day import Day, days_in
from backstory.reading.dates.meaning import RANK, level_of, limits, precision_of, qualified
from backstory.reading.dates.shapes import Interval, Point, Shape
from backstory.reading.dates.shaping import read_shape
from backstory.reading.dates.writing import write

_PLAIN_LENGTHS: Final = (4, 7, 10)


def read(text: str) -> Date:
    """Read an EDTF text; raise WrongDateError if it is none."""
    date = plain(text)
    if date is None and "/" in text:
        date = _plain_interval(text)
    elif date is None and text[-1:] in ("?", "~", "%"):
        date = _marked(text)
    return _of(read_shape(text)) if date is None else date


def plain(text: str) -> Date | None:
    """Read `2021`, `2021-08` and `2021-08-03`, if there is such a day; None for any other text."""
    if len(text) not in _PLAIN_LENGTHS or not text.isascii():
        return None
    year, month, day = text[:4], text[5:7], text[8:]
    if text[4:5] not in ("-", "") or text[7:8] not in ("-", "") or not (year + month + day).isdigit():
        return None
    if not month:
        return Date(text, 0, "year", Day(int(year), 1, 1), Day(int(year), 12, 31))
    if not 1 <= int(month) <= 12:
        return None
    length = days_in(int(year), int(month))
    if not day:
        return Date(text, 0, "month", Day(int(year), int(month), 1), Day(int(year), int(month), length))
    if not 1 <= int(day) <= length:
        return None
    only = Day(int(year), int(month), int(day))
    return Date(text, 0, "day", only, only)


def _marked(text: str) -> Date | None:
    date = plain(text[:-1])
    if date is None:
        return None
    mark = text[-1]
    return Date(text, 1, date.precision, date.earliest, date.latest, mark != "?", mark != "~")


def _plain_interval(text: str) -> Date | None:
    first, _, last = text.partition("/")
    start, end = plain(first), plain(last)
    if start and end and start.anchor <= (end.latest or end.anchor):
        precision = min(start.precision, end.precision, key=RANK.__getitem__)
        return Date(text, 0, precision, start.earliest, end.latest, kind="interval")
    if start and last in ("", ".."):
        return Date(text, 1, start.precision, start.earliest, None, kind="interval")
    if end and first in ("", ".."):
        return Date(text, 1, end.precision, None, end.latest, kind="interval")
    return None


def _of(shape: Shape) -> Date:
    earliest, latest = limits(shape)
    return Date(
        write(shape),
        level_of(shape),
        precision_of(shape),
        earliest,
        latest,
        qualified(shape, "~"),
        qualified(shape, "?"),
        _kind(shape),
    )


def _kind(shape: Shape) -> Kind:
    if isinstance(shape, Point):
        return "single"
    if isinstance(shape, Interval):
        return "interval"
    return "all-of" if shape.every else "one-of"
