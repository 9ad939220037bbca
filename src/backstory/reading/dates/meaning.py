"""What a date's parts amount to: its level, its precision, its doubts, its limits.

Knows the features of each level of the specification. Must never know how a text is read.
"""

import re
from typing import Final, Literal

from backstory.reading.dates.bounds import bounds
from backstory.reading.dates.day import Day
from backstory.reading.dates.shapes import Group, Interval, Point, Shape, has

Level = Literal[0, 1, 2]
Precision = Literal["year", "half", "third", "quarter", "season", "month", "day", "time"]

RANK: Final[dict[Precision, int]] = {
    "year": 0, "half": 1, "third": 2, "quarter": 3, "season": 4, "month": 5, "day": 6, "time": 7,
}  # fmt: skip
"""Precisions, the coarsest first."""

_LEVEL_ONE_MASK: Final = re.compile(r"-?(?:[0-9]{3}X|[0-9]{2}XX|[0-9]{4}-XX(?:-XX)?|[0-9]{4}-[0-9]{2}-XX)")
"""Level 1, "Unspecified digit(s) from the right"; digits unspecified anywhere else are of level 2."""


def points_of(shape: Shape) -> tuple[Point, ...]:
    """Return the single dates that a date is written with, in order."""
    if isinstance(shape, Point):
        return (shape,)
    if isinstance(shape, Interval):
        return tuple(each for each in (shape.start, shape.end) if isinstance(each, Point))
    found: list[Point | None] = []
    for member in shape.members:
        found += [member] if isinstance(member, Point) else [member.start, member.end]
    return tuple(each for each in found if each is not None)


def level_of(shape: Shape) -> Level:
    """Return the lowest level of the specification that knows everything used here."""
    if isinstance(shape, Point):
        return _level(shape)
    if isinstance(shape, Group) or any(point.masked for point in points_of(shape)):
        return 2
    open_ended: Level = 0 if isinstance(shape.start, Point) and isinstance(shape.end, Point) else 1
    return max(open_ended, *map(_level, points_of(shape)))


def _level(point: Point) -> Level:
    if point.significant or point.part > 24 or "E" in point.year_text or point.mark is None:
        return 2
    if point.masked:
        return 1 if _LEVEL_ONE_MASK.fullmatch("-".join((point.year_text, point.month, point.day)).rstrip("-")) else 2
    return 1 if point.mark or point.part or point.year_text[0] in "Y-" else 0


def precision_of(shape: Shape) -> Precision:
    """Return the precision of the least precise date in it."""
    return min((_precision(point) for point in points_of(shape)), key=RANK.__getitem__)


def _precision(point: Point) -> Precision:
    if point.day:
        return "time" if point.time else "day"
    if not point.month:
        return "year"
    part = point.part
    if part < 33:
        return "season" if part else "month"
    return "quarter" if part < 37 else "third" if part < 40 else "half"


def qualified(shape: Shape, sign: Literal["?", "~"]) -> bool:
    """Say whether any part of it is uncertain (`?`) or approximate (`~`)."""
    return any(has(mark, sign) for point in points_of(shape) for mark in point.marks)


def limits(shape: Shape) -> tuple[Day | None, Day | None]:
    """Return the first and last day of it, None where it is open or unknown on that side."""
    if isinstance(shape, Point):
        return bounds(shape)
    if isinstance(shape, Interval):
        pairs: list[tuple[Point | None, Point | None]] = [(_dated(shape.start), _dated(shape.end))]
    else:
        pairs = [(each, each) if isinstance(each, Point) else (each.start, each.end) for each in shape.members]
    firsts = [bounds(start)[0] if start else None for start, _ in pairs]
    lasts = [bounds(end)[1] if end else None for _, end in pairs]
    known_firsts = [day for day in firsts if day is not None]
    known_lasts = [day for day in lasts if day is not None]
    first = min(known_firsts) if len(known_firsts) == len(firsts) else None
    last = max(known_lasts) if len(known_lasts) == len(lasts) else None
    return first, last


def _dated(end: Point | str) -> Point | None:
    return None if isinstance(end, str) else end
