"""Which stories belong to a topic, an entity, a tag or an author.

Knows memberships. Must never know how well two stories fit together.
"""

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import Card, card, catalog, newest_first
from backstory.library.documents import document, published_paths, settings
from backstory.library.mentions.seen import seen_in
from backstory.library.names import ABOUT, find, nearest
from backstory.notes import error, warning
from backstory.reading.slugs import slugify


@query("the languages of the site")
def languages(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the languages that have published documents, the site's own first."""
    own = read(settings).language
    return (own, *sorted({each.lang for each in read(catalog)} - {own}))


@query("the stories in {}")
def stories(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the paths of a language's articles, newest first."""
    found = tuple(each for each in read(catalog) if each.kind == "article" and each.lang == lang)
    return tuple(each.path for each in newest_first(found))


@query("the corrected stories in {}")
def corrected_stories(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the paths of a language's articles that were corrected."""
    return tuple(each.path for each in read(catalog) if each.corrected and each.lang == lang)


@query("the years of stories in {}")
def story_years(read: Read, note: Noting, lang: str) -> dict[str, tuple[str, ...]]:
    """Return year (four digits, or nothing for the undated) -> paths of a language's articles, newest first."""
    found: dict[str, list[str]] = {}
    own = tuple(each for each in read(catalog) if each.kind == "article" and each.lang == lang)
    for each in newest_first(own):
        first = each.date.earliest if each.date else None
        found.setdefault(f"{first.year:04d}" if first else "", []).append(each.path)
    return {year: tuple(paths) for year, paths in found.items()}


@query("the stories of the year {1} in {0}")
def stories_of_year(read: Read, note: Noting, lang: str, year: str) -> tuple[str, ...]:
    """Return the paths of a year's articles, newest first."""
    return read(story_years, lang).get(year, ())


class Belongs(Struct, frozen=True):
    """What a document belongs to: paths of topics and entities where there is a document, plain names elsewhere."""

    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@query("what {} belongs to")
def belongs(read: Read, note: Noting, path: str) -> Belongs:
    """Return a document's topics, entities, authors and tags, found by their names.

    A story is about what its header says, and about whom and what it names in its title, in its description or often.
    """
    each = read(card, path)
    return Belongs(
        topics=_found(read, each.topics, each.lang, ("topic",)),
        about=_about(read, note, each),
        authors=_found(read, each.authors, each.lang, ("author",)),
        tags=each.tags,
    )


def _found(read: Read, names: tuple[str, ...], lang: str, kinds: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(find(read, name, lang, kinds).path or name for name in names))


def _about(read: Read, note: Noting, each: Card) -> tuple[str, ...]:
    found: list[str] = []
    for n, name in enumerate(each.about):
        path = find(read, name, each.lang, ABOUT).path
        if path:
            found.append(path)
        else:
            place = read(document, each.path).place(f"about[{n}]")
            help = nearest(read, name, ABOUT) or "Write a document about it, or leave it out."
            note(warning(place, "header/unknown-about", f'There is no document on "{name}".', help))
    if each.kind == "article":
        found += [seen.path for seen in read(seen_in, each.path) if seen.central]
    return tuple(dict.fromkeys(found))


@query("the index of what stories belong to")
def membership(read: Read, note: Noting, lang: str) -> dict[str, tuple[str, ...]]:
    """Return topic, entity, author (path or name) or `tag:slug` -> paths of a language's articles, newest first."""
    found: dict[str, list[str]] = {}
    for path in read(stories, lang):
        own = read(belongs, path)
        tags = (f"tag:{slugify(tag)}" for tag in own.tags)
        for key in dict.fromkeys((*own.topics, *own.about, *own.authors, *tags)):
            found.setdefault(key, []).append(path)
    return {key: tuple(each) for key, each in sorted(found.items())}


@query("the stories of {1} in {0}")
def stories_of(read: Read, note: Noting, lang: str, key: str) -> tuple[str, ...]:
    """Return the articles that belong to a topic, entity, author or `tag:slug`, newest first."""
    return read(membership, lang).get(key, ())


@query("the tags in {}")
def tags(read: Read, note: Noting, lang: str) -> dict[str, str]:
    """Return slug -> name of every tag of a language's articles, as it was written first."""
    found: dict[str, str] = {}
    own = tuple(each for each in read(catalog) if each.kind == "article" and each.lang == lang)
    for each in reversed(newest_first(own)):
        for tag in each.tags:
            found.setdefault(slugify(tag), tag)
    return dict(sorted(found.items()))


@query("the topics without a document in {}")
def bare_topics(read: Read, note: Noting, lang: str) -> dict[str, str]:
    """Return slug -> name of the topics that stories name and nobody wrote a document for."""
    named = (name for path in read(stories, lang) for name in read(belongs, path).topics)
    known = set(read(published_paths))
    return dict(sorted((slugify(name), name) for name in set(named) if name not in known))


@query("the documents of kind {1} in {0}")
def of_kind(read: Read, note: Noting, lang: str, kind: str) -> tuple[str, ...]:
    """Return the paths of a language's documents of one kind, by title."""
    found = [each for each in read(catalog) if each.kind == kind and each.lang == lang]
    return tuple(each.path for each in sorted(found, key=lambda each: (each.title.casefold(), each.path)))


@query("the translations of {}")
def translations(read: Read, note: Noting, path: str) -> dict[str, str]:
    """Return language -> path of a document's translations, itself left out."""
    groups = read(translation_groups)
    return {lang: other for lang, other in groups.get(path, {}).items() if other != path}


@query("the index of translations")
def translation_groups(read: Read, note: Noting) -> dict[str, dict[str, str]]:
    """Return path -> language -> path for every document that is a translation or has one."""
    groups: dict[str, dict[str, str]] = {}
    for each in read(catalog):
        if not each.translation_of:
            continue
        original = find(read, each.translation_of, read(settings).language, (each.kind,)).path
        if not original or original == each.path:
            place = read(document, each.path).place("translation_of")
            help = nearest(read, each.translation_of, (each.kind,)) or "Name the original's file or slug."
            note(error(place, "header/unknown-original", f'There is no {each.kind} "{each.translation_of}".', help))
            continue
        group = groups.setdefault(original, {read(card, original).lang: original})
        group[each.lang] = each.path
    return {path: group for group in groups.values() for path in group.values()}
