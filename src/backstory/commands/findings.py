"""Findings as people and as programs read them.

Knows lines, carets and colours. Must never know what any finding is about.
"""

import unicodedata
from collections.abc import Callable, Sequence

import click
from msgspec import Struct

from backstory.notes import Note

Lines = Callable[[str], Sequence[str]]
"""A file's lines by its path from the site's root; none when it can't be read."""

COLOURS = {"error": "red", "warning": "yellow"}
BEFORE, WIDTH = 40, 100
"""How much of a long line is shown before what was found, and in all, in characters."""


class Finding(Struct, frozen=True):
    """A finding as programs read it. `line` and `column` count from 1; 0 means unknown."""

    code: str
    severity: str
    path: str
    line: int
    column: int
    sentence: str
    help: str


def finding(note: Note) -> Finding:
    """Flatten a note."""
    place = note.place
    return Finding(note.code, note.severity, place.path, place.line, place.column, note.sentence, note.help)


def listed(notes: Sequence[Note], lines: Lines | None = None) -> str:
    """Return findings in order of place, each on a line; with `lines`, the place in its file below it, with a caret.

    The text is styled; whoever prints it takes the colours out where they are not wanted.
    """
    return "".join(_one(note, lines) for note in sorted(notes))


def _one(note: Note, lines: Lines | None) -> str:
    colour = COLOURS[note.severity]
    head = f"{click.style(str(note.place), bold=True)}: {click.style(note.severity, fg=colour, bold=True)}[{note.code}]"
    text = f"{head}: {_visible(note.sentence)} {_visible(note.help)}".rstrip() + "\n"
    return text + (_excerpt(note, lines, colour) if lines and note.place.line else "")


def _excerpt(note: Note, lines: Lines, colour: str) -> str:
    found = lines(note.place.path)
    if note.place.line > len(found) or not found[note.place.line - 1].strip():
        return ""
    line, column = _window(_visible(found[note.place.line - 1]).rstrip(), note.place.column)
    margin = f"{note.place.line:>5} | "
    text = click.style(margin, dim=True) + line + "\n"
    if not column:
        return text
    space = " " * (len(margin) + sum(_width(char) for char in line[: column - 1]))
    return f"{text}{space}{click.style('^', fg=colour, bold=True)}\n"


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long line around a column; return it with the column that the same character has then."""
    start = max(0, column - 1 - BEFORE) if len(line) > WIDTH else 0
    piece = line[start : start + WIDTH]
    if start + WIDTH < len(line):
        piece += "…"
    return ("…" + piece, column - start + 1) if start else (piece, column)


def _visible(text: str) -> str:
    """Return a text without what would move a terminal's cursor or change its colours."""
    return "".join(" " if char == "\t" else char if char.isprintable() else "\ufffd" for char in text)


def _width(char: str) -> int:
    """Return how many columns of a terminal a character takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
