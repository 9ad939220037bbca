"""Tables: what makes one, and where its cells are.

Knows Python-Markdown's `tables`, but for bars in code. Must never know what is in a cell.
"""

import re
from typing import Final, NamedTuple

BAR: Final = re.compile(r"(?<!\\)\|")


class Table(NamedTuple):
    """The shape of a table."""

    columns: int
    edged: bool
    """Whether its rows begin or end with a bar."""


def table(head: str, under: str) -> Table | None:
    """Return the shape of a table, told by its first two rows, or None where they make none."""
    head, under = head.strip(" "), under.strip(" ")
    if not set(under) <= set("|:- "):
        return None
    ends = (head.startswith("|"), head.endswith("|") and not head.endswith("\\|"))
    columns = _count(head, any(ends))
    if columns != _count(under, any(ends)) or not (columns > 1 or any(ends)):
        return None
    return Table(columns, any(ends))


def _count(row: str, edged: bool) -> int:
    if edged:
        row = row.removeprefix("|")
        row = row[:-1] if row.endswith("|") and not row.endswith("\\|") else row
    return len(BAR.findall(row)) + 1


def cells(row: str, shape: Table) -> list[tuple[int, int]]:
    """Return where the cells of a row begin and end; those beyond the head's columns are not shown."""
    start = len(row) - len(row.lstrip(" "))
    bars = [found.start() for found in BAR.finditer(row)]
    if shape.edged and bars[:1] == [start]:
        start, bars = start + 1, bars[1:]
    ends = [*bars, len(row)]
    return list(zip([start, *(bar + 1 for bar in bars)], ends, strict=True))[: shape.columns]
