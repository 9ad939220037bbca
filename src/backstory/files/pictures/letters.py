"""Which letters a font can draw.

Knows the table that leads from characters to shapes (OpenType 1.9, `cmap`, formats 4 and 12). Must never know what is
to be written.
"""

import struct
from itertools import pairwise
from typing import Final

Ranges = tuple[tuple[int, int], ...]
"""Characters by their numbers, first and last of each stretch, in order."""

INVISIBLE: Final = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\u2066\u2067\u2068\u2069\u00ad")
"""Characters that steer the setting of a line and need no shape."""


def letters(font: bytes) -> Ranges:
    """Return what a font (TrueType or OpenType) can draw; nothing where it is no such font."""
    try:
        table = _table(font, b"cmap")
        found: set[tuple[int, int]] = set()
        for record in range(struct.unpack_from(">H", table, 2)[0]):
            platform, _, start = struct.unpack_from(">HHI", table, 4 + 8 * record)
            if platform in (0, 3):
                found.update(_stretches(table[start:]))
    except (struct.error, IndexError):
        return ()
    return _joined(sorted(found))


def lacking(words: str, known: Ranges) -> str:
    """Return the characters of some words that are not among those known, each once, in order."""
    plain = (each for each in dict.fromkeys(words) if not each.isspace() and each not in INVISIBLE)
    return "".join(each for each in plain if not any(first <= ord(each) <= last for first, last in known))


def _table(font: bytes, tag: bytes) -> bytes:
    for record in range(struct.unpack_from(">H", font, 4)[0]):
        name, _, start, length = struct.unpack_from(">4sIII", font, 12 + 16 * record)
        if name == tag:
            return font[start : start + length]
    return b""


def _stretches(table: bytes) -> list[tuple[int, int]]:
    kind = struct.unpack_from(">H", table)[0]
    if kind == 12:
        count = struct.unpack_from(">I", table, 12)[0]
        return [struct.unpack_from(">II", table, 16 + 12 * each) for each in range(count)]
    if kind != 4:
        return []
    count = struct.unpack_from(">H", table, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", table, 14)
    starts = struct.unpack_from(f">{count}H", table, 16 + 2 * count)
    return [(first, last) for first, last in zip(starts, ends, strict=True) if first != 0xFFFF]


def _joined(found: list[tuple[int, int]]) -> Ranges:
    """Put stretches together that touch."""
    cuts = [0, *(at for at, (one, two) in enumerate(pairwise(found), 1) if two[0] > one[1] + 1), len(found)]
    groups = (found[start:end] for start, end in pairwise(cuts))
    return tuple((group[0][0], max(last for _, last in group)) for group in groups if group)
