"""The shapes that charts and axes are drawn with, as SVG that stands in a page.

Knows SVG and which way a page reads. Must never know what is drawn. There are classes and no colours: the styles are
the theme's. Positions are in the units of the drawing's own box, y downwards.
"""

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.templating.escaping import text
from backstory.rendering.words import direction

Point = tuple[float, float]
Anchor = Literal["start", "middle", "end"]


class Sheet(Struct, frozen=True):
    """A sheet of a given width. On a mirrored one all runs from right to left, as its page does.

    Positions are given from the side where reading starts, so that nobody who draws has to think of it.
    """

    width: float
    mirrored: bool = False

    def x(self, along: float) -> float:
        """Return the SVG's x of a position."""
        return self.width - along if self.mirrored else along

    def line(self, name: str, start: Point, end: Point) -> str:
        """Draw a straight line, which shows even before the styles have come."""
        (x1, y1), (x2, y2) = start, end
        ends = f'x1="{short(self.x(x1))}" y1="{short(y1)}" x2="{short(self.x(x2))}" y2="{short(y2)}"'
        return f'<line class="{name}" {ends} stroke="currentColor"/>'

    def box(self, name: str, corner: Point, width: float, height: float, round: float = 0) -> str:
        """Draw a rectangle from its corner at the starting side and the top."""
        left = self.x(corner[0]) - (width if self.mirrored else 0)
        soft = f' rx="{short(round)}"' if round else ""
        size = f'width="{short(width)}" height="{short(height)}"'
        return f'<rect class="{name}" x="{short(left)}" y="{short(corner[1])}" {size}{soft}/>'

    def dot(self, name: str, centre: Point, radius: float) -> str:
        """Draw a filled circle."""
        return f'<circle class="{name}" cx="{short(self.x(centre[0]))}" cy="{short(centre[1])}" r="{short(radius)}"/>'

    def area(self, name: str, points: Iterable[Point]) -> str:
        """Draw a filled shape with straight sides."""
        return f'<polygon class="{name}" points="{self._points(points)}"/>'

    def path(self, name: str, points: Iterable[Point]) -> str:
        """Draw an open line through points."""
        return f'<polyline class="{name}" points="{self._points(points)}" fill="none" stroke="currentColor"/>'

    def words(self, name: str, at: Point, words: str, anchor: Anchor = "start") -> str:
        """Write one line of text; `anchor` says which part of it stands at the position, as the page reads."""
        where = f'x="{short(self.x(at[0]))}" y="{short(at[1])}"'
        held = f' text-anchor="{anchor}"' if anchor != "start" else ""
        return f'<text class="{name}" {where}{held}>{text(words)}</text>'

    def svg(self, name: str, height: float, attributes: str, shapes: Iterable[str]) -> Markup:
        """Return the whole drawing, which fills the width that it is given."""
        way = ' direction="rtl"' if self.mirrored else ""
        box = f'viewBox="0 0 {short(self.width)} {short(height)}" preserveAspectRatio="xMidYMid meet"'
        return Markup(f'<svg class="{name}" {box}{way} {attributes}>{"".join(shapes)}</svg>')

    def _points(self, points: Iterable[Point]) -> str:
        return " ".join(f"{short(self.x(x))},{short(y)}" for x, y in points)


def sheet(width: float, lang: str) -> Sheet:
    """Return a sheet for a page in a language."""
    return Sheet(width, direction(lang) == "rtl")


def short(value: float) -> str:
    """Return a position with one decimal at most."""
    rounded = round(value, 1)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)


def shortened(words: str, most: int) -> str:
    """Return words cut to a number of characters, the last of them then an ellipsis."""
    return words if len(words) <= most else words[: max(most - 1, 1)].rstrip() + "…"
