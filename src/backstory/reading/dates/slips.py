"""Texts that are nearly EDTF: what the hand or an older draft of the specification put wrong.

Knows small repairs of the text. Must never know calendars: whoever asks checks what comes out.
"""

import re
from collections.abc import Iterator
from typing import Final

from backstory.reading.dates.counted import counted

_DASHES: Final = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_FIGURES: Final = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)
_UNSEEN: Final = str.maketrans(
    dict.fromkeys([*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
)
"""Letters without a shape that come along when text is copied from a page: marks of direction, joiners of lines."""

_SPACES: Final = re.compile(r"\s+")
_MONTH_TO_MONTH: Final = re.compile(r"([0-9]{4})-([0-9]{2})/([0-9]{2})")
_JOINED: Final = re.compile(r"(?<=[0-9X])(?: ?(?:--|\.\.\.?|->|>) ?| to )(?=[0-9Y-])")
_SHORT_END: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})/(?:([0-9]{2})-)?([0-9]{2})")


def cleaned(text: str) -> str:
    """Return a text with plain figures, plain hyphens, single spaces, and nothing that cannot be seen."""
    return _SPACES.sub(" ", text.translate(_UNSEEN).translate(_DASHES).translate(_FIGURES)).strip()


def mended(text: str) -> Iterator[str]:
    """Yield a cleaned text with one kind of slip mended at a time."""
    yield text
    yield text.replace(" ", "")
    yield text.replace(" ", "").upper()
    yield re.sub(r"\?~|~\?", "%", text)
    yield text.replace("u", "X")
    if re.fullmatch("[0-9]{3}", text):  # ISO 8601-1, 4.3.4: a decade
        yield f"{text}X"
    yield re.sub(r"\bunknown\b", "", re.sub(r"\bopen\b", "..", text))
    if re.fullmatch("-?[0-9]{2}", text):
        yield from _short_year(int(text))
    yield from counted(text)
    yield from _bounds(text)


def _short_year(year: int) -> Iterator[str]:
    """Yield a year of two digits in four; below 0, as history counts it, and then as astronomers do."""
    if year < 0:
        yield f"-{-year - 1:04}"
    yield f"-{-year:04}" if year < 0 else f"{year:04}"


def _bounds(text: str) -> Iterator[str]:
    """Mend intervals: two dots for a slash, the wrong order, an end without its year and month, no Y before a year."""
    if text.startswith(".."):
        yield f"../{text[2:]}"
    elif text.endswith(".."):
        yield f"{text[:-2]}/.."
    start, slash, end = text.partition("/")
    if slash:
        yield f"{end}/{start}"
    if _JOINED.search(text):
        yield _JOINED.sub("/", text, count=1)
    if (months := _MONTH_TO_MONTH.fullmatch(text)) and months[2] < months[3]:
        yield f"{months[1]}-{months[2]}/{months[1]}-{months[3]}"
    short = _SHORT_END.fullmatch(text)
    if short:
        yield f"{short[1]}-{short[2]}-{short[3]}/{short[1]}-{short[4] or short[2]}-{short[5]}"
    if re.fullmatch(r"-?(?:[0-9]{5}|[0-9]{7}|[0-9]{9,18})", text):
        yield f"Y{text}"
    if re.fullmatch(r"Y-?[0-9]{4}", text):
        yield text[1:]
