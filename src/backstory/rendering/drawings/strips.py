"""The shapes that an axis is drawn with: as wide as its frame, while type, dots and heights keep their size.

Knows SVG whose positions along the axis are percentages, and which way a page reads. Must never know what is drawn.
There are classes and no colours: the styles are the theme's.
"""

from collections.abc import Iterable
from typing import Literal

from markupsafe import Markup
from msgspec import Struct

from backstory.rendering.drawings.drawing import short
from backstory.rendering.templating.escaping import attribute, text
from backstory.rendering.words import direction

Fading = Literal["in", "out", "both"]
_STOPS = {"in": ((0, 0), (1, 1)), "out": ((0, 1), (1, 0)), "both": ((0, 0), (0.5, 1), (1, 0))}


class Strip(Struct, frozen=True):
    """A strip of a nominal width. Positions are in its units, from the side where reading starts, y downwards.

    `name` keeps the ids of its gradients apart from those of other strips on the page.
    """

    name: str
    width: float
    mirrored: bool

    def x(self, along: float) -> str:
        """Return a position as the SVG says it."""
        share = along / self.width * 100
        return f"{_fine(100 - share if self.mirrored else share)}%"

    def line(self, name: str, start: tuple[float, float], end: tuple[float, float]) -> str:
        """Draw a straight line."""
        ends = f'x1="{self.x(start[0])}" y1="{short(start[1])}" x2="{self.x(end[0])}" y2="{short(end[1])}"'
        return f'<line class="{name}" {ends} stroke="currentColor"/>'

    def box(self, name: str, span: tuple[float, float], top: float, height: float, fading: Fading | None = None) -> str:
        """Draw a rectangle, which may fade towards where it begins, where it ends, or both."""
        left = self.x(span[1] if self.mirrored else span[0])
        size = f'width="{_fine((span[1] - span[0]) / self.width * 100)}%" height="{short(height)}"'
        fill = f' fill="url(#{self.name}-{self._way(fading)})"' if fading else ""
        return f'<rect class="{name}" x="{left}" y="{short(top)}" {size}{fill}/>'

    def _way(self, fading: Fading) -> str:
        return {"in": "out", "out": "in"}.get(fading, fading) if self.mirrored else fading

    def dot(self, name: str, x: float, y: float, radius: float) -> str:
        """Draw a circle."""
        return f'<circle class="{name}" cx="{self.x(x)}" cy="{short(y)}" r="{short(radius)}"/>'

    def glyph(self, name: str, x: float, y: float, points: str) -> str:
        """Draw a small figure that keeps its shape: `points` from its own origin, mirrored where the page is."""
        flip = ' transform="scale(-1 1)"' if self.mirrored else ""
        figure = f'<polyline class="{name}" points="{points}"{flip}/>'
        return f'<svg x="{self.x(x)}" y="{short(y)}" overflow="visible">{figure}</svg>'

    def words(self, name: str, x: float, y: float, words: str, anchor: str = "middle") -> str:
        """Write one line of text; `anchor` says which part of it stands at the position, as the page reads."""
        return f'<text class="{name}" x="{self.x(x)}" y="{short(y)}" text-anchor="{anchor}">{text(words)}</text>'

    def svg(self, height: float, shapes: Iterable[str]) -> Markup:
        """Return the whole strip, for those who see: it is hidden from those who listen."""
        way = ' direction="rtl"' if self.mirrored else ""
        ramps = "".join(self._ramp(name) for name in _STOPS)
        frame = f'width="100%" height="{short(height)}"{way} aria-hidden="true" focusable="false"'
        return Markup(f'<svg class="axis {self.name}" {frame}><defs>{ramps}</defs>{"".join(shapes)}</svg>')

    def _ramp(self, name: str) -> str:
        stops = "".join(
            f'<stop offset="{at}" stop-color="currentColor" stop-opacity="{alpha}"/>' for at, alpha in _STOPS[name]
        )
        return f'<linearGradient id="{self.name}-{name}">{stops}</linearGradient>'


def strip(name: str, width: float, lang: str) -> Strip:
    """Return a strip for a page in a language."""
    return Strip(name, width, direction(lang) == "rtl")


def linked(id: str, more: int, shapes: str) -> str:
    """Return shapes that lead to a place on the page, and stand for so many more beside it.

    They stay out of the way of the tab key: what they lead to is a list on the same page, from which the script takes
    the words that show on pointing. Written here, they would double the weight of a long timeline.
    """
    others = f' data-more="{more}"' if more else ""
    return f'<a href="#{attribute(id)}" tabindex="-1"{others}>{shapes}</a>'


def _fine(value: float) -> str:
    """Return a percentage with two decimals at most."""
    rounded = round(value, 2)
    return str(int(rounded)) if rounded == int(rounded) else str(rounded)
