"""What a body says, each thing with its place: links, events, headings, blocks.

Python-Markdown gives no positions, so they are found in the text itself, by the modules beside this one: `hidden` (what
is no Markdown), `scanblocks` (lines), `scanlinks` (a stretch of words), `fences` (blocks).
Knows one text. Must never know another file, nor which documents, blocks and sources there are.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate
from typing import Final, Literal

from backstory.notes import Note
from backstory.places import Place
from backstory.reading.document import BlockMark, HeadingMark, LinkMark, Marks
from backstory.reading.markup.headingids import event_id, heading_id, unique
from backstory.reading.markup.sanitize import TAGS
from backstory.reading.scanning.fences import STANDING_ALONE, Pairing, pair
from backstory.reading.scanning.hidden import hide
from backstory.reading.scanning.layout import Layout, Stretch
from backstory.reading.scanning.linkforms import kind_of, scheme, tidy
from backstory.reading.scanning.scanblocks import TAB, lay_out
from backstory.reading.scanning.scanlinks import Inline, RawLink, read_inline
from backstory.reading.scanning.scannotes import ScanNotes
from backstory.reading.sentences import Sentences

__all__ = ["STANDING_ALONE", "scan"]

_ID_IN_BRACES: Final = re.compile(r"\{:?(?:[^{}\n]*[ ])?#([^\s}]+)")
_ID_IN_HTML: Final = re.compile(r"\bid=[\"']?([^\"'\s>}]+)")
_RAW_TAG: Final = re.compile(r"<([A-Za-z][^\s/<>]*)")


def scan(
    path: str,
    text: str,
    first_line: int,
    alone: frozenset[str] = STANDING_ALONE,
    raw_html: Literal["sanitize", "allow"] = "sanitize",
) -> tuple[Marks, tuple[Note, ...]]:
    """Find everything in a Markdown text that has a place in its file, and what is wrong with it.

    `first_line` is the line of the file that the text begins on, from 1. `alone` are the names of blocks that have no
    closing line; whether a name is known at all is not asked here, nor where a link leads.
    """
    return _Scan(path, tidy(text), first_line).run(alone, raw_html == "sanitize")


class _Spots:
    """Where offsets in a text stand in its file. It is apart from the scan, so that no circle holds what was read."""

    def __init__(self, path: str, lines: list[str], first_line: int, tabbed: list[str]) -> None:
        self._path = path
        self._first_line = first_line
        self._tabbed = tabbed
        self._starts = [0, *accumulate(len(line) + 1 for line in lines)]

    def place(self, at: int) -> Place:
        """Return the line and column of an offset, both from 1."""
        line = bisect_right(self._starts, at) - 1
        column = at - self._starts[line]
        if self._tabbed:
            column = _with_tabs(self._tabbed[line], column)
        return Place(self._path, self._first_line + line, column + 1)


class _Scan:
    def __init__(self, path: str, text: str, first_line: int) -> None:
        tabbed = text.split("\n") if "\t" in text else []
        self.text = text.expandtabs(TAB) if tabbed else text
        self.place = _Spots(path, self.text.split("\n"), first_line, tabbed).place
        self.notes = ScanNotes(self.place)
        self.taken: set[str] = set()
        """Ids that are not free any more."""
        self.claimed: set[str] = set()
        """Ids of the editor's own that a heading or an event has."""

    def run(self, alone: frozenset[str], sanitizing: bool) -> tuple[Marks, tuple[Note, ...]]:
        hidden = hide(self.text)
        layout = lay_out(hidden.text)
        pairing = pair(layout.fences, alone)
        read = self._read(layout)
        self._own_ids(layout.text)
        headings = self._headings(layout, read)
        links = self._links(read, headings, layout.text)
        self.notes.blocks(pairing, layout)
        self.notes.footnotes(layout.footnotes, [call for _, inline in read for call in inline.calls])
        for at in layout.deep:
            self.notes.too_deep(at)
        if sanitizing and "<" in self.text:
            self._tags(hidden.raw, read)
        return Marks(links, self._blocks(pairing), headings, tuple(pairing.fences)), self.notes.all()

    def _read(self, layout: Layout) -> list[tuple[Stretch, Inline]]:
        """Read the stretches that hold anything: links, tags, the words of a heading."""
        text, labels = layout.text, {label for label, _ in layout.footnotes}
        words_of_headings = {heading.start for heading in layout.headings}
        read = []
        for each in layout.stretches:
            start, end = each.start, each.end
            signs = text.find("[", start, end) >= 0 or text.find("<", start, end) >= 0
            if signs or each.note or start in words_of_headings:
                read.append((each, read_inline(text, start, end, layout.references, labels, each.note)))
        return read

    def _own_ids(self, text: str) -> None:
        if "{" in text:
            self.taken.update(_ID_IN_BRACES.findall(text))
        if "id=" in self.text:
            self.taken.update(_ID_IN_HTML.findall(self.text))

    def _claim(self, id: str, what: str, at: int) -> str:
        """Return an id of the editor's own, or one made of it where another heading or event has it."""
        if id in self.claimed:
            self.notes.duplicate_id(at, what, id)
            id = unique(id, self.taken)
        self.taken.add(id)
        self.claimed.add(id)
        return id

    def _headings(self, layout: Layout, read: list[tuple[Stretch, Inline]]) -> tuple[HeadingMark, ...]:
        words = {stretch.start: inline.plain for stretch, inline in read}
        headings = []
        for line in layout.headings:
            plain = words.get(line.start, "")
            id = self._claim(line.id, "heading", line.at) if line.id else heading_id(plain, self.taken)
            headings.append(HeadingMark(line.level, plain, id, self.place(line.at)))
        return tuple(headings)

    def _links(
        self, read: list[tuple[Stretch, Inline]], headings: tuple[HeadingMark, ...], text: str
    ) -> tuple[LinkMark, ...]:
        links = []
        for stretch, inline in read:
            above = headings[stretch.heading - 1].id if stretch.heading else ""
            told = Sentences(inline.plain)
            links += [(raw.at, self._link(raw, told, above, text)) for raw in inline.links]
        return tuple(mark for _, mark in sorted(links, key=lambda each: each[0]))

    def _link(self, raw: RawLink, told: Sentences, above: str, text: str) -> LinkMark:
        kind = "image" if raw.image else kind_of(raw.target)
        self.notes.link(raw)
        anchor = self._event(raw, text) if kind == "event" else ""
        given = raw.attributes
        return LinkMark(
            kind=kind,
            target=raw.target,
            words=raw.words,
            place=self.place(raw.at),
            anchor=anchor,
            id=given.id,
            classes=given.classes,
            options=(("label", raw.label),) if raw.label else given.options,
            sentence=told.around(raw.begin, raw.begin + len(raw.words)) if _told(kind, raw.target) else "",
            heading=above,
        )

    def _event(self, raw: RawLink, text: str) -> str:
        behind = "" if raw.attributes.id or raw.attributes.options else text[raw.end : text.find("\n", raw.end)]
        self.notes.event(raw, behind)
        if raw.attributes.id:
            return self._claim(raw.attributes.id, "event", raw.at)
        return event_id(raw.target.removeprefix("event:"), self.taken)

    def _blocks(self, pairing: Pairing) -> tuple[BlockMark, ...]:
        return tuple(
            BlockMark(
                each.opening.name, each.opening.argument, each.opening.options, self.place(each.line.at), each.parent
            )
            for each in pairing.blocks
        )

    def _tags(self, raw: list[tuple[int, int]], read: Iterable[tuple[Stretch, Inline]]) -> None:
        tags = [tag for _, inline in read for tag in inline.tags]
        tags += [(found[1], found.start()) for start, end in raw for found in _RAW_TAG.finditer(self.text, start, end)]
        self.notes.removed((name, at) for name, at in tags if name.lower() not in TAGS)


def _with_tabs(line: str, column: int) -> int:
    """Return how many characters of a line with tabs stand before a column of it with the tabs expanded."""
    wide = 0
    for narrow, char in enumerate(line):
        if wide >= column:
            return narrow
        wide += TAB - wide % TAB if char == "\t" else 1
    return len(line)


def _told(kind: str, target: str) -> bool:
    """Say whether a link keeps its sentence: one that means something, or that leads to a document."""
    return kind in ("event", "figure", "wiki", "term") or (kind == "link" and not scheme(target) and target[:1] != "#")
