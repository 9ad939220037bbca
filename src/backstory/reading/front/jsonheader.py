"""A JSON header as plain data, with the line and column of every key.

Knows JSON's tokens. Must never know what a key means.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

import yaml

from backstory.notes import Note, error
from backstory.places import Place
from backstory.reading.front.parsed import At, Parsed, TooDeep, duplicate_key, plain_map, too_deep
from backstory.reading.front.yamlplaces import read_yaml
from backstory.reading.wording import quoted

TOKEN: Final = re.compile(r'"(?:[^"\\]|\\.)*"|[{}\[\],:]|[^\s{}\[\],:"]+')


def parse_json(text: str, first_line: int, path: str) -> Parsed:
    """Return the keys of a JSON header, and every fault as a note. `first_line` is the line of the file it begins on.

    Numbers stay the text that was written. JSON with slips that YAML forgives (a comma too many, single quotes) is
    read all the same.
    """
    try:
        values = plain_map(json.loads(text, parse_int=str, parse_float=str, parse_constant=str))
    except json.JSONDecodeError as problem:
        return _forgiven(text, first_line, path, _note(problem, text, first_line, path))
    except (RecursionError, TooDeep):
        return too_deep(path, first_line, "header/bad-json")
    places, keys, twice = json_places(text, first_line)
    return Parsed(values, places, keys, tuple(duplicate_key(path, *each) for each in twice))


def _forgiven(text: str, first_line: int, path: str, note: Note) -> Parsed:
    try:
        found = read_yaml(text, first_line, path)
    except (yaml.YAMLError, TooDeep):
        return Parsed({}, {}, {}, (note,))
    return Parsed(found.values, found.places, found.keys, (note, *found.notes))


def _note(problem: json.JSONDecodeError, text: str, first_line: int, path: str) -> Note:
    line = text.split("\n")[problem.lineno - 1].strip()
    words = problem.msg.removesuffix(" at")
    sentence = f"{quoted(line)} is not JSON: {words[:1].lower()}{words[1:]}."
    place = Place(path, first_line + problem.lineno - 1, problem.colno)
    help = 'Write "key": "value", a comma between two of them and none after the last.'
    return error(place, "header/bad-json", sentence, help)


def json_places(text: str, first_line: int) -> tuple[dict[str, At], dict[str, At], list[tuple[str, At, At]]]:
    """Return the places of values and of keys, and the keys that stand twice. `text` must be JSON."""
    places: dict[str, At] = {}
    keys: dict[str, At] = {}
    twice: list[tuple[str, At, At]] = []
    stack: list[list[object]] = []  # for each open list or map: its dotted key, and its next index or current key
    expecting = False
    for token, here in _tokens(text, first_line):
        top = stack[-1] if stack else None
        if token in "}]":
            stack.pop()
        elif token == ",":
            if top and isinstance(top[1], int):
                top[1] += 1
            else:
                expecting = True
        elif token == ":":
            expecting = False
        elif expecting and token[0] == '"' and top:
            prefix = f"{top[0]}." if top[0] else ""
            name = prefix + json.loads(token)
            if name in keys:
                twice.append((name, keys[name], here))
            keys[name] = places[name] = here
            top[1] = name
        else:
            name = "" if top is None else f"{top[0]}[{top[1]}]" if isinstance(top[1], int) else str(top[1])
            if token in "{[":
                places.setdefault(name, here)
                stack.append([name, 0 if token == "[" else ""])
                expecting = token == "{"
            else:
                places[name] = here
    places.pop("", None)
    return places, keys, twice


def _tokens(text: str, first_line: int) -> Iterator[tuple[str, At]]:
    line, start, last = first_line, 0, 0
    for match in TOKEN.finditer(text):
        at = match.start()
        breaks = text.count("\n", last, at)
        if breaks:
            line += breaks
            start = text.rfind("\n", last, at) + 1
        last = at
        yield match[0], (line, at - start + 1)
