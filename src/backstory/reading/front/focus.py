"""Which point of a picture has to stay in sight when the picture is cut to another shape.

Knows the words and figures that say it. Must never know a picture.
"""

import re
from typing import Final

_SIDES: Final = {
    "left": ("x", 0), "right": ("x", 100), "top": ("y", 0), "bottom": ("y", 100),
    "center": ("", 50), "centre": ("", 50),
}  # fmt: skip
_SHARE: Final = re.compile(r"(\d{1,3})%?")
HELP: Final = 'Write two shares, from the left and from the top, as "30% 40%", or words such as "top left".'


def focus_of(words: str) -> tuple[int, int] | None:
    """Return shares of width and height in hundredths, in steps of ten; None where the words say no point.

    >>> focus_of("top left"), focus_of("33% 71%")
    ((0, 0), (30, 70))
    """
    parts = words.lower().replace(",", " ").split()
    if not 1 <= len(parts) <= 2:
        return None
    found: dict[str, int] = {}
    for part in parts:
        axis, share = _SIDES.get(part, ("", -1))
        number = _SHARE.fullmatch(part)
        if number and int(number[1]) <= 100:
            share = round(int(number[1]) / 10) * 10
        free = [each for each in ("x", "y") if each not in found]
        if share < 0 or not free or (axis and axis not in free):
            return None
        found[axis or _free(parts, free)] = share
    return found.get("x", 50), found.get("y", 50)


def _free(parts: list[str], free: list[str]) -> str:
    """Return the axis that a part without a side means: the one that the other part leaves."""
    taken = {_SIDES[part][0] for part in parts if part in _SIDES} & {"x", "y"}
    return next((each for each in free if each not in taken), free[0])
