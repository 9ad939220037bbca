"""What a picture file is: its format, its size on a page, what is wrong with it.

Knows values only. Must never know how a file is opened (`looking.py`) or made ready (`encoding.py`).
"""

import hashlib
from typing import Literal

from msgspec import Struct

Kind = Literal["", "jpeg", "png", "webp", "avif", "gif", "tiff", "bmp", "svg"]
Trouble = Literal["", "gone", "empty", "unknown", "foreign", "cut", "broken", "large", "unsafe"]

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".tif", ".tiff", ".bmp", ".svg", ".heic"})
"""Endings of files that are looked at as pictures."""

MOST = 120_000_000
"""Points of the largest picture that is opened; a larger one could take more memory than a machine has."""

MANY = 50_000_000
"""Points from which on an editor hears that a picture is larger than any page needs."""

SCHEME = "1"
"""Changes when the same picture is made ready in another way by another version of this code."""


class Facts(Struct, frozen=True):
    """What can be told of a picture without opening it whole.

    `width` and `height` are those of the picture when it stands upright, in points. `print` is the digest of the file's
    bytes, and `size` their number. `moving`: it has several frames. `maker` names the versions of the encoders.
    `trouble` says why it can't be shown: it is gone, no picture, of a kind that can't be read here (`foreign`), cut
    off, broken, too large, or unsafe. `remarks` are what an editor should hear: `inks` (CMYK without a profile),
    `scripts`.
    """

    kind: Kind = ""
    width: int = 0
    height: int = 0
    opaque: bool = True
    moving: bool = False
    print: str = ""
    size: int = 0
    trouble: Trouble = ""
    remarks: tuple[str, ...] = ()
    maker: str = ""

    @property
    def vector(self) -> bool:
        """Whether it has the same sharpness at any size."""
        return self.kind == "svg"


def stem(facts: Facts, quality: int) -> str:
    """Return what the names of all files made of a picture begin with: another one when their bytes may be others."""
    whole = f"{SCHEME} {facts.print} {quality} {facts.maker}"
    return hashlib.blake2b(whole.encode(), digest_size=8).hexdigest()


def made_name(stem: str, width: int, ending: str) -> str:
    """Return the name of a made file: `3f2a91c4d0ab77e1-800.avif`, without a width for a file of no other size."""
    return f"{stem}-{width}.{ending}" if width else f"{stem}.{ending}"


def parted_name(name: str) -> tuple[str, int, str]:
    """Return the stem, width (0: none) and ending of a made file's name."""
    start, _, ending = name.rpartition(".")
    stem, _, width = start.partition("-")
    return stem, int(width or 0), ending


def ending_of(facts: Facts) -> str:
    """Return the ending of the format that every browser reads: the file's own where it is one of these."""
    if facts.kind in ("webp", "png", "svg") or facts.moving:
        return facts.kind
    return "jpg" if facts.opaque and facts.kind != "gif" else "png"
