"""The order of titles in a list, by the alphabet of its language.

Knows which letters are letters of their own in a language, and which are only another's with an accent. Must never know
what is listed.
"""

import sys
import unicodedata
from functools import lru_cache
from typing import Final

_LATIN: Final = "abcdefghijklmnopqrstuvwxyz"
_CYRILLIC: Final = "абвгдежзийклмнопрстуфхцчшщъыьэюя"

ALPHABETS: Final[dict[str, str]] = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "be": "абвгдеёжзійклмнопрстуўфхцчшыьэюя",
    "es": "abcdefghijklmnñopqrstuvwxyz",
    "fa": "آابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی",
    "lt": "abcčdefghiyjklmnopqrsštuvwxzž",
    "lv": "abcčdefgģhijkķlļmnņopqrsštuvwxyzž",
    "pl": "aąbcćdeęfghijklłmnńoópqrsśtuvwxyzźż",
    "ru": _CYRILLIC,
    "uk": "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя",
}
"""Letters of their own, in order, as the Unicode collation data (CLDR) have them: Ł stands after L in Polish, while É
is an E in French. All other languages have the Latin letters, and Cyrillic ones after them."""

_ALIKE: Final[dict[str, dict[int, str]]] = {
    "ar": {
        **dict.fromkeys(map(ord, "أإآٱ"), "ا"),
        **dict.fromkeys(map(ord, "ىئی"), "ي"),
        ord("ؤ"): "و",
        ord("ة"): "ه",
        ord("ک"): "ك",
    },
    "fa": {
        **dict.fromkeys(map(ord, "أإٱ"), "ا"),
        **dict.fromkeys(map(ord, "ىئي"), "ی"),
        ord("ؤ"): "و",
        ord("ة"): "ه",
        ord("ك"): "ک",
    },
}
"""Letters that are written otherwise but stand at the same place."""

_WITHOUT_ACCENT: Final[dict[int, str]] = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
)
_ARTICLE: Final = "ال"

_DIGITS, _OWN, _OTHERS = 1, 100, 1000
"""Where the ranks of digits, of the language's letters and of all others begin; a space comes before them all."""


def order(title: str, lang: str) -> tuple[str, str]:
    """Return what puts titles in the order of a language's alphabet. Accents, capitals and signs matter last."""
    return _plain(title, lang).translate(_ranks(lang)), title


def initial(title: str, lang: str) -> str:
    """Return the letter that a title stands under, as a capital: its first; "#" when it begins with a figure."""
    letters = _letters(lang)
    for letter in _plain(title, lang):
        if letter.isdecimal():
            return "#"
        if letter.isalpha():
            return _own(letter, letters)[:1].upper()
    return "#"


@lru_cache(maxsize=32)
def _letters(lang: str) -> dict[str, int]:
    own = ALPHABETS.get(lang.partition("-")[0].lower(), "")
    rest = "".join(letter for letter in _LATIN + _CYRILLIC if letter not in own)
    return {letter: _OWN + place for place, letter in enumerate(own + rest)}


def _plain(title: str, lang: str) -> str:
    """Return a title in small letters, as one looks it up: in Arabic without its article."""
    language = lang.partition("-")[0].lower()
    text = unicodedata.normalize("NFC", title).casefold().translate(_ALIKE.get(language, {}))
    if language == "ar" and text.startswith(_ARTICLE) and len(text) > 4:
        return text.removeprefix(_ARTICLE)
    return text


class _Ranks(dict[int, str]):
    """The code point of a letter -> the signs that stand for its rank; kept as they are asked for."""

    def __init__(self, letters: dict[str, int]) -> None:
        super().__init__()
        self._letters = letters

    def __missing__(self, code: int) -> str:
        self[code] = found = self._rank(chr(code))
        return found

    def _rank(self, letter: str) -> str:
        if letter.isspace():
            return "\0"
        if letter.isdecimal():
            return chr(_DIGITS + int(letter))
        if not letter.isalpha():
            return ""
        ranks = (self._letters.get(each, _OTHERS + ord(each)) for each in _own(letter, self._letters))
        return "".join(chr(min(rank, sys.maxunicode)) for rank in ranks)


@lru_cache(maxsize=32)
def _ranks(lang: str) -> _Ranks:
    return _Ranks(_letters(lang))


def _own(letter: str, letters: dict[str, int]) -> str:
    """Return a letter if it is one of its own here, else the letters that it is a form of."""
    if letter in letters:
        return letter
    bare = unicodedata.normalize("NFD", letter)[:1]
    return bare if bare in letters else bare.translate(_WITHOUT_ACCENT)
