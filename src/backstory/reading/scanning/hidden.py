"""What in a text is no Markdown: fenced code, raw HTML blocks, comments.

Knows where Python-Markdown looks away, and asks its own HTML parser where that is hard to say. Must never know links.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    from markdown.htmlparser import HTMLExtractor

FILLER: Final = "\ufdd2"
"""Stands for each hidden character: neither a letter nor a blank."""

_FENCED: Final = re.compile(
    r"""
    (?P<fence>^(?:~{3,}|`{3,}))[ ]*
    ((\{(?P<attrs>[^\n]*)\})|(\.?(?P<lang>[\w#.+-]*)[ ]*)?(hl_lines=(?P<quot>"|')(?P<hl_lines>.*?)(?P=quot)[ ]*)?)
    \n(?P<code>.*?)(?<=\n)(?P=fence)[ ]*$
    """,
    re.MULTILINE | re.DOTALL | re.VERBOSE,
)
"""Fenced code, word for word from Python-Markdown's `fenced_code`, whose import would cost more than the scanner."""

_TAG_LIKE: Final = re.compile(r"<[A-Za-z/!?]")
_COMMENT: Final = re.compile(r"<!--(?:(?!\n[ \t]*\n).)*?--!?>", re.DOTALL)
"""A comment within a paragraph. One that begins a line may hold blank lines: it is found as raw HTML."""
_ANY: Final = re.compile(r"[^\n]")


class Hidden(NamedTuple):
    """A text at its full length, with FILLER for what is hidden; and the raw HTML blocks in it, as (start, end)."""

    text: str
    raw: list[tuple[int, int]]


def hide(text: str) -> Hidden:
    """Take fenced code, raw HTML blocks and comments out of a text. Line breaks stay, and so do all lines and columns.

    Indented code and code in a line are not seen here: the one needs the lists around it, the other its paragraph.
    """
    if "```" in text or "~~~" in text:
        text = _FENCED.sub(_fill, text)
    if "<" not in text or not _TAG_LIKE.search(text):
        return Hidden(text, [])
    spans = _raw_spans(text)
    for start, end in spans:
        text = text[:start] + _ANY.sub(FILLER, text[start:end]) + text[end:]
    return Hidden(_COMMENT.sub(_fill, text), spans)


def _fill(found: "re.Match[str]") -> str:
    return _ANY.sub(FILLER, found[0])


class _Stash:
    """Stands where Python-Markdown's HTML parser expects a Markdown instance: what it stores, nobody needs."""

    def __init__(self, block_tags: frozenset[str]) -> None:
        self.block_tags = block_tags
        self.htmlStash = self

    def is_block_level(self, tag: str) -> bool:
        return tag.lower().rstrip("/") in self.block_tags

    def store(self, html: str) -> str:
        return "\n"


def _raw_spans(text: str) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    parser = _span_parser()(spans, len(text))
    parser.feed(text)
    parser.close()
    return spans


@cache
def _span_parser() -> "Callable[[list[tuple[int, int]], int], HTMLExtractor]":
    """Return Python-Markdown's finder of raw HTML, taught to say where it found some; imported when first needed."""
    from markdown.htmlparser import HTMLExtractor
    from markdown.util import BLOCK_LEVEL_ELEMENTS

    class SpanParser(HTMLExtractor):
        def __init__(self, spans: list[tuple[int, int]], size: int) -> None:
            self.spans = spans
            self.size = size
            self.began = 0
            super().__init__(_Stash(frozenset(BLOCK_LEVEL_ELEMENTS)))  # type: ignore

        def here(self) -> int:
            return self.line_offset + self.offset

        def handle_starttag(self, tag: str, attrs: "list[tuple[str, str | None]]") -> None:  # type: ignore[override]
            outside = not self.inraw
            super().handle_starttag(tag, attrs)  # type: ignore[arg-type]
            if outside and self.inraw:
                self.began = self.here()

        def handle_endtag(self, tag: str) -> None:
            inside = self.inraw
            super().handle_endtag(tag)
            if inside and not self.inraw:
                self.spans.append((self.began, self.here() + len(self.get_endtag_text(tag))))

        def handle_empty_tag(self, data: str, is_block: bool) -> None:
            before = len(self.cleandoc)
            super().handle_empty_tag(data, is_block)
            if not self.inraw and len(self.cleandoc) > before + 1:  # stored, with blank lines behind it
                self.spans.append((self.here(), self.here() + len(data)))

        def close(self) -> None:
            super().close()
            if self.inraw:
                self.spans.append((self.began, self.size))

    return SpanParser
