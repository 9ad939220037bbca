"""Numbers as people write them in the page's language.

Knows grouping, decimals, percentages and currencies, from Unicode's CLDR by way of Babel. Must never know what is
counted. Where a sign is needed it is a true minus (U+2212), so that it is not broken from its number at a line's end.
"""

import re
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache
from math import isfinite
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

MINUS = "\u2212"
_NO_BREAK_SPACE = "\u00a0"
_LETTER_THEN_DIGIT = re.compile(r"(?<=[^\W\d_])(?=\d)")
_TENFOLD = 10
_OWN = "default"
"""The signs of the figures that Unicode gives a locale; Babel takes those of 0-9 unless it is asked."""
_HUNDRED = Decimal(100)
_LONGEST = 700
"""Digits enough for every float, before and after the point; Babel raises on what the usual 28 can't hold."""


@lru_cache(maxsize=64)
def locale_of(lang: str) -> "Locale":
    """Return the locale of a language tag such as `ru` or `pt-BR`; its plain language, then English, if not known."""
    from babel import Locale, UnknownLocaleError

    for tag in (lang, lang.partition("-")[0], "en"):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    raise AssertionError("Babel has English")


@lru_cache(maxsize=8192)
def number(value: float, lang: str) -> str:
    """Return a number with its groups and decimals: 4,000 and 678.8; in Russian 4 000 and 678,8.

    All digits that a float holds for certain (15) are shown; none are added.
    """
    if not isfinite(value):
        return "" if value != value else MINUS + "∞" if value < 0 else "∞"
    return _decimal(_exact(value), lang)


@lru_cache(maxsize=1024)
def short_number(value: float, lang: str) -> str:
    """Return a number where room is scarce: from a million on with letters (`1.5M`), far off with powers (`1.5E20`)."""
    from babel.numbers import format_compact_decimal, format_scientific

    if not isfinite(value) or not value or 1e-6 <= abs(value) < 1e6:
        return number(value, lang)
    if abs(value) < 1e-6 or abs(value) >= 1e15:
        return _signed(format_scientific(value, "0.##E0", locale_of(lang), numbering_system=_OWN), lang)
    written = format_compact_decimal(value, fraction_digits=1, locale=locale_of(lang), numbering_system=_OWN)
    return _signed(written, lang)


@lru_cache(maxsize=256)
def amount(value: float, currency: str, lang: str) -> str:
    """Return an amount of money: €5 and €5.50; in German 5 €. `currency` is a code of ISO 4217.

    Whole amounts have no decimals. A code without a sign of its own stands apart from the number: CHF 5.
    """
    from babel.numbers import format_currency

    if not currency or not isfinite(value):
        return number(value, lang)
    locale = locale_of(lang)
    pattern = locale.currency_formats["standard"].pattern
    whole = float(value).is_integer()
    given = re.sub(r"\.0+", "", pattern) if whole else pattern
    with localcontext(prec=_LONGEST):
        written = format_currency(
            _exact(value), currency.upper(), given, locale, currency_digits=not whole, numbering_system=_OWN
        )
    return _LETTER_THEN_DIGIT.sub(_NO_BREAK_SPACE, _signed(written, lang))


@lru_cache(maxsize=4096)
def change(before: float, after: float, lang: str) -> str:
    """Return the change from one value to another, in percent of the first: +509%, −3%, +0.4%; 0% for none.

    Where a percentage says nothing it is the difference, as +3,490: when the two are on either side of zero, and from
    a tenfold on. Empty when the first is zero. Halves are rounded away from zero, to whole percents from ten on, to
    tenths below.
    """
    if not before or not isfinite(before) or not isfinite(after):
        return ""
    if before * after < 0 or abs(after) >= _TENFOLD * abs(before):
        return _sign("+" if after > before else MINUS, lang) + number(abs(after - before), lang)
    percent = (Decimal(repr(after)) - Decimal(repr(before))) / abs(Decimal(repr(before))) * _HUNDRED
    rounded = _rounded(abs(percent), 0 if abs(percent) >= 10 else 1)
    sign = "" if not rounded else _sign(MINUS if percent < 0 else "+", lang)
    return sign + _percent(rounded, lang)


def _sign(sign: str, lang: str) -> str:
    """Return a sign that stays on the left of its figures: among letters from right to left it would change sides.

    So Unicode's data have it for Persian, Hebrew, and Arabic in European figures; Arabic ones have it on their right.
    """
    if locale_of(lang).text_direction == "ltr" or _decimal(Decimal(1), lang) == "١":
        return sign
    return f"\u200e{sign}"


@lru_cache(maxsize=4096)
def share(value: float, total: float, lang: str) -> str:
    """Return a part of a whole in percent: 12%, 0.4%, <0.1%. Empty when the whole is not above zero.

    What is not all is never shown as 100%, nor what is something as 0%.
    """
    if not isfinite(value) or not isfinite(total) or total <= 0:
        return ""
    percent = Decimal(repr(value)) / Decimal(repr(total)) * _HUNDRED
    if 0 < percent < Decimal("0.1"):
        return "<" + _percent(Decimal("0.1"), lang)
    if Decimal("99.9") < percent < _HUNDRED:
        return ">" + _percent(Decimal("99.9"), lang)
    near_the_end = abs(percent) < 1 or Decimal("99.5") <= percent < _HUNDRED
    rounded = _rounded(abs(percent), 1 if near_the_end else 0)
    return (_sign(MINUS, lang) if percent < 0 and rounded else "") + _percent(rounded, lang)


def _exact(value: float) -> Decimal:
    """Return the digits that a float holds for certain. Minus zero becomes zero, which caches take it for."""
    return Decimal(f"{value + 0.0:.15g}")


def _rounded(value: Decimal, digits: int) -> Decimal:
    """Round to a number of decimals, halves up, without zeros at the end. Values too long to round stay as they are."""
    if value.adjusted() > 20:
        return value
    rounded = value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP)
    return rounded.to_integral_value() if rounded == rounded.to_integral_value() else rounded


def _percent(value: Decimal, lang: str) -> str:
    """Return a percentage (12.5 for 12.5%) where the language puts its sign."""
    from babel.numbers import format_percent

    with localcontext(prec=_LONGEST):
        written = format_percent(
            value / _HUNDRED, locale=locale_of(lang), decimal_quantization=False, numbering_system=_OWN
        )
    return _signed(written, lang)


def _decimal(value: Decimal, lang: str) -> str:
    from babel.numbers import format_decimal

    with localcontext(prec=_LONGEST):
        written = format_decimal(value, locale=locale_of(lang), decimal_quantization=False, numbering_system=_OWN)
    return _signed(written, lang)


def _signed(written: str, lang: str) -> str:
    """Put a true minus, and the figures that the language has in its dates as well: Persian ones in Persian."""
    from backstory.rendering.dates.locales import locale

    digits = locale(lang).digits
    if digits and digits[ord("0")] in "٠۰":
        written = written.replace("%", "٪")
    if "-" in written:
        written = written.replace("\u200e-", "-").replace("-", _sign(MINUS, lang))
    return written.translate(digits)
