"""A picture made ready for pages: upright, in sRGB, without what a camera wrote into it, at a width and in a format.

Knows points, profiles and encoders. Must never know a page or a folder. The same picture, width, format and versions
give the same bytes, whatever else is made of it.
"""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Final

from backstory.files.pictures.facts import MOST, Kind
from backstory.files.pictures.looking import ORIENTATION, SIDEWAYS, kind_of, opened, turned

if TYPE_CHECKING:
    from PIL.Image import Image

BETTER: Final = {"avif": 0, "webp": 15, "jpg": 18}
"""What has to be added to AVIF's quality for another format to look as good (by SSIMULACRA2, roughly)."""

DRAWN: Final = 15
"""How much better a picture is made that comes as PNG: it is drawn or a screenshot, and its edges are sharp."""

SPEED: Final = 6
"""AVIF's, from 0 (small) to 10 (quick). At 8 files are a quarter larger, at 4 they take three times as long."""


def points(data: bytes, width: int) -> int:
    """Return how many points have to be held in memory to make a picture of this width."""
    picture = opened(io.BytesIO(data), kind_of(data[:512]))
    _shrink_while_reading(picture, width)
    return picture.size[0] * picture.size[1]


def encoded(data: bytes, width: int, endings: Iterable[str], quality: int) -> dict[str, bytes]:
    """Return ending (`avif`, `webp`, `jpg`, `png`) -> bytes of a picture at a width.

    Raises what Pillow raises for a file that it can't read: anything at all.
    """
    kind = kind_of(data[:512])
    ready = upright(data, width)
    return {ending: _written(ready, ending, quality + (DRAWN if kind == "png" else 0), kind) for ending in endings}


def upright(data: bytes, width: int) -> "Image":
    """Return a picture at a width, as it is to be seen: RGB, RGBA or L with 8 bits, in sRGB."""
    from PIL import Image, ImageOps

    picture = opened(io.BytesIO(data), kind_of(data[:512]))
    if picture.size[0] * picture.size[1] > MOST:
        raise ValueError("too large")
    way = turned(picture)
    _shrink_while_reading(picture, width)
    picture.load()
    profile = picture.info.get("icc_profile")
    seen: Image.Image = _plain(picture)
    across, down = seen.size[::-1] if way in SIDEWAYS else seen.size
    height = max(1, round(width * down / across))
    target = (height, width) if way in SIDEWAYS else (width, height)
    seen = seen.resize(target, Image.Resampling.LANCZOS, reducing_gap=3.0)
    seen.info = {}
    seen.getexif()[ORIENTATION] = way
    ImageOps.exif_transpose(seen, in_place=True)
    seen = _in_srgb(seen, profile)
    seen.info = {}
    return seen


def _shrink_while_reading(picture: Any, width: int) -> None:
    """Let JPEG's reader leave out points that are not needed: an eighth of the work and memory for large files."""
    if picture.format == "JPEG":
        across, down = picture.size
        share = width / (down if turned(picture) in SIDEWAYS else across)
        picture.draft(None, (round(across * share * 1.5), round(down * share * 1.5)))


def _plain(picture: "Image") -> "Image":
    """Return a picture whose points can be mixed: no palettes, no single bits, no more than 8 bits."""
    if picture.has_transparency_data:
        return picture if picture.mode in ("RGBA", "LA") else picture.convert("RGBA")
    if picture.mode.startswith("I;16"):
        return picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode == "I":
        return picture.point(lambda value: value * (1 / 256)).convert("L")
    if picture.mode in ("RGB", "L", "CMYK"):
        return picture
    return picture.convert("L" if picture.mode in ("1", "F") else "RGB")


def _in_srgb(picture: "Image", profile: bytes | None) -> "Image":
    """Return a picture in sRGB: by its own profile, where it has one that can be read."""
    from PIL import Image, ImageCms

    alpha = picture.getchannel("A") if picture.mode in ("RGBA", "LA") else None
    colours = picture if alpha is None else picture.convert("RGB" if picture.mode == "RGBA" else "L")
    if profile and b"sRGB" not in profile[:1024].replace(b"\0", b""):
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            flags = ImageCms.Flags.BLACKPOINTCOMPENSATION
            # Relative colorimetric: colours that a screen can show stay as they are (ICC.1:2022, section 6.2.2).
            intent = ImageCms.Intent.RELATIVE_COLORIMETRIC
            found = ImageCms.profileToProfile(colours, own, ImageCms.createProfile("sRGB"), intent, "RGB", flags=flags)
            colours = found or colours
        except (ImageCms.PyCMSError, OSError, ValueError):  # a profile of other colours, or none at all
            pass
    if colours.mode not in ("RGB", "L"):
        colours = colours.convert("RGB")
    if alpha is None:
        return colours
    whole = colours.convert("RGB")
    whole.putalpha(alpha)
    return whole if isinstance(whole, Image.Image) else picture


def _written(picture: "Image", ending: str, quality: int, kind: Kind) -> bytes:
    out = io.BytesIO()
    good = min(95, quality + BETTER.get(ending, 0))
    colours = picture.convert("RGB") if picture.mode == "L" and ending in ("avif", "webp") else picture
    match ending:
        case "avif":
            fine = "4:4:4" if kind == "png" else "4:2:0"
            colours.save(out, "AVIF", quality=good, speed=SPEED, subsampling=fine, codec="aom", max_threads=1)
        case "webp":
            colours.save(out, "WEBP", quality=good, method=4)
        case "jpg":
            colours.save(out, "JPEG", quality=good, progressive=True, optimize=True)
        case _:
            colours.save(out, "PNG", optimize=True)
    return out.getvalue()
