"""Dates as people write them, in the language of the page, and as machines want them.

Knows how dates look. Must never know a clock or a time zone: what an article says was a Tuesday is that Tuesday.

    show(parse("2021-07-28/2021-08-03"), "en")   # 28 July – 3 August 2021
    show(parse("2021-06~"), "ru")                # около июня 2021 года
"""

from functools import lru_cache

from backstory.reading.dates import Date
from backstory.reading.dates.shapes import Interval, Point
from backstory.reading.dates.shaping import read_shape
from backstory.rendering.dates.brief import brief
from backstory.rendering.dates.machines import html_datetime, iso_day
from backstory.rendering.dates.singles import single, with_year
from backstory.rendering.dates.spans import group, interval
from backstory.rendering.dates.voices import speaks, voice

__all__ = ["html_datetime", "iso_day", "show", "show_day_month", "show_month", "speaks"]

_REMEMBERED = 50_000


def show(date: Date, lang: str) -> str:
    """Return a date as people write it in a language: "3 August 2021", "около июня 2021 года".

    The languages in `languages/` have words of their own; others have Babel's patterns, with "~", "(?)", "–" for what
    those cannot say. An unknown language is shown in English.
    """
    return _show(date.text, lang)


def show_month(year: int, month: int, lang: str) -> str:
    """Return a month (1-12) of a year as it stands by itself: "August 2021", "август 2021 года"."""
    speaking = voice(lang)
    return with_year(speaking, speaking.words.forms.month, year, month)


def show_day_month(date: Date, lang: str) -> str:
    """Return a date under its year's heading: "3 August", "2–3 August", "August". What needs its year keeps it."""
    return _show_day_month(date.text, lang)


@lru_cache(maxsize=_REMEMBERED)
def _show(text: str, lang: str) -> str:
    shape = read_shape(text)
    if isinstance(shape, Point):
        return single(voice(lang), shape)
    return interval(voice(lang), shape) if isinstance(shape, Interval) else group(voice(lang), shape)


@lru_cache(maxsize=_REMEMBERED)
def _show_day_month(text: str, lang: str) -> str:
    return brief(voice(lang), read_shape(text)) or _show(text, lang)
