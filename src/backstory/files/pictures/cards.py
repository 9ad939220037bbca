"""Cards for social networks: a page's headline, kicker, date and brand as a picture of 1200 by 630 points.

Knows words, fonts and measures. Must never know a page or a folder. The same words and fonts give the same bytes. Lines
are set with Raqm, which joins Arabic letters and orders lines that run both ways (Unicode Annex 9).
"""

import io
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

if TYPE_CHECKING:
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont

SIZE: Final = (1200, 630)
"""What networks show whole (Open Graph's usual 1.91 to 1)."""

EDGE: Final = 72
ROOM: Final = SIZE[0] - 2 * EDGE
"""How long a line may be, in points."""
DESIGN: Final = "1"
"""Changes when the same words make another card."""

PAPER, INK, SOFT, LINE = "#fefdfb", "#1a181b", "#575159", "#ddd7d0"
"""Those of the theme's tokens, by day."""

HEADLINES: Final = tuple(range(112, 43, -4))
"""Sizes of a headline, in points of the card: the largest that fits is taken."""

LINES: Final = 5


class CardWords(Struct, frozen=True):
    """What a card says, and what it is drawn with. `accent` is a colour (#8a1538); `fonts` are paths of two files.

    The first is for the headline, the second for everything else. `digests` are theirs.
    """

    headline: str
    kicker: str = ""
    date: str = ""
    brand: str = ""
    lang: str = ""
    rtl: bool = False
    accent: str = "#8a1538"
    fonts: tuple[str, str] = ("", "")
    digests: tuple[str, str] = ("", "")


class _Page:
    """A card while it is drawn: where lines begin, and in which direction they run."""

    def __init__(self, draw: "ImageDraw", words: CardWords) -> None:
        self.draw = draw
        self.lang = words.lang.replace("_", "-") or None
        self.start: int = SIZE[0] - EDGE if words.rtl else EDGE
        self.end: int = EDGE if words.rtl else SIZE[0] - EDGE
        self.direction: Literal["rtl", "ltr"] = "rtl" if words.rtl else "ltr"
        self.near, self.far = ("r", "l") if words.rtl else ("l", "r")

    def width(self, line: str, font: "FreeTypeFont") -> float:
        """Return how long a line is."""
        return font.getlength(line, direction=self.direction, language=self.lang)

    def write(self, line: str, top: float, font: "FreeTypeFont", colour: str, *, far: bool = False) -> None:
        """Write a line with its baseline at a height, at the near or the far edge."""
        at = (self.end if far else self.start, top)
        anchor: Any = (self.far if far else self.near) + "s"
        self.draw.text(at, line, colour, font, anchor, direction=self.direction, language=self.lang)


def draw(words: CardWords, load: Callable[[str], bytes]) -> bytes:
    """Return a card as PNG. `load` returns a font's bytes by its path. Raises OSError where Pillow has no Raqm."""
    from PIL import Image, ImageDraw, ImageFont

    heavy, plain = (load(path) for path in words.fonts)

    def font(data: bytes, size: int) -> "FreeTypeFont":
        return ImageFont.truetype(io.BytesIO(data), size, layout_engine=ImageFont.Layout.RAQM)

    picture = Image.new("RGB", SIZE, PAPER)
    page = _Page(ImageDraw.Draw(picture), words)
    page.draw.rectangle((0, 0, SIZE[0], 15), words.accent)
    small = font(plain, 30)
    if words.kicker:
        page.write(cut(words.kicker, ROOM, lambda line: page.width(line, small)), 118, small, words.accent)
    _headline(page, words, lambda size: font(heavy, size))
    page.draw.line((EDGE, 532, SIZE[0] - EDGE, 532), LINE, 2)
    _foot(page, words, small)
    out = io.BytesIO()
    picture.quantize(64, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def _foot(page: _Page, words: CardWords, font: "FreeTypeFont") -> None:
    room = ROOM - (page.width(words.date, font) + 40 if words.date else 0)
    page.write(cut(words.brand, room, lambda line: page.width(line, font)), 580, font, INK)
    if words.date:
        page.write(words.date, 580, font, SOFT, far=True)


def _headline(page: _Page, words: CardWords, font: "Callable[[int], FreeTypeFont]") -> None:
    """Write the headline as large as it fits, from below the kicker."""
    top, bottom = (136, 510) if words.kicker else (56, 510)
    for size in HEADLINES:
        width = partial(page.width, font=font(size))
        leading = size * (1.42 if words.rtl else 1.16)
        lines = broken(words.headline, ROOM, width)
        # Letters reach below the last line: Arabic ones far.
        tall = (len(lines) + (0.4 if words.rtl else 0.15)) * leading
        if len(lines) <= LINES and tall <= bottom - top and all(width(line) <= ROOM for line in lines):
            break
    most = int((bottom - top) / leading)
    if len(lines) > most:
        lines = [*lines[: most - 1], cut(" ".join(lines[most - 1 :]), ROOM, width)]
    for number, line in enumerate(lines, 1):
        page.write(line, top + number * leading - size * 0.12, font(size), INK)


def broken(words: str, room: float, width: Callable[[str], float]) -> list[str]:
    """Return words in lines of at most `room`, as even as can be without one line more; long words are cut."""
    narrowest = _filled([piece for word in words.split() for piece in _pieces(word, room, width)], room, width)
    if len(narrowest) < 2 or any(width(word) > room for word in words.split()):
        return narrowest
    low, high = room / 2, room
    for _ in range(7):
        middle = (low + high) / 2
        tried = _filled(words.split(), middle, width)
        fits = len(tried) <= len(narrowest) and all(width(line) <= room for line in tried)
        low, high, narrowest = (low, middle, tried) if fits else (middle, high, narrowest)
    return narrowest


def _pieces(word: str, room: float, width: Callable[[str], float]) -> list[str]:
    """Return a word in pieces that fit, where it is longer than a line."""
    pieces = [""]
    for letter in word if width(word) > room else (word,):
        if pieces[-1] and width(pieces[-1] + letter) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _filled(words: list[str], room: float, width: Callable[[str], float]) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and width(f"{lines[-1]} {word}") <= room:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def cut(line: str, room: float, width: Callable[[str], float]) -> str:
    """Return a line that fits, with an ellipsis where it had to be cut."""
    if width(line) <= room:
        return line
    while line and width(f"{line}…") > room:
        line = line[:-1].rstrip(" ,.;:–—-")
    return f"{line}…"
