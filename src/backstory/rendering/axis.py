"""A timeline's axis, drawn to scale.

Knows what marks look like. Must never know what an event tells. The list below the axis says all of it in words, so the
drawing is hidden from those who listen to a page, and the tab key passes it by.

A dot is a day. A bar lasts; where it begins or ends on an unknown day it narrows, and an arrow stands where it goes on.
A shape pointed on both sides is one day somewhere in it. What is about or doubtful has pointed sides as well.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from backstory.rendering.dates import show
from backstory.rendering.drawing import Point, Sheet, linked, sheet
from backstory.rendering.marks import EDGE, WIDTH, AxisEvent, Mark, Scale, dot_radius, lanes, mark, scale_of
from backstory.rendering.ticks import date_ticks

FEWEST = 3
"""Fewer events than this need no axis."""
MOST = 250
"""More than this would be a blur: they are counted in columns."""

_LANE = 15.0
_MOST_LANES = 8
_COLUMN = 8.0
_TALLEST = 60.0
_FOOT = 26.0
_MOST_LABELS = 8
_LETTER = 7.0


def axis(events: Sequence[AxisEvent], lang: str, ids: Sequence[str]) -> Markup:
    """Return a timeline's axis as SVG; empty for fewer than three events that have a known day.

    `ids` go with `events`; each mark leads to its event's. Up to `MOST` events stand one by one in lanes, so that none
    hides another. Of more only the major ones do, and the others are counted in columns, each a link to its first.
    """
    known = [(event, id) for event, id in zip(events, ids, strict=True) if event.date.earliest or event.date.latest]
    if len(known) < FEWEST:
        return Markup("")
    scale = scale_of([event.date for event, _ in known])
    marks = sorted((mark(event, id, scale) for event, id in known), key=lambda each: each.outer)
    alone, counted = _parted(marks)
    lane_of = lanes(alone, _MOST_LANES)
    floor = (max(lane_of, default=-1) + 1) * _LANE + 4
    base = floor + (_TALLEST + 6 if counted else 4)
    page = sheet(WIDTH, lang)
    shapes = [page.line("axis-line", (0, base), (WIDTH, base)), *_ticks(page, scale, base, lang)]
    shapes += _columns(page, counted, base, lang)
    shapes += [_one(page, each, floor - (n + 0.5) * _LANE, lang) for each, n in zip(alone, lane_of, strict=True)]
    return page.svg("axis", base + _FOOT, 'aria-hidden="true" focusable="false"', shapes)


def _parted(marks: list[Mark]) -> tuple[list[Mark], list[Mark]]:
    """Return the marks that are drawn by themselves, and those that are counted."""
    if len(marks) <= MOST:
        return marks, []
    major = [each for each in marks if each.event.major]
    if len(major) > MOST:
        return [], marks
    return major, [each for each in marks if not each.event.major]


def _ticks(page: Sheet, scale: Scale, base: float, lang: str) -> Iterator[str]:
    """Yield the marks of the scale. A label that would touch the one before it is left out."""
    taken = -2 * _LETTER
    for number, label in date_ticks(scale.first, scale.after - 1, _MOST_LABELS, lang):
        x, width = scale.at(number), len(label) * _LETTER
        yield page.line("axis-tick", (x, base), (x, base + 6))
        left = min(max(x - width / 2, 0), WIDTH - width)
        if left > taken + _LETTER:
            yield page.words("axis-label", (left + width / 2, base + 20), label, "middle")
            taken = left + width


def _columns(page: Sheet, marks: list[Mark], base: float, lang: str) -> Iterator[str]:
    """Yield a column for each stretch of the axis, as tall as it has events, of which the tallest fills the room."""
    bins: dict[int, list[Mark]] = {}
    for each in marks:
        middle = sum(each.inner or each.outer) / 2
        bins.setdefault(int(min(middle, WIDTH - EDGE) // _COLUMN), []).append(each)
    most = max(map(len, bins.values()), default=1)
    for place, members in sorted(bins.items()):
        height = max(_TALLEST * len(members) / most, 2)
        box = page.box("axis-event axis-column", (place * _COLUMN, base - height), _COLUMN - 1, height)
        more = f" (+{len(members) - 1})" if len(members) > 1 else ""
        yield linked(members[0].id, _title(members[0], lang) + more, box)


def _title(each: Mark, lang: str) -> str:
    return f"{show(each.event.date, lang)}: {each.event.title}"


def _one(page: Sheet, each: Mark, y: float, lang: str) -> str:
    major = " axis-major" if each.event.major else ""
    shapes = "".join(_dot(page, each, y, major) if each.dot else _bar(page, each, y, major))
    return linked(each.id, _title(each, lang), shapes)


def _dot(page: Sheet, each: Mark, y: float, major: str) -> Iterator[str]:
    radius = dot_radius(each.event)
    middle = (each.outer[0] + each.outer[1]) / 2
    if each.event.date.approximate or each.event.date.uncertain:
        yield page.area("axis-fade", _pointed(each.outer, y, radius))
    yield page.dot(f"axis-event{major}", (middle, y), radius)


def _bar(page: Sheet, each: Mark, y: float, major: str) -> Iterator[str]:
    half = 6.0 if each.event.major else 4.0
    start, end = each.outer
    if each.inner is None:
        yield page.area(f"axis-fade{major}", _pointed(each.outer, y, half + 2))
        yield page.box(f"axis-span{major}", (start, y - 1), end - start, 2)
        return
    left, right = each.inner
    if start < left:
        yield page.area("axis-fade", ((start, y), (left, y - half), (left, y + half)))
    if end > right:
        yield page.area("axis-fade", ((end, y), (right, y - half), (right, y + half)))
    yield page.box(f"axis-span{major}", (left, y - half), max(right - left, 1), half * 2)
    yield from _arrows(page, each, y, half)


def _arrows(page: Sheet, each: Mark, y: float, half: float) -> Iterator[str]:
    for onward, x, tip in zip(each.onward, each.outer, (-EDGE / 2, EDGE / 2), strict=True):
        if onward:
            points = ((x - tip, y - half - 3), (x, y), (x - tip, y + half + 3))
            yield page.area("axis-span axis-open", points)


def _pointed(span: tuple[float, float], y: float, half: float) -> tuple[Point, ...]:
    middle = (span[0] + span[1]) / 2
    return (span[0], y), (middle, y - half), (span[1], y), (middle, y + half)
