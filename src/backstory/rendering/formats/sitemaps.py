"""Lists of a site's addresses for search engines.

Knows sitemaps.org's protocol 0.9, its `hreflang` alternates and Google's news extension. Must never know which pages
belong in a list.
"""

import re
from collections.abc import Callable, Iterator
from urllib.parse import quote

from msgspec import Struct

from backstory.rendering.templating.escaping import element

MOST_ADDRESSES = 50_000
"""What one sitemap may hold (sitemaps.org, "Sitemap file requirements")."""
MOST_BYTES = 50 * 1024 * 1024 - 1024
"""How large one may be before compression, less its frame."""
MOST_NEWS = 1_000
"""What one news sitemap may hold (Google, "Create a news sitemap")."""

_SPACES = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
_XHTML = 'xmlns:xhtml="http://www.w3.org/1999/xhtml"'
_NEWS = 'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"'
_NOT_IN_ADDRESS = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+")


class SitemapEntry(Struct, frozen=True):
    """A page. `url` is absolute, `modified` a W3C date (`2021-08-03`, or with a time and a zone), or empty.

    `alternates` are (language, absolute address) of the page in each of its languages, its own among them.
    """

    url: str
    modified: str = ""
    alternates: tuple[tuple[str, str], ...] = ()


class NewsEntry(Struct, frozen=True):
    """A story of the last two days. `publication` is the site's name, `published` a W3C date or time."""

    url: str
    title: str
    publication: str
    lang: str
    published: str


def sitemap(entries: tuple[SitemapEntry, ...]) -> bytes:
    """Return one sitemap. Its callers see to the limits; `sitemap_files` does."""
    return _urlset([_url(entry) for entry in entries], any(entry.alternates for entry in entries))


def sitemap_index(files: tuple[tuple[str, str], ...]) -> bytes:
    """Return an index of sitemaps: (absolute address, when its newest page changed, or empty)."""
    found = [f"<sitemap>{element('loc', _escaped(url))}{_lastmod(modified)}</sitemap>" for url, modified in files]
    return _document(f"<sitemapindex {_SPACES}>", *found, "</sitemapindex>")


def sitemap_files(
    entries: tuple[SitemapEntry, ...], absolute: Callable[[str], str], most: int = MOST_ADDRESSES
) -> tuple[tuple[str, bytes], ...]:
    """Return (file name, bytes): `sitemap.xml`, and `sitemap-1.xml` and so on where it is an index of several.

    `absolute` makes a file's name its address. Each file holds at most `most` pages and `MOST_BYTES` bytes.
    """
    written = [_url(entry) for entry in entries]
    spaces = any(entry.alternates for entry in entries)
    parts = list(_parts(written, most))
    if len(parts) < 2:
        return (("sitemap.xml", _urlset(written, spaces)),)
    names = [f"sitemap-{n}.xml" for n in range(1, len(parts) + 1)]
    newest = [max(entry.modified for entry in entries[part]) for part in parts]
    index = sitemap_index(tuple(zip(map(absolute, names), newest, strict=True)))
    files = (_urlset(written[part], spaces) for part in parts)
    return ("sitemap.xml", index), *zip(names, files, strict=True)


def news_sitemap(entries: tuple[NewsEntry, ...]) -> bytes:
    """Return Google's news sitemap of the first 1,000 entries, the most it takes."""
    return _document(f"<urlset {_SPACES} {_NEWS}>", *map(_news, entries[:MOST_NEWS]), "</urlset>")


def _news(entry: NewsEntry) -> str:
    publication = element("news:name", entry.publication) + element("news:language", _news_language(entry.lang))
    return (
        f"<url>{element('loc', _escaped(entry.url))}<news:news><news:publication>{publication}</news:publication>"
        f"{element('news:publication_date', entry.published)}{element('news:title', entry.title)}</news:news></url>"
    )


def _news_language(lang: str) -> str:
    """Return a language as Google's news wants it: its plain code, but for the two kinds of written Chinese."""
    plain, _, more = lang.lower().partition("-")
    if plain == "zh":
        return "zh-tw" if more.startswith(("hant", "tw", "hk", "mo")) else "zh-cn"
    return plain


def _parts(written: list[str], most: int) -> Iterator[slice]:
    """Yield which entries share a file, so that none holds too many or too many bytes."""
    start = size = 0
    for n, entry in enumerate(written):
        length = len(entry.encode("utf-8")) + 1
        if n - start >= most or size + length > MOST_BYTES:
            yield slice(start, n)
            start, size = n, 0
        size += length
    if start < len(written):
        yield slice(start, len(written))


def _url(entry: SitemapEntry) -> str:
    links = "".join(
        element("xhtml:link", "", {"rel": "alternate", "hreflang": lang, "href": _escaped(url)})
        for lang, url in entry.alternates
    )
    return f"<url>{element('loc', _escaped(entry.url))}{_lastmod(entry.modified)}{links}</url>"


def _lastmod(modified: str) -> str:
    return element("lastmod", modified) if modified else ""


def _escaped(url: str) -> str:
    """Return an address as the protocol wants it: what is not ASCII percent-encoded (RFC 3986), all else as it is."""
    return _NOT_IN_ADDRESS.sub(lambda match: quote(match[0].encode("utf-8", "replace"), safe=""), url)


def _urlset(urls: list[str], alternates: bool) -> bytes:
    return _document(f"<urlset {_SPACES}{f' {_XHTML}' if alternates else ''}>", *urls, "</urlset>")


def _document(*parts: str) -> bytes:
    return "\n".join(('<?xml version="1.0" encoding="utf-8"?>', *parts, "")).encode("utf-8")
