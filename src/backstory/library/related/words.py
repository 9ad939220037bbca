"""Text as it is compared: stems, and how often they stand.

A stem is known by its mark, 64 bits of its hash: texts are compared, never told, so nobody needs the stem itself again,
and plain numbers are quick to keep and to sort. Two of a million stems share a mark once in 30 million archives. Knows
languages' stems, and the words that say nothing. Must never know another text.
"""

import hashlib
import re
import sys
from array import array
from collections import Counter
from functools import lru_cache
from typing import Any, NamedTuple

from backstory.library.related.stopwords import STOP_WORDS

WORD = re.compile(r"\w\w+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Runs of scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
LONGEST = 40
"""A longer word is no word: an address, a key, a picture in the text."""
TITLE_COUNTS, DESCRIPTION_COUNTS = 2, 2
"""A title's word counts as much as this many in the text."""
MOST = 255
ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip
LIGHTLY = {"en": 2}
"""Where a stem is so many letters shorter at most. English endings beyond these make other words ("set", "setting")."""
_PLAIN = "".join(chr(n).lower() if chr(n).isalnum() or chr(n) == "_" else " " for n in range(128))
"""ASCII with small letters, and a space for whatever is of no word."""


def mark(text: str) -> int:
    """Return 64 bits that stand for a text, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")


class Stemming:
    """Words of one language to their stems."""

    def __init__(self, lang: str) -> None:
        import Stemmer

        name = ALGORITHMS.get(lang)
        self._stem: Any = Stemmer.Stemmer(name, 0).stemWord if name in Stemmer.algorithms() else str
        self._stop = STOP_WORDS.get(lang, frozenset())
        self._most = LIGHTLY.get(lang, LONGEST)

    def stem(self, word: str) -> str:
        """Return the stem of a word in small letters, or nothing where it says nothing."""
        if not 1 < len(word) <= LONGEST or word in self._stop:
            return ""
        stem = str(self._stem(word))
        if len(word) - len(stem) <= self._most:
            return stem
        return self.stem(word[:-1]) or word if word.endswith("s") else word


class Marks(dict[str, int]):
    """Word -> mark of its stem in one language, 0 for a word that says nothing. It learns words as it is asked."""

    LARGEST = 200_000

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._stem = _stemming(lang).stem

    def __missing__(self, word: str) -> int:
        if len(self) >= self.LARGEST:
            self.clear()
        stem = self._stem(word)
        found = self[word] = mark(stem) if stem else 0
        return found


@lru_cache(maxsize=32)
def _stemming(lang: str) -> Stemming:
    return Stemming(lang)


@lru_cache(maxsize=32)
def _marks_of(lang: str) -> Marks:
    return Marks(lang)


def stems(text: str, lang: str) -> dict[str, int]:
    """Return stem -> count for a text's words, without the words that say nothing; whole words where none stems."""
    stem = _stemming(lang.lower().partition("-")[0]).stem
    found = Counter(map(stem, _tokens(text)))
    found.pop("", None)
    return found


def marks(text: str, lang: str) -> dict[int, int]:
    """Return the same by marks."""
    found = Counter(map(_marks_of(lang.lower().partition("-")[0]).__getitem__, _tokens(text)))
    found.pop(0, None)
    return found


class Counted(NamedTuple):
    """A story's stems: a mark of 8 bytes for each (little-endian), a byte that says how much it counts there.

    The first `titled` of them are of the title.
    """

    words: bytes
    counts: bytes
    titled: int


def counted(title: str, description: str, text: str, lang: str) -> Counted:
    """Return the words of a story, those of its title and its description weighed more. `text` is all the rest."""
    first, second, rest = marks(title, lang), marks(description, lang), marks(text, lang)
    found = dict.fromkeys((*first, *second), 0) | rest
    for part, times in ((first, TITLE_COUNTS), (second, DESCRIPTION_COUNTS)):
        for word, count in part.items():
            found[word] += count * times
    most = max(found.values(), default=0)
    counts = found.values() if most <= MOST else [min(count, MOST) for count in found.values()]
    words = array("Q", found)
    if sys.byteorder == "big":
        words.byteswap()
    return Counted(words.tobytes(), bytes(counts), len(first))


def _tokens(text: str) -> list[str]:
    if text.isascii():
        return text.translate(_PLAIN).split()
    words = WORD.findall(text.lower())
    return _parted(words) if UNSPACED.search(text) else words


def _parted(words: list[str]) -> list[str]:
    """Return words with runs of unspaced scripts as pairs of letters, by which such texts are best compared."""
    found: list[str] = []
    for word in words:
        if word.isascii() or not UNSPACED.search(word):
            found.append(word)
            continue
        for run in UNSPACED.findall(word):
            found += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
        found += WORD.findall(UNSPACED.sub(" ", word))
    return found
