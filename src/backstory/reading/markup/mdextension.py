"""Our own part of Markdown: wikilinks, footnotes that are sources, ids, places of blocks, and a safe tree.

Knows Python-Markdown's parts. Must never know files or what a link leads to.
"""

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterable
from html import unescape
from typing import TYPE_CHECKING, Final

from markdown.blockprocessors import BlockProcessor
from markdown.extensions import Extension
from markdown.extensions.attr_list import AttrListExtension, AttrListTreeprocessor
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from backstory.reading.document import Heading, HeadingMark, Marks
from backstory.reading.markup.blockparts import BEGIN
from backstory.reading.markup.headingids import event_id, heading_id
from backstory.reading.markup.mdfootnotes import Footnotes, put_in_order
from backstory.reading.markup.sanitize import clean_attributes
from backstory.reading.scanning.linkforms import SPAN, allowed, wiki_pattern, wiki_target

if TYPE_CHECKING:
    from markdown import Markdown

_STASHED: Final = re.compile("\x02[^\x03]*\x03")
_HEADINGS: Final = {f"h{level}": level for level in range(1, 7)}


class OwnMarkdown(Extension):
    """All of it as one extension. `marks` are those of the document to come; `headings` those of the last one."""

    def __init__(self, sanitizing: bool) -> None:
        super().__init__()
        self.sanitizing = sanitizing
        self.marks = Marks()
        self.headings: tuple[Heading, ...] = ()

    def extendMarkdown(self, md: "Markdown") -> None:
        """Put every part into its place among Python-Markdown's own, by priority."""
        Footnotes().extendMarkdown(md)
        NarrowAttributes().extendMarkdown(md)
        md.parser.blockprocessors.register(Tokens(md.parser), "backstory-tokens", 110)
        md.inlinePatterns.register(Wikilinks(wiki_pattern(r"(?:\||\x02klzzwxh:(\d+)\x03)"), md), "wikilink", 172)
        md.inlinePatterns.register(Spans(SPAN, md), "nolink", 171)
        md.treeprocessors.register(Finish(md, self), "backstory-finish", -10)


class Tokens(BlockProcessor):
    """Where a block begins or ends, as an element of its own, so that no list or definition takes it in."""

    def test(self, parent: etree.Element, block: str) -> bool:
        """Say whether this is a token."""
        return block.startswith(BEGIN)

    def run(self, parent: etree.Element, blocks: list[str]) -> None:
        """Make the element."""
        etree.SubElement(parent, "div").text = AtomicString(blocks.pop(0))


class Wikilinks(InlineProcessor):
    """`[[name#anchor|words]]`. Without words the element is empty, to be filled with a title later."""

    def handleMatch(  # type: ignore[override]
        self, m: "re.Match[str]", data: str
    ) -> tuple[etree.Element | None, int | None, int | None]:
        """Make the link."""
        name, anchor, escaped, words = m[1], m[2] or "", m[3], m[4]
        if not (name.strip() or anchor) or (escaped and not self._is_bar(escaped)):
            return None, None, None
        link = etree.Element("a", {"href": wiki_target(name, anchor)})
        link.text = words or ""
        return link, m.start(), m.end()

    def _is_bar(self, number: str) -> bool:
        assert self.md is not None
        stashed = self.md.treeprocessors["inline"].stashed_nodes  # type: ignore[attr-defined]
        return bool(stashed.get(number) == "\x02124\x03")


class Spans(InlineProcessor):
    """`[words]{.nolink}`. What stands in braces is attr_list's to read."""

    def handleMatch(  # type: ignore[override]
        self, m: "re.Match[str]", data: str
    ) -> tuple[etree.Element, int, int]:
        """Make the element."""
        span = etree.Element("span")
        span.text = m[1]
        return span, m.start(), m.end()


class NarrowAttributes(AttrListExtension):
    """attr_list, for lists that begin with `#`, `.` or `key=` alone: `{{ name }}`, `{% tag %}`, `{a, b}` stay words."""

    def extendMarkdown(self, md: "Markdown") -> None:
        """Register the narrower processor in place of the usual one."""
        md.treeprocessors.register(NarrowAttributeLists(md), "attr_list", 8)
        md.registerExtension(self)


class NarrowAttributeLists(AttrListTreeprocessor):
    """See `NarrowAttributes`."""

    # Final in the type stubs only: these four are there to be overridden.
    BASE_RE = r"\{\:?[ ]*((?=[#.][^\s}]|[\w:-]+=)[^\n]*)\}"  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc]


class Finish(Treeprocessor):
    """The last look at the tree: ids, the order of footnotes, and which attributes may stay."""

    def __init__(self, md: "Markdown", own: OwnMarkdown) -> None:
        super().__init__(md)
        self.own = own

    def run(self, root: etree.Element) -> None:
        """Go over the tree once."""
        headings: list[tuple[int, etree.Element]] = []
        events: list[etree.Element] = []
        calls: list[etree.Element] = []
        for element in root.iter():
            level = _HEADINGS.get(element.tag)
            if level:
                headings.append((level, element))
            if not element.attrib:
                continue
            href = element.get("href", "")
            if href.startswith("event:"):
                events.append(element)
            elif element.tag == "sup" and element.get("id", "").startswith("fnref"):
                calls.append(element)
            self._attributes(element)
        self._events(events)
        self._headings(headings)
        if calls or len(root) > 1:
            put_in_order(root, calls)

    def _attributes(self, element: etree.Element) -> None:
        align = element.attrib.pop("align", "")
        if align in ("left", "right", "center"):
            element.set("class", f"{element.get('class', '')} align-{align}".strip())
        items = [(name, (value or "").replace(AMP_SUBSTITUTE, "&")) for name, value in element.items()]
        if self.own.sanitizing:
            kept = clean_attributes(element.tag, items)
        else:
            kept = {name: value for name, value in items if name not in ("href", "src") or allowed(value)}
        if len(kept) < len(items):
            element.attrib.clear()
            element.attrib.update(kept)

    def _events(self, elements: list[etree.Element]) -> None:
        """Give each event its id, as the scanner found it; an event that it did not find makes its own."""
        waiting: dict[str, list[tuple[str, str]]] = {}
        for mark in self.own.marks.links:
            if mark.anchor:
                waiting.setdefault(mark.target, []).append((mark.words, mark.anchor))
        taken = self._taken()
        for element in elements:
            href, words = element.get("href", ""), _plain(element)
            same = waiting.get(unescape(href), [])
            # Two events of one day are told apart by their words; where the scanner read others, by their order.
            chosen = next((each for each in same if each[0] == words), same[0] if same else None)
            if chosen:
                same.remove(chosen)
            id = chosen[1] if chosen else element.get("id") or event_id(href.removeprefix("event:"), taken)
            for name in set(element.attrib) - {"href", "class", "title"}:
                del element.attrib[name]
            element.set("id", id)

    def _taken(self) -> set[str]:
        marks = self.own.marks
        return {mark.id for mark in marks.headings} | {mark.anchor for mark in marks.links if mark.anchor}

    def _headings(self, elements: list[tuple[int, etree.Element]]) -> None:
        marks: Iterable[HeadingMark | None] = self.own.marks.headings
        if [mark.level for mark in self.own.marks.headings] != [level for level, _ in elements]:
            marks = [None] * len(elements)
        taken = self._taken()
        self.own.headings = tuple(
            _named(level, element, mark, taken) for (level, element), mark in zip(elements, marks, strict=True)
        )


def _named(level: int, element: etree.Element, mark: HeadingMark | None, taken: set[str]) -> Heading:
    if mark:
        element.set("id", mark.id)
        return Heading(level, mark.id, mark.text)
    words = _plain(element)
    id = element.get("id") or heading_id(words, taken)
    element.set("id", id)
    return Heading(level, id, words)


def _plain(element: etree.Element) -> str:
    return " ".join(_STASHED.sub("", "".join(_words(element))).split())


def _words(element: etree.Element) -> Iterable[str]:
    if element.tag == "sup" and element.get("id", "").startswith("fnref"):
        return
    yield element.text or ""
    for child in element:
        yield from _words(child)
        yield child.tail or ""
