"""What each page says of itself to machines: its JSON-LD, from the same documents as the page.

Knows which schema.org words fit which kind of page. Must never know how they are written down.
"""

from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from backstory.library.anchors import event_anchor
from backstory.library.cards import Card, called, card
from backstory.library.documents import body, document
from backstory.library.events import Event
from backstory.library.links import written
from backstory.library.sources import header_sources, source
from backstory.library.stories import belongs, translations
from backstory.reading.headers import ArticleHeader, FigureHeader, SourceEntry
from backstory.rendering import metadata as said
from backstory.rendering.dates import iso_day
from backstory.rendering.dates import show as show_date
from backstory.rendering.metadata import Answered, Cited, Measure, Notice, Thing, ThingKind, Translated
from backstory.rendering.pageviews import PageView
from backstory.rendering.stories import Story, story
from backstory.rendering.timelinefiles import timeline_at
from backstory.rendering.vantage import Vantage, image_address

Data = said.Data
THINGS: dict[str, ThingKind] = {
    "person": "Person",
    "author": "Organization",
    "organization": "Organization",
    "place": "Place",
    "term": "DefinedTerm",
    "topic": "CreativeWorkSeries",
}


def described(view: Vantage, page: PageView, path: str) -> PageView:
    """Return a page with its JSON-LD."""
    found = [*_of(view, page, path), *_way(view, page)]
    data = said.document(found[0] if len(found) == 1 else found) if found else None
    return replace(page, head=replace(page.head, json_ld=said.script_text(data) if data else Markup("")))


def _of(view: Vantage, page: PageView, path: str) -> list[Data]:
    url = view.absolute(view.here)
    match page.kind:
        case "missing":
            return []
        case "article":
            return story(_story(view, path))
        case "home":
            own = view.settings.language_settings(view.lang)
            publisher = _publisher(view)
            return [said.website(own.title, url, description=own.description, lang=view.lang, publisher=publisher)]
        case "timeline":
            return [_timeline(view, page, path, url)]
        case "figure":
            return [_figure(view, path, url)]
        case "question":
            return [said.faq((Answered(page.title, str(page.body), url),), url=url, inLanguage=view.lang)]
        case "term":
            own = view.settings.language_settings(view.lang)
            return [said.term(_thing(view, path), f"{view.words('Glossary')} – {own.title}")]
        case "person" | "organization" | "place":
            return [said.thing(_thing(view, path))]
        case _:
            return [_collection(view, page, url)]


def _way(view: Vantage, page: PageView) -> list[Data]:
    if len(page.crumbs) < 2 and page.kind != "article":
        return []
    steps = [(each.title, view.absolute(resolved(view, each.url))) for each in page.crumbs]
    return [said.breadcrumbs((*steps, (page.title, "")))] if steps else []


def resolved(view: Vantage, url: str) -> str:
    """Return the address that a relative link of this page leads to."""
    from posixpath import normpath

    if url.startswith(("/", "http:", "https:")) or not url:
        return url
    way = url.removesuffix("index.html") if view.portable else url
    joined = normpath(view.here + way)
    return joined if joined == "/" or not way.endswith("/") else joined + "/"


def _publisher(view: Vantage) -> Thing:
    return Thing("NewsMediaOrganization", view.settings.title, view.absolute("/"))


def _thing(view: Vantage, path: str) -> Thing:
    each = view.read(card, path)
    return Thing(
        kind=THINGS.get(each.kind, "Thing"),
        name=each.title,
        url=view.absolute(each.address),
        description=each.description,
        names=view.read(called, path).names,
    )


def cited(view: Vantage, entry: SourceEntry) -> Cited:
    """Return a source as machines read it."""
    date = (iso_day(entry.date) or "") if entry.date else ""
    return Cited(entry.title, entry.publisher, entry.url, date, entry.lang)


def _citations(view: Vantage, path: str) -> tuple[Cited, ...]:
    """Return every source of a document: those of its header, then those of its footnotes, each once."""
    found = {each.id or each.url or each.title: each for each in view.read(header_sources, path)}
    for mark in view.read(document, path).marks.links:
        entry = view.read(source, written(mark).removeprefix("source:")) if mark.kind == "source" else None
        if entry:
            found.setdefault(entry.id, entry)
    return tuple(cited(view, each) for each in found.values())


def _story(view: Vantage, path: str) -> Story:
    each, own, found = view.read(card, path), view.read(belongs, path), view.read(document, path)
    header = found.header
    assert isinstance(header, ArticleHeader)
    topics = [view.read(card, name).title if name.endswith(".md") else name for name in own.topics]
    image = view.absolute(image_address(view.read, path, each.image)) if each.image else ""
    return Story(
        form=each.form,
        url=view.absolute(each.address),
        headline=each.title,
        kicker=each.kicker,
        description=each.description,
        images=(image,) if image else (),
        published=(iso_day(each.date) or "") if each.date else "",
        modified=(iso_day(each.updated) or "") if each.updated else "",
        authors=tuple(_thing(view, name) if name.endswith(".md") else Thing("Person", name) for name in own.authors),
        publisher=_publisher(view),
        lang=each.lang,
        section=topics[0] if topics else "",
        keywords=(*topics, *own.tags),
        words=view.read(body, path).words,
        about=tuple(_thing(view, name) for name in own.about),
        citations=_citations(view, path),
        corrections=tuple(
            Notice(notice.text, iso_day(notice.date) or "", view.absolute(f"{each.address}#correction-{n}"))
            for n, notice in enumerate(header.corrections, 1)
        ),
        part_of=tuple(_thing(view, name) for name in own.topics if name.endswith(".md")),
        **_translations(view, each),
    )


def _translations(view: Vantage, each: Card) -> dict[str, Any]:
    found = {lang: view.read(card, path) for lang, path in view.read(translations, each.path).items()}
    told = {lang: Translated(lang, view.absolute(other.address), other.title) for lang, other in found.items()}
    if not each.translation_of:
        return {"translations": tuple(told.values())}
    original = next((lang for lang, other in found.items() if not other.translation_of), "")
    return {
        "original": told.get(original),
        "translations": tuple(other for lang, other in told.items() if lang != original),
    }


def _timeline(view: Vantage, page: PageView, path: str, url: str) -> Data:
    events = page.timeline.events if page.timeline else ()
    told = tuple(happening(view, event) for event in shown_events(view, path))
    return said.timeline(page.title, url, told[: len(events)], lang=view.lang, description=page.description)


def shown_events(view: Vantage, path: str) -> tuple[Event, ...]:
    """Return the events of the timeline that stands at this page: a document's, or a route's."""
    return view.read(timeline_at, view.here)


def happening(view: Vantage, event: Event) -> said.Happening:
    """Return an event as machines read it."""
    places = tuple(view.read(card, name).title if name.endswith(".md") else name for name in event.places)
    sources = tuple(cited(view, entry) for id in event.sources if (entry := view.read(source, id)))
    here = view.absolute(view.here)
    where = f"{here}#{event_anchor(event.id)}" if here else ""
    return said.Happening(event.date, event.title, where, event.text, places, sources)


def _figure(view: Vantage, path: str, url: str) -> Data:
    header = view.read(document, path).header
    assert isinstance(header, FigureHeader)
    points = [
        Measure(show_date(point.date, view.lang), point.value, iso_day(point.date) or "") for point in header.series
    ]
    points += [Measure(row.label, row.value) for row in header.breakdown]
    if header.value is not None:
        as_of = (iso_day(header.as_of) or "") if header.as_of else ""
        points.insert(0, Measure(header.title, header.value, as_of))
    return said.figure(header.title, url, header.unit, tuple(points), _citations(view, path), description=header.note)


def _collection(view: Vantage, page: PageView, url: str) -> Data:
    parts = page.stories or tuple(each for group in page.groups for each in group.cards)
    listed = tuple((each.title, view.absolute(resolved(view, each.url))) for each in parts)
    return said.collection(page.title, url, listed, description=page.description, inLanguage=view.lang)
