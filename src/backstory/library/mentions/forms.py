"""The forms that a name's words take in a text: their letters, their capitals, and the endings that a language adds.

Two words are forms of one when they have a stem in common (Snowball, by PyStemmer) and both endings are short: a stem
alone takes too much for the same ("минск" is also the stem of "минский", and "emerg" that of "emergency" and "emerge").
Knows letters and endings. Must never know documents.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final, NamedTuple

import Stemmer

BENDING: Final[dict[str, tuple[str, int]]] = {
    "cs": ("czech", 3), "de": ("german", 2), "el": ("greek", 3), "et": ("estonian", 4), "fi": ("finnish", 4),
    "hu": ("hungarian", 4), "lt": ("lithuanian", 4), "pl": ("polish", 3), "ru": ("russian", 3), "sr": ("serbian", 3),
    "tr": ("turkish", 4),
}  # fmt: skip
"""Languages that bend names, with their stemmer and how many letters an ending may have."""

ADDING: Final[dict[str, tuple[str, ...]]] = {
    "en": ("s", "es"), "fr": ("s", "x"), "es": ("s", "es"), "pt": ("s", "es"), "ca": ("s",), "nl": ("s", "en"),
    "da": ("s",), "no": ("s",), "nb": ("s",), "sv": ("s",),
}  # fmt: skip
"""Languages that add a letter or two to the last word of an ordinary name, and leave a proper one as it is."""

SHORTEST: Final = 4
"""A word of fewer letters is not bent: too many others begin like it."""

_ADJECTIVE: Final = re.compile(r"(?:ий|ый|ая|яя|ое|ее|ого|его|ому|ему|ую|юю|ие|ые|их|ых|ими|ыми)$")
_GERMAN: Final = frozenset(("", "s", "es", "n", "en", "e", "r", "m"))
_WORD: Final = re.compile(r"[^\W_]+")
_KEPT_LENGTH: Final = (
    ("\u2019", "'"), ("\u02bc", "'"), ("\u2011", "-"), ("\n", " "), ("\xa0", " "), ("\u202f", " "),
    ("ё", "е"),
)  # fmt: skip
_SPACES: Final = re.compile(r"  |\xad")


class Folded(NamedTuple):
    """A text as it is searched: small letters, plain blanks, NFC. `at` maps its offsets to the text's, or is None."""

    text: str
    at: list[int] | None = None


def fold(text: str) -> Folded:
    """Return a text as it is searched."""
    low = text.lower()
    for sign, plain in _KEPT_LENGTH:
        if sign in low:
            low = low.replace(sign, plain)
    if len(low) == len(text) and not _SPACES.search(low) and unicodedata.is_normalized("NFC", low):
        return Folded(low)
    return _slowly(text)


def _slowly(text: str) -> Folded:
    """Fold letter by letter, with the marks that follow each, and remember where each was."""
    pieces: list[str] = []
    at: list[int] = []
    for found in re.finditer(r"\s+|.[\u0300-\u036f]*|.", text, re.DOTALL):
        piece = " " if found[0].isspace() else as_one(found[0].lower())
        for sign, plain in _KEPT_LENGTH:
            piece = piece.replace(sign, plain)
        pieces.append(piece)
        at += [found.start()] * len(piece)
    return Folded("".join(pieces), [*at, len(text)])


def as_one(text: str) -> str:
    """Return a text with each letter and its marks as one character, and without soft hyphens."""
    return unicodedata.normalize("NFC", text).replace("\xad", "")


class Case(NamedTuple):
    """Which capitals a word of a name asks for: `first` one at its beginning, `exactly` the same letters."""

    first: bool = False
    exactly: bool = False


def cases(name: str, *, ordinary: bool) -> tuple[Case, ...]:
    """Return what each word of a name asks for.

    Capitals in a name are asked for in the text. The first word's alone may be the title's, not the name's: of a term
    (`ordinary`) and where no other word has one, unless the name is a single word.
    """
    words = _WORD.findall(name)
    asked = [Case(word[:1].isupper(), any(letter.isupper() for letter in word[1:])) for word in words]
    others = any(each.first or each.exactly for each in asked[1:])
    if asked and not asked[0].exactly and (ordinary or (len(words) > 1 and not others)):
        asked[0] = Case()
    return tuple(asked)


def has_capitals(case: Case, name: str, word: str) -> bool:
    """Say whether a word of a text has the capitals that a word of a name asks for."""
    if case.exactly:
        return word.startswith(name)
    return not case.first or word[:1].isupper()


def words_of(name: str) -> tuple[tuple[str, str], ...]:
    """Return a name's words, each with what stands before it."""
    found: list[tuple[str, str]] = []
    end = 0
    for word in _WORD.finditer(name):
        found.append((name[end : word.start()], word[0]))
        end = word.end()
    return tuple(found)


def variants(name: str, lang: str, *, ordinary: bool) -> tuple[str, ...]:
    """Return a folded name and its plurals, in a language that makes them by adding letters, where it takes one."""
    endings = ADDING.get(lang.partition("-")[0], ())
    if not (ordinary and endings and name[-1:].isalpha()):
        return (name,)
    more = [name + ending for ending in endings]
    if "es" in endings and name.endswith("y"):
        more.append(name[:-1] + "ies")
    return (name, *more)


def bends(lang: str) -> bool:
    """Say whether a language bends names."""
    return lang.partition("-")[0] in BENDING


def beginning(word: str, lang: str) -> str:
    """Return letters with which every form of a folded word begins."""
    if len(word) < SHORTEST:
        return word
    shared = min(_shared(word, stem) for stem in _stems(word, lang))
    return word[: max(3, shared - 1)]


def same(name: str, word: str, lang: str, *, alone: bool) -> bool:
    """Say whether a folded word of a text is a form of a name's folded word; `alone` if it is the name's only one."""
    if name == word:
        return True
    if len(name) < SHORTEST or len(word) < 3:
        return False
    if _stems(name, lang).isdisjoint(_stems(word, lang)):
        return False
    shared = _shared(name, word)
    return shared >= 3 and _endings(name, word, shared, lang.partition("-")[0], alone)


def _endings(name: str, word: str, shared: int, lang: str, alone: bool) -> bool:
    """Say whether what follows the letters that two words share are endings of one and the same word."""
    longest = BENDING[lang][1]
    ours, theirs = name[shared:], word[shared:]
    if len(ours) > longest or len(theirs) > longest:
        return False
    if lang == "de":  # Litauen is a country, Litauer are people
        return ours in _GERMAN and theirs in _GERMAN and not (alone and ours)
    # Минск is a town, минский an adjective, and capitals do not always tell them apart.
    return lang != "ru" or bool(_ADJECTIVE.search(name)) or not _ADJECTIVE.fullmatch(theirs)


def root(words: str, lang: str) -> str:
    """Return what all forms of some words have in common: their stems where the language bends them."""
    folded = fold(words).text.split()
    return (
        " ".join(_stem(word, lang) if len(word) >= SHORTEST else word for word in folded)
        if bends(lang)
        else " ".join(folded)
    )


def _shared(one: str, other: str) -> int:
    """Return how many letters two words share at their beginnings."""
    for at, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return at
    return min(len(one), len(other))


@lru_cache(maxsize=50_000)
def _stems(word: str, lang: str) -> frozenset[str]:
    """Return a word's stem, and the stem of that: "иран" loses another letter than "ираном", which loses its own first.

    A soft sign at the end goes before: with it "беларусь" would lose "сь" as a verb does.
    """
    stem = _stem(word.removesuffix("ь"), lang)
    return frozenset((stem, _stem(stem, lang)))


def _stem(word: str, lang: str) -> str:
    return str(_stemmer(lang.partition("-")[0]).stemWord(word))


@lru_cache(maxsize=16)
def _stemmer(lang: str) -> "Stemmer.Stemmer":
    return Stemmer.Stemmer(BENDING[lang][0])
