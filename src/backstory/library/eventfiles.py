"""Files of events that timelines name: which they are, what they tell, and the sources that they bring.

Knows where a file stands. Must never know what becomes of its events.
"""

import posixpath
from collections.abc import Iterator

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file
from backstory.library.documents import document, language_of, settings
from backstory.notes import error
from backstory.reading.document import Document
from backstory.reading.eventfiles import FileEvent, read_event_file
from backstory.reading.front.headers import SourceEntry, TimelineHeader
from backstory.reading.slugs import slugify


@query("the events of the file {}")
def events_of_file(read: Read, note: Noting, path: str, lang: str) -> tuple[FileEvent, ...] | None:
    """Return the events of a file, or None where there is none. `lang` is that of the timeline that names it."""
    data = read(source_file, path)
    if data is None:
        return None
    found = read_event_file(data, path, lang)
    for each in found.notes:
        note(each)
    return found.events


@query("the files of events that {} names")
def event_files(read: Read, note: Noting, path: str) -> tuple[tuple[str, str], ...]:
    """Return path and language of each file that a timeline names; one that is missing is an error and left out."""
    found = read(document, path)
    header = found.header
    if not isinstance(header, TimelineHeader) or not header.event_files:
        return ()
    lang, content = language_of(header, read(settings)), read(settings).content
    known: list[tuple[str, str]] = []
    for name in header.event_files:
        where = posixpath.normpath(posixpath.join(posixpath.dirname(path), name))
        if where.startswith(content + "/") and read(events_of_file, where, lang) is not None:
            known.append((where, lang))
        else:
            help = "Put the file beside the timeline, or mend its name."
            note(error(found.place("events"), "data/missing", f'There is no file "{name}" here.', help))
    return tuple(known)


def filed(read: Read, found: Document) -> Iterator[tuple[str, FileEvent]]:
    """Yield the events of all files that a timeline names, each with the path of its file."""
    if isinstance(found.header, TimelineHeader) and found.header.event_files:
        for where, lang in read(event_files, found.path):
            for each in read(events_of_file, where, lang) or ():
                yield where, each


def filed_sources(read: Read, found: Document) -> tuple[SourceEntry, ...]:
    """Return the sources that a timeline's files tell in full, each with an id."""
    cited = (entry for _, each in filed(read, found) for entry in each.entry.cited)
    told = {filed_id(entry): with_id(entry) for entry in cited if entry.url or entry.title or entry.publisher}
    return tuple(told.values())


def filed_id(entry: SourceEntry) -> str:
    """Return the id of a source in a file: its own, or one made of its address or its words."""
    words = entry.url.partition("://")[2] or " ".join((entry.publisher, entry.title))
    return entry.id or slugify(words)[:80].strip("-")


def with_id(entry: SourceEntry) -> SourceEntry:
    """Return a source of a file with the id that it goes by."""
    return SourceEntry(filed_id(entry), entry.publisher, entry.title, entry.url, entry.date)
