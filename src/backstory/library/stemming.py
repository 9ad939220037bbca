"""Stems of words, for whoever compares short texts before anything is known of links.

Knows where stems come from. Must never know what they are compared for.

The package `related`, which has them, asks for links, and links ask for events; so it is loaded at the first word.
"""


def stems(text: str, lang: str) -> dict[str, int]:
    """Return stem -> count for a text's words, without the words that say nothing."""
    from backstory.library.related.words import stems

    return stems(text, lang)


def says_nothing(word: str, lang: str) -> bool:
    """Say whether a word in lower case says nothing of what a text is about: an article, a preposition."""
    from backstory.library.related.stopwords import STOP_WORDS

    return word in STOP_WORDS.get(lang.partition("-")[0], frozenset())
