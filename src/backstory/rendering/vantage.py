"""The page from which everything is seen: its address, its language, and what others look like from there.

Knows how an address looks from a page, and makes the small views that every kind of page needs. Must never know what a
particular page is made of.
"""

from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup
from msgspec.structs import replace

from backstory.engine.keys import Noting, Read
from backstory.files.inputs import choices, fingerprint
from backstory.files.settings import Settings
from backstory.library.addresses import relative
from backstory.library.cards import Card, card
from backstory.library.documents import document, settings
from backstory.library.links import asset_of
from backstory.library.sources import header_sources
from backstory.reading.dates import Date
from backstory.reading.headers import FigureHeader, SourceEntry
from backstory.rendering.dates import html_datetime, show, show_day_month
from backstory.rendering.numbers import change, number
from backstory.rendering.views import CardView, DateView, FigureView, ImageView, LinkView, PointView, SourceView
from backstory.rendering.words import Words, direction, words_in

KIND_LABELS = {
    "article": "Article",
    "timeline": "Timeline",
    "topic": "Topic",
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "term": "Term",
    "question": "Question",
    "figure": "Figure",
    "author": "Author",
    "page": "Page",
}
LIST_LABELS = {
    "timeline": "Timelines",
    "topic": "Topics",
    "person": "People",
    "organization": "Organizations",
    "place": "Places",
    "question": "Questions",
    "figure": "Figures",
    "author": "Authors",
}
FORM_LABELS = {
    "brief": "Brief",
    "explainer": "Explainer",
    "q-and-a": "Questions and answers",
    "profile": "Profile",
    "analysis": "Analysis",
    "data": "In numbers",
}


@dataclass(frozen=True, slots=True)
class Vantage:
    """A page that looks at the rest of the site. `here` is its address; `rooted` pages (404) can stand anywhere."""

    read: Read
    note: Noting
    here: str
    lang: str
    settings: Settings
    words: Words
    portable: bool = False
    rooted: bool = False

    def url(self, address: str, anchor: str = "") -> str:
        """Return an address as a link on this page says it."""
        tail = f"#{anchor}" if anchor else ""
        if not address.startswith("/") or address.startswith("//"):
            return address + tail
        if address == self.here and anchor and not self.rooted:
            return tail
        if self.rooted:
            return self.base_path() + address + tail
        way = relative(self.here, address)
        return way + ("index.html" if self.portable and address.endswith("/") else "") + tail

    def base_path(self) -> str:
        """Return the path at which `base_url` says the site stands, without a slash at its end."""
        after_host = self.settings.base_url.partition("://")[2].partition("/")[2]
        return "/" + after_host if after_host else ""

    def absolute(self, address: str) -> str:
        """Return an address with its host, or an empty string when the site has no base_url."""
        if not address.startswith("/"):
            return address
        return self.settings.base_url + address if self.settings.base_url else ""

    def date(self, date: Date | None) -> DateView | None:
        """Return a date as this page's readers write it."""
        return self.day(date) if date else None

    def day(self, date: Date) -> DateView:
        """Return a date that is known to be there."""
        return _day(date, self.lang)

    def link(self, path: str) -> LinkView:
        """Return a link to a document, with its title."""
        each = self.read(card, path)
        other = each.lang if each.lang != self.lang else ""
        return LinkView(each.title, self.url(each.address), each.address == self.here, other, direction(each.lang))

    def label(self, message: str) -> str:
        """Return a message of the interface, or nothing for nothing."""
        return self.words(message) if message else ""

    def card(self, path: str, *, answer: Markup = Markup(""), figure: FigureView | None = None) -> CardView:
        """Return a document's card."""
        each = self.read(card, path)
        face = _face(each, self.url(each.address), self.lang, self.words)
        if not (each.image or answer or figure):
            return face
        return replace(face, image=self.image(path), answer=answer, figure=figure)

    def cards(self, paths: tuple[str, ...]) -> tuple[CardView, ...]:
        """Return the cards of several documents."""
        return tuple(self.card(path) for path in paths)

    def image(self, path: str) -> ImageView | None:
        """Return the picture that a document's header names, or None."""
        each = self.read(card, path)
        if not each.image:
            return None
        where = image_address(self.read, path, each.image)
        return ImageView(self.url(where), each.image_alt, each.image_credit) if where else None

    def source(self, entry: SourceEntry, number: int = 0) -> SourceView:
        """Return a source as a list shows it."""
        return SourceView(
            id=entry.id,
            publisher=entry.publisher,
            title=entry.title,
            url=entry.url,
            date=self.date(entry.date),
            archived=entry.archived,
            lang=entry.lang if entry.lang != self.lang else "",
            number=number,
        )

    def figure(self, path: str) -> FigureView:
        """Return a figure's value as people read it, with its history and its sources, numbered."""
        header = self.read(document, path).header
        assert isinstance(header, FigureHeader)
        value = number(header.value, self.lang) if header.value is not None else ""
        qualifier = self.label(header.qualifier)
        return FigureView(
            title=header.title,
            url=self.url(self.read(card, path).address),
            value=f"{qualifier} {value}".strip() if value else "",
            unit=header.unit,
            as_of=self.date(header.as_of),
            place=header.place,
            note=header.note,
            series=self._series(header),
            breakdown=self._breakdown(header),
            sources=tuple(self.source(each, n) for n, each in enumerate(self.read(header_sources, path), 1)),
        )

    def _series(self, header: FigureHeader) -> tuple[PointView, ...]:
        most = max((abs(point.value) for point in header.series), default=0.0) or 1.0
        before = [None, *(point.value for point in header.series)]
        return tuple(
            PointView(
                label=show(point.date, self.lang),
                value=number(point.value, self.lang),
                width=round(100 * abs(point.value) / most, 1),
                change=change(earlier, point.value, self.lang) if earlier else "",
                note=point.note,
                date=self.day(point.date),
            )
            for point, earlier in zip(header.series, before, strict=False)
        )

    def _breakdown(self, header: FigureHeader) -> tuple[PointView, ...]:
        most = max((abs(row.value) for row in header.breakdown), default=0.0) or 1.0
        return tuple(
            PointView(row.label, number(row.value, self.lang), round(100 * abs(row.value) / most, 1))
            for row in header.breakdown
        )


REMEMBERED = 16_384
"""How many faces and dates are at hand: a story is shown on many pages, and looks the same from most of them."""


@lru_cache(maxsize=REMEMBERED)
def _day(date: Date, lang: str) -> DateView:
    first = date.earliest
    return DateView(
        text=show(date, lang),
        edtf=date.text,
        iso=html_datetime(date) or "",
        year=f"{first.year}" if first else "",
        short=show_day_month(date, lang),
    )


@lru_cache(maxsize=REMEMBERED)
def _face(each: Card, url: str, lang: str, words: Words) -> CardView:
    """Return a document's card without what hangs on other files, as pages of a language see it."""
    form = FORM_LABELS.get(each.form, "")
    return CardView(
        kind=each.kind,
        kind_label=words(KIND_LABELS[each.kind]),
        title=each.title,
        url=url,
        kicker=each.kicker,
        description=each.description,
        date=_day(each.date, lang) if each.date else None,
        updated=_day(each.updated, lang) if each.updated else None,
        form=each.form,
        form_label=words(form) if form else "",
        lang=each.lang if each.lang != lang else "",
        dir=direction(each.lang),
        corrected=each.corrected,
    )


def image_address(read: Read, path: str, image: str) -> str:
    """Return the address of a picture that a document names (beside it, or from the site's root), or nothing."""
    if image.startswith(("http:", "https:")):
        return image
    file = asset_of(read, path, image)
    content = read(settings).content
    return file.removeprefix(content) if file.startswith(content + "/") and read(fingerprint, file) else ""


def vantage(read: Read, note: Noting, here: str, lang: str, *, rooted: bool = False) -> Vantage:
    """Return the view from an address."""
    portable = ("portable", "yes") in read(choices)
    return Vantage(read, note, here, lang, read(settings), words_in(read, lang), portable, rooted)
