"""The page from which everything is seen: its address, its language, and what others look like from there.

Knows how an address looks from a page, and makes the small views that every kind of page needs. Must never know what a
particular page is made of.
"""

from dataclasses import dataclass, field
from typing import Any

from markupsafe import Markup
from msgspec.structs import replace

from backstory.engine.keys import Noting, Read
from backstory.files.inputs import choices
from backstory.files.output import Need
from backstory.files.settings import Settings
from backstory.library.addresses import Ways
from backstory.library.cards import card
from backstory.library.citations import work_address
from backstory.library.documents import settings
from backstory.library.figures import figure_of, has_rows
from backstory.library.sources import source, sources_of
from backstory.library.tellings import moments
from backstory.reading.dates import Date
from backstory.reading.front.headers import Account, FigureHeader, SourceEntry
from backstory.rendering.dates import show
from backstory.rendering.faces import day_view, face
from backstory.rendering.images.imageviews import ImageView
from backstory.rendering.images.pictures import focus_class, showing
from backstory.rendering.numbers import change, number
from backstory.rendering.views import (
    AccountView,
    CardView,
    DateView,
    FigureView,
    LinkView,
    PointView,
    SourceView,
)
from backstory.rendering.words import Words, direction, words_in

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
ROWS = 120
"""How many rows of a figure a page shows; all of them are in the file beside it."""
FORM_NOTES = {
    "explainer": "Sets out the background of the news: how it came about, and what is known.",
    "q-and-a": "Answers the questions that readers ask, each by itself.",
    "profile": "Describes a person, an organization or a place.",
    "analysis": "Interprets what is known; the conclusions are the author’s.",
    "data": "Rests on figures; says where each comes from and what it leaves out.",
}
"""What a kind of work is, for readers. A brief is news as everybody knows it, and needs no explanation."""


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
    needs: list[Need] = field(default_factory=list)
    """Files that the page leads to and that somebody has to make, as they come up."""
    ways: Ways = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "ways", Ways(self.here))

    def url(self, address: str, anchor: str = "") -> str:
        """Return an address as a link on this page says it."""
        tail = f"#{anchor}" if anchor else ""
        if not address.startswith("/") or address.startswith("//"):
            return address + tail
        if address == self.here and anchor and not self.rooted:
            return tail
        if self.rooted:
            return self.base_path() + address + tail
        way = self.ways.to(address)
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
        return day_view(date, self.lang)

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
        seen = face(each, self.url(each.address), self.words)
        if not (each.image or answer or figure):
            return seen
        return replace(seen, image=self.image(path), answer=answer, figure=figure)

    def cards(self, paths: tuple[str, ...]) -> tuple[CardView, ...]:
        """Return the cards of several documents."""
        return tuple(self.card(path) for path in paths)

    def image(self, path: str) -> ImageView | None:
        """Return the picture that a document's header names, or None. Its files are looked up when it is shown."""
        each = self.read(card, path)
        if not each.image:
            return None
        find = showing(self, path, each.image)
        return ImageView(each.image_alt, each.image_credit, each.image_caption, focus_class(each.image_focus), find)

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
            page=self.url(work_address(entry)),
        )

    def figure(self, path: str) -> FigureView:
        """Return a figure's value as people read it, with its history and its sources, numbered."""
        header = self.read(figure_of, path)
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
            sources=tuple(self.source(each, n) for n, each in enumerate(sources_of(self.read, path), 1)),
            accounts=tuple(self._account(each) for each in header.accounts),
            more=max(len(header.series) - ROWS, len(header.breakdown) - ROWS, 0),
            data=self._data(path),
            **self._change(header),
        )

    def _data(self, path: str) -> str:
        """Return where a figure's rows stand as CSV, or nothing where it has none."""
        where = self.read(card, path).address
        return self.url(f"{where}data.csv") if where.endswith("/") and self.read(has_rows, path) else ""

    def _account(self, each: Account) -> AccountView:
        found = [entry for id in each.sources if (entry := self.read(source, id))]
        return AccountView(
            value=f"{self.label(each.qualifier)} {number(each.value, self.lang)}".strip(),
            by=each.by,
            date=self.date(each.date),
            note=each.note,
            sources=tuple(self.source(entry) for entry in found),
        )

    def _change(self, header: FigureHeader) -> dict[str, Any]:
        """Return the change of a figure's value since the dated one before it."""
        found = moments(header)
        if header.value is None or len(found) < 2 or found[-1].value != header.value:
            return {}
        now = found[-1]
        before = next((each for each in reversed(found) if each.date and each.date != now.date), None)
        said = change(before.value, now.value, self.lang) if before else ""
        return {"change": said, "since": self.date(before.date)} if before and said else {}

    def _series(self, header: FigureHeader) -> tuple[PointView, ...]:
        most = max((abs(point.value) for point in header.series), default=0.0) or 1.0
        shown = header.series[-ROWS:]
        start = len(header.series) - len(shown)
        before = [header.series[start - 1].value if start else None, *(point.value for point in shown)]
        return tuple(
            PointView(
                label=show(point.date, self.lang),
                value=number(point.value, self.lang),
                width=round(100 * abs(point.value) / most, 1),
                change=change(earlier, point.value, self.lang) if earlier else "",
                note=point.note,
                date=self.day(point.date),
            )
            for point, earlier in zip(shown, before, strict=False)
        )

    def _breakdown(self, header: FigureHeader) -> tuple[PointView, ...]:
        most = max((abs(row.value) for row in header.breakdown), default=0.0) or 1.0
        return tuple(
            PointView(row.label, number(row.value, self.lang), round(100 * abs(row.value) / most, 1))
            for row in header.breakdown[:ROWS]
        )


def vantage(read: Read, note: Noting, here: str, lang: str, *, rooted: bool = False) -> Vantage:
    """Return the view from an address."""
    portable = ("portable", "yes") in read(choices)
    return Vantage(read, note, here, lang, read(settings), words_in(read, lang), portable, rooted)
