"""The front page: what it shows, and in which order where an editor arranges it.

Knows the sections that `front:` may name. Must never know how they look.
"""

from collections.abc import Callable
from typing import Any

from backstory.library.addresses import address
from backstory.library.backlinks import mentioned_by
from backstory.library.cards import card
from backstory.library.documents import document
from backstory.library.events import Event, events
from backstory.library.figures import figure_of
from backstory.library.names import STORIES, find, nearest
from backstory.library.routes import prefix
from backstory.library.stories import newest, of_kind, stories_of
from backstory.library.timelines import events_of, timeline_events
from backstory.notes import did_you_mean, error
from backstory.reading.front.headers import PageHeader
from backstory.rendering.excerpts import part_of, timeline_address
from backstory.rendering.pageviews import SectionView, StoryGroup
from backstory.rendering.support import closing_banner, support_view
from backstory.rendering.timelineviews import TimelineView
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import CardView

Fields = dict[str, Any]
STRIP = 5
LATEST = 12
NEWEST = 6
A_ROW = 4
WITH_EVENTS = ("timeline", "topic", "person", "organization", "place")


def home_fields(view: Vantage, path: str = "") -> Fields:
    """Return what a home page shows. `path` is the document that stands for it, if one does."""
    lead = featured(view, path)
    fresh = view.read(newest, view.lang, LATEST + len(lead))
    shown = tuple(each for each in fresh if each not in lead)[:LATEST]
    fields = {
        "crumbs": (),
        "featured": view.cards(lead),
        "stories": view.cards(shown),
        "figures": _numbers(view),
        "timeline": _strip(view, view.read(events, view.lang), view.words("Timeline"), "/timeline/"),
        "topic_groups": _topic_rows(view, lead),
        "support": closing_banner(view, path) if path else support_view(view),
    }
    return fields | {"front": _arranged(view, path, fields)}


def featured(view: Vantage, path: str) -> tuple[str, ...]:
    """Return the stories that a home page's header names, or else the three newest."""
    header = view.read(document, path).header if path else None
    names = header.featured if isinstance(header, PageHeader) else ()
    found = [_named(view, path, name, STORIES, f"featured[{n}]") for n, name in enumerate(names)]
    return tuple(dict.fromkeys(each for each in found if each)) or view.read(newest, view.lang, 3)


def _named(view: Vantage, path: str, name: str, kinds: tuple[str, ...], where: str) -> str:
    """Return the document that a header names, or nothing, with a finding."""
    found = find(view.read, name, view.lang, kinds).path
    if not found:
        what = "story" if kinds == STORIES else kinds[0]
        help = (
            nearest(view.read, name, kinds)
            or f"Write the slug of a published {'article' if what == 'story' else what}."
        )
        place = view.read(document, path).place(where)
        view.note(error(place, "header/unknown-featured", f'There is no published {what} "{name}".', help))
    return found


def _strip(view: Vantage, found: tuple[Event, ...], title: str, where: str) -> TimelineView | None:
    url = view.url(where if where != "/timeline/" else prefix(view.read, view.lang) + where)
    return part_of(view, found, title, url, STRIP) if found else None


def _numbers(view: Vantage) -> tuple[CardView, ...]:
    """Return the figures with a single value that most stories use, most used first."""
    used = {path: len(view.read(mentioned_by, path)) for path in view.read(of_kind, view.lang, "figure")}
    order = sorted(used, key=lambda path: (-used[path], path))
    single = [path for path in order if view.read(figure_of, path).value is not None]
    return _figures(view, single[:A_ROW])


def _figures(view: Vantage, paths: list[str]) -> tuple[CardView, ...]:
    return tuple(view.card(path, figure=view.figure(path)) for path in paths)


def _topic_rows(view: Vantage, shown: tuple[str, ...]) -> tuple[StoryGroup, ...]:
    """Return a row of stories for each topic. A story that the page shows already only fills a row up."""
    seen = set(shown)
    return tuple(_topic_row(view, topic, seen) for topic in view.read(of_kind, view.lang, "topic"))


def _topic_row(view: Vantage, topic: str, seen: set[str]) -> StoryGroup:
    row = sorted(view.read(stories_of, view.lang, topic), key=lambda path: path in seen)[:A_ROW]
    seen.update(row)
    each = view.read(card, topic)
    return StoryGroup(each.title, f"topic-{each.slug}", view.cards(tuple(row)), view.url(each.address))


class _Desk:
    """Arranges one front page, line by line. `seen` gathers the stories that it shows already."""

    def __init__(self, view: Vantage, path: str, fields: Fields) -> None:
        self.view, self.path, self.fields = view, path, fields
        self.seen = set(featured(view, path))
        self.where = ""

    def named(self, names: list[str], kinds: tuple[str, ...]) -> list[str]:
        found = (_named(self.view, self.path, name, kinds, self.where) for name in names)
        return [each for each in found if each]

    def lead(self, names: list[str]) -> list[SectionView]:
        found = self.view.cards(tuple(self.named(names, STORIES))) or self.fields["featured"]
        return [SectionView("lead", cards=found)]

    def columns(self, names: list[str]) -> list[SectionView]:
        found = self.named(names, STORIES)
        self.seen.update(found)
        return [SectionView("columns", cards=self.view.cards(tuple(found)))]

    def topics(self, names: list[str]) -> list[SectionView]:
        chosen = self.named(names, ("topic",)) if names else self.view.read(of_kind, self.view.lang, "topic")
        rows = [_topic_row(self.view, each, self.seen) for each in chosen]
        return [SectionView("topic", row.label, row.url, row.id, row.cards) for row in rows if row.cards]

    def timeline(self, names: list[str]) -> list[SectionView]:
        if not names:
            strips = [self.fields["timeline"]]
        else:
            strips = [self._strip_of(each) for each in self.named(names, WITH_EVENTS)]
        return [SectionView("timeline", each.title, each.url, timeline=each) for each in strips if each]

    def _strip_of(self, path: str) -> TimelineView | None:
        each = self.view.read(card, path)
        if each.kind == "timeline":
            return _strip(self.view, self.view.read(timeline_events, path), each.title, self.view.read(address, path))
        found = self.view.read(events_of, self.view.lang, path)
        return _strip(self.view, found, each.title, timeline_address(self.view, path))

    def figures(self, names: list[str]) -> list[SectionView]:
        found = _figures(self.view, self.named(names, ("figure",))) or self.fields["figures"]
        return [SectionView("figures", self.view.words("In numbers"), cards=found)] if found else []

    def newest(self, names: list[str]) -> list[SectionView]:
        most = int(names[0]) if names and names[0].isdigit() else NEWEST
        fresh = self.view.read(newest, self.view.lang, most + len(self.seen))
        shown = tuple(each for each in fresh if each not in self.seen)[:most]
        return [SectionView("newest", self.view.words("Latest stories"), cards=self.view.cards(shown))] if shown else []

    def text(self, names: list[str]) -> list[SectionView]:
        return [SectionView("text")]


SECTIONS: dict[str, Callable[[_Desk, list[str]], list[SectionView]]] = {
    "text": _Desk.text,
    "lead": _Desk.lead,
    "columns": _Desk.columns,
    "topics": _Desk.topics,
    "timeline": _Desk.timeline,
    "figures": _Desk.figures,
    "newest": _Desk.newest,
}


def _arranged(view: Vantage, path: str, fields: Fields) -> tuple[SectionView, ...]:
    """Return the sections that a home page's header names, in order; none where it leaves that to the theme."""
    header = view.read(document, path).header if path else None
    found: list[SectionView] = []
    desk = _Desk(view, path, fields)
    for n, line in enumerate(header.front if isinstance(header, PageHeader) else ()):
        desk.where = f"front[{n}]"
        word, *names = line.replace(",", " ").split() or [""]
        if make := SECTIONS.get(word.rstrip(":")):
            found += make(desk, names)
        else:
            place = view.read(document, path).place(desk.where)
            help = did_you_mean(word, SECTIONS) or f"Sections are: {', '.join(SECTIONS)}."
            view.note(error(place, "header/unknown-section", f'A front page has no section "{word}".', help))
    return tuple(found)
