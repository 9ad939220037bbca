"""What a template sees of a picture: its words, and its files in the place where it stands.

Knows addresses and words. Must never know a file of the disk, or how one is made.
"""

from collections.abc import Callable

from msgspec import Struct


class WidthsView(Struct, frozen=True):
    """A picture's files of one format: its media type, and the addresses with their widths as `srcset` writes them."""

    type: str
    srcset: str


class PictureView(Struct, frozen=True):
    """A picture in one place of a page. `width` and `height` are those of the file at `url`, 0 where nobody knows.

    `sources` are better formats of it, best first; `srcset` other widths of the format of `url`.
    """

    url: str
    width: int = 0
    height: int = 0
    sources: tuple[WidthsView, ...] = ()
    srcset: str = ""
    sizes: str = ""


class ImageView(Struct, frozen=True):
    """A picture: words for those who can't see it, its caption and credit, and its files, by the place where it stands.

    `focus` holds classes that keep its focal point in sight where it is cut. `find` looks the files up: a page rests on
    them only where its template shows the picture.
    """

    alt: str = ""
    credit: str = ""
    caption: str = ""
    focus: str = ""
    find: Callable[[str], PictureView | None] = lambda layout: None

    def __hash__(self) -> int:
        """Two pictures are never known to be the same: what a page shows of one is looked up for that page."""
        raise TypeError("unhashable")

    def at(self, layout: str = "body") -> PictureView | None:
        """Return the picture for a place (lead, wide, body, teaser, second, portrait, small), or None."""
        return self.find(layout)

    @property
    def url(self) -> str:
        """The address of the picture at a usual width, in the format that every browser reads; empty for none."""
        found = self.find("body")
        return found.url if found else ""
