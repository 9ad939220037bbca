"""The sentence around some words.

Knows full stops and what only looks like one, in the languages that the Latin and Cyrillic alphabets write most.
Must never know Markdown.
"""

import re
from bisect import bisect_left, bisect_right
from typing import Final

_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[。！？]+[」』）]*|[؟۔।]+\s*")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)\.$")
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

    def around(self, start: int, end: int) -> str:
        """Return the sentence (or sentences) in which the characters from `start` to `end` stand."""
        if not self.ends:
            inner = (found.end() for found in _END.finditer(self.text) if _ends(self.text, found))
            self.ends = [0, *inner, len(self.text)]
        first = self.ends[max(0, bisect_right(self.ends, start) - 1)]
        last = self.ends[min(len(self.ends) - 1, bisect_left(self.ends, end))]
        return self.text[first:last].strip()


def _ends(text: str, found: "re.Match[str]") -> bool:
    """Say whether this is the end of a sentence: not after an initial or an abbreviation, not before a small letter."""
    if not found[0].startswith("."):
        return not text[found.end() : found.end() + 1].islower()
    after = text[found.end() :].lstrip(_OPENING)[:1] if text[found.end() : found.end() + 1] in _OPENING else ""
    if (after or text[found.end() : found.end() + 1]).islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, found.start() - 20), found.start() + 1)
    return before is None or not (len(before[1]) == 1 or before[1].lower() in _SHORT)
