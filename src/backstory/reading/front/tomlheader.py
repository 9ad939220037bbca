"""A TOML header as plain data, with the line and column of its keys.

Knows TOML, through tomllib, and how its lines begin. Must never know what a key means.
"""

import re
import tomllib
from typing import Final

from backstory.notes import error
from backstory.places import Place
from backstory.reading.front.lines import raw_part, salvage
from backstory.reading.front.parsed import At, Parsed, TooDeep, duplicate_key, plain_map
from backstory.reading.wording import quoted

LINE: Final = re.compile(
    r"""[ \t]*(?:\[\[(?P<list>[^\]]+)\]\]|\[(?P<table>[^\]]+)\]|(?P<key>[\w.-]+|"[^"]+"|'[^']+')[ \t]*=[ \t]*)"""
)
QUOTES: Final = re.compile(r'"""|' + "'''")
WHERE: Final = re.compile(r" \(at line (\d+), column (\d+)\)| \(at end of document\)")


def parse_toml(text: str, first_line: int, path: str) -> Parsed:
    """Return the keys of a TOML header, and every fault as a note. `first_line` is the line of the file it begins on.

    Dates come back as ISO text. Values inside an inline list or table have the place of their key.
    """
    places, keys, twice = _places(text, first_line)
    notes = tuple(duplicate_key(path, *each) for each in twice)
    try:
        values = plain_map(tomllib.loads(text, parse_float=str))
    except (ValueError, RecursionError, TooDeep) as problem:
        found = salvage(text, first_line, path, _read_part, tables=True)
        if not found.notes:
            found = Parsed(found.values, found.places, found.keys, _broken(problem, text, first_line, path).notes)
        return found
    return Parsed(values, places, keys, notes)


def _read_part(part: str, line: int, path: str) -> Parsed:
    places, keys, _ = _places(part, line)
    try:
        return Parsed(plain_map(tomllib.loads(part, parse_float=str)), places, keys)
    except (ValueError, RecursionError, TooDeep) as problem:
        return _broken(problem, part, line, path)


def _broken(problem: Exception, part: str, line: int, path: str) -> Parsed:
    where = WHERE.search(str(problem))
    row, column = (int(where[1]), int(where[2])) if where and where[1] else (1, 1)
    words = WHERE.sub("", str(problem)) if isinstance(problem, ValueError) else "It is nested too deeply"
    written = part.split("\n")[row - 1].strip()
    sentence = f"{quoted(written)} is not TOML: {words[:1].lower()}{words[1:]}."
    note = error(Place(path, line + row - 1, column), "header/bad-toml", sentence, 'Write key = "words in quotes".')
    raw = raw_part(part, line)
    return Parsed(raw.values, raw.places, raw.keys, (note,))


def _places(text: str, first_line: int) -> tuple[dict[str, At], dict[str, At], list[tuple[str, At, At]]]:
    """Return the places of values and of keys, and the keys that stand twice, from the way lines begin."""
    places: dict[str, At] = {}
    keys: dict[str, At] = {}
    twice: list[tuple[str, At, At]] = []
    counts: dict[str, int] = {}
    prefix, inside = "", False
    for number, line in enumerate(text.split("\n"), first_line):
        match = None if inside else LINE.match(line)
        inside ^= len(QUOTES.findall(line)) % 2 == 1
        if not match:
            continue
        here = (number, match.start(match.lastgroup or 0) + 1)
        if match["key"]:
            name = prefix + _bare(match["key"])
            if name in keys:
                twice.append((name, keys[name], here))
            keys[name], places[name] = here, (number, match.end() + 1)
            continue
        name = _bare(match["list"] or match["table"])
        keys.setdefault(name, here)
        places.setdefault(name, here)
        if match["list"]:
            index = counts[name] = counts.get(name, -1) + 1
            name = f"{name}[{index}]"
            places[name] = here
        prefix = name + "."
    return places, keys, twice


def _bare(key: str) -> str:
    return key.strip().replace('"', "").replace("'", "")
