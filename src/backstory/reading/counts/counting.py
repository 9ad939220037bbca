"""The number that some words hold: "4,090", "minus 3.5", "two hundred and five", "half a million", "полтора миллиона".

Knows how numbers are put together, in figures and in words. Must never know how they are rounded or what they count.
"""

import re
from collections.abc import Container
from typing import Final

from msgspec import Struct

from backstory.reading.counts.numberwords import (
    FRACTIONS,
    INDEFINITE,
    JOINING,
    MINUS,
    NUMBERS,
    ORDERED,
    PARTS,
    PERCENT,
    SCALES,
    TIMES,
)
from backstory.reading.counts.otherwords import OTHER_PERCENT, OTHER_SCALES

_GROUPS: Final = r"\d{1,3}(?:([ .,'’\u00a0\u202f\u2009])\d{3})(?:\1\d{3})*(?!\d)(?:[.,]\d+)?"
_TOKEN: Final = re.compile(rf"{_GROUPS}|\d+(?:[.,]\d+)*|[^\W\d_]+|%|(?<!\w)-(?=\d)")
_THOUSANDS: Final = re.compile(r"[1-9]\d{0,2}([ .,'’\u00a0\u202f\u2009])\d{3}(?:\1\d{3})*")
_FRACTION: Final = re.compile(rf"(\d*)\s?([{''.join(FRACTIONS)}])")


class Number(Struct, frozen=True):
    """A number: at the least and at the most where words leave that open ("dozens"), else both the same.

    `share` says that it is a part of a whole (0-1); `spelled`, that no figure says how exact it is. `step` is what the
    last digit is worth where it is plain that none was left out (100,000 in "2.3 million", 0.01 in "33%"), else 0.
    """

    low: float
    high: float
    share: bool = False
    spelled: bool = True
    step: float = 0.0


def tokens(words: str) -> list[str]:
    """Return folded words as numbers in figures, words, signs for percent and for minus."""
    plain = _FRACTION.sub(lambda found: f" {float(found[1] or 0) + FRACTIONS[found[2]]:.12g} ", words)
    return [each[0] for each in _TOKEN.finditer(plain)]


def number(words: str) -> Number | None:
    """Return the first number in folded words, or None when they hold none.

    Words before it are passed over, and those behind it that are no part of it end it: "about 145 kilometres in one
    go" holds 145. What is multiplied by it ("three times", "в два раза") is no number of anything.
    """
    found = tokens(words)
    for at in range(len(found)):
        read = _Reading(found, at)
        if read.number is not None:
            return None if read.rest[:1] and read.rest[0] in TIMES else read.number
    return None


class _Reading:
    """A number read from a place in a list of tokens, and the tokens behind it."""

    def __init__(self, found: list[str], at: int) -> None:
        self._negative = found[at] in MINUS
        self.rest = found[at + self._negative :]
        self.number = self._indefinite() or self._part() or self._plain()
        if self.number is not None and self._negative:
            plain = self.number
            self.number = Number(-plain.high, -plain.low, plain.share, plain.spelled, plain.step)

    def _next(self, among: Container[str] | None = None) -> str:
        return self.rest[0] if self.rest and (among is None or self.rest[0] in among) else ""

    def _take(self) -> str:
        word, self.rest = self.rest[0], self.rest[1:]
        return word

    def _scale(self) -> float:
        """Take the words that multiply what stands before them: 1,000 for "of thousand"."""
        scale = 1.0
        while True:
            ahead = next((at for at, each in enumerate(self.rest[:3]) if each not in ("a", "of")), 3)
            if self.rest[ahead : ahead + 1] == [] or self.rest[ahead] not in SCALES:
                return scale
            scale *= SCALES[self.rest[ahead]]
            self.rest = self.rest[ahead + 1 :]

    def _indefinite(self) -> Number | None:
        """Read "dozens", "tens of thousands", "several hundred", "a few", "десятки тысяч"."""
        word = " ".join(self.rest[:2]) if self.rest[:1] == ["a"] else self._next()
        if word not in INDEFINITE:
            return None
        self.rest = self.rest[1 + (" " in word) :]
        scale = self._scale()
        low, high = INDEFINITE[word]
        return Number(low * scale, high * scale)

    def _part(self) -> Number | None:
        """Read "two thirds", "a third", "half a million", "полмиллиона"."""
        before = self.rest
        times = 1.0
        if self._next(("a", "one")):
            self._take()
        elif self._next(NUMBERS) and self.rest[1:2] and self.rest[1] in PARTS:
            times = NUMBERS[self._take()]
        elif self._next(ORDERED):
            return None
        if not self._next(PARTS):
            self.rest = before
            return None
        part = times * PARTS[self._take()]
        scale = self._scale()
        return Number(part, part, share=True) if scale == 1 else Number(part * scale, part * scale)

    def _plain(self) -> Number | None:
        """Read figures or words that add up, with what multiplies them, and "and a half"."""
        total = current = step = 0.0
        seen, spelled = False, True
        before = self.rest
        while self.rest:
            word = self.rest[0]
            if word[0].isdecimal() and not seen:
                read = figures(word)
                if read is None:
                    break
                current, step, seen, spelled = read, _decimal_step(word), True, False
            elif (word in PERCENT or word in OTHER_PERCENT) and seen:
                self._take()
                value = (total + current) / 100
                return Number(value, value, share=True, spelled=False, step=(step or 1.0) / 100)
            elif word in NUMBERS and spelled:
                current, seen = current + NUMBERS[word], True
            elif word in SCALES and (seen or len(word) > 2):
                current, seen, step = (current or 1.0) * SCALES[word], True, step * SCALES[word]
                if SCALES[word] >= 1000:
                    total, current = total + current, 0.0
            elif seen and not spelled and word in OTHER_SCALES:
                current, step = current * OTHER_SCALES[word], step * OTHER_SCALES[word]
            elif seen and self._half():
                current += 0.5
                continue
            elif word not in JOINING or not seen:
                break
            self.rest = self.rest[1:]
        if not seen:
            self.rest = before
            return None
        return Number(total + current, total + current, spelled=spelled, step=step)

    def _half(self) -> bool:
        """Take "and a half" or "с половиной" where it belongs to the number before it."""
        for words in (["and", "a", "half"], ["с", "половиной"]):
            if self.rest[: len(words)] == words:
                self.rest = self.rest[len(words) :]
                return True
        return False


def _decimal_step(token: str) -> float:
    """Return what the last decimal of some figures is worth: 0.1 in "36.7"; 0 without decimals."""
    last = max(token.rfind(","), token.rfind("."))
    if last < 0 or _THOUSANDS.fullmatch(token):
        return 0.0
    return float(10.0 ** -(len(token) - last - 1))


def figures(token: str) -> float | None:
    """Return the number of some figures. A point or comma before three last figures groups; else it is a decimal."""
    if _THOUSANDS.fullmatch(token):
        return float(re.sub(r"\D", "", token))
    plain = re.sub(r"[ '’\u00a0\u202f\u2009]", "", token)
    last = max(plain.rfind(","), plain.rfind("."))
    if (plain.count(",") and plain.count(".")) or plain.count(",") + plain.count(".") > 1:
        plain = re.sub(r"[.,]", "", plain[:last]) + "." + plain[last + 1 :]
    plain = plain.replace(",", ".")
    return float(plain) if len(plain) < 300 else None
