"""Several lines in one plot, with a key below: one line for each column of a table.

Knows how columns become lines with gaps. Must never know figures or their sources. Lines are told apart by their tint
and their dashes, so that nothing rests on colour alone; every value stands in the table beside them.
"""

from collections.abc import Iterator, Sequence

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.drawings.drawing import Point, Sheet, sheet, shortened
from backstory.rendering.drawings.plots import (
    DOTS,
    HEIGHT,
    LARGEST,
    LETTER,
    SIDE,
    WIDTH,
    Row,
    drawable,
    grid,
    labels,
    level,
    positions,
    reach,
    steps,
    told,
)
from backstory.rendering.drawings.stacks import KEY, TINTS
from backstory.rendering.drawings.ticks import value_ticks
from backstory.rendering.numbers import short_number
from backstory.rendering.templating.escaping import attribute

_SAMPLE = 28.0


class Line(Struct, frozen=True):
    """A line: its name, and a value for each row, or None where nothing is known."""

    name: str
    values: tuple[float | None, ...]


def many_lines(
    rows: Sequence[Row], lines: Sequence[Line], type: str, title: str, unit: str, lang: str, id: str
) -> Markup:
    """Return lines, steps or dots as SVG; empty when there is no value to draw.

    `rows` say where each value stands and what its label is; their own values are not looked at. Of more than six
    lines the first six are drawn.
    """
    shown = lines[:TINTS]
    values = [drawable(value) for line in shown for value in line.values if value is not None and abs(value) < LARGEST]
    if not rows or not values:
        return Markup("")
    page, ticks = sheet(WIDTH, lang), value_ticks(*reach(values, type))
    scale = [short_number(value, lang) for value in ticks]
    start = max(map(len, scale)) * LETTER + SIDE
    across = positions(tuple(rows), type, start + SIDE)
    zero = level(min(max(0.0, ticks[0]), ticks[-1]), ticks)
    shapes = [*grid(page, ticks, scale, start), page.line("chart-axis", (start, zero), (WIDTH, zero))]
    for n, line in enumerate(shown, 1):
        shapes += _line(page, line, across, ticks, type, n)
    shapes += [*labels(page, [row.label for row in rows], across), *_key(page, shown)]
    named = f'role="img" aria-labelledby="{attribute(id)}-title {attribute(id)}-desc"'
    heard = tuple(
        Row(f"{line.name}, {row.label}", None, value)
        for line in shown
        for row, value in list(zip(rows, line.values, strict=True))[-1:]
        if value is not None
    )
    return page.svg("chart", HEIGHT + 8 + KEY * len(shown), named, [*told(heard, title, unit, lang, id), *shapes])


def _line(page: Sheet, line: Line, across: list[float], ticks: tuple[float, ...], type: str, n: int) -> Iterator[str]:
    stretches = list(_stretches(line, across, ticks))
    if type != "dot":
        for points in stretches:
            yield page.path(f"chart-line chart-line-{n}", steps(points) if type == "step" else points)
    if len(across) <= DOTS:
        for point in (point for points in stretches for point in points):
            yield page.dot(f"chart-dot chart-part-{n}", point, 4.5 if type == "dot" else 3)


def _stretches(line: Line, across: list[float], ticks: tuple[float, ...]) -> Iterator[list[Point]]:
    """Yield the points of a line, parted where nothing is known."""
    found: list[Point] = []
    for x, value in zip(across, line.values, strict=True):
        if value is not None and abs(value) < LARGEST:
            found.append((x, level(drawable(value), ticks)))
        elif found:
            yield found
            found = []
    if found:
        yield found


def _key(page: Sheet, lines: Sequence[Line]) -> Iterator[str]:
    for n, line in enumerate(lines, 1):
        y = HEIGHT + 8 + (n - 1) * KEY
        yield page.path(f"chart-line chart-line-{n}", [(0, y + 8), (_SAMPLE, y + 8)])
        yield page.dot(f"chart-dot chart-part-{n}", (_SAMPLE / 2, y + 8), 4)
        yield page.words("chart-label", (_SAMPLE + 10, y + 13), shortened(line.name, 36))
