"""What a page is about in a sentence or two, where its editor wrote no description.

Knows what stands on a page, and in a text. Must never know where it is printed.
"""

import re
from typing import Final

from markupsafe import Markup

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body
from backstory.reading.document import Html
from backstory.rendering.pageviews import PageView

LONGEST: Final = 160
"""What search engines show of a description, in letters."""
BESIDE: Final = re.compile(
    r'<sup\b.*?</sup>|<button\b.*?</button>|<span class="pop".*?<a class="pop-more".*?</a></span>'
)
"""What stands in a line without being part of the sentence: marks of footnotes, and what opens on a click."""


def in_short(page: PageView, site: str) -> str:
    """Return a page's own description, its figure, the beginning of its text, or what the whole site is about."""
    return page.description or _figure(page) or _beginning(str(page.body)) or site


@query("what {} is, in a sentence or two")
def meaning(read: Read, note: Noting, path: str) -> str:
    """Return a document's description, or the beginning of its text."""
    told = read(card, path).description
    parts = () if told else read(body, path).parts
    return told or next((said for each in parts if isinstance(each, Html) and (said := _beginning(each.html))), "")


def _figure(page: PageView) -> str:
    """Return a figure as words: "4,000 people, Lithuania, 3 August 2021"."""
    figure = page.figure
    if not figure:
        return ""
    value = f"{figure.value} {figure.unit}".strip() if figure.value else figure.unit
    parts = (value, figure.place, figure.as_of.text if figure.as_of else "")
    return f"{page.title}: {', '.join(each for each in parts if each)}" if any(parts) else ""


def _beginning(html: str) -> str:
    """Return the first words of a text's first paragraph, whole words only; nothing where there is none."""
    start = html.find("<p>")
    if start < 0:
        return ""
    words = Markup(BESIDE.sub("", html[start : html.find("</p>", start)])).striptags()
    if len(words) <= LONGEST:
        return words
    return words[: LONGEST - 1].rsplit(" ", 1)[0].rstrip(" ,;:–-") + "…"
