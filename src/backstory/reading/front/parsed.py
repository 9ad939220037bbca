"""A header as plain data, with the place of every key.

Knows the form that every syntax of header is brought into. Must never know what a key means.
"""

import re
from datetime import date, datetime, time
from typing import Final

from msgspec import Struct

from backstory.notes import Note, error, warning
from backstory.places import Place
from backstory.reading.wording import quoted

At = tuple[int, int]
"""A line and a column of the file, both from 1."""

CONTROLS: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]")
"""Characters that no page, feed or database can hold, and marks that nobody sees."""


DEEPEST: Final = 40
"""Levels of nesting that a header may have."""


class TooDeep(Exception):
    """The header is nested too deeply, or its aliases stand for too much."""


class Parsed(Struct, frozen=True):
    """Plain data: maps with text keys, lists, text, True, False, None; numbers and dates are the text that was written.

    `places` gives each value's place by its dotted key (`events[0].date`), for a list or a map that of its key;
    `keys` gives the place of each key itself.
    """

    values: dict[str, object]
    places: dict[str, At]
    keys: dict[str, At]
    notes: tuple[Note, ...] = ()


EMPTY: Final = Parsed({}, {}, {})


def duplicate_key(path: str, key: str, first: At, second: At) -> Note:
    """Warn of a key that is given twice. The second value counts, as in PyYAML and Jekyll."""
    sentence = f"{quoted(key)} is given twice, in line {first[0]} and in line {second[0]}; the second one counts."
    return warning(Place(path, *second), "header/duplicate-key", sentence, "Keep one of them.")


def plain(value: object, depth: int = 0) -> object:
    """Return what a parser of JSON or TOML gives as plain data. Raises TooDeep."""
    if depth > DEEPEST:
        raise TooDeep
    if isinstance(value, dict):
        return {_clean(key): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, list):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    return _clean(str(value)) if not isinstance(value, bool) and value is not None else value


def plain_map(values: dict[str, object]) -> dict[str, object]:
    """Return a whole header as plain data. Raises TooDeep."""
    return {_clean(key): plain(value) for key, value in values.items()}


def too_deep(path: str, line: int, code: str) -> Parsed:
    """Return the finding for a header that is nested too deeply to be read."""
    sentence = "The header nests lists or maps too deeply to be read."
    return Parsed({}, {}, {}, (error(Place(path, line, 1), code, sentence, "Write it with fewer levels."),))


def _clean(text: str) -> str:
    return text if text.isprintable() else CONTROLS.sub("", text)
