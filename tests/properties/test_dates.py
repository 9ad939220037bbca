"""What holds for every date."""

import itertools
import os
import random

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.reading.dates import Date, DateError, from_header, parse, suggest
from backstory.reading.dates.errors import WrongDateError
from backstory.reading.dates.meaning import level_of, limits, precision_of
from backstory.reading.dates.reader import read
from backstory.reading.dates.shaping import read_shape
from backstory.reading.dates.writing import write
from backstory.rendering.dates import html_datetime, iso_day, show, show_day_month

LETTERS = "0123456789-/.XYES?~%[]{},T:Z+ "
PIECES = [
    "2021", "-", "08", "03", "/", "..", "X", "?", "~", "%", "[", "]", "{", "}", ",", "Y", "E", "S", "T", "14:30", ":00",
    "Z", "+", "-04", "1", "0", "12", "31", "29", "02", "24", "33", "2000", "1900", "-0044", "XX", "156X", "Y17E7", "S2",
]  # fmt: skip
WORDS = [
    "3",
    "August",
    "2021",
    "about",
    "2-3",
    "from",
    "until",
    "Q3",
    "1980s",
    "BC",
    "44",
    "августа",
    "г.",
    "14:30",
    "pm",
]

STRINGS = int(os.environ.get("BACKSTORY_STRINGS", "4000"))
"""How many random strings are read; a million in `make test-long`."""

any_text = st.text() | st.text(LETTERS, max_size=20) | st.lists(st.sampled_from(PIECES), max_size=9).map("".join)
typed = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)

marks = st.sampled_from(["", "", "", "?", "~", "%"])
years = st.integers(-9999, 9999).filter(bool).map(lambda year: f"{'-' if year < 0 else ''}{abs(year):04}")
masked_years = st.sampled_from(["198X", "20XX", "1XXX", "XXXX", "15X1", "-201X", "X900"])
long_years = st.integers(10_000, 10**17).map(lambda year: f"Y{year}") | st.sampled_from(
    ["Y-17E7", "Y3388E2", "Y-12345"]
)
months = st.integers(1, 12).map(lambda month: f"{month:02}") | st.sampled_from(["XX", "0X", "1X", "X2"])
numbers = st.integers(1, 28).map(lambda day: f"{day:02}") | st.sampled_from(["29", "30", "31", "XX", "2X", "X1"])
parts = st.integers(21, 41).map(str)
zones = st.sampled_from(["", "Z", "+03", "-04:30"])


@st.composite
def points(draw: st.DrawFn) -> str:
    """Texts of single dates without a time; some name days that do not exist."""
    year = draw(years | masked_years)
    kind = draw(st.sampled_from(["year", "long", "significant", "part", "month", "day", "day", "day"]))
    if kind == "long":
        return draw(long_years) + draw(marks)
    if kind == "significant":
        return f"{draw(years)}S{draw(st.integers(1, 4))}"
    pieces = [year]
    if kind in ("month", "day"):
        pieces.append(draw(months))
    if kind == "part":
        pieces.append(draw(parts))
    if kind == "day":
        pieces.append(draw(numbers))
    return "-".join(draw(marks) + piece for piece in pieces) + draw(marks)


times = st.builds(
    lambda year, month, day, hour, zone: f"{year}-{month:02}-{day:02}T{hour:02}:05:09{zone}",
    years, st.integers(1, 12), st.integers(1, 28), st.integers(0, 23), zones,
)  # fmt: skip
ends = points() | st.sampled_from(["", ".."])
intervals = st.tuples(ends, ends).map("/".join)
members = points() | st.tuples(points(), points()).map("..".join)
sets = st.tuples(st.sampled_from(["[]", "{}"]), st.lists(members, min_size=1, max_size=3)).map(
    lambda made: made[0][0] + ",".join(made[1]) + made[0][1]
)


def _parsed(text: str) -> Date | None:
    try:
        return parse(text)
    except DateError:
        return None


dates = (points() | times | intervals | sets).map(_parsed).filter(lambda date: date is not None)


@given(any_text)
@settings(max_examples=600, deadline=None)
def test_nothing_but_the_date_error(text: str) -> None:
    for reading in (parse, from_header):
        try:
            reading(text)
        except DateError as error:
            assert error.sentence and error.help


def random_string(chance: random.Random) -> str:
    """Return signs of EDTF in any order, pieces of dates put together, words of dates, or any letters at all."""
    kind, length = chance.randrange(4), chance.randrange(12)
    if kind == 0:
        return "".join(chance.choices(LETTERS, k=2 * length))
    if kind == 1:
        return "".join(chance.choices(PIECES, k=length))
    if kind == 2:
        return chance.choice(("", " ", "-", "/")).join(chance.choices(WORDS + PIECES, k=length // 2))
    return "".join(chr(chance.randrange(0x3000)) for _ in range(length))


def test_random_strings_are_dates_or_date_errors() -> None:
    chance = random.Random(20210803)
    read = 0
    for _ in range(STRINGS):
        date = _parsed(random_string(chance))
        if date:
            read += 1
            assert parse(date.text) == date
    assert STRINGS // 200 < read < STRINGS


@given(any_text | typed)
@settings(max_examples=250, deadline=None)
def test_suggestions_are_dates(text: str) -> None:
    assert all(parse(each).text == each for each in suggest(text))


@given(dates)
@settings(max_examples=250, deadline=None)
def test_round_trip(date: Date) -> None:
    assert parse(date.text) == date
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(date), type=Date) == date


@given(points() | times | intervals | sets)
@settings(max_examples=250, deadline=None)
def test_the_short_way_reads_as_the_long_one(text: str) -> None:
    try:
        shape = read_shape(text)
    except WrongDateError:
        assert _parsed(text) is None
        return
    date = read(text)
    assert (date.text, date.level, date.precision) == (write(shape), level_of(shape), precision_of(shape))
    assert (date.earliest, date.latest) == limits(shape)


@given(dates)
@settings(deadline=None)
def test_the_first_day_is_not_after_the_last(date: Date) -> None:
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(st.lists(dates, max_size=8), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_order_is_total_and_stable(found: list[Date], random: object) -> None:
    expected = sorted(found, key=lambda date: date.sort_key)
    random.shuffle(found)  # type: ignore[attr-defined]
    assert sorted(found, key=lambda date: date.sort_key) == expected
    for one, other in itertools.pairwise(expected):
        assert (one.sort_key == other.sort_key) == (one == other)


@given(dates, st.sampled_from(["en", "ru", "lt", "pl", "de", "fr", "ar", "fa", "es", "zh", "en-US"]))
@settings(max_examples=250, deadline=None)
def test_every_date_can_be_shown(date: Date, lang: str) -> None:
    shown = [show(date, lang), show_day_month(date, lang)]
    assert all(shown)
    assert not any("{" in each or "  " in each for each in shown)
    assert (html_datetime(date) or "") == (html_datetime(date) or "").strip()
    assert iso_day(date) is None or date.is_day
