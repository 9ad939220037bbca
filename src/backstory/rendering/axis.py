"""A timeline's axis, drawn to scale.

Knows days and how certain they are. Must never know what an event tells. The list below the axis says all of it in words,
so the drawing is hidden from those who listen to a page and skipped by the tab key.

A dot is a day. A bar lasts; where it begins or ends on an unknown day it narrows, and an arrow stands where it goes on.
A shape that is pointed on both sides is one day somewhere in it. Many events are counted in columns instead.
"""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from markupsafe import Markup

from backstory.reading.dates import Date
from backstory.rendering.dates import show
from backstory.rendering.drawing import Sheet, linked, sheet
from backstory.rendering.spans import ordinal, reach
from backstory.rendering.ticks import date_ticks

FEWEST = 3
"""Fewer events than this need no axis."""
MOST = 250
"""More than this would be a blur, and are drawn as columns."""

_WIDTH = 1000.0
_EDGE = 16.0
_LANE = 15.0
_MOST_LANES = 8
_LABELS = 9
_LETTER = 7.0
_FADE = 14.0
_COLUMN = 8.0
_COLUMN_HEIGHT = 64.0
_FOOT = 26.0


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


class _Mark(NamedTuple):
    """An event on the axis. All but `id` and `event` are positions; `sure` is empty, or from where to where it lasts."""

    first: float
    last: float
    sure: tuple[float, float] | tuple[()]
    open_start: bool
    open_end: bool
    id: str
    event: AxisEvent

    @property
    def is_dot(self) -> bool:
        return self.event.date.is_day

    @property
    def doubtful(self) -> bool:
        return self.event.date.approximate or self.event.date.uncertain

    @property
    def span(self) -> tuple[float, float]:
        """From where to where its drawing goes, fading ends and all."""
        if not self.is_dot:
            return self.first, max(self.last, self.first + 6)
        middle, half = (self.first + self.last) / 2, _radius(self) + (_FADE if self.doubtful else 0)
        return middle - half, middle + half


class _Scale(NamedTuple):
    """The first day of the axis and the day after its last."""

    first: int
    after: int

    def at(self, day: int) -> float:
        """Return where a day begins."""
        return _EDGE + (_WIDTH - 2 * _EDGE) * ((day - self.first) / (self.after - self.first))


def axis(events: Sequence[AxisEvent], lang: str, ids: Sequence[str]) -> Markup:
    """Return a timeline's axis as SVG, each event a link to its id; empty for fewer than three that have a day.

    `ids` go with `events`. Up to `MOST` events are drawn one by one in lanes, so that none hides another; of more, only
    the major ones are, and the others are counted in columns, each a link to the first event in it.
    """
    known = [(event, id) for event, id in zip(events, ids, strict=True) if event.date.earliest or event.date.latest]
    if len(known) < FEWEST:
        return Markup("")
    scale = _scale([event.date for event, _ in known])
    marks = sorted((_mark(event, id, scale) for event, id in known), key=lambda mark: mark.span)
    alone, counted = _sorted_out(marks)
    lanes = _lanes(alone)
    base = (max(lanes, default=-1) + 1) * _LANE + (_COLUMN_HEIGHT if counted else 0) + 6
    return _drawn(sheet(_WIDTH, lang), scale, base, list(zip(alone, lanes, strict=True)), counted, lang)


def _drawn(
    page: Sheet, scale: _Scale, base: float, alone: list[tuple[_Mark, int]], counted: list[_Mark], lang: str
) -> Markup:
    floor = base - (_COLUMN_HEIGHT if counted else 0)
    shapes = [page.line("axis-line", (0, base), (_WIDTH, base)), *_ticks(page, scale, base, lang)]
    shapes += _columns(page, counted, base, lang)
    shapes += [_one(page, mark, floor - 4 - (lane + 0.5) * _LANE, lang) for mark, lane in alone]
    return page.svg("axis", base + _FOOT, 'aria-hidden="true" focusable="false"', shapes)


def _scale(dates: list[Date]) -> _Scale:
    days = [ordinal(day) for date in dates for day in (date.earliest, date.latest) if day]
    first, after = min(days), max(days) + 1
    return _Scale(first, after) if after - first > 1 else _Scale(first - 5, after + 5)


def _mark(event: AxisEvent, id: str, scale: _Scale) -> _Mark:
    far = reach(event.date)
    text = event.date.text
    open_start, open_end = text.startswith("../"), text.endswith("/..")
    first = scale.at(ordinal(far.first)) if far.first else 0.0 if open_start else _before(far.sure_last, scale)
    last = scale.at(ordinal(far.last) + 1) if far.last else _WIDTH if open_end else _after(far.sure_first, scale)
    sure: tuple[float, float] | tuple[()] = ()
    if far.sure_first or far.sure_last:
        began = scale.at(ordinal(far.sure_first)) if far.sure_first else first if open_start else None
        ended = scale.at(ordinal(far.sure_last) + 1) if far.sure_last else last if open_end else None
        low = began if began is not None else (ended or 0) - 1
        sure = (low, ended if ended is not None else low + 1)
    return _Mark(first, last, sure, open_start, open_end, id, event)
