"""The pages that no document stands for: home, archive, glossary, corrections, tags, lists, whole timelines.

Knows what each lists, and in which order. Must never know how it looks.
"""

from collections.abc import Callable
from typing import Any

from backstory.library.addresses import address
from backstory.library.alphabets import initial
from backstory.library.backlinks import LARGE as MANY
from backstory.library.backlinks import mentioned_by, year_of_document
from backstory.library.cards import card
from backstory.library.documents import document
from backstory.library.routes import Route, prefix
from backstory.library.stories import (
    bare_topics,
    corrected_stories,
    of_kind,
    stories_of,
    stories_of_year,
    story_years,
    tag_name,
)
from backstory.reading.front.headers import ArticleHeader
from backstory.rendering.articles import backlink, notices
from backstory.rendering.formats.searching import search_page
from backstory.rendering.frame import crumbs, list_crumb, route_title
from backstory.rendering.fronts import home_fields
from backstory.rendering.pageviews import LogEntry, StoryGroup
from backstory.rendering.revisionpages import changes_fields
from backstory.rendering.sourcepages import publisher_fields, publishers_fields, source_fields
from backstory.rendering.timelinepages import month_heading, part_by_year, timeline_home
from backstory.rendering.trust import trust_fields
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import CardView, LinkView

Fields = dict[str, Any]
LARGE = 300
"""An archive of more stories than this shows only the newest of each year on its first page."""
NEWEST_OF_A_YEAR = 10


def route_fields(view: Vantage, found: Route) -> Fields:
    """Return what a page that no document stands for shows, by the names of PageView's fields."""
    return {"title": route_title(view, found), "crumbs": crumbs(view)} | KINDS[found.kind](view, found)


def _home(view: Vantage, found: Route) -> Fields:
    own = view.settings.language_settings(view.lang)
    return home_fields(view) | {"title": own.title, "description": own.description}


def _archive(view: Vantage, found: Route) -> Fields:
    """Return the archive: a year by its months; or all years, of a large archive only the newest of each."""
    if found.subject:
        archive = view.url(prefix(view.read, view.lang) + "/archive/")
        groups = _by_month(view, found.subject)
        return {"groups": groups, "crumbs": crumbs(view, LinkView(view.words("Archive"), archive))}
    years = view.read(story_years, view.lang)
    of_year = {year: view.read(stories_of_year, view.lang, year) for year in years}
    most = NEWEST_OF_A_YEAR if sum(map(len, of_year.values())) > LARGE else LARGE
    groups = tuple(_year(view, year, paths[:most]) for year, paths in of_year.items())
    return {"groups": groups, "description": view.words("Everything on this site")}


def _by_month(view: Vantage, year: str) -> tuple[StoryGroup, ...]:
    months: dict[int, list[CardView]] = {}
    for path in view.read(stories_of_year, view.lang, year):
        date = view.read(card, path).date
        first, last = (date.earliest, date.latest) if date else (None, None)
        month = first.month if first and last and (last.year, last.month) == (first.year, first.month) else 0
        months.setdefault(month, []).append(view.card(path))
    return tuple(
        StoryGroup(month_heading(view, int(year), month) if month else year, f"m{month:02d}", tuple(cards))
        for month, cards in months.items()
    )


def _year(view: Vantage, year: str, paths: tuple[str, ...]) -> StoryGroup:
    where = f"{prefix(view.read, view.lang)}/archive/{year}/"
    label = year or view.words("Undated")
    return StoryGroup(label, f"y{year}" if year else "undated", view.cards(paths), view.url(where) if year else "")


def _glossary(view: Vantage, found: Route) -> Fields:
    letters: dict[str, list[CardView]] = {}
    for path in view.read(of_kind, view.lang, "term"):
        letters.setdefault(initial(view.read(card, path).title, view.lang), []).append(view.card(path))
    groups = (StoryGroup(letter, f"letter-{n}", tuple(cards)) for n, (letter, cards) in enumerate(letters.items(), 1))
    return {"groups": tuple(groups)}


def _corrections(view: Vantage, found: Route) -> Fields:
    entries: list[tuple[Any, LogEntry]] = []
    for path in view.read(corrected_stories, view.lang):
        header = view.read(document, path).header
        if not isinstance(header, ArticleHeader):
            continue
        shown = view.card(path) if header.corrections else None
        for notice, dated in zip(
            notices(view, header.corrections, "correction"),
            sorted(header.corrections, key=lambda each: each.date.sort_key, reverse=True),
            strict=True,
        ):
            assert shown is not None
            where = view.url(view.read(address, path), notice.id)
            entries.append(((dated.date.sort_key, path), LogEntry(shown, notice, where)))
    entries.sort(key=lambda item: item[0], reverse=True)
    return {"log": tuple(entry for _, entry in entries)}


def _tag(view: Vantage, found: Route) -> Fields:
    members = view.read(stories_of, view.lang, f"tag:{found.subject}")
    return {"title": view.read(tag_name, view.lang, found.subject), "stories": view.cards(members)}


def _topic(view: Vantage, found: Route) -> Fields:
    return {
        "title": found.subject,
        "stories": view.cards(view.read(stories_of, view.lang, found.subject)),
        "crumbs": crumbs(view, *list_crumb(view, "topic")),
        "timeline": None,
    }


def _list(view: Vantage, found: Route) -> Fields:
    cards = list(view.cards(view.read(of_kind, view.lang, found.subject)))
    if found.subject == "topic":
        start = prefix(view.read, view.lang)
        bare = view.read(bare_topics, view.lang)
        cards += [
            CardView("topic", view.words("Topic"), name, view.url(f"{start}/topics/{slug}/"))
            for slug, name in bare.items()
        ]
    return {"stories": tuple(cards)}


def _timeline(view: Vantage, found: Route) -> Fields:
    """Return a generated timeline: of the site, a topic or an entity; of a long one a year, or the latest events."""
    each = view.read(card, found.subject) if found.subject else None
    title = view.words("Timeline: %(name)s", name=each.title) if each else view.words("Timeline")
    steps = (*list_crumb(view, each.kind), view.link(found.subject)) if each else ()
    if each and each.kind == "timeline":
        title = f"{each.title}, {found.year}"
    elif found.year:
        start = timeline_home(view, found.subject)
        steps, title = (*steps, LinkView(title, view.url(start))), f"{title}, {found.year}"
    return {
        "title": title,
        "description": each.description if each else "",
        "timeline": part_by_year(view, found.subject, found.year, title),
        "crumbs": crumbs(view, *steps),
    }


def _mentions(view: Vantage, found: Route) -> Fields:
    """Return the page with all mentions of a document; where there are very many, those of one year."""
    each, every = view.read(card, found.subject), view.read(mentioned_by, found.subject)
    years = {path: year_of_document(view.read, path) for path in every}
    parts = tuple(dict.fromkeys(years.values())) if len(every) > MANY else ()
    year = found.year or (parts[0] if parts else "")
    shown = tuple(path for path in every if not parts or years[path] == year)
    start, title = f"{each.address}mentions/", view.words("Mentions: %(name)s", name=each.title)
    steps = (*list_crumb(view, each.kind), view.link(found.subject))
    if found.year:
        steps, title = (*steps, LinkView(title, view.url(start))), f"{title}, {found.year}"
    return {
        "title": title,
        "crumbs": crumbs(view, *steps),
        "mentioned_in": tuple(backlink(view, found.subject, path) for path in shown),
        "parts": tuple(LinkView(part, view.url(f"{start}{part}/"), part == year) for part in parts if part),
    }


KINDS: dict[str, Callable[[Vantage, Route], Fields]] = {
    "home": _home,
    "archive": _archive,
    "glossary": _glossary,
    "corrections": _corrections,
    "tag": _tag,
    "topic": _topic,
    "list": _list,
    "timeline": _timeline,
    "mentions": _mentions,
    "source": source_fields,
    "publisher": publisher_fields,
    "publishers": publishers_fields,
    "trust": trust_fields,
    "changes": changes_fields,
    "search": lambda view, found: {"search": search_page(view)},
}
