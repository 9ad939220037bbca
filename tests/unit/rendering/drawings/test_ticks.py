"""Marks stand at round days and values."""

import pytest

from backstory.reading.dates import Day
from backstory.rendering.drawings.ticks import date_ticks, day_of, value_ticks, year_label
from backstory.rendering.formats.spans import ordinal


def labels(first: Day, last: Day, lang: str = "en", most: int = 8) -> list[str]:
    return [label for _, label in date_ticks(ordinal(first), ordinal(last), most, lang)]


@pytest.mark.parametrize(
    ("first", "last", "lang", "expected"),
    [
        (Day(2021, 8, 1), Day(2021, 8, 3), "en", ["1 August", "2 August", "3 August"]),
        (Day(2021, 8, 1), Day(2021, 8, 3), "ru", ["1 августа", "2 августа", "3 августа"]),
        (Day(2021, 5, 10), Day(2021, 11, 30), "en", ["June 2021", "July", "August", "September", "October"]),
        (Day(2020, 7, 23), Day(2021, 12, 1), "en", ["October 2020", "2021", "April", "July", "October"]),
        (Day(2019, 12, 31), Day(2024, 1, 1), "en", ["2020", "2021", "2022", "2023", "2024"]),
        (Day(2001, 1, 1), Day(2030, 1, 1), "en", ["2005", "2010", "2015", "2020", "2025", "2030"]),
        (Day(-100, 1, 1), Day(120, 1, 1), "en", ["101 BC", "51 BC", "1 BC", "50 AD", "100"]),
        (Day(0, 1, 1), Day(400_000, 1, 1), "en", ["1 BC", "50,000", "100,000", "150,000"]),
    ],
)
def test_labels(first: Day, last: Day, lang: str, expected: list[str]) -> None:
    assert labels(first, last, lang)[: len(expected)] == expected


@pytest.mark.parametrize("years", [0.01, 0.1, 0.5, 1, 3, 10, 33, 100, 4321, 10**6, 10**15])
def test_there_are_neither_too_many_nor_too_few(years: float) -> None:
    first = ordinal(Day(1871, 3, 18))
    found = date_ticks(first, first + max(int(years * 365.25), 1), 8, "en")
    assert 1 <= len(found) <= 9
    assert [number for number, _ in found] == sorted({number for number, _ in found})


@pytest.mark.parametrize("day", [Day(2021, 8, 3), Day(2000, 2, 29), Day(-44, 3, 15), Day(0, 12, 31), Day(10**17, 1, 1)])
def test_a_day_is_found_by_its_number(day: Day) -> None:
    assert day_of(ordinal(day)) == day


@pytest.mark.parametrize(
    ("year", "lang", "label"), [(2021, "ru", "2021"), (2021, "fa", "۲۰۲۱"), (-44, "en", "45 BC"), (44, "en", "44 AD")]
)
def test_year_label(year: int, lang: str, label: str) -> None:
    assert year_label(year, lang) == label


@pytest.mark.parametrize(
    ("low", "high", "ticks"),
    [
        (0, 2912, (0, 1000, 2000, 3000)),
        (0, 10, (0, 2, 4, 6, 8, 10)),
        (-7.5, 10, (-10, -5, 0, 5, 10)),
        (0, 0, (0, 1)),
        (5, 5, (0, 1, 2, 3, 4, 5)),
        (-5, -5, (-5, -4, -3, -2, -1, 0)),
        (0, 1e-9, (0, 2e-10, 4e-10, 6e-10, 8e-10, 1e-9)),
    ],
)
def test_value_ticks(low: float, high: float, ticks: tuple[float, ...]) -> None:
    assert value_ticks(low, high) == pytest.approx(ticks)
