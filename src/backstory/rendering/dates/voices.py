"""A language made ready to show dates: its words, with the names and figures of its locale.

Knows which languages have words of their own here, and makes do with Unicode's patterns for the others. Must never know
EDTF.
"""

import re
from functools import lru_cache
from typing import Final

from msgspec import Struct

from backstory.rendering.dates.languages import BY_TAG
from backstory.rendering.dates.locales import Locale, locale
from backstory.rendering.dates.words import Forms, Words

_PATTERN: Final = re.compile(r"'([^']*)'|([A-Za-z])\2*|[^A-Za-z']+")
_FIELDS: Final = {"d": "{d}", "MMMM": "{m}", "MMM": "{m}", "LLLL": "{M}", "M": "{n}", "L": "{n}", "y": "{y}"}


class Voice(Struct, frozen=True):
    """One language, ready."""

    words: Words
    locale: Locale

    def number(self, value: int) -> str:
        """Write a number in the language's figures; from five digits on they stand in groups of three."""
        text = f"{value:,}".replace(",", self.locale.group) if value > 9999 else str(value)
        return self.figures(text)

    def figures(self, text: str) -> str:
        """Put the language's own figures for those of ASCII."""
        return text.translate(self.locale.digits) if self.locale.digits else text


@lru_cache(maxsize=64)
def voice(lang: str) -> Voice:
    """Return the voice of a language tag (`ru`, `pt-BR`, `zh_Hant`). One that nobody knows speaks English."""
    found = locale(lang)
    words = BY_TAG.get(f"{found.language}-{found.territory}") or BY_TAG.get(found.language) or _from_patterns(found)
    return Voice(words, found)


def speaks(lang: str) -> bool:
    """Say whether dates can be shown in a language: with words of its own here, or with Unicode's patterns."""
    return locale(lang).language == re.split("[-_]", lang)[0].lower()


def _from_patterns(found: Locale) -> Words:
    """Make do with patterns, and with signs where there are no words."""
    day, month = _pattern(found.day), _pattern(found.month)
    numbered = re.search(r"\{n\}[^{\s]*", month)
    forms = Forms(
        day=day,
        day_month=_pattern(found.day_month),
        month=month,
        month_name=numbered[0] if numbered else "{M}",
        year="{y}",
        years="{y}",
    )
    return Words(
        forms=forms,
        about="~ {}",
        since="{} –",
        until="– {}",
        since_about="~ {} –",
        until_about="– ~ {}",
        unsure=("(?)", "(?)", "(?)", "(?)"),
        unknown=("(?)", "", "", "(?)", "(?)"),
        limits=("≤ {}", "≥ {}", "≤ {}", "≥ {}"),
        hemispheres=("N", "S"),
        days="{}.–{}" if "{d}." in day else "{}–{}",
        names="{} – {}",
        aside=" ",
        year_first="{d}" in day.partition("{y}")[2],
    )


def _pattern(text: str) -> str:
    """Turn a pattern of Unicode's (`d 'de' MMMM 'de' y`) into one of ours (`{d} de {m} de {y}`), without the era."""
    found = [
        match[1] or "" if match[0][0] == "'" else _field(match[0]) if match[2] else match[0]
        for match in _PATTERN.finditer(text)
    ]
    return re.sub(r"\s+", " ", "".join(found)).strip()


def _field(letters: str) -> str:
    return _FIELDS.get(letters) or _FIELDS.get(letters[0], "")
