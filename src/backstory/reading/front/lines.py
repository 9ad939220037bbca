"""A header line by line: Pelican's bare `Key: value` lines, and what is left of a header that its own syntax refuses.

Knows lines, indents and colons. Must never know what a key means.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Final

from backstory.notes import Note
from backstory.reading.front.parsed import EMPTY, At, Parsed, duplicate_key

KEY: Final = re.compile(r"""["']?([^\W\d_][\w .-]{0,40}?)["']?[ \t]*[:=]""")
"""A line that begins with a key, in YAML or TOML, a space after the colon or none."""


LINE: Final = re.compile(r"[^\n]*\n|[^\n]+")

BARE_KEY: Final = re.compile(r"([A-Za-z][\w-]{0,40}):(?=\s|$)")

TELLING: Final = frozenset(
    ["title", "date", "slug", "author", "authors", "category", "tags", "summary", "description", "status", "lang"]
)
"""Keys of which a bare header has one at least; without it, `Note: …` begins the text."""


FENCE: Final = re.compile(r"(?:-{3,}|\.{3})[ \t]*(?:\n|\Z)|[ \t]*\n")
"""What parts bare lines from the text: a line of hyphens or full stops, or a blank line."""


def starts_bare(text: str) -> bool:
    """Say whether a text begins with bare `Key: value` lines."""
    keys = {match[1].lower() for line in _bare_lines(text) if (match := BARE_KEY.match(line))}
    return not keys.isdisjoint(TELLING)


def bare_end(text: str) -> tuple[int, int]:
    """Return where bare lines end and where the text behind them begins: a blank line or a fence parts them."""
    end = sum(len(line) for line in _bare_lines(text))
    fence = FENCE.match(text, end)
    return end, fence.end() if fence else end


def _bare_lines(text: str) -> Iterator[str]:
    """Give the lines at the top that are keys with values, or go on with one (indented by four spaces or a tab)."""
    for match in LINE.finditer(text):
        line = match[0]
        if not (BARE_KEY.match(line) or (match.start() and line.startswith(("    ", "\t")) and line.strip())):
            return
        yield line


def read_bare(text: str, first_line: int, path: str) -> Parsed:
    """Return the keys of bare `Key: value` lines. Values are text as it stands; of two the last counts."""
    values: dict[str, object] = {}
    places: dict[str, At] = {}
    keys: dict[str, At] = {}
    notes: list[Note] = []
    key = ""
    for number, line in enumerate(text.split("\n"), first_line):
        match = BARE_KEY.match(line)
        if match:
            key = match[1]
            if key in values:
                notes.append(duplicate_key(path, key, keys[key], (number, 1)))
            raw = line[match.end() :]
            keys[key] = (number, 1)
            places[key] = (number, len(line) - len(raw.lstrip()) + 1 if raw.strip() else 1)
            values[key] = raw.strip() or None
        elif line.strip() and key:
            values[key] = f"{values[key] or ''} {line.strip()}".strip()
    return Parsed(values, places, keys, tuple(notes))


def salvage(text: str, first_line: int, path: str, read: Callable[[str, int, str], Parsed], tables: bool) -> Parsed:
    """Read a header part by part, each from one key at its left edge to the next, and put the parts together.

    `read` takes a part, its line in the file and the path, and must not raise. `tables` says that a bracket at the left
    edge begins the tables of TOML, which stay together as one part.
    """
    values: dict[str, object] = {}
    places: dict[str, At] = {}
    keys: dict[str, At] = {}
    notes: list[Note] = []
    for row, part in _parts(text, tables):
        piece = read(part, first_line + row, path)
        notes += [duplicate_key(path, key, keys[key], piece.keys[key]) for key in piece.values if key in values]
        values |= piece.values
        places |= piece.places
        keys |= piece.keys
        notes += piece.notes
    return Parsed(values, places, keys, tuple(notes))


def _parts(text: str, tables: bool) -> Iterator[tuple[int, str]]:
    lines = text.split("\n")
    last = next((row for row, line in enumerate(lines) if line.startswith("[")), len(lines)) if tables else len(lines)
    starts = {row for row in range(last) if KEY.match(lines[row])} | {0, last}
    for row, end in pairwise(sorted(starts | {len(lines)})):
        yield row, "\n".join(lines[row:end])


def raw_part(part: str, line: int) -> Parsed:
    """Return the first line of a part as a key with its raw value, less quotation marks or a lone bracket."""
    first = part.partition("\n")[0]
    match = KEY.match(first)
    if not match:
        return EMPTY
    raw = first[match.end() :].strip()
    key, at = match[1], (line, 1)
    value_at = (line, len(first) - len(first[match.end() :].lstrip()) + 1 if raw else 1)
    if raw[:1] in ('"', "'"):
        raw = raw[1:].removesuffix(raw[0])
    elif raw[:1] == "[" and "]" not in raw:
        raw = raw[1:]
    return Parsed({key: raw or None}, {key: value_at}, {key: at})


def text_begins(header: str, marks: str) -> int:
    """Return the row where a header that was never closed turns into text, or -1: after a blank line, no key.

    A line that begins with one of `marks` is not counted as text.
    """
    lines = header.split("\n")
    for row in range(1, len(lines)):
        line = lines[row]
        if line.strip() and not lines[row - 1].strip() and not (KEY.match(line) or line[0] in marks):
            return row
    return -1
