"""Plain words out of Markdown's: without emphasis, tags and entities.

Knows the signs of a line. Must never know links or blocks.
"""

import re
from html import unescape
from typing import Final

from backstory.reading.markup.borrowed import code_spans
from backstory.reading.scanning.hidden import FILLER
from backstory.reading.scanning.linkforms import ATTRIBUTES

KEPT: Final = "\ufdd3"
REST: Final = "\ufdd4"
"""Stand for code and escaped characters, which are put aside: the first character of each, and all others."""

LOW: Final = "\ufdd6"
"""Stands for a low line that is no emphasis."""

_STAR: Final = "\ufdd5"
_PUT_BACK: Final = str.maketrans({_STAR: "*", LOW: "_", FILLER: None, REST: None})
_STANDING_IN: Final = (_STAR, LOW, FILLER, REST)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()>#+.!-])")
_STARS: Final = re.compile(r"(\*{1,3})(?=\S)(.+?)(?<=\S)\1", re.DOTALL)
_LOWS: Final = re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_SIGN: Final = re.compile(f"[*_&{{{FILLER}{KEPT}-{LOW}]")
_BLOCK_ATTRIBUTES: Final = re.compile(rf"\n[ ]*{ATTRIBUTES.pattern}[ ]*$")


def set_aside(words: str) -> tuple[str, dict[int, str]]:
    """Take code and escaped characters out of a line, which hide every sign in them; its length stays the same.

    Return the line, and offset -> what stood there.
    """
    kept: dict[int, str] = {}
    if "`" in words:
        for start, end, code in code_spans(words):
            kept[start] = code
            words = words[:start] + KEPT + REST * (end - start - 1) + words[end:]
    if "\\" in words:
        kept.update((found.start(), found[1]) for found in _ESCAPED.finditer(words))
        words = _ESCAPED.sub(KEPT + REST, words)
    return words, kept


def shown(words: str, kept: dict[int, str], start: int, end: int) -> str:
    """Return a piece of a line, by its first and last offset, with what was put aside in its place again."""
    piece = words[start:end]
    if KEPT in piece:
        pieces, done = [], start
        for at in sorted(at for at in kept if start <= at < end):
            pieces += [words[done:at], kept[at].replace("*", _STAR).replace("_", LOW)]
            done = at + 1
        piece = "".join([*pieces, words[done:end]])
    return piece.replace("\\|", "|")


def polish(words: str) -> str:
    """Return words on one line, without emphasis and with entities read."""
    if not _SIGN.search(words):
        return " ".join(words.split())
    if "{" in words:
        words = _BLOCK_ATTRIBUTES.sub("", words)
    if "*" in words:
        words = _STARS.sub(r"\2", _STARS.sub(r"\2", words))
    if "_" in words:
        words = _LOWS.sub(r"\2", _LOWS.sub(r"\2", words))
    if "&" in words:
        words = unescape(words)
    return " ".join(put_back(words).split())


def put_back(words: str) -> str:
    """Return words without the characters that stood for others."""
    return words.translate(_PUT_BACK) if any(sign in words for sign in _STANDING_IN) else words
