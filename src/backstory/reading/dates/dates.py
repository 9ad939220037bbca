"""A date as the rest of the program knows it.

Knows what a date means: how exact it is, which days it covers, how dates are ordered. Must never know a language, a
clock or a time zone: a day written down is that day everywhere.
"""

from typing import Literal

from msgspec import Struct

from backstory.reading.dates.day import BEGINNING, END, Day
from backstory.reading.dates.meaning import RANK, Level, Precision
from backstory.reading.dates.shapes import Shape
from backstory.reading.dates.shaping import read_shape

Kind = Literal["single", "interval", "one-of", "all-of"]


class Date(Struct, frozen=True, array_like=True, gc=False):
    """A date in EDTF, read. Two dates are equal when their canonical `text` is.

    `level` is the lowest level of the specification that has all it uses. `precision` is that of the writing: a year
    for `198X`, a day for `2021-07-XX`; of intervals and sets, that of their least precise date.

    `earliest` and `latest` are the first and last day that it can mean. `earliest` is None where the start of an
    interval or set is open or unknown, `latest` where its end is; both only for a set such as `{..1700,1800..}`. `?`
    and `~` do not move them, and a time zone does not either: the day is the one written. Seasons are three whole
    months (see `bounds.PARTS`).
    """

    text: str
    level: Level = 0
    precision: Precision = "day"
    earliest: Day | None = None
    latest: Day | None = None
    approximate: bool = False
    uncertain: bool = False
    kind: Kind = "single"

    def __str__(self) -> str:
        return self.text

    @property
    def sort_key(self) -> tuple[Day, Day, int, str]:
        """The key that puts dates in order, the same on every machine. Equal keys are equal dates.

        1. By the first day that the date can mean. A date whose start is open or unknown goes by its last day, the
           only one that is known.
        2. By the last day it can mean: what was over sooner comes first; what has no end, or an unknown one, last.
        3. By precision as written: the month before its only known day, the day before its hours.
        4. By the canonical text, so that hours go by the clock of the place.
        """
        return self.anchor, self.latest or END, RANK[self.precision], self.text

    @property
    def anchor(self) -> Day:
        """The first day it can mean, or the last one where the start is open or unknown."""
        return self.earliest or self.latest or BEGINNING

    @property
    def is_interval(self) -> bool:
        """Whether it goes from one date to another (`2021-05/2021-07`, `2021-05/..`)."""
        return self.kind == "interval"

    @property
    def is_ongoing(self) -> bool:
        """Whether it is an interval with an open end (`2021-05/..`), unlike one whose end is unknown (`2021-05/`)."""
        return self.kind == "interval" and self.text.endswith("/..")

    @property
    def is_day(self) -> bool:
        """Whether it means one day and no other."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def shape(self) -> Shape:
        """The parts it is written with, read anew at each call."""
        return read_shape(self.text)

    def contains(self, other: "Date") -> bool:
        """Say whether every day that the other date can mean lies inside this one."""
        begins = self.earliest is None or (other.earliest is not None and self.earliest <= other.earliest)
        ends = self.latest is None or (other.latest is not None and other.latest <= self.latest)
        return begins and ends
