"""SVG: its size, and a copy of it that can do no harm.

Knows which elements and attributes draw. Must never know a page. A picture in `<img>` runs no scripts, but the same
file opened by itself would, with the site's own rights; so what does not draw is taken out of every SVG that is shown.
"""

import re
import xml.etree.ElementTree as etree
from typing import Final
from xml.parsers import expat

from backstory.files.pictures.facts import Facts, Trouble

SVG: Final = "http://www.w3.org/2000/svg"
XLINK: Final = "{http://www.w3.org/1999/xlink}href"

_DRAWING: Final = (
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan textPath "
    "linearGradient radialGradient stop clipPath mask pattern marker image switch style view filter feBlend "
    "feColorMatrix feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight "
    "feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset "
    "fePointLight feSpecularLighting feSpotLight feTile feTurbulence animate animateMotion animateTransform mpath a"
)
DRAWING: Final = frozenset(_DRAWING.split())
"""Elements of SVG 2 that draw or help to; not among them: script, foreignObject, set, iframe, audio, video."""

OUTSIDE: Final = re.compile(r"@import|url\(\s*['\"]?\s*(?!#|['\"]?data:image/)|expression\(|javascript:", re.IGNORECASE)
"""What a style may not hold: it would load something, or run."""

INSIDE: Final = re.compile(r"\s*(#|data:image/(png|jpeg|gif|webp|avif);base64,)", re.IGNORECASE)
"""What an address may begin with: a part of the same file, or a picture that is written out in it."""

LENGTH: Final = re.compile(r"\s*([\d.]+(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|in)?\s*", re.IGNORECASE)
UNITS: Final = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
"""CSS pixels in each unit (CSS Values and Units 3, section 6.2)."""

MOST_BYTES: Final = 5_000_000
USUAL: Final = (300, 150)
"""What browsers take for the size of an SVG that gives none (CSS 2, section 10.3.2)."""


class UnsafeError(Exception):
    """A file that declares entities: a few hundred bytes of it can stand for gigabytes."""


def look_at_vector(data: bytes, print: str) -> Facts:
    """Return what an SVG is."""
    trouble: Trouble = "large" if len(data) > MOST_BYTES else ""
    try:
        if trouble:
            return Facts("svg", print=print, size=len(data), trouble=trouble)
        root = _parsed(data)
        if root.tag not in (f"{{{SVG}}}svg", "svg"):
            return Facts(print=print, size=len(data), trouble="unknown")
        width, height = _size(root)
        remarks = ("scripts",) if _clean(root) else ()
    except UnsafeError:
        return Facts("svg", print=print, size=len(data), trouble="unsafe")
    except (etree.ParseError, ValueError, LookupError, RecursionError):
        return Facts("svg", print=print, size=len(data), trouble="broken")
    return Facts("svg", width, height, False, False, print, len(data), remarks=remarks, maker="vectors 1")


def cleaned(data: bytes) -> bytes:
    """Return an SVG with nothing in it but what draws; the same bytes where there was nothing else.

    Raises what `look_at_vector` reports as trouble.
    """
    root = _parsed(data)
    if not _clean(root):
        return data
    for prefix, name in (("", SVG), ("xlink", "http://www.w3.org/1999/xlink")):
        etree.register_namespace(prefix, name)
    written: bytes = etree.tostring(root, encoding="utf-8")
    return written


def _parsed(data: bytes) -> etree.Element:
    """Return the tree of a file that declares no entities."""

    def refuse(*given: object) -> None:
        raise UnsafeError

    guard = expat.ParserCreate()
    guard.EntityDeclHandler = refuse
    try:
        guard.Parse(data, True)
    except expat.ExpatError as problem:
        raise ValueError(str(problem)) from problem
    return etree.fromstring(data)


def _clean(element: etree.Element) -> bool:
    """Take out what does not draw. Say whether there was anything that could do harm."""
    found = False
    for child in list(element):
        if not isinstance(child.tag, str) or not _draws(child):
            harmless = isinstance(child.tag, str) and not child.tag.startswith(f"{{{SVG}}}") and "}" in child.tag
            element.remove(child)
            found = found or not harmless
        else:
            found = _clean(child) or found
    for name, value in list(element.attrib.items()):
        if not _harmless(name, value):
            del element.attrib[name]
            found = True
    return found


def _draws(element: etree.Element) -> bool:
    name = element.tag.removeprefix(f"{{{SVG}}}")
    if name == "style" and OUTSIDE.search("".join(element.itertext())):
        return False
    if name.startswith("animate") and "href" in element.get("attributeName", "").lower():
        return False
    return name in DRAWING


def _harmless(name: str, value: str) -> bool:
    bare = name.rpartition("}")[2].lower()
    if bare.startswith("on"):
        return False
    if bare in ("href", "src"):
        return INSIDE.match(value) is not None
    return not OUTSIDE.search(value)


def _size(root: etree.Element) -> tuple[int, int]:
    """Return width and height in CSS pixels: as given, or from the box that is looked at, or as browsers take it."""
    width, height = _length(root.get("width", "")), _length(root.get("height", ""))
    box = [_length(part) for part in re.split(r"[\s,]+", root.get("viewBox", "").strip())]
    ratio = box[3] / box[2] if len(box) == 4 and box[2] and box[3] else 0.0
    if width and not height:
        height = width * ratio
    elif height and not width and ratio:
        width = height / ratio
    elif not width and ratio:
        width, height = box[2], box[3]
    if not width or not height:
        return USUAL
    return max(1, round(width)), max(1, round(height))


def _length(text: str) -> float:
    found = LENGTH.fullmatch(text)
    return float(found[1]) * UNITS[(found[2] or "").lower()] if found else 0.0
