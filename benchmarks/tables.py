"""Tables in Markdown.

Knows columns. Must never know what is in them.
"""

import re
from collections.abc import Iterable, Sequence

NUMBER = re.compile(r"[\d.,]*%?|[\d.]+ to [\d.]+")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a Markdown table whose source is in columns too; columns without a value are left out.

    Columns whose values are numbers stand on the right.
    """
    whole = [head, *rows]
    used = [n for n in range(len(head)) if any(row[n] for row in whole[1:])]
    widths = {n: max(len(row[n]) for row in whole) for n in used}
    right = {n for n in used if all(NUMBER.fullmatch(row[n]) for row in whole[1:])}
    lines = ["| " + " | ".join(_pad(row[n], widths[n], n in right) for n in used) + " |" for row in whole]
    rule = "|" + "|".join("-" * (widths[n] + 1) + (":" if n in right else "-") for n in used) + "|"
    return "\n".join([lines[0], rule, *lines[1:]])


def _pad(text: str, width: int, right: bool) -> str:
    return text.rjust(width) if right else text.ljust(width)
