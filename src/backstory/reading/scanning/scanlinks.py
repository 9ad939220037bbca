"""Links in a stretch of running text, and its plain words.

Knows how Python-Markdown reads a line (its `inlinepatterns`, in the order of their priorities), as far as links and
plain words need it. Must never know blocks, files or what a link leads to.
"""

import re
from html import unescape
from typing import Final, NamedTuple

from backstory.reading.markup.borrowed import link_tail
from backstory.reading.scanning.linkforms import ATTRIBUTE, ATTRIBUTES, SPAN, sources, wiki_pattern, wiki_target
from backstory.reading.scanning.plainwords import KEPT, LOW, polish, put_back, set_aside, shown

_LINK: Final = "\ufdd7"
"""Stands where a link's words begin."""

_SIGNS: Final = re.compile(r"[\[<]")
_FOOTNOTE: Final = re.compile(r"\[\^([^\]]*)\]")
_WIKI: Final = re.compile(wiki_pattern(r"\\?\|"))
_FLAT: Final = re.compile(r"\[([^\[\]]*)\]")
_TARGET: Final = re.compile(r"\([ ]*([^\s()<>\"']+)[ ]*\)")
_BY_LABEL: Final = re.compile(r"\s?\[([^\]]*)\]")
_SPAN: Final = re.compile(SPAN)
_ONLY_SOURCE: Final = re.compile(r"(source:[A-Za-z0-9](?:[A-Za-z0-9./:-]*[A-Za-z0-9])?)\n?")
"""A footnote that names its source and says nothing else, as most do."""

_AUTOLINK: Final = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]*://[^<>]*)>|<([^<> !]+@[^@<> ]+)>")
_TAG: Final = re.compile(r"</?([A-Za-z][^\s/<>]*)[^<>]*>|<!--.*?-->|<\?.*?\?>", re.DOTALL)


class Attributes(NamedTuple):
    """What stands in braces behind a link. `loose` are words that are neither `#id`, `.class` nor `key="value"`."""

    id: str = ""
    classes: tuple[str, ...] = ()
    options: tuple[tuple[str, str], ...] = ()
    loose: tuple[str, ...] = ()


_NO_ATTRIBUTES: Final = Attributes()


class RawLink(NamedTuple):
    """A link. `at` and `end` are its offsets in the text, `begin` that of its words in the stretch's plain words."""

    target: str
    words: str
    at: int
    end: int = 0
    begin: int = 0
    image: bool = False
    attributes: Attributes = _NO_ATTRIBUTES
    label: str = ""
    """The footnote whose source it is."""


_TO_COME: Final = RawLink("", "", 0)
"""Keeps the place of a link while the words inside it are read, in which there may be others."""


class Inline(NamedTuple):
    """A stretch, read: its plain words and its links; the footnotes that it calls and the tags in it, with offsets."""

    plain: str
    links: list[RawLink]
    calls: list[tuple[str, int]]
    tags: list[tuple[str, int]]


def read_inline(
    text: str, start: int, end: int, references: dict[str, str], footnotes: set[str], note: str = ""
) -> Inline:
    """Read the characters of a text from `start` to `end`; `note` is the label of the footnote that they belong to.

    `references` maps the labels of link definitions, in lower case, to targets; `footnotes` are the labels defined.
    """
    if note and (source := _ONLY_SOURCE.fullmatch(text, start, end)):
        return Inline(source[1], [RawLink(source[1], "", start, label=note)], [], [])
    reader = _Reader(text[start:end], start, references, footnotes)
    if note:
        reader.read_sources(note)
    plain, begins = _begins(polish(reader.read(0, len(reader.data), True)))
    begins += [0] * (len(reader.links) - len(begins))
    links = [link._replace(begin=begin) if begin else link for link, begin in zip(reader.links, begins, strict=False)]
    return Inline(plain, [*reader.sources, *links], reader.calls, reader.tags)


def _begins(words: str) -> tuple[str, list[int]]:
    """Return words without `_LINK`, and where each stood."""
    plain, *pieces = words.split(_LINK)
    begins = []
    for piece in pieces:
        begins.append(len(plain))
        plain += piece.lstrip() if plain.endswith(" ") or not plain else piece
    return plain, begins


class _Reader:
    def __init__(self, data: str, base: int, references: dict[str, str], footnotes: set[str]) -> None:
        self.written = data
        self.base = base
        self.references = references
        self.footnotes = footnotes
        self.links: list[RawLink] = []
        self.sources: list[RawLink] = []
        self.calls: list[tuple[str, int]] = []
        self.tags: list[tuple[str, int]] = []
        self.data, self.kept = set_aside(data)

    def read_sources(self, label: str) -> None:
        """Find the sources that a footnote names; what follows each is its words."""
        found = sources(self.data)
        ends = [start for _, start, _ in found[1:]] + [len(self.data)]
        for (id, start, end), stop in zip(found, ends, strict=False):
            words = self.written[end:stop].strip(" ,;:.\n")
            if words:
                plain = read_inline(self.written, end, stop, self.references, self.footnotes).plain
                words = plain.strip(" ,;:").removesuffix(".")
            self.sources.append(RawLink(f"source:{id}", words, self.base + start, label=label))

    def _shown(self, start: int, end: int) -> str:
        if not self.kept:
            return self.data[start:end].replace("\\|", "|")
        return shown(self.data, self.kept, start, end)

    def read(self, start: int, end: int, linking: bool) -> str:
        """Return the plain words between two offsets, with `_LINK` before the words of each link.

        Links go to `links`; inside a link's words (`linking` is False) only pictures and wikilinks do.
        """
        pieces, at = [], start
        while found := _SIGNS.search(self.data, at, end):  # each sign is behind the last: `_sign` moves on
            sign = found.start()
            if sign > at and self.data[sign] == "[" and self.data[sign - 1] == "!":
                sign -= 1
            pieces.append(self._shown(at, sign))
            words, at = self._sign(sign, end, linking)
            pieces.append(words)
        pieces.append(self._shown(at, end))
        return "".join(pieces)

    def _sign(self, at: int, end: int, linking: bool) -> tuple[str, int]:
        if self.data[at] == "<":
            return self._pointed(at, end, linking)
        if self.data[at] == "!":
            return self._bracket(at, at + 1, end, True) or ("!", at + 1)
        call = _FOOTNOTE.match(self.data, at, end)
        if call and call[1] in self.footnotes:
            self.calls.append((call[1], self.base + at))
            return "", call.end()
        wiki = _WIKI.match(self.data, at, end)
        if wiki and (wiki[1].strip() or wiki[2]):
            return self._wiki(wiki, end)
        if span := _SPAN.match(self.data, at, end):
            return self._span(span, end, linking)
        if linking and (taken := self._bracket(at, at, end, False)):
            return taken
        if call and call[1]:
            self.calls.append((call[1], self.base + at))
        return "[", at + 1

    def _span(self, found: "re.Match[str]", end: int, linking: bool) -> tuple[str, int]:
        braces = ATTRIBUTES.match(self.data, found.end(), end)
        return self.read(*found.span(1), linking), braces.end() if braces else found.end()

    def _pointed(self, at: int, end: int, linking: bool) -> tuple[str, int]:
        address = _AUTOLINK.match(self.data, at, end)
        if address and linking:
            target = address[1] or f"mailto:{address[2].removeprefix('mailto:')}"
            shown = address[1] or address[2]
            self.links.append(RawLink(target, shown, self.base + at))
            return _LINK + shown.replace("_", LOW), address.end()
        tag = _TAG.match(self.data, at, end)
        if not tag:
            return "<", at + 1
        if tag[1]:
            self.tags.append((tag[1], self.base + at))
        return "", tag.end()

    def _wiki(self, found: "re.Match[str]", end: int) -> tuple[str, int]:
        words = self._take(wiki_target(found[1], found[2] or ""), found.start(), found.span(3), False)
        if words == _LINK:  # its words will be the title of what it names; until then a sentence takes the name
            words += " ".join((found[1].strip() or found[2]).split()).replace("_", LOW)
        return self._braces(words, found.end(), end)

    def _bracket(self, at: int, bracket: int, end: int, image: bool) -> tuple[str, int] | None:
        """Read a link or picture whose words begin with the bracket at `bracket`; None where there is none."""
        close = self._closing(bracket, end)
        if close < 0:
            return None
        target, after = self._aim(bracket + 1, close, end)
        if target is None:
            return None
        words = self._take(target, at, (bracket + 1, close), image)
        return self._braces(words, after, end)

    def _closing(self, bracket: int, end: int) -> int:
        if flat := _FLAT.match(self.data, bracket, end):
            return flat.end() - 1
        depth = 0
        for at in range(bracket, end):
            depth += (self.data[at] == "[") - (self.data[at] == "]")
            if not depth:
                return at
        return -1

    def _aim(self, start: int, close: int, end: int) -> tuple[str | None, int]:
        """Return what a link aims at and where it ends: by a label, by an address in parentheses, by its own words."""
        after = close + 1
        words = " ".join(self.data[start:close].lower().split())
        if self.references and (label := _BY_LABEL.match(self.data, after, end)):
            known = self.references.get(" ".join((label[1].lower() or words).split()))
            if known is not None:
                return known, label.end()
        if simple := _TARGET.match(self.data, after, end):
            return self._target(simple.start(1), simple.end(1)), simple.end()
        if self.data.startswith("(", after, end):
            tail = link_tail(self.data[:end], after)
            if tail:
                return self._unkept(tail[0], after), tail[1]
        return self.references.get(words), after

    def _target(self, start: int, end: int) -> str:
        return self._clean(self._shown(start, end))

    def _unkept(self, href: str, after: int) -> str:
        if KEPT not in href:
            return self._clean(href)
        start = self.data.index(href, after)
        return self._target(start, start + len(href))

    def _clean(self, target: str) -> str:
        target = put_back(target).strip()
        return unescape(target) if "&" in target else target

    def _take(self, target: str, at: int, words: tuple[int, int], image: bool) -> str:
        """Add a link; return its words with the sign of a link before them, and those of links inside them."""
        mine = len(self.links)
        self.links.append(_TO_COME)
        inner = "" if words[0] < 0 else self._shown(*words) if image else self.read(*words, False)
        plain = polish(inner.replace(_LINK, ""))
        self.links[mine] = RawLink(target, plain, self.base + at, image=image)
        return _LINK + ("" if image else inner)

    def _braces(self, words: str, at: int, end: int) -> tuple[str, int]:
        """Give the last link whose words these are the attributes behind it, if there are any."""
        mine = len(self.links) - words.count(_LINK)
        found = ATTRIBUTES.match(self.data, at, end) if self.data.startswith("{", at, end) else None
        attributes = _NO_ATTRIBUTES
        if found:
            attributes, at = _attributes(self.written[found.start(1) : found.end(1)]), found.end()
        self.links[mine] = self.links[mine]._replace(end=self.base + at, attributes=attributes)
        return words, at


def _attributes(words: str) -> Attributes:
    id, classes, options, loose = "", [], [], []
    for key, double, single, bare, word in ATTRIBUTE.findall(words):
        if key:
            options.append((key, double or single or bare))
        elif word.startswith("#"):
            id = word[1:]
        elif word.startswith("."):
            classes.append(word[1:])
        else:
            loose.append(word)
    return Attributes(id, tuple(classes), tuple(options), tuple(loose))
