"""Text as it is compared: stems, and how often they stand.

Knows languages' stems, and the words that say nothing. Must never know another text.
"""

import re
from collections import Counter
from functools import lru_cache
from typing import Any

from backstory.library.related.stopwords import STOP_WORDS

WORD = re.compile(r"\w\w+")
UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+"
)
"""Runs of scripts that set no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
LONGEST = 40
"""A longer word is no word: an address, a key, a picture in the text."""
ALGORITHMS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english", "es": "spanish",
    "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hi": "hindi",
    "hu": "hungarian", "hy": "armenian", "id": "indonesian", "it": "italian", "lt": "lithuanian", "nb": "norwegian",
    "ne": "nepali", "nl": "dutch", "nn": "norwegian", "no": "norwegian", "pl": "polish", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "ta": "tamil", "tr": "turkish",
    "yi": "yiddish",
}  # fmt: skip


@lru_cache(maxsize=32)
def _stemmer(lang: str) -> Any:
    import Stemmer

    name = ALGORITHMS.get(lang.partition("-")[0])
    return Stemmer.Stemmer(name, 0) if name in Stemmer.algorithms() else None


def stems(text: str, lang: str) -> dict[str, int]:
    """Return stem -> count for a text's words, without the words that say nothing; whole words where none stems."""
    counts = Counter(WORD.findall(text.lower()))
    main = lang.lower().partition("-")[0]
    stop, stemmer = STOP_WORDS.get(main, frozenset()), _stemmer(main)
    if not text.isascii():
        counts = _parted(counts)
    kept = [word for word in counts if word not in stop and len(word) <= LONGEST]
    found: dict[str, int] = {}
    for word, stem in zip(kept, stemmer.stemWords(kept) if stemmer else kept, strict=True):
        found[stem] = found.get(stem, 0) + counts[word]
    return found


def _parted(counts: Counter[str]) -> Counter[str]:
    """Return the counts with runs of unspaced scripts as pairs of letters, by which such texts are best compared."""
    found: Counter[str] = Counter()
    for word, count in counts.items():
        if not UNSPACED.search(word):
            found[word] += count
            continue
        for run in UNSPACED.findall(word):
            for at in range(max(1, len(run) - 1)):
                found[run[at : at + 2]] += count
        for rest in WORD.findall(UNSPACED.sub(" ", word)):
            found[rest] += count
    return found
