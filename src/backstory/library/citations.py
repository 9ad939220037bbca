"""What rests on what: every document and publisher that the site cites, and the stories that cite it.

Knows sources of headers, footnotes, events and counts. Must never know how a source looks on a page.
"""

from collections.abc import Iterator

import msgspec

from backstory.engine.gatherings import Spot, index, tally
from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, published_paths
from backstory.library.sources import sources_in
from backstory.reading.document import Document
from backstory.reading.front.headers import FigureHeader, SourceEntry
from backstory.reading.slugs import slugify

LONGEST_KEY = 80


def work_key(entry: SourceEntry) -> str:
    """Return what a cited document goes by in addresses: its id, or else its title or its web address, made plain."""
    words = entry.id or entry.title or entry.url.partition("://")[2] or entry.publisher
    return slugify(words)[:LONGEST_KEY].strip("-")


def work_address(entry: SourceEntry) -> str:
    """Return the address of the page about a cited document. It stands once, in the site's own language."""
    return f"/sources/{work_key(entry)}/"


def publisher_of(entry: SourceEntry) -> str:
    """Return the name of a document's publisher; without one, the host of its address."""
    return entry.publisher or entry.url.partition("://")[2].partition("/")[0].removeprefix("www.")


def publisher_address(name: str) -> str:
    """Return the address of the page about a publisher."""
    return f"/publishers/{slugify(name)[:LONGEST_KEY].strip('-')}/"


@query("what {} cites")
def works_in(read: Read, note: Noting, path: str) -> dict[str, SourceEntry]:
    """Return key -> source for all that a document rests on; of a source with an id only the id.

    A page's list of sources is where they are told, not what it rests on; its footnotes count.
    """
    found = read(document, path)
    return {work_key(entry): entry for entry in _entries(found) if work_key(entry)}


def _entries(found: Document) -> Iterator[SourceEntry]:
    header = found.header
    for entry in header.sources:
        if found.kind != "page" or not entry.id:
            yield SourceEntry(id=entry.id) if entry.id else msgspec.structs.replace(entry, role="reference")
    for mark in found.marks.links:
        if mark.kind == "source":
            yield SourceEntry(id=mark.target.split(",", 1)[0].strip().removeprefix("source:"))
    for event in getattr(header, "events", ()):
        yield from (SourceEntry(id=id) for id in event.sources)
    if isinstance(header, FigureHeader):
        yield from (SourceEntry(id=id) for each in header.accounts for id in each.sources)
    for block in found.marks.blocks:
        if id := dict(block.options).get("source", ""):
            yield SourceEntry(id=id)


@query("the sources that {} tells")
def told_in(read: Read, note: Noting, path: str) -> tuple[SourceEntry, ...]:
    """Return the sources that a document tells: in full under an id, or by their title or address alone."""
    named = (each.source for each in read(sources_in, path))
    bare = (entry for entry in read(works_in, path).values() if not entry.id)
    return tuple(msgspec.structs.replace(entry, role="reference") for entry in (*named, *bare) if work_key(entry))


def _told(path: str, found: tuple[SourceEntry, ...]) -> list[tuple[Spot, SourceEntry]]:
    return [((work_key(entry),), entry) for entry in found]


def _resting(path: str, found: dict[str, SourceEntry]) -> list[tuple[Spot, str]]:
    return [((key,), "") for key in found]


def _listed(path: str, found: tuple[SourceEntry, ...]) -> list[tuple[Spot, str]]:
    names = [publisher_of(entry) for entry in found]
    return [
        *((("works",), work_key(entry)) for entry in found),
        *((("publishers",), name) for name in names if name),
    ]


def _published(path: str, found: tuple[SourceEntry, ...]) -> list[tuple[Spot, str]]:
    return [((publisher_address(name),), work_key(entry)) for entry in found if (name := publisher_of(entry))]


told = index("told", "the cited document {}", members=published_paths, each=told_in, pairs=_told, item=SourceEntry)
"""Key of a cited document -> (path, what that document says it is)."""
resting = index("resting", "what rests on {}", members=published_paths, each=works_in, pairs=_resting, item=str)
"""Key of a cited document -> the documents that rest on it."""
source_names = tally("source_names", "the {} cited", members=published_paths, each=told_in, pairs=_listed)
"""("works",) and ("publishers",) -> keys of all cited documents, names of all publishers."""
published_by = index(
    "published_by", "the works at {}", members=published_paths, each=told_in, pairs=_published, item=str
)
"""Address of a publisher's page -> (path, key) of every document of theirs."""


def cited_by(read: Read, key: str) -> tuple[str, ...]:
    """Return the paths of the documents that rest on a source, in order of path."""
    return tuple(path for path, _ in read(resting, key))


def work(read: Read, key: str) -> SourceEntry | None:
    """Return a cited document by its key, or None. Of several that tell it, the first in order of path stands."""
    return next((entry for _, entry in read(told, key)), None)


@query("the publishers by their addresses")
def publishers(read: Read, note: Noting) -> dict[str, str]:
    """Return address -> name of everybody who published something that the site cites. The first name stands."""
    found: dict[str, str] = {}
    for name in read(source_names, "publishers"):
        found.setdefault(publisher_address(name), name)
    return dict(sorted(found.items()))


@query("the publisher at {}")
def publisher_at(read: Read, note: Noting, where: str) -> str:
    """Return the name of the publisher whose page stands at an address, or nothing."""
    return read(publishers).get(where, "")


def works_by(read: Read, where: str) -> tuple[str, ...]:
    """Return the keys of a publisher's documents, by the address of their page."""
    return tuple(sorted({key for _, key in read(published_by, where)}))


@query("the addresses of sources")
def source_addresses(read: Read, note: Noting) -> tuple[tuple[str, str, str], ...]:
    """Return (address, kind of page, subject) for every page about sources, in order of address."""
    found = [(f"/sources/{key}/", "source", key) for key in read(source_names, "works")]
    found += [(where, "publisher", where) for where in read(publishers)]
    if found:
        found.append(("/publishers/", "publishers", ""))
    return tuple(sorted(found))
