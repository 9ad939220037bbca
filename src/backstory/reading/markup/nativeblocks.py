"""Blocks of a plain kind, cut into the pieces of words that they hold, and put together again as HTML.

Knows how Python-Markdown's block processors read lists, tables, definitions and quotes whose lines leave no doubt;
whatever else they may hold raises Foreign. Must never know what stands in a piece of words.
"""

import re
from typing import Final

from backstory.reading.markup.nativeinline import Foreign

_STRANGE: Final = re.compile(r"[ ]*(?:[#>]|:[ ]|=+[ ]*$|[-_*][-_* ]*$|\[[^\[\]]*(?:\]:|$)|\[\^[^\]]*(?:\]:|$))|[ ]{4}")
"""A line that may be a heading, quote, definition, rule, or code."""

_ITEM: Final = re.compile(r"[ ]{0,3}(?:([*+-])|\d+\.)[ ]")
_BULLET: Final = re.compile(r"[ ]{0,3}[*+-][ ]+(.*)")
_NUMBER: Final = re.compile(r"[ ]{0,3}([0-9]+)\.[ ]+(.*)")
_MEANING: Final = re.compile(r":[ ]{1,3}(.*)")
_QUOTED: Final = re.compile(r">[ ]?(.*)")
_BREAK: Final = re.compile(r"\n\n+")


def list_of(block: str) -> str:
    """Return `ul` or `ol` for a block that begins with an item, empty for any other."""
    found = _ITEM.match(block)
    return "" if not found else "ul" if found[1] else "ol"


def check(block: str) -> None:
    """Raise Foreign where a block may be more than its lines of words, but for a list that begins with it."""
    if "\n" not in block:
        if not block[:1].isalpha() and _STRANGE.match(block):
            raise Foreign
        return
    lines = block.split("\n")
    for line in lines:
        if not line[:1].isalpha() and _STRANGE.match(line):
            raise Foreign
    if "|" in lines[0] and not lines[1].strip("|:- "):
        raise Foreign


def check_words(block: str) -> str:
    """Return the words of a block that can be nothing but words."""
    check(block)
    if (not block[:1].isalpha() and _ITEM.match(block)) or not block.strip():
        raise Foreign
    return block.lstrip()


class Items:
    """A list whose last items may still be to come. Items are HTML, and whether each is a paragraph of its own."""

    def __init__(self, tag: str, start: str) -> None:
        self.tag = tag
        self.start = start
        self.items: list[tuple[str, bool]] = []

    def loosen(self) -> None:
        """Make the last item a paragraph, as a blank line behind it does when another item follows."""
        self.items[-1] = (self.items[-1][0], True)

    def __str__(self) -> str:
        first = f' start="{self.start}"' if self.start not in ("", "1") else ""
        items = [f"<li>\n<p>{html}</p>\n</li>" if loose else f"<li>{html}</li>" for html, loose in self.items]
        return "\n".join((f"<{self.tag}{first}>", *items, f"</{self.tag}>"))


class Nested:
    """A quote or a list of definitions, to which the next block of its kind belongs too."""

    def __init__(self, tag: str) -> None:
        self.tag = tag
        self.inside: list[str] = []

    def __str__(self) -> str:
        return "\n".join((f"<{self.tag}>", *self.inside, f"</{self.tag}>"))


def items(block: str, tag: str) -> tuple[str, list[str]]:
    """Cut a block into items; return also the number of the first, empty in a list without numbers."""
    check(block)
    item = _BULLET if tag == "ul" else _NUMBER
    found = item.match(block)
    if not found:
        raise Foreign
    cut: list[str] = []
    for line in block.split("\n"):
        each = item.match(line)
        if each:
            cut.append(each[item.groups])
        else:
            cut[-1] = f"{cut[-1]}\n{line}"
    return "" if tag == "ul" else found[1], [check_words(each) for each in cut]


def quoted(block: str) -> list[str]:
    """Return the paragraphs of a quote."""
    found = [_QUOTED.fullmatch(line) for line in block.split("\n")]
    inside = "\n".join("" if each[0].strip() == ">" else each[1] for each in found if each).strip("\n")
    if not all(found):
        raise Foreign
    return [check_words(each) for each in _BREAK.split(inside)]


def defined(block: str) -> tuple[list[str], str]:
    """Return the words that a block of one definition defines, and what they mean."""
    *words, last = block.split("\n")
    found = _MEANING.fullmatch(last)
    if not words or not found or "|" in block or list_of(block) or not all(word.strip() for word in words):
        raise Foreign
    check("\n".join(words))
    return [word.strip() for word in words], check_words(found[1])


def table(block: str) -> tuple[list[str], list[list[str]]]:
    """Return how the columns of a table are aligned ("", left, right or center), and its rows; the first is its head.

    Each row has as many cells as there are columns; where the text has fewer, the last are empty.
    """
    lines = [line.strip(" ") for line in block.split("\n")]
    if len(lines) < 3 or "`" in block or not all(len(line) > 2 and line[0] == line[-1] == "|" for line in lines):
        raise Foreign
    rows = [[cell.strip(" ") for cell in line[1:-1].split("|")] for line in lines]
    size = len(rows[0])
    if size < 2 or len(rows[1]) != size or lines[1].strip("|:- "):
        raise Foreign
    aligned = [_aligned(cell) for cell in rows.pop(1)]
    return aligned, [(row + [""] * size)[:size] for row in rows]


def _aligned(cell: str) -> str:
    left, right = cell.startswith(":"), cell.endswith(":")
    return "center" if left and right else "left" if left else "right" if right else ""


def table_html(aligned: list[str], rows: list[list[str]]) -> str:
    """Put a table together from the HTML of its cells."""
    classes = [f' class="align-{each}"' if each else "" for each in aligned]
    head, *body = [_row("th" if not number else "td", classes, row) for number, row in enumerate(rows)]
    return "\n".join(("<table>\n<thead>", head, "</thead>\n<tbody>", *body, "</tbody>\n</table>"))


def _row(tag: str, classes: list[str], cells: list[str]) -> str:
    written = [f"<{tag}{kind}>{html}</{tag}>" for kind, html in zip(classes, cells, strict=True)]
    return "\n".join(("<tr>", *written, "</tr>"))
