"""What Python-Markdown itself says about hard places in a line: where code ends, where a link ends.

Knows two of its inline processors, and imports them only when a text needs them. Must never know what they are for.
"""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown.inlinepatterns import BacktickInlineProcessor, LinkInlineProcessor


def code_spans(words: str) -> list[tuple[int, int, str]]:
    """Return where code stands in a line, as offsets, and what it says."""
    ticks, at = _backticks(), 0
    spans: list[tuple[int, int, str]] = []
    while found := ticks.compiled_re.search(words, at):
        if found[1]:
            at = found.end()
            continue
        start, end = ticks.find_code_spans(found.start(), words)  # type: ignore[misc]
        if end is None:
            at = start
            continue
        at = end + start - found.start()
        spans.append((found.start(), at, words[start:end].strip()))
    return spans


def link_tail(words: str, at: int) -> tuple[str, int] | None:
    """Read `(target "title")`, whose parenthesis is at `at`: its target and its end, or None where it has no end."""
    target, _, end, closed = _links().getLink(words, at)
    if end < 0:  # with a parenthesis in an open title, Python-Markdown takes all but the last character
        end += len(words)
    return (target, end) if closed and end > at else None


@cache
def _backticks() -> "BacktickInlineProcessor":
    from markdown.inlinepatterns import BACKTICK_RE, BacktickInlineProcessor

    return BacktickInlineProcessor(BACKTICK_RE)


@cache
def _links() -> "LinkInlineProcessor":
    from markdown.inlinepatterns import LinkInlineProcessor

    class Links(LinkInlineProcessor):
        def unescape(self, text: str) -> str:
            return text

    return Links("")
