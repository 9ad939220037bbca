"""What a few words say about a number: "more than 4,000", "€152 million", "two thirds", "почти половина".

Knows how people round. Must never know which number is meant, nor where the words stand.
"""

import math
import re
from typing import Final

from msgspec import Struct

from backstory.reading.counts.counting import number, tokens
from backstory.reading.counts.numberwords import EVERY, ROUNDING, SCALES, Rounding
from backstory.reading.counts.otherwords import OTHER_ROUNDING, OTHER_SCALES, TWO_WORDS

_BETWEEN: Final = re.compile(r"(?<=\d)\s*-\s*(?=\d)|\bto\b")
_SPANS: Final = (
    (re.compile(r"\bbetween (.+)"), " and "),
    (re.compile(r"\bfrom (.+)"), " to "),
    (re.compile(r"\b(?:от|с) (.+)"), " до "),
)
_OUT_OF: Final = re.compile(r"([\w-]+) (?:in|in every|out of|out of every|из|из каждых) (?:the |every )?([\w-]+)")
_EVERY: Final = re.compile(r"\b(?:every|кажд\w+) ([^\W\d_]+)")
_MONTH: Final = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?|январ[ьяе]|феврал[ьяе]|март[ае]?|апрел[ьяе]|ма[йяе]|ию[нл][ьяе]|август[ае]?"
    r"|(?:сент|окт|но|дек)ябр[ьяе])\b\.?"
)
_DATE: Final = re.compile(
    r"\b\d{4}-\d\d(?:-\d\d)?\b"
    rf"|\b(?:\d{{1,2}} )?{_MONTH}(?: \d{{1,2}}\b(?!\d|[.,]\d))?(?:,? \d{{4}}\b)?"
    r"|\b(?:in|since|by|during|until|of|в|с|за|к|до) (?:1[5-9]|20)\d\d\b(?![.,]\d)(?: год\w*| г\.)?"
    r"|\b(?:first|second|third|fourth) (?:quarter|half)(?: of \d{4})?\b"
)
_NO_DATE: Final = re.compile(r"[^\W\d_]")
_WHOLES: Final = frozenset([*range(2, 11), 100, 1000])
"""What people take parts of: of "10 of the 247 people" the ten count."""
_NEAR = 0.1
"""How far off "about" may be, as a part of the number; the same below it for "nearly"."""
_EXACT = 0.01
"""A bare number may be rounded, as 4,100 for 4,090, but not by more than this part of it."""
_OF_A_WHOLE = 0.03
"""A bare fraction may be this far off: "two thirds" of 68%."""


_NOBODY: Final = re.compile(
    r"\b(?:no one|nobody|not (?:a single|one)(?! but\b)(?: one)?|никто|никого|ни од(?:ин|на|но|ного|ной|ну))\b"
)
_ALIKE: Final = str.maketrans("ё−–—٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹٬٫٪", "е---01234567890123456789,.%")


class Amount(Struct, frozen=True):
    """The values that some words allow, from `low` to `high`. `share` says that they are parts of a whole, 0-1.

    An `open` end is not among them: "more than 4,000" is not said of 4,000.
    """

    low: float
    high: float
    open_low: bool = False
    open_high: bool = False
    share: bool = False

    def meets(self, other: "Amount") -> bool:
        """Say whether there is a value that both allow."""
        low, high = max(self.low, other.low), min(self.high, other.high)
        if low != high:
            return low < high
        edge_low = any(each.open_low for each in (self, other) if each.low == low)
        edge_high = any(each.open_high for each in (self, other) if each.high == high)
        return not (edge_low or edge_high)


def exactly(value: float) -> Amount:
    """Return the one value itself."""
    return Amount(value, value)


def rounding_of(words: str) -> Rounding:
    """Return how some words round: "exact" when none of them says."""
    return _rounding(f" {_folded(words)} ")[0]


def amount(words: str) -> Amount | None:
    """Return what some words say about a number, or None when they hold no number.

    Days and years that are no counts are passed over: "2,882 in July 2021" says 2,882.
    """
    plain = _undated(_folded(words))
    return _ratio(plain) or _between(plain) or _single(plain)


def _undated(plain: str) -> str:
    left = _DATE.sub(" ", plain) if _NO_DATE.search(plain) else plain
    return " ".join(left.split())


def _single(plain: str) -> Amount | None:
    rounding, rest = _rounding(f" {plain} ")
    found = number(rest)
    if found is None:
        return None
    if found.low != found.high:
        return Amount(found.low, found.high)
    return rounded(found.low, rounding, found.share, found.spelled, found.step)


def _ratio(plain: str) -> Amount | None:
    """Return "one in three", "2 out of 5", "every third" as a part of a whole."""
    rounding, rest = _rounding(f" {plain} ")
    if (every := _EVERY.search(rest)) and every[1] in EVERY:
        return rounded(1 / EVERY[every[1]], rounding, share=True)
    found = _OUT_OF.search(rest)
    part, whole = (number(found[1]), number(found[2])) if found else (None, None)
    if part is None or whole is None or part.low != part.high or whole.low not in _WHOLES:
        return None
    if not 0 < part.low < whole.low:
        return None
    return rounded(part.low / whole.low, rounding, share=True)


def rounded(value: float, rounding: Rounding, share: bool = False, spelled: bool = True, shown: float = 0.0) -> Amount:
    """Return the values that may be written as `value` with such a word. `spelled` numbers say no digit too many.

    `shown` is what the last digit is worth that was surely meant: what rounds to it is never wrong.
    """
    size = abs(value)
    step = 0.25 if share else max(10.0 ** math.floor(math.log10(size)) if size else 1.0, size / 4)
    near = max(_NEAR * size, 0.05 if share else 1.0 if value == int(value) and size <= 10 else 0.0)
    match rounding:
        case "over":
            return Amount(value, value + step, open_low=True, share=share)
        case "just-over":
            return Amount(value, value + near, open_low=True, share=share)
        case "least":
            return Amount(value, value + step, share=share)
        case "under":
            return Amount(value - step, value, open_high=True, share=share)
        case "most":
            return Amount(value - step, value, share=share)
        case "nearly":
            return Amount(value - near, value, share=share)
        case "about":
            return Amount(value - near, value + near, share=share)
        case _:
            slack = max(min(_EXACT * size, _last_place(value) / 2), shown / 2)
            slack = _OF_A_WHOLE if share and spelled else slack
            return Amount(value - slack, value + slack, share=share)


def _last_place(value: float) -> float:
    """Return the worth of the last digit that a number shows: 100 for 4,100, 0.1 for 36.7."""
    if not value or not math.isfinite(value):
        return 0.0
    digits = f"{abs(value):.12f}".rstrip("0")
    if not digits.endswith("."):
        return float(10.0 ** -len(digits.partition(".")[2]))
    whole = digits[:-1]
    return float(10.0 ** (len(whole) - len(whole.rstrip("0"))))


def _folded(words: str) -> str:
    plain = words.casefold().translate(_ALIKE).replace("per cent", "percent")
    for two, one in TWO_WORDS.items():
        plain = plain.replace(two, one)
    return _NOBODY.sub(" zero ", " ".join(plain.split())).strip()


def _rounding(padded: str) -> tuple[Rounding, str]:
    """Return the first rounding word, and the words without it."""
    for phrase, rounding in (*ROUNDING, *OTHER_ROUNDING):
        wanted = f" {phrase} " if phrase != "~" else "~"
        if wanted in padded:
            return rounding, padded.replace(wanted, " ", 1)
    return "exact", padded


def _between(plain: str) -> Amount | None:
    """Return "200-300", "between 100 and 200", "from two to three million", "от 100 до 200" as a span."""
    for opening, joint in _SPANS:
        if found := opening.search(plain):
            parts = found[1].split(joint)
            for at in range(len(parts) - 1, 0, -1):
                if span := _span(joint.join(parts[:at]), joint.join(parts[at:])):
                    return span
    ends = _BETWEEN.split(_rounding(f" {plain} ")[1])
    return _span(ends[0], ends[1]) if len(ends) == 2 else None


def _span(first: str, second: str) -> Amount | None:
    low, high = number(first), number(second)
    if low is None or high is None:
        return None
    start, scale = low.low, _scale_of(second)
    if start < high.high and not low.share and scale > 1 and _scale_of(first) == 1:
        start *= scale  # "2-3 million"
    if high.share and not low.share:
        start /= 100  # "60-70%"
    return Amount(start, high.high, share=high.share) if start < high.high else None


def _scale_of(words: str) -> float:
    return math.prod(SCALES.get(each, OTHER_SCALES.get(each, 1.0)) for each in tokens(words))
