"""A document's body as finished HTML: links led to where they go, blocks and inline pieces drawn by their templates.

Knows a body's parts and what its links mean. Must never know the page around it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from html import escape, unescape

from markupsafe import Markup
from msgspec import structs

from backstory.files.output import Need
from backstory.library.anchors import anchors, event_anchor
from backstory.library.backlinks import NameLink, name_links
from backstory.library.cards import card
from backstory.library.documents import body, document, language_of
from backstory.library.events import Spot, event_id, event_spot
from backstory.library.links import NOWHERE, Target, links, resolve, written
from backstory.library.pictures import is_picture
from backstory.library.routes import event_home
from backstory.library.sources import source
from backstory.notes import Note
from backstory.places import Place
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.document import BlockMark, BlockPart, LinkMark, Part
from backstory.rendering.excerpts import neighbours
from backstory.rendering.inshort import meaning
from backstory.rendering.templating.templates import run
from backstory.rendering.text.bodypictures import with_pictures
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import CardView

LINK = re.compile(r'<a\b([^>]*?)\shref="([^"]*)"([^>]*)>(.*?)</a>', re.DOTALL)
REFERENCE = re.compile(r'<sup id="fnref[^"]*">.*?</sup>', re.DOTALL)
OWN_ID = re.compile(r'\sid="[^"]*"')
SEMANTIC = ("event:", "figure:", "term:", "wiki:", "source:")

DrawBlock = Callable[["Filler", BlockMark, Markup], str]


@dataclass
class Filler:
    """Fills one body, in order. `shown` gathers the documents that cards in it show. Lives for one body only."""

    view: Vantage
    path: str
    draw: DrawBlock
    embedded: bool = False
    """Whether the body stands inside another page, as a card's answer: then it has no ids and no notes of its own."""
    shown: list[str] = field(default_factory=list)
    count: int = 0
    pictures: dict[str, list[LinkMark]] = field(default_factory=lambda: defaultdict(list))
    """Marks of pictures that are still to come, by target, the next one last."""
    _marks: dict[str, list[LinkMark]] = field(default_factory=lambda: defaultdict(list))
    _targets: dict[str, Target] = field(default_factory=dict)
    _names: dict[int, list[NameLink]] = field(default_factory=lambda: defaultdict(list))
    """The names that become links, by the number of the part that each stands in."""
    _part_number: int = -1

    def __post_init__(self) -> None:
        self._targets = self.view.read(links, self.path)
        for mark in reversed(self.view.read(document, self.path).marks.links):
            key = mark.target.split(",", 1)[0].strip() if mark.kind == "source" else mark.target
            (self.pictures if mark.kind == "image" else self._marks)[key].append(mark)
        for each in () if self.embedded else self.view.read(name_links, self.path):
            self._names[each.spot.part].append(each)

    def parts(self, parts: tuple[Part, ...]) -> Markup:
        """Return several parts as HTML."""
        return Markup("".join(self._part(part) for part in parts))

    def _part(self, part: Part) -> str:
        if not isinstance(part, BlockPart):
            self._part_number += 1
            return self._with_names(part.html, self._names.get(self._part_number, ()))
        if self.embedded:
            return ""
        mark = self.view.read(document, self.path).marks.blocks[part.block]
        return self.draw(self, mark, self.parts(part.parts))

    def _with_names(self, html: str, names: Iterable[NameLink]) -> str:
        """Return finished HTML for a part of the body, with its names as links. They stand between tags, in no link."""
        pieces, at = [], 0
        for each in names:
            start, end = each.spot.start, each.spot.end
            pieces += [self.html(html[at:start]), self._named(each.path, Markup(html[start:end]))]
            at = end
        return "".join((*pieces, self.html(html[at:])))

    def html(self, html: str) -> str:
        """Return finished HTML for HTML whose links are still as they were written."""
        if self.embedded:
            html = OWN_ID.sub("", REFERENCE.sub("", html))
        html = LINK.sub(self._link, html)
        return with_pictures(self, html) if "<img" in html else html

    def next_id(self, name: str) -> str:
        """Return an id that nothing else in this body has."""
        self.count += 1
        return f"{name}-{self.count}"

    def _link(self, match: re.Match[str]) -> str:
        before, raw, after, inner = match.groups()
        target = unescape(raw)
        mark = self._marks[target].pop() if self._marks.get(target) else None
        if target.startswith(SEMANTIC):
            return self._semantic(target, mark, inner)
        if target.startswith("#fnref") and target[1:] not in self.view.read(anchors, self.path):
            return ""  # the way back from a note that no text calls; the scanner has said so
        found = self.target(target, mark)
        if found == NOWHERE:
            return inner
        self.publish(found)
        extra = ""
        if found.path and (lang := self.view.read(card, found.path).lang) != self.view.lang:
            extra = f' hreflang="{lang}"'
        return f'<a{before} href="{escape(self.url(found))}"{after}{extra}>{inner}</a>'

    def publish(self, found: Target) -> None:
        """See to it that a picture that a link leads to is there as it is, and not only in other sizes."""
        if is_picture(found.asset):
            self.view.needs.append(Need("file", found.address.lstrip("/"), found.asset))

    def url(self, found: Target) -> str:
        """Return a target as a link on this page says it."""
        return found.address if found.outside else self.view.url(found.address, found.anchor)

    def target(self, raw: str, mark: LinkMark | None) -> Target:
        """Return where a link or picture leads; one that the scanner did not see is looked up here."""
        key = written(mark) if mark else raw
        if key in self._targets:
            return self._targets[key]
        place = mark.place if mark else Place(self.path, self.view.read(document, self.path).first_line)
        found, finding = resolve(self.view.read, self.path, raw, place, mark.words if mark else "")
        if finding and not self.embedded:
            self.view.note(finding)
        return found

    def _semantic(self, target: str, mark: LinkMark | None, inner: str) -> str:
        kind = target.partition(":")[0]
        if kind == "event":
            return self._event(target, mark, inner)
        if kind == "source":
            entry = self.view.read(source, target.removeprefix("source:"))
            return self.piece("inline/source.html", source=self.view.source(entry)) if entry else ""
        found = self.target(target if mark or not target.endswith(":") else target + _plain(inner), mark)
        if not found.path:
            return inner or escape(target.removeprefix("wiki:"))
        title = self.view.read(card, found.path).title
        words = Markup(inner) if inner else Markup.escape(title)
        if kind == "wiki":
            lang = self.view.read(card, found.path).lang
            extra = f' hreflang="{lang}"' if lang != self.view.lang else ""
            return f'<a href="{escape(self.url(found))}"{extra}>{words}</a>'
        return self._explained(kind, found, words)

    def _named(self, path: str, words: Markup) -> str:
        """A name that the text says, with what it names at hand."""
        each = self._at_hand(path)
        template = "inline/term.html" if each.kind == "term" else "inline/mention.html"
        own = self.next_id(f"{each.kind}-{self.view.read(card, path).slug}")
        return self.piece(template, words=words, card=each, url=each.url, id=own)

    def _explained(self, kind: str, found: Target, words: Markup) -> str:
        """A figure or a term with its value or meaning at hand."""
        slug = self.view.read(card, found.path).slug
        own = self.next_id(f"{'in-' if self.embedded else ''}{kind}-{slug}")
        if kind == "figure":
            return self.piece("inline/figure.html", words=words, figure=self.view.figure(found.path), id=own)
        each = self._at_hand(found.path)
        return self.piece("inline/term.html", words=words, card=each, url=each.url, id=own)

    def _at_hand(self, path: str) -> CardView:
        """A card that says what it is, from its text if its header does not."""
        each = self.view.card(path)
        return each if each.description else structs.replace(each, description=self.view.read(meaning, path))

    def _event(self, target: str, mark: LinkMark | None, inner: str) -> str:
        date = _date(target)
        if date is None or mark is None:
            return inner
        found = self.view.read(document, self.path)
        lang, id = language_of(found.header, self.view.settings), event_id(mark, found)
        spot = self.view.read(event_spot, lang, id) or Spot(id, date)
        where = self.view.url(event_home(self.view.read, self.view.lang, spot.date), event_anchor(spot.id))
        near = () if self.embedded else neighbours(self.view, self.path, mark.anchor)
        return self.piece(
            "inline/event.html",
            words=Markup(inner),
            id="" if self.embedded else mark.anchor,
            date=self.view.day(date),
            url=where,
            major="major" in mark.classes,
            title=dict(mark.options).get("title", ""),
            near=near,
            own=f"when-{mark.anchor}",
        )

    def piece(self, name: str, **values: object) -> str:
        """Return what a template of `inline/` makes."""
        text = run(self.view.read, self.view.note, name, {"t": self.view.words, **values})
        return text.strip()


def _date(target: str) -> Date | None:
    try:
        return parse(target.removeprefix("event:"))
    except DateError:  # the scanner has said so
        return None


def _plain(html: str) -> str:
    return unescape(re.sub(r"<[^>]+>", "", html))


def embedded_body(view: Vantage, path: str) -> Markup:
    """Return a document's running text for a card on another page: no blocks, no ids, no footnotes."""

    def quiet(note: Note) -> None:
        """Leave findings to the document's own page."""

    inner = replace(view, note=quiet)
    filler = Filler(inner, path, lambda filler, mark, body: "", embedded=True)
    return filler.parts(view.read(body, path).parts)
