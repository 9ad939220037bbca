"""HTML in the texts of timelines: made clean and inline, or plain.

Knows which tags may stand inside a paragraph. Must never know where the text comes from.
"""

import re
from functools import cache
from html import escape, unescape
from typing import TYPE_CHECKING, Final

from backstory.reading.markup.sanitize import GONE_WHOLE

if TYPE_CHECKING:
    import nh3

_INLINE: Final = frozenset({
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "em", "i", "kbd", "mark", "q", "s", "small", "span",
    "strong", "sub", "sup", "time", "u", "wbr",
})  # fmt: skip
_BLOCK: Final = re.compile(
    r"</?(?:address|article|aside|blockquote|dd|div|dl|dt|figure|footer|h[1-6]|header|hr|li|main|ol|p|pre|section|table"
    r"|td|th|tr|ul)\b[^<>]*>",
    re.IGNORECASE,
)
_BREAKS: Final = re.compile(r"(?:\s*<br>\s*){2,}")
_TAG: Final = re.compile(r"<[^<>]*>")
_MARKED: Final = re.compile(r"</?[A-Za-z][^<>]*>|&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);|<!--")


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=set(_INLINE),
        clean_content_tags=set(GONE_WHOLE),
        attributes={"*": {"lang", "dir", "title"}, "a": {"href", "hreflang"}, "time": {"datetime"}},
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel="noopener noreferrer",
    )


def is_marked(text: str) -> bool:
    """Say whether a text has tags or entities in it."""
    return bool(_MARKED.search(text))


def inline_html(text: str) -> str:
    """Return HTML of one paragraph: its paragraphs parted by line breaks, nothing in it but what may stand inside one.

    Relative addresses go: they led somewhere on another site.
    """
    if not is_marked(text):
        return escape(" ".join(text.split()), quote=False)
    cleaned = _cleaner().clean(_BLOCK.sub("<br>", text))
    cleaned = re.sub(r'<a href="(?!https?:|mailto:|tel:)[^"]*"', "<a", cleaned)
    cleaned = _BREAKS.sub("<br>", " ".join(cleaned.split()))
    return re.sub(r"^(?:\s*<br>\s*)+|(?:\s*<br>\s*)+$", "", cleaned)


def plain_text(text: str) -> str:
    """Return the words of a text that may have markup, on one line."""
    if not is_marked(text):
        return " ".join(text.split())
    inline = inline_html(text).replace("<br>", " ")
    return " ".join(unescape(_TAG.sub("", inline)).split())
