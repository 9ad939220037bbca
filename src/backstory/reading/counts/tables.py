"""Tables in files: CSV as spreadsheets and agencies really write it.

Knows separators, decimal commas, byte order marks and gaps. Must never know what a table is about.
"""

import csv
import io
import re
from collections.abc import Iterator
from typing import Final

from msgspec import Struct

from backstory.notes import Note, error, warning
from backstory.places import Place
from backstory.reading.codepages import decode_table
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.front.fields import number_of
from backstory.reading.front.headers import Point, Share
from backstory.reading.wording import quoted

SEPARATORS: Final = (",", ";", "\t", "|")
_DECIMALS: Final = re.compile(r"[-\u2212+]?(?:\d+|\d{1,3}(?:[ .,'\u00a0\u202f]\d{3})+)([.,])(?:\d{1,2}|\d{4,})")
_GROUPED: Final = re.compile(r"[-\u2212+]?\d{1,3}(?:(?:\.\d{3}){2,}|(?:,\d{3}){2,})")
MOST_FINDINGS: Final = 5
"""A table with the same fault in every row is one mistake, and is not told a thousand times."""


class Row(Struct, frozen=True):
    """One row: its line in the file and its cells, as many as there are columns."""

    line: int
    cells: tuple[str, ...]


class Table(Struct, frozen=True):
    """A table: the names of its columns, its rows, and the mark that its numbers have before their decimals."""

    columns: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    decimal: str = "."

    def number(self, cell: str) -> float | None:
        """Return the number of a cell, which may have a currency or a percent sign beside it; None for no number."""
        plain = cell.strip().strip("€$£¥%").strip()
        if plain.startswith("(") and plain.endswith(")"):  # as accounts write what is owed
            plain = f"-{plain[1:-1].strip('€$£¥% ')}"
        if _GROUPED.fullmatch(plain):
            plain = plain.replace(".", "").replace(",", "")
        if self.decimal == ",":
            plain = plain.replace(".", "").replace(",", ".")
        return number_of(plain)


def read_table(data: bytes, path: str, lang: str = "en") -> tuple[Table, tuple[Note, ...]]:
    """Read a CSV file. The first row that is not empty names the columns; rows without anything in them are left out.

    `path` is the file's, for findings; `lang` is the language by which a text that is not UTF-8 is read. Cells that a
    row has too many are left out, those it lacks are empty.
    """
    text, notes = decode_table(data, path, lang)
    if notes and b"\0" in data:  # a workbook or a picture, whatever its name says
        return Table(), (*notes, _empty(path))
    rows, separator = rows_of(text)
    if len(rows) < 2:
        return Table(), (*notes, _empty(path))
    columns = tuple(cell or f"{n}" for n, cell in enumerate(rows[0].cells, 1))
    fitted = tuple(_fitted(row, len(columns)) for row in rows[1:])
    return Table(columns, fitted, _decimal(fitted, separator)), notes


def rows_of(text: str) -> tuple[list[Row], str]:
    """Return the rows of a CSV text that have anything in them, and what separates their cells."""
    separator = _separator(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, skipinitialspace=True)
    rows = [row for row in _rows(reader) if not (row.line == 1 and text.lower().startswith("sep="))]
    return rows, separator


def _rows(reader: "Iterator[list[str]]") -> Iterator[Row]:
    line = 1
    try:
        for cells in reader:
            start, line = line, reader.line_num + 1  # type: ignore[attr-defined]
            stripped = tuple(cell.strip() for cell in cells)
            if any(stripped):
                yield Row(start, stripped)
    except csv.Error:  # a cell longer than the reader takes: nothing of that kind is a table of numbers
        return


def _fitted(row: Row, width: int) -> Row:
    cells = (*row.cells, *([""] * (width - len(row.cells))))[:width]
    return row if cells == row.cells else Row(row.line, cells)


def _separator(text: str) -> str:
    """Return what separates the cells: what the first lines have equally often, and at least once."""
    lines = [line for line in text.splitlines()[:20] if line.strip()]
    if lines and lines[0].lower().startswith("sep=") and len(lines[0]) == 5:
        return lines[0][4]
    scores = {}
    for each in SEPARATORS:
        counts = [next(csv.reader([line], delimiter=each), []) for line in lines]
        widths = [len(cells) for cells in counts]
        scores[each] = (widths.count(widths[0]) if widths and widths[0] > 1 else 0, widths[0] if widths else 0)
    return max(SEPARATORS, key=lambda each: scores[each]) if scores else ","


def _decimal(rows: tuple[Row, ...], separator: str) -> str:
    """Return the decimal mark of a table: what stands last before other than three figures in any cell.

    Where no cell tells, `1.234` is one thousand and more in a table parted by semicolons, as those who write decimal
    commas make them, and one and a bit in any other.
    """
    for row in rows[:1000]:
        for cell in row.cells:
            if found := _DECIMALS.fullmatch(cell.strip("€$£¥% ")):
                return found[1]
    return "," if separator == ";" else "."


def _empty(path: str) -> Note:
    help = "Write a line that names the columns, and below it one line for each row: date,value and then 2021-03,8."
    return error(Place(path, 1), "data/no-rows", "This file has no rows of a table.", help)


def column_of(table: Table, names: tuple[str, ...], otherwise: int) -> int:
    """Return the first column that has one of some names, or the one counted from 0."""
    folded = [name.casefold() for name in table.columns]
    return next((folded.index(name) for name in names if name in folded), otherwise)


EMPTY_CELLS: Final = frozenset(["", "-", "–", "—", "..", "…", "n/a", "na", "n.a.", "null", "none", "нет данных", "н/д"])
"""How tables say that nothing is known."""


def as_series(data: bytes, path: str, lang: str = "en") -> tuple[tuple[Point, ...], tuple[Note, ...]]:
    """Read a figure's series from a CSV file: columns `date` and `value` (else the first two), and perhaps `note`."""
    table, notes = read_table(data, path, lang)
    found = list(notes)
    dates = column_of(table, ("date", "year", "month", "day", "time", "дата", "год", "месяц"), 0)
    values, remarks = _value_column(table), column_of(table, ("note", "notes", "примечание"), -1)
    found += _left_out(table, {dates, values, remarks}, path)
    points = []
    for row, value in _valued(table, values, path, found):
        date = _date(row, dates, path, found)
        if date is not None:
            points.append(Point(date, value, row.cells[remarks] if remarks >= 0 else ""))
    return tuple(points), _told(found)


def as_breakdown(data: bytes, path: str, lang: str = "en") -> tuple[tuple[Share, ...], tuple[Note, ...]]:
    """Read a figure's parts from a CSV file: columns `label` and `value`, else the first two."""
    table, notes = read_table(data, path, lang)
    found = list(notes)
    labels, values = column_of(table, ("label", "name", "what", "название"), 0), _value_column(table)
    found += _left_out(table, {labels, values}, path)
    shares = [Share(row.cells[labels] or "–", value) for row, value in _valued(table, values, path, found)]
    return tuple(shares), _told(found)


_VALUES: Final = ("value", "values", "count", "number", "total", "значение", "число")


def _value_column(table: Table) -> int:
    return column_of(table, _VALUES, 1)


def _left_out(table: Table, taken: set[int], path: str) -> list[Note]:
    """Report further columns of numbers where no name says which one is the figure's."""
    if column_of(table, _VALUES, -1) >= 0:
        return []
    cells = {
        n: [cell for row in table.rows if (cell := row.cells[n]).casefold() not in EMPTY_CELLS]
        for n in range(len(table.columns))
        if n not in taken
    }
    others = [
        table.columns[n] for n, each in cells.items() if each and all(table.number(cell) is not None for cell in each)
    ]
    if not others or len(table.columns) < 2:
        return []
    used = table.columns[_value_column(table)]
    sentence = f"The figure takes the column {quoted(used)} and leaves out {', '.join(map(quoted, others))}."
    help = 'Name the column that counts "value", or draw all of them: ::: chart and the name of this file.'
    return [warning(Place(path, 1), "data/more-columns", sentence, help)]


def _valued(table: Table, column: int, path: str, notes: list[Note]) -> Iterator[tuple[Row, float]]:
    """Yield each row with its value; empty cells are gaps, and what is no number is a finding."""
    if table.columns and column >= len(table.columns):
        help = "Put the values into a column of their own, with commas or semicolons between the columns."
        notes.append(error(Place(path, 1), "data/no-rows", "This table has only one column.", help))
        return
    for row in table.rows:
        cell = row.cells[column]
        if cell.casefold() in EMPTY_CELLS:
            continue
        value = table.number(cell)
        if value is None:
            help = "Write a number such as 4000, or leave the cell empty where nothing is known."
            notes.append(warning(Place(path, row.line), "data/bad-number", f"{quoted(cell)} is not a number.", help))
        else:
            yield row, value


def _date(row: Row, column: int, path: str, notes: list[Note]) -> Date | None:
    try:
        return parse(row.cells[column])
    except DateError as problem:
        notes.append(warning(Place(path, row.line), "data/bad-date", problem.sentence, problem.help))
        return None


def _told(notes: list[Note]) -> tuple[Note, ...]:
    """Return findings, of each kind only the first few."""
    kept: list[Note] = []
    counts: dict[str, int] = {}
    for each in notes:
        counts[each.code] = counts.get(each.code, 0) + 1
        if counts[each.code] <= MOST_FINDINGS:
            kept.append(each)
    return tuple(kept)
