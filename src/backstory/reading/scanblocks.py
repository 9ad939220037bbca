"""The lines of a text: headings, `:::` lines, and the stretches of running text that may hold links.

Knows how Python-Markdown cuts a text into blocks (its `blockprocessors`, `tables`, `def_list` and `footnotes`, in the
order of their priorities), as far as links need it. Must never know what stands inside a stretch.
"""

import re
from typing import Final, NamedTuple

from backstory.reading.hidden import FILLER
from backstory.reading.linkforms import ATTRIBUTES

BLANK: Final = " \t" + FILLER
TAB: Final = 4
DEEPEST: Final = 60
"""Lists and quotes in one another that a line may open; Python-Markdown breaks down at several times as many."""

_QUOTE: Final = re.compile(r"(?:[ \t]*>)+ ?")
_HASHES: Final = re.compile(r"(#{1,6})((?:\\.|[^\\#]|#+(?=[^#]))*?)#*$")
_UNDERLINE: Final = re.compile(r"(?:(=+)|-+)[ ]*$")
_RULE: Final = re.compile(r"[ ]{0,3}(?:(?>(?:-+[ ]{0,2}){3,})|(?>(?:_+[ ]{0,2}){3,})|(?>(?:\*+[ ]{0,2}){3,}))[ ]*$")
_ITEM: Final = re.compile(r"[ \t]*(?:[*+-]|\d+\.)[ \t]+")
_DEFINITION: Final = re.compile(r"[ ]{0,3}:[ ]{1,3}")
_FOOTNOTE: Final = re.compile(r"[ \t]*\[\^([^\]]*)\]:[ ]*")
_REFERENCE: Final = re.compile(
    r"^[ \t]*\[(?!\^)([^\[\]]*)\]:[ ]*(?:\n[ ]*)?([^\s]+)[ ]*(?:\n[ ]*)?((?:([\"'])(.*)\4[ ]*|\((.*)\)[ ]*))?$",
    re.MULTILINE,
)
_BAR: Final = re.compile(r"(?<!\\)\|")
_MISPLACED: Final = re.compile(r"[ \t]*(?:(?:>|[*+-]|\d+\.)[ \t]*)*(?=:::)")
_NESTED: Final = re.compile(r"(?:[ \t]*(?:>|[*+-](?=[ \t])|\d+\.(?=[ \t])))+")


class Stretch(NamedTuple):
    """A stretch of running text, by its first and last offset. `heading` counts the headings down to it."""

    start: int
    end: int
    heading: int
    note: str = ""
    """The label of the footnote that it is the text of."""


class HeadingLine(NamedTuple):
    """A heading: where it stands, and where its words do, without the marks around them."""

    level: int
    at: int
    start: int
    end: int
    id: str


class FenceLine(NamedTuple):
    """A line of colons: its number from 0, its offset, how many colons it has and what follows them."""

    line: int
    at: int
    colons: int
    rest: str


class Layout(NamedTuple):
    """A text in its lines. `text` has blanks for whatever is no running text; all offsets are in it.

    `misplaced` are offsets of `:::` inside lists and quotes, `deep` of lines that open too many of them; `footnotes`
    are (label, offset) of definitions in order; `references` maps labels in lower case to targets.
    """

    text: str
    stretches: list[Stretch]
    headings: list[HeadingLine]
    fences: list[FenceLine]
    misplaced: list[int]
    deep: list[int]
    footnotes: list[tuple[str, int]]
    references: dict[str, str]


class _Line(NamedTuple):
    start: int
    words: str
    indent: int
    quoted: bool

    @property
    def end(self) -> int:
        return self.start + len(self.words)


def lay_out(text: str) -> Layout:
    """Find the blocks of a text that `hidden.hide` has been over."""
    walk = _Walk()
    at = 0
    for number, line in enumerate(text.split("\n")):
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
        if nested and nested.end() > DEEPEST and not _RULE.match(line):
            if sum(sign in ">*+-." for sign in nested[0]) > DEEPEST:
                self.deep.append(at)

    def flush(self) -> None:
        """End the block that the last lines made."""
        lines, self.block = self.block, []
        while lines:
            lines = self._step(lines)

    def _step(self, lines: list[_Line]) -> list[_Line]:
        """Take the first thing from a block; return the lines that are left of it."""
        if lines[0].indent >= TAB * (self.depth + 1):
            return self._code(lines)
        self.depth = min(self.depth, lines[0].indent // TAB)
        if len(lines) > 1 and "|" in lines[0].words and _is_table(lines):
            for line in lines:
                self._row(line)
            return []
        margin = TAB * self.depth
        for n, line in enumerate(lines):
            head = line.words.lstrip(" \t") if line.indent == margin else line.words
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
        kept = words.rstrip(" \t")
        if kept.endswith("}"):
            for found in ATTRIBUTES.finditer(kept):
                if found.end() == len(kept) and kept[: found.start()].endswith(" "):
                    own = next((each[1:] for each in found[1].split() if each.startswith("#")), "")
                    kept = kept[: found.start()].rstrip(" \t#")
        start += len(kept) - len(kept.lstrip(" \t"))
        end = start + len(kept.strip(" \t"))
        self.headings.append(HeadingLine(level, line.start + line.indent, start, end, own))
        self.stretches.append(Stretch(start, end, len(self.headings)))

    def _row(self, line: _Line) -> None:
        start = line.start
        for bar in [found.start() for found in _BAR.finditer(line.words)] + [len(line.words)]:
            self.stretches.append(Stretch(start, line.start + bar, len(self.headings)))
            start = line.start + bar + 1

    def _paragraph(self, lines: list[_Line]) -> None:
        """Cut a block into stretches: one for each item, definition, footnote and change between quote and text."""
        if not lines:
            return
        listed = _ITEM.match(lines[0].words) is not None
        begin, note, quoted = lines[0].start, "", lines[0].quoted
        for line in lines:
            opened, label = self._opens(line, listed)
            if opened is not None or line.quoted != quoted:
                self._add(begin, line.start, note)
                begin, note, quoted = opened or line.start, label, line.quoted
        self._add(begin, lines[-1].end, note)

    def _opens(self, line: _Line, listed: bool) -> tuple[int | None, str]:
        """Return where the words of an item, definition or footnote begin that this line opens, and a footnote's label."""
        words, label = line.words, ""
        first = words.lstrip(" \t")[:1]
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
    """Return how many columns a line is indented by."""
    if line[:1] not in " \t":
        return 0
    blank = line[: len(line) - len(line.lstrip(" \t"))]
    return len(blank.expandtabs(TAB))


def _is_table(lines: list[_Line]) -> bool:
    under = lines[1].words.strip(" ")
    if not under or not set(under) <= set("|:- "):
        return False
    first = lines[0].words.strip(" ")
    edges = (first.startswith("|"), _BAR.search(first[-1:]) is not None and not first.endswith("\\|"))
    return _columns(first, edges) == _columns(under, edges) and (any(edges) or _columns(first, edges) > 1)


def _columns(row: str, edges: tuple[bool, bool]) -> int:
    bars = len(_BAR.findall(row))
    return bars + 1 - (edges[0] and row.startswith("|")) - (edges[1] and row.endswith("|") and bars > 0)
