"""Whatever the dates, values and words: drawings are well-formed and finite, exports can be read again."""

from typing import NamedTuple
from xml.etree import ElementTree

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backstory.reading.dates import Date, Day, parse
from backstory.rendering.drawings.axis import axis
from backstory.rendering.drawings.charts import chart
from backstory.rendering.drawings.plots import Row
from backstory.rendering.drawings.ticks import day_of, value_ticks
from backstory.rendering.formats.calendars import icalendar
from backstory.rendering.formats.exports import ExportEvent, ExportTimeline
from backstory.rendering.formats.spans import ordinal
from backstory.rendering.words import Words

YEARS = st.integers(0, 9999).map(lambda year: f"{year:04}")
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DAYS = st.builds("{}-{:02}".format, MONTHS, st.integers(1, 28))
PLAIN = st.one_of(YEARS, MONTHS, DAYS)
MARKS = st.sampled_from(["", "~", "?", "%"])
MARKED = st.builds("{}{}".format, PLAIN, MARKS)
LONG = st.integers(10_000, 10**17).flatmap(lambda year: st.sampled_from([f"Y{year}", f"Y-{year}"]))
PAIRS = st.tuples(PLAIN, PLAIN).map(sorted)
SPANS = st.builds("{0[0]}{1}/{0[1]}{2}".format, PAIRS, MARKS, MARKS)
OPEN = st.builds(str.format, st.sampled_from(["{}/..", "../{}", "{}/", "/{}"]), MARKED)
ODD = st.sampled_from(["198X", "2021-22", "2021-07-XX", "[..2021-08]", "{..1700,1800..}", "1950S2", "-0044-03-15"])
DATES = st.one_of(MARKED, SPANS, LONG, OPEN, ODD).map(parse)
MEASURED = st.one_of(st.just(0.0), st.floats(1e-99, 1e99), st.floats(-1e99, -1e-99))
FLOATS = st.floats(allow_nan=True, allow_infinity=True)


class Happened(NamedTuple):
    """An event as an axis sees it."""

    date: Date
    title: str
    major: bool


TEXTS = st.text(max_size=20)
EVENTS = st.lists(st.builds(Happened, DATES, TEXTS, st.booleans()), max_size=12)
ROWS = st.lists(st.builds(Row, TEXTS, st.one_of(st.none(), DATES), FLOATS), max_size=12)
EXPORTED = st.lists(st.builds(ExportEvent, TEXTS, DATES, TEXTS, TEXTS, st.text(max_size=200)), max_size=5)
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@unhurried
@given(EVENTS, st.sampled_from(["en", "ru", "ar"]))
def test_an_axis_is_well_formed_and_inside_its_box(events: list[Happened], lang: str) -> None:
    drawn = axis(events, Words(lang, {}), [f"e{n}" for n in range(len(events))])
    for each in ElementTree.fromstring(f"<div>{drawn}</div>").iter():
        numbers = [float(each.get(name, "0").removesuffix("%")) for name in ("x", "cx", "x1", "x2", "width")]
        assert all(0 <= number <= 100 for number in numbers)


@unhurried
@given(ROWS, st.sampled_from(["bar", "step", "line"]))
def test_a_chart_is_well_formed_and_inside_its_box(rows: list[Row], type: str) -> None:
    drawn = chart(tuple(rows), type, "T", "", "en", "c")
    for each in ElementTree.fromstring(drawn).iter() if drawn else ():
        numbers = [float(each.get(name, 0)) for name in ("x", "cx", "x1", "x2", "width")]
        assert all(0 <= number <= 640 for number in numbers)


@given(MEASURED, MEASURED)
def test_ticks_frame_their_values(one: float, other: float) -> None:
    low, high = min(one, other), max(one, other)
    ticks = value_ticks(low, high)
    assert 2 <= len(ticks) <= 9
    assert ticks[0] <= low or abs(ticks[0] - low) <= abs(low) * 1e-9
    assert ticks[-1] >= high or abs(ticks[-1] - high) <= abs(high) * 1e-9


@given(st.integers(-(10**19), 10**19))
def test_days_and_their_numbers_belong_together(number: int) -> None:
    day = day_of(number)
    assert ordinal(day) == number
    assert Day(day.year, 1, 1) <= day <= Day(day.year, 12, 31)


@unhurried
@given(EXPORTED)
def test_a_calendar_has_whole_short_lines(events: list[ExportEvent]) -> None:
    data = icalendar(ExportTimeline("T", "https://e.example/", "en", tuple(events)))
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    names = data.replace(b"\r\n ", b"").decode().split("\r\n")
    assert sum(name.startswith("BEGIN:") for name in names) == sum(name.startswith("END:") for name in names)
