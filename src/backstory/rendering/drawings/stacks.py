"""Charts of several values to a row: stacked or side by side, with a key below.

Knows how values become lengths. Must never know figures or their sources. Parts are told apart by their tint and their
order, and every value stands in the key or in the table, so that nothing rests on colour.
"""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.drawings.drawing import Sheet, sheet, shortened
from backstory.rendering.drawings.plots import LARGEST, WIDTH, part_of
from backstory.rendering.numbers import number, share
from backstory.rendering.templating.escaping import attribute, text

TINTS = 6
"""How many tints there are; the parts from there on are drawn as one."""
_LINE, _BAR, _ROW, KEY = 20.0, 16.0, 52.0, 26.0
_THIN = 11.0
_LABEL = 36


class Stack(Struct, frozen=True):
    """One row: its label, and a value for each part. Parts below zero lie on the other side of it."""

    label: str
    values: tuple[float, ...]


def can_stack(stacks: tuple[Stack, ...]) -> bool:
    """Say whether there is anything to stack: nothing has no parts."""
    sizes = [abs(value) for each in stacks for value in each.values]
    return bool(sizes) and 0 < max(sizes) < LARGEST


def stacked(parts: tuple[str, ...], stacks: tuple[Stack, ...], title: str, lang: str, id: str, rest: str) -> Markup:
    """Return a stacked chart as SVG. `rest` names what the smaller parts are together, where there are too many."""
    names, rows = _gathered(parts, stacks, rest)
    page = sheet(WIDTH, lang)
    ends = _ends(rows)
    shapes = [shape for n, each in enumerate(rows) for shape in _bar(page, each, n * _ROW, ends, lang)]
    return _finished(page, names, rows, shapes, len(rows) * _ROW + 8, title, lang, id)


def side_by_side(
    parts: tuple[str, ...], stacks: tuple[Stack, ...], title: str, lang: str, id: str, rest: str
) -> Markup:
    """Return a chart with a thin bar for each value of a row, as SVG. `rest` is as in `stacked`."""
    names, rows = _gathered(parts, stacks, rest)
    page = sheet(WIDTH, lang)
    values = [value for each in rows for value in each.values]
    ends = min(0.0, *values), max(0.0, *values)
    size = _LINE + _THIN * len(names) + 18
    shapes = [shape for n, each in enumerate(rows) for shape in _group(page, each, n * size, ends, lang)]
    return _finished(page, names, rows, shapes, len(rows) * size + 4, title, lang, id)


def _finished(
    page: Sheet,
    names: tuple[str, ...],
    rows: list[Stack],
    bars: list[str],
    top: float,
    title: str,
    lang: str,
    id: str,
) -> Markup:
    """Return a drawing with its words for those who listen, and its key."""
    shapes = [*bars, *_key(page, names, rows, top, lang)]
    named = f'role="img" aria-labelledby="{attribute(id)}-title {attribute(id)}-desc"'
    said = "; ".join(f"{each.label}: {_said(names, each, lang)}" for each in rows[:TINTS])
    told = [
        f'<title id="{attribute(id)}-title">{text(title)}</title>',
        f'<desc id="{attribute(id)}-desc">{text(said)}</desc>',
    ]
    return page.svg("chart chart-stacked", top + KEY * len(names), named, [*told, *shapes])


def _ends(rows: list[Stack]) -> tuple[float, float]:
    """Return how far the rows reach below zero and above it."""
    below = min((sum(value for value in each.values if value < 0) for each in rows), default=0.0)
    above = max((sum(value for value in each.values if value > 0) for each in rows), default=0.0)
    return min(below, 0.0), max(above, 0.0)


def _said(names: tuple[str, ...], each: Stack, lang: str) -> str:
    return ", ".join(f"{name} {number(value, lang)}" for name, value in zip(names, each.values, strict=True))


def _gathered(parts: tuple[str, ...], stacks: tuple[Stack, ...], rest: str) -> tuple[tuple[str, ...], list[Stack]]:
    if len(parts) <= TINTS:
        return parts, list(stacks)
    kept = TINTS - 1
    rows = [Stack(each.label, (*each.values[:kept], sum(each.values[kept:]))) for each in stacks]
    return (*parts[:kept], rest), rows


def _bar(page: Sheet, each: Stack, top: float, ends: tuple[float, float], lang: str) -> Iterator[str]:
    whole = sum(each.values)
    yield page.words("chart-label", (0, top + _LINE - 5), shortened(each.label, _LABEL))
    yield page.words("chart-value", (WIDTH, top + _LINE - 5), number(whole, lang), "end")
    reached = {True: 0.0, False: 0.0}
    for n, value in enumerate(each.values, 1):
        start, end = reached[value < 0], reached[value < 0] + value
        reached[value < 0] = end
        left, right = (WIDTH * part_of(at, *ends) for at in (min(start, end), max(start, end)))
        yield page.box(f"chart-part chart-part-{n}", (left, top + _LINE), right - left, _BAR)
    yield from _zero(page, top + _LINE, _BAR, ends)


def _group(page: Sheet, each: Stack, top: float, ends: tuple[float, float], lang: str) -> Iterator[str]:
    yield page.words("chart-label", (0, top + _LINE - 5), shortened(each.label, _LABEL))
    for n, value in enumerate(each.values, 1):
        left, right = (WIDTH * part_of(at, *ends) for at in (min(value, 0.0), max(value, 0.0)))
        y = top + _LINE + (n - 1) * _THIN
        yield page.box(f"chart-part chart-part-{n}", (left, y), right - left, _THIN)
    yield from _zero(page, top + _LINE, _THIN * len(each.values), ends)


def _zero(page: Sheet, top: float, height: float, ends: tuple[float, float]) -> Iterator[str]:
    if ends[0] < 0:
        x = WIDTH * part_of(0, *ends)
        yield page.line("chart-axis", (x, top - 3), (x, top + height + 3))


def _key(page: Sheet, names: tuple[str, ...], rows: list[Stack], top: float, lang: str) -> Iterator[str]:
    only = rows[0] if len(rows) == 1 and min(rows[0].values) >= 0 else None
    for n, name in enumerate(names, 1):
        y = top + (n - 1) * KEY
        yield page.box(f"chart-part chart-part-{n}", (0, y), 16, 16)
        yield page.words("chart-label", (26, y + 13), shortened(name, _LABEL))
        if only:
            value, whole = only.values[n - 1], sum(only.values)
            yield page.words(
                "chart-value", (WIDTH, y + 13), f"{number(value, lang)} · {share(value, whole, lang)}", "end"
            )
