"""Where events stand on a drawn axis, and how far each reaches along it.

Knows days and how certain they are. Must never know what a mark looks like. Positions run from 0 to `WIDTH`.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from backstory.reading.dates import Date, Day
from backstory.rendering.spans import Reach, ordinal, reach

WIDTH = 1000.0
EDGE = 16.0
"""Room on both sides of the first and the last day; arrows of open ends stand there."""
FADE = 14.0
"""How far a doubtful day or end reaches, in the drawing, beyond itself."""
UNKNOWN = 40.0
"""How far an end reaches of which nothing is known."""


class AxisEvent(Protocol):
    """What an axis must know of an event."""

    @property
    def date(self) -> Date:
        """When it was."""

    @property
    def title(self) -> str:
        """What it is called."""

    @property
    def major(self) -> bool:
        """Whether it stands out."""


class Mark(NamedTuple):
    """An event on the axis: the positions between which it was, perhaps, and `inner` between which it was for certain.

    `inner` is None for one day somewhere in between; `dot` says that it is a single day, or too short to be drawn as
    anything else. `onward` tells of an open start and an open end, which go on beyond the axis.
    """

    outer: tuple[float, float]
    inner: tuple[float, float] | None
    dot: bool
    onward: tuple[bool, bool]
    id: str
    event: AxisEvent


class Scale(NamedTuple):
    """The first day of an axis, and the day after its last, as ordinals."""

    first: int
    after: int

    def at(self, number: float) -> float:
        """Return where a day begins, or the moment that is so many parts of it later."""
        return EDGE + (WIDTH - 2 * EDGE) * ((number - self.first) / (self.after - self.first))

    def begin(self, day: Day) -> float:
        """Return where a day begins."""
        return self.at(ordinal(day))

    def end(self, day: Day) -> float:
        """Return where a day ends."""
        return self.at(ordinal(day) + 1)


def scale_of(dates: Sequence[Date]) -> Scale:
    """Return the scale that shows every known day. Some days are put around a single one."""
    days = [ordinal(day) for date in dates for day in reach(date) if day]
    first, after = min(days), max(days) + 1
    return Scale(first, after) if after - first > 2 else Scale(first - 5, after + 5)


def dot_radius(event: AxisEvent) -> float:
    """Return how large an event's dot is."""
    return 7.0 if event.major else 4.5


def mark(event: AxisEvent, id: str, scale: Scale) -> Mark:
    """Return where an event stands of which at least one day is known."""
    date, far = event.date, reach(event.date)
    onward = (date.text.startswith("../"), date.text.endswith("/.."))
    outer = _outer(far, onward, scale)
    inner = _inner(far, onward, outer, scale)
    size = dot_radius(event) * 2
    dot = date.is_day or (outer[1] - outer[0] < size and not any(onward))
    if dot or outer[1] - outer[0] < size:
        outer = ((sum(outer) - size) / 2, (sum(outer) + size) / 2)
    if (dot or inner) and (date.approximate or date.uncertain):
        outer = (outer[0] - FADE, outer[1] + FADE)
    return Mark((max(outer[0], 0.0), min(outer[1], WIDTH)), inner, dot, onward, id, event)


def _outer(far: Reach, onward: tuple[bool, bool], scale: Scale) -> tuple[float, float]:
    """Return the furthest that the date goes. At least one of its ends is known."""
    start = scale.begin(far.first) if far.first else None
    end = scale.end(far.last) if far.last else None
    if start is None:
        start = 0.0 if onward[0] else (scale.begin(far.sure_last or far.last) if far.last else EDGE) - UNKNOWN
    if end is None:
        end = WIDTH if onward[1] else (scale.end(far.sure_first or far.first) if far.first else start) + UNKNOWN
    return start, end


def _inner(
    far: Reach, onward: tuple[bool, bool], outer: tuple[float, float], scale: Scale
) -> tuple[float, float] | None:
    """Return what is certain. A lasting event of which one end is unknown lasted for the day of the other at least."""
    one, other = far.sure_first or far.sure_last, far.sure_last or far.sure_first
    if one is None or other is None:
        return None
    start = outer[0] if onward[0] and not far.sure_first else scale.begin(one)
    return start, outer[1] if onward[1] and not far.sure_last else scale.end(other)


def lanes(marks: Sequence[Mark], most: int, gap: float = 3.0) -> list[int]:
    """Return a lane for each of some marks in order of time, the lowest that is free.

    When all `most` lanes are taken, the one that is free first is used, and its marks overlap.
    """
    ends: list[float] = []
    found: list[int] = []
    for each in marks:
        start, end = each.outer
        lane = next((n for n, taken in enumerate(ends) if taken + gap <= start), len(ends))
        if lane == most:
            lane = min(range(most), key=ends.__getitem__)
        if lane == len(ends):
            ends.append(end)
        else:
            ends[lane] = max(end, ends[lane])
        found.append(lane)
    return found
