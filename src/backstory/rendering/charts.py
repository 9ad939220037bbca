"""Charts: bars, steps and lines.

Knows how values become shapes. Must never know figures or their sources. The same numbers stand beside a chart as a
table; the chart's own description tells the first of them to those who listen.
"""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from backstory.reading.dates import Date
from backstory.rendering.drawing import Point, Sheet, sheet, shortened
from backstory.rendering.escaping import attribute, text
from backstory.rendering.numbers import number, short_number
from backstory.rendering.spans import ordinal
from backstory.rendering.ticks import value_ticks

WIDTH = 640.0
_LETTER = 9.5
"""The width of a letter where the page is narrow and labels are large."""
_TOLD = 12
_DOTS = 120
"""A line of more points than this shows none of them by itself."""
_LONGEST_VALUE = 20
_LARGEST = 1e100
"""Values beyond this are no measurements. They are left out, as what is no number is."""

# Bars, one below another: a line of words, then the bar.
_LINE = 20.0
_BAR = 16.0
_ROW = 54.0

# Lines, steps and columns: a plot, with its scale on the starting side.
_TOP = 30.0
_PLOT = 200.0
_FOOT = _TOP + _PLOT
_SIDE = 14.0
_WIDEST_COLUMN = 96.0


class Row(Struct, frozen=True):
    """A value, what it is of, and when it was."""

    label: str
    date: Date | None
    value: float


def chart(rows: tuple[Row, ...], type: str, title: str, unit: str, lang: str, id: str) -> Markup:
    """Return a chart as SVG; empty when there is no value to draw.

    `type` is "bar", "dot", "step" or "line". Bars and dots of rows without dates lie below one another with
    their labels above them; bars of dated rows stand side by side. Points of a step or a line stand to scale by date if
    every row has one, else side by side. `id` makes the ids inside unique on the page.
    """
    known = tuple(row for row in rows if abs(row.value) < _LARGEST)
    if not known:
        return Markup("")
    page = sheet(WIDTH, lang)
    if type in ("bar", "dot") and not all(row.date for row in known):
        height, shapes = _ROW * len(known) - 8, list(_bars(page, known, lang, dots=type == "dot"))
    else:
        height, shapes = _FOOT + 30, list(_plot(page, known, type, lang))
    named = f'role="img" aria-labelledby="{attribute(id)}-title {attribute(id)}-desc"'
    return page.svg("chart", height, named, [*_told(known, title, unit, lang, id), *shapes])


def _told(rows: tuple[Row, ...], title: str, unit: str, lang: str, id: str) -> Iterator[str]:
    yield f'<title id="{attribute(id)}-title">{text(f"{title} ({unit})" if unit else title)}</title>'
    said = "; ".join(f"{row.label}: {number(row.value, lang)}" for row in rows[:_TOLD])
    yield f'<desc id="{attribute(id)}-desc">{text(said)}{"; …" if len(rows) > _TOLD else ""}</desc>'


def _value(value: float, lang: str) -> str:
    """Return a value in full, unless that is longer than any place for it."""
    whole = number(value, lang)
    return whole if len(whole) <= _LONGEST_VALUE else short_number(value, lang)


def _drawable(value: float) -> float:
    """Return a value, or zero for one so small that arithmetic with it breaks down."""
    return value if abs(value) > 1 / _LARGEST else 0.0


def _part(value: float, low: float, high: float) -> float:
    """Return how far a value is from one end to the other, 0-1."""
    return (value - low) / (high - low) if high > low else 0.0


def _bars(page: Sheet, rows: tuple[Row, ...], lang: str, *, dots: bool = False) -> Iterator[str]:
    values = [_drawable(row.value) for row in rows]
    low, high = min(0.0, *values), max(0.0, *values)
    zero = WIDTH * _part(0, low, high)
    for n, row in enumerate(rows):
        top = n * _ROW
        end = WIDTH * _part(values[n], low, high)
        shown = _value(row.value, lang)
        room = int(WIDTH / _LETTER) - len(shown) - 3
        yield page.words("chart-label", (0, top + _LINE - 5), shortened(row.label, room))
        yield page.words("chart-value", (WIDTH, top + _LINE - 5), shown, "end")
        yield page.line("chart-grid", (0, top + _LINE + _BAR), (WIDTH, top + _LINE + _BAR))
        if dots:
            yield page.line("chart-axis", (zero, top + _LINE + _BAR / 2), (end, top + _LINE + _BAR / 2))
            yield page.dot("chart-dot", (min(max(end, 7.0), WIDTH - 7.0), top + _LINE + _BAR / 2), 7)
        else:
            yield page.box("chart-bar", (min(zero, end), top + _LINE), abs(end - zero), _BAR)
    if low < 0:
        yield page.line("chart-axis", (zero, _LINE), (zero, (len(rows) - 1) * _ROW + _LINE + _BAR))


def _plot(page: Sheet, rows: tuple[Row, ...], type: str, lang: str) -> Iterator[str]:
    ordered = rows if type == "bar" else _in_time(rows)
    values = [_drawable(row.value) for row in ordered]
    ticks = value_ticks(*_range(values, type))
    scale = [short_number(value, lang) for value in ticks]
    start = max(map(len, scale)) * _LETTER + _SIDE
    yield from _grid(page, ticks, scale, start)
    across = _across(ordered, type, start + _SIDE)
    points = [(x, _height(value, ticks)) for x, value in zip(across, values, strict=True)]
    zero = _height(min(max(0.0, ticks[0]), ticks[-1]), ticks)
    width = min((WIDTH - start) / len(points) * 0.72, _WIDEST_COLUMN)
    if type == "bar":
        yield from (page.box("chart-bar", (x - width / 2, min(y, zero)), width, abs(y - zero)) for x, y in points)
    else:
        if type != "dot":
            yield page.path("chart-line", _steps(points) if type == "step" else points)
        if len(points) <= _DOTS:
            yield from (page.dot("chart-dot", point, 6 if type == "dot" else 4) for point in points)
    yield page.line("chart-axis", (start, zero), (WIDTH, zero))
    shown = [_value(row.value, lang) for row in ordered]
    yield from _values(page, points, shown, values, width if type == "bar" else 0)
    yield from _labels(page, [row.label for row in ordered], across)


def _range(values: list[float], type: str) -> tuple[float, float]:
    """Return the lowest and highest value to show, and zero with them, unless a line would be flat for it."""
    low, high = min(values), max(values)
    if type != "bar" and high - low < max(abs(low), abs(high)) / 5:
        return low, high
    return min(0.0, low), max(0.0, high)


def _in_time(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    return tuple(sorted(rows, key=lambda row: row.date.sort_key if row.date else ())) if _all_dated(rows) else rows


def _all_dated(rows: tuple[Row, ...]) -> bool:
    return all(row.date and (row.date.earliest or row.date.latest) for row in rows)


def _across(rows: tuple[Row, ...], type: str, start: float) -> list[float]:
    """Return the position of each row: to scale by its first day, or side by side."""
    room = WIDTH - _SIDE - start
    days = [ordinal(row.date.anchor) for row in rows if row.date]
    if type == "bar" or not _all_dated(rows) or days[0] == days[-1]:
        return [start + room * (n + 0.5) / len(rows) for n in range(len(rows))]
    return [start + room * ((day - days[0]) / (days[-1] - days[0])) for day in days]


def _height(value: float, ticks: tuple[float, ...]) -> float:
    return _FOOT - _PLOT * _part(value, ticks[0], ticks[-1])


def _grid(page: Sheet, ticks: tuple[float, ...], scale: list[str], start: float) -> Iterator[str]:
    for value, label in zip(ticks, scale, strict=True):
        y = _height(value, ticks)
        yield page.line("chart-grid", (start, y), (WIDTH, y))
        yield page.words("chart-label", (start - _SIDE / 2, y + 4), label, "end")


def _steps(points: list[Point]) -> Iterator[Point]:
    """Yield the corners of a line that holds each value until the next one."""
    before = None
    for x, y in points:
        if before is not None:
            yield x, before
        yield x, y
        before = y


def _values(page: Sheet, points: list[Point], shown: list[str], values: list[float], column: float) -> Iterator[str]:
    """Yield the values that matter most and have room: the largest, the smallest, the last, the first, then the rest.

    Of columns (`column` is their width) too narrow for their values, only the largest is told.
    """
    order = [values.index(max(values)), values.index(min(values)), len(values) - 1, *range(len(values))]
    if column and max(map(len, shown)) * _LETTER > column / 0.72:
        order = order[:1]
    taken: list[tuple[float, float]] = []
    for n in dict.fromkeys(order):
        side, below = (0.0, values[n] < 0) if column else _beside(points, n)
        width = len(shown[n]) * _LETTER
        left, right = _placed(points[n][0] + side * width / 2, width, points[0][0] - _SIDE)
        if all(right + _LETTER < start or left - _LETTER > end for start, end in taken):
            taken.append((left, right))
            y = points[n][1] + (20 if below else -9)
            yield page.words("chart-value", ((left + right) / 2, y), shown[n], "middle")


def _beside(points: list[Point], n: int) -> tuple[float, bool]:
    """Return where a point's value keeps clear of the line: which way aside (-1 to 1), and whether below the point."""
    here = points[n][1]
    before, after = points[max(n - 1, 0)][1], points[min(n + 1, len(points) - 1)][1]
    rises, falls = after < here, before < here
    if rises and (falls or n == 0) and here < _FOOT - 24:
        return 0.0, True
    return (-0.7 if rises else 0.0) + (0.7 if falls else 0.0), False


def _labels(page: Sheet, labels: list[str], across: list[float]) -> Iterator[str]:
    """Yield what stands below the plot: the first and the last label, and those between that have room."""
    taken: list[tuple[float, float]] = []
    for n in dict.fromkeys([0, len(labels) - 1, *range(len(labels))]):
        words = shortened(labels[n], 28)
        left, right = _placed(across[n], len(words) * _LETTER)
        if all(right + _LETTER < start or left - _LETTER > end for start, end in taken):
            taken.append((left, right))
            yield page.words("chart-label", ((left + right) / 2, _FOOT + 22), words, "middle")


def _placed(x: float, width: float, least: float = 0) -> tuple[float, float]:
    """Return from where to where words stand that are centred on a position, as far as there is room."""
    left = max(min(x - width / 2, WIDTH - width), least, 0.0)
    return left, left + width
