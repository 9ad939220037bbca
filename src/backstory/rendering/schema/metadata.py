"""What pages say to machines: schema.org as plain data, to be written as JSON-LD.

Knows schema.org's types and properties (version 29). Must never know documents, views or HTML. What is not given is
left out: no empty properties, which validators take for mistakes. Addresses are absolute where the site has a base_url;
`@id` is a page's address, so that pages which speak of the same thing are joined.
"""

from typing import Any, Literal

from msgspec import Struct

from backstory.reading.dates import Date
from backstory.rendering.formats.spans import Part, iso, span
from backstory.rendering.templating.escaping import script_text as script_text

Data = dict[str, Any]
ThingKind = Literal[
    "Person", "Organization", "NewsMediaOrganization", "Place", "DefinedTerm", "CreativeWorkSeries", "Thing"
]


class Thing(Struct, frozen=True):
    """Somebody or something named: what a story is about, its author, its publisher, the running story it is part of.

    `names` are others it goes by; `same_as` its addresses elsewhere.
    """

    kind: ThingKind
    name: str
    url: str = ""
    description: str = ""
    names: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    image: str = ""
    job: str = ""
    knows: tuple[str, ...] = ()
    policies: tuple[tuple[str, str], ...] = ()
    """A newsroom's policies: schema.org's property and the absolute address."""


class Cited(Struct, frozen=True):
    """A source. `date` is ISO 8601; `page` is the address of the site's own page about it, which tells all this too."""

    title: str
    publisher: str = ""
    url: str = ""
    date: str = ""
    lang: str = ""
    page: str = ""


class Notice(Struct, frozen=True):
    """A correction in plain text. `date` is ISO 8601, `url` its own address on the page."""

    text: str
    date: str = ""
    url: str = ""


class Answered(Struct, frozen=True):
    """A question and its answer: `answer` is HTML or plain text."""

    question: str
    answer: str
    url: str = ""


class Translated(Struct, frozen=True):
    """The same story in another language."""

    lang: str
    url: str
    title: str = ""


class Happening(Struct, frozen=True):
    """An event on a timeline. `places` are names."""

    date: Date
    name: str
    url: str = ""
    description: str = ""
    places: tuple[str, ...] = ()
    sources: tuple[Cited, ...] = ()


class Measure(Struct, frozen=True):
    """One value of a figure: when or where it holds, in words, and the value."""

    label: str
    value: float
    date: str = ""


def given(kind: str, /, **values: Any) -> Data:
    """Return an object of a type with those of its properties that are there; 0 and False are."""
    return {"@type": kind} | {name: value for name, value in values.items() if value not in ("", (), [], {}, None)}


def document(data: Data | list[Data]) -> Data:
    """Return data as a whole JSON-LD document; several objects share one `@graph`."""
    return {"@context": "https://schema.org"} | ({"@graph": data} if isinstance(data, list) else data)


def thing(each: Thing) -> Data:
    """Return something named; a term is told as part of the site's glossary by `term`."""
    return given(
        each.kind,
        name=each.name,
        url=each.url,
        description=each.description,
        alternateName=list(each.names),
        sameAs=list(each.same_as),
        image=each.image,
        jobTitle=each.job,
        knowsAbout=list(each.knows),
        **dict(each.policies),
    ) | ({"@id": each.url} if each.url else {})


def term(each: Thing, glossary: str = "", glossary_url: str = "") -> Data:
    """Return a glossary's entry in its set."""
    inside = given("DefinedTermSet", name=glossary, url=glossary_url)
    return thing(each) | ({"inDefinedTermSet": inside} if glossary or glossary_url else {})


def citation(each: Cited) -> Data:
    """Return a source as what a work cites. One without a title goes by its publisher."""
    return given(
        "CreativeWork",
        name=each.title or each.publisher,
        publisher=given("Organization", name=each.publisher) if each.publisher else None,
        url=each.url,
        datePublished=each.date,
        inLanguage=each.lang,
    )


def reference(each: Cited) -> Data:
    """Return a source by the page about it, which says what it is: a timeline names its sources many times over."""
    return {"@type": "CreativeWork", "@id": each.page} if each.page else citation(each)


def question(each: Answered) -> Data:
    """Return a question with its accepted answer."""
    answer = given("Answer", text=each.answer, url=each.url)
    return given("Question", name=each.question, acceptedAnswer=answer, url=each.url)


def faq(questions: tuple[Answered, ...], **values: Any) -> Data:
    """Return a page of questions and answers."""
    return given("FAQPage", mainEntity=[question(each) for each in questions], **values)


def breadcrumbs(crumbs: tuple[tuple[str, str], ...]) -> Data:
    """Return the way to a page: (title, address) from the home page on; the page itself may have no address."""
    items = [given("ListItem", position=n, name=title, item=url) for n, (title, url) in enumerate(crumbs, start=1)]
    return given("BreadcrumbList", itemListElement=items)


def event(each: Happening) -> Data:
    """Return an event, with its dates as exactly as they are known."""
    start, end = _dates(each.date)
    return given(
        "Event",
        name=each.name,
        startDate=start,
        endDate=end,
        description=each.description,
        location=[given("Place", name=place) for place in each.places],
        url=each.url,
        subjectOf=[reference(source) for source in each.sources],
    )


def _dates(date: Date) -> tuple[str, str]:
    """Return start and end in ISO 8601, empty where they can't be told.

    Only what lasts has an end. "Summer 2021" says when something was, not how long, and schema.org has no words for
    that; what all the days in question share (the year) is true, and is told.
    """
    ends = span(date)
    if ends is None:
        return "", ""
    if ends.lasting:
        return iso(ends.start) if date.earliest else "", iso(ends.end or ends.start) if date.latest else ""
    if date.precision == "time":
        return date.text, ""
    if date.earliest is None or date.latest is None:
        return "", ""
    shared = _shared(ends.start, ends.end) if ends.end else ends.start
    return iso(shared) if shared else "", ""


def _shared(start: Part, end: Part) -> Part:
    """Return the parts that both ends have in common, from the year on."""
    same = 0
    while same < min(len(start), len(end)) and start[same] == end[same]:
        same += 1
    return start[:same]


def timeline(name: str, url: str, events: tuple[Happening, ...], *, description: str = "") -> Data:
    """Return a timeline as a list of its events in order of time. A list has no language: schema.org gives it none."""
    items = [{"@type": "ListItem", "position": n, "item": event(each)} for n, each in enumerate(events, start=1)]
    return given(
        "ItemList",
        name=name,
        url=url,
        description=description,
        itemListOrder="https://schema.org/ItemListOrderAscending",
        numberOfItems=len(events),
        itemListElement=items,
    )


def collection(name: str, url: str, parts: tuple[tuple[str, str], ...], **values: Any) -> Data:
    """Return a page that gathers others: (title, address) of each."""
    listed = [given("ListItem", position=n, name=title, url=at) for n, (title, at) in enumerate(parts, start=1)]
    main = given("ItemList", numberOfItems=len(parts), itemListElement=listed) if parts else None
    return given("CollectionPage", name=name, url=url, mainEntity=main, **values)


class Reviewed(Struct, frozen=True):
    """A claim that a story looked into. `grade` is 1 (false) to 5 (true), 0 where the verdict is neither."""

    claim: str
    url: str
    verdict: str = ""
    grade: int = 0
    claimant: Thing | None = None
    date: str = ""
    appearance: Cited | None = None


def claim_review(each: Reviewed, publisher: Thing | None, published: str, lang: str) -> Data:
    """Return what a story found about a claim, as fact checks are told to search engines."""
    graded = {"ratingValue": each.grade, "bestRating": 5, "worstRating": 1} if each.grade else {}
    return given(
        "ClaimReview",
        url=each.url,
        claimReviewed=each.claim,
        datePublished=published,
        inLanguage=lang,
        author=thing(publisher) if publisher else None,
        itemReviewed=given(
            "Claim",
            name=each.claim,
            author=thing(each.claimant) if each.claimant else None,
            datePublished=each.date,
            appearance=citation(each.appearance) if each.appearance else None,
        ),
        reviewRating=given("Rating", alternateName=each.verdict, **graded) if each.verdict else None,
    )


def profile(name: str, url: str, who: Thing, lang: str) -> Data:
    """Return the page about somebody who writes."""
    return given("ProfilePage", name=name, url=url, mainEntity=thing(who), inLanguage=lang)


def website(name: str, url: str, *, description: str = "", lang: str = "", publisher: Thing | None = None) -> Data:
    """Return the site itself."""
    who = thing(publisher) if publisher else None
    return given("WebSite", name=name, url=url, description=description, inLanguage=lang, publisher=who)


def figure(
    name: str, url: str, unit: str, measures: tuple[Measure, ...], sources: tuple[Cited, ...] = (), **values: Any
) -> Data:
    """Return a figure as a data set whose variable has been measured: one observation for each value."""
    seen = [
        given("Observation", name=each.label, value=each.value, unitText=unit, observationDate=each.date)
        for each in measures
    ]
    measured = given("PropertyValue", name=name, unitText=unit)
    return given(
        "Dataset",
        name=name,
        url=url,
        variableMeasured=measured,
        mainEntity=seen,
        citation=[citation(source) for source in sources],
        **values,
    )
