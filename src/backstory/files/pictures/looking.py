"""Looks at a picture file without opening it whole.

Knows formats and their first bytes. Must never know a page, nor trust what a file says of itself. Pillow is imported
only here and in the modules that make files, when there is a picture to look at.
"""

import hashlib
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, BinaryIO, Final

from backstory.files.pictures.facts import MOST, Facts, Kind, Trouble

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

ORIENTATION: Final = 0x0112
"""The Exif tag that says how a camera was held (Exif 2.32, section 4.6.4)."""

SIDEWAYS: Final = range(5, 9)
"""Its values that change width and height."""

DEEPEST: Final = 1 << 16
"""Points that a side may have: JPEG's own limit, and more than any page needs."""

FOREIGN: Final = (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc", b"8BPS", b"\0\0\0\x0cJXL ", b"\xff\x0a")
"""What files begin with that cameras and picture programs write and browsers don't show: HEIC, Photoshop, JPEG XL."""


def look(file: BinaryIO) -> Facts:
    """Return what an open file is. Never raises for what is in it; OSError where the disk fails."""
    running, size = hashlib.blake2b(digest_size=16), 0
    while piece := file.read(1 << 20):
        running.update(piece)
        size += len(piece)
    print = running.hexdigest()
    file.seek(0)
    start = file.read(512)
    kind = kind_of(start)
    if kind == "svg":
        from backstory.files.pictures.vectors import look_at_vector

        file.seek(0)
        return look_at_vector(file.read(), print)
    if not kind:
        known: Trouble = "foreign" if any(each in start[:16] for each in FOREIGN) else "unknown"
        trouble: Trouble = known if start else "empty"
        return Facts(print=print, size=size, trouble=trouble)
    if not _whole(file, kind, size):
        return Facts(kind, print=print, size=size, trouble="cut")
    return _looked(file, kind, print, size)


def kind_of(start: bytes) -> Kind:
    """Return what a file's first bytes say it is, whatever its name."""
    if start.startswith(b"\xff\xd8\xff"):
        return "jpeg"
    if start.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png"
    if start.startswith((b"GIF87a", b"GIF89a")):
        return "gif"
    if start.startswith(b"RIFF") and start[8:12] == b"WEBP":
        return "webp"
    if start[4:8] == b"ftyp" and start[8:12] in (b"avif", b"avis"):
        return "avif"
    if start.startswith((b"II*\0", b"MM\0*")):
        return "tiff"
    if start.startswith(b"BM"):
        return "bmp"
    text = start.lstrip(b"\xef\xbb\xbf \t\r\n")
    return "svg" if text.startswith((b"<svg", b"<?xml", b"<!DOCTYPE svg", b"<!--")) else ""


def _whole(file: BinaryIO, kind: Kind, size: int) -> bool:
    """Say whether a file has its end, where its format has a mark for that."""
    file.seek(max(0, size - 65536))
    tail = file.read()
    match kind:
        case "jpeg":
            return b"\xff\xd9" in tail or _readable(file)
        case "png":
            return b"IEND" in tail
        case "gif":
            return b";" in tail[-512:]
        case "webp":
            file.seek(4)
            return int.from_bytes(file.read(4), "little") + 8 <= size
        case _:
            return True


def _readable(file: BinaryIO) -> bool:
    """Say whether a JPEG can be read to its end: cameras append films to pictures, so its end may stand anywhere."""
    try:
        picture = opened(file, "jpeg")
        picture.draft(None, (1, 1))
        picture.load()
    except Exception:  # a reader of pictures may raise anything at all for a file that is not one
        return False
    return True


def opened(file: BinaryIO, kind: Kind) -> "ImageFile":
    """Open a picture without reading its points. Raises what Pillow raises.

    The reader of each format is called by itself: the common door warns of large files through Python's warnings,
    which belong to the whole process, and would let a file choose its own reader.
    """
    file.seek(0)
    return _readers()[kind](file)


def turned(picture: "ImageFile") -> int:
    """Return how a picture has to be turned, from 1 (not at all) to 8, without reading its points.

    What a PNG says of itself behind its points is not looked at: all of it would have to be read.
    """
    if picture.format == "PNG" and "exif" not in picture.info:
        return 1
    found = picture.getexif().get(ORIENTATION, 1)
    return found if isinstance(found, int) else 1


@cache
def _readers() -> "dict[str, Callable[[BinaryIO], ImageFile]]":
    from PIL import AvifImagePlugin, BmpImagePlugin, GifImagePlugin, JpegImagePlugin, PngImagePlugin, TiffImagePlugin
    from PIL import WebPImagePlugin as Webp

    return {
        "jpeg": JpegImagePlugin.JpegImageFile,
        "png": PngImagePlugin.PngImageFile,
        "gif": GifImagePlugin.GifImageFile,
        "webp": Webp.WebPImageFile,
        "avif": AvifImagePlugin.AvifImageFile,
        "tiff": TiffImagePlugin.TiffImageFile,
        "bmp": BmpImagePlugin.BmpImageFile,
    }


def _looked(file: BinaryIO, kind: Kind, print: str, size: int) -> Facts:
    try:
        picture = opened(file, kind)
        width, height = picture.size
        if width * height > MOST or max(width, height) > DEEPEST:
            return Facts(kind, width, height, print=print, size=size, trouble="large")
        moving = bool(getattr(picture, "is_animated", False)) and kind != "tiff"
        sideways = not moving and turned(picture) in SIDEWAYS
        inks = picture.mode == "CMYK" and not picture.info.get("icc_profile")
        opaque = not picture.has_transparency_data
    except Exception:  # a reader of pictures may raise anything at all for a file that is not one
        return Facts(kind, print=print, size=size, trouble="broken")
    return Facts(
        kind,
        height if sideways else width,
        width if sideways else height,
        opaque,
        moving,
        print,
        size,
        remarks=("inks",) if inks else (),
        maker=maker(),
    )


@cache
def maker() -> str:
    """Return the versions of what makes files: other versions may make other bytes of the same picture."""
    from PIL import __version__, features

    found = (features.version(name) for name in ("avif", "webp", "jpg", "zlib", "littlecms2"))
    return " ".join((__version__, *(each or "none" for each in found)))
