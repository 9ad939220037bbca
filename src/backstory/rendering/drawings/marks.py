"""Where events stand on a drawn axis, and how far each reaches along it.

Knows days, how certain they are, and which stretches of time hold nothing. Must never know what a mark looks like.
Positions run from 0 to the scale's `width`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, Protocol

from backstory.reading.dates import Date, Day
from backstory.rendering.formats.spans import Reach, ordinal, reach

EDGE = 12.0
"""Room on both sides of the first and the last day; arrows of open ends stand there."""
FADE = 12.0
"""How far a doubtful day or end reaches, in the drawing, beyond itself."""
UNKNOWN = 32.0
"""How far an end reaches of which nothing is known."""
CUT = 0.7
"""An empty stretch that would be more than this part of the axis is shortened, and marked."""
CUT_WIDTH = 64.0
"""How wide a shortened stretch is drawn."""
_MOST_CUTS = 3
_MARGIN = 0.02
"""The part of what is shown that stands on both sides of a cut, so that nothing touches it."""


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


class Piece(NamedTuple):
    """A stretch of time that is drawn whole: its first day and the day after its last, and where they stand."""

    first: int
    after: int
    start: float
    end: float


class Scale(NamedTuple):
    """Stretches of time in order, all drawn to one scale. Between two of them nothing happened, for long."""

    pieces: tuple[Piece, ...]
    width: float

    def at(self, number: float) -> float:
        """Return where a day begins, or the moment that is so many parts of it later."""
        piece = next((each for each in self.pieces if number <= each.after), self.pieces[-1])
        moment = max(number, piece.first)
        return piece.start + (piece.end - piece.start) * ((moment - piece.first) / (piece.after - piece.first))

    def begin(self, day: Day) -> float:
        """Return where a day begins."""
        return self.at(ordinal(day))

    def end(self, day: Day) -> float:
        """Return where a day ends."""
        return self.at(ordinal(day) + 1)

    @property
    def cuts(self) -> tuple[tuple[Piece, Piece], ...]:
        """The stretches before and after each cut."""
        return tuple(zip(self.pieces, self.pieces[1:], strict=False))


def scale_of(dates: Sequence[Date], width: float) -> Scale:
    """Return the scale that shows every known day. Some days are put around a single one."""
    taken = sorted(_taken(dates))
    first, after = taken[0][0], max(after for _, after in taken)
    if after - first <= 2:
        first, after = first - 5, after + 5
    empty = _long_gaps(taken, after - first)
    margin = int((after - first - sum(b - a for a, b in empty)) * _MARGIN) + 1
    bounds = [first, *(day for a, b in empty for day in (a + margin, b - margin)), after]
    spans = list(zip(bounds[::2], bounds[1::2], strict=True))
    room = (width - 2 * EDGE - CUT_WIDTH * len(empty)) / sum(b - a for a, b in spans)
    pieces, start = [], EDGE
    for a, b in spans:
        pieces.append(Piece(a, b, start, start + (b - a) * room))
        start = pieces[-1].end + CUT_WIDTH
    return Scale(tuple(pieces), width)


def _taken(dates: Sequence[Date]) -> Iterator[tuple[int, int]]:
    """Yield the first day and the day after the last of each date of which a day is known."""
    for date in dates:
        days = [ordinal(day) for day in reach(date) if day]
        if days:
            yield min(days), max(days) + 1


def _long_gaps(taken: Sequence[tuple[int, int]], whole: int) -> list[tuple[int, int]]:
    """Return the empty stretches that would take too much of the axis, in order."""
    gaps, reached = [], taken[0][1]
    for first, after in taken:
        if first > reached:
            gaps.append((reached, first))
        reached = max(reached, after)
    found: list[tuple[int, int]] = []
    for gap in sorted(gaps, key=lambda each: each[0] - each[1])[:_MOST_CUTS]:
        if gap[1] - gap[0] <= whole * CUT:
            break
        found.append(gap)
        whole -= gap[1] - gap[0]
    return sorted(found)


def dot_radius(event: AxisEvent) -> float:
    """Return how large an event's dot is."""
    return 6.0 if event.major else 4.0


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
    return Mark((max(outer[0], 0.0), min(outer[1], scale.width)), inner, dot, onward, id, event)


def _outer(far: Reach, onward: tuple[bool, bool], scale: Scale) -> tuple[float, float]:
    """Return the furthest that the date goes. At least one of its ends is known."""
    start = scale.begin(far.first) if far.first else None
    end = scale.end(far.last) if far.last else None
    if start is None:
        start = 0.0 if onward[0] else (scale.begin(far.sure_last or far.last) if far.last else EDGE) - UNKNOWN
    if end is None:
        end = scale.width if onward[1] else (scale.end(far.sure_first or far.first) if far.first else start) + UNKNOWN
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


def lanes(marks: Sequence[Mark], most: int, gap: float = 2.0) -> list[int]:
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


def depth(marks: Sequence[Mark], gap: float = 2.0) -> int:
    """Return how many lanes some marks in order of time would need, so that none hides another."""
    return max(lanes(marks, len(marks) + 1, gap), default=-1) + 1
