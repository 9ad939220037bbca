"""Charts of files: a CSV file's columns, and drawings that a Vega-Lite file describes.

Knows tables and which of their columns are numbers. Must never know how shapes are drawn.
"""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from backstory.files.inputs import source_file
from backstory.library.documents import settings
from backstory.library.sources import source, unknown_source
from backstory.notes import did_you_mean, error, warning
from backstory.places import Place
from backstory.reading.counts.tables import EMPTY_CELLS, Table, read_table
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.decoding import decode
from backstory.rendering.dates import show
from backstory.rendering.drawings.charting import DRAWN, drawing, shown_rows, written
from backstory.rendering.drawings.manylines import Line, many_lines
from backstory.rendering.drawings.plots import Row, all_dated
from backstory.rendering.drawings.stacks import Stack, can_stack, side_by_side, stacked
from backstory.rendering.drawings.vega import UnreadableError, drawn, is_installed, prepared
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import ChartView, SourceView

MOST_BARS = 24
"""More rows of several values than this are lines, whatever was asked for."""
TABLES = (".csv", ".tsv")
FILES = (*TABLES, ".json")
"""The ends of names that are files to a chart; any other is a figure's."""


@dataclass(frozen=True)
class Asked:
    """A chart as an editor asked for it: of which file, with which options, under which id, and where that stands."""

    view: Vantage
    file: str
    options: Mapping[str, str]
    id: str
    place: Place

    @property
    def title(self) -> str:
        """The chart's title: the one given, or the file's name."""
        name = posixpath.basename(self.file).split(".", 1)[0]
        return self.options.get("title") or name.replace("-", " ").replace("_", " ").capitalize()

    def bad_option(self, sentence: str, help: str) -> None:
        """Report an option that does not fit."""
        self.view.note(error(self.place, "block/bad-option", sentence, help))


def file_chart(asked: Asked, name: str) -> ChartView | None:
    """Return the chart of the file that a document names, or None, with a finding, where there is nothing to draw."""
    data = _bytes(asked.view, asked.file)
    if data is None:
        help = "Put the file beside the document, or mend its name."
        asked.view.note(error(asked.place, "data/missing", f'There is no file "{name}" here.', help))
        return None
    return _of_vega(asked, data) if asked.file.lower().endswith(".json") else _of_table(asked, data)


def _bytes(view: Vantage, file: str) -> bytes | None:
    return view.read(source_file, file) if file.startswith(view.read(settings).content + "/") else None


def _sources(asked: Asked) -> tuple[SourceView, ...]:
    id = asked.options.get("source", "")
    entry = asked.view.read(source, id) if id else None
    if id and entry is None:
        asked.view.note(unknown_source(asked.view.read, id, asked.place))
    return (asked.view.source(entry),) if entry else ()


def _whole(asked: Asked, svg: Markup, head: tuple[str, ...], table: list[tuple[str, ...]], file: str) -> ChartView:
    rows, more = shown_rows(table)
    content = asked.view.read(settings).content
    return ChartView(
        figure=None,
        title=asked.title,
        svg=svg,
        id=asked.id,
        unit=asked.options.get("unit", ""),
        description=asked.options.get("description", ""),
        head=head,
        table=rows,
        sources=_sources(asked),
        data=asked.view.url(file.removeprefix(content)) if file else "",
        more=more,
    )


def _of_table(asked: Asked, data: bytes) -> ChartView | None:
    table, notes = read_table(data, asked.file, asked.view.lang)
    for note in notes:
        asked.view.note(note)
    across = _column(asked, table, asked.options.get("x", ""), 0)
    numbers = _number_columns(asked, table, across)
    if not table.rows or not numbers:
        if table.rows:
            sentence = f"{asked.file} has no column of numbers."
            help = "A chart needs one column of names or dates, and at least one of numbers."
            asked.view.note(error(Place(asked.file, 1), "data/no-rows", sentence, help))
        return None
    svg = _drawn(asked, table, across, numbers)
    head = tuple(table.columns[n] for n in (across, *numbers))
    rows = [
        (_label(asked, row.cells[across]), *(_cell(asked, table, row.cells[n]) for n in numbers)) for row in table.rows
    ]
    return _whole(asked, svg, head, rows, asked.file)


def _column(asked: Asked, table: Table, name: str, otherwise: int) -> int:
    folded = [each.casefold() for each in table.columns]
    if not name or name.casefold() in folded:
        return folded.index(name.casefold()) if name else otherwise
    help = did_you_mean(name, table.columns) or f"Its columns are: {', '.join(table.columns)}."
    asked.bad_option(f'{asked.file} has no column "{name}".', help)
    return otherwise


def _number_columns(asked: Asked, table: Table, across: int) -> list[int]:
    """Return the columns that are drawn: those that `y` names, or all in which most cells are numbers."""
    named = [each.strip() for each in asked.options.get("y", "").split(",") if each.strip()]
    chosen = [n for each in named if (n := _column(asked, table, each, -1)) >= 0]
    if chosen:
        return chosen
    found = []
    for n in range(len(table.columns)):
        cells = [cell for row in table.rows[:200] if (cell := row.cells[n]).casefold() not in EMPTY_CELLS]
        if n != across and cells and sum(table.number(cell) is not None for cell in cells) * 2 > len(cells):
            found.append(n)
    return found


def _drawn(asked: Asked, table: Table, across: int, numbers: list[int]) -> Markup:
    kind = asked.options.get("type", "bar")
    if len(numbers) > 1:
        found = _bars(asked, table, across, numbers) if kind in ("bar", "stacked") else None
        return found or _lines(asked, table, across, numbers)
    rows = [
        Row(row.cells[across] if date is None else "", date, value)
        for row in table.rows
        if (value := _value(asked, table, row.cells[numbers[0]], row.line)) is not None
        for date in [_date(row.cells[across])]
    ]
    view = asked.view
    return drawing(view, rows, kind, asked.title, asked.options.get("unit", ""), asked.id) if rows else Markup("")


def _bars(asked: Asked, table: Table, across: int, numbers: list[int]) -> Markup | None:
    """Return the rows of several columns as bars, or None where there is nothing to draw, or too much for bars."""
    stacks = tuple(
        Stack(
            _label(asked, row.cells[across]),
            tuple(_value(asked, table, row.cells[n], row.line) or 0.0 for n in numbers),
        )
        for row in table.rows
    )
    if len(stacks) > MOST_BARS or not can_stack(stacks):
        return None
    names, view = tuple(table.columns[n] for n in numbers), asked.view
    draw = stacked if asked.options.get("type") == "stacked" else side_by_side
    return draw(names, stacks, asked.title, view.lang, asked.id, view.words("Others"))


def _lines(asked: Asked, table: Table, across: int, numbers: list[int]) -> Markup:
    """Return several columns as lines, in order of time where each row has a date."""
    rows = [Row(_label(asked, row.cells[across]), _date(row.cells[across]), 0.0) for row in table.rows]
    columns = [[_value(asked, table, row.cells[n], row.line) for row in table.rows] for n in numbers]
    order = list(range(len(rows)))
    if all_dated(tuple(rows)):
        order.sort(key=lambda n: date.sort_key if (date := rows[n].date) else ())
    order = order[:: -(-len(order) // DRAWN) or 1]
    lines = [
        Line(table.columns[n], tuple(column[at] for at in order)) for n, column in zip(numbers, columns, strict=True)
    ]
    kind, unit = asked.options.get("type", "line"), asked.options.get("unit", "")
    return many_lines([rows[at] for at in order], lines, kind, asked.title, unit, asked.view.lang, asked.id)


def _value(asked: Asked, table: Table, cell: str, line: int) -> float | None:
    value = table.number(cell)
    if value is None and cell.casefold() not in EMPTY_CELLS:
        help = "Write a number such as 4000, or leave the cell empty where nothing is known."
        asked.view.note(warning(Place(asked.file, line), "data/bad-number", f'"{cell}" is not a number.', help))
    return value


def _date(cell: str) -> Date | None:
    try:
        return parse(cell)
    except DateError:  # then it is a name
        return None


def _label(asked: Asked, cell: str) -> str:
    date = _date(cell)
    return show(date, asked.view.lang) if date else cell


def _cell(asked: Asked, table: Table, cell: str) -> str:
    value = table.number(cell)
    return written(value, asked.view.lang) if value is not None else cell


def _of_vega(asked: Asked, data: bytes) -> ChartView | None:
    """Return the drawing of a Vega-Lite file; without vl-convert its rows as a table, and a finding."""
    used: list[str] = []

    def load(name: str) -> list[dict[str, Any]] | None:
        used.append(posixpath.normpath(posixpath.join(posixpath.dirname(asked.file), name)))
        found = _bytes(asked.view, used[-1])
        return None if found is None else _records(read_table(found, used[-1], asked.view.lang)[0])

    try:
        made = prepared(decode(data, asked.file)[0], load)
        if made.outside or made.missing:
            _no_data(asked, made.outside, made.missing)
            return None
        svg = Markup("")
        if is_installed():
            svg = drawn(made.spec, asked.title, asked.options.get("description", ""), asked.id)
        else:
            help = 'Install it with: pip install "backstory[charts]". Until then the page shows the numbers.'
            asked.view.note(warning(asked.place, "chart/no-vega", f"{asked.file} needs vl-convert to be drawn.", help))
    except UnreadableError as problem:
        help = "Try the file in the Vega editor; what it shows there is drawn here."
        sentence = f"{asked.file} is no Vega-Lite that can be drawn: {str(problem).rstrip('.')}."
        asked.view.note(error(asked.place, "chart/unreadable", sentence, help))
        return None
    head = tuple(dict.fromkeys(key for row in made.rows for key in row))
    rows = [tuple(_plain(asked, row.get(key)) for key in head) for row in made.rows]
    return _whole(asked, svg, head, rows, used[0] if used else "")


def _no_data(asked: Asked, outside: str, missing: str) -> None:
    if outside:
        sentence = f'{asked.file} takes its data from "{outside}", which a build never loads.'
    else:
        sentence = f'{asked.file} takes its data from "{missing}", and there is no such file beside it.'
    help = "Put the rows into a CSV file beside it, and name that file as the url of its data."
    asked.view.note(error(asked.place, "data/missing", sentence, help))


def _records(table: Table) -> list[dict[str, Any]]:
    return [
        {
            name: cell if (value := table.number(cell)) is None else value
            for name, cell in zip(table.columns, row.cells, strict=True)
        }
        for row in table.rows
    ]


def _plain(asked: Asked, value: Any) -> str:
    if isinstance(value, int | float) and not isinstance(value, bool):
        return written(float(value), asked.view.lang)
    return "" if value is None else str(value)
