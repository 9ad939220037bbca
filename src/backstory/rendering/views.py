"""What a template sees: small frozen values, ready to print.

Knows words, addresses relative to the page, and finished HTML (`Markup`). Must never know files, queries or the engine.
Addresses (`url`) are relative to the page that shows them unless the name says `absolute`. Empty strings, empty tuples
and None stand for what is not there, so that `{% if x %}` is all a template needs.
"""

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.images.imageviews import ImageView


class DateView(Struct, frozen=True):
    """A date as people write it in the page's language. `iso` is only set where HTML's `datetime` allows the value."""

    text: str
    edtf: str
    iso: str = ""
    year: str = ""
    short: str = ""
    """Without the year ("3 August"), for lists that stand under a year already."""


class LinkView(Struct, frozen=True):
    """A link with its words. `current` marks the page that it stands on, or the section around it."""

    title: str
    url: str
    current: bool = False
    lang: str = ""
    dir: str = ""


class CardView(Struct, frozen=True):
    """Any document's small public face. `kind` is the document's kind, `kind_label` says it in the page's language.

    `form` and `form_label` are set for articles. `summary` is HTML of one line for figures and terms.
    """

    kind: str
    kind_label: str
    title: str
    url: str
    kicker: str = ""
    description: str = ""
    date: DateView | None = None
    updated: DateView | None = None
    form: str = ""
    form_label: str = ""
    lang: str = ""
    dir: str = ""
    image: ImageView | None = None
    corrected: bool = False
    answer: Markup = Markup("")
    """A question's answer, or a profile's first paragraph, where a block asks for it in place."""
    figure: "FigureView | None" = None


class RelatedView(Struct, frozen=True):
    """A related story and why, in the reader's words."""

    card: CardView
    reason: str
    pinned: bool = False


class BacklinkView(Struct, frozen=True):
    """A page that mentions this one; `sentence` is the plain sentence, `url` leads to its section where it has one."""

    card: CardView
    sentence: str
    url: str


class SourceView(Struct, frozen=True):
    """A source. `number` is its place in the page's list (0 when it has none), `id` its anchor there."""

    id: str
    publisher: str
    title: str
    url: str = ""
    date: DateView | None = None
    archived: str = ""
    lang: str = ""
    number: int = 0
    page: str = ""
    """The page of this site that says what else rests on it."""


class SourceLine(Struct, frozen=True):
    """ "Source: A, B" and "first reported by C"."""

    originals: tuple[SourceView, ...]
    reported: tuple[SourceView, ...]


class NoticeView(Struct, frozen=True):
    """A correction or an update."""

    date: DateView
    html: Markup
    id: str


class PointView(Struct, frozen=True):
    """One row of a figure's history or breakdown. `width` is its share of the largest, 0-100; `change` like "+12%"."""

    label: str
    value: str
    width: float
    change: str = ""
    note: str = ""
    date: DateView | None = None


class AccountView(Struct, frozen=True):
    """What one party gives for a figure on which parties differ."""

    value: str
    by: str = ""
    date: DateView | None = None
    note: str = ""
    sources: tuple[SourceView, ...] = ()


class FigureView(Struct, frozen=True):
    """A figure. `value` is written as people read it ("more than 4,000"), empty for a mere series or breakdown."""

    title: str
    url: str
    value: str
    unit: str
    as_of: DateView | None = None
    place: str = ""
    note: str = ""
    series: tuple[PointView, ...] = ()
    breakdown: tuple[PointView, ...] = ()
    sources: tuple[SourceView, ...] = ()
    accounts: tuple[AccountView, ...] = ()
    """Counts that differ, where nobody can say which is right."""
    change: str = ""
    since: DateView | None = None
    """The change of the value since the one before, like "+12%", and the date of that one."""
    data: str = ""
    """Where all rows stand as CSV."""
    more: int = 0
    """How many further rows that file has."""


class ChartView(Struct, frozen=True):
    """A chart: an inline SVG, and the same data as a table. `figure` is what it draws, None for a file of rows.

    `svg` is empty where nothing can be drawn: then the table stands for it.
    """

    figure: FigureView | None
    title: str
    svg: Markup
    id: str
    unit: str = ""
    description: str = ""
    head: tuple[str, ...] = ()
    """The headings of the table; `table` has its rows, as many cells to each."""
    table: tuple[tuple[str, ...], ...] = ()
    sources: tuple[SourceView, ...] = ()
    data: str = ""
    """Where all rows stand as CSV."""
    more: int = 0
    """How many further rows that file has."""


class AmountView(Struct, frozen=True):
    """An amount to give, written with its currency, and where it leads."""

    label: str
    url: str


class SupportView(Struct, frozen=True):
    """The reader-support banner."""

    title: str
    text: str
    button: str
    url: str
    amounts: tuple[AmountView, ...]


class HeadingView(Struct, frozen=True):
    """An entry of a page's own table of contents."""

    level: int
    id: str
    text: str
