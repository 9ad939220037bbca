"""Where something stands in a site's files.

Knows paths, lines and columns. Must never know what is written there.
"""

from msgspec import Struct


class Place(Struct, frozen=True, order=True):
    """A place in a file of the site.

    `path` is relative to the site's root, with forward slashes. `line` and `column` count from 1; 0 means unknown.
    """

    path: str
    line: int = 0
    column: int = 0

    def __str__(self) -> str:
        if not self.line:
            return self.path
        if not self.column:
            return f"{self.path}:{self.line}"
        return f"{self.path}:{self.line}:{self.column}"
