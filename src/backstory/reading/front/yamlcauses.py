"""What an editor most likely did where YAML breaks off.

Knows the usual slips and how to mend them. Must never know what a key means.
"""

import re
from typing import Final

import yaml

from backstory.notes import Note, error
from backstory.places import Place
from backstory.reading.wording import quoted

GLUED: Final = re.compile(r"[ ]*(?:- +)?([A-Za-z_][\w-]*):([^\s/:].*)$")
OPENING: Final = tuple(f"while {what}" for what in ("scanning a quoted", "parsing a flow", "scanning a simple"))
"""Contexts whose own place says more than the place where the text ran out."""

SPACES: Final = "Begin each level of the header with two spaces more than the level above it."


def explain(problem: yaml.YAMLError, text: str, first_line: int, path: str) -> Note:
    """Return the finding for a header that PyYAML refuses. `text` is the header, `first_line` its line in the file."""
    row, column = _where(problem)
    lines = text.split("\n")
    row = min(row, len(lines) - 1)
    if row and not lines[row].startswith(" ") and GLUED.match(lines[row - 1]):
        row, column = row - 1, 0  # `title:My title` is only missed one line further on
    words = f"{getattr(problem, 'context', '')} {getattr(problem, 'problem', '')}"
    sentence, help = _cause(lines[row], words)
    return error(Place(path, first_line + row, column + 1), "header/bad-yaml", sentence, help)


def _where(problem: yaml.YAMLError) -> tuple[int, int]:
    """Return the row and column of a problem, both from 0."""
    mark = getattr(problem, "problem_mark", None)
    opened = getattr(problem, "context_mark", None)
    if opened and str(getattr(problem, "context", "")).startswith(OPENING):
        mark = opened
    return (mark.line, mark.column) if mark else (0, 0)


def _cause(line: str, problem: str) -> tuple[str, str]:
    """Return what is wrong with a line, and the way out. `problem` is PyYAML's account of it."""
    key, value = _pair(line)
    if value and (slip := _slip(value, problem)):
        return f"The value of {quoted(key)} cannot be read: {slip}.", _way_out(key, value)
    if glued := GLUED.match(line):
        return f"{quoted(line)} has no space after the colon.", f"Write {glued[1]}: {glued[2].strip()}"
    if "not a mapping" in problem:
        return f"The header begins with {quoted(line)}, which is not a key.", "Write each line as key: value."
    if "a quoted scalar" in problem:
        return f"A quotation mark in {quoted(line)} is never closed.", "Close it, or put the whole value in quotes."
    if not key and line.strip():
        sentence = f"{quoted(line)} stands in the header but is not a key with a value."
        return sentence, "Write key: value, or close the header with --- above the text."
    return f"{quoted(line)} does not fit what stands above it.", SPACES


def _pair(line: str) -> tuple[str, str]:
    """Return the key and the value of a line, both empty when it is not such a line."""
    bare = line.strip()
    while bare.startswith("- "):
        bare = bare[2:].lstrip()
    key, colon, value = bare.partition(": ")
    if not colon and bare.endswith(":"):
        return bare[:-1], ""
    return (key, value.strip()) if colon else ("", "")


def _slip(value: str, problem: str) -> str:
    """Say what is wrong with one value, or return an empty string."""
    first, rest = value[0], value[1:]
    if first in "\"'":
        if first not in rest:
            return "its quotation mark is never closed"
        if "escape" in problem:
            return "a backslash in double quotation marks begins a code"
        return "it has quotation marks inside quotation marks" if rest.index(first) < len(rest) - 1 else ""
    if first in "[{":
        close = "]" if first == "[" else "}"
        if close not in rest:
            return f"its {first} is never closed"
        return "" if value.endswith(close) and rest[:1] not in "{%" else f"it begins with {first}"
    if first in "@`%|>*&!?,-":
        return f"it begins with {first}"
    return "it holds a colon" if re.search(r":(?:\s|$)", value) else ""


def _way_out(key: str, value: str) -> str:
    if value[0] == "[" and "]" not in value:
        return f"Close it: {key}: {value}]"
    return f"Put it in quotes: {key}: {in_quotes(value)}"


def in_quotes(value: str) -> str:
    """Return a value in the quotation marks that suit it, as YAML writes it. Marks that it has are taken off."""
    if value[0] in "\"'":
        value = value[1:].removesuffix(value[0])
    if '"' in value or "\\" in value:
        return "'" + value.replace("'", "''") + "'"
    return f'"{value}"'
