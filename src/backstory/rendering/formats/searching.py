"""What the search finds of each document: its words, and by what they can be narrowed down.

Knows what Pagefind reads in a page (its `data-pagefind-…` attributes). Must never know how an index is made.
Of a page only this is indexed, so that a new masthead or another list of related stories makes no new index.
"""

import hashlib
import re
from collections.abc import Iterator
from html import escape
from typing import Final

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import choices
from backstory.library.addresses import address
from backstory.library.cards import called, card
from backstory.library.documents import body, published_paths, settings
from backstory.library.stories import belongs
from backstory.reading.document import BlockPart, Part
from backstory.rendering.faces import FORM_LABELS, KIND_LABELS
from backstory.rendering.pageviews import SearchView
from backstory.rendering.vantage import Vantage, vantage

INDEX: Final = "/pagefind/"
"""Where the index stands in a site."""
SHARE: Final = 1000
"""How many documents one index holds at most, roughly. Pagefind takes about 300 kB of memory for each; and when a text
changes, only the index that has it is made again."""

_BESIDE: Final = re.compile(r'<sup id="fnref.*?</sup>|<(?:svg|script|style)\b.*?</(?:svg|script|style)>', re.DOTALL)


@query("whether the site can be searched")
def searchable(read: Read, note: Noting) -> bool:
    """Say whether there is a search page. A site that is read from the disk has none: no browser searches there."""
    return read(settings).search and "portable" not in dict(read(choices))


@query("whether the search is made ready")
def indexed(read: Read, note: Noting) -> bool:
    """Say whether this command makes the index."""
    return read(searchable) and "search" in dict(read(choices))


@query("how many indexes there are")
def shares(read: Read, note: Noting) -> int:
    """Return the number of indexes."""
    return parts_for(len(read(published_paths)))


def parts_for(documents: int) -> int:
    """Return how many indexes so many documents take: a power of two, so that few move as a site grows."""
    least = -(-documents // SHARE)
    return 1 << max(0, least - 1).bit_length()


def share_of(path: str, count: int) -> int:
    """Return the number of the index that has a document."""
    return int.from_bytes(hashlib.blake2b(path.encode(), digest_size=4).digest()) % count


def search_page(view: Vantage) -> SearchView:
    """Return what the search page tells its script."""
    return SearchView(view.url(INDEX), view.url("/"), view.read(shares))


def entry(read: Read, note: Noting, path: str) -> bytes:
    """Return a document as Pagefind reads it: title, other names, description, text, and what it can be found by."""
    each = read(card, path)
    view = vantage(read, note, read(address, path), each.lang)
    names = "".join(f"<p>{escape(name)}</p>" for name in read(called, path).names)
    about = "".join(_spans(view, path))
    return (
        f'<!doctype html><html lang="{escape(each.lang)}"><head><meta charset="utf-8"><title></title>'
        f"</head><body data-pagefind-body>{about}<h1>{escape(each.title)}</h1>{names}<p>{escape(each.kicker)}</p>"
        f"<p>{escape(each.description)}</p>{_text(read(body, path).parts)}</body></html>"
    ).encode()


def _spans(view: Vantage, path: str) -> Iterator[str]:
    each, own = view.read(card, path), view.read(belongs, path)
    yield _span("filter", "kind", view.words(FORM_LABELS.get(each.form) or KIND_LABELS[each.kind]))
    yield _span("meta", "kind", each.kicker or view.words(FORM_LABELS.get(each.form) or KIND_LABELS[each.kind]))
    for name in own.topics:
        yield _span("filter", "topic", view.read(card, name).title if name.endswith(".md") else name)
    for name in own.about:
        if (who := view.read(card, name)).kind == "person":
            yield _span("filter", "person", who.title)
    day = each.date.anchor if each.date else None
    yield _span("sort", "date", f"{day.year * 10000 + day.month * 100 + day.day}" if day else "0")
    if each.date:
        yield _span("filter", "year", f"{each.date.anchor.year}")
        yield _span("meta", "date", view.day(each.date).text)


def _span(what: str, name: str, value: str) -> str:
    return f'<span data-pagefind-{what}="{name}:{escape(value)}"></span>'


def _text(parts: tuple[Part, ...]) -> str:
    return "".join(_text(part.parts) if isinstance(part, BlockPart) else _BESIDE.sub("", part.html) for part in parts)
