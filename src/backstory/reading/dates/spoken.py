"""Dates in words: "3 August 2021", "Aug. 2021", "3 августа 2021", "summer 2021", "44 BC", "second half of 2021".

Knows how editors speak of dates. Must never insist: what it does not understand whole, it leaves alone.
"""

import re
from collections.abc import Callable
from typing import Final

from backstory.reading.dates.counted import from_persian
from backstory.reading.dates.numeric import Pieces, whole_year
from backstory.reading.dates.wordlists import (
    CENTURY,
    HALVES,
    NOISE,
    ORDERED,
    PERSIAN_MONTHS,
    QUARTERS,
    SEASONS,
    TWO_WORDS,
    month_of,
)

_TOKEN: Final = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?|\d+|[^\w\s.,-]")
_DECADE: Final = re.compile(r"(?:the )?([0-9]{3}0)(?:'?s|-?[еx]|-?х|er)(?: ?(?:годы|годов|гг\.?|jahre))?")
_PART: Final = re.compile(
    r"(?:(?P<before>[0-9]{4})[ -]?)?(?:(?P<what>[qh])(?P<number>[1-4])|(?P<count>[1-4])(?P<of>[qh]))"
    r"(?:[ -]?(?P<after>[0-9]{4}|[0-9]{2}))?"
)
_BEFORE_CHRIST: Final = re.compile(r"(.*?)([0-9]{1,4})(?: г\.| год[а]?)?(?: bce?| b\.c\.| до н\. ?э\.)$")
_IN_OUR_ERA: Final = re.compile(r"(?:ad|ce|a\.d\.) ([0-9]{1,3})|([0-9]{1,3})(?: г\.| год)? (?:ad|ce|a\.d\.|н\. ?э\.)")
_WINTER: Final = re.compile(r"(\D+?) ([0-9]{4}) ?[-/] ?([0-9]{2}|[0-9]{4})(?: г\.| года?)?")
_MONTH_YEAR: Final = re.compile(r"([^\W\d_]+)\.?[-'’]'?([0-9]{2})")


def words(text: str) -> Pieces | None:
    """Read a date in words, in small letters; a year, a month or both may be missing. None when it is no date."""
    for two, one in TWO_WORDS.items():
        text = text.replace(two, one)
    for read in _READERS:
        if found := read(text):
            return found
    ancient = _BEFORE_CHRIST.fullmatch(text)
    if ancient:
        rest = _tokens(ancient[1])
        return rest._replace(year=1 - int(ancient[2])) if rest and rest.year is None else None
    return _tokens(text)


def _decade(text: str) -> Pieces | None:
    found = _DECADE.fullmatch(text)
    return Pieces(int(found[1]), decade=True) if found else None


def _part(text: str) -> Pieces | None:
    """Read "Q3 2021", "2021-Q3", "3Q21", "H1 2021"."""
    found = _PART.fullmatch(text)
    if not found or bool(found["before"]) == bool(found["after"]):
        return None
    year, what = found["before"] or found["after"], found["what"] or found["of"]
    return _part_of(_year(year), what == "h", int(found["number"] or found["count"]))


def _year(digits: str) -> int:
    return whole_year(int(digits)) if len(digits) == 2 else int(digits)


def _part_of(year: int, half: bool, number: int) -> Pieces | None:
    if half:
        return Pieces(year, 39 + number) if number <= 2 else None
    return Pieces(year, 32 + number) if number <= 4 else None


def _spoken_part(text: str) -> Pieces | None:
    """Read "first quarter of 2021", "II квартал 2021 года", "2021 m. I ketvirtis", "1. Halbjahr 2021"."""
    tokens = _TOKEN.findall(text)
    half = any(token in HALVES for token in tokens)
    if not half and not any(token in QUARTERS for token in tokens):
        return None
    years = [int(token) for token in tokens if token.isdecimal() and len(token) == 4]
    numbers = [ORDERED[token] for token in tokens if token in ORDERED]
    rest = [token for token in tokens if token not in {*HALVES, *QUARTERS, *ORDERED, *NOISE}]
    if len(years) != 1 or len(numbers) != 1 or rest != [f"{years[0]:04}"]:
        return None
    return _part_of(years[0], half, numbers[0])


def _century(text: str) -> Pieces | None:
    """Read "20th century", "XX век", "XX amžius": the hundred years that its number is said of."""
    tokens = _TOKEN.findall(text)
    if not any(token in CENTURY for token in tokens):
        return None
    rest = [
        token for token in tokens if token not in CENTURY and token not in NOISE and token not in ("th", "e", "ème")
    ]
    number = _roman(rest[0]) or (int(rest[0]) if rest[0].isdecimal() else 0) if len(rest) == 1 else 0
    return Pieces((number - 1) * 100, century=True) if 1 <= number <= 30 else None


def _roman(word: str) -> int:
    plain = word.removesuffix("ème").removesuffix("e").translate(str.maketrans("іх", "ix"))
    values = [{"i": 1, "v": 5, "x": 10}.get(letter, 0) for letter in plain]
    if not all(values):
        return 0
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _winter(text: str) -> Pieces | None:
    """Read "winter 2020-21": the winter that begins in the first year."""
    found = _WINTER.fullmatch(text)
    season = SEASONS.get(found[1].split()[-1]) if found else None
    if not found or season != 24 or (int(found[2]) + 1) % 100 != int(found[3]) % 100:
        return None
    return Pieces(int(found[2]), season)


def _in_our_era(text: str) -> Pieces | None:
    found = _IN_OUR_ERA.fullmatch(text)
    return Pieces(int(found[1] or found[2])) if found else None


def _month_and_year(text: str) -> Pieces | None:
    """Read "Aug-21" and "Aug '21", as spreadsheets shorten a month of a year."""
    found = _MONTH_YEAR.fullmatch(text.replace(" ", ""))
    month = month_of(found[1]) if found else 0
    return Pieces(whole_year(int(found[2])), month) if found and month else None


def _persian(text: str) -> Pieces | None:
    tokens = [token for token in _TOKEN.findall(text) if token not in NOISE]
    months = [PERSIAN_MONTHS[token] for token in tokens if token in PERSIAN_MONTHS]
    numbers = [token for token in tokens if token.isdecimal()]
    if len(months) != 1 or len(numbers) != 2 or len(tokens) != 3 or len(numbers[1]) != 4:
        return None
    day = from_persian(int(numbers[1]), months[0], int(numbers[0]))
    return Pieces(*day) if day else None


_READERS: tuple[Callable[[str], Pieces | None], ...] = (
    _decade, _part, _spoken_part, _century, _winter, _in_our_era, _month_and_year, _persian,
)  # fmt: skip


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
    if len(token) == 2 and found.day and found.month and found.year is None:
        return found._replace(year=whole_year(int(token)))
    return found._replace(year=int(token)) if len(token) in (3, 4) and found.year is None else None


def _with_word(found: Pieces, token: str) -> Pieces | None:
    month = SEASONS.get(token) or month_of(token)
    return found._replace(month=month) if month and not found.month else None
