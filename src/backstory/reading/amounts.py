"""What a few words say about a number: "more than 4,000", "€152 million", "two thirds", "почти половина".

Knows how people round. Must never know which number is meant, nor where the words stand.
"""

import math
import re
from typing import Final

from msgspec import Struct

from backstory.reading.numberwords import JOINING, NUMBERS, PARTS, PERCENT, ROUNDING, SCALES, Rounding

_TOKEN: Final = re.compile(r"\d+(?:[\d .,'’\u00a0\u202f\u2009]*\d)?|[^\W\d_]+|[%~]")
_GROUPED: Final = re.compile(r"\d{1,3}([ .,'’\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*")
_SPACES: Final = re.compile(r"[ '’\u00a0\u202f\u2009]")
_BETWEEN: Final = re.compile(r"(?<=\d)\s*(?:–|—|-|\bto\b)\s*(?=\d)")
_NEAR = 0.1
"""How far off "about" may be, as a part of the number; the same below it for "nearly"."""
_EXACT = 0.01
"""A bare number may be rounded, as 4,100 for 4,090, but not by more than this part of it."""
_OF_A_WHOLE = 0.03
"""A bare fraction may be this far off: "two thirds" of 68%."""


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
    """Return what some words say about a number, or None when they hold no number, or several that make none."""
    plain = _folded(words)
    rounding, rest = _rounding(f" {plain} ")
    ends = _BETWEEN.split(rest)
    if len(ends) == 2:
        return _span(ends[0], ends[1])
    found = _number(rest)
    return None if found is None else rounded(found[0], rounding, found[1], found[2])


def rounded(value: float, rounding: Rounding, share: bool = False, spelled: bool = True) -> Amount:
    """Return the values that may be written as `value` with such a word. `spelled` numbers say no digit too many."""
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
            slack = _OF_A_WHOLE if share and spelled else min(_EXACT * size, _last_place(value) / 2)
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
    return " ".join(words.casefold().replace("ё", "е").replace("per cent", "percent").split())


def _rounding(padded: str) -> tuple[Rounding, str]:
    """Return the first rounding word, and the words without it."""
    for phrase, rounding in ROUNDING:
        wanted = f" {phrase} " if phrase != "~" else "~"
        if wanted in padded:
            return rounding, padded.replace(wanted, " ", 1)
    return "exact", padded


def _span(first: str, second: str) -> Amount | None:
    low, high = _number(first), _number(second)
    if low is None or high is None:
        return None
    if low[0] < high[0] and not low[1] and _scale_of(second) > 1 and _scale_of(first) == 1:
        low = (low[0] * _scale_of(second), *low[1:])  # "2–3 million"
    share = high[1]
    start = low[0] / 100 if share and not low[1] else low[0]
    return Amount(min(start, high[0]), max(start, high[0]), share=share)


def _scale_of(words: str) -> float:
    return math.prod(SCALES.get(each, 1.0) for each in _TOKEN.findall(words))


def _number(words: str) -> tuple[float, bool, bool] | None:
    """Return the number in some words, whether it is a part of a whole, and whether it was spelled out.

    Figures come before words: of "145 kilometres in one go" it is 145. Words that are no part of a number end it.
    """
    total, current, seen, spelled = 0.0, 0.0, False, True
    for token in _TOKEN.findall(words):
        if token[0].isdigit():
            if seen and current:
                return None
            read = _figures(token)
            if read is None:
                return None
            current, seen, spelled = current + read, True, False
        elif token in PERCENT and seen:
            return (total + current) / 100, True, False
        elif token in PARTS and (seen or token not in ("third", "fifth", "sixth", "eighth", "tenth") or _lone(words)):
            return (total + current if seen else 1.0) * PARTS[token], True, True
        elif token in NUMBERS and spelled:
            current, seen = current + NUMBERS[token], True
        elif token in SCALES and (seen or len(token) > 2):
            scale = SCALES[token]
            current = (current or 1.0) * scale
            seen = True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif seen and token not in JOINING:
            break
    return (total + current, False, spelled) if seen else None


def _lone(words: str) -> bool:
    """Say whether a third stands for itself ("a third of them"), and not in an order ("the third of March")."""
    return bool(re.search(r"\b(?:a|one)\s+(?:third|fifth|sixth|eighth|tenth)\b", words))


def _figures(token: str) -> float | None:
    """Return the number of some figures. A point or comma before three last figures groups; else it is a decimal."""
    if _GROUPED.fullmatch(token):
        return float(re.sub(r"\D", "", token))
    plain = _SPACES.sub("", token)
    if plain.count(",") and plain.count("."):
        last = max(plain.rfind(","), plain.rfind("."))
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    plain = plain.replace(",", ".")
    try:
        return float(plain) if len(plain) < 300 else None
    except ValueError:
        return None
