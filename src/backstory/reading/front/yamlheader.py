"""A YAML header that may be broken: read whole where it can be, key by key where it cannot.

Knows the ways back from an error. Must never know what a key means.
"""

import re
from typing import Final

import yaml

from backstory.notes import Note, warning
from backstory.places import Place
from backstory.reading.front.lines import raw_part, salvage
from backstory.reading.front.parsed import EMPTY, At, Parsed, TooDeep, too_deep
from backstory.reading.front.yamlcauses import explain
from backstory.reading.front.yamlplaces import read_yaml

TABBED: Final = re.compile(r"^[ \-]*\t[ \t]*", re.MULTILINE)
"""What a line begins with, where there is a tab in it."""


def parse_yaml(text: str, first_line: int, path: str) -> Parsed:
    """Return the keys of a YAML header, and every fault as a note. `first_line` is where it begins in the file."""
    try:
        return read_yaml(text, first_line, path)
    except TooDeep:
        return too_deep(path, first_line, "header/bad-yaml")
    except yaml.YAMLError as problem:
        if TABBED.search(text):
            return _without_tabs(text, first_line, path)
        return _by_parts(text, first_line, path, problem)


def _by_parts(text: str, first_line: int, path: str, problem: yaml.YAMLError) -> Parsed:
    found = salvage(text, first_line, path, _read_part, tables=False)
    if any(note.code == "header/bad-yaml" for note in found.notes):
        return found
    notes = (explain(problem, text, first_line, path), *found.notes)
    return Parsed(found.values, found.places, found.keys, notes)


def _read_part(part: str, line: int, path: str) -> Parsed:
    try:
        return read_yaml(part, line, path)
    except TooDeep:
        return too_deep(path, line, "header/bad-yaml")
    except yaml.composer.ComposerError as problem:
        if "alias" in str(problem.problem):  # its anchor may stand in another part
            return EMPTY
        return _raw(part, line, path, problem)
    except yaml.YAMLError as problem:
        return _raw(part, line, path, problem)


def _raw(part: str, line: int, path: str, problem: yaml.YAMLError) -> Parsed:
    raw = raw_part(part, line)
    return Parsed(raw.values, raw.places, raw.keys, (explain(problem, part, line, path),))


def _without_tabs(text: str, first_line: int, path: str) -> Parsed:
    """Read a header with two spaces for each tab that begins a line, and give places as they stand in the file."""
    spaced = TABBED.sub(lambda match: match[0].replace("\t", "  "), text)
    extra = {first_line + text.count("\n", 0, match.start()): match[0].count("\t") for match in TABBED.finditer(text)}
    try:
        found = read_yaml(spaced, first_line, path)
    except TooDeep:
        return too_deep(path, first_line, "header/bad-yaml")
    except yaml.YAMLError as problem:
        found = _by_parts(spaced, first_line, path, problem)
    first = min(extra)
    sentence = f"A tab begins {'this line' if len(extra) == 1 else f'this line and {len(extra) - 1} more'}."
    help = "Write two spaces for each tab: YAML takes no tabs there."
    tabs = warning(Place(path, first, 1), "header/tab", sentence, help)
    notes = tuple(_moved(note, extra) for note in found.notes)
    places = {key: _shifted(at, extra) for key, at in found.places.items()}
    keys = {key: _shifted(at, extra) for key, at in found.keys.items()}
    return Parsed(found.values, places, keys, (tabs, *notes))


def _shifted(at: At, extra: dict[int, int]) -> At:
    line, column = at
    return line, max(1, column - extra.get(line, 0))


def _moved(note: Note, extra: dict[int, int]) -> Note:
    at = _shifted((note.place.line, note.place.column), extra)
    return Note(Place(note.place.path, *at), note.code, note.severity, note.sentence, note.help)
