"""The names that may be looked for in a language's texts, and those that two documents share.

Knows which documents have names, and which one goes before another. Must never know a text.
"""

from collections.abc import Iterator

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import Called, called
from backstory.library.documents import document, published_paths, settings
from backstory.library.mentions.finder import Finder, Name
from backstory.library.names import find, fold
from backstory.notes import warning

ENTITIES = ("person", "organization", "place")
MENTIONED = (*ENTITIES, "term")
"""The kinds whose names are looked for in texts."""
EVERYWHERE = "*"


def _namings(path: str, each: Called) -> Iterator[tuple[Spot, Called]]:
    if each.kind in MENTIONED:
        yield (each.lang,), each
    if each.kind in ENTITIES and each.names and not each.translation_of:
        yield (EVERYWHERE,), each


namings = index(
    "namings",
    "the names of entities and terms in {}",
    members=published_paths,
    each=called,
    pairs=_namings,
    item=Called,
)
"""Language -> (entity or term, what it is called); `EVERYWHERE` -> entities that may lend their names to others."""


@query("the names to look for in {}")
def known_names(read: Read, note: Noting, lang: str) -> tuple[Name, ...]:
    """Return the names that a language's texts are searched for; names that two documents share are noted.

    Those are the titles and other names of the language's own entities and terms, and the other names of entities that
    have no document in this language. A term goes behind an entity of the same name.
    """
    own, site = read(namings, lang), read(settings)
    found = [name for path, each in own for name in _names(path, each, (each.title, *each.names))]
    translated = {
        find(read, each.translation_of, site.language, (each.kind,)).path for _, each in own if each.translation_of
    }
    for path, each in read(namings, EVERYWHERE):
        if each.lang != lang and path not in translated:
            found += [Name(name.text, path, rank=2) for name in _names(path, each, each.names)]
    skipped = {fold(name) for name in site.mentions.skip}
    kept = tuple(name for name in found if fold(name.text) not in skipped)
    _complain(read, note, kept)
    return kept


def _names(path: str, each: Called, texts: tuple[str, ...]) -> Iterator[Name]:
    """Give each name once, as it is and without what a title says in brackets at its end, "Georgia (country)"."""
    term = each.kind == "term"
    whole = (text.strip(' \n«»“”„‘’"') for text in texts)
    both = (form for text in whole for form in (text, _without_brackets(text)))
    for text in dict.fromkeys(both):
        if len(text) > 1 and text[0].isalnum() and any(map(str.isalpha, text)):
            yield Name(text, path, rank=int(term), ordinary=term)


def _without_brackets(text: str) -> str:
    return text[: text.rindex("(")].rstrip() if text.endswith(")") and "(" in text[1:] else text


def _complain(read: Read, note: Noting, names: tuple[Name, ...]) -> None:
    """Note each name that nothing tells from another document's."""
    owners: dict[tuple[str, int], dict[str, Name]] = {}
    for name in names:
        owners.setdefault((fold(name.text), name.rank), {}).setdefault(name.path, name)
    for (_, rank), same in sorted(owners.items()):
        if len(same) > 1 and rank < 2:
            paths = tuple(same)
            last = paths[-1]
            sentence = f'"{same[last].text}" could be {" or ".join(paths)}, so texts that say it get no link.'
            help = "Give one of them another name, or name it in the setting mentions.skip."
            place = read(document, last).place(_key(read(called, last).names, same[last].text))
            note(warning(place, "mention/ambiguous", sentence, help))


def _key(others: tuple[str, ...], name: str) -> str:
    """Return the header key that gives a document a name."""
    return f"also_known_as[{others.index(name)}]" if name in others else "title"


@query("the search for names in {}", kept=False)
def finder(read: Read, note: Noting, lang: str) -> Finder:
    """Return what finds names in a language's texts."""
    return Finder(lang, read(known_names, lang))
