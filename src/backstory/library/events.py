"""What happened when: every event that the site's stories, timelines and files of events tell, each once.

An event is told in front matter (`events:`), by words in a text (`[words](event:DATE)`), or in a file that a timeline
names. Told with one id in several places, or of one day in nearly the same words, it is one event. Knows who tells
what. Must never know how events are shown.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, language_of, published_paths, settings, slug_of
from backstory.library.eventfiles import filed
from backstory.library.merging import Event, Telling, merged, order
from backstory.library.names import ABOUT, find, nearest
from backstory.library.sameness import Groups, Teller, groups
from backstory.library.sources import cited_id, source, unknown_source
from backstory.notes import warning
from backstory.places import Place
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.document import Document, LinkMark
from backstory.reading.front.headers import ArticleHeader, EventEntry, TimelineHeader
from backstory.reading.markup.headingids import unique
from backstory.reading.slugs import slugify

__all__ = ["Event", "Telling", "event_id", "event_spot", "events", "events_in", "order", "places_in"]


@query("the events told in {}")
def events_in(read: Read, note: Noting, path: str) -> tuple[Event, ...]:
    """Return the events that one document tells: of its front matter, its files, and its words; not yet merged."""
    found = read(document, path)
    entries, filed_ones = _entries(found), tuple(filed(read, found))
    marks = tuple(mark for mark in found.marks.links if _tells(mark))
    if not (entries or filed_ones or marks):
        return ()
    lang = language_of(found.header, read(settings))
    usual = _paths(read, note, found, found.header.topics, lang, ("topic",), "")
    taken: set[str] = set()
    told = [_from_entry(read, note, found, entry, entry.key, usual, taken) for entry in entries]
    for _, each in filed_ones:
        telling = _from_entry(read, note, found, each.entry, "", usual, taken)
        told.append(telling if each.named else msgspec.structs.replace(telling, named=False))
    return (*told, *(_from_mark(read, note, found, mark, usual) for mark in marks))


@query("where {} tells its events")
def places_in(read: Read, note: Noting, path: str) -> tuple[Place, ...]:
    """Return the place of each of a document's events, in the order of `events_in`."""
    found = read(document, path)
    entries = [found.place(entry.key) for entry in _entries(found)]
    entries += [Place(where, each.line, each.column) for where, each in filed(read, found)]
    return (*entries, *(mark.place for mark in found.marks.links if _tells(mark)))


def _entries(found: Document) -> tuple[EventEntry, ...]:
    return found.header.events if isinstance(found.header, ArticleHeader | TimelineHeader) else ()


def event_id(mark: LinkMark, found: Document) -> str:
    """Return the id of the event that words in a text tell: the one given, or one of their own."""
    return mark.id or f"{slug_of(found.path, found.header)}-{mark.anchor}"


def _tells(mark: LinkMark) -> bool:
    return mark.kind == "event" and _date(mark) is not None


def _date(mark: LinkMark) -> Date | None:
    try:
        return parse(mark.target.removeprefix("event:"))
    except DateError:  # the scanner has said so
        return None


def _from_entry(
    read: Read, note: Noting, found: Document, entry: EventEntry, key: str, usual: tuple[str, ...], taken: set[str]
) -> Event:
    """Make a telling of an entry of front matter, or, without a key, of a file: its unknown names stay plain words.

    Without an id of its own it gets one of the document's slug and its date: `taken` has those of the entries before.
    Its words may then be put better, and its address stays.
    """
    lang = language_of(found.header, read(settings))
    for n, id in enumerate(entry.sources):
        if read(source, id) is None:
            note(unknown_source(read, id, found.place(f"{key}.sources[{n}]")))
    cited = tuple(cited_id(read, each) for each in entry.cited)
    story = found.kind == "article"
    topics = _paths(read, note, found, entry.topics, lang, ("topic",), "") if entry.topics else usual
    return Event(
        id=entry.id or unique(slugify(f"{slug_of(found.path, found.header)}-{entry.date.text}"), taken),
        lang=lang,
        date=entry.date,
        title=entry.title,
        home=found.path,
        text=entry.text,
        html=entry.html,
        note=entry.note,
        major=entry.major,
        places=_paths(read, note, found, entry.places, lang, ("place",), ""),
        about=_paths(read, note, found, entry.about, lang, ABOUT, f"{key}.about" if key else ""),
        topics=topics,
        tags=found.header.tags,
        sources=tuple(dict.fromkeys((*entry.sources, *(id for id in cited if read(source, id))))),
        media=(entry.media,) if entry.media else (),
        told=(Telling(found.path, entry.title, "", ""),) if story else (),
        named=bool(entry.id),
        homes=(found.path,),
        same_as=entry.same_as,
        not_same_as=entry.not_same_as,
    )


def _from_mark(read: Read, note: Noting, found: Document, mark: LinkMark, usual: tuple[str, ...]) -> Event:
    lang = language_of(found.header, read(settings))
    options = dict(mark.options)
    date = _date(mark)
    assert date is not None
    return Event(
        id=event_id(mark, found),
        lang=lang,
        date=date,
        title=options.get("title", "") or mark.sentence or mark.words,
        home=found.path,
        major="major" in mark.classes,
        places=_paths(read, note, found, _listed(options.get("place", "")), lang, ("place",), ""),
        about=_paths(read, note, found, _listed(options.get("about", "")), lang, ABOUT, "text"),
        topics=usual,
        tags=found.header.tags,
        told=(Telling(found.path, mark.words, mark.sentence, mark.anchor),),
        defined=False,
        named=bool(mark.id),
        homes=(found.path,),
        same_as=_listed(options.get("same_as", "")),
        not_same_as=_listed(options.get("not_same_as", "")),
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _paths(
    read: Read, note: Noting, found: Document, words: tuple[str, ...], lang: str, kinds: tuple[str, ...], key: str
) -> tuple[str, ...]:
    """Return the documents that names lead to, or the name itself; with a `key` that is reported."""
    if not words:
        return ()
    result: list[str] = []
    for n, name in enumerate(words):
        path = find(read, name, lang, kinds).path
        if not path and key:
            help = nearest(read, name, kinds) or "Write a document about it, or leave it out."
            note(
                warning(found.place(f"{key}[{n}]"), "header/unknown-about", f'There is no document on "{name}".', help)
            )
        result.append(path or name)
    return tuple(dict.fromkeys(result))


@query("which events told in {} are one")
def sameness(read: Read, note: Noting, lang: str) -> Groups:
    """Return which ids of a language are one event."""
    return groups(tuple(teller(n, each) for n, each in _tellings(read, lang)))


def _tellings(read: Read, lang: str) -> Iterator[tuple[int, Event]]:
    """Yield the tellings of one language in order of path, each with its number in its document."""
    for path in read(published_paths):
        for n, each in enumerate(read(events_in, path)):
            if each.lang == lang:
                yield n, each


def teller(n: int, told: Event) -> Teller:
    """Return a telling as it is compared: by its title, and by the words of a story that tell it."""
    ways = dict.fromkeys((told.title, *(line.words for line in told.told)))
    return Teller(
        (told.home, n),
        told.id,
        (told.date.earliest, told.date.latest),
        tuple(ways),
        told.lang,
        told.same_as,
        told.not_same_as,
    )


@query("all events in {}")
def events(read: Read, note: Noting, lang: str) -> tuple[Event, ...]:
    """Return all events of one language in order of time, those that are one made one."""
    first = read(sameness, lang).first
    tellings: dict[str, list[Event]] = {}
    for _, each in _tellings(read, lang):
        tellings.setdefault(first[each.id], []).append(each)
    return tuple(sorted((merged(each) for each in tellings.values()), key=order))


class Spot(Struct, frozen=True, array_like=True, gc=False):
    """Under which id an event stands, and its date."""

    id: str
    date: Date


@query("the ids of all events in {}")
def event_spots(read: Read, note: Noting, lang: str) -> dict[str, Spot]:
    """Return every id by which an event is told -> the id and the date under which it stands."""
    return {id: Spot(event.id, event.date) for event in read(events, lang) for id in (event.id, *event.also)}


@query("where the event {1} in {0} stands")
def event_spot(read: Read, note: Noting, lang: str, id: str) -> Spot | None:
    """Return under which id and date an event stands that is told by some id, or None."""
    return read(event_spots, lang).get(id)
