"""The sentence around some words.

Knows full stops and what only looks like one, in the languages that the Latin and Cyrillic alphabets write most.
Must never know Markdown.
"""

import re
from typing import Final

_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*\s+|[。！？]+[」』）]*|[؟۔।]+\s*")
_WORD_BEFORE: Final = re.compile(r"([^\W\d_]+)\.$")
_OPENING: Final = "\"'“‘„«([—–-"

_SHORT: Final = frozenset(
    # Titles, Latin and reference words, months; Russian, Ukrainian, Polish, German and French ones of the same sort.
    "mr mrs ms dr prof st sr jr gen col capt lt sgt gov sen hon rev vs eg ie cf al nos para pp vol fig approx "
    "dept est inc ltd co corp bros jan feb mar apr jun jul aug sept sep oct nov dec "
    "гг ст стр пп см ср др пр руб коп тыс млн млрд ул просп обл р-н тел янв фев авг сент окт нояб дек гр "
    "ім вул обл грн ks ul zł tys mln mld godz tzw np bzw usw evtl nr mme mlle".split()
)


def sentence(text: str, start: int, end: int) -> str:
    """Return the sentence (or sentences) of a text in which the characters from `start` to `end` stand."""
    first, last = 0, len(text)
    for found in _END.finditer(text):
        if not _ends(text, found):
            continue
        if found.end() <= start:
            first = found.end()
        elif found.end() > end and found.end() > start:
            last = found.end()
            break
    return text[first:last].strip()


def _ends(text: str, found: "re.Match[str]") -> bool:
    """Say whether this is the end of a sentence: not after an initial or an abbreviation, not before a small letter."""
    if not found[0].startswith("."):
        return not text[found.end() : found.end() + 1].islower()
    after = text[found.end() :].lstrip(_OPENING)[:1] if text[found.end() : found.end() + 1] in _OPENING else ""
    if (after or text[found.end() : found.end() + 1]).islower():
        return False
    before = _WORD_BEFORE.search(text, max(0, found.start() - 20), found.start() + 1)
    return before is None or not (len(before[1]) == 1 or before[1].lower() in _SHORT)
