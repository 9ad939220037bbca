"""New events as a feed: of the site's timeline and of each topic's, what became known last first.

Knows events and the stories that tell them. Must never know the formats of feeds.
"""

from collections.abc import Mapping

from backstory.engine.keys import Noting, Read, query
from backstory.library.anchors import event_anchor
from backstory.library.cards import card
from backstory.library.documents import settings
from backstory.library.events import Event, events, order
from backstory.library.routes import Route, event_home, prefix, routes
from backstory.library.stories import dated
from backstory.library.timelines import events_of
from backstory.reading.eventfiles.markup import plain_text
from backstory.rendering.dates import iso_day, show
from backstory.rendering.excerpts import event_html
from backstory.rendering.formats.feeds import Feed, FeedAuthor, FeedItem
from backstory.rendering.vantage import vantage


def event_feed_homes(read: Read) -> tuple[str, ...]:
    """Return the addresses of the timelines that have a feed: each language's whole one, and those of topics."""
    return tuple(where for where, route in read(routes).items() if has_event_feed(read, route))


def has_event_feed(read: Read, route: Route) -> bool:
    """Say whether a page's timeline has a feed of its new events."""
    if route.kind != "timeline" or route.year:
        return False
    return not route.subject or read(card, route.subject).kind == "topic"


def event_feed(read: Read, note: Noting, where: str, name: str, route: Route) -> Feed:
    """Return the feed of a timeline's events. One is as new as the first story that tells it, whenever it happened."""
    own = read(settings).language_settings(route.lang)
    view = vantage(read, note, where, route.lang)
    found = read(events_of, route.lang, route.subject) if route.subject else read(events, route.lang)
    title = read(card, route.subject).title if route.subject else own.title
    days = read(days_of, route.lang)
    newest = sorted(found, key=lambda event: (_known(days, event), order(event)), reverse=True)
    return Feed(
        id=_whole(read, where),
        url=_whole(read, where + name),
        home=_whole(read, where),
        title=view.words("%(title)s: timeline", title=title),
        description=own.description,
        lang=route.lang,
        authors=(FeedAuthor(own.title),),
        items=tuple(_item(read, days, event) for event in newest[: read(settings).feed_length]),
    )


@query("the days of the documents in {}", kept=False)
def days_of(read: Read, note: Noting, lang: str) -> dict[str, str]:
    """Return path -> day of a language's documents that have one. It holds when anything else of them is edited."""
    return {path: day for path, date in read(dated, lang) if (day := iso_day(date))}


def _known(days: Mapping[str, str], event: Event) -> str:
    """Return the day on which an event became known: that of the first dated story, else the event's own last day."""
    told = [days[path] for path in event.homes if path in days]
    last = event.date.latest or event.date.earliest
    return min(told) if told else last.text if last and 0 < last.year <= 9999 else ""


def _item(read: Read, days: Mapping[str, str], event: Event) -> FeedItem:
    anchor = event_anchor(event.id)
    home = f"{event_home(read, event.lang, event.date)}#{anchor}"
    known = _known(days, event)
    return FeedItem(
        id=_whole(read, f"{prefix(read, event.lang)}/timeline/#{anchor}"),
        url=_whole(read, home),
        title=f"{show(event.date, event.lang)}: {event.title}",
        summary=plain_text(str(event_html(event))),
        published=known,
        updated=max([known, *(days.get(path, "") for path in event.homes)]),
        tags=tuple(read(card, name).title if name.endswith(".md") else name for name in event.topics),
    )


def _whole(read: Read, where: str) -> str:
    return read(settings).base_url + where
