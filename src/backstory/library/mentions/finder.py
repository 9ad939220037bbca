"""Finds names in a text: all of them in one pass, each where it stands as a word of its own, the longest first.

An Aho-Corasick automaton (Aho and Corasick, 1975) looks for the letters that every form of a name begins with; what it
finds is then held against capitals, endings and the edges of words.
Knows names and texts. Must never know where a text comes from, or what a name is shown as.
"""

import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING, Final, NamedTuple

import msgspec
from msgspec import Struct

from backstory.library.mentions.forms import (
    Case,
    Folded,
    as_one,
    beginning,
    bends,
    cases,
    fold,
    has_capitals,
    same,
    variants,
    words_of,
)

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_WORD: Final = re.compile(r"[^\W_]+")
_FIRST_UNSPACED: Final = "\u0e00"
_UNSPACED: Final = ("CJK", "HIRAGANA", "THAI", "LAO", "KHMER", "MYANMAR")
"""Scripts that write words without blanks between them, by the names of their letters."""


class Name(Struct, frozen=True):
    """A name that a document goes by. `rank` 0 goes before 1; an `ordinary` name (a term's) may have small letters."""

    text: str
    path: str
    rank: int = 0
    ordinary: bool = False


class Hit(NamedTuple):
    """A name in a text, from `start` to `end`, and whose it may be: one path, or several that nothing tells apart."""

    start: int
    end: int
    paths: tuple[str, ...]


class _Entry(NamedTuple):
    name: Name
    words: tuple[tuple[str, str], ...]
    """The folded name's words, each with what stands before it; empty where the letters must be just these."""
    shown: tuple[str, ...]
    cases: tuple[Case, ...]


class Finder:
    """The names of a language's pages, ready to be looked for. Equal when made of the same names."""

    def __init__(self, lang: str, names: tuple[Name, ...]) -> None:
        self.lang = lang
        data = msgspec.msgpack.encode((lang, names), order="deterministic")
        self.digest = hashlib.blake2b(data, digest_size=16).digest()
        self._bends = bends(lang)
        self._firsts: dict[str, tuple[_Entry, ...]] = {}
        """The names that a word of a text may begin."""
        self._entries: dict[str, list[_Entry]] = {}
        for name in names:
            self._add(name)
        self._patterns = list(self._entries.values())
        self._automaton = _automaton(list(self._entries))

    def _add(self, name: Name) -> None:
        """Add a name as plain text has it, and as HTML does."""
        for text in dict.fromkeys((name.text, name.text.replace("&", "&amp;"))):
            folded = " ".join(fold(text).text.split())
            shown = tuple(word for _, word in words_of(text))
            asked = cases(text, ordinary=name.ordinary)
            if self._bends:
                words = words_of(folded)
                entry = _Entry(name, words, shown, asked)
                self._entries.setdefault(beginning(words[0][1], self.lang), []).append(entry)
                continue
            plural = name.ordinary or not (asked[-1].first or asked[-1].exactly)
            for each in variants(folded, self.lang, ordinary=plural):
                self._entries.setdefault(each, []).append(_Entry(name, (), shown, asked))

    def find(self, text: str, small: list[tuple[int, str]] | None = None) -> list[Hit]:
        """Return the names in a text in their order, none inside or across another.

        Into `small` goes each place, with its words, where a name of one word that asks for a capital has none.
        """
        if self._automaton is None:
            return []
        folded = fold(text)
        found: dict[tuple[int, int], list[_Entry]] = {}
        low, before = folded.text, -1
        for pattern, start, end in self._automaton.find_matches_as_indexes(low, overlapping=True):
            if start and low[start - 1] != " ":
                if low[start - 1].isalnum() and low[start] < _FIRST_UNSPACED:  # inside a word, as most are
                    continue
                if not _parted(low, start):
                    continue
            if self._bends and start == before:
                continue
            before = start
            for entry in self._beginning_with(low, start) if self._bends else self._patterns[pattern]:
                stop = self._end(entry, low, start, end)
                if stop < 0 or (stop < len(low) and not _parted(low, stop)):
                    continue
                if self._has_capitals(entry, text, folded, start, stop):
                    found.setdefault((start, stop), []).append(entry)
                elif small is not None and len(entry.shown) == 1:
                    small.append((folded.at[start] if folded.at else start, low[start:stop]))
        return _longest(found, folded)

    def _beginning_with(self, low: str, start: int) -> tuple[_Entry, ...]:
        """Return the names that may begin with the word at `start`. Words come again and again, so each is kept."""
        match = _WORD.match(low, start)
        word = match[0] if match else ""
        known = self._firsts.get(word)
        if known is None:
            begun = (self._entries.get(word[:size], ()) for size in range(1, len(word) + 1))
            known = tuple(entry for entries in begun for entry in entries if self._is_first(entry, word))
            self._firsts[word] = known
        return known

    def _is_first(self, entry: _Entry, word: str) -> bool:
        return same(entry.words[0][1], word, self.lang, alone=len(entry.words) == 1)

    def _end(self, entry: _Entry, low: str, start: int, end: int) -> int:
        """Return where a name that may begin at `start` ends, or -1 where it does not stand there."""
        if not entry.words:
            return end
        match = _WORD.match(low, start)
        at = match.end() if match else start
        for before, word in entry.words[1:]:
            if not low.startswith(before, at):
                return -1
            found = _WORD.match(low, at + len(before))
            if not found or not same(word, found[0], self.lang, alone=False):
                return -1
            at = found.end()
        return at

    def _has_capitals(self, entry: _Entry, text: str, folded: Folded, start: int, end: int) -> bool:
        shown = text[start:end] if folded.at is None else as_one(text[folded.at[start] : folded.at[end]])
        words = _WORD.findall(shown)
        return len(words) == len(entry.shown) and all(map(has_capitals, entry.cases, entry.shown, words))


def _automaton(patterns: list[str]) -> "AhoCorasick | None":
    if not patterns:
        return None
    from ahocorasick_rs import AhoCorasick, MatchKind

    return AhoCorasick(patterns, matchkind=MatchKind.Standard)


def _longest(found: dict[tuple[int, int], list[_Entry]], folded: Folded) -> list[Hit]:
    hits: list[Hit] = []
    done = 0
    for start, end in sorted(found, key=lambda span: (span[0], -span[1])):
        if start >= done:
            first, last = (folded.at[start], folded.at[end]) if folded.at else (start, end)
            hits.append(Hit(first, last, _owners(found[start, end])))
            done = end
    return hits


def _owners(entries: list[_Entry]) -> tuple[str, ...]:
    best = min(entry.name.rank for entry in entries)
    return tuple(sorted({entry.name.path for entry in entries if entry.name.rank == best}))


def _parted(text: str, at: int) -> bool:
    """Say whether a word can end, and another begin, between a text's characters at `at - 1` and `at`."""
    left, right = text[at - 1], text[at]
    if left == " " or right == " ":
        return True
    if _belongs(left) and _belongs(right):
        return (_unspaced(left) or _unspaced(right)) and unicodedata.category(right)[:1] != "M"
    if left in ".@&" and _belongs(right):  # inside an address, or an entity
        return False
    if right in ".@" and _belongs(text[at + 1 : at + 2]):
        return False
    return not (right == "-" and text[at + 1 : at + 2].isdigit())


def _belongs(letter: str) -> bool:
    """Say whether a character is part of a word: a letter, a digit, a low line, or a mark on one of them."""
    return letter.isalnum() or letter == "_" or unicodedata.category(letter)[:1] == "M" if letter else False


def _unspaced(letter: str) -> bool:
    return letter > _FIRST_UNSPACED and unicodedata.name(letter, "").startswith(_UNSPACED)
