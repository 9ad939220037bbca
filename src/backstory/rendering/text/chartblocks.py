"""The blocks of numbers: `::: figures` and `::: chart`.

Knows what they may be given. Must never know how a chart is drawn.
"""

from typing import Any

from markupsafe import Markup

from backstory.library.figures import figure_of
from backstory.library.links import asset_of
from backstory.notes import did_you_mean, error
from backstory.reading.document import BlockMark
from backstory.rendering.drawings.charting import CHART_TYPES, chart_view
from backstory.rendering.drawings.filecharts import FILES, Asked, file_chart
from backstory.rendering.text.blockoptions import named_in
from backstory.rendering.text.body import Filler

Values = dict[str, Any] | None


def figures_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: figures`: a row of numbers."""
    found = []
    for name in mark.argument.replace(",", " ").split():
        path = named_in(filler, mark, name, ("figure",), "figure")
        if path and filler.view.read(figure_of, path).value is None:
            sentence = f'The figure "{name}" has no single value.'
            filler.view.note(
                error(mark.place, "block/no-value", sentence, "Draw it with ::: chart, or give it a value.")
            )
        elif path:
            found.append(filler.view.figure(path))
    return {"figures": tuple(found)} if found else None


def chart_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: chart`: of a figure, or of a file."""
    options = dict(mark.options)
    kind = options.get("type", "")
    if kind and kind not in CHART_TYPES:
        help = did_you_mean(kind, CHART_TYPES) or f"Types are: {', '.join(CHART_TYPES)}."
        filler.view.note(error(mark.place, "block/bad-option", f'There is no chart type "{kind}".', help))
        del options["type"]
    if mark.argument.lower().endswith(FILES):
        file = asset_of(filler.view.read, filler.path, mark.argument)
        made = file_chart(Asked(filler.view, file, options, filler.next_id("chart"), mark.place), mark.argument)
        return {"chart": made} if made else None
    path = named_in(filler, mark, mark.argument, ("figure",), "figure")
    if not path:
        return None
    id, title, told = filler.next_id("chart"), options.get("title", ""), options.get("description", "")
    chart = chart_view(filler.view, path, options.get("type", ""), title, id, told)
    if chart is None:
        sentence = f'The figure "{mark.argument}" has no series or breakdown to draw.'
        filler.view.note(error(mark.place, "block/no-series", sentence, "Add series: or breakdown: to it."))
        return None
    return {"chart": chart}
