"""The smaller parts of an event in a file: names, sources, media, addresses.

Knows how other tools write them. Must never know a whole file.
"""

import re
from typing import Final
from urllib.parse import urlsplit

from backstory.reading.dates import Date, DateError, parse
from backstory.reading.eventfiles.markup import plain_text
from backstory.reading.front.fields import YES
from backstory.reading.front.headers import Media, SourceEntry

_CITED: Final = re.compile(r"(?P<words>.*?)\s*\(?(?P<url>https?://[^\s()]+(?:\([^\s()]*\)[^\s()]*)*)\)?\s*", re.DOTALL)
_APART: Final = re.compile(r"\s*(?:;|\||\n)\s*")
_MAJOR: Final = YES | {"x", "major", "да", "taip", "tak", "oui", "ja"}


def names(written: str) -> tuple[str, ...]:
    """Return several names: parted by semicolons, bars or line breaks where there are any, else by commas."""
    parts = _APART.split(written) if _APART.search(written) else written.split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def is_yes(written: str) -> bool:
    """Say whether a cell says yes."""
    return written.strip().casefold() in _MAJOR


def is_web(address: str) -> bool:
    """Say whether a text is a whole address of the web."""
    try:
        return address.lower().startswith(("http://", "https://")) and bool(urlsplit(address).hostname)
    except ValueError:  # brackets that hold no IPv6 address
        return False


def media_of(url: str, caption: str = "", credit: str = "") -> Media | None:
    """Return what a slide shows, to be linked to; None for what has no address (code to embed, a lone credit)."""
    address = url.strip()
    return Media(address, plain_text(caption), plain_text(credit)) if is_web(address) else None


def sources_of(written: str, ids: str = "") -> tuple[SourceEntry, ...]:
    """Return the sources of a cell: ids, addresses, or `publisher, title, date (address)`, parted by semicolons.

    `ids` are theirs in the same order, as Backstory's own tables have them.
    """
    known = [each.strip() for each in ids.split(";")] if ids.strip() else []
    apart = r"\s*;\s+" if "://" in written else r"\s*;\s*"  # addresses may hold semicolons
    told = [each for each in re.split(apart, written.strip()) if each]
    found = [_source(each) for each in told if each.strip()]
    if len(known) == len(found):
        return tuple(_with_id(each, id) for each, id in zip(found, known, strict=True))
    return tuple(found) if found else tuple(SourceEntry(id=id) for id in known if id)


def _with_id(source: SourceEntry, id: str) -> SourceEntry:
    return SourceEntry(id, source.publisher, source.title, source.url, source.date)


def _source(written: str) -> SourceEntry:
    plain = written.strip()
    found = _CITED.fullmatch(plain)
    words, url = (found["words"].strip(), found["url"]) if found else (plain, "")
    if not url and not re.search(r"\s", words):
        return SourceEntry(id=words)
    publisher, _, rest = words.partition(", ")
    title, _, last = rest.rpartition(", ")
    date = date_or_none(last)
    if date is None:
        title = rest
    return SourceEntry(publisher=publisher or host(url), title=title, url=url, date=date)


def host(url: str) -> str:
    """Return the host of an address without `www.`: what a source without a name is called."""
    return (urlsplit(url).hostname or "").removeprefix("www.") if is_web(url) else ""


def date_or_none(text: str) -> Date | None:
    """Return the date that a text is, or None."""
    try:
        return parse(text) if text.strip() else None
    except DateError:
        return None
