"""The figures in a line that tells an event: what is counted, and how many.

Knows numbers in words and what stands beside them. Must never know which of two is right.
"""

import re

from msgspec import Struct

from backstory.library.stemming import says_nothing, stems
from backstory.reading.counts.amounts import Amount, amount, rounding_of
from backstory.reading.counts.numberwords import SCALES
from backstory.reading.dates.wordlists import MONTHS

_FIGURE = re.compile(r"(?<![\w.,-])\d+(?:[ .,'’\u00a0\u202f\u2009]\d{3})*(?:[.,]\d+)?(?![\w-])")
_SCALE = re.compile(r"[\s\u00a0\u202f]*([^\W\d_]+)")
_YEAR = re.compile(r"(?:1[5-9]|20)\d\d")
_SIGNS = "€$£¥₽₴%"
_BEFORE = 2
"""How many words before a figure may say how it rounds: "more than"."""


class Count(Struct, frozen=True):
    """A figure in words, and the values that they allow."""

    words: str
    amount: Amount


def counts(text: str, lang: str) -> dict[str, Count]:
    """Return what is counted, by its stem or its sign -> the first count of it. Years and dates count nothing."""
    found: dict[str, Count] = {}
    for figure in _FIGURE.finditer(text):
        if _YEAR.fullmatch(figure[0]):
            continue
        what, tail = _counted(text, figure.start(), figure.end(), lang)
        said = _rounded(text[: figure.start()].rstrip(_SIGNS), f"{figure[0]}{tail}")
        value = amount(said)
        if what and value:
            found.setdefault(what, Count(said, value))
    return found


def _rounded(before: str, figure: str) -> str:
    """Return a figure with the words before it that say how it rounds."""
    words = before.split()[-_BEFORE:]
    every = [" ".join((*words[n:], figure)) for n in range(len(words), -1, -1)]
    rounding = rounding_of(every[-1])
    return next(each for each in every if rounding_of(each) == rounding)


def _counted(text: str, start: int, end: int, lang: str) -> tuple[str, str]:
    """Return what a figure counts, nothing where that is not said, and the words from the figure to it."""
    scale = _SCALE.match(text, end)
    last = scale.end() if scale and scale[1].lower() in SCALES else end
    sign = next((each for each in (text[start - 1 : start], text[last : last + 1]) if each and each in _SIGNS), "")
    if sign:
        return sign, text[end : last + (text[last : last + 1] == sign)]
    word = _SCALE.match(text, last)
    plain = word[1].lower() if word else ""
    if word is None or plain in MONTHS or says_nothing(plain, lang):
        return "", text[end:last]
    return next(iter(stems(plain, lang).values()), ""), text[end : word.end()]
