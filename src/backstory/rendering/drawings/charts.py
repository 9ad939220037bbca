"""Charts: bars, steps and lines.

Knows how values become shapes. Must never know figures or their sources. The same numbers stand beside a chart as a
table; the chart's own description tells the first of them to those who listen.
"""

from collections.abc import Iterator

from markupsafe import Markup

from backstory.rendering.drawings.drawing import Point, Sheet, sheet, shortened
from backstory.rendering.drawings.plots import (
    DOTS,
    FOOT,
    HEIGHT,
    LARGEST,
    LETTER,
    SIDE,
    WIDTH,
    Row,
    drawable,
    grid,
    in_time,
    labels,
    level,
    part_of,
    placed,
    positions,
    reach,
    slots,
    steps,
    told,
)
from backstory.rendering.drawings.ticks import value_ticks
from backstory.rendering.numbers import number, short_number
from backstory.rendering.templating.escaping import attribute

_LONGEST_VALUE = 20

# Bars, one below another: a line of words, then the bar.
_LINE = 20.0
_BAR = 12.0
_ROW = 46.0

_WIDEST_COLUMN = 72.0


def chart(rows: tuple[Row, ...], type: str, title: str, unit: str, lang: str, id: str) -> Markup:
    """Return a chart as SVG; empty when there is no value to draw.

    `type` is "bar", "dot", "step" or "line". Bars and dots of rows without dates lie below one another with
    their labels above them; bars of dated rows stand side by side. Points of a step or a line stand to scale by date if
    every row has one, else side by side. `id` makes the ids inside unique on the page.
    """
    known = tuple(row for row in rows if abs(row.value) < LARGEST)
    if not known:
        return Markup("")
    page = sheet(WIDTH, lang)
    if type in ("bar", "dot") and not all(row.date for row in known):
        height, shapes = _ROW * len(known) - 8, list(_bars(page, known, lang, dots=type == "dot"))
    else:
        height, shapes = HEIGHT, list(_plot(page, known, type, lang))
    named = f'role="img" aria-labelledby="{attribute(id)}-title {attribute(id)}-desc"'
    return page.svg("chart", height, named, [*told(known, title, unit, lang, id), *shapes])


def _value(value: float, lang: str) -> str:
    """Return a value in full, unless that is longer than any place for it."""
    whole = number(value, lang)
    return whole if len(whole) <= _LONGEST_VALUE else short_number(value, lang)


def _bars(page: Sheet, rows: tuple[Row, ...], lang: str, *, dots: bool = False) -> Iterator[str]:
    values = [drawable(row.value) for row in rows]
    low, high = min(0.0, *values), max(0.0, *values)
    zero = WIDTH * part_of(0, low, high)
    for n, row in enumerate(rows):
        top = n * _ROW
        end = WIDTH * part_of(values[n], low, high)
        shown = _value(row.value, lang)
        room = int(WIDTH / LETTER) - len(shown) - 3
        yield page.words("chart-label", (0, top + _LINE - 5), shortened(row.label, room))
        yield page.words("chart-value", (WIDTH, top + _LINE - 5), shown, "end")
        yield page.line("chart-grid", (0, top + _LINE + _BAR), (WIDTH, top + _LINE + _BAR))
        if dots:
            yield page.line("chart-axis", (zero, top + _LINE + _BAR / 2), (end, top + _LINE + _BAR / 2))
            yield page.dot("chart-dot", (min(max(end, 5.0), WIDTH - 5.0), top + _LINE + _BAR / 2), 5)
        else:
            yield page.box("chart-bar", (min(zero, end), top + _LINE), abs(end - zero), _BAR)
        if low < 0:
            yield page.line("chart-axis", (zero, top + _LINE - 3), (zero, top + _LINE + _BAR + 3))


def _plot(page: Sheet, rows: tuple[Row, ...], type: str, lang: str) -> Iterator[str]:
    ordered = in_time(rows)
    values = [drawable(row.value) for row in ordered]
    ticks = value_ticks(*reach(values, type))
    scale = [short_number(value, lang) for value in ticks]
    start = max(map(len, scale)) * LETTER + SIDE
    yield from grid(page, ticks, scale, start)
    across = positions(ordered, type, start + SIDE)
    points = [(x, level(value, ticks)) for x, value in zip(across, values, strict=True)]
    zero = level(min(max(0.0, ticks[0]), ticks[-1]), ticks)
    places = slots(ordered)[-1] + 1 if type == "bar" else len(points)
    width = min((WIDTH - start) / places * 0.72, _WIDEST_COLUMN)
    if type == "bar":
        yield from (page.box("chart-bar", (x - width / 2, min(y, zero)), width, abs(y - zero)) for x, y in points)
    else:
        if type != "dot":
            yield page.path("chart-line", steps(points) if type == "step" else points)
        if len(points) <= DOTS:
            yield from (page.dot("chart-dot", point, 4.5 if type == "dot" else 3) for point in points)
    yield page.line("chart-axis", (start, zero), (WIDTH, zero))
    shown = [_value(row.value, lang) for row in ordered]
    yield from _values(page, points, shown, values, width if type == "bar" else 0)
    yield from labels(page, [row.label for row in ordered], across)


def _values(page: Sheet, points: list[Point], shown: list[str], values: list[float], column: float) -> Iterator[str]:
    """Yield the values that matter most and have room: the largest, the smallest, the last, the first, then the rest.

    Of columns (`column` is their width) too narrow for their values, only the largest is told.
    """
    order = [values.index(max(values)), values.index(min(values)), len(values) - 1, *range(len(values))]
    if column and max(map(len, shown)) * LETTER > column / 0.72:
        order = order[:1]
    taken: list[tuple[float, float]] = []
    for n in dict.fromkeys(order):
        side, below = (0.0, values[n] < 0) if column else _beside(points, n)
        width = len(shown[n]) * LETTER
        left, right = placed(points[n][0] + side * width / 2, width, points[0][0] - SIDE)
        if all(right + LETTER < start or left - LETTER > end for start, end in taken):
            taken.append((left, right))
            y = points[n][1] + (20 if below else -9)
            yield page.words("chart-value", ((left + right) / 2, y), shown[n], "middle")


def _beside(points: list[Point], n: int) -> tuple[float, bool]:
    """Return where a point's value keeps clear of the line: which way aside (-1 to 1), and whether below the point."""
    here = points[n][1]
    before, after = points[max(n - 1, 0)][1], points[min(n + 1, len(points) - 1)][1]
    rises, falls = after < here, before < here
    if rises and (falls or n == 0) and here < FOOT - 24:
        return 0.0, True
    return (-0.7 if rises else 0.0) + (0.7 if falls else 0.0), False
