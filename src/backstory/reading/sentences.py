"""The sentence around some words.

Knows full stops and what only looks like one, in the languages that the Latin and Cyrillic alphabets write most.
Must never know Markdown.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

_END: Final = re.compile(
    r"[.!?…。！？؟۔।](?:(?<=[.!?…])[.!?…]*[\"'”’»)\]]*\s+|(?<=[。！？])[。！？]*[」』）]*|(?<=[؟۔।])[؟۔।]*\s*)"
)
"""Begins with one set of characters, not with one of three: so it is searched for several times faster."""
_WORD_BEFORE: Final = re.compile(r"[^\W\d_]+\Z")
_OPENING: Final = "\"'“‘„«([—–-"

_SHORT_WORDS: Final = (
    # Titles, Latin and reference words, months; Russian, Ukrainian, Polish, German and French ones of the same sort.
    "mr mrs ms dr prof st sr jr gen col capt lt sgt gov sen hon rev vs eg ie cf al nos para pp vol fig approx "
    "dept est inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec "
    "гг ст стр пп см ср др пр руб коп тыс млн млрд ул просп обл р-н тел янв фев авг сент окт нояб дек гр "
    "ім вул обл грн ks ul zł tys mln mld godz tzw np bzw usw evtl nr mme mlle"
)
_SHORT: Final = frozenset(_SHORT_WORDS.split())


class Sentences:
    """A text whose sentences are asked for; it is cut into them when that happens first."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.ends: list[int] = []
        self.found: list[re.Match[str]] = []

    def around(self, start: int, end: int) -> str:
        """Return the sentence (or sentences) in which the characters from `start` to `end` stand."""
        if end <= 0 or start >= len(self.text):
            return ""
        if not self.found:
            self.found = list(_END.finditer(self.text))
            self.ends = [found.end() for found in self.found]
        first = next((n for n in range(bisect_right(self.ends, start) - 1, -1, -1) if self._is_end(n)), -1)
        last = next((n for n in range(bisect_left(self.ends, end), len(self.ends)) if self._is_end(n)), -1)
        return self.text[self.ends[first] if first >= 0 else 0 : self.ends[last] if last >= 0 else None].strip()

    def _is_end(self, number: int) -> bool:
        return _ends(self.text, self.found[number])


def _ends(text: str, found: "re.Match[str]") -> bool:
    """Say whether this is the end of a sentence: not after an initial or an abbreviation, not before a small letter."""
    start, end = found.span()
    after = text[end : end + 1]
    if text[start] != ".":
        return not after.islower()
    if after in _OPENING:
        after = text[end:].lstrip(_OPENING)[:1] or after
    if after.islower():
        return False
    before = text[max(0, start - 20) : start].rpartition(" ")[2]
    if not before.isalpha():  # anything but a plain word
        word = _WORD_BEFORE.search(before)
        before = word[0] if word else ""
    return not (len(before) == 1 or before.lower() in _SHORT)
