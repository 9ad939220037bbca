"""What machines read beside the pages: feeds, sitemaps, robots.txt, redirects and headers for hosts.

Knows which stories go into which list. Must never know the formats themselves.
"""

from datetime import date, timedelta
from itertools import takewhile

from msgspec import Struct

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import today
from backstory.library.addresses import address
from backstory.library.cards import Card, card
from backstory.library.documents import published_paths, settings
from backstory.library.routes import prefix, redirects, route_at, routes
from backstory.library.stories import belongs, languages, newest, shelf, stories_of, translations
from backstory.reading.dates import Date
from backstory.rendering.dates import iso_day
from backstory.rendering.dressing.security import FRAMED, policy, with_search
from backstory.rendering.formats.correctionfeed import corrections_feed
from backstory.rendering.formats.eventfeed import event_feed, event_feed_homes, has_event_feed
from backstory.rendering.formats.feeds import Feed, FeedAuthor, FeedItem, atom, json_feed, rss
from backstory.rendering.formats.moments import stamp
from backstory.rendering.formats.searching import searchable
from backstory.rendering.formats.sitemaps import MOST_NEWS, NewsEntry, SitemapEntry, news_sitemap, sitemap_files
from backstory.rendering.frame import route_title
from backstory.rendering.vantage import vantage

FORMATS = {"feed.xml": atom, "rss.xml": rss, "feed.json": json_feed}
NEWS_DAYS = 2


def _day(when: Date | None) -> str:
    return (iso_day(when) or "") if when else ""


def _whole(read: Read, where: str) -> str:
    base = read(settings).base_url
    return base + where if base else where


def feed(read: Read, note: Noting, where: str, name: str) -> bytes:
    """Return a feed in the format that its name says: of a language's home address, or of a topic's."""
    route = read(route_at, where)
    if route and route.kind == "corrections":
        return FORMATS[name](corrections_feed(read, note, where, name, route.lang))
    if route and has_event_feed(read, route):
        return FORMATS[name](event_feed(read, note, where, name, route))
    lang, title, members = _channel(read, note, where)
    own = read(settings).language_settings(lang)
    shown = members[: read(settings).feed_length]
    made = Feed(
        id=_whole(read, where),
        url=_whole(read, where + name),
        home=_whole(read, where),
        title=title,
        description=own.description,
        lang=lang,
        authors=(FeedAuthor(own.title),),
        items=tuple(_item(read, path) for path in shown),
    )
    return FORMATS[name](made)


def _channel(read: Read, note: Noting, where: str) -> tuple[str, str, tuple[str, ...]]:
    """Return language, title and stories of what a feed stands for."""
    site = read(settings)
    route = read(route_at, where)
    if route and route.kind == "topic":
        view = vantage(read, note, where, route.lang)
        title = view.words("%(title)s: all stories", title=route_title(view, route))
        return route.lang, title, read(stories_of, route.lang, route.subject)
    topic = next((each for each in read(topics) if each.address == where), None)
    if topic:
        title = vantage(read, note, where, topic.lang).words("%(title)s: all stories", title=topic.title)
        return topic.lang, title, read(stories_of, topic.lang, topic.path)
    lang = where.strip("/") or site.language
    return lang, site.language_settings(lang).title, read(newest, lang, site.feed_length)


@query("the list of topics")
def topics(read: Read, note: Noting) -> tuple[Card, ...]:
    """Return the cards of all topics."""
    return tuple(read(card, path) for lang in read(languages) for path, _ in read(shelf, lang, "topic", ""))


def _item(read: Read, path: str) -> FeedItem:
    each, own = read(card, path), read(belongs, path)
    zone = read(settings).timezone
    when, changed = stamp(each.date, zone), stamp(each.updated or each.date, zone)
    authors = tuple(
        FeedAuthor(read(card, name).title, _whole(read, read(card, name).address))
        if name.endswith(".md")
        else FeedAuthor(name)
        for name in own.authors
    )
    names = [read(card, name).title if name.endswith(".md") else name for name in own.topics]
    return FeedItem(
        id=_whole(read, each.address),
        url=_whole(read, each.address),
        title=each.title,
        summary=each.description,
        published=when,
        updated=when if when.startswith(changed) else changed,
        authors=authors,
        tags=(*names, *own.tags),
    )


class Listing(Struct, frozen=True, array_like=True, gc=False):
    """A page in the sitemap: its address, the day on which it last changed (or nothing), and its language."""

    address: str
    modified: str
    lang: str


def _listing(path: str, each: Card) -> list[tuple[Spot, Listing]]:
    return [((), Listing(each.address, _day(each.updated or each.date), each.lang))]


sitemap_index = index(
    "sitemap_index", "the pages in the sitemap", members=published_paths, each=card, pairs=_listing, item=Listing
)


@query("the sitemaps")
def sitemaps(read: Read, note: Noting) -> dict[str, bytes]:
    """Return name -> bytes of the sitemaps; none when the site has no base_url, since they must be absolute."""
    if not read(settings).base_url:
        return {}
    entries = [_entry(read, path, listed) for path, listed in read(sitemap_index)]
    entries += [SitemapEntry(_whole(read, where)) for where in read(routes)]
    entries.sort(key=lambda each: each.url)
    made = sitemap_files(tuple(entries), lambda name: _whole(read, f"/{name}"))
    return {**dict(made), "sitemap-news.xml": _news(read)}


def _entry(read: Read, path: str, listed: Listing) -> SitemapEntry:
    others = {lang: _whole(read, read(address, each)) for lang, each in read(translations, path).items()}
    own = {listed.lang: _whole(read, listed.address)} if others else {}
    return SitemapEntry(_whole(read, listed.address), listed.modified, tuple(sorted({**own, **others}.items())))


def _news(read: Read) -> bytes:
    """Return the stories of the last two days, as news search engines want them."""
    site = read(settings)
    since = (date.fromisoformat(read(today, site.timezone)) - timedelta(days=NEWS_DAYS)).isoformat()
    fresh: list[Card] = []
    for lang in read(languages):
        cards = (read(card, path) for path in read(newest, lang, MOST_NEWS))
        fresh += takewhile(lambda each: _day(each.date) >= since, cards)
    fresh.sort(key=lambda each: each.path)
    return news_sitemap(
        tuple(
            NewsEntry(
                _whole(read, each.address),
                each.title,
                site.language_settings(each.lang).title,
                each.lang,
                stamp(each.date, site.timezone),
            )
            for each in fresh
        )
    )


def robots(read: Read, note: Noting) -> bytes:
    """Return robots.txt: everything may be read; where the sitemaps are."""
    lines = ["User-agent: *", "Allow: /"]
    lines += [f"Sitemap: {_whole(read, '/' + name)}" for name in ("sitemap.xml", "sitemap-news.xml") if read(sitemaps)]
    return ("\n".join(lines) + "\n").encode()


def redirects_file(read: Read, note: Noting) -> bytes:
    """Return the redirects as Netlify and Cloudflare Pages read them; other hosts get pages at the old addresses."""
    lines = [f"{old} {new} 301" for old, new in read(redirects).items()]
    return ("\n".join(lines) + "\n" if lines else "").encode()


def headers_file(read: Read, note: Noting) -> bytes:
    """Return headers as Netlify and Cloudflare Pages read them.

    What lies in `assets/` has a name that changes with its bytes, and may be kept for a year. An SVG or HTML file that
    somebody opens by itself runs nothing: the policy of pages holds for all files.
    """
    allowed = with_search(read(policy)) if read(searchable) else read(policy)
    return f"""/assets/*
  Cache-Control: public, max-age=31536000, immutable
/*
  Content-Security-Policy: {allowed}; {FRAMED}
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
""".encode()


def feed_homes(read: Read) -> tuple[str, ...]:
    """Return the addresses below which feeds stand: each language's home, each topic, and their timelines."""
    homes = [prefix(read, lang) + "/" for lang in read(languages)]
    homes += [where for where, route in read(routes).items() if route.kind == "corrections"]
    bare = [where for where, route in read(routes).items() if route.kind == "topic"]
    homes += event_feed_homes(read)
    return (*homes, *(each.address for each in read(topics) if each.address.endswith("/")), *bare)
