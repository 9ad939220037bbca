"""Dates in words: "3 August 2021", "Aug. 2021", "3 августа 2021", "summer 2021", "44 BC".

Knows how editors speak of dates. Must never insist: what it does not understand whole, it leaves alone.
"""

import re
from typing import Final

from backstory.reading.dates.numeric import Pieces
from backstory.reading.dates.wordlists import NOISE, SEASONS, month_of

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s.,-]")
_DECADE: Final = re.compile(r"(?:the )?([0-9]{3}0)(?:'?s|-?[еx]|-?х|er)(?: ?(?:годы|годов|гг\.?|jahre))?")
_QUARTER: Final = re.compile(r"q([1-4])[ -]?([0-9]{4})|([0-9]{4})[ -]?q([1-4])")
_BEFORE_CHRIST: Final = re.compile(r"(.*?)([0-9]{1,4})(?: г\.| год[а]?)?(?: bce?| b\.c\.| до н\. ?э\.)$")


def words(text: str) -> Pieces | None:
    """Read a date in words, in small letters; a year, a month or both may be missing. None when it is no date."""
    decade = _DECADE.fullmatch(text)
    if decade:
        return Pieces(int(decade[1]), decade=True)
    quarter = _QUARTER.fullmatch(text)
    if quarter:
        return Pieces(int(quarter[2] or quarter[3]), 32 + int(quarter[1] or quarter[4]))
    ancient = _BEFORE_CHRIST.fullmatch(text)
    if ancient:
        rest = _tokens(ancient[1])
        return rest._replace(year=1 - int(ancient[2])) if rest and rest.year is None else None
    return _tokens(text)


def _tokens(text: str) -> Pieces | None:
    found = Pieces(None)
    for token in _TOKEN.findall(text):
        if token in NOISE:
            continue
        grown = _with_number(found, token) if token.isdecimal() else _with_word(found, token)
        if grown is None:
            return None
        found = grown
    return found


def _with_number(found: Pieces, token: str) -> Pieces | None:
    if len(token) <= 2 and 1 <= int(token) <= 31 and not found.day:
        return found._replace(day=int(token))
    return found._replace(year=int(token)) if len(token) in (3, 4) and found.year is None else None


def _with_word(found: Pieces, token: str) -> Pieces | None:
    month = SEASONS.get(token) or month_of(token)
    return found._replace(month=month) if month and not found.month else None
