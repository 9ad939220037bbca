"""Words of a plain kind to HTML, exactly as Python-Markdown makes them.

Knows emphasis, code, plain links and pictures, wikilinks and footnote calls, and of each only the forms in which
nothing else can be meant: whatever goes beyond raises Foreign. Must never know blocks or what a link leads to.
"""

import re
from typing import Final

from backstory.reading.document import Marks
from backstory.reading.markup.sanitize import clean_attributes
from backstory.reading.scanning.linkforms import allowed, wiki_pattern, wiki_target

_SIGN: Final = re.compile(r"[`*_\[\]{}&>]")
_CODE: Final = re.compile("`([^`]+)`")
_CALL: Final = re.compile(r"\[\^([^\]]*)\]")
_WIKI: Final = re.compile(wiki_pattern(r"\|"))
_LINK: Final = re.compile(
    r"(!?)\[([^\[\]]*)\]"
    r"\(((?:[^\s()<>\"'{}\[\]\x02\x03]|\([^\s()<>\"'{}\[\]\x02\x03]*\))+)(?: +\"([^\"'()<>{}\[\]\n\x02\x03]*)\")?\)"
    r"(?:\{((?:(?:[#.](?:[^\W_]|-)+|[a-z]+=\"[^\"{}\n*_\[\]&<>`\x02\x03]*\")(?: (?=[^ }])|(?=\})))+)\})?"
)
_LITERAL: Final = re.compile(r"\[[^\[\]]*\](?!\()")
"""Brackets that are no link: without definitions of links, they are words."""

_ATTRIBUTE: Final = re.compile(r"([#.])([^ ]+)|([a-z]+)=\"([^\"]*)\"")
_BLANK: Final = re.compile(r"\s")
_RUN: Final = re.compile(r"(\*+)")
_LOW: Final = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
"""A low line that does not stand inside a word, where it means nothing."""

_KEPT: Final = re.compile("\x02([0-9]+)\x03")
_AMPERSAND: Final = re.compile(r"&(?!(?:#[0-9]+|#x[0-9a-f]+|[0-9a-z]+);)", re.IGNORECASE)
"""One that begins no entity: word for word from Python-Markdown's serializer."""

_EMPHASIS: Final = {"*": "em", "**": "strong"}


class Foreign(Exception):
    """There is something in the text that only Python-Markdown reads."""


class Words:
    """Writes the words of one document, piece after piece in their order.

    `notes` maps the labels of footnotes to the ids that they have in the page; `times` counts how often each id was
    called, in the order of the first calls.
    """

    def __init__(self, marks: Marks, notes: dict[str, str], sanitizing: bool) -> None:
        self.notes = notes
        self.times: dict[str, int] = {}
        self._numbers: dict[str, int] = {}
        self._sanitizing = sanitizing
        self._kept: list[str] = []
        self._events: dict[str, list[tuple[str, str]]] = {}
        for mark in marks.links:
            if mark.anchor:
                self._events.setdefault(mark.target, []).append((mark.words, mark.anchor))

    def html(self, words: str) -> str:
        """Return the words of a paragraph, heading or item as HTML. Raises Foreign."""
        if not _SIGN.search(words) and "  \n" not in words:
            return words
        self._kept = []
        if "`" in words:
            words = self._code(words)
        if "[" in words or "]" in words:
            words = self._brackets(words)
        if "{" in words or "}" in words:
            raise Foreign
        return self._shown(words)

    def _keep(self, html: str) -> str:
        """Put finished HTML aside. The sign in its place is neither a letter nor a blank, as Python-Markdown's."""
        self._kept.append(html)
        return f"\x02{len(self._kept) - 1}\x03"

    def _shown(self, words: str) -> str:
        """Return words in which only emphasis is left to do."""
        if "  \n" in words:
            raise Foreign
        words = escaped(words)
        if "*" in words:
            words = _emphasised(words)
        if "_" in words and _LOW.search(words):
            raise Foreign
        return _KEPT.sub(self._back, words) if "\x02" in words else words

    def _back(self, found: "re.Match[str]") -> str:
        return self._kept[int(found[1])]

    def _code(self, words: str) -> str:
        if "``" in words or words.count("`") % 2:
            raise Foreign
        return _CODE.sub(self._one_code, words)

    def _one_code(self, found: "re.Match[str]") -> str:
        code = found[1].strip()
        if not code:
            raise Foreign
        return self._keep(f"<code>{code.replace('&', '&amp;').replace('>', '&gt;')}</code>")

    def _brackets(self, words: str) -> str:
        if "[^" in words:
            words = _CALL.sub(self._call, words)
        if "[[" in words:
            words = _WIKI.sub(self._wiki, words)
        words = _LINK.sub(self._link, words)
        if "[" in words or "]" in words:
            left = _LITERAL.sub("", words)
            if "[" in left or "]" in left:
                raise Foreign
        return words

    def _call(self, found: "re.Match[str]") -> str:
        id = self.notes.get(found[1])
        if id is None:
            raise Foreign
        times = self.times[id] = self.times.get(id, 0) + 1
        number = self._numbers.setdefault(id, len(self._numbers) + 1)
        link = f'<a class="footnote-ref" href="#fn:{id}">{number}</a>'
        return self._keep(f'<sup id="fnref{times if times > 1 else ""}:{id}">{link}</sup>')

    def _wiki(self, found: "re.Match[str]") -> str:
        name, anchor, words = found[1], found[2] or "", found[3] or ""
        if not (name.strip() or anchor):
            raise Foreign
        return self._keep(f'<a href="{_quoted(wiki_target(name, anchor))}">{self._shown(words)}</a>')

    def _link(self, found: "re.Match[str]") -> str:
        image, words, target, title, braces = found.groups()
        if image:
            return self._keep(self._image(words, target, title, braces))
        event = target.startswith("event:")
        if not (event or braces or title is not None):
            inside = self._shown(words)
            return self._keep(f'<a href="{_quoted(target)}">{inside}</a>' if allowed(target) else f"<a>{inside}</a>")
        attributes = self._attributes("a", {"href": target}, title, braces)
        if event:
            attributes = {name: attributes[name] for name in ("class", "href", "title") if name in attributes}
            attributes["id"] = self._anchor(target, words)
        return self._keep(f"<a{_written(attributes)}>{self._shown(words)}</a>")

    def _image(self, words: str, target: str, title: str | None, braces: str | None) -> str:
        if "\x02" in words or "\n" in words:
            raise Foreign
        return f"<img{_written(self._attributes('img', {'src': target, 'alt': words}, title, braces))}>"

    def _attributes(self, tag: str, given: dict[str, str], title: str | None, braces: str | None) -> dict[str, str]:
        """Return the attributes that an element keeps of those that it was given, also in braces behind it."""
        if title is not None:
            given["title"] = _BLANK.sub(" ", title.strip())
        for sign, name, key, value in _ATTRIBUTE.findall(braces or ""):
            if key in ("align", "alt", "href", "src") or (key and key == value):
                raise Foreign
            if sign == ".":
                given["class"] = f"{given['class']} {name}" if given.get("class") else name
            else:
                given["id" if sign else key] = name or value
        if self._sanitizing:
            return clean_attributes(tag, given.items())
        return {name: value for name, value in given.items() if name not in ("href", "src") or allowed(value)}

    def _anchor(self, target: str, words: str) -> str:
        """Return the id that the scanner gave an event; two of one day are told apart by their words."""
        same = self._events.get(target)
        if not same or "&" in target:
            raise Foreign
        if len(same) == 1:
            return same.pop()[1]
        if "\x02" in words or "&" in words:
            raise Foreign
        plain = " ".join(words.replace("*", "").split())
        chosen = next((each for each in same if each[0] == plain), same[0])
        same.remove(chosen)
        return chosen[1]


def escaped(words: str) -> str:
    """Return words as the text of HTML; entities stay."""
    if "&" in words:
        words = _AMPERSAND.sub("&amp;", words)
    return words.replace(">", "&gt;") if ">" in words else words


def _quoted(value: str) -> str:
    return escaped(value).replace('"', "&quot;")


def _written(attributes: dict[str, str]) -> str:
    return "".join(f' {name}="{_quoted(value)}"' for name, value in sorted(attributes.items()))


def _emphasised(words: str) -> str:
    """Turn stars that stand in pairs, one or two of them, into emphasis; none inside another."""
    pieces = _RUN.split(words)
    if len(pieces) % 4 != 1:
        raise Foreign
    for at in range(1, len(pieces), 4):
        run, inside = pieces[at], pieces[at + 1]
        if run != pieces[at + 2] or len(run) > 2 or inside[0].isspace() or inside[-1].isspace():
            raise Foreign
        tag = _EMPHASIS[run]
        pieces[at], pieces[at + 2] = f"<{tag}>", f"</{tag}>"
    return "".join(pieces)
