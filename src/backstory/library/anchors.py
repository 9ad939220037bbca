"""The ids that a link may lead to inside a document's page.

Knows headings, footnotes and events. Must never know who links to them.
"""

import re

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document
from backstory.library.timelines import timeline_part
from backstory.reading.document import BlockPart, Part

ID = re.compile(r'\sid="([^"]*)"')
_UNFIT = re.compile(r"[^\w.-]+")


@query("the ids in {}")
def anchors(read: Read, note: Noting, path: str) -> frozenset[str]:
    """Return every id of a document's body, and of the events on a timeline's page."""
    found, whole = read(document, path), read(body, path)
    ids = {mark.anchor for mark in found.marks.links if mark.anchor} | {each.id for each in whole.headings}
    ids.update(ID.findall(whole.footnotes))
    ids.update(_ids(whole.parts))
    if found.kind == "timeline":
        shown = read(timeline_part, read(card, path).lang, path, "")
        ids.update(event_anchor(id) for event in shown for id in (event.id, *event.also))
    return frozenset(ids)


def _ids(parts: tuple[Part, ...]) -> set[str]:
    found: set[str] = set()
    for part in parts:
        found.update(_ids(part.parts) if isinstance(part, BlockPart) else ID.findall(part.html))
    return found


def event_anchor(id: str) -> str:
    """Return the id that an event has on a timeline's page; characters that an address would need to escape go."""
    return "event-" + _UNFIT.sub("-", id).strip("-")
