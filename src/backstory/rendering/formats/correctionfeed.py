"""The corrections log as a feed: every correction by itself, the newest first.

Knows corrected stories. Must never know the formats of feeds.
"""

from backstory.engine.keys import Noting, Read
from backstory.library.cards import card
from backstory.library.documents import document, settings
from backstory.library.stories import corrected_stories
from backstory.reading.front.headers import ArticleHeader
from backstory.rendering.excerpts import one_paragraph
from backstory.rendering.formats.feeds import Feed, FeedAuthor, FeedItem
from backstory.rendering.formats.moments import stamp
from backstory.rendering.vantage import vantage


def corrections_feed(read: Read, note: Noting, where: str, name: str, lang: str) -> Feed:
    """Return the feed of a language's corrections. Each has the address of its notice on the story's page."""
    own = read(settings).language_settings(lang)
    view = vantage(read, note, where, lang)
    return Feed(
        id=_whole(read, where),
        url=_whole(read, where + name),
        home=_whole(read, where),
        title=view.words("%(title)s: corrections", title=own.title),
        description=own.description,
        lang=lang,
        authors=(FeedAuthor(own.title),),
        items=tuple(_items(read, lang))[: read(settings).feed_length],
    )


def _items(read: Read, lang: str) -> list[FeedItem]:
    found: list[tuple[object, FeedItem]] = []
    for path in read(corrected_stories, lang):
        each, header = read(card, path), read(document, path).header
        assert isinstance(header, ArticleHeader)
        for n, notice in enumerate(header.corrections, 1):
            url = _whole(read, f"{each.address}#correction-{n}")
            when = stamp(notice.date, read(settings).timezone)
            item = FeedItem(
                url, url, each.title, summary=one_paragraph(notice.text).striptags(), published=when, updated=when
            )
            found.append(((notice.date.sort_key, path, n), item))
    found.sort(key=lambda pair: pair[0], reverse=True)  # type: ignore[arg-type,return-value]
    return [item for _, item in found]


def _whole(read: Read, where: str) -> str:
    return read(settings).base_url + where
