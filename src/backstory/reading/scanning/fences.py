"""`:::` lines: what a block's first line says, and which line ends which block.

Knows the grammar of blocks. Must never know which names there are, nor what a block shows.
"""

import re
from typing import Final, NamedTuple

from backstory.reading.document import FenceMark
from backstory.reading.scanning.layout import FenceLine
from backstory.reading.wording import quoted

STANDING_ALONE: Final = frozenset(
    {"read-more", "card", "timeline", "figures", "chart", "embed", "support", "questions"}
)
"""Blocks of one line, which hold nothing."""

_NAME: Final = re.compile(r"[A-Za-z][\w-]*")
_OPTION: Final = re.compile(
    r"""[ \t]+([A-Za-z][\w-]*)=(?:"([^"]*)"|'([^']*)')(?=\s|$)"""
    r"""|[ \t]+([A-Za-z][\w-]*)="(.*?)"(?=\s+[A-Za-z][\w-]*=|\s*$)"""
)
_KEY: Final = re.compile(r"(?:^|[ \t])([A-Za-z][\w-]*)=(\S*)")
_QUOTES: Final = {'"': '"', "“": "”", "„": "“", "«": "»", "'": "'"}
_EXAMPLE: Final = 'Write ::: name argument key="value".'


class Opening(NamedTuple):
    """A block's first line, and each thing that is wrong with it as a sentence and a way out."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    wrong: tuple[tuple[str, str], ...] = ()


class Block(NamedTuple):
    """A block: its first line and the index of the block around it, or -1."""

    line: FenceLine
    opening: Opening
    parent: int


class Pairing(NamedTuple):
    """All blocks of a text in order. `unclosed` are indices of blocks, `stray` lines that end nothing."""

    blocks: list[Block]
    fences: list[FenceMark]
    unclosed: list[int]
    stray: list[FenceLine]


def read_opening(rest: str) -> Opening:
    """Read what follows the colons of a block's first line: its name, argument and options."""
    rest = rest.rstrip(": \t") if rest.endswith(":::") else rest
    name = _NAME.match(rest)
    if not name:
        inner = _NAME.search(rest)
        return Opening(inner[0] if inner else "", "", (), ((f"{quoted('::: ' + rest)} names no block.", _EXAMPLE),))
    first = _OPTION.search(rest, name.end())
    words = rest[name.end() : first.start() if first else len(rest)].strip()
    options, wrong = _options(rest[first.start() :] if first else "")
    argument, more = _argument(words)
    return Opening(name[0], argument, options, (*more, *wrong))


Wrong = tuple[tuple[str, str], ...]


def _argument(words: str) -> tuple[str, Wrong]:
    close = _QUOTES.get(words[:1])
    if close and words.endswith(close) and len(words) > 1:
        return words[1:-1].strip(), ()
    found = _KEY.search(words)
    if found:
        return words[: found.start()].strip(), (_malformed(found[1], found[2]),)
    if words[:1] == '"':
        return words[1:].strip(), ((f"The quotation mark before {quoted(words[1:])} is not closed.", _EXAMPLE),)
    return words, ()


def _malformed(key: str, value: str) -> tuple[str, str]:
    plain = value.strip("\"'“”„«»").strip()
    return f"The option {quoted(f'{key}={value}')} is not readable.", f'Write {key}="{plain or "…"}".'


def _options(rest: str) -> tuple[tuple[tuple[str, str], ...], Wrong]:
    options: dict[str, str] = {}
    wrong: list[tuple[str, str]] = []
    done = 0
    for found in _OPTION.finditer(rest):
        key = found[1] or found[4]
        value = found[2] or found[3] or found[5] or ""
        wrong += _between(rest[done : found.start()])
        if key in options:
            wrong.append((f'The option "{key}" stands here twice.', "Leave one of them."))
        options.setdefault(key, value.strip())
        done = found.end()
    return tuple(options.items()), (*wrong, *_between(rest[done:]))


def _between(words: str) -> Wrong:
    """Say what is wrong with words that stand among the options or behind them."""
    words = words.strip()
    if not words:
        return ()
    found = _KEY.search(words)
    if found:
        return (_malformed(found[1], found[2]),)
    return ((f"{quoted(words)} stands behind the options.", "Write the argument first, then the options."),)


def pair(lines: list[FenceLine], alone: frozenset[str] = STANDING_ALONE) -> Pairing:
    """Find the blocks that `:::` lines make.

    A line of colons alone ends the innermost block that began with as many of them, and whatever was left open in it;
    where there is none, the innermost that began with fewer. Blocks whose name is in `alone` have no end.
    """
    found = Pairing([], [], [], [])
    around: list[int] = []
    for line in lines:
        if line.rest:
            _open(found, around, line, alone)
        else:
            _close(found, around, line)
    found.unclosed.extend(around)
    found.unclosed.sort()
    return found


def _open(found: Pairing, around: list[int], line: FenceLine, alone: frozenset[str]) -> None:
    number = len(found.blocks)
    block = Block(line, read_opening(line.rest), around[-1] if around else -1)
    stands_alone = block.opening.name in alone
    found.blocks.append(block)
    found.fences.append(FenceMark(line.line, number, opens=True, closes=stands_alone))
    if not stands_alone:
        around.append(number)


def _close(found: Pairing, around: list[int], line: FenceLine) -> None:
    colons = [found.blocks[number].line.colons for number in around]
    if line.colons in colons:
        last = len(colons) - 1 - colons[::-1].index(line.colons)
    elif colons and colons[-1] < line.colons:
        last = len(colons) - 1
    else:
        found.stray.append(line)
        found.fences.append(FenceMark(line.line))
        return
    found.unclosed.extend(around[last + 1 :])
    found.fences.append(FenceMark(line.line, around[last], closes=True))
    del around[last:]
