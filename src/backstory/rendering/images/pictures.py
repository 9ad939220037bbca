"""Pictures as pages show them: at several widths, in several formats, each under a name that changes with its bytes.

Knows how wide a picture stands in each place of a page. Must never know how a made file is made: it only says which
files it needs (`Viewpoint.needs`), and whoever builds the site sees to them.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol
from urllib.parse import quote

from backstory.engine.keys import Read
from backstory.files.output import Need
from backstory.files.pictures.facts import made_name
from backstory.files.settings import Settings
from backstory.library.links import asset_of
from backstory.library.pictures import Picture, picture
from backstory.reading.front.focus import focus_of
from backstory.rendering.images.imageviews import PictureView, WidthsView

MADE: Final = "/assets/pictures"
TYPES: Final = {"avif": "image/avif", "webp": "image/webp"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A place for pictures: the widths that are made for it (in points), and what HTML's `sizes` says of it.

    The widths are steps of one ladder, so that a picture that stands in several places shares its files.
    """

    widths: tuple[int, ...]
    sizes: str
    plain: bool = False
    """Whether only the format that everybody reads is made, with its whole address."""


LAYOUTS: Final = {
    "lead": Layout((480, 816, 1224, 1632), "(min-width: 74rem) 51rem, (min-width: 64rem) calc(91vw - 17rem), 91vw"),
    "wide": Layout((480, 816, 1224, 1632), "(min-width: 74rem) 51rem, (min-width: 64rem) calc(91vw - 17rem), 91vw"),
    "body": Layout((480, 816, 1224), "(min-width: 45rem) 40.5rem, 91vw"),
    "teaser": Layout((480, 816, 1224), "(min-width: 74rem) 40rem, (min-width: 64rem) 54vw, 91vw"),
    "second": Layout((320, 480, 816), "(min-width: 74rem) 23rem, (min-width: 64rem) 30vw, 91vw"),
    "portrait": Layout((320, 480, 816), "18rem"),
    "small": Layout((160, 320), "6rem"),
    "network": Layout((1224,), "1200px", plain=True),
}
"""What pages have places for. The measures are those of the theme's styles (`--page`, `--measure`, `--aside`)."""

USUAL: Final = 816
"""The width of the file that a browser without `srcset`, a feed or a copied link shows."""


class Viewpoint(Protocol):
    """A page that shows pictures, as far as they must know it. `needs` gets the files that somebody has to make."""

    @property
    def read(self) -> Read:
        """What asks questions for the page."""

    @property
    def settings(self) -> Settings:
        """The site's settings."""

    @property
    def needs(self) -> list[Need]:
        """The files that the page leads to, as they come up."""

    def url(self, address: str, anchor: str = "") -> str:
        """Return an address as a link on this page says it."""

    def absolute(self, address: str) -> str:
        """Return an address with its host, or an empty string when the site has no base_url."""


def showing(view: Viewpoint, path: str, name: str) -> Callable[[str], PictureView | None]:
    """Return what looks a picture up that a document names, once a template shows it in a place of its page."""
    return lambda layout: shown(view, path, name, layout)


def focus_class(words: str) -> str:
    """Return the classes that keep a point of a picture in sight; the middle needs none."""
    found = focus_of(words) if words else None
    if not found or found == (50, 50):
        return ""
    return f"focus-x-{found[0] // 10} focus-y-{found[1] // 10}"


def shown(view: Viewpoint, path: str, name: str, layout: str = "body") -> PictureView | None:
    """Return a picture that a document names, as it stands in a place of a page; None where there is nothing to show.

    An address outside is shown as it is. Unknown places count as `body`.
    """
    if name.startswith(("http:", "https:")):
        return PictureView(name)
    file = asset_of(view.read, path, name)
    return of_file(view, file, layout) if file.startswith(view.settings.content + "/") else None


def of_file(view: Viewpoint, file: str, layout: str) -> PictureView | None:
    """Return a file of the site as it stands in a place of a page."""
    found, place = view.read(picture, file), LAYOUTS.get(layout, LAYOUTS["body"])
    if found is None or (place.plain and (found.vector or not view.settings.base_url)):
        return None
    if not view.settings.pictures.responsive:
        return PictureView(_copied(view, file, place), found.width, found.height)
    if found.whole:
        return PictureView(_made(view, found, 0, found.ending, place), found.width, found.height)
    return _responsive(view, found, place)


def widths_for(width: int, layout: Layout) -> tuple[int, ...]:
    """Return the widths to make of a picture: never more points than it has, and the most that the place can use."""
    smaller = tuple(each for each in layout.widths if each < width)
    return (*smaller, width) if len(smaller) < len(layout.widths) else smaller


def _responsive(view: Viewpoint, found: Picture, layout: Layout) -> PictureView:
    widths = widths_for(found.width, layout)
    chosen = () if layout.plain else view.settings.pictures.formats
    formats = [each for each in chosen if each != found.ending]
    usual = max((each for each in widths if each <= USUAL), default=widths[0])
    # PNG is heavy, and whoever reads no better format is content with one size of it.
    plain = (usual,) if found.ending == "png" and formats else widths
    urls = {width: _made(view, found, width, found.ending, layout) for width in plain}
    sources = tuple(
        WidthsView(TYPES[each], _widths({width: _made(view, found, width, each, layout) for width in widths}))
        for each in formats
    )
    height = max(1, round(found.height * usual / found.width))
    srcset = _widths(urls) if len(urls) > 1 else ""
    return PictureView(urls[usual], usual, height, sources, srcset, layout.sizes)


def _widths(urls: dict[int, str]) -> str:
    return ", ".join(f"{url} {width}w" for width, url in urls.items())


def _made(view: Viewpoint, found: Picture, width: int, ending: str, place: Layout) -> str:
    """Return the address of a made file, and note that this page needs it."""
    inner = found.file.removeprefix(view.settings.content)
    return _needed(view, "made", f"{MADE}{inner}/{made_name(found.stem, width, ending)}", found.file, place)


def _copied(view: Viewpoint, file: str, place: Layout) -> str:
    return _needed(view, "file", file.removeprefix(view.settings.content), file, place)


def _needed(view: Viewpoint, kind: str, where: str, file: str, place: Layout) -> str:
    view.needs.append(Need(kind, where.lstrip("/"), file))
    address = quote(where)
    return view.absolute(address) if place.plain else view.url(address)
