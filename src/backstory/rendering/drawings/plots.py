"""A plot that charts are drawn in: its scale, its grid, where each row stands on it, and the words around it.

Knows positions. Must never know which kind of shape stands there, nor figures or their sources.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from msgspec import Struct

from backstory.reading.dates import Date
from backstory.reading.dates.day import Day
from backstory.rendering.drawings.drawing import Point, Sheet, shortened
from backstory.rendering.formats.spans import ordinal
from backstory.rendering.numbers import number
from backstory.rendering.templating.escaping import attribute, text

WIDTH = 480.0
LETTER = 9.0
"""The width of a letter where the page is narrow and labels are large."""
LARGEST = 1e100
"""Values beyond this are no measurements. They are left out, as what is no number is."""
DOTS = 120
"""A line of more points than this shows none of them by itself."""
_TOLD = 12
_TOP = 26.0
_PLOT = 180.0
FOOT = _TOP + _PLOT
HEIGHT = FOOT + 30
SIDE = 12.0
"""The room at either end of a plot. Its scale stands on the starting side."""


_COUNTED: Final[dict[str, Callable[[Day], int]]] = {
    "year": lambda day: day.year,
    "month": lambda day: day.year * 12 + day.month,
    "day": ordinal,
}
"""How the periods of a precision are counted, one after the other."""


class Row(Struct, frozen=True):
    """A value, what it is of, and when it was."""

    label: str
    date: Date | None
    value: float


def told(rows: tuple[Row, ...], title: str, unit: str, lang: str, id: str) -> Iterator[str]:
    """Yield a chart's title and its description for those who listen."""
    yield f'<title id="{attribute(id)}-title">{text(f"{title} ({unit})" if unit else title)}</title>'
    said = "; ".join(f"{row.label}: {number(row.value, lang)}" for row in rows[:_TOLD])
    yield f'<desc id="{attribute(id)}-desc">{text(said)}{"; …" if len(rows) > _TOLD else ""}</desc>'


def drawable(value: float) -> float:
    """Return a value, or zero for one so small that arithmetic with it breaks down."""
    return value if abs(value) > 1 / LARGEST else 0.0


def part_of(value: float, low: float, high: float) -> float:
    """Return how far a value is from one end to the other, 0-1."""
    return (value - low) / (high - low) if high > low else 0.0


def reach(values: list[float], type: str) -> tuple[float, float]:
    """Return the lowest and highest value to show, and zero with them, unless a line would be flat for it."""
    low, high = min(values), max(values)
    if type != "bar" and high - low < max(abs(low), abs(high)) / 5:
        return low, high
    return min(0.0, low), max(0.0, high)


def in_time(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows in order of time if all have a date, else as they are."""
    return tuple(sorted(rows, key=lambda row: row.date.sort_key if row.date else ())) if all_dated(rows) else rows


def all_dated(rows: tuple[Row, ...]) -> bool:
    """Say whether each row has a date with a day to stand at."""
    return all(row.date and (row.date.earliest or row.date.latest) for row in rows)


def positions(rows: tuple[Row, ...], type: str, start: float) -> list[float]:
    """Return the position of each row: to scale by its first day, or side by side."""
    room = WIDTH - SIDE - start
    days = [ordinal(row.date.anchor) for row in rows if row.date]
    if type == "bar" or not all_dated(rows) or days[0] == days[-1]:
        places = slots(rows)
        return [start + room * (n + 0.5) / (places[-1] + 1) for n in places]
    return [start + room * ((day - days[0]) / (days[-1] - days[0])) for day in days]


def slots(rows: tuple[Row, ...]) -> list[int]:
    """Return where each row stands among equal places, counted from 0: one after the other.

    Rows of years, months or days leave room for those that are missing between them, unless more are missing than are
    there: two columns side by side are read as one year and the next.
    """
    dates = [row.date for row in rows if row.date and row.date.kind == "single"]
    beside = list(range(len(rows)))
    precisions = {date.precision for date in dates}
    count = _COUNTED.get(next(iter(precisions), ""))
    if count is None or len(precisions) > 1 or len(dates) < len(rows) or not all_dated(rows):
        return beside
    found = [count(date.anchor) for date in dates]
    steady = all(before < after for before, after in pairwise(found))
    return [each - found[0] for each in found] if steady and found[-1] - found[0] < 2 * len(rows) else beside


def level(value: float, ticks: tuple[float, ...]) -> float:
    """Return the y of a value on a scale."""
    return FOOT - _PLOT * part_of(value, ticks[0], ticks[-1])


def grid(page: Sheet, ticks: tuple[float, ...], scale: list[str], start: float) -> Iterator[str]:
    """Yield the lines of a scale and what they say."""
    for value, label in zip(ticks, scale, strict=True):
        y = level(value, ticks)
        yield page.line("chart-grid", (start, y), (WIDTH, y))
        yield page.words("chart-label", (start - SIDE / 2, y + 4), label, "end")


def steps(points: list[Point]) -> Iterator[Point]:
    """Yield the corners of a line that holds each value until the next one."""
    before = None
    for x, y in points:
        if before is not None:
            yield x, before
        yield x, y
        before = y


def labels(page: Sheet, labels: list[str], across: list[float]) -> Iterator[str]:
    """Yield what stands below the plot: the first and the last label, and those between that have room."""
    taken: list[tuple[float, float]] = []
    for n in dict.fromkeys([0, len(labels) - 1, *range(len(labels))]):
        words = shortened(labels[n], 28)
        left, right = placed(across[n], len(words) * LETTER)
        if all(right + LETTER < start or left - LETTER > end for start, end in taken):
            taken.append((left, right))
            yield page.words("chart-label", ((left + right) / 2, FOOT + 22), words, "middle")


def placed(x: float, width: float, least: float = 0) -> tuple[float, float]:
    """Return from where to where words stand that are centred on a position, as far as there is room."""
    left = max(min(x - width / 2, WIDTH - width), least, 0.0)
    return left, left + width
