"""Stems of words, for whoever compares short texts before anything is known of links.

Knows where stems come from. Must never know what they are compared for.

The package `related`, which knows languages, asks for links, and links for events; so it is loaded at the first word.
"""

from functools import lru_cache
from typing import Any


def stems(text: str, lang: str) -> dict[str, str]:
    """Return word as written -> stem for a text's words, without those that say nothing; whole words where none stems.

    Of scripts without spaces between words, pairs of letters stand for words.
    """
    from backstory.library.related.words import UNSPACED, WORD

    main = lang.lower().partition("-")[0]
    words = WORD.findall(text)
    if not text.isascii() and UNSPACED.search(text):
        words += [run[at : at + 2] for run in UNSPACED.findall(text) for at in range(max(1, len(run) - 1))]
        words = [word for word in words if len(word) <= 2 or not UNSPACED.search(word)]
    return {word: stem for word in words if (stem := _stem(word, main))}


@lru_cache(maxsize=1 << 16)
def _stem(word: str, main: str) -> str:
    """Return a word's stem, or nothing for a word that says nothing. The same for the same word, however often."""
    from backstory.library.related.words import LONGEST

    plain = word.lower()
    if says_nothing(plain, main) or len(plain) > LONGEST:
        return ""
    stemmer = _stemmer(main)
    return str(stemmer.stemWord(plain)) if stemmer else plain


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
