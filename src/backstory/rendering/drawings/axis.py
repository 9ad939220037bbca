"""A timeline's axis, drawn to scale: once for wide pages and paper, once for narrow ones.

Knows what marks look like. Must never know what an event tells. The list below the axis says all of it in words, so the
drawing is hidden from those who listen to a page, and the tab key passes it by.

Dots are days and stand on the line, one upon the other where they would hide each other. What lasts is a bar above
them: it fades where it begins or ends on a day that is not known, and an arrow stands where it goes on. What was on one
day somewhere in a month or a year fades on both sides; so does the halo of a day that is about or doubtful. A long
stretch without events is cut short, and the cut says how long it is.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup

from backstory.rendering.drawings.marks import (
    EDGE,
    AxisEvent,
    Mark,
    Piece,
    Scale,
    depth,
    dot_radius,
    lanes,
    mark,
    scale_of,
)
from backstory.rendering.drawings.strips import Strip, linked, strip
from backstory.rendering.drawings.ticks import date_ticks, day_of, year_label
from backstory.rendering.words import Words

FEWEST = 3
"""Fewer events than this need no axis."""


class Size(NamedTuple):
    """How an axis is laid out: for which least width, with how many dots one upon the other and bars above them."""

    name: str
    width: float
    deep: int
    bars: int
    linked: bool


WIDE = Size("axis-wide", 620.0, 9, 10, linked=True)
NARROW = Size("axis-narrow", 284.0, 12, 10, linked=False)
"""A finger cannot hit one dot of many; the list is right below."""

_DOT_LANE, _BAR_LANE = 13.0, 9.0
_COLUMN = 7.0
_TALLEST = 56.0
_FOOT = 26.0
_A_LABEL = 62.0
"""The room that a label of the scale takes, with what stands between it and the next."""
_LETTER = 7.0
_MONTH = 30.44


def axis(events: Sequence[AxisEvent], t: Words, ids: Sequence[str]) -> Markup:
    """Return a timeline's axis as SVG; empty for fewer than three events that have a known day.

    `ids` go with `events`; each mark leads to its event's. Where dots would stand too deep, the major ones stand alone
    and the others are counted in columns, each a link to its first.
    """
    known = [(event, id) for event, id in zip(events, ids, strict=True) if event.date.earliest or event.date.latest]
    if len(known) < FEWEST:
        return Markup("")
    return Markup("").join(_drawn(known, t, size) for size in (WIDE, NARROW))


def _drawn(known: Sequence[tuple[AxisEvent, str]], t: Words, size: Size) -> Markup:
    scale = scale_of([event.date for event, _ in known], size.width)
    marks = sorted((mark(event, id, scale) for event, id in known), key=lambda each: each.outer)
    bars = _alike(each for each in marks if not each.dot)
    dots, counted = _parted([each for each in marks if each.dot], size.deep)
    dot_lanes, bar_lanes = lanes(dots, size.deep), lanes([each for each, _ in bars], size.bars)
    bar_floor = (max(bar_lanes, default=-1) + 1) * _BAR_LANE + 4
    dot_floor = bar_floor + (max(dot_lanes, default=-1) + 1) * _DOT_LANE + 2
    base = dot_floor + (_TALLEST + 4 if counted else 2)
    pen = _Pen(strip(size.name, size.width, t.lang), t.lang, size.linked)
    shapes = [*pen.line(scale, base, t), *pen.ticks(scale, base), *pen.columns(counted, base)]
    shapes += [
        pen.bar(each, n, bar_floor - (k + 0.5) * _BAR_LANE) for (each, n), k in zip(bars, bar_lanes, strict=True)
    ]
    shapes += [pen.dot(each, dot_floor - (k + 0.5) * _DOT_LANE) for each, k in zip(dots, dot_lanes, strict=True)]
    return pen.strip.svg(base + _FOOT, shapes)


def _alike(bars: Iterable[Mark]) -> list[tuple[Mark, int]]:
    """Return each bar with how many more there are that would look the same: events of which only the year is known."""
    found: dict[tuple[object, ...], list[Mark]] = {}
    for each in bars:
        found.setdefault((each.outer, each.inner, each.onward, each.event.major), []).append(each)
    return [(each[0], len(each) - 1) for each in found.values()]


def _parted(dots: list[Mark], deep: int) -> tuple[list[Mark], list[Mark]]:
    """Return the dots that are drawn by themselves, and those that are counted."""
    if depth(dots) <= deep:
        return dots, []
    major = [each for each in dots if each.event.major]
    if depth(major) > deep:
        return [], dots
    return major, [each for each in dots if not each.event.major]


class _Pen(NamedTuple):
    """What draws on one strip."""

    strip: Strip
    lang: str
    linked: bool

    def line(self, scale: Scale, base: float, t: Words) -> Iterator[str]:
        """Yield the line, interrupted where time is cut short."""
        starts = [0.0, *(after.start for _, after in scale.cuts)]
        ends = [*(before.end for before, _ in scale.cuts), scale.width]
        for start, end in zip(starts, ends, strict=True):
            yield self.strip.line("axis-line", (start, base), (end, base))
        for before, after in scale.cuts:
            yield self.strip.line("axis-cut", (before.end, base), (after.start, base))
            for x in (before.end, after.start):
                yield self.strip.glyph("axis-break", x, base, "-3,6 3,-6")
            middle = (before.end + after.start) / 2
            yield self.strip.words("axis-gap", middle, base - 8, _length(after.first - before.after, t))

    def ticks(self, scale: Scale, base: float) -> Iterator[str]:
        """Yield the marks of the scale. A label that would touch the one before it is left out."""
        taken = -2 * _LETTER
        for piece in scale.pieces:
            for x, label in self._labels(piece):
                width = len(label) * _LETTER
                left = min(max(x - width / 2, 0), scale.width - width)
                if left <= taken + _LETTER:
                    continue
                yield self.strip.line("axis-tick", (x, base), (x, base + 6))
                yield self.strip.words("axis-label", left + width / 2, base + 20, label)
                taken = left + width

    def _labels(self, piece: Piece) -> Iterator[tuple[float, str]]:
        room = piece.end - piece.start
        if room < 1.5 * _A_LABEL:
            yield (piece.start + piece.end) / 2, year_label(day_of((piece.first + piece.after) // 2).year, self.lang)
            return
        for number, label in date_ticks(piece.first, piece.after - 1, max(int(room / _A_LABEL), 2), self.lang):
            yield piece.start + room * (number - piece.first) / (piece.after - piece.first), label

    def columns(self, marks: list[Mark], base: float) -> Iterator[str]:
        """Yield a column for each stretch of the axis, as tall as it has events: the tallest fills the room."""
        bins: dict[int, list[Mark]] = {}
        for each in marks:
            middle = sum(each.inner or each.outer) / 2
            bins.setdefault(int(min(middle, self.strip.width - EDGE) // _COLUMN), []).append(each)
        most = max(map(len, bins.values()), default=1)
        for place, members in sorted(bins.items()):
            height = max(_TALLEST * len(members) / most, 2)
            span = (place * _COLUMN, (place + 1) * _COLUMN - 1)
            box = self.strip.box("axis-event axis-column", span, base - height, height)
            yield self._linked(members[0], len(members) - 1, box)

    def dot(self, each: Mark, y: float) -> str:
        """Draw a day."""
        radius = dot_radius(each.event)
        doubt = each.event.date.approximate or each.event.date.uncertain
        halo = self.strip.box("axis-fade", each.outer, y - radius, radius * 2, "both") if doubt else ""
        name = "axis-event axis-major" if each.event.major else "axis-event"
        return self._linked(each, 0, halo + self.strip.dot(name, sum(each.outer) / 2, y, radius))

    def bar(self, each: Mark, more: int, y: float) -> str:
        """Draw what lasts, or is somewhere in between."""
        half = 3.5 if each.event.major else 2.5
        return self._linked(each, more, "".join(self._bar(each, y, half)))

    def _bar(self, each: Mark, y: float, half: float) -> Iterator[str]:
        major = " axis-major" if each.event.major else ""
        start, end = each.outer
        if each.inner is None:
            yield self.strip.box(f"axis-fade{major}", each.outer, y - half, half * 2, "both")
            return
        left, right = each.inner
        if start < left:
            yield self.strip.box(f"axis-fade{major}", (start, left), y - half, half * 2, "in")
        yield self.strip.box(f"axis-span{major}", (left, max(right, left + 2)), y - half, half * 2)
        if end > right:
            yield self.strip.box(f"axis-fade{major}", (right, end), y - half, half * 2, "out")
        for onward, x, points in zip(each.onward, each.outer, ("7,-5 0,0 7,5", "-7,-5 0,0 -7,5"), strict=True):
            if onward:
                yield self.strip.glyph("axis-open", x, y, points)

    def _linked(self, each: Mark, more: int, shapes: str) -> str:
        return linked(each.id, more, shapes) if self.linked else shapes


def _length(days: int, t: Words) -> str:
    """Return a length of time in the largest unit of which there are two or more."""
    if days >= 24 * _MONTH:
        return t.n("%(n)s year", "%(n)s years", round(days / (12 * _MONTH)))
    if days >= 2 * _MONTH:
        return t.n("%(n)s month", "%(n)s months", round(days / _MONTH))
    return t.n("%(n)s day", "%(n)s days", days)
