"""What a site of several languages has in one of them alone, and which translations are behind their originals.

Knows languages, translations and dates. Must never know a page. Asked by editors; a build has no part in it.
"""

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import Card, card, catalog, latest
from backstory.library.stories import languages, translations


class Untranslated(Struct, frozen=True):
    """A document that has no translation into `lang` (`missing`), or one that is older than it is (`older`).

    `translation` is the older translation's path, or empty.
    """

    lang: str
    path: str
    title: str
    kind: str
    state: Literal["missing", "older"]
    translation: str = ""


@query("what is not translated")
def untranslated(read: Read, note: Noting) -> tuple[Untranslated, ...]:
    """Return what each language lacks, by language and path. Nothing in a site of one language.

    Originals count, in whatever language they were written. Authors' pages are left out: a byline leads to the same
    person from all languages.
    """
    spoken = read(languages)
    if len(spoken) < 2:
        return ()
    originals = [each for each in read(catalog) if not each.translation_of and each.kind != "author"]
    found = [due for each in originals for due in _of(read, each, spoken)]
    return tuple(sorted(found, key=lambda due: (due.lang, due.path)))


def _of(read: Read, each: Card, spoken: tuple[str, ...]) -> Iterator[Untranslated]:
    there = read(translations, each.path)
    for lang in spoken:
        if lang == each.lang:
            continue
        if lang not in there:
            yield Untranslated(lang, each.path, each.title, each.kind, "missing")
        elif _is_older(read(card, there[lang]), each):
            yield Untranslated(lang, each.path, each.title, each.kind, "older", there[lang])


def _is_older(translation: Card, original: Card) -> bool:
    """Say whether an original was updated on a later day than its translation was made or updated."""
    last = latest((translation.updated, translation.date))
    if original.updated is None or last is None or last.latest is None:
        return False
    return original.updated.anchor > last.latest
