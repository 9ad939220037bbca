"""The lines of a text: headings, `:::` lines, and the stretches of running text that may hold links.

Knows how Python-Markdown cuts a text into blocks (its `blockprocessors`, `tables`, `def_list` and `footnotes`, in the
order of their priorities), as far as links need it. Must never know what stands inside a stretch.
"""

import re
from itertools import pairwise
from typing import Final, NamedTuple

from backstory.reading.scanning.hidden import FILLER
from backstory.reading.scanning.layout import FenceLine, HeadingLine, Layout, Stretch
from backstory.reading.scanning.linkforms import ATTRIBUTES
from backstory.reading.scanning.scantables import Table, cells, table

BLANK: Final = " " + FILLER
TAB: Final = 4
DEEPEST: Final = 60
"""Lists and quotes in one another that a line may open; Python-Markdown breaks down at several times as many."""

_QUOTE: Final = re.compile(r"(?:[ ]*>)+[ ]?")
_HASHES: Final = re.compile(r"(#{1,6})((?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
_UNDERLINE: Final = re.compile(r"(?:(=+)|-+)[ ]*$")
_RULE: Final = re.compile(r"[ ]{0,3}(?:(?>(?:-+[ ]{0,2}){3,})|(?>(?:_+[ ]{0,2}){3,})|(?>(?:\*+[ ]{0,2}){3,}))[ ]*$")
_ITEM: Final = re.compile(r"[ ]*(?:[*+-]|\d+\.)[ ]+")
_DEFINITION: Final = re.compile(r"[ ]{0,3}:[ ]{1,3}")
_FOOTNOTE: Final = re.compile(r"[ ]*\[\^([^\]]*)\]:[ ]*")
_REFERENCE: Final = re.compile(
    r"^[ ]*\[(?!\^)([^\[\]]*)\]:[ ]*(?:\n[ ]*)?([^\s]+)[ ]*(?:\n[ ]*)?((?:([\"'])(.*)\4[ ]*|\((.*)\)[ ]*))?$",
    re.MULTILINE,
)
_MISPLACED: Final = re.compile(r"[ ]*(?:(?:>|[*+-]|\d+\.)[ ]*)*(?=:::)")
_NESTED: Final = re.compile(r"(?:[ ]*(?:>|[*+-](?=[ ])|\d+\.(?=[ ])))+")


class _Line(NamedTuple):
    start: int
    words: str
    indent: int
    quoted: bool

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def lay_out(text: str) -> Layout:
    """Find the blocks of a text without tabs that `hidden.hide` has been over."""
    walk = _Walk()
    at = 0
    for number, line in enumerate(text.split("\n")):
        if line[:1].isalpha() or line[:1] == "[":  # nothing that needs to be looked at alone
            walk.block.append(_Line(at, line, 0, False))
        else:
            walk.line(number, at, line)
        at += len(line) + 1
    walk.flush()
    text = _blanked(text, walk.blanks)
    references: dict[str, str] = {}
    if "]:" in text:
        for found in _REFERENCE.finditer(text):
            references[found[1].strip().lower()] = found[2].lstrip("<").rstrip(">")
        if references:
            text = _REFERENCE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), text)
    return Layout(
        text, walk.stretches, walk.headings, walk.fences, walk.misplaced, walk.deep, walk.footnotes, references
    )


def _blanked(text: str, spans: list[tuple[int, int]]) -> str:
    if not spans:
        return text
    pieces, done = [], 0
    for start, end in spans:
        pieces += [text[done:start], " " * (end - start)]
        done = end
    return "".join([*pieces, text[done:]])


class _Walk:
    """Line after line of one text; whatever `Layout` holds gathers here."""

    def __init__(self) -> None:
        self.stretches: list[Stretch] = []
        self.headings: list[HeadingLine] = []
        self.fences: list[FenceLine] = []
        self.misplaced: list[int] = []
        self.deep: list[int] = []
        self.footnotes: list[tuple[str, int]] = []
        self.blanks: list[tuple[int, int]] = []
        self.block: list[_Line] = []
        self.depth = 0
        """How many lists, definitions and footnotes an indented block would still belong to."""

    def line(self, number: int, at: int, line: str) -> None:
        if line.startswith(":::"):
            self.flush()
            self.depth = 0
            rest = line.lstrip(":")
            self.fences.append(FenceLine(number, at, len(line) - len(rest), rest.strip()))
        elif not line.strip(BLANK):
            self.flush()
        else:
            self._words(at, line)

    def _words(self, at: int, line: str) -> None:
        indent = _indent(line)
        code = indent >= TAB * (self.depth + 1) and not self.block
        quote = _QUOTE.match(line) if ">" in line and not code else None
        self._watch(at, line, code)
        if quote:
            self.blanks.append((at, at + quote.end()))
            at, line = at + quote.end(), line[quote.end() :]
            indent = _indent(line)
            if not line.strip(BLANK):
                return self.flush()
        self.block.append(_Line(at, line, indent, quote is not None))
        return None

    def _watch(self, at: int, line: str, code: bool) -> None:
        if ":::" in line and not code and (found := _MISPLACED.match(line)):
            self.misplaced.append(at + found.end())
        nested = _NESTED.match(line)
        signs = sum(sign in ">*+-." for sign in nested[0]) if nested and nested.end() > DEEPEST else 0
        if signs > DEEPEST and not _RULE.match(line):
            self.deep.append(at)

    def flush(self) -> None:
        """End the block that the last lines made."""
        block, self.block = self.block, []
        if len(block) == 1 and block[0].words[:1].isalpha():
            self.depth = 0
            self._add(block[0].start, block[0].end, "")
            return
        quotes = [n for n in range(1, len(block)) if block[n].quoted and not block[n - 1].quoted]
        for start, end in pairwise([0, *quotes, len(block)]):
            lines = block[start:end]
            while lines:
                lines = self._step(lines)

    def _step(self, lines: list[_Line]) -> list[_Line]:
        """Take the first thing from a block; return the lines that are left of it."""
        if lines[0].indent >= TAB * (self.depth + 1):
            return self._code(lines)
        self.depth = min(self.depth, lines[0].indent // TAB)
        if len(lines) > 1 and "|" in lines[0].words and (shape := table(lines[0].words, lines[1].words)):
            for line in lines:
                self._row(line, shape)
            return []
        margin = TAB * self.depth
        for n, line in enumerate(lines):
            head = line.words.lstrip(" ") if line.indent == margin else line.words
            if head.startswith("#") and (found := _HASHES.match(head)):
                self._paragraph(lines[:n])
                self._heading(line, len(found[1]), found[2], line.end - len(head) + found.start(2))
                return lines[n + 1 :]
        if len(lines) > 1 and (under := _UNDERLINE.match(lines[1].words.lstrip(" ") if margin else lines[1].words)):
            self._heading(lines[0], 1 if under[1] else 2, lines[0].words, lines[0].start)
            return lines[2:]
        for n, line in enumerate(lines):
            if line.words.lstrip(" ")[:1] in "-_*" and _RULE.match(line.words):
                self._paragraph(lines[:n])
                return lines[n + 1 :]
        self._paragraph(lines)
        return []

    def _code(self, lines: list[_Line]) -> list[_Line]:
        n = next((n for n, line in enumerate(lines) if line.indent < TAB * (self.depth + 1)), len(lines))
        self.blanks += [(line.start, line.end) for line in lines[:n]]
        return lines[n:]

    def _heading(self, line: _Line, level: int, words: str, start: int) -> None:
        own = ""
        kept = words.rstrip(" ")
        if kept.endswith("}"):
            for found in ATTRIBUTES.finditer(kept):
                if found.end() == len(kept) and kept[: found.start()].endswith(" "):
                    own = next((each[1:] for each in found[1].split() if each.startswith("#")), "")
                    kept = kept[: found.start()].rstrip(" #")
        start += len(kept) - len(kept.lstrip(" "))
        end = start + len(kept.strip(" "))
        self.headings.append(HeadingLine(level, line.start + line.indent, start, end, own))
        self.stretches.append(Stretch(start, end, len(self.headings)))

    def _row(self, line: _Line, shape: Table) -> None:
        for start, end in cells(line.words, shape):
            self.stretches.append(Stretch(line.start + start, line.start + end, len(self.headings)))

    def _paragraph(self, lines: list[_Line]) -> None:
        """Cut a block into stretches: one for each item, definition and footnote."""
        if not lines:
            return
        listed = _ITEM.match(lines[0].words) is not None
        begin, note = lines[0].start, ""
        for line in lines:
            opened, label = self._opens(line, listed)
            if opened is not None:
                self._add(begin, line.start, note)
                begin, note = opened, label
        self._add(begin, lines[-1].end, note)

    def _opens(self, line: _Line, listed: bool) -> tuple[int | None, str]:
        """Return where the words begin that this line opens as an item, definition or footnote, and its label."""
        words, label = line.words, ""
        first = words.lstrip(" ")[:1]
        if first == "[" and (found := _FOOTNOTE.match(words)):
            label = found[1]
            self.footnotes.append((label, line.start + words.index("[")))
        elif listed and (found := _ITEM.match(words)):
            pass
        elif not (first == ":" and (found := _DEFINITION.match(words))):
            return None, ""
        self.depth = min(line.indent // TAB, self.depth) + 1
        return line.start + found.end(), label

    def _add(self, start: int, end: int, note: str) -> None:
        if end > start:
            self.stretches.append(Stretch(start, end, len(self.headings), note))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
