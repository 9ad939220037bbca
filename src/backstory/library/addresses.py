"""Where each document stands in the site.

An *address* is a path from the site's root that starts with a slash (`/articles/a/`); an *output* is the file that a
host serves for it (`articles/a/index.html`). Knows permalink patterns. Must never know what a page says.
"""

import re
from functools import lru_cache
from pathlib import PurePosixPath

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Noting, Read, query
from backstory.files.settings import Settings
from backstory.library.documents import document, language_of, published_paths, settings, slug_of
from backstory.notes import error
from backstory.reading.document import Document

PATTERNS = {
    "article": "/articles/{slug}/",
    "timeline": "/timelines/{slug}/",
    "topic": "/topics/{slug}/",
    "person": "/people/{slug}/",
    "organization": "/organizations/{slug}/",
    "place": "/places/{slug}/",
    "term": "/terms/{slug}/",
    "question": "/questions/{slug}/",
    "figure": "/figures/{slug}/",
    "author": "/authors/{slug}/",
    "page": "/{path}{slug}/",
}
"""The permalink pattern of each kind, where the settings give no other."""

FIELDS = ("slug", "path", "year", "month", "day", "lang", "id")
BAD_ADDRESS = re.compile(r"[\s?#\\<>\"|*]|(^|/)\.\.?(/|$)|//")


@query("the address of {}")
def address(read: Read, note: Noting, path: str) -> str:
    """Return a document's address: its own permalink, or its kind's pattern filled in, below its language."""
    found, site = read(document, path), read(settings)
    own = found.header.permalink
    if own and (BAD_ADDRESS.search(own) or ":" in own):
        help = "Write a path from the site's root, such as /about/team/."
        note(error(found.place("permalink"), "address/bad-permalink", f'"{own}" can\'t be an address.', help))
        own = ""
    return _whole(own) if own else _from_pattern(read, note, found, site)


def _from_pattern(read: Read, note: Noting, found: Document, site: Settings) -> str:
    pattern = site.permalinks.get(found.kind, PATTERNS[found.kind])
    lang, slug = language_of(found.header, site), slug_of(found.path, found.header)
    values = dict.fromkeys(FIELDS, "") | {"slug": slug, "lang": lang, "id": found.header.id or slug}
    values["path"] = _folders(found, site, lang)
    date = found.header.date
    if date and date.earliest:
        year, month, day = date.earliest.text.rsplit("-", 2)
        values |= {"year": year, "month": month, "day": day}
    if found.kind == "page" and slug == "index":
        pattern = "/{path}"
    try:
        whole = _whole(pattern.format(**values))
    except (KeyError, IndexError, ValueError):
        return _whole(PATTERNS[found.kind].format(**values))
    return whole if lang == site.language or "{lang}" in pattern else f"/{lang}{whole}"


def _folders(found: Document, site: Settings, lang: str) -> str:
    """Return the folders between a kind's own and the file, each with a slash; a language's folder is left out."""
    parts = PurePosixPath(found.path).relative_to(site.content).parts[:-1]
    inner = [part for part in parts[1:] if part != lang] if parts and parts[0] == "pages" else list(parts)
    return "".join(part + "/" for part in inner if part != lang)


def _whole(permalink: str) -> str:
    """Give an address its slashes: at its start, and at its end unless it names a file."""
    start = "/" + permalink.strip("/")
    if start == "/" or PurePosixPath(start).suffix in (".html", ".htm"):
        return start
    return start + "/"


def _spots(path: str, where: str) -> list[tuple[Spot, str]]:
    return [((), where), (("at", where.casefold()), where)]


address_index = index(
    "address_index", "what stands at {1}", members=published_paths, each=address, pairs=_spots, item=str
)
"""All (path, address) under no key, and those at one address, case apart, under ("at", address)."""


@query("all addresses")
def addresses(read: Read, note: Noting) -> dict[str, str]:
    """Return address -> path for all published documents. Two documents at one address are an error naming both."""
    found: dict[str, str] = {}
    folded: dict[str, str] = {}
    for path, where in read(address_index):
        first = folded.setdefault(where.casefold(), path)
        if first != path:
            place = read(document, path).place("slug")
            sentence = f"This document and {first} have the same address, {where}."
            note(error(place, "address/collision", sentence, "Give one of them another slug."))
        else:
            found[where] = path
    return found


@query("the document at {}")
def document_at(read: Read, note: Noting, where: str) -> str:
    """Return the path of the document at an address, or nothing. Of two at one address, the first in order of path."""
    found = read(address_index, "at", where.casefold())
    return found[0][0] if found and found[0][1] == where else ""


def output_of(where: str) -> str:
    """Return the file that a host serves for an address: `/a/` -> `a/index.html`, `/a.html` -> `a.html`."""
    return where[1:] + "index.html" if where.endswith("/") else where[1:]


def relative(start: str, target: str) -> str:
    """Return the way from the page at one address to another address, as a browser follows it.

    >>> relative("/articles/a/", "/people/b/")
    '../../people/b/'
    """
    return Ways(start).to(target)


class Ways:
    """The ways from one page to others. Pages beside one another have nearly all of theirs in common."""

    __slots__ = ("_above", "_folder", "_known")

    def __init__(self, start: str) -> None:
        self._folder = start[: start.rfind("/") + 1]
        self._above = start[: start.rfind("/", 0, start.rfind("/")) + 1]
        self._known = _known(self._above)

    def to(self, target: str) -> str:
        """Return the way to an address, as a browser follows it."""
        if not self._above or target.startswith(self._folder):
            way = _way(self._folder, target)
            first = way.split("/", 1)[0]
            return "./" + way if not way or ":" in first else way
        known = self._known.get(target)
        if known is None:
            known = self._known[target] = "../" + _way(self._above, target)
            if len(self._known) > MANY_WAYS:
                self._known.clear()
        return known


MANY_WAYS = 65_536


@lru_cache(maxsize=64)
def _known(folder: str) -> dict[str, str]:
    """Return the ways that are known from all folders inside one."""
    return {}


def _way(folder: str, target: str) -> str:
    here, there = folder.split("/")[:-1], target.split("/")
    shared = 0
    for one, other in zip(here, there[:-1], strict=False):
        if one != other:
            break
        shared += 1
    return "../" * (len(here) - shared) + "/".join(there[shared:])
