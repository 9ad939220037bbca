"""A date's ends, told no more exactly than the date does."""

import datetime

import pytest

from backstory.reading.dates import Day, parse
from backstory.rendering.formats.spans import Span, iso, ordinal, reach, span

SPANS = [
    ("2021", Span((2021,), None, False)),
    ("2021-01", Span((2021, 1), None, False)),
    ("2021-12", Span((2021, 12), None, False)),
    ("2021-08-03", Span((2021, 8, 3), None, False)),
    ("2021-08-03T14:30", Span((2021, 8, 3), None, False)),
    ("2021-06~", Span((2021, 6), None, False)),
    ("2021-07-XX", Span((2021, 7), None, False)),
    ("2021-XX", Span((2021,), None, False)),
    ("2021-22", Span((2021, 6), (2021, 8), False)),
    ("2021-24", Span((2021, 12), (2022, 2), False)),
    ("198X", Span((1980,), (1989,), False)),
    ("2021-08-02/2021-08-03", Span((2021, 8, 2), (2021, 8, 3), True)),
    ("2021-05/2021-07", Span((2021, 5), (2021, 7), True)),
    ("2021-08-03/2021", Span((2021, 8, 3), (2021,), True)),
    ("2021-05/..", Span((2021, 5), None, True)),
    ("../2021-07", Span((2021, 7), None, True)),
    ("[2021-01,2021-05]", Span((2021, 1), (2021, 5), False)),
    ("{2021-01,2021-05}", Span((2021, 1), (2021, 5), True)),
    ("[..2021-08]", Span((2021, 8), None, False)),
    ("-0044-03-15", Span((-44, 3, 15), None, False)),
    ("{..1700,1800..}", None),
]


@pytest.mark.parametrize(("text", "ends"), SPANS)
def test_span(text: str, ends: Span | None) -> None:
    assert span(parse(text)) == ends


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("2021-08-03", (Day(2021, 8, 3), Day(2021, 8, 3))),
        ("2021-08", (None, None)),
        ("2021-07/2021-09", (Day(2021, 7, 31), Day(2021, 9, 1))),
        ("2021-07-02/2021-09", (Day(2021, 7, 2), Day(2021, 9, 1))),
        ("2021/2021", (None, None)),
        ("2021-05/..", (Day(2021, 5, 31), None)),
        ("/2021-05", (None, Day(2021, 5, 1))),
        ("[2021-01,2021-05]", (None, None)),
    ],
)
def test_what_is_certain(text: str, sure: tuple[Day | None, Day | None]) -> None:
    assert reach(parse(text))[2:] == sure


@pytest.mark.parametrize(
    ("part", "written"),
    [((2021,), "2021"), ((2021, 7), "2021-07"), ((-44, 3, 15), "-0044-03-15"), ((12, 1), "0012-01")],
)
def test_iso(part: tuple[int, ...], written: str) -> None:
    assert iso(part) == written


def test_days_are_numbered_as_the_calendar_counts_them() -> None:
    first = ordinal(Day(1, 1, 1)) - 1
    for number in range(1, 3_652_059, 997):
        day = datetime.date.fromordinal(number)
        assert ordinal(Day(day.year, day.month, day.day)) - first == number


def test_days_before_the_year_1_follow_one_another() -> None:
    assert ordinal(Day(0, 1, 1)) - ordinal(Day(-1, 12, 31)) == 1
    assert ordinal(Day(0, 3, 1)) - ordinal(Day(0, 2, 29)) == 1
    assert ordinal(Day(-(10**17), 3, 1)) - ordinal(Day(-(10**17), 2, 29)) == 1
