"""A body's first heading where it only says the title again, which the page shows above it already.

Knows finished HTML. Must never know where a title comes from.
"""

import re
from typing import Final

import msgspec

from backstory.reading.document import Body, Html

_LEADING: Final = re.compile(r"\s*<h1\b[^>]*>.*?</h1>\s*", re.DOTALL)
_NEXT: Final = re.compile(r"<(p|ul|ol|blockquote|table|pre|h[2-6])>")


def without_title(body: Body, title: str) -> Body:
    """Return a body without the `# heading` that it begins with, if its words are the title's.

    The heading's id goes to what follows, so that links to it still lead there.
    """
    first = body.headings[0] if body.headings else None
    start = body.parts[0] if body.parts else None
    if first is None or first.level != 1 or _folded(first.text) != _folded(title) or not isinstance(start, Html):
        return body
    found = _LEADING.match(start.html)
    if found is None:
        return body
    rest = start.html[found.end() :]
    following = _NEXT.match(rest)
    id = f' id="{first.id}"'
    moved = f"<{following[1]}{id}>{rest[following.end() :]}" if following else f"<span{id}></span>{rest}"
    return msgspec.structs.replace(body, parts=(Html(moved), *body.parts[1:]), headings=body.headings[1:])


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())
