"""The file beside each figure's page: its rows as CSV, for whoever wants to reckon with them.

Knows which figures have rows, and how CSV is written. Must never know how a figure looks on a page.
"""

import csv
import io

from backstory.engine.keys import Noting, Read, query
from backstory.library.addresses import address
from backstory.library.figures import figure_of, has_rows
from backstory.library.stories import languages, shelf
from backstory.rendering.templating.escaping import safe_cell

NAME = "data.csv"


@query("the figures with rows")
def figures_with_rows(read: Read, note: Noting) -> dict[str, str]:
    """Return address -> path of the figures that have a file of rows beside their page."""
    paths = (path for lang in read(languages) for path, _ in read(shelf, lang, "figure", ""))
    found = {read(address, path): path for path in paths if read(has_rows, path)}
    return {where: path for where, path in sorted(found.items()) if where.endswith("/")}


def figure_file(read: Read, path: str) -> bytes:
    """Return a figure's rows as CSV: RFC 4180 in UTF-8, numbers with a decimal point, dates in EDTF."""
    found = read(figure_of, path)
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    if found.series:
        writer.writerow(("date", "value", "unit", "note"))
        writer.writerows(
            (each.date.text, _digits(each.value), found.unit, safe_cell(each.note)) for each in found.series
        )
    elif found.breakdown:
        writer.writerow(("label", "value", "unit"))
        writer.writerows((safe_cell(each.label), _digits(each.value), found.unit) for each in found.breakdown)
    else:
        writer.writerow(("by", "qualifier", "value", "unit", "date", "note", "sources"))
        for each in found.accounts:
            date = each.date.text if each.date else ""
            words = (safe_cell(each.by), each.qualifier, _digits(each.value), found.unit, date, safe_cell(each.note))
            writer.writerow((*words, " ".join(each.sources)))
    return out.getvalue().encode()


def _digits(value: float) -> str:
    return f"{value:.15g}"
