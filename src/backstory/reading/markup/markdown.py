"""Markdown to HTML, in parts.

Knows Python-Markdown, whose output is the truth, the short way past it that plain documents take (`native`), and what
may stand in a page.
Must never know files, other documents, or what a link leads to: targets stay in `href` and `src` as they were written.
"""

import re
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from msgspec import Struct

from backstory.reading.document import Body, Heading, Html, Marks
from backstory.reading.markup.blockparts import cut, with_tokens
from backstory.reading.markup.native import convert
from backstory.reading.markup.plaintext import count_words
from backstory.reading.markup.sanitize import clean
from backstory.reading.scanning.linkforms import tidy

if TYPE_CHECKING:
    from markdown import Markdown

    from backstory.reading.markup.mdextension import OwnMarkdown

_ESCAPED: Final = re.compile(
    r"&(?:#[0-9]+|#x[0-9A-Fa-f]+|[A-Za-z0-9]+);"
    r'|<pre><code(?: class="language-[\w#.+-]*")?>[^<]*</code></pre>'
)
"""Raw pieces that are safe as they are: an entity, and code that `fenced_code` has escaped."""

_ONE_PARAGRAPH: Final = re.compile(r"<p>((?:(?!</?p>).)*)</p>", re.DOTALL)


class MarkdownOptions(Struct, frozen=True):
    """How a site reads Markdown.

    `raw_html` "sanitize" holds HTML in a text to the allow-list of `sanitize`; "allow" lets all of it through.
    `extensions` are further extensions of Python-Markdown, as it names them (`package.module:Class`).
    """

    raw_html: Literal["sanitize", "allow"] = "sanitize"
    extensions: tuple[str, ...] = ()


DEFAULT: Final = MarkdownOptions()


def render(text: str, marks: Marks, options: MarkdownOptions = DEFAULT) -> Body:
    """Return a text as HTML in parts. `marks` are what `scanner.scan` found in the same text, or `Marks()`."""
    text = with_tokens(tidy(text), marks.fences)
    native = None if options.extensions else convert(text, marks, options.raw_html == "sanitize")
    converted = _Converted(native.html, native.headings, False) if native else _convert(text, marks, options)
    return _body(converted)


def render_plainly(text: str, marks: Marks, options: MarkdownOptions = DEFAULT) -> Body:
    """Return what `render` does, made by Python-Markdown alone: the truth that `native` is held against in tests."""
    return _body(_convert(with_tokens(tidy(text), marks.fences), marks, options))


def _body(converted: "_Converted") -> Body:
    parts, footnotes = cut(converted.html, clean if converted.unsafe else str)
    return Body(parts, converted.headings, count_words(parts), footnotes)


def render_line(text: str, options: MarkdownOptions = DEFAULT) -> str:
    """Return Markdown of one paragraph, as front matter holds it, as HTML without the paragraph around it."""
    body = render(text, Marks(), options)
    html = "\n".join(part.html for part in body.parts if isinstance(part, Html))
    found = _ONE_PARAGRAPH.fullmatch(html)
    return found[1] if found else html


class _Converted(NamedTuple):
    html: str
    headings: tuple[Heading, ...]
    unsafe: bool
    """Whether there may be something in it that `sanitize` should see."""


class _Engine:
    """One Python-Markdown with our extension. Building one costs an article's time, so they are used again and again.

    `convert` leaves nothing of a document behind: it resets Python-Markdown before it begins.
    """

    def __init__(self, options: MarkdownOptions) -> None:
        self.options = options
        self.md, self.own = _build(options)

    def convert(self, text: str, marks: Marks) -> _Converted:
        self.md.reset()
        self.own.marks = marks
        self.own.headings = ()
        html = self.md.convert(text)
        self.own.marks = Marks()
        return _Converted(html, self.own.headings, self._unsafe())

    def _unsafe(self) -> bool:
        """Say whether raw HTML went into the last document.

        Whatever is no text and no element of the tree goes through Python-Markdown's stash: HTML blocks, tags in a
        line, entities and fenced code. Elements hold only what `mdextension.Finish` let them keep, and text is escaped.
        """
        if self.options.raw_html == "allow":
            return False
        if self.options.extensions:
            return True
        stash = self.md.htmlStash.rawHtmlBlocks
        return not all(isinstance(each, str) and _ESCAPED.fullmatch(each) for each in stash)


def _build(options: MarkdownOptions) -> "tuple[Markdown, OwnMarkdown]":
    from markdown import Markdown
    from markdown.extensions.def_list import DefListExtension
    from markdown.extensions.fenced_code import FencedCodeExtension
    from markdown.extensions.sane_lists import SaneListExtension
    from markdown.extensions.tables import TableExtension

    from backstory.reading.markup.mdextension import OwnMarkdown

    own = OwnMarkdown(options.raw_html == "sanitize")
    usual = (TableExtension(use_align_attribute=True), DefListExtension(), FencedCodeExtension(), SaneListExtension())
    md = Markdown(extensions=[*usual, own, *options.extensions], output_format="html")
    # Of options that it reads as true or false, it breaks down over all but this one when it writes them.
    md.preprocessors["fenced_code_block"].bool_options = ["use_pygments"]  # type: ignore[attr-defined]
    return md, own


@cache
def _idle(options: MarkdownOptions) -> list[_Engine]:
    """Return the engines that nobody is using. Taking one out and putting it back are single steps for all threads."""
    return []


def _convert(text: str, marks: Marks, options: MarkdownOptions) -> _Converted:
    idle = _idle(options)
    engine = idle.pop() if idle else _Engine(options)
    try:
        converted = engine.convert(text, marks)
    except RecursionError:
        # Lists in lists without end; the engine is in no state to go on, so it is not put back.
        return _Converted(f"<pre>{escape(text)}</pre>", (), False)
    idle.append(engine)
    return converted
