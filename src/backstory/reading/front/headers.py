"""The typed headers: what an editor may say about a document, kind by kind.

Knows the shape of front matter. Must never know how it was written (YAML, TOML, JSON) or where the document is used.
"""

from typing import Literal

from msgspec import Struct

from backstory.reading.dates import Date

Kind = Literal[
    "article", "timeline", "topic", "person", "organization", "place", "term", "question", "figure", "author", "page"
]
Form = Literal["brief", "explainer", "q-and-a", "profile", "analysis", "data"]
SourceRole = Literal["original", "reported", "reference"]

FOLDERS: dict[str, Kind] = {
    "articles": "article",
    "timelines": "timeline",
    "topics": "topic",
    "people": "person",
    "organizations": "organization",
    "places": "place",
    "terms": "term",
    "questions": "question",
    "figures": "figure",
    "authors": "author",
    "pages": "page",
}
"""The kind that each folder of `content/` stands for. Anything else is a page."""


class SourceEntry(Struct, frozen=True):
    """A source as one document names it. With only an `id`, the rest is said elsewhere in the site.

    `role` "original" gives the line "Source: …", "reported" the credit "first reported by …".
    """

    id: str = ""
    publisher: str = ""
    title: str = ""
    url: str = ""
    date: Date | None = None
    role: SourceRole = "reference"
    archived: str = ""
    lang: str = ""


class Media(Struct, frozen=True):
    """A picture, a film or a page elsewhere that belongs to an event. Pages link to it and never load it."""

    url: str
    caption: str = ""
    credit: str = ""


class EventEntry(Struct, frozen=True):
    """An event told in front matter or in a file of events. `text` is Markdown of one paragraph.

    `sources` and `about` are ids or names; `cited` are sources told in full, as files have them. `html` is the text of
    a file that has markup: clean, and of one paragraph. `same_as` and `not_same_as` are ids of other events;
    `key` is its place in the header (`events[3]`), empty in a file.
    """

    date: Date
    title: str
    id: str = ""
    text: str = ""
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    note: str = ""
    major: bool = False
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()
    cited: tuple[SourceEntry, ...] = ()
    html: str = ""
    media: Media | None = None
    key: str = ""


class Dated(Struct, frozen=True):
    """A dated notice: a correction or an update. `text` is Markdown of one paragraph."""

    date: Date
    text: str


class RelatedChoice(Struct, frozen=True):
    """The editor's word on related stories: `pin` first, in order; `hide` never. Slugs, ids or paths."""

    pin: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()


class Selection(Struct, frozen=True):
    """Which of the site's events a timeline takes: those that have any of each list given, inside the two dates."""

    topics: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    start: Date | None = None
    end: Date | None = None


class Point(Struct, frozen=True):
    """One value of a figure's history."""

    date: Date
    value: float
    note: str = ""


class Share(Struct, frozen=True):
    """One row of a figure's breakdown."""

    label: str
    value: float


class Account(Struct, frozen=True):
    """What one party gives for a figure on which parties differ. `by` is a name, `sources` are ids."""

    value: float
    by: str = ""
    qualifier: str = ""
    date: Date | None = None
    sources: tuple[str, ...] = ()
    note: str = ""


class Header(Struct, frozen=True, kw_only=True):
    """What every kind takes. Empty strings and empty tuples stand for what was not given."""

    title: str
    description: str = ""
    date: Date | None = None
    updated: Date | None = None
    authors: tuple[str, ...] = ()
    slug: str = ""
    id: str = ""
    lang: str = ""
    translation_of: str = ""
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    sources: tuple[SourceEntry, ...] = ()
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    image_caption: str = ""
    image_focus: str = ""
    names: tuple[str, ...] = ()
    """Other names (`also_known_as`, and those of `aliases` that do not start with a slash)."""
    redirects: tuple[str, ...] = ()
    """Old addresses (`redirect_from`, and those of `aliases` that start with a slash)."""
    permalink: str = ""
    draft: bool = False
    publish_at: Date | None = None
    expires: Date | None = None
    review_by: Date | None = None
    checked: Date | None = None
    """When somebody last made sure that it is still true."""


class ArticleHeader(Header, frozen=True, kw_only=True, tag="article"):
    """A story."""

    form: Form = "brief"
    kicker: str = ""
    related: RelatedChoice = RelatedChoice()
    events: tuple[EventEntry, ...] = ()
    corrections: tuple[Dated, ...] = ()
    updates: tuple[Dated, ...] = ()
    support: bool = True


class TimelineHeader(Header, frozen=True, kw_only=True, tag="timeline"):
    """A page of dated events. `event_files` name files of events, from the document's own folder."""

    select: Selection = Selection()
    events: tuple[EventEntry, ...] = ()
    event_files: tuple[str, ...] = ()
    group: Literal["auto", "year", "month", "day"] = "auto"


class TopicHeader(Header, frozen=True, kw_only=True, tag="topic"):
    """A running story. `lead` names its lead explainer."""

    lead: str = ""
    related: RelatedChoice = RelatedChoice()


class EntityHeader(Header, frozen=True, kw_only=True, tag="entity"):
    """A person, an organization or a place. `as_of` says when its description was true."""

    as_of: Date | None = None


class TermHeader(Header, frozen=True, kw_only=True, tag="term"):
    """A glossary entry; its `description` is the definition."""


class QuestionHeader(Header, frozen=True, kw_only=True, tag="question"):
    """A question; its body is the answer."""


class FigureHeader(Header, frozen=True, kw_only=True, tag="figure"):
    """A number, a series or a breakdown. `qualifier` stands before the value: "more than", "about".

    `series_file` and `breakdown_file` name CSV files beside the document. `accounts` are counts that differ, when
    nobody can say which is right.
    """

    value: float | None = None
    qualifier: str = ""
    unit: str = ""
    as_of: Date | None = None
    place: str = ""
    series: tuple[Point, ...] = ()
    breakdown: tuple[Share, ...] = ()
    series_file: str = ""
    breakdown_file: str = ""
    accounts: tuple[Account, ...] = ()
    note: str = ""


class AuthorHeader(Header, frozen=True, kw_only=True, tag="author"):
    """A byline's page. `expertise` is what they know about, `same_as` their addresses elsewhere.

    `desk` says that it is a desk or an agency, and no person.
    """

    role: str = ""
    expertise: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    desk: bool = False


class PageHeader(Header, frozen=True, kw_only=True, tag="page"):
    """Everything else. `featured` names the stories that a home page leads with, `front` its sections.

    `template` names another template; `support` says whether the support banner may stand at the end.
    """

    featured: tuple[str, ...] = ()
    front: tuple[str, ...] = ()
    template: str = ""
    support: bool = True


AnyHeader = (
    ArticleHeader
    | TimelineHeader
    | TopicHeader
    | EntityHeader
    | TermHeader
    | QuestionHeader
    | FigureHeader
    | AuthorHeader
    | PageHeader
)
