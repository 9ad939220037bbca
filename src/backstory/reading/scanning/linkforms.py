"""How links are written: schemes, wikilinks, attribute lists, sources in footnotes.

Knows the forms that the scanner and the Markdown stage must agree on. Must never know what a link leads to.
"""

import re
from html import unescape
from typing import Final

from backstory.reading.document import LinkKind

MEANINGS: Final[dict[str, LinkKind]] = {
    "event": "event",
    "figure": "figure",
    "term": "term",
    "wiki": "wiki",
    "source": "source",
}
"""Schemes of Backstory's own, and the kind of link that each makes."""

SCHEMES: Final = frozenset({"http", "https", "mailto", "tel", *MEANINGS})
"""Schemes that may stand in a page. Everything else (javascript:, data:, …) never leaves the Markdown stage."""

EVENT_OPTIONS: Final = ("about", "not_same_as", "place", "same_as", "title")
"""What may follow an event in braces, besides `#id` and `.major`."""

_SCHEME: Final = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_PLAIN_TARGET: Final = re.compile("[!-%'-~]*")
_SKIPPED: Final = dict.fromkeys([*range(0x21), *range(0x7F, 0xA1)])

INTERNAL: Final = re.compile("[\x02\x03\ufdd0-\ufdef]")
"""Characters that the Markdown stage keeps for itself: Python-Markdown's two, and Unicode's noncharacters."""

ATTRIBUTES: Final = re.compile(
    r"\{:?[ ]*(?=[#.][^\s}]|[\w:-]+=)"
    r"((?>[^ =}\n]+=\"[^\"\n]*\"|[^ =}\n]+='[^'\n]*'|[^ =}\n]+=[^ =}\n]+|[^ =}\n]+|[ ])++)\}"
)
"""An attribute list, `{#id .class key="value"}`, as Python-Markdown's attr_list reads one.

Narrower in one thing: it begins with an id, a class or a key, so that `{{ name }}`, `{% tag %}` and `{a}` stay words.
"""
ATTRIBUTE: Final = re.compile(r"([^ =}]+)=(?:\"([^\"]*)\"|'([^']*)'|([^ =}]+))|([^ =}]+)")

SPAN: Final = r"\[([^\[\]\n]+)\](?=\{:?[ ]*\.nolink[ ]*\})"
"""Words in brackets that names are not looked for in: `[words]{.nolink}`. Group: the words."""

_SOURCE: Final = re.compile(r"(?<![\w(\[:/.-])source:([^\W_](?:[\w./:-]*\w)?)")


def tidy(text: str) -> str:
    """Return an editor's text with plain line ends and without the characters that are kept for the inside."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.isascii() and "\x02" not in text and "\x03" not in text:
        return text
    return INTERNAL.sub("", text)


def scheme(target: str) -> str:
    """Return the scheme of a target in lower case, empty for a relative one, as a browser would see it.

    Entities are read; blanks and control characters are passed over wherever they stand, which is more than browsers do
    (WHATWG URL, "basic URL parser", steps 1-3).
    """
    if ":" not in target and "&" not in target:
        return ""
    if not _PLAIN_TARGET.fullmatch(target):
        target = unescape(target).translate(_SKIPPED)
    found = _SCHEME.match(target)
    return found[1].lower() if found else ""


def allowed(target: str) -> bool:
    """Say whether a target may stand in a page."""
    return (found := scheme(target)) == "" or found in SCHEMES


def kind_of(target: str) -> LinkKind:
    """Return what a link's target means."""
    return MEANINGS.get(target.partition(":")[0], "link")


def wiki_target(name: str, anchor: str) -> str:
    """Return `wiki:name#anchor` for a wikilink's two parts; `anchor` comes with its `#` or is empty."""
    return f"wiki:{' '.join(name.split())}{'#' if anchor else ''}{' '.join(anchor.removeprefix('#').split())}"


def wiki_pattern(bar: str) -> str:
    """Return the pattern of a wikilink, given that of its bar (in a table, escaped). Groups: name, `#anchor`, words.

    `[[1]](https://…)` is not one: it is an ordinary link whose words are "[1]".
    """
    word = r"[^\[\]|#\\\x02\ufdd0-\ufdef]"
    return rf"(?<!!)\[\[(?!\^)({word}*)(#{word}*)?(?:{bar}([^\[\]]*))?(?<!\[)\]\](?!\()"


def sources(words: str) -> list[tuple[str, int, int]]:
    """Return every `source:id` of a footnote that begins with one: the id, where it starts and where it ends."""
    if not words.lstrip().startswith("source:"):
        return []
    return [(found[1], found.start(), found.end()) for found in _SOURCE.finditer(words)]
