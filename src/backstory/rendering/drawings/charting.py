"""Charts of figures: which kind of drawing fits, and the table that stands beside it.

Knows figures. Must never know how a line or a bar is drawn.
"""

from collections.abc import Sequence

from markupsafe import Markup

from backstory.library.figures import figure_of
from backstory.rendering.dates import show
from backstory.rendering.drawings.charts import chart
from backstory.rendering.drawings.plots import Row
from backstory.rendering.drawings.stacks import Stack, can_stack, stacked
from backstory.rendering.numbers import number
from backstory.rendering.vantage import ROWS, Vantage
from backstory.rendering.views import ChartView

CHART_TYPES = ("bar", "step", "line", "dot", "stacked")
DRAWN = 400
"""More rows than this are no picture any more: of each stretch of a long series the lowest and highest are drawn."""
DRAWN_BARS = 60
"""The same for bars below one another, of which the first are drawn."""


def chart_view(view: Vantage, path: str, kind: str, title: str, id: str, description: str = "") -> ChartView | None:
    """Return a figure's chart, or None when it has neither a series nor a breakdown."""
    header = view.read(figure_of, path)
    rows = [Row("", point.date, point.value) for point in header.series]
    rows = rows or [Row(row.label, None, row.value) for row in header.breakdown]
    if not rows:
        return None
    shown = view.figure(path)
    heading = title or header.title
    return ChartView(
        figure=shown,
        title=heading,
        svg=drawing(view, rows, kind or "bar", heading, header.unit, id),
        id=id,
        unit=header.unit,
        description=description,
        head=(view.words("When") if header.series else view.words("What"), view.words("Value")),
        table=tuple((each.label, each.value) for each in shown.series or shown.breakdown),
        sources=shown.sources,
        data=shown.data,
        more=shown.more,
    )


def drawing(view: Vantage, rows: Sequence[Row], kind: str, title: str, unit: str, id: str) -> Markup:
    """Return rows as SVG; what can't be stacked stands as bars."""
    if kind == "stacked":
        values = tuple(row.value for row in rows)
        stacks = (Stack(unit or title, values),)
        names = tuple(_label(row, view.lang) for row in rows)
        if can_stack(stacks):
            return stacked(names, stacks, title, view.lang, id, view.words("Others"))
        kind = "bar"
    labelled = tuple(Row(_label(row, view.lang), row.date, row.value) for row in drawn_rows(rows))
    return chart(labelled, kind, title, unit, view.lang, id)


def _label(row: Row, lang: str) -> str:
    return row.label or (show(row.date, lang) if row.date else "")


def drawn_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows that are drawn: all of a short series; of a long one the ends of each stretch, in order."""
    if not all(row.date for row in rows):
        return list(rows[:DRAWN_BARS])
    if len(rows) <= DRAWN:
        return list(rows)
    size = -(-len(rows) * 2 // DRAWN)
    kept: set[int] = {0, len(rows) - 1}
    for start in range(0, len(rows), size):
        stretch = range(start, min(start + size, len(rows)))
        kept |= {min(stretch, key=lambda n: rows[n].value), max(stretch, key=lambda n: rows[n].value)}
    return [rows[n] for n in sorted(kept)]


def written(value: float | None, lang: str) -> str:
    """Return a cell of a table: a number as people write it, or nothing."""
    return "" if value is None else number(value, lang)


def shown_rows(table: Sequence[tuple[str, ...]]) -> tuple[tuple[tuple[str, ...], ...], int]:
    """Return the rows of a table that a page shows, and how many more there are."""
    return tuple(table[:ROWS]), max(len(table) - ROWS, 0)
