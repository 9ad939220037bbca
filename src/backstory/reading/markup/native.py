"""Documents of a plain kind to HTML, exactly as Python-Markdown makes them and several times faster.

Knows the blocks of nearly every story: paragraphs, headings, simple lists and tables, `:::` tokens, footnotes of one
line. Each is taken only where one block processor of Python-Markdown alone could take it; anything else raises Foreign,
and the whole document goes to Python-Markdown. Must never guess: a difference in one byte is a bug here.
"""

import re
from typing import Final, NamedTuple

from backstory.reading.document import Heading, Marks
from backstory.reading.markup import nativeblocks
from backstory.reading.markup.blockparts import BEGIN, FOOTNOTES
from backstory.reading.markup.headingids import id_from, unique
from backstory.reading.markup.nativeblocks import Items, Nested, check_words
from backstory.reading.markup.nativeinline import Foreign, Words
from backstory.reading.scanning.linkforms import sources

_OUTLANDISH: Final = ("<", "\\", "\t", "```", "~~~")
"""What Python-Markdown treats before it looks for blocks, and what changes the meaning of signs behind it."""

_CONTROLS: Final = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_BAD_REFERENCE: Final = re.compile(r"&#(?!(?:[0-9]+|x[0-9a-fA-F]+);)")
"""What Python-Markdown's HTML parser mends."""

_BLANK_LINE: Final = re.compile(r"(?<=\n) +\n")
_BREAK: Final = re.compile(r"\n\n+")
_HEADING: Final = re.compile(r"(#{1,6})([^#\n]*(?:\{#(?:[^\W_]|-)+\}[ ]*)?)#*(?:\n|$)")
_OWN_ID: Final = re.compile(r"(?<=[^ ])[ ]+\{#(?:[^\W_]|-)+\}$")
_RULE: Final = re.compile(r"-{3,}|\*{3,}|_{3,}")
_NOTE: Final = re.compile(r"\[\^([^\]\n]+)\]:[ ]*(.*)")


class Native(NamedTuple):
    """HTML with the tokens of blocks still in it, and the headings in it."""

    html: str
    headings: tuple[Heading, ...]


def convert(text: str, marks: Marks, sanitizing: bool) -> Native | None:
    """Convert a tidy text with tokens, as `blockparts.with_tokens` makes it; None where Python-Markdown has to."""
    if any(sign in text for sign in _OUTLANDISH) or _CONTROLS.search(text):
        return None
    if "&#" in text and _BAD_REFERENCE.search(text):
        return None
    if not text.strip():
        return Native("", ())
    try:
        return _Document(_blocks(text), marks, sanitizing).convert()
    except Foreign:
        return None


def _blocks(text: str) -> list[str]:
    """Cut a text at its blank lines, as Python-Markdown's preprocessors and its block parser do together."""
    if "\n " in text:
        text = _BLANK_LINE.sub("\n", text)
    text = text.strip("\n")
    return _BREAK.split(text) if "\n\n\n" in text else text.split("\n\n")


class _Document:
    def __init__(self, blocks: list[str], marks: Marks, sanitizing: bool) -> None:
        self.notes: dict[str, str] = {}
        """The label of each footnote -> its text, in the order of their definitions."""
        self.blocks = [block for block in blocks if not (block.startswith("[^") and self._take_notes(block))]
        ids: set[str] = set()
        self.ids = {label: unique(id_from(label, "note"), ids) for label in self.notes}
        self.words = Words(marks, self.ids, sanitizing)
        self.marks = marks.headings
        self.headings: list[Heading] = []
        self.elements: list[str | Items | Nested] = []

    def convert(self) -> Native:
        for block in self.blocks:
            self._block(block)
        if len(self.headings) != len(self.marks):
            raise Foreign
        if self.notes:
            self.elements.append(self._list_of_notes())
        return Native("\n".join(map(str, self.elements)), tuple(self.headings))

    def _block(self, block: str) -> None:
        if "\n" not in block and block[:1].isalpha():
            self.elements.append(f"<p>{self.words.html(block)}</p>")
        elif block.startswith(BEGIN):
            self.elements.append(f"<div>{block}</div>")
        elif block.startswith("#"):
            self._heading(block)
        elif block.startswith("|") and "\n" in block:
            self._table(block)
        elif block.startswith(">"):
            self._nested("blockquote").inside += [
                f"<p>{self.words.html(each)}</p>" for each in nativeblocks.quoted(block)
            ]
        elif _RULE.fullmatch(block):
            self.elements.append("<hr>")
        elif tag := nativeblocks.list_of(block):
            self._list(block, tag)
        elif "\n:" in block:
            self._definition(block)
        else:
            self.elements.append(f"<p>{self.words.html(check_words(block))}</p>")

    def _heading(self, block: str) -> None:
        found = _HEADING.match(block)
        words = found[2].strip() if found else ""
        if not found or not words or len(self.headings) == len(self.marks):
            raise Foreign
        mark = self.marks[len(self.headings)]
        level = len(found[1])
        if mark.level != level:
            raise Foreign
        if words.endswith("}"):
            words = _OWN_ID.sub("", words)
        self.headings.append(Heading(level, mark.id, mark.text))
        self.elements.append(f'<h{level} id="{mark.id}">{self.words.html(words)}</h{level}>')
        if found.end() < len(block):
            self._block(block[found.end() :])

    def _list(self, block: str, tag: str) -> None:
        """Read a block of items, which goes on with the list right above it if there is one of its kind."""
        start, found = nativeblocks.items(block, tag)
        above = self.elements[-1] if self.elements else None
        joins = isinstance(above, Items) and above.tag == tag
        here = above if isinstance(above, Items) and joins else Items(tag, start)
        if joins:
            here.loosen()
        else:
            self.elements.append(here)
        for number, item in enumerate(found):
            here.items.append((self.words.html(item), joins and not number))

    def _nested(self, tag: str) -> Nested:
        """Return the quote or list of definitions right above, or else a new one."""
        above = self.elements[-1] if self.elements else None
        if isinstance(above, Nested) and above.tag == tag:
            return above
        here = Nested(tag)
        self.elements.append(here)
        return here

    def _definition(self, block: str) -> None:
        words, meaning = nativeblocks.defined(block)
        inside = self._nested("dl").inside
        inside += [f"<dt>{self.words.html(word)}</dt>" for word in words]
        inside.append(f"<dd>{self.words.html(meaning)}</dd>")

    def _table(self, block: str) -> None:
        aligned, rows = nativeblocks.table(block)
        html = nativeblocks.table_html(aligned, [[self.words.html(cell) for cell in row] for row in rows])
        self.elements.append(html)

    def _take_notes(self, block: str) -> bool:
        """Take the footnotes that a block defines; False where it defines none."""
        if not _NOTE.match(block):
            return False
        for line in block.split("\n"):
            found = _NOTE.fullmatch(line)
            if not found:
                raise Foreign
            self.notes[found[1]] = found[2].rstrip()
        return True

    def _list_of_notes(self) -> str:
        """Return the list of footnotes, those that are called first."""
        written = []
        for label, text in self.notes.items():
            for source, start, end in reversed(sources(text)):
                text = f"{text[:start]}[](source:{source}){text[end:]}"
            written.append((self.ids[label], self.words.html(check_words(text))))
        times = self.words.times
        order = {id: number for number, id in enumerate(times)}
        written.sort(key=lambda each: order.get(each[0], len(order)))
        items = [f'<li id="fn:{id}">\n<p>{html}&#160;{_backs(id, times.get(id, 1))}</p>\n</li>' for id, html in written]
        return "\n".join((f'<div>{FOOTNOTES}</div>\n<div class="footnote">\n<ol>', *items, "</ol>\n</div>"))


def _backs(id: str, times: int) -> str:
    return "".join(
        f'<a class="footnote-backref" href="#fnref{number if number > 1 else ""}:{id}">&#8617;</a>'
        for number in range(1, times + 1)
    )
