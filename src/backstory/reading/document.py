"""What one file says: its header, its text, and the marks in that text.

Knows the result of reading. Must never know another file.
"""

from typing import Literal

from msgspec import Struct

from backstory.places import Place
from backstory.reading.front.headers import AnyHeader, Kind

LinkKind = Literal["link", "image", "wiki", "event", "figure", "term", "source"]


class LinkMark(Struct, frozen=True, array_like=True, gc=False):
    """A link as it stands in the text.

    `target` is what was written between the parentheses or brackets (`event:2021-08-03`, `../a.md#b`, `wiki:slug`,
    `source:id`); `words` the plain words shown. `anchor` is the id that an event's words have in the page. `sentence`
    is the plain sentence around an event, figure or document link. `classes` and `options` come from `{…}` after it.
    """

    kind: LinkKind
    target: str
    words: str
    place: Place
    anchor: str = ""
    id: str = ""
    """The `#id` that the editor gave it in braces; for an event, that of the event it tells."""
    classes: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    sentence: str = ""
    heading: str = ""
    """The id of the heading above it, empty before the first."""


class BlockMark(Struct, frozen=True, array_like=True, gc=False):
    """A `:::` block. `argument` is what follows its name (unquoted); `parent` the index of the one around it or -1."""

    name: str
    argument: str
    options: tuple[tuple[str, str], ...]
    place: Place
    parent: int = -1


class HeadingMark(Struct, frozen=True, array_like=True, gc=False):
    """A heading: its level (1-6), plain text and id."""

    level: int
    text: str
    id: str
    place: Place


class FenceMark(Struct, frozen=True, array_like=True, gc=False):
    """A `:::` line: its number in the body (from 0), and the index of the block that it opens, closes, or both.

    A line that closes nothing has block -1.
    """

    line: int
    block: int = -1
    opens: bool = False
    closes: bool = False


class Marks(Struct, frozen=True, array_like=True, gc=False):
    """Everything with a place that the scanner finds in a body."""

    links: tuple[LinkMark, ...] = ()
    blocks: tuple[BlockMark, ...] = ()
    headings: tuple[HeadingMark, ...] = ()
    fences: tuple[FenceMark, ...] = ()


class Document(Struct, frozen=True, array_like=True, gc=False):
    """One file, read. `path` is relative to the site's root, `text` the Markdown body, `first_line` its first line.

    `key_places` maps dotted keys (`events[0].date`) to their line and column.
    """

    path: str
    kind: Kind
    header: AnyHeader
    text: str
    first_line: int
    marks: Marks
    key_places: dict[str, tuple[int, int]]

    def place(self, key: str = "") -> Place:
        """Return the place of a header key, or of the nearest key above it, or of the file's first line."""
        while key:
            if key in self.key_places:
                line, column = self.key_places[key]
                return Place(self.path, line, column)
            cut = max(key.rfind("."), key.rfind("["))
            key = key[:cut] if cut > 0 else ""
        return Place(self.path, 1)


class Html(Struct, frozen=True, array_like=True, gc=False, tag="html"):
    """Finished HTML of a body, but for its links."""

    html: str


class BlockPart(Struct, frozen=True, array_like=True, gc=False, tag="block"):
    """A block's place in a body: the index of its mark, and what stands inside it."""

    block: int
    parts: "tuple[Html | BlockPart, ...]" = ()


Part = Html | BlockPart


class Heading(Struct, frozen=True, array_like=True, gc=False):
    """A heading of the finished body."""

    level: int
    id: str
    text: str


class Body(Struct, frozen=True, array_like=True, gc=False):
    """A document's Markdown as HTML, in parts; links still have the targets that the editor wrote.

    `words` counts the words of running text. `footnotes` is the HTML of the notes' list, empty when there are none.
    """

    parts: tuple[Part, ...]
    headings: tuple[Heading, ...] = ()
    words: int = 0
    footnotes: str = ""
