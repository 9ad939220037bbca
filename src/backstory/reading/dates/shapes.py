"""The parts that a date is written with.

Knows the shape of an EDTF text (Library of Congress, "Extended Date/Time Format Specification", 4 February 2019; the
same as Annex A of ISO 8601-2:2019). Must never know how a date is shown or sorted.
"""

from typing import Literal

from msgspec import Struct

Mark = Literal["", "?", "~", "%"]
"""`?` is uncertain, `~` approximate, `%` both."""

End = Literal["..", ""]
"""An interval's end that is no date: `..` is open, nothing at all is unknown."""


class Point(Struct, frozen=True):
    """A year, a part of a year, a month or a day, with the time of day if one is given.

    `year_text` is the year as written (`2021`, `-0044`, `156X`, `Y170000002`, `Y-17E7`), `year` its value, with 0 for
    each unspecified digit. `month` and `day` have two characters, X among them, or are empty; a `month` of 21-41 is a
    season, a quarter or another part of the year. `time` is `hh:mm:ss` and `zone` `Z`, `+hh` or `+hh:mm`, or empty.
    `marks` stand for year, month and day. `significant` counts the digits of the year that hold, 0 being all.
    """

    year_text: str
    year: int
    month: str = ""
    day: str = ""
    time: str = ""
    zone: str = ""
    marks: tuple[Mark, Mark, Mark] = ("", "", "")
    significant: int = 0

    @property
    def units(self) -> int:
        """How many of year, month and day are written."""
        return 3 if self.day else 2 if self.month else 1

    @property
    def mark(self) -> Mark | None:
        """The mark that holds for the whole date, empty for none; None when its parts differ."""
        marks = self.marks[: self.units]
        return marks[0] if marks.count(marks[0]) == len(marks) else None

    @property
    def part(self) -> int:
        """The number 21-41 of a season, quarter or other part of the year, else 0."""
        return int(self.month) if self.month > "20" and self.month.isdigit() else 0

    @property
    def masked(self) -> bool:
        """Whether any digit is unspecified."""
        return "X" in self.year_text or "X" in self.month or "X" in self.day


class Interval(Struct, frozen=True):
    """From one date to another; one of the two may be open or unknown."""

    start: Point | End
    end: Point | End


class Range(Struct, frozen=True):
    """Inside a set: every date from `start` to `end`; None means without limit on that side."""

    start: Point | None
    end: Point | None


class Group(Struct, frozen=True):
    """A set: one of its members (`[…]`), or all of them (`{…}`)."""

    members: tuple[Point | Range, ...]
    every: bool


Shape = Point | Interval | Group


def has(mark: Mark, wanted: Literal["?", "~"]) -> bool:
    """Say whether a mark contains another; `%` contains both."""
    return mark in (wanted, "%")


def joined(one: Mark, other: Mark) -> Mark:
    """Return what two marks on the same part amount to."""
    if one == other or not other:
        return one
    return other if not one else "%"
