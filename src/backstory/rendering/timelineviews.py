"""What a template sees of events and timelines: small frozen values, ready to print.

Knows words, addresses relative to the page, and finished HTML. Must never know files, queries or the engine.
"""

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.views import CardView, DateView, LinkView, SourceView


class OptionView(Struct, frozen=True):
    """Something that a timeline can be narrowed to. `value` stands in the address; `count` events have it."""

    value: str
    title: str
    count: int


class ChoiceView(Struct, frozen=True):
    """A filter: `name` is topic, about or place, and stands in the address."""

    name: str
    label: str
    options: tuple[OptionView, ...]


class StopView(Struct, frozen=True):
    """A place in a timeline's index: a heading's id with its words, and the headings inside it."""

    id: str
    label: str
    inner: tuple["StopView", ...] = ()


class TellingView(Struct, frozen=True):
    """A line of a story that tells an event: the words that are the link, the plain sentence, and its address."""

    card: CardView
    words: str
    sentence: str
    url: str


class OtherwiseView(Struct, frozen=True):
    """What a document says otherwise of an event: another date, or another number in `words`."""

    card: CardView
    url: str
    date: DateView | None = None
    words: str = ""


class EventView(Struct, frozen=True):
    """An event. `id` is its anchor on the timeline that shows it, `url` its address on its home timeline."""

    id: str
    date: DateView
    title: str
    html: Markup = Markup("")
    url: str = ""
    major: bool = False
    current: bool = False
    note: str = ""
    places: tuple[LinkView, ...] = ()
    about: tuple[LinkView, ...] = ()
    topics: tuple[LinkView, ...] = ()
    sources: tuple[SourceView, ...] = ()
    told_by: tuple[TellingView, ...] = ()
    ongoing: bool = False
    """Whether it goes on with no end in sight (`2021-05/..`)."""
    otherwise: tuple[OtherwiseView, ...] = ()
    media: tuple[LinkView, ...] = ()
    also: tuple[str, ...] = ()
    """Anchors that it had under other ids, so that links to them still lead to it."""

    def __hash__(self) -> int:
        """Tell events apart by what nearly always differs."""
        return hash((self.id, self.url))


class NearView(Struct, frozen=True):
    """An event beside a date in a text. `current` is the one that the text tells; only others have a `url`."""

    date: DateView
    title: str
    url: str = ""
    current: bool = False


class EventGroup(Struct, frozen=True):
    """Events under one heading: a year, a month or a day. `level` is 2, or 3 for what stands inside another group.

    `short` is how `label` begins, where the rest of it is what the heading above says already.
    """

    label: str
    id: str
    level: int
    events: tuple[EventView, ...]
    short: str = ""


class TimelineView(Struct, frozen=True):
    """A timeline or an excerpt of one. `axis` is an inline SVG drawn to scale (empty for excerpts)."""

    title: str
    url: str
    groups: tuple[EventGroup, ...]
    count: int
    span: DateView | None = None
    axis: Markup = Markup("")
    exports: tuple[LinkView, ...] = ()
    more: int = 0
    """How many further events the whole timeline has."""
    parts: tuple[LinkView, ...] = ()
    """The pages of a long timeline's years."""
    stops: tuple[StopView, ...] = ()
    """The headings, months inside their years; none where there is one heading only."""
    choices: tuple[ChoiceView, ...] = ()
    majors: int = 0
    """How many events are major; 0 when all are."""
    marks: dict[str, str] = {}
    """By an event's id what it can be found by: `major` and values of the choices, `topic-crossings place-minsk`."""

    def __hash__(self) -> int:
        """Tell timelines apart by what nearly always differs."""
        return hash((self.url, self.title, self.count, self.more))

    @property
    def events(self) -> tuple[EventView, ...]:
        """All events in order, without their groups."""
        return tuple(event for group in self.groups for event in group.events)
