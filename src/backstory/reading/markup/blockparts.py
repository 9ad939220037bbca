"""A body's HTML, cut at its blocks.

Knows the tokens that `mdextension` leaves where blocks begin and end. Must never know what a block shows.
"""

import re
from collections.abc import Callable
from typing import Final

from backstory.reading.document import BlockPart, FenceMark, Html, Part

BEGIN: Final = "\ufdd0"
END: Final = "\ufdd1"
"""Around the token of a block's line. `linkforms.tidy` keeps both out of editors' texts."""

FOOTNOTES: Final = f"{BEGIN}footnotes{END}"
_TOKEN: Final = re.compile(f"<div>{BEGIN}([oc])([0-9]+){END}</div>")
_LEFT: Final = re.compile(f"{BEGIN}[^{END}]*{END}")


def with_tokens(text: str, fences: tuple[FenceMark, ...]) -> str:
    """Return a text with a token in a paragraph of its own for each line that opens or closes a block."""
    if not fences:
        return text
    lines = text.split("\n")
    for fence in fences:
        if fence.line < len(lines):
            opens = f"\n{BEGIN}o{fence.block}{END}\n" if fence.opens else ""
            closes = f"\n{BEGIN}c{fence.block}{END}\n" if fence.closes else ""
            lines[fence.line] = opens + closes
    return "\n".join(lines)


def cut(html: str, finish: Callable[[str], str]) -> tuple[tuple[Part, ...], str]:
    """Cut HTML at its tokens into parts, and off it the list of footnotes. `finish` goes over each piece of HTML.

    Each piece is finished on its own, so that no tag reaches from one into the next.
    """
    html, _, footnotes = html.partition(f"<div>{FOOTNOTES}</div>")
    pieces = _TOKEN.split(html)
    root: list[Part] = []
    around: list[tuple[int, list[Part]]] = []
    _add(root, pieces[0], finish)
    for action, number, piece in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        if action == "o":
            around.append((int(number), []))
        else:
            _close(root, around, int(number))
        _add(around[-1][1] if around else root, piece, finish)
    while around:
        _close(root, around, around[-1][0])
    return tuple(root), finish(_LEFT.sub("", footnotes.strip()))


def _add(parts: list[Part], piece: str, finish: Callable[[str], str]) -> None:
    piece = finish((_LEFT.sub("", piece) if BEGIN in piece else piece).strip("\n")).strip("\n")
    if piece:
        parts.append(Html(piece))


def _close(root: list[Part], around: list[tuple[int, list[Part]]], number: int) -> None:
    """End a block, and with it those in it that were left open."""
    while around:
        block, parts = around.pop()
        (around[-1][1] if around else root).append(BlockPart(block, tuple(parts)))
        if block == number:
            return
