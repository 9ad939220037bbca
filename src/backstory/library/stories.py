"""Which stories belong to a topic, an entity, a tag or an author.

Knows memberships. Must never know how well two stories fit together.
"""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from backstory.engine.gatherings import Spot, index, tally
from backstory.engine.keys import Noting, Read, query
from backstory.library.alphabets import order
from backstory.library.cards import Card, card
from backstory.library.documents import document, published_paths, settings
from backstory.library.mentions.seen import seen_in
from backstory.library.names import ABOUT, find, nearest
from backstory.notes import error, warning
from backstory.reading.dates import Date
from backstory.reading.slugs import slugify


class Listed(Struct, frozen=True, array_like=True, gc=False):
    """What a list sorts a document by."""

    title: str
    date: Date | None = None


def newest_first(found: Iterable[tuple[str, Listed]]) -> tuple[str, ...]:
    """Sort documents by date, newest first; undated ones last; equal dates by title, then path."""
    by_name = sorted(found, key=lambda each: (each[1].title, each[0]))
    dated = [each for each in by_name if each[1].date]
    dated.sort(key=lambda each: each[1].date.sort_key if each[1].date else (), reverse=True)
    return (*(path for path, _ in dated), *(path for path, each in by_name if not each.date))


def _year(each: Card) -> str:
    first = each.date.earliest if each.date else None
    return f"{first.year:04d}" if first else ""


def _shelf(path: str, each: Card) -> list[tuple[Spot, Listed]]:
    year = _year(each) if each.kind == "article" else ""
    return [((each.lang, each.kind, year), Listed(each.title, each.date))]


def _labels(path: str, each: Card) -> list[tuple[Spot, str]]:
    years = [(("years", each.lang), _year(each))] if each.kind == "article" else []
    return [(("languages",), each.lang), (("kinds", each.lang), each.kind), *years]


def _marked(path: str, each: Card) -> list[tuple[Spot, str]]:
    corrected: list[tuple[Spot, str]] = [(("corrected", each.lang), "")] if each.corrected else []
    return [*corrected, (("translations",), each.translation_of)] if each.translation_of else corrected


def _dated(path: str, each: Card) -> list[tuple[Spot, Date]]:
    return [((each.lang,), each.date)] if each.date else []


shelf = index("shelf", "the {1}s of {0} {2}", members=published_paths, each=card, pairs=_shelf, item=Listed)
"""Language, kind, year (of stories only) -> (path, what it is sorted by)."""
labels = tally("labels", "the {} there are", members=published_paths, each=card, pairs=_labels)
"""("languages",), ("kinds", lang), ("years", lang) -> how many documents have each."""
marked = index("marked", "the documents marked {}", members=published_paths, each=card, pairs=_marked, item=str)
"""("corrected", lang), and ("translations",) with what they are translations of -> the documents."""
dated = index("dated", "the dates of the documents in {}", members=published_paths, each=card, pairs=_dated, item=Date)
"""Language -> (path, its date), of the documents that have one."""


@query("the languages of the site")
def languages(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the languages that have published documents, the site's own first."""
    own = read(settings).language
    return (own, *(lang for lang in read(labels, "languages") if lang != own))


@query("the stories in {}")
def stories(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the paths of a language's articles, newest first."""
    return tuple(path for year in read(story_years, lang) for path in read(stories_of_year, lang, year))


@query("the newest stories in {}")
def newest(read: Read, note: Noting, lang: str, most: int) -> tuple[str, ...]:
    """Return the paths of a language's newest articles, at most `most`, newest first."""
    found: list[str] = []
    for year in read(story_years, lang):
        found += read(stories_of_year, lang, year)
        if len(found) >= most:
            break
    return tuple(found[:most])


@query("the corrected stories in {}")
def corrected_stories(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the paths of a language's articles that were corrected."""
    return tuple(path for path, _ in read(marked, "corrected", lang))


@query("the years of stories in {}")
def story_years(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the years of a language's articles, in four digits, newest first; last nothing, if any is undated."""
    return tuple(reversed(read(labels, "years", lang)))


@query("the stories of the year {1} in {0}")
def stories_of_year(read: Read, note: Noting, lang: str, year: str) -> tuple[str, ...]:
    """Return the paths of a year's articles, newest first."""
    return newest_first(read(shelf, lang, "article", year))


class Belongs(Struct, frozen=True, array_like=True, gc=False):
    """What a document belongs to: paths of topics and entities where there is a document, plain names elsewhere.

    `lang`, `kind` and `listed` are the document's own.
    """

    lang: str
    kind: str
    listed: Listed
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
        lang=each.lang,
        kind=each.kind,
        listed=Listed(each.title, each.date),
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


def _memberships(path: str, own: Belongs) -> list[tuple[Spot, Listed]]:
    if own.kind != "article":
        return []
    tags = (f"tag:{slugify(tag)}" for tag in own.tags)
    return [((own.lang, key), own.listed) for key in dict.fromkeys((*own.topics, *own.about, *own.authors, *tags))]


def _names(path: str, own: Belongs) -> Iterator[tuple[Spot, str]]:
    if own.kind == "article":
        yield from ((("tags", own.lang), slugify(tag)) for tag in own.tags)
        yield from ((("topics", own.lang), name) for name in own.topics if not name.endswith(".md"))


membership = index(
    "membership", "the stories of {1} in {0}", members=published_paths, each=belongs, pairs=_memberships, item=Listed
)
"""Language, and topic, entity, author (path or name) or `tag:slug` -> (article, what it is sorted by)."""
named_by_stories = tally(
    "named_by_stories", "the {} that stories name", members=published_paths, each=belongs, pairs=_names
)
"""("tags", lang) -> slugs; ("topics", lang) -> names of topics without a document."""


@query("the stories of {1} in {0}, in order")
def stories_of(read: Read, note: Noting, lang: str, key: str) -> tuple[str, ...]:
    """Return the articles that belong to a topic, entity, author or `tag:slug`, newest first."""
    return newest_first(read(membership, lang, key))


@query("the tags in {}")
def tags(read: Read, note: Noting, lang: str) -> tuple[str, ...]:
    """Return the slug of every tag of a language's articles, in order."""
    return tuple(read(named_by_stories, "tags", lang))


@query("the name of the tag {1} in {0}")
def tag_name(read: Read, note: Noting, lang: str, slug: str) -> str:
    """Return a tag as its oldest article writes it."""
    oldest = read(stories_of, lang, f"tag:{slug}")[-1]
    return next(tag for tag in read(belongs, oldest).tags if slugify(tag) == slug)


@query("the topics without a document in {}")
def bare_topics(read: Read, note: Noting, lang: str) -> dict[str, str]:
    """Return slug -> name of the topics that stories name and nobody wrote a document for."""
    return dict(sorted((slugify(name), name) for name in read(named_by_stories, "topics", lang)))


@query("the documents of kind {1} in {0}")
def of_kind(read: Read, note: Noting, lang: str, kind: str) -> tuple[str, ...]:
    """Return the paths of a language's documents of one kind (not stories, which go by years), by title."""
    found = read(shelf, lang, kind, "")
    return tuple(path for path, each in sorted(found, key=lambda each: (order(each[1].title, lang), each[0])))


@query("the list of translations")
def translated_paths(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the paths of the documents that say that they are translations."""
    return tuple(path for path, _ in read(marked, "translations"))


@query("the original of {}")
def original(read: Read, note: Noting, path: str) -> tuple[str, str]:
    """Return the path of the document that a translation translates, and the translation's language."""
    each = read(card, path)
    found = find(read, each.translation_of, read(settings).language, (each.kind,)).path
    if found and found != path:
        return found, each.lang
    place = read(document, path).place("translation_of")
    help = nearest(read, each.translation_of, (each.kind,)) or "Name the original's file or slug."
    note(error(place, "header/unknown-original", f'There is no {each.kind} "{each.translation_of}".', help))
    return "", each.lang


def _original(path: str, found: tuple[str, str]) -> list[tuple[Spot, str]]:
    return [((found[0],), found[1]), ((path, "of"), found[0])] if found[0] else []


translation_index = index(
    "translation_index", "the translations of {}", members=translated_paths, each=original, pairs=_original, item=str
)
"""An original -> (translation, its language); (translation, "of") -> (translation, its original)."""


@query("the translations of {}, by language")
def translations(read: Read, note: Noting, path: str) -> dict[str, str]:
    """Return language -> path of a document's translations and its original, itself left out."""
    if not read(translated_paths):
        return {}
    root = next((found for _, found in read(translation_index, path, "of")), path)
    found = {lang: each for each, lang in read(translation_index, root) if each != path}
    return found if root == path else {read(card, root).lang: root, **found}
