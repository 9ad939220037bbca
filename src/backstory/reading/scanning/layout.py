"""A text in its lines: what `scanblocks` finds and the scanner reads on.

Knows offsets. Must never know how the lines were told apart.
"""

from typing import NamedTuple


class Stretch(NamedTuple):
    """A stretch of running text, by its first and last offset. `heading` counts the headings down to it."""

    start: int
    end: int
    heading: int
    note: str = ""
    """The label of the footnote that it is the text of."""


class HeadingLine(NamedTuple):
    """A heading: where it stands, and where its words do, without the marks around them."""

    level: int
    at: int
    start: int
    end: int
    id: str


class FenceLine(NamedTuple):
    """A line of colons: its number from 0, its offset, how many colons it has and what follows them."""

    line: int
    at: int
    colons: int
    rest: str


class Layout(NamedTuple):
    """A text in its lines. `text` has blanks for whatever is no running text; all offsets are in it.

    `misplaced` are offsets of `:::` inside lists and quotes, `deep` of lines that open too many of them; `footnotes`
    are (label, offset) of definitions in order; `references` maps labels in lower case to targets.
    """

    text: str
    stretches: list[Stretch]
    headings: list[HeadingLine]
    fences: list[FenceLine]
    misplaced: list[int]
    deep: list[int]
    footnotes: list[tuple[str, int]]
    references: dict[str, str]
