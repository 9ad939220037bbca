"""Where the scale of an axis or a chart has its marks, and what they say.

Knows round numbers, months and years. Must never know how a mark is drawn.
"""

from collections.abc import Iterator
from math import floor, log10

from backstory.reading.dates import Day, parse
from backstory.rendering.formats.spans import ordinal

_YEAR = 365.2425
_MONTH = _YEAR / 12
_DAY_STEPS = (1, 2, 7, 14)
_MONTH_STEPS = (1, 2, 3, 6)


def date_ticks(first: int, last: int, most: int, lang: str) -> tuple[tuple[float, str], ...]:
    """Return (ordinal day, label) of at most about `most` marks between two days (see `spans.ordinal`).

    They stand for days, months or years, whichever leaves room: at noon of a day, and where a month or a year begins. A
    month's label is its name, but January's is the year's.
    """
    days = last - first
    for step in _DAY_STEPS:
        if days <= step * most:
            return tuple(
                (each + 0.5, _day_label(each, lang)) for each in range(-(-first // step) * step, last + 1, step)
            )
    for step in _MONTH_STEPS:
        if days <= step * _MONTH * most:
            return tuple(_months(first, last, step, lang))
    return tuple(_years(first, last, _round_step(days / _YEAR / most), lang))


def _months(first: int, last: int, step: int, lang: str) -> Iterator[tuple[int, str]]:
    start = day_of(first)
    number = -(-(start.year * 12 + start.month - 1) // step) * step
    if ordinal(Day(number // 12, number % 12 + 1, 1)) < first:
        number += step
    shown = False
    while (each := ordinal(Day(number // 12, number % 12 + 1, 1))) <= last:
        yield each, _month_label(number // 12, number % 12 + 1, lang, alone=not shown)
        shown = True
        number += step


def _years(first: int, last: int, step: int, lang: str) -> Iterator[tuple[int, str]]:
    year = -(-day_of(first).year // step) * step
    if ordinal(Day(year, 1, 1)) < first:
        year += step
    while (each := ordinal(Day(year, 1, 1))) <= last:
        yield each, year_label(year, lang)
        year += step


def _round_step(least: float) -> int:
    """Return the least of 1, 2, 5, 10, 20, 50 … that is not below a number."""
    if least <= 1:
        return 1
    power: int = 10 ** floor(log10(least))
    return next(power * each for each in (1, 2, 5, 10) if power * each >= least)


def day_of(number: int) -> Day:
    """Return the day of an ordinal: the inverse of `spans.ordinal`."""
    year = floor(number / _YEAR) if abs(number) < 10**12 else number * 400 // 146_097
    while ordinal(Day(year, 1, 1)) > number:
        year -= 1
    while ordinal(Day(year + 1, 1, 1)) <= number:
        year += 1
    month = next(each for each in range(12, 0, -1) if ordinal(Day(year, each, 1)) <= number)
    return Day(year, month, number - ordinal(Day(year, month, 1)) + 1)


def _day_label(number: int, lang: str) -> str:
    from backstory.rendering.dates import show_day_month

    day = day_of(number)
    # A year that is not written in four digits has no days in EDTF; the label does not show it anyway.
    return show_day_month(parse(f"2000-{day.month:02}-{day.day:02}"), lang)


def _month_label(year: int, month: int, lang: str, *, alone: bool) -> str:
    from backstory.rendering.dates import show_day_month, show_month

    if month == 1:
        return year_label(year, lang)
    return show_month(year, month, lang) if alone else show_day_month(parse(f"2000-{month:02}"), lang)


def year_label(year: int, lang: str) -> str:
    """Return a year as an axis shows it: the bare figures, but `44 BC` and the like where those would mislead."""
    from backstory.rendering.dates import show
    from backstory.rendering.dates.voices import voice

    if 100 <= year <= 9999:
        return voice(lang).figures(str(year))
    sign = "-" if year < 0 else ""
    return show(parse(f"Y{year}" if abs(year) > 9999 else f"{sign}{abs(year):04}"), lang)


def value_ticks(low: float, high: float, most: int = 5) -> tuple[float, ...]:
    """Return round numbers, evenly spaced, that frame a range of values: from not above it to not below it.

    Values are 0 or lie between 1e-100 and 1e100, on either side.
    """
    if high - low <= max(abs(low), abs(high)) * 1e-12:  # closer than floats can tell apart
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        return (0.0, 1.0)
    least = (high - low) / most
    power = 10.0 ** floor(log10(least))
    step = next(power * each for each in (1, 2, 2.5, 5, 10, 20) if power * each >= least)
    start, end = floor(low / step), -floor(-high / step)
    return tuple(each * step for each in range(start, end + 1))
