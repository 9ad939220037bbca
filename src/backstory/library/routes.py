"""The pages that no document stands for: archives, lists, tags, timelines of topics and entities.

Knows which of them a site has and where. Must never know what they show.
"""

from msgspec import Struct

from backstory.engine.gatherings import Spot, index
from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import choices
from backstory.files.settings import Trust
from backstory.library.addresses import address, addresses
from backstory.library.cards import Card, card
from backstory.library.citations import source_addresses
from backstory.library.documents import document, published_paths, settings
from backstory.library.events import events
from backstory.library.revisions import with_history
from backstory.library.stories import bare_topics, labels, languages, shelf, story_years, tags
from backstory.library.timelines import event_index, timeline_years, year_of
from backstory.notes import error, warning
from backstory.reading.dates import Date

LISTS: dict[str, str] = {
    "timeline": "timelines",
    "topic": "topics",
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "question": "questions",
    "figure": "figures",
    "author": "authors",
}
"""The kinds that have a page that lists them, and its place."""


WITH_TIMELINES = ("topic", "person", "organization", "place")
"""The kinds whose events get a timeline of their own."""


class Route(Struct, frozen=True, array_like=True, gc=False):
    """A page that no document stands for. `subject` is a year, a tag's slug, a kind, or a document's path.

    `year` is that of a long timeline's part.
    """

    kind: str
    lang: str
    subject: str = ""
    year: str = ""


def prefix(read: Read, lang: str) -> str:
    """Return what a language's generated addresses start with: nothing for the site's own."""
    return "" if lang == read(settings).language else f"/{lang}"


@query("the pages that no document stands for")
def routes(read: Read, note: Noting) -> dict[str, Route]:
    """Return address -> route. Where a document has the same address, the document stands."""
    found: dict[str, Route] = {}
    for lang in read(languages):
        found |= {prefix(read, lang) + where: each for where, each in _of_language(read, lang).items()}
        found |= _timelines(read, lang)
    found |= {where: Route("changes", read(card, path).lang, path) for where, path in read(with_history).items()}
    own = read(settings).language
    found |= {where: Route(kind, own, subject) for where, kind, subject in read(source_addresses)}
    taken = read(addresses)
    return {where: found[where] for where in sorted(found) if where not in taken}


def _of_language(read: Read, lang: str) -> dict[str, Route]:
    kinds = read(labels, "kinds", lang)
    found = {"/": Route("home", lang), "/archive/": Route("archive", lang), "/corrections/": Route("corrections", lang)}
    found |= {f"/archive/{year}/": Route("archive", lang, year) for year in read(story_years, lang) if year}
    found |= {f"/tags/{slug}/": Route("tag", lang, slug) for slug in read(tags, lang)}
    found |= {f"/topics/{slug}/": Route("topic", lang, name) for slug, name in read(bare_topics, lang).items()}
    found |= {f"/{where}/": Route("list", lang, kind) for kind, where in LISTS.items() if kind in kinds}
    if "topic" not in kinds and read(bare_topics, lang):
        found["/topics/"] = Route("list", lang, "topic")
    if "term" in kinds:
        found["/glossary/"] = Route("glossary", lang)
    if read(settings).trust != Trust():
        found["/trust/"] = Route("trust", lang)
    if read(settings).search and "portable" not in dict(read(choices)):
        found["/search/"] = Route("search", lang)
    if read(events, lang):
        found["/timeline/"] = Route("timeline", lang)
    found |= {f"/timeline/{year}/": Route("timeline", lang, "", year) for year in read(timeline_years, lang, "")}
    return found


def _timelines(read: Read, lang: str) -> dict[str, Route]:
    with_events = read(event_index, lang)
    owners = [path for kind in WITH_TIMELINES for path, _ in read(shelf, lang, kind, "") if path in with_events]
    found: dict[str, Route] = {}
    for path in owners:
        where = read(address, path) + "timeline/"
        if where.endswith("/timeline/"):
            found[where] = Route("timeline", lang, path)
            years = read(timeline_years, lang, path)
            found |= {f"{where}{year}/": Route("timeline", lang, path, year) for year in years}
    for path, _ in read(shelf, lang, "timeline", ""):
        where = read(address, path)
        years = read(timeline_years, lang, path) if where.endswith("/") else ()
        found |= {f"{where}{year}/": Route("timeline", lang, path, year) for year in years}
    return found


def event_home(read: Read, lang: str, date: Date) -> str:
    """Return the address of the timeline on which an event of that date is at home."""
    where = prefix(read, lang) + "/timeline/"
    return f"{where}{year_of(date)}/" if read(timeline_years, lang, "") else where


def has_timeline(each: Card) -> bool:
    """Say whether a document's events get a timeline of their own: those of topics and entities."""
    return each.kind in WITH_TIMELINES and each.address.endswith("/")


@query("what stands at {}")
def route_at(read: Read, note: Noting, where: str) -> Route | None:
    """Return the page that no document stands for at an address, or None."""
    return read(routes).get(where)


def _old(path: str, each: Card) -> list[tuple[Spot, bool]]:
    return [((), True)] if each.redirects else []


redirecting = index(
    "redirecting", "the documents with old addresses", members=published_paths, each=card, pairs=_old, item=bool
)


@query("the old addresses")
def redirects(read: Read, note: Noting) -> dict[str, str]:
    """Return old address -> new address. An old address that is in use again stays with its page."""
    found: dict[str, str] = {}
    for path, _ in read(redirecting):
        each = read(card, path)
        for n, old in enumerate(each.redirects):
            place = read(document, each.path).place(f"aliases[{n}]")
            where = "/" + old.strip("/") + ("" if old.rstrip("/").endswith((".html", ".htm")) else "/")
            if where in read(addresses) or where in read(routes):
                sentence = f"The old address {old} is a page of this site."
                note(
                    warning(place, "address/redirect-in-use", sentence, "Leave it out, or give that page another slug.")
                )
            elif found.setdefault(where, each.address) != each.address:
                sentence = f"The old address {old} leads to {found[where]} already."
                note(error(place, "address/redirect-twice", sentence, "Keep it in one of the two documents."))
    return dict(sorted(found.items()))
