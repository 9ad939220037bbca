"""A site's latest stories as Atom, RSS and JSON Feed.

Knows the three formats: RFC 4287, RSS 2.0 with the namespaces that readers expect, JSON Feed 1.1. Must never know where
stories come from, or what time it is: a feed is as old as its newest item, so that equal builds are equal.
"""

from typing import Any
from uuid import NAMESPACE_URL, uuid5

from msgspec import Struct

from backstory.rendering.formats.moments import EPOCH, newest, rfc822, rfc3339
from backstory.rendering.templating.escaping import attribute, clean, element, json_bytes, text

GENERATOR = "Backstory"

_SCHEMES = ("http:", "https:", "urn:", "tag:")


class FeedAuthor(Struct, frozen=True):
    """Who wrote something; `url` is their page."""

    name: str
    url: str = ""


class FeedItem(Struct, frozen=True):
    """A story in a feed.

    `url` is absolute, or relative when the site has no base_url. `title` and `summary` are plain text; `html` is the
    whole story with absolute addresses, or empty. `published` and `updated` are RFC 3339 or a bare day (taken at noon
    UTC). `lang` is set where it is not the feed's.
    """

    id: str
    url: str
    title: str
    summary: str = ""
    html: str = ""
    published: str = ""
    updated: str = ""
    authors: tuple[FeedAuthor, ...] = ()
    tags: tuple[str, ...] = ()
    lang: str = ""


class Feed(Struct, frozen=True):
    """A feed. `home` is the page that it stands for, `url` its own address (each format has one)."""

    id: str
    url: str
    home: str
    title: str
    description: str = ""
    lang: str = ""
    authors: tuple[FeedAuthor, ...] = ()
    items: tuple[FeedItem, ...] = ()

    @property
    def updated(self) -> str:
        """When the newest item was published or last changed (RFC 3339); the epoch for an empty feed."""
        return newest(tuple(when for item in self.items for when in (item.published, item.updated))) or EPOCH


def atom(feed: Feed) -> bytes:
    """Return the feed as Atom (RFC 4287)."""
    return _document(
        f'<feed xmlns="http://www.w3.org/2005/Atom"{_lang(feed.lang)}>',
        element("id", _iri(feed.id)),
        element("title", feed.title),
        element("subtitle", feed.description) if feed.description else "",
        element("updated", feed.updated),
        element("link", "", {"rel": "self", "type": "application/atom+xml", "href": feed.url}),
        element("link", "", {"rel": "alternate", "type": "text/html", "href": feed.home}),
        *(_atom_author(each) for each in feed.authors or (FeedAuthor(feed.title),)),
        element("generator", GENERATOR),
        *(_atom_entry(item) for item in feed.items),
        "</feed>",
    )


def _atom_entry(item: FeedItem) -> str:
    published = rfc3339(item.published)
    parts = (
        f"<entry{_lang(item.lang)}>",
        element("id", _iri(item.id)),
        element("title", item.title),
        element("link", "", {"rel": "alternate", "type": "text/html", "href": item.url}),
        element("published", published) if published else "",
        element("updated", newest((item.published, item.updated)) or EPOCH),
        *(_atom_author(each) for each in item.authors),
        *(element("category", "", {"term": tag}) for tag in item.tags),
        element("summary", item.summary) if item.summary else "",
        element("content", item.html, {"type": "html"}) if item.html else "",
        "</entry>",
    )
    return "\n".join(part for part in parts if part)


def _atom_author(author: FeedAuthor) -> str:
    return f"<author>{element('name', author.name)}{element('uri', author.url) if author.url else ''}</author>"


def _iri(id: str) -> str:
    """Return an id as Atom demands it: absolute (RFC 4287, 4.2.6). What is not becomes the same UUID every time."""
    return id if id.startswith(_SCHEMES) else uuid5(NAMESPACE_URL, clean(id)).urn


def rss(feed: Feed) -> bytes:
    """Return the feed as RSS 2.0, with its own address (atom:link), whole stories (content) and bylines (dc)."""
    spaces = (
        'xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"'
    )
    return _document(
        f'<rss version="2.0" {spaces}>\n<channel>',
        element("title", feed.title),
        element("link", feed.home),
        element("description", _html(feed.description or feed.title)),
        element("language", feed.lang) if feed.lang else "",
        element("lastBuildDate", rfc822(feed.updated)),
        element("generator", GENERATOR),
        element("atom:link", "", {"rel": "self", "type": "application/rss+xml", "href": feed.url}),
        *(_rss_item(item) for item in feed.items),
        "</channel>\n</rss>",
    )


def _rss_item(item: FeedItem) -> str:
    permanent = "" if item.id == item.url and item.id.startswith(_SCHEMES[:2]) else "false"
    published = rfc822(item.published or item.updated)
    parts = (
        "<item>",
        element("title", item.title),
        element("link", item.url),
        element("guid", item.id, {"isPermaLink": permanent}),
        element("pubDate", published) if published else "",
        *(element("dc:creator", author.name) for author in item.authors),
        *(element("category", tag) for tag in item.tags),
        element("description", _html(item.summary)) if item.summary else "",
        element("content:encoded", item.html) if item.html else "",
        "</item>",
    )
    return "\n".join(part for part in parts if part)


def _html(words: str) -> str:
    """Return plain text as HTML, which is what RSS takes a description for."""
    return text(words)


def json_feed(feed: Feed) -> bytes:
    """Return the feed as JSON Feed 1.1."""
    return json_bytes(
        _given(
            version="https://jsonfeed.org/version/1.1",
            title=clean(feed.title),
            home_page_url=feed.home,
            feed_url=feed.url,
            description=clean(feed.description),
            language=feed.lang,
            authors=[_given(name=each.name, url=each.url) for each in feed.authors],
        )
        | {"items": [_json_item(item) for item in feed.items]},
        indent=2,
    )


def _json_item(item: FeedItem) -> dict[str, Any]:
    words = clean(item.summary or item.title)
    return _given(
        id=item.id,
        url=item.url,
        title=clean(item.title),
        summary=clean(item.summary),
        content_html=clean(item.html),
        content_text="" if item.html else words,
        date_published=rfc3339(item.published),
        date_modified=rfc3339(item.updated),
        authors=[_given(name=each.name, url=each.url) for each in item.authors],
        tags=list(item.tags),
        language=item.lang,
    )


def _given(**values: Any) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value}


def _lang(lang: str) -> str:
    return f' xml:lang="{attribute(lang)}"' if lang else ""


def _document(*parts: str) -> bytes:
    return "\n".join(('<?xml version="1.0" encoding="utf-8"?>', *(part for part in parts if part), "")).encode("utf-8")
