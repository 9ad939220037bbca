"""Stems of words, for whoever compares short texts before anything is known of links.

Knows where stems come from. Must never know what they are compared for.

The package `related`, which knows languages, asks for links, and links for events; so it is loaded at the first word.
"""

from collections import Counter
from functools import lru_cache
from typing import Any


def stems(text: str, lang: str) -> dict[str, int]:
    """Return stem -> count for a text's words, without the words that say nothing; whole words where none stems."""
    from backstory.library.related.words import LONGEST, WORD

    counts = Counter(WORD.findall(text.lower()))
    kept = [word for word in counts if not says_nothing(word, lang) and len(word) <= LONGEST]
    stemmer = _stemmer(lang.lower().partition("-")[0])
    found: dict[str, int] = {}
    for word, stem in zip(kept, stemmer.stemWords(kept) if stemmer else kept, strict=True):
        found[stem] = found.get(stem, 0) + counts[word]
    return found


@lru_cache(maxsize=32)
def _stemmer(main: str) -> Any:
    import Stemmer

    from backstory.library.related.words import ALGORITHMS

    name = ALGORITHMS.get(main)
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


def says_nothing(word: str, lang: str) -> bool:
    """Say whether a word in lower case says nothing of what a text is about: an article, a preposition."""
    from backstory.library.related.stopwords import STOP_WORDS

    return word in STOP_WORDS.get(lang.partition("-")[0], frozenset())
