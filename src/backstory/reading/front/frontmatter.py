"""A file's text, parted into its header and its body.

Knows where a header begins and ends. Must never know what a key means, nor run a body through anything.
"""

import re
from typing import Final, cast

import frontmatter
from msgspec import Struct

from backstory.notes import Note, error
from backstory.places import Place
from backstory.reading.front.lines import KEY, text_begins
from backstory.reading.front.parsed import At, Parsed
from backstory.reading.front.syntaxes import HANDLERS, HeaderHandler, Syntax

BLANK_LINES: Final = re.compile(r"\ufeff?(?:[ \t]*\n)*")


class FrontMatter(Struct, frozen=True):
    """The header of a file as plain data, and the body below it.

    Values are maps, lists, text, True, False and None; numbers and dates are the text that was written. Keys are as
    they were written. `places` maps dotted keys (`events[0].date`) to the line and column of their value in the file
    (of the key for lists, maps and nothing), `keys` to those of the key itself. `body` is the text after the header,
    untouched, and `body_line` the line on which it begins, from 1.
    """

    values: dict[str, object]
    places: dict[str, At]
    body: str
    body_line: int
    syntax: Syntax = "none"
    keys: dict[str, At] = {}


def split(text: str, path: str) -> tuple[FrontMatter, tuple[Note, ...]]:
    """Part a file's text into header and body. `text` has `\\n` line ends; see `decoding.decode`.

    Never fails: a broken header gives notes (`header/bad-yaml`, `header/bad-toml`, `header/bad-json`,
    `header/unclosed`, `header/duplicate-key`, `header/tab`, `header/lost-text`) and what could be read of it.
    """
    blank = BLANK_LINES.match(text)
    start = blank.end() if blank else 0
    top = text[start:] if start else text
    handler = cast("HeaderHandler | None", frontmatter.detect_format(top, HANDLERS))
    if handler is None:
        return FrontMatter({}, {}, text, 1), ()
    first_line = text.count("\n", 0, start) + 1
    try:
        header, body = handler.split(top)
    except ValueError:
        return _unclosed(handler, text, top, first_line, path)
    parsed = handler.read(header, first_line + bool(handler.fence), path)
    if parsed.notes and handler.fence and _holds_text(header, parsed):
        return _unclosed(handler, text, top, first_line, path)
    return _parted(handler, text, body, parsed), parsed.notes


def _parted(handler: HeaderHandler, text: str, body: str, parsed: Parsed) -> FrontMatter:
    body_line = text.count("\n", 0, len(text) - len(body)) + 1
    return FrontMatter(parsed.values, parsed.places, body, body_line, handler.syntax, parsed.keys)


def _holds_text(header: str, parsed: Parsed) -> bool:
    """Say whether a broken header runs into the text, to a line of hyphens that was meant as a rule there."""
    return any(note.code.startswith("header/bad-") for note in parsed.notes) and text_begins(header, " \t#-]}") > 0


def _unclosed(
    handler: HeaderHandler, text: str, top: str, line: int, path: str
) -> tuple[FrontMatter, tuple[Note, ...]]:
    """Read a header that is never closed: as far as its lines look like one, and the rest is the body."""
    inside = top.partition("\n")[2] if handler.fence else top
    if handler.fence and not KEY.match(inside.lstrip()):
        return FrontMatter({}, {}, text, 1), ()  # a rule above the text, not a header
    row = text_begins(inside, " \t")
    lines = inside.split("\n")
    header, body = ("\n".join(lines[:row]), "\n".join(lines[row:])) if row > 0 else (inside, "")
    parsed = handler.read(header, line + bool(handler.fence), path)
    sentence = f"The header that begins here with {handler.fence or '{'} is never closed."
    help = f"Write {handler.fence or '}'} on a line of its own below its last key."
    note = error(Place(path, line, 1), "header/unclosed", sentence, help)
    others = [other for other in parsed.notes if other.code != "header/bad-json"]  # which says the same
    return _parted(handler, text, body, parsed), (note, *others)
