"""What rests on what: every document and publisher that the site cites, and the stories that cite it.

Knows sources of headers, footnotes, events and counts. Must never know how a source looks on a page.
"""

from collections.abc import Iterator

import msgspec
from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, published_paths
from backstory.library.sources import all_sources
from backstory.reading.document import Document
from backstory.reading.headers import FigureHeader, SourceEntry
from backstory.reading.slugs import slugify

LONGEST_KEY = 80


class Publisher(Struct, frozen=True):
    """Who published some of the documents that the site cites. `works` are their keys, in order."""

    name: str
    works: tuple[str, ...]


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


@query("the index of citations")
def citation_index(read: Read, note: Noting) -> dict[str, tuple[str, ...]]:
    """Return key -> the paths of the documents that rest on it, in order of path."""
    found: dict[str, list[str]] = {}
    for path in read(published_paths):
        for key in read(works_in, path):
            found.setdefault(key, []).append(path)
    return {key: tuple(paths) for key, paths in sorted(found.items())}


@query("what rests on the source {}")
def cited_by(read: Read, note: Noting, key: str) -> tuple[str, ...]:
    """Return the paths of the documents that rest on a source."""
    return read(citation_index).get(key, ())


@query("the list of cited documents")
def works(read: Read, note: Noting) -> dict[str, SourceEntry]:
    """Return key -> source, whole, for every document that the site tells or cites. The first of a key stands."""
    found: dict[str, SourceEntry] = {}
    for each in read(all_sources).values():
        found.setdefault(work_key(each.source), msgspec.structs.replace(each.source, role="reference"))
    for path in read(published_paths):
        for key, entry in read(works_in, path).items():
            if not entry.id:
                found.setdefault(key, entry)
    found.pop("", None)
    return dict(sorted(found.items()))


@query("the cited document {}")
def work(read: Read, note: Noting, key: str) -> SourceEntry | None:
    """Return a cited document by its key, or None."""
    return read(works).get(key)


@query("the list of publishers")
def publishers(read: Read, note: Noting) -> dict[str, Publisher]:
    """Return address -> publisher for everybody who published something that the site tells or cites."""
    found: dict[str, tuple[str, list[str]]] = {}
    for key, entry in read(works).items():
        if name := publisher_of(entry):
            found.setdefault(publisher_address(name), (name, []))[1].append(key)
    found.pop("/publishers//", None)
    return {where: Publisher(name, tuple(keys)) for where, (name, keys) in sorted(found.items())}


@query("the publisher at {}")
def publisher_at(read: Read, note: Noting, where: str) -> Publisher | None:
    """Return the publisher whose page stands at an address, or None."""
    return read(publishers).get(where)


@query("the addresses of sources")
def source_addresses(read: Read, note: Noting) -> tuple[tuple[str, str, str], ...]:
    """Return (address, kind of page, subject) for every page about sources, in order of address."""
    found = [(f"/sources/{key}/", "source", key) for key in read(works)]
    found += [(where, "publisher", where) for where in read(publishers)]
    if found:
        found.append(("/publishers/", "publishers", ""))
    return tuple(sorted(found))
