"""The words of a story, as they are compared: stems and how often they stand.

Knows languages' stems and the commonest words. Must never know another story.
"""

import re
from collections import Counter
from functools import lru_cache

import Stemmer

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document
from backstory.reading.document import BlockPart, Part

WORD = re.compile(r"[^\W\d_]{3,}")
TAG = re.compile(r"<[^>]+>")
STEMMERS = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "it": "italian", "lt": "lithuanian", "nl": "dutch", "no": "norwegian", "pt": "portuguese", "ro": "romanian",
    "ru": "russian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
TITLE_COUNTS = 3
"""A word of the title counts as much as this many in the text; one of the description as two."""


@lru_cache(maxsize=32)
def _stemmer(lang: str) -> "Stemmer.Stemmer | None":
    name = STEMMERS.get(lang.partition("-")[0])
    return Stemmer.Stemmer(name) if name in Stemmer.algorithms() else None


def stems(text: str, lang: str) -> list[str]:
    """Return the stems of a text's words of three letters or more, in order; whole words where no stemmer is known."""
    words = WORD.findall(text.lower())
    stemmer = _stemmer(lang)
    return list(stemmer.stemWords(words)) if stemmer else words


@query("the words of {}")
def words_of(read: Read, note: Noting, path: str) -> dict[str, int]:
    """Return stem -> count for a document's title, description and running text."""
    header, lang = read(document, path).header, read(card, path).lang
    counts = Counter(stems(_plain(read(body, path).parts), lang))
    for stem in stems(header.title, lang):
        counts[stem] += TITLE_COUNTS
    for stem in stems(header.description, lang):
        counts[stem] += TITLE_COUNTS - 1
    return dict(sorted(counts.items()))


def _plain(parts: tuple[Part, ...]) -> str:
    return " ".join(_plain(part.parts) if isinstance(part, BlockPart) else TAG.sub(" ", part.html) for part in parts)
