"""Numbers as each language writes them. Spaces in expectations are no-break ones, written `_` (U+00A0)."""

import pytest

from backstory.rendering.numbers import amount, change, number, share, short_number


def spaced(words: str) -> str:
    return words.replace("_", "\u00a0")


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        (4000, "en", "4,000"),
        (4000, "ru", "4_000"),
        (4000, "de", "4.000"),
        (4000, "fa", "۴٬۰۰۰"),
        (-12.5, "ar-LB", "−١٢٫٥"),
        (4000, "ar", "4,000"),
        (4000, "bn", "৪,০০০"),
        (4000.0, "xx-unknown", "4,000"),
        (4000, "", "4,000"),
        (4000, "ru_bad!", "4,000"),
        (678.8, "en", "678.8"),
        (678.8, "ru", "678,8"),
        (0.0004, "en", "0.0004"),
        (0.1 + 0.2, "en", "0.3"),
        (-3, "en", "−3"),
        (-0.0, "en", "0"),
        (1e20, "en", "100,000,000,000,000,000,000"),
        (float("inf"), "en", "∞"),
        (float("-inf"), "en", "−∞"),
        (float("nan"), "en", ""),
    ],
)
def test_number(value: float, lang: str, written: str) -> None:
    assert number(value, lang) == spaced(written)


@pytest.mark.parametrize(
    ("value", "lang", "written"),
    [
        (999_999, "en", "999,999"),
        (1_500_000, "en", "1.5M"),
        (1_500_000, "ru", "1,5_млн"),
        (1_500_000, "fa", "۱٫۵_میلیون"),
        (-2e9, "en", "−2B"),
        (1.5e300, "en", "1.5E300"),
    ],
)
def test_short_number(value: float, lang: str, written: str) -> None:
    assert short_number(value, lang) == spaced(written)


@pytest.mark.parametrize(
    ("value", "currency", "lang", "written"),
    [
        (5, "EUR", "en", "€5"),
        (5, "EUR", "ru", "5_€"),
        (5, "EUR", "de", "5_€"),
        (5.5, "EUR", "en", "€5.50"),
        (1000, "CHF", "en", "CHF_1,000"),
        (500, "jpy", "en", "¥500"),
        (5, "XQZ", "en", "XQZ_5"),
        (5, "", "en", "5"),
        (-5, "USD", "en", "−$5"),
    ],
)
def test_amount(value: float, currency: str, lang: str, written: str) -> None:
    assert amount(value, currency, lang) == spaced(written)


@pytest.mark.parametrize(
    ("before", "after", "lang", "written"),
    [
        (81, 493, "en", "+509%"),
        (81, 493, "ru", "+509_%"),
        (100, 97, "en", "−3%"),
        (81, 493, "fa", "\u200e+۵۰۹٪"),
        (100, 97, "ar", "\u200e−3%"),
        (6, 40_668, "ar", "\u200e+40,662"),
        (100, 97, "ar-LB", "−٣٪"),
        (100, 100.4, "en", "+0.4%"),
        (1000, 1000.1, "en", "0%"),
        (8, 9, "en", "+13%"),
        (100, 100, "en", "0%"),
        (0, 5, "en", ""),
        (-10, -5, "en", "+50%"),
        (6, 40_668, "en", "+40,662"),
        (5, -12, "en", "−17"),
        (-5, 5, "en", "+10"),
        (1, float("nan"), "en", ""),
    ],
)
def test_change(before: float, after: float, lang: str, written: str) -> None:
    assert change(before, after, lang) == spaced(written)


@pytest.mark.parametrize(
    ("value", "total", "lang", "written"),
    [
        (1, 3, "en", "33%"),
        (1, 3, "ru", "33_%"),
        (4, 1000, "en", "0.4%"),
        (1, 1_000_000, "en", "<0.1%"),
        (0, 10, "en", "0%"),
        (10, 10, "en", "100%"),
        (999, 1000, "en", "99.9%"),
        (999_999, 1_000_000, "en", ">99.9%"),
        (3, 0, "en", ""),
        (3, -1, "en", ""),
        (12, 10, "en", "120%"),
    ],
)
def test_share(value: float, total: float, lang: str, written: str) -> None:
    assert share(value, total, lang) == spaced(written)


@pytest.mark.parametrize("value", [1e300, -1.7e308, 5e-324, 1e22])
def test_no_float_is_too_large_or_small(value: float) -> None:
    assert number(value, "en").strip("−0123456789,.") == ""
    assert amount(value, "EUR", "ru").endswith("€")
    assert change(value, 1, "de") != ""
    assert share(abs(value), 1.7e308, "fr") != ""


@pytest.mark.parametrize(
    ("lang", "written"), [("ar", "\u200e−5"), ("he", "\u200e−5"), ("fa", "\u200e−۵"), ("en", "−5")]
)
def test_a_minus_stays_on_the_left_of_its_figures(lang: str, written: str) -> None:
    assert number(-5, lang) == written
