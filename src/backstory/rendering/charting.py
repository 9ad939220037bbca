"""A figure's chart: which kind of drawing fits it, and the rows that stand beside the drawing.

Knows figures. Must never know how a line or a bar is drawn.
"""

from backstory.library.documents import document
from backstory.reading.dates import Date
from backstory.reading.headers import FigureHeader
from backstory.rendering.charts import Row, chart
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import ChartView

CHART_TYPES = ("bar", "step", "line")


def chart_view(view: Vantage, path: str, kind: str, title: str, id: str) -> ChartView | None:
    """Return a figure's chart, or None when it has neither a series nor a breakdown."""
    header = view.read(document, path).header
    assert isinstance(header, FigureHeader)
    shown = view.figure(path)
    seen = shown.series or shown.breakdown
    values = [point.value for point in header.series] or [row.value for row in header.breakdown]
    if not values:
        return None
    dates: list[Date | None] = [point.date for point in header.series] or [None] * len(values)
    rows = tuple(Row(row.label, date, value) for row, date, value in zip(seen, dates, values, strict=True))
    heading = title or header.title
    drawn = chart(rows, kind or "bar", heading, header.unit, view.lang, id)
    return ChartView(shown, heading, drawn, seen, id)
