"""Stacked charts: a whole and its parts, one bar for each row, with a key below.

Knows how parts become lengths. Must never know figures or their sources. Parts are told apart by their tint and their
order, and every value stands in the key or in the table, so that nothing rests on colour.
"""

from collections.abc import Iterator

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.charts import WIDTH
from backstory.rendering.drawing import Sheet, sheet, shortened
from backstory.rendering.escaping import attribute, text
from backstory.rendering.numbers import number, share

TINTS = 6
"""How many tints there are; the parts from there on are drawn as one."""
_LINE, _BAR, _ROW, _KEY = 20.0, 22.0, 62.0, 30.0


class Stack(Struct, frozen=True):
    """One bar: its label, and a value for each part; none is below zero."""

    label: str
    values: tuple[float, ...]


def can_stack(stacks: tuple[Stack, ...]) -> bool:
    """Say whether there is anything to stack: parts below zero have no length, and nothing has no parts."""
    values = [value for each in stacks for value in each.values]
    return bool(values) and min(values) >= 0 and 0 < max(values) < 1e100


def stacked(parts: tuple[str, ...], stacks: tuple[Stack, ...], title: str, lang: str, id: str, rest: str) -> Markup:
    """Return a stacked chart as SVG. `rest` names what the smaller parts are together, where there are too many."""
    names, rows = _gathered(parts, stacks, rest)
    page = sheet(WIDTH, lang)
    most = max(sum(each.values) for each in rows)
    shapes = [shape for n, each in enumerate(rows) for shape in _bar(page, each, n * _ROW, most, lang)]
    top = len(rows) * _ROW + 12
    shapes += list(_key(page, names, rows, top, lang))
    named = f'role="img" aria-labelledby="{attribute(id)}-title {attribute(id)}-desc"'
    said = "; ".join(f"{each.label}: {_said(names, each, lang)}" for each in rows[:TINTS])
    told = [
        f'<title id="{attribute(id)}-title">{text(title)}</title>',
        f'<desc id="{attribute(id)}-desc">{text(said)}</desc>',
    ]
    return page.svg("chart chart-stacked", top + _KEY * len(names), named, [*told, *shapes])


def _said(names: tuple[str, ...], each: Stack, lang: str) -> str:
    return ", ".join(f"{name} {number(value, lang)}" for name, value in zip(names, each.values, strict=True))


def _gathered(parts: tuple[str, ...], stacks: tuple[Stack, ...], rest: str) -> tuple[tuple[str, ...], list[Stack]]:
    if len(parts) <= TINTS:
        return parts, list(stacks)
    kept = TINTS - 1
    rows = [Stack(each.label, (*each.values[:kept], sum(each.values[kept:]))) for each in stacks]
    return (*parts[:kept], rest), rows


def _bar(page: Sheet, each: Stack, top: float, most: float, lang: str) -> Iterator[str]:
    whole = sum(each.values)
    shown = number(whole, lang)
    yield page.words("chart-label", (0, top + _LINE - 5), shortened(each.label, 44))
    yield page.words("chart-value", (WIDTH, top + _LINE - 5), shown, "end")
    at = 0.0
    for n, value in enumerate(each.values, 1):
        length = WIDTH * value / most if most else 0.0
        yield page.box(f"chart-part chart-part-{n}", (at, top + _LINE), length, _BAR)
        at += length


def _key(page: Sheet, names: tuple[str, ...], rows: list[Stack], top: float, lang: str) -> Iterator[str]:
    only = rows[0] if len(rows) == 1 else None
    for n, name in enumerate(names, 1):
        y = top + (n - 1) * _KEY
        yield page.box(f"chart-part chart-part-{n}", (0, y), 16, 16)
        yield page.words("chart-label", (26, y + 13), shortened(name, 44))
        if only:
            value, whole = only.values[n - 1], sum(only.values)
            yield page.words(
                "chart-value", (WIDTH, y + 13), f"{number(value, lang)} · {share(value, whole, lang)}", "end"
            )
