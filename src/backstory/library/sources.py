"""The sources that the site rests on, each known by its id wherever it is named.

Knows which document says what a source is. Must never know how a source is cited on a page.
"""

import msgspec
from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, published_paths
from backstory.library.eventfiles import filed_id, filed_sources
from backstory.notes import Note, did_you_mean, error, warning
from backstory.places import Place
from backstory.reading.front.headers import SourceEntry


class Definition(Struct, frozen=True):
    """A source told in full, and where."""

    source: SourceEntry
    path: str
    key: str
    filed: bool = False
    """Whether a file of events tells it, which gives way to any header."""


@query("the sources told in {}")
def sources_in(read: Read, note: Noting, path: str) -> tuple[Definition, ...]:
    """Return the sources that a document's header tells in full (more than an id) and gives an id; then its files'."""
    found = read(document, path)
    told = tuple(
        Definition(entry, path, f"sources[{index}]")
        for index, entry in enumerate(found.header.sources)
        if entry.id and (entry.publisher or entry.title or entry.url)
    )
    return (*told, *(Definition(entry, path, "events", True) for entry in filed_sources(read, found)))


@query("the list of all sources")
def all_sources(read: Read, note: Noting) -> dict[str, Definition]:
    """Return id -> definition. The first in order of path stands; one that says otherwise is a warning."""
    found: dict[str, Definition] = {}
    for path in read(published_paths):
        for each in read(sources_in, path):
            first = found.setdefault(each.source.id, each)
            if first.filed and not each.filed:
                found[each.source.id] = each
            elif first is not each and not each.filed and _plain(first.source) != _plain(each.source):
                place = read(document, path).place(each.key)
                sentence = f'The source "{each.source.id}" is told otherwise in {first.path}.'
                note(
                    warning(
                        place, "source/conflict", sentence, "Give one of them another id, or name it by its id only."
                    )
                )
    return found


def _plain(source: SourceEntry) -> SourceEntry:
    return msgspec.structs.replace(source, role="reference")


@query("the source {}")
def source(read: Read, note: Noting, id: str) -> SourceEntry | None:
    """Return a source by its id, or None."""
    found = read(all_sources).get(id)
    return found.source if found else None


@query("the source at {}")
def source_at(read: Read, note: Noting, url: str) -> str:
    """Return the id of the source that has an address, the first in order of path, or nothing."""
    told = (each for each in read(all_sources).values() if each.source.url == url)
    first = min(told, key=lambda each: (each.filed, each.path, each.source.id), default=None)
    return first.source.id if first else ""


def cited_id(read: Read, entry: SourceEntry) -> str:
    """Return the id of a source that a file of events cites: its own where somebody tells it, else its address's."""
    if entry.id and read(source, entry.id):
        return entry.id
    return (read(source_at, entry.url) if entry.url else "") or filed_id(entry)


def completed(read: Read, entry: SourceEntry) -> SourceEntry | None:
    """Return an entry that only names a source with the rest filled in, keeping its role; None for an unknown id."""
    if entry.publisher or entry.title or entry.url:
        return entry
    whole = read(source, entry.id)
    return msgspec.structs.replace(whole, role=entry.role) if whole else None


def unknown_source(read: Read, id: str, place: Place) -> Note:
    """Make the finding for an id that no document tells."""
    help = did_you_mean(id, read(all_sources)) or "Tell it under sources: in a document's front matter."
    return error(place, "source/unknown", f'There is no source "{id}".', help)


@query("the sources of {}")
def header_sources(read: Read, note: Noting, path: str) -> tuple[SourceEntry, ...]:
    """Return the sources of a document's header, complete. An unknown id is an error and left out."""
    found = read(document, path)
    whole: list[SourceEntry] = []
    for index, entry in enumerate(found.header.sources):
        each = completed(read, entry)
        if each is None:
            note(unknown_source(read, entry.id, found.place(f"sources[{index}]")))
        else:
            whole.append(each)
    return tuple(whole)


def sources_of(read: Read, path: str) -> tuple[SourceEntry, ...]:
    """Return what `header_sources` does; of a document that names none, without asking."""
    return read(header_sources, path) if read(document, path).header.sources else ()
