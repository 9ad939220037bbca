"""Phrases with capitals in running text that may be names: of people, places and bodies that nobody has written up.

Knows letters and the commonest words. Must never know which documents there are.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import body, document, kind_of, settings
from backstory.library.mentions.forms import root
from backstory.library.mentions.known import finder
from backstory.reading.dates.wordlists import MONTHS, NOISE
from backstory.reading.markup.runs import Piece, Run, begins_sentence, pieces

_WORD: Final = re.compile(r"[^\W\d_]+")
_LINKING: Final = frozenset(("of", "de", "for", "von", "van", "der", "du", "da", "di"))
_NO_NAMES: Final = frozenset((
    "i", "the", "a", "an", "in", "on", "at", "by", "from", "to", "today", "this", "that", "mr", "mrs", "ms", "dr",
    "der", "die", "das", "ein", "eine", "im", "le", "la", "les", "el", "los",
))  # fmt: skip
"""Words that may have a capital and begin no name."""
NOUNS: Final = ("de", "lb")
"""Languages that write every noun with a capital: there only phrases of several words may be names."""


class Phrase(Struct, frozen=True):
    """A phrase of one document: `key` is the same for all its forms; `words` as they stand first; how often."""

    key: str
    words: str
    count: int
    line: int
    column: int


@query("the names in {} that no document goes by")
def phrases_in(read: Read, note: Noting, path: str) -> tuple[Phrase, ...]:
    """Return the phrases with capitals in a document that are no known names, in order.

    Whoever is named in full may go by the surname afterwards.
    """
    found, lang = read(document, path), read(card, path).lang
    search = read(finder, lang)
    counts: dict[str, list[str]] = {}
    texts = pieces(read(body, path).parts, found.marks.blocks)
    small = {word for piece in texts for word in _WORD.findall(piece.html) if word.islower()}
    hits = [search.find(piece.html) if piece.runs else [] for piece in texts]
    content = read(settings).content
    named = {root(_WORD.findall(piece.html[each.start : each.end])[-1], lang)
             for piece, some in zip(texts, hits, strict=True) for each in some
             if kind_of(each.paths[0], content) == "person"}  # fmt: skip
    for piece, some in zip(texts, hits, strict=True):
        spans = [(hit.start, hit.end) for hit in some]
        for run in piece.runs:
            for words in _phrases(piece, run, spans, small, lang):
                if root(words, lang) not in named:
                    counts.setdefault(root(words, lang), []).append(words)
    return tuple(
        Phrase(key, words[0], len(words), *_place(found.text, found.first_line, words[0]))
        for key, words in counts.items()
    )


def _place(text: str, first: int, words: str) -> tuple[int, int]:
    """Return the line and column of words in a text, both from 1, or of its beginning."""
    at = max(text.find(words), 0)
    start = text.rfind("\n", 0, at) + 1
    return first + text.count("\n", 0, at), at - start + 1


def _phrases(piece: Piece, run: Run, taken: Iterable[tuple[int, int]], small: set[str], lang: str) -> Iterator[str]:
    """Give the phrases of a run. `taken` are the spans of known names, `small` the text's words in small letters."""
    near = [span for span in taken if span[0] < run.end and span[1] > run.start]
    for words in _sequences(piece.html, run):
        if any(start < words[-1].end() and end > words[0].start() for start, end in near):
            continue
        first = begins_sentence(piece, run, words[0].start())
        low = words[0][0].lower()
        kept = words[1:] if low in _NO_NAMES or (first and low in small) else words
        single = len(kept) == 1
        if not kept or (single and (lang in NOUNS or _is_plain(kept[0][0], first=first and kept is words))):
            continue
        yield " ".join(piece.html[kept[0].start() : kept[-1].end()].split())


def _is_plain(word: str, *, first: bool) -> bool:
    """Say whether a single word with a capital is likely no name: a month, a day, the first word of a sentence."""
    low = word.lower()
    return len(word) < 2 or low in MONTHS or low in NOISE or low in _NO_NAMES or (first and not word.isupper())


def _sequences(html: str, run: Run) -> Iterator[list["re.Match[str]"]]:
    """Give the words with capitals that stand next to one another, small linking words between them included."""
    words: list[re.Match[str]] = []
    linking: list[re.Match[str]] = []
    for word in _WORD.finditer(html, run.start, run.end):
        end = (linking or words)[-1].end() if words else -1
        joined = words and html[end : word.start()] in (" ", "\n", "-")
        if words and not joined:
            yield words
            words, linking = [], []
        if word[0][0].isupper():
            words, linking = [*words, *linking, word], []
        elif words and word[0] in _LINKING and not linking:
            linking = [word]
        elif words:
            yield words
            words, linking = [], []
    if words:
        yield words
