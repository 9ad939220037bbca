"""A whole page as its template sees it: its head, the site around it, and all that any kind of page can hold.

Knows fields and what they hold. Must never know files, queries or the engine, nor how a field is filled.
"""

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.images.imageviews import ImageView
from backstory.rendering.timelineviews import EventView, TimelineView
from backstory.rendering.views import (
    BacklinkView,
    CardView,
    DateView,
    FigureView,
    HeadingView,
    LinkView,
    NoticeView,
    RelatedView,
    SourceLine,
    SourceView,
    SupportView,
)


class HeadView(Struct, frozen=True):
    """What machines read in a page's head. `canonical` and the Open Graph addresses are absolute or empty."""

    title: str
    description: str
    canonical: str = ""
    image: str = ""
    image_alt: str = ""
    image_width: int = 0
    image_height: int = 0
    og_type: str = "website"
    published: str = ""
    modified: str = ""
    json_ld: Markup = Markup("")
    citation: tuple[tuple[str, str], ...] = ()
    """Names and contents of the meta elements that reference managers read."""
    coins: str = ""
    """The same as an OpenURL, for the title of a span in the text."""
    alternates: tuple[LinkView, ...] = ()
    """Translations, absolute where the site has a base_url; `lang` is set."""
    feeds: tuple[LinkView, ...] = ()


class SiteView(Struct, frozen=True):
    """The site, seen from one page and in that page's language."""

    title: str
    tagline: str
    description: str
    home: str
    navigation: tuple[LinkView, ...]
    footer: tuple[LinkView, ...]
    stylesheet: str
    icon: str
    scripts: tuple[str, ...]
    feed: str
    archive: str
    glossary: str
    timelines: str
    corrections: str
    policy: str = ""
    publishers: str = ""
    trust: str = ""
    search: str = ""
    search_script: str = ""
    masthead: str = "line"
    mark: Markup = Markup("")
    shows_tagline: bool = False
    languages: tuple[LinkView, ...] = ()
    generator: str = "Backstory"


class StoryGroup(Struct, frozen=True):
    """Cards under one heading: a year, a letter, a topic."""

    label: str
    id: str
    cards: tuple[CardView, ...]
    url: str = ""


class SearchView(Struct, frozen=True):
    """What the search page tells its script: where the index and the site's root are, and in how many parts it is."""

    index: str
    root: str
    shares: int = 1


class SectionView(Struct, frozen=True):
    """A section of a front page that an editor arranged.

    `kind` is text, lead, columns, topic, timeline, figures or newest.
    """

    kind: str
    title: str = ""
    url: str = ""
    id: str = ""
    cards: tuple[CardView, ...] = ()
    timeline: TimelineView | None = None


class LogEntry(Struct, frozen=True):
    """A line of the corrections log."""

    card: CardView
    notice: NoticeView
    url: str


class IndicatorView(Struct, frozen=True):
    """One of the things that a reader can trust a newsroom by: its name, what it means, and the page that says it."""

    title: str
    text: str
    link: LinkView


class ChangeView(Struct, frozen=True):
    """A paragraph that changed: (same, gone or new; words) in order. `about` names the line of the header it is."""

    pieces: tuple[tuple[str, str], ...]
    about: str = ""


class RevisionView(Struct, frozen=True):
    """What changed on a day."""

    date: DateView
    changes: tuple[ChangeView, ...]


class WorkView(Struct, frozen=True):
    """A cited document on its publisher's page; `count` says how many pages of the site rest on it."""

    source: SourceView
    count: int


class PageView(Struct, frozen=True, kw_only=True):
    """Any page. The fields after `kind`'s group are filled for the kinds named beside them, and empty elsewhere."""

    kind: str
    """article, timeline, topic, person, organization, place, term, question, figure, author, page, and the pages that
    no document stands for: home, tag, archive, glossary, corrections, list, mentions, source, publisher, publishers,
    trust, changes, search, missing (404)."""
    lang: str
    dir: str
    title: str
    description: str = ""
    url: str = ""
    head: HeadView
    crumbs: tuple[LinkView, ...] = ()
    translations: tuple[LinkView, ...] = ()
    body: Markup = Markup("")
    footnotes: Markup = Markup("")
    toc: tuple[HeadingView, ...] = ()
    image: ImageView | None = None
    sources: tuple[SourceView, ...] = ()
    mentioned_in: tuple[BacklinkView, ...] = ()
    """The newest mentions; on a page of kind mentions, all of them or those of one year."""
    mentions: LinkView | None = None
    """The page with all mentions, where there are more."""
    parts: tuple[LinkView, ...] = ()
    """mentions: the pages of its years, where there are very many."""
    stories: tuple[CardView, ...] = ()
    """Articles: of a topic, tag, author, entity, term or question (those that are about it)."""
    timeline: TimelineView | None = None
    """timeline: itself; topic, entity: its events; article: the story so far."""

    # article
    kicker: str = ""
    form: str = ""
    form_label: str = ""
    authors: tuple[LinkView, ...] = ()
    date: DateView | None = None
    updated: DateView | None = None
    minutes: int = 0
    source_line: SourceLine | None = None
    topics: tuple[CardView, ...] = ()
    about: tuple[CardView, ...] = ()
    """People, organizations, places and terms that the document is about."""
    corrections: tuple[NoticeView, ...] = ()
    updates: tuple[NoticeView, ...] = ()
    related: tuple[RelatedView, ...] = ()
    read_more: CardView | None = None
    """The read-more card at the end."""
    previous: CardView | None = None
    next: CardView | None = None
    """The stories before and after this one in its running story (first topic), by date."""
    tags: tuple[LinkView, ...] = ()
    support: SupportView | None = None
    form_note: str = ""
    """What the form of the story means, in a reader's words."""

    # author
    role: str = ""
    expertise: tuple[str, ...] = ()

    # trust
    indicators: tuple[IndicatorView, ...] = ()
    work_types: tuple[IndicatorView, ...] = ()

    # topic, entity, term, figure
    lead: CardView | None = None
    names: tuple[str, ...] = ()
    as_of: DateView | None = None
    figure: FigureView | None = None
    people: tuple[CardView, ...] = ()
    """Topic: who and what its stories are about, most often first."""
    terms: tuple[CardView, ...] = ()
    questions: tuple[CardView, ...] = ()
    figures: tuple[CardView, ...] = ()

    standing: tuple[EventView, ...] = ()
    """Topic: its latest events, newest first."""
    ahead: tuple[EventView, ...] = ()
    """Topic: what is still to come."""
    on_this_day: tuple[EventView, ...] = ()
    """Topic: what happened on today's day in other years."""

    # home
    featured: tuple[CardView, ...] = ()
    topic_groups: tuple[StoryGroup, ...] = ()
    front: tuple[SectionView, ...] = ()
    """The sections in the order that an editor gave them; none where the theme arranges the page."""

    # archive, glossary, list, corrections
    groups: tuple[StoryGroup, ...] = ()
    log: tuple[LogEntry, ...] = ()

    # search
    search: SearchView | None = None

    # source, publisher
    source: SourceView | None = None
    publisher: LinkView | None = None
    works: tuple[WorkView, ...] = ()

    # article, changes
    history: str = ""
    """The page that says what changed in a story."""
    revisions: tuple[RevisionView, ...] = ()
