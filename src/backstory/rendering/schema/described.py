"""What each page says of itself to machines: its JSON-LD, from the same documents as the page.

Knows which schema.org words fit which kind of page. Must never know how they are written down.
"""

from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from backstory.library.anchors import event_anchor
from backstory.library.cards import Card, called, card
from backstory.library.citations import work, work_address
from backstory.library.claims import VERDICTS, Claim, claim_anchor, claims_in
from backstory.library.documents import body, document
from backstory.library.events import Event
from backstory.library.figures import figure_of
from backstory.library.links import written
from backstory.library.routes import route_at
from backstory.library.sources import source, sources_of
from backstory.library.stories import belongs, translations
from backstory.reading.front.headers import ArticleHeader, AuthorHeader, SourceEntry
from backstory.rendering.dates import iso_day
from backstory.rendering.dates import show as show_date
from backstory.rendering.excerpts import one_paragraph
from backstory.rendering.formats.moments import stamp
from backstory.rendering.formats.timelinefiles import timeline_at
from backstory.rendering.images.pictures import shown
from backstory.rendering.pageviews import PageView
from backstory.rendering.schema import metadata as said
from backstory.rendering.schema.citing import Citable, coins, highwire
from backstory.rendering.schema.metadata import Answered, Cited, Measure, Notice, Thing, ThingKind, Translated
from backstory.rendering.schema.stories import Story, story
from backstory.rendering.text.questioncards import answered
from backstory.rendering.trust import policy_addresses
from backstory.rendering.vantage import ROWS, Vantage

Data = said.Data
THINGS: dict[str, ThingKind] = {
    "person": "Person",
    "author": "Person",
    "organization": "Organization",
    "place": "Place",
    "term": "DefinedTerm",
    "topic": "CreativeWorkSeries",
}


def described(view: Vantage, page: PageView, path: str) -> PageView:
    """Return a page with its JSON-LD."""
    found = [*_of(view, page, path), *_way(view, page)]
    data = said.document(found[0] if len(found) == 1 else found) if found else None
    head = replace(page.head, json_ld=said.script_text(data) if data else Markup(""))
    return replace(page, head=replace(head, **_citable(view, path)) if page.kind == "article" else head)


def _citable(view: Vantage, path: str) -> dict[str, Any]:
    """Return what reference managers read about a story."""
    each, own = view.read(card, path), view.read(belongs, path)
    names = tuple(view.read(card, name).title if name.endswith(".md") else name for name in own.authors)
    publication = view.settings.language_settings(view.lang).title
    date = (iso_day(each.date) or "") if each.date else ""
    found = Citable(each.title, names, date, publication, view.absolute(each.address), each.lang, own.tags)
    return {"citation": highwire(found), "coins": coins(found)}


def _of(view: Vantage, page: PageView, path: str) -> list[Data]:
    url = view.absolute(view.here)
    match page.kind:
        case "missing":
            return []
        case "article":
            told = _story(view, path)
            return [*story(told), *_claims(view, path, told)]
        case "home":
            own = view.settings.language_settings(view.lang)
            publisher = _publisher(view, whole=True)
            return [said.website(own.title, url, description=own.description, lang=view.lang, publisher=publisher)]
        case "timeline":
            return [_timeline(view, page, path, url)]
        case "figure":
            return [_figure(view, path, url)]
        case "question":
            return [said.faq((Answered(page.title, str(page.body), url),), url=url, inLanguage=view.lang)]
        case "trust":
            return [said.thing(_publisher(view, whole=True)), _collection(view, page, url)]
        case "author":
            return [said.profile(page.title, url, _thing(view, path), view.lang)]
        case "source":
            route = view.read(route_at, view.here)
            entry = work(view.read, route.subject) if route else None
            return [said.citation(cited(view, entry)) | {"@id": url}] if entry else []
        case "publisher":
            return [_collection(view, page, url), said.thing(Thing("Organization", page.title))]
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
    folder, rest = view.here[:-1], way
    while folder and rest.startswith("../"):
        folder, rest = folder[: folder.rfind("/")], rest[3:]
    if folder and "." not in rest and rest.endswith("/") and view.here.endswith("/"):
        return f"{folder}/{rest}"
    joined = normpath(view.here + way)
    return joined if joined == "/" or not way.endswith("/") else joined + "/"


def _publisher(view: Vantage, *, whole: bool = False) -> Thing:
    """Return the newsroom: on stories with its principles, on the front page and the trust page with all policies."""
    policies = policy_addresses(view)
    kept = policies if whole else {name: url for name, url in policies.items() if name == "publishingPrinciples"}
    return Thing("NewsMediaOrganization", view.settings.title, view.absolute("/"), policies=tuple(kept.items()))


def _thing(view: Vantage, path: str) -> Thing:
    each = view.read(card, path)
    made = Thing(
        kind=THINGS.get(each.kind, "Thing"),
        name=each.title,
        url=view.absolute(each.address),
        description=each.description,
        names=view.read(called, path).names,
    )
    header = view.read(document, path).header if each.kind == "author" else None
    if not isinstance(header, AuthorHeader):
        return made
    if header.desk:
        return replace(made, kind="Organization", same_as=header.same_as, knows=header.expertise)
    return replace(made, job=header.role, same_as=header.same_as, knows=header.expertise)


def cited(view: Vantage, entry: SourceEntry) -> Cited:
    """Return a source as machines read it."""
    date = (iso_day(entry.date) or "") if entry.date else ""
    return Cited(entry.title, entry.publisher, entry.url, date, entry.lang, view.absolute(work_address(entry)))


def _citations(view: Vantage, path: str) -> tuple[Cited, ...]:
    """Return every source of a document: those of its header, of its footnotes, of its blocks, each once."""
    found = {each.id or each.url or each.title: each for each in sources_of(view.read, path)}
    marks = view.read(document, path).marks
    named = [written(mark).removeprefix("source:") for mark in marks.links if mark.kind == "source"]
    named += [id for mark in marks.blocks if (id := dict(mark.options).get("source", ""))]
    for id in named:
        if entry := view.read(source, id):
            found.setdefault(entry.id, entry)
    return tuple(cited(view, each) for each in found.values())


def _story(view: Vantage, path: str) -> Story:
    each, own, found = view.read(card, path), view.read(belongs, path), view.read(document, path)
    header = found.header
    assert isinstance(header, ArticleHeader)
    topics = [view.read(card, name).title if name.endswith(".md") else name for name in own.topics]
    image = shown(view, path, each.image, "network") if each.image else None
    return Story(
        form=each.form,
        url=view.absolute(each.address),
        headline=each.title,
        kicker=each.kicker,
        description=each.description,
        images=(image.url,) if image else (),
        published=stamp(each.date, view.settings.timezone),
        modified=stamp(each.updated, view.settings.timezone),
        authors=tuple(_thing(view, name) if name.endswith(".md") else Thing("Person", name) for name in own.authors),
        publisher=_publisher(view),
        lang=each.lang,
        section=topics[0] if topics else "",
        keywords=(*topics, *own.tags),
        words=view.read(body, path).words,
        about=tuple(_thing(view, name) for name in own.about),
        citations=_citations(view, path),
        corrections=tuple(
            Notice(
                one_paragraph(notice.text).striptags(),
                stamp(notice.date, view.settings.timezone),
                view.absolute(f"{each.address}#correction-{n}"),
            )
            for n, notice in enumerate(header.corrections, 1)
        ),
        questions=tuple(
            Answered(words, answer, view.absolute(f"{each.address}#{id}"))
            for words, answer, id in answered(view.read, path)
        ),
        part_of=tuple(_thing(view, name) for name in own.topics if name.endswith(".md")),
        **_translations(view, each),
    )


def _claims(view: Vantage, path: str, told: Story) -> list[Data]:
    if all(mark.name != "claim" for mark in view.read(document, path).marks.blocks):
        return []
    return [_claim(view, told, each) for each in view.read(claims_in, path) if each.verdict]


def _claim(view: Vantage, told: Story, each: Claim) -> Data:
    who = _thing(view, each.claimant) if each.claimant.endswith(".md") else None
    verdict = VERDICTS.get(each.verdict)
    entry = view.read(source, each.source) if each.source else None
    made = said.Reviewed(
        each.text,
        f"{told.url}#{claim_anchor(each.text)}" if told.url else "",
        view.label(verdict.label) if verdict else "",
        verdict.grade if verdict else 0,
        who or (Thing("Person", each.claimant) if each.claimant else None),
        (iso_day(each.date) or "") if each.date else "",
        cited(view, entry) if entry else None,
    )
    return said.claim_review(made, told.publisher, told.published, told.lang)


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


MANY_EVENTS = 100
"""Of a page with more events than this, machines are told the major ones, by name and date: the page says all the rest,
and its JSON too."""


FULL_EVENTS = 30
"""Of more events than this, machines are told what happened, when, where and by which sources; the page says more."""


def _timeline(view: Vantage, page: PageView, path: str, url: str) -> Data:
    found = shown_events(view, path) if page.timeline else ()
    told = tuple(happening(view, event, wordless=len(found) > FULL_EVENTS) for event in found[:MANY_EVENTS])
    if len(found) > MANY_EVENTS:
        chosen = tuple(event for event in found if event.major) or found
        told = tuple(happening(view, event, brief=True) for event in chosen[:MANY_EVENTS])
    return said.timeline(page.title, url, told, description=page.description)


def shown_events(view: Vantage, path: str) -> tuple[Event, ...]:
    """Return the events of the timeline that stands at this page: a document's, or a route's."""
    return timeline_at(view.read, view.here)


def happening(view: Vantage, event: Event, *, brief: bool = False, wordless: bool = False) -> said.Happening:
    """Return an event as machines read it.

    Of many at once without its text, `wordless`; of very many, `brief`, only what it is called, when and where.
    """
    places = tuple(view.read(card, name).title if name.endswith(".md") else name for name in event.places)
    sources = tuple(cited(view, entry) for id in event.sources if (entry := view.read(source, id)))
    here = view.absolute(view.here)
    where = f"{here}#{event_anchor(event.id)}" if here else ""
    text = "" if brief or wordless else event.text
    return said.Happening(event.date, event.title, where, text, places, () if brief else sources)


def _figure(view: Vantage, path: str, url: str) -> Data:
    header = view.read(figure_of, path)
    shown = header.series[-ROWS:]
    points = [Measure(show_date(point.date, view.lang), point.value, iso_day(point.date) or "") for point in shown]
    points += [Measure(row.label, row.value) for row in header.breakdown[:ROWS]]
    if header.value is not None:
        as_of = (iso_day(header.as_of) or "") if header.as_of else ""
        points.insert(0, Measure(header.title, header.value, as_of))
    return said.figure(header.title, url, header.unit, tuple(points), _citations(view, path), description=header.note)


def _collection(view: Vantage, page: PageView, url: str) -> Data:
    if page.works:
        listed = tuple(
            (each.source.title or each.source.publisher, view.absolute(resolved(view, each.source.page)))
            for each in page.works
        )
        return said.collection(page.title, url, listed, description=page.description, inLanguage=view.lang)
    parts = page.stories or tuple(each for group in page.groups for each in group.cards)
    listed = tuple((each.title, view.absolute(resolved(view, each.url))) for each in parts)
    return said.collection(page.title, url, listed, description=page.description, inLanguage=view.lang)
