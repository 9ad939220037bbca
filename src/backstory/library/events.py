"""What happened when: every event that the site's stories tell, each once.

An event is told in front matter (`events:`), or by words in a text (`[words](event:DATE)`). Told with one id in
several places it is one event, which keeps every line that tells it. Knows dates and tellings. Must never know how they
are shown.
"""

from collections.abc import Iterable

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, language_of, published_paths, settings, slug_of
from backstory.library.names import ABOUT, find, nearest
from backstory.library.sources import source, unknown_source
from backstory.notes import warning
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.document import Document, LinkMark
from backstory.reading.headers import ArticleHeader, EventEntry, TimelineHeader
from backstory.reading.slugs import slugify


class Telling(Struct, frozen=True):
    """A line that tells an event: the document, the words linked, the sentence around them, their id in the page."""

    path: str
    words: str
    sentence: str
    anchor: str


class Event(Struct, frozen=True):
    """An event. `about` holds paths of the entities that were found, `topics` those of topics or plain names.

    `home` is the document that tells it first; `text` is Markdown of one paragraph; `sources` are ids.
    """

    id: str
    lang: str
    date: Date
    title: str
    home: str
    text: str = ""
    note: str = ""
    major: bool = False
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    told: tuple[Telling, ...] = ()
    defined: bool = True
    """Whether front matter tells it; otherwise only words in a text do."""


@query("the events told in {}")
def events_in(read: Read, note: Noting, path: str) -> tuple[Event, ...]:
    """Return the events that one document tells, from its front matter and its words, not yet merged with others'."""
    found = read(document, path)
    header = found.header
    entries = header.events if isinstance(header, ArticleHeader | TimelineHeader) else ()
    told = [_from_entry(read, note, found, entry, f"events[{n}]") for n, entry in enumerate(entries)]
    return (*told, *(_from_mark(read, note, found, mark) for mark in found.marks.links if _tells(mark)))


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


def _from_entry(read: Read, note: Noting, found: Document, entry: EventEntry, key: str) -> Event:
    lang = language_of(found.header, read(settings))
    for n, id in enumerate(entry.sources):
        if read(source, id) is None:
            note(unknown_source(read, id, found.place(f"{key}.sources[{n}]")))
    return Event(
        id=entry.id or slugify(f"{entry.date.text}-{entry.title}"),
        lang=lang,
        date=entry.date,
        title=entry.title,
        home=found.path,
        text=entry.text,
        note=entry.note,
        major=entry.major,
        places=_paths(read, note, found, entry.places, lang, ("place",), ""),
        about=_paths(read, note, found, entry.about, lang, ABOUT, f"{key}.about"),
        topics=_paths(read, note, found, entry.topics or found.header.topics, lang, ("topic",), ""),
        tags=found.header.tags,
        sources=entry.sources,
    )


def _from_mark(read: Read, note: Noting, found: Document, mark: LinkMark) -> Event:
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
        topics=_paths(read, note, found, found.header.topics, lang, ("topic",), ""),
        tags=found.header.tags,
        told=(Telling(found.path, mark.words, mark.sentence, mark.anchor),),
        defined=False,
    )


def _listed(words: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in words.split(",") if word.strip())


def _paths(
    read: Read, note: Noting, found: Document, words: tuple[str, ...], lang: str, kinds: tuple[str, ...], key: str
) -> tuple[str, ...]:
    """Return the documents that names lead to, or the name itself; with a `key` that is reported."""
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


@query("all events in {}")
def events(read: Read, note: Noting, lang: str) -> tuple[Event, ...]:
    """Return all events of one language in order of time, those told with one id made one."""
    tellings: dict[str, list[Event]] = {}
    for path in read(published_paths):
        for each in read(events_in, path):
            if each.lang == lang:
                tellings.setdefault(each.id, []).append(each)
    merged = {id: _merge(each) for id, each in tellings.items()}
    _report_disagreements(read, note, merged, lang)
    return tuple(sorted(merged.values(), key=order))


def order(event: Event) -> tuple[object, ...]:
    """Return what events are sorted by: what the date could mean, then the title, then the id; a total order."""
    return (event.date.sort_key, event.title, event.id)


def _merge(tellings: list[Event]) -> Event:
    """Make one event of its tellings: what front matter says first stands before what others and texts say."""
    base = next((each for each in tellings if each.defined), tellings[0])
    others = [base, *(each for each in tellings if each is not base)]
    told = {line for each in others for line in each.told}
    return Event(
        id=base.id,
        lang=base.lang,
        date=base.date,
        title=base.title,
        home=base.home,
        text=next((each.text for each in others if each.text), ""),
        note=next((each.note for each in others if each.note), ""),
        major=any(each.major for each in others),
        places=next((each.places for each in others if each.places), ()),
        about=_once(each.about for each in others),
        topics=base.topics if base.defined and base.topics else _once(each.topics for each in others),
        tags=_once(each.tags for each in others),
        sources=_once(each.sources for each in others),
        told=tuple(sorted(told, key=lambda each: (each.path, each.anchor))),
        defined=base.defined,
    )


def _once(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in lists for name in each))


def _report_disagreements(read: Read, note: Noting, merged: dict[str, Event], lang: str) -> None:
    for path in read(published_paths):
        for each in read(events_in, path):
            whole = merged.get(each.id)
            if each.lang == lang and whole and whole.date != each.date:
                anchor = each.told[0].anchor if each.told else ""
                found = read(document, path)
                place = next(
                    (mark.place for mark in found.marks.links if anchor and mark.anchor == anchor),
                    found.place("events"),
                )
                sentence = f'"{each.id}" is dated {each.date.text} here and {whole.date.text} in {whole.home}.'
                note(warning(place, "event/dates-disagree", sentence, "Mend one, or give this event an id of its own."))
