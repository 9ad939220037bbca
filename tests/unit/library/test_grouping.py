"""Under which headings a timeline's events stand."""

import pytest

from backstory.library.events import Event
from backstory.library.timelines import grain_of, grouped
from backstory.reading.dates import parse


def made(*dates: str) -> tuple[Event, ...]:
    found = [Event(f"e{n}", "en", parse(date), "T", "p") for n, date in enumerate(dates)]
    return tuple(sorted(found, key=lambda each: each.date.sort_key))


@pytest.mark.parametrize(
    ("dates", "asked", "grain"),
    [
        (["2021-08-03"], "auto", "month"),
        (["2021-08-03", "2021-12-03"], "auto", "month"),
        (["2015", "2021"], "auto", "year"),
        ([f"2021-08-{day:02}" for day in range(1, 15)], "auto", "day"),
        ([f"2021-08-{day:02}" for day in range(1, 15)], "month", "month"),
        ([], "auto", "year"),
        (
            [f"{year}-{month:02}" for year in range(2015, 2022) for month in range(1, 13) for _ in range(3)],
            "auto",
            "month",
        ),
    ],
)
def test_headings_are_as_fine_as_the_span_deserves(dates: list[str], asked: str, grain: str) -> None:
    assert grain_of(made(*dates), asked) == grain


@pytest.mark.parametrize(
    ("date", "grain", "heading"),
    [
        ("2021-08-03", "year", ("year", 2021, 0, 0)),
        ("2021-08-03", "month", ("month", 2021, 8, 0)),
        ("2021-08-03", "day", ("day", 2021, 8, 3)),
        ("2021-08", "day", ("month", 2021, 8, 0)),
        ("2021", "month", ("year", 2021, 0, 0)),
        ("2021-21", "month", ("month", 2021, 3, 0)),
        ("198X", "month", ("year", 1980, 0, 0)),
        ("2021-07-30/2021-08-02", "month", ("month", 2021, 7, 0)),
        ("2020-12-30/2021-01-02", "month", ("month", 2020, 12, 0)),
        ("-0044-03-15", "month", ("month", -44, 3, 0)),
    ],
)
def test_a_date_stands_under(date: str, grain: str, heading: tuple[str, int, int, int]) -> None:
    (found,) = grouped(made(date), grain)  # type: ignore[arg-type]  # one of three words
    assert (found.grain, found.year, found.month, found.day) == heading


def test_every_event_stands_under_one_heading() -> None:
    found = made("2021", "2021-08", "2021-08-03", "../2020", "198X", "2021-09/..")
    assert sorted(each.id for group in grouped(found, "month") for each in group.events) == [f"e{n}" for n in range(6)]


def test_what_belongs_to_a_whole_year_comes_before_its_months() -> None:
    found = made("2021-01-02", "2021", "2021-03", "2020-12-30", "{..1700,1800..}")
    headings = [(group.year, group.month) for group in grouped(found, "month")]
    assert headings == [(2020, 12), (2021, 0), (2021, 1), (2021, 3), (0, 0)]
