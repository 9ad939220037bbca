"""Pictures in a text: what an editor wrote about each, and how it stands there.

Knows the `<img>` that the Markdown stage makes, and what may be said in braces behind a picture. Must never know how a
picture's files are found or made.
"""

import re
from html import escape, unescape
from typing import Final, Protocol

from msgspec import Struct

from backstory.engine.keys import Noting
from backstory.library.documents import document
from backstory.library.links import NOWHERE, Target
from backstory.notes import warning
from backstory.places import Place
from backstory.reading.document import LinkMark
from backstory.reading.front.focus import HELP, focus_of
from backstory.rendering.images.imageviews import ImageView, PictureView
from backstory.rendering.images.pictures import Viewpoint, focus_class, of_file

_INSIDE: Final = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
_IMG: Final = rf"<img\b{_INSIDE}>"
PICTURE: Final = re.compile(
    rf"(?P<drawn><picture\b.*?</picture>)"
    rf"|<p>\s*(?P<open><a\b{_INSIDE}>)?\s*(?P<alone>{_IMG})\s*(?P<close></a>)?\s*</p>"
    rf"|(?P<within>{_IMG})",
    re.DOTALL,
)
"""A `<picture>` that an editor wrote in HTML; a picture that is a paragraph by itself; one among words."""

ATTRIBUTE: Final = re.compile(r"""\s([\w:-]+)(?:=(?:"([^"]*)"|'([^']*)'))?""")
NO_ALT: Final = (
    "Say between the brackets what it shows: ![Trucks wait at the bridge](bridge.jpg). If it only decorates, write "
    "{.decorative} behind it."
)
CLASSES: Final = ("wide", "decorative")
"""What the classes of a picture may say: that it takes all the room there is, that it says nothing of its own."""


class Said(Struct, frozen=True):
    """What an editor said of a picture in a text."""

    source: str
    alt: str | None
    title: str
    classes: tuple[str, ...]
    options: dict[str, str]


class Page(Viewpoint, Protocol):
    """The page that a text stands in."""

    @property
    def note(self) -> Noting:
        """What takes findings."""


class Surroundings(Protocol):
    """The text around a picture. `pictures` are the marks of those that are still to come, by target."""

    path: str
    embedded: bool
    pictures: dict[str, list[LinkMark]]

    @property
    def view(self) -> Page:
        """The page that the text stands in."""

    def target(self, raw: str, mark: LinkMark | None) -> Target:
        """Return where a link leads."""

    def url(self, found: Target) -> str:
        """Return an address as the page says it."""

    def publish(self, found: Target) -> None:
        """Have a file copied to the site that a link leads to."""

    def piece(self, name: str, **values: object) -> str:
        """Draw a piece of the text by its template."""


def with_pictures(filler: Surroundings, html: str) -> str:
    """Return HTML with every picture of the site shown as pages show pictures."""

    def draw(match: re.Match[str]) -> str:
        return _drawn(filler, match)

    return PICTURE.sub(draw, html)


def _drawn(filler: Surroundings, match: re.Match[str]) -> str:
    if match["drawn"]:
        return re.sub(_IMG, lambda img: _plain(filler, img[0]), match["drawn"])
    alone = bool(match["alone"]) and bool(match["open"]) == bool(match["close"])
    img = match["alone"] or match["within"]
    mark = _mark(filler, img)
    said = _said(img, mark)
    place = mark.place if mark else Place(filler.path, filler.view.read(document, filler.path).first_line)
    found = _found(filler, said, mark)
    if found is None:
        words = escape(said.alt or "")
        return f"<p>{words}</p>" if alone and words else words
    _check(filler, said, place)
    image = ImageView(
        said.alt or "",
        said.options.get("credit", ""),
        said.options.get("caption", "") or said.title,
        focus_class(said.options.get("focus", "")),
        lambda layout: found if layout == _layout(said) else None,
    )
    text = filler.piece(
        "inline/picture.html", image=image, layout=_layout(said), alone=alone, wide="wide" in said.classes
    )
    if not match["open"]:
        return text
    if not alone:
        return match[0].replace(img, text)
    return re.sub(r"<picture\b.*?</picture>|<img\b[^>]*>", lambda it: f"{match['open']}{it[0]}</a>", text, count=1)


def _layout(said: Said) -> str:
    return "wide" if "wide" in said.classes else "body"


def _mark(filler: Surroundings, img: str) -> LinkMark | None:
    source = unescape(_attributes(img).get("src", ""))
    waiting = filler.pictures.get(source)
    return waiting.pop() if waiting else None


def _said(img: str, mark: LinkMark | None) -> Said:
    given = {name: unescape(value) for name, value in _attributes(img).items()}
    options = dict(mark.options) if mark else {}
    classes = tuple(given.get("class", "").split())
    alt = given.get("alt")
    decorative = "decorative" in classes or (mark is None and alt == "") or options.get("alt") == ""
    return Said(given.get("src", ""), "" if decorative else (alt or None), given.get("title", ""), classes, options)


def _attributes(img: str) -> dict[str, str]:
    return {name.lower(): double or single for name, double, single in ATTRIBUTE.findall(img)}


def _found(filler: Surroundings, said: Said, mark: LinkMark | None) -> PictureView | None:
    target = filler.target(said.source, mark)
    if target == NOWHERE:
        return None
    if target.outside:
        return PictureView(target.address)
    return of_file(filler.view, target.asset, _layout(said)) if target.asset else None


def _plain(filler: Surroundings, img: str) -> str:
    """Return an `<img>` inside a `<picture>` of the editor's own, with its address as this page says it."""
    source = _attributes(img).get("src", "")
    found = filler.target(unescape(source), _mark(filler, img))
    filler.publish(found)
    return img.replace(f'"{source}"', f'"{filler.url(found)}"') if found != NOWHERE else img


def _check(filler: Surroundings, said: Said, place: Place) -> None:
    """Say what is missing or wrong in what an editor said of a picture."""
    if filler.embedded:
        return
    if said.alt is None:
        sentence = f'The picture "{said.source}" has no words for those who can\'t see it.'
        filler.view.note(warning(place, "picture/no-alt", sentence, NO_ALT))
    focus = said.options.get("focus", "")
    if focus and focus_of(focus) is None:
        filler.view.note(warning(place, "picture/bad-focus", f'"{focus}" is no point of a picture.', HELP))
