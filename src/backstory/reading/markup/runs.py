"""The running text of HTML that the Markdown stage made: where it stands, and where names in it may become links.

Knows elements. Must never know names.
"""

import re
from collections.abc import Callable
from html import unescape
from typing import Final, NamedTuple

from backstory.reading.document import BlockMark, BlockPart, Part
from backstory.reading.sentences import Sentences

NOLINK: Final = "nolink"
"""The class by which an editor says that names inside are to be passed over."""

_SILENT: Final = frozenset((
    "pre", "code", "script", "style", "kbd", "samp", "var", "textarea", "svg", "math", "select",
    "template", "object", "iframe", "audio", "video", "canvas",
))  # fmt: skip
"""Elements whose text is no running text."""
_BOUND: Final = frozenset((
    "a", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "q", "dt", "button", "summary", "label",
    "th", "caption",
))  # fmt: skip
"""Elements in which no link is set: they are links, headings, or somebody else's words."""
_QUOTING: Final = ("quote", "said", "viewpoint")
"""Blocks that hold somebody else's words."""
_PARTING: Final = frozenset((
    "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl",
    "dt", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "li", "main", "nav", "ol", "p", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "pre",
))  # fmt: skip
_HEADINGS: Final = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_VOID: Final = frozenset((
    "area", "br", "col", "embed", "hr", "img", "input", "source", "track", "wbr",
))  # fmt: skip
_TAG: Final = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)((?>[^<>\"']|\"[^\"]*\"|'[^']*')*)>|<!--.*?-->", re.DOTALL)
_ID: Final = re.compile(r"\bid=\"([^\"]*)\"")
_CLASS: Final = re.compile(r"\bclass=\"([^\"]*)\"")
_CALL: Final = re.compile(r"<sup\b[^>]*\bid=\"fnref[^>]*>.*?</sup>", re.DOTALL)
_NAMED: Final = re.compile(r"<a\b[^>]*\bhref=\"wiki:([^\"#]*)[^\"]*\"[^>]*></a>")
_ANY_TAG: Final = re.compile(r"<(?>[^<>\"']|\"[^\"]*\"|'[^']*')*>")


class Run(NamedTuple):
    """A stretch of text between two tags. `free` says whether a link may be set in it.

    `block` and `stop` are the offsets between which its paragraph stands; `heading` is the id of the heading above it.
    """

    start: int
    end: int
    free: bool
    block: int
    heading: str


class Piece(NamedTuple):
    """The HTML of one part of a body, with the runs of text in it."""

    html: str
    runs: list[Run]


def pieces(parts: tuple[Part, ...], blocks: tuple[BlockMark, ...]) -> list[Piece]:
    """Return the running text of a body: a piece for each of its parts, in the order in which they stand."""
    walk = _Walk(blocks)
    walk.parts(parts, True)
    return walk.pieces


class _Walk:
    def __init__(self, blocks: tuple[BlockMark, ...]) -> None:
        self.blocks = blocks
        self.pieces: list[Piece] = []
        self.heading = ""
        self.passing = 0
        """The level of a heading whose section is passed over, or 0."""

    def parts(self, parts: tuple[Part, ...], free: bool) -> None:
        for part in parts:
            if isinstance(part, BlockPart):
                self.parts(part.parts, free and self.blocks[part.block].name not in _QUOTING)
            else:
                self.pieces.append(Piece(part.html, self._runs(part.html, free)))

    def _runs(self, html: str, free: bool) -> list[Run]:
        runs: list[Run] = []
        silent: list[str] = []
        bound: list[str] = []
        at = block = 0
        for tag in _TAG.finditer(html):
            if tag.start() > at and not silent and not self.passing:
                runs.append(Run(at, tag.start(), free and not bound, block, self.heading))
            at = tag.end()
            closing, name, rest = tag.groups()
            if not name:
                continue
            name = name.lower()
            if name in _PARTING:
                block = at
            if closing:
                _close(silent, name)
                _close(bound, name)
                continue
            quiet = self._opened(name, rest) if rest or name in _HEADINGS else False
            if name in _VOID or rest.endswith("/"):
                continue
            if quiet or name in _SILENT or (silent and name == silent[-1]):
                silent.append(name)
            elif name in _BOUND:
                bound.append(name)
        if len(html) > at and not silent and not self.passing:
            runs.append(Run(at, len(html), free and not bound, block, self.heading))
        return runs

    def _opened(self, name: str, rest: str) -> bool:
        """Look at an element's attributes; say whether its text is to be passed over."""
        found = _CLASS.search(rest) if "class=" in rest else None
        classes = found[1].split() if found else []
        if name not in _HEADINGS:
            return NOLINK in classes
        own = _ID.search(rest)
        self._section(int(name[1]), own[1] if own else "", NOLINK in classes)
        return False

    def _section(self, level: int, id: str, quiet: bool) -> None:
        self.heading = id or self.heading
        if self.passing and level <= self.passing:
            self.passing = 0
        if quiet and not self.passing:
            self.passing = level


def _close(open: list[str], name: str) -> None:
    """End the last element of a name, and what was left open inside it."""
    if name in open:
        while open.pop() != name:
            pass


def sentence(piece: Piece, run: Run, start: int, end: int, titled: Callable[[str], str]) -> str:
    """Return the plain sentence around the characters from `start` to `end`, which stand in a run.

    `titled` gives the title that stands for a wikilink without words, by the name in it.
    """
    stop = next((tag.start() for tag in _TAG.finditer(piece.html, end) if tag[2] and tag[2].lower() in _PARTING), None)

    def plain(html: str) -> str:
        if 'href="wiki:' in html:
            html = _NAMED.sub(lambda found: titled(unescape(found[1])), html)
        html = _ANY_TAG.sub("", _CALL.sub("", html) if "fnref" in html else html)
        return unescape(html) if "&" in html else html

    before, words = plain(piece.html[run.block : start]), plain(piece.html[start:end])
    text = before + words + plain(piece.html[end:stop])
    return " ".join(Sentences(text).around(len(before), len(before) + len(words)).split())


def begins_sentence(piece: Piece, run: Run, start: int) -> bool:
    """Say whether a sentence begins at `start`, as far as the text before it in its run tells."""
    before = piece.html[run.start : start].rstrip(" \n\"'“‘„«(—–-¡¿")
    return not before or before[-1] in ".!?…:;"
