"""Footnotes: in the order in which a reader meets them, with readable ids, and with sources as links.

Knows Python-Markdown's `footnotes`. Must never know what a source is.
"""

import xml.etree.ElementTree as etree

from markdown.extensions.footnotes import FootnoteExtension
from markdown.util import AtomicString

from backstory.reading.markup.blockparts import FOOTNOTES
from backstory.reading.markup.headingids import id_from, unique
from backstory.reading.scanning.linkforms import sources


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


def put_in_order(root: etree.Element, calls: list[etree.Element]) -> None:
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
