"""How a finding quotes an editor.

Knows quotation marks and lengths. Must never know what is quoted.
"""

from collections.abc import Iterable

LONGEST = 60
"""Characters of an editor's words that a finding repeats before it breaks off."""


def quoted(words: object) -> str:
    """Return the words on one line, in quotation marks, cut where they grow long."""
    line = " ".join(str(words).split())
    return f'"{line}"' if len(line) <= LONGEST else f'"{line[:LONGEST].rstrip()}…"'


def listed(words: Iterable[str], last: str = "or") -> str:
    """Return `a, b or c`."""
    *most, end = list(words) or [""]
    return f"{', '.join(most)} {last} {end}" if most else end
