"""Our own part of Markdown: wikilinks, footnotes that are sources, ids, places of blocks, and nothing unsafe in the tree.

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
from markdown.extensions.footnotes import FootnoteExtension
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import Treeprocessor
from markdown.util import AMP_SUBSTITUTE, AtomicString

from backstory.reading.blockparts import BEGIN, FOOTNOTES
from backstory.reading.document import Heading, HeadingMark, Marks
from backstory.reading.headingids import event_id, heading_id, id_from, unique
from backstory.reading.linkforms import allowed, sources, wiki_pattern, wiki_target
from backstory.reading.sanitize import clean_attributes

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


class NarrowAttributes(AttrListExtension):
    """attr_list, for lists that begin with `#`, `.` or `key=` alone: `{{ name }}`, `{% tag %}`, `{a, b}` stay words."""

    def extendMarkdown(self, md: "Markdown") -> None:
        """Register the narrower processor in place of the usual one."""
        md.treeprocessors.register(NarrowAttributeLists(md), "attr_list", 8)
        md.registerExtension(self)


class NarrowAttributeLists(AttrListTreeprocessor):
    """See `NarrowAttributes`."""

    BASE_RE = r"\{\:?[ ]*((?=[#.][^\s}]|[\w:-]+=)[^\n]*)\}"
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")
    INLINE_RE = re.compile(rf"^{BASE_RE}")


class Footnotes(FootnoteExtension):
    """Footnotes in the order in which the text calls them, with readable ids; `source:id` in them becomes a link."""

    def __init__(self) -> None:
        super().__init__(BACKLINK_TITLE="")
        self.ids: dict[str, str] = {}
        self.used: set[str] = set()

    def reset(self) -> None:
        """Forget the last document."""
        super().reset()
        self.ids, self.used = {}, set()

    def readable(self, label: str) -> str:
        """Return a footnote's label as a part of ids."""
        if label not in self.ids:
            self.ids[label] = unique(id_from(label, "note"), self.used)
        return self.ids[label]

    def makeFootnoteId(self, id: str) -> str:
        """Return the id of a footnote."""
        return f"fn:{self.readable(id)}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:
        """Return the id of the place that calls a footnote."""
        return self.unique_ref(f"fnref:{self.readable(id)}", found)

    def findFootnotesPlaceholder(self, root: etree.Element) -> None:
        """Find no placeholder: the theme says where footnotes go."""

    def makeFootnotesDiv(self, root: etree.Element) -> etree.Element | None:
        """Make the list, behind a token at which it is cut off."""
        for label, text in self.footnotes.items():
            self.footnotes[label] = _linked(text)
        div = super().makeFootnotesDiv(root)
        if div is not None:
            div.remove(div[0])  # the rule above the list
            etree.SubElement(root, "div").text = AtomicString(FOOTNOTES)
        return div


def _linked(text: str) -> str:
    """Return a footnote's text with a link without words for each source that it names."""
    for id, start, end in reversed(sources(text)):
        text = f"{text[:start]}[](source:{id}){text[end:]}"
    return text


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
            _order_footnotes(root, calls)

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
            # Two events of one day are told apart by their words; where those differ from the scanner's, by their order.
            chosen = next((each for each in same if each[0] == words), same[0] if same else None)
            if chosen:
                same.remove(chosen)
            id = chosen[1] if chosen else element.get("id") or event_id(href.removeprefix("event:"), words, taken)
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


def _order_footnotes(root: etree.Element, calls: list[etree.Element]) -> None:
    """Number footnotes as a reader meets them. Python-Markdown numbers them as they are defined."""
    numbers: dict[str, int] = {}
    times: dict[str, int] = {}
    for call in calls:
        link = call[0]
        href = link.get("href", "")
        link.text = AtomicString(numbers.setdefault(href, len(numbers) + 1))
        times[href] = times.get(href, 0) + 1
        again = "" if times[href] == 1 else str(times[href])
        call.set("id", f"fnref{again}:{href.removeprefix('#fn:')}")
    last = root[-1]
    if last.get("class") == "footnote" and len(last):
        notes = last[0]
        notes[:] = sorted(notes, key=lambda note: numbers.get(f"#{note.get('id', '')}", len(numbers) + 1))
        for back in notes.iter("a"):
            if back.get("class") == "footnote-backref":
                back.attrib.pop("title", None)
