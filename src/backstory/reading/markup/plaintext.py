"""The words of HTML that the Markdown stage made, without its tags.

Knows which tags part words. Must never know what the words are for.
"""

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from backstory.reading.document import BlockPart, Body, Part

_NOT_RUNNING: Final = re.compile(
    r"<(h[1-6]|pre|script|style)\b.*?</\1>|<sup\b[^>]*\bid=\"fnref[^>]*>.*?</sup>|<!--.*?-->", re.DOTALL
)
_PARTING: Final = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|header|hr|img|li|main"
    r"|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)\b(?>[^<>\"']|\"[^\"]*\"|'[^']*')*>"
)
_TAG: Final = re.compile(r"</?[A-Za-z](?>[^<>\"']|\"[^\"]*\"|'[^']*')*>")
_WORD: Final = re.compile(r"\w+(?:[-'’.,]\w+)*")


def plain(html: str) -> str:
    """Return the running text of HTML on one line: no headings, no code blocks, no footnote numbers."""
    return " ".join(_texts(html))


def running_text(body: Body) -> str:
    """Return the running text of a body, that of its blocks included; its headings and footnotes stand beside it."""
    return running_text_of(body.parts)


def running_text_of(parts: tuple[Part, ...]) -> str:
    """Return the running text of some parts of a body."""
    return " ".join(filter(None, map(plain, _pieces(parts))))


def count_words(parts: tuple[Part, ...]) -> int:
    """Return how many words of running text a body's parts hold."""
    return sum(_count(_texts(piece)) for piece in _pieces(parts))


def _count(texts: list[str]) -> int:
    """Count words in pieces of text without blanks. Most are one word: only the others are looked into."""
    others = [text for text in texts if not text.isalnum()]
    return len(texts) - len(others) + len(_WORD.findall(" ".join(others)))


def _texts(html: str) -> list[str]:
    """Return the running text of HTML, cut at its blanks."""
    html = _TAG.sub("", _PARTING.sub(" ", _NOT_RUNNING.sub(" ", html)))
    return (unescape(html) if "&" in html else html).split()


def _pieces(parts: tuple[Part, ...]) -> Iterator[str]:
    for part in parts:
        if isinstance(part, BlockPart):
            yield from _pieces(part.parts)
        else:
            yield part.html
