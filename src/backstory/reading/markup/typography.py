"""Typography by language, in one pass over finished HTML: quotation marks, apostrophes, dashes, ellipses, spaces.

What is made is what a careful typesetter of the language sets; what nobody can be sure of stays as it was typed. It
goes over text that the Markdown stage has made, so that stage's bytes stay Python-Markdown's.
Knows signs and the habits of languages. Must never know what a text says, nor where it stands.
"""

import re
from typing import Final, NamedTuple

from msgspec.structs import replace

from backstory.reading.document import BlockPart, Body, Html, Part

NARROW, WIDE = "\u202f", "\u00a0"
"""Spaces at which no line breaks: a thin one and a full one."""


class _Signs(NamedTuple):
    """What opens and closes a quotation, and one inside it; and how a dash stands between words."""

    open: str
    close: str
    open_inner: str
    close_inner: str
    dash: str = " – "


_ENGLISH: Final = _Signs("“", "”", "‘", "’")
_GERMAN: Final = _Signs("„", "“", "‚", "‘")
_RUSSIAN: Final = _Signs("«", "»", "„", "“", f"{WIDE}— ")
_SWEDISH: Final = _Signs("”", "”", "’", "’")
_SIGNS: Final[dict[str, _Signs]] = {
    "ar": _Signs("«", "»", "“", "”"), "be": _RUSSIAN, "bg": _Signs("„", "“", "’", "’"),
    "ca": _Signs("«", "»", "“", "”"),
    "cs": _GERMAN, "da": _Signs("»", "«", "›", "‹"), "de": _GERMAN, "el": _Signs("«", "»", "“", "”"), "en": _ENGLISH,
    "es": _Signs("«", "»", "“", "”"), "et": _GERMAN, "fa": _Signs("«", "»", "‹", "›"), "fi": _SWEDISH,
    "fr": _Signs(f"«{WIDE}", f"{WIDE}»", "“", "”"), "he": _Signs("”", "”", "’", "’"), "hr": _Signs("„", "”", "‚", "’"),
    "hu": _Signs("„", "”", "»", "«"), "it": _Signs("«", "»", "“", "”"), "lt": _GERMAN, "lv": _GERMAN,
    "nb": _Signs("«", "»", "‘", "’"), "nl": _ENGLISH, "nn": _Signs("«", "»", "‘", "’"),
    "no": _Signs("«", "»", "‘", "’"),
    "pl": _Signs("„", "”", "«", "»"), "pt": _ENGLISH, "ro": _Signs("„", "”", "«", "»"), "ru": _RUSSIAN, "sk": _GERMAN,
    "sl": _GERMAN, "sr": _GERMAN, "sv": _SWEDISH, "tr": _ENGLISH, "uk": _RUSSIAN,
}  # fmt: skip
"""CLDR's quotation marks (common/main, delimiters), but where newspapers of a language keep to others."""

_WANTED: Final = re.compile(r"[\"']|--|\.\.\.| [;:!?»]|« ")
_PIECE: Final = re.compile(r"(<!--.*?-->|<(?>[^<>\"']|\"[^\"]*\"|'[^']*')*>)", re.DOTALL)
_NAME: Final = re.compile(r"</?([A-Za-z][A-Za-z0-9]*)")
_SILENT: Final = frozenset(("pre", "code", "kbd", "samp", "var", "script", "style", "textarea", "math", "svg", "title"))
_INLINE: Final = frozenset((
    "a", "abbr", "b", "bdi", "bdo", "button", "cite", "data", "del", "dfn", "em", "i", "img", "ins", "mark", "q", "s",
    "small", "span", "strong", "sub", "sup", "time", "u",
))  # fmt: skip
_BEFORE_OPENING: Final = frozenset(" \n\t\u00a0\u202f([{/—–-«“„‘‚›‹>")
_MARK: Final = re.compile(r"\"|'|(?<!\.)\.\.\.(?!\.)|(?<!-)---(?!-)|(?<!-)--(?!-)")
_FRENCH: Final = re.compile(r"(?<=[^\s\u00a0\u202f]) (?=[;!?](?:\s|$|[)»<]))")
_FRENCH_WIDE: Final = re.compile(r"(?<=[^\s\u00a0\u202f]) (?=[:»](?:\s|$|[).,;<]))|(?<=«) ")
_SPACED: Final = re.compile(r"[ \n]+—[ \n]+")


def has_something_to_set(text: str) -> bool:
    """Say whether a text, as it was typed, has a sign that may be another when it is set."""
    return _WANTED.search(text) is not None


def typeset(body: Body, lang: str) -> Body:
    """Return a body set as its language sets text. One of a language that is not known keeps its quotation marks."""
    parts = _parts(body.parts, lang)
    headings = tuple(replace(each, text=typeset_html(each.text, lang, plain=True)) for each in body.headings)
    footnotes = typeset_html(body.footnotes, lang)
    if parts is body.parts and headings == body.headings and footnotes == body.footnotes:
        return body
    return replace(body, parts=parts, headings=headings, footnotes=footnotes)


def _parts(parts: tuple[Part, ...], lang: str) -> tuple[Part, ...]:
    found = tuple(_part(each, lang) for each in parts)
    return parts if found == parts else found


def _part(part: Part, lang: str) -> Part:
    if isinstance(part, BlockPart):
        return BlockPart(part.block, _parts(part.parts, lang))
    return Html(typeset_html(part.html, lang))


def typeset_html(html: str, lang: str, *, plain: bool = False) -> str:
    """Return HTML, or `plain` text, with its text set as a language sets it."""
    if not _WANTED.search(html):
        return html
    return _Setter(lang.lower().partition("-")[0]).set([html] if plain else _PIECE.split(html))


class _Setter:
    """Goes over the pieces of an HTML: text and tags in turn. What is quoted ends with its block."""

    def __init__(self, main: str) -> None:
        self._main = main
        self._signs = _SIGNS.get(main)
        self._before = " "
        self._open: list[str] = []
        """The quotation marks that are open, as they were typed."""

    def set(self, pieces: list[str]) -> str:
        silent, found = "", []
        for n, piece in enumerate(pieces):
            if n % 2:
                silent = self._tag(piece, silent)
            elif piece and not silent:
                piece = self._text(piece, pieces[n + 1 :])
                self._before = piece[-1:] or self._before
            elif piece:
                self._before = piece[-1]
            found.append(piece)
        return "".join(found)

    def _tag(self, tag: str, silent: str) -> str:
        """Take notice of a tag; return the element whose text is passed over, or nothing."""
        name = found[1].lower() if (found := _NAME.match(tag)) else ""
        if silent:
            return "" if tag.startswith("</") and name == silent else silent
        if name in _SILENT:
            return "" if tag.startswith("</") else name
        if name and name not in _INLINE:
            self._before, self._open = " ", []
        return ""

    def _text(self, text: str, rest: list[str]) -> str:
        if self._main == "fr":
            text = _FRENCH_WIDE.sub(WIDE, _FRENCH.sub(NARROW, text))
        made, at = [], 0
        for found in _MARK.finditer(text):
            made.append(text[at : found.start()])
            before = text[found.start() - 1] if found.start() else self._before
            made.append(self._sign(found[0], before, text[found.end() :], rest))
            at = found.end()
        made.append(text[at:])
        whole = "".join(made)
        return _SPACED.sub(self._signs.dash, whole) if self._signs and self._signs.dash != " – " else whole

    def _sign(self, typed: str, before: str, after: str, rest: list[str]) -> str:
        if typed == "...":
            return "…"
        if typed[0] == "-":
            return self._dash(typed, before, after)
        if self._signs is None:
            return typed
        following = after[:1] or _next_letter(rest)
        return self._double(before, following) if typed == '"' else self._single(before, following, after)

    def _dash(self, typed: str, before: str, after: str) -> str:
        if typed == "---" or (self._main in ("ru", "uk", "be") and before.isspace() and after[:1].isspace()):
            return "—"
        return "–" if before.isspace() == after[:1].isspace() else typed

    def _double(self, before: str, following: str) -> str:
        assert self._signs is not None
        opens = before in _BEFORE_OPENING and bool(following) and not following.isspace()
        if opens and '"' not in self._open:
            self._open.append('"')
            return self._signs.open
        if '"' in self._open and not opens:
            del self._open[self._open.index('"') :]
            return self._signs.close
        return '"'  # inches, seconds, or a mark that nobody can be sure of

    def _single(self, before: str, following: str, after: str) -> str:
        assert self._signs is not None
        if "'" in self._open and not before.isspace() and not following.isalnum():
            del self._open[self._open.index("'") :]
            return self._signs.close_inner
        opens = before in _BEFORE_OPENING and following.isalnum() and not following.isdigit()
        if opens and re.search(r"\w[.,!?…]?'(?!\w)", after):
            self._open.append("'")
            return self._signs.open_inner
        if before.isdigit() and not following.isalpha():
            return "'"  # feet, minutes
        return "’"


def _next_letter(rest: list[str]) -> str:
    """Return the first letter of the text that follows, past tags in the line; nothing where a block ends."""
    for n, piece in enumerate(rest):
        if n % 2 == 0:
            name = found[1].lower() if (found := _NAME.match(piece)) else ""
            if name and name not in _INLINE and name not in _SILENT:
                return ""
        elif piece:
            return piece[0]
    return ""
