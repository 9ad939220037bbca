"""The languages that dates are worded in by hand; any other takes its patterns from Babel.

Knows which language is where. Must never know how a date is put together.
"""

from typing import Final

from backstory.rendering.dates.languages import (
    arabic,
    belarusian,
    english,
    french,
    german,
    lithuanian,
    persian,
    polish,
    russian,
    spanish,
    ukrainian,
)
from backstory.rendering.dates.words import Words

BY_TAG: Final[dict[str, Words]] = {
    "ar": arabic.WORDS,
    "be": belarusian.WORDS,
    "de": german.WORDS,
    "en": english.WORDS,
    "en-US": english.AMERICAN,
    "es": spanish.WORDS,
    "fa": persian.WORDS,
    "fr": french.WORDS,
    "lt": lithuanian.WORDS,
    "pl": polish.WORDS,
    "ru": russian.WORDS,
    "uk": ukrainian.WORDS,
}
"""By language, and by language and country where a country differs."""
