"""A document's words as a reader meets them, and how two versions of them differ: sentences, never code.

Knows Markdown's marks well enough to leave them out. Must never know where versions come from, nor how they are shown.
"""

import re
from difflib import SequenceMatcher
from typing import Final, Literal

from msgspec import Struct

from backstory.reading.front.frontmatter import split
from backstory.reading.scanning.fences import STANDING_ALONE

Kind = Literal["same", "gone", "new"]
KEYS: Final = ("title", "description", "kicker", "date", "value", "qualifier", "unit", "as_of", "place", "note")
"""What of a header a reader sees as words."""

_LINK: Final = re.compile(r"!?\[([^\]\[]*)\]\((?:[^()\s]|\([^()]*\))*(?:\s+\"[^\"]*\")?\)(?:\{[^}]*\})?")
_WIKI: Final = re.compile(r"\[\[([^\]|]*)(?:\|([^\]]*))?\]\]")
_NOTE: Final = re.compile(r"\[\^[^\]]+\](?!:)")
_NOTES_TEXT: Final = re.compile(r"^\[\^[^\]]+\]:.*(?:\n[ \t]+.*)*", re.MULTILINE)
_MARKS: Final = re.compile(r"(?<!\w)([*_]{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)", re.DOTALL)
_START: Final = re.compile(r"^(?:#{1,6}\s+|>\s?|[-*+]\s+|\d+[.)]\s+|:{3,}\s*[\w-]*\s*|:\s+)", re.MULTILINE)
_ALONE: Final = re.compile(rf":+\s*(?:{'|'.join(sorted(STANDING_ALONE))})\b")
_OPTION: Final = re.compile(r'\s+[A-Za-z][\w-]*="[^"]*"')
_WORDS: Final = re.compile(r"\S+\s*")


class Piece(Struct, frozen=True):
    """Some words that stayed, went, or came."""

    kind: Kind
    words: str


class Change(Struct, frozen=True):
    """A paragraph that differs, in pieces. `about` names the line of the header that it is, empty for the text."""

    pieces: tuple[Piece, ...]
    about: str = ""


def paragraphs(text: str) -> tuple[str, ...]:
    """Return a body's paragraphs as plain words; list items and table rows stand by themselves."""
    plain = _NOTES_TEXT.sub("", text)
    plain = _LINK.sub(lambda found: found[1], plain)
    plain = _WIKI.sub(lambda found: found[2] or found[1], plain)
    plain = _NOTE.sub("", plain)
    found: list[str] = []
    for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)]|\||:::|#)\s?)", plain):
        if block.lstrip().startswith(":::"):
            if _ALONE.match(block.lstrip()):
                continue  # a block of one line shows what is written elsewhere
            block = _OPTION.sub("", block).replace('"', "")
        words = _MARKS.sub(lambda match: match[2], _START.sub("", block.strip()))
        words = " ".join(words.replace("|", " ").split()).strip('"')
        if words and re.search(r"\w", words):
            found.append(words)
    return tuple(found)


def changes(before: str, after: str) -> tuple[Change, ...]:
    """Return what differs between two versions of a whole file: lines of its header first, then paragraphs in order."""
    old, new = split(before, ""), split(after, "")
    found = []
    for key in KEYS:
        was, now = (_value(each[0].values.get(key)) for each in (old, new))
        if was != now:
            found.append(Change(_words(was, now), key))
    return (*found, *_text(paragraphs(old[0].body), paragraphs(new[0].body)))


def _value(value: object) -> str:
    return "" if value is None else " ".join(str(value).split())


def _text(old: tuple[str, ...], new: tuple[str, ...]) -> list[Change]:
    found: list[Change] = []
    for kind, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        gone, came = list(old[a:b]), list(new[c:d])
        for words in gone:
            near = max(came, key=lambda other: _likeness(words, other), default="")
            if near and _likeness(words, near) > 0.5:
                came.remove(near)
                found.append(Change(_words(words, near)))
            else:
                found.append(Change((Piece("gone", words),)))
        found += [Change((Piece("new", words),)) for words in came]
    return found


def _likeness(one: str, other: str) -> float:
    return SequenceMatcher(None, one.split(), other.split(), autojunk=False).ratio()


def _words(old: str, new: str) -> tuple[Piece, ...]:
    """Return two wordings as one, word by word."""
    before, after = _WORDS.findall(old), _WORDS.findall(new)
    keys = [[word.strip() for word in words] for words in (before, after)]
    found: list[Piece] = []
    for what, a, b, c, d in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        if what == "equal":
            found.append(Piece("same", "".join(after[c:d])))
        else:
            found += [Piece("gone", "".join(before[a:b]))] if b > a else []
            found += [Piece("new", "".join(after[c:d]))] if d > c else []
    return tuple(found)
