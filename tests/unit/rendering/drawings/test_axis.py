"""An axis is drawn to scale, shows what is doubtful, and stays light with thousands of events."""

from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.hostile import HOSTILE

from backstory.reading.dates import Date, parse
from backstory.rendering.drawings.axis import axis
from backstory.rendering.words import Words


class Happened(NamedTuple):
    """An event as an axis sees it."""

    date: Date
    title: str = "Something"
    major: bool = False


def both(*dates: str, lang: str = "en", major: tuple[str, ...] = ()) -> tuple[Element, Element]:
    """Return the wide and the narrow drawing."""
    events = [Happened(parse(date), date, date in major) for date in dates]
    found = axis(events, Words(lang, {}), [f"e{n}" for n in range(len(events))])
    wide, narrow = ElementTree.fromstring(f"<div>{found}</div>")
    return wide, narrow


def drawn(*dates: str, lang: str = "en", major: tuple[str, ...] = ()) -> Element:
    return both(*dates, lang=lang, major=major)[0]


def link(svg: Element, id: str) -> Element:
    return next(each for each in svg.iter("a") if each.get("href") == f"#{id}")


def shapes(svg: Element, id: str) -> list[tuple[str, str]]:
    """Return the class of each shape of a mark, and how it fades."""
    found = [each for each in link(svg, id).iter() if each.get("class")]
    return [(each.get("class", ""), each.get("fill", "").removesuffix(")").rpartition("-")[2]) for each in found]


def share(element: Element, name: str) -> float:
    return float(element.get(name, "").removesuffix("%"))


def place(svg: Element, id: str) -> float:
    return next(share(each, "cx") for each in link(svg, id).iter("circle"))


@pytest.mark.parametrize("dates", [(), ("2021",), ("2021", "2022"), ("2021", "2022", "{..1700,1800..}")])
def test_fewer_than_three_need_none(dates: tuple[str, ...]) -> None:
    assert axis([Happened(parse(date)) for date in dates], Words("en", {}), dates) == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-08-03", [("axis-event", "")]),
        ("2021-08-03T14:30", [("axis-event", "")]),
        ("2021-08-03~", [("axis-fade", "both"), ("axis-event", "")]),
        ("2021-08-03?", [("axis-fade", "both"), ("axis-event", "")]),
        ("2021-08", [("axis-fade", "both")]),
        ("2021-22", [("axis-fade", "both")]),
        ("[2021-03,2021-09]", [("axis-fade", "both")]),
        ("2021-06-01/2021-08-03", [("axis-span", "")]),
        ("2021-06-01~/2021-08-03", [("axis-fade", "in"), ("axis-span", ""), ("axis-fade", "out")]),
        ("2021-06/2021-08-03", [("axis-fade", "in"), ("axis-span", "")]),
        ("2021-05/2021-08", [("axis-fade", "in"), ("axis-span", ""), ("axis-fade", "out")]),
        ("2021-06-01/..", [("axis-span", ""), ("axis-open", "")]),
        ("../2021-06-01", [("axis-span", ""), ("axis-open", "")]),
        ("2021-06-01/", [("axis-span", ""), ("axis-fade", "out")]),
        ("/2021-06-01", [("axis-fade", "in"), ("axis-span", "")]),
    ],
)
def test_shapes(date: str, expected: list[tuple[str, str]]) -> None:
    assert shapes(drawn(date, "2021-01-01", "2021-12-31"), "e0") == expected


def test_what_is_short_for_its_scale_is_a_dot() -> None:
    assert shapes(drawn("2021-08", "1921-08-02/1921-08-05", "1821/2021"), "e0") == [("axis-event", "")]


def test_places_are_to_scale() -> None:
    svg = drawn("2021-01-01", "2021-01-11", "2021-01-31")
    first, second, third = (place(svg, f"e{n}") for n in range(3))
    assert (third - first) / (second - first) == pytest.approx(3, abs=0.01)


def test_bars_reach_from_the_first_day_to_the_end_of_the_last() -> None:
    svg = drawn("2021-01-01/2021-01-10", "2021-01-05", "2021-01-20")
    [bar] = link(svg, "e0").iter("rect")
    assert share(bar, "width") == pytest.approx((100 - 2 * 12 / 6.2) / 2, abs=0.1)


def test_time_runs_as_the_page_does() -> None:
    svg = drawn("2021-01-01", "2021-06-01", "2021-12-31", "2021-03/2021-05", lang="ar")
    assert svg.get("direction") == "rtl"
    assert place(svg, "e0") > place(svg, "e1") > place(svg, "e2")
    assert shapes(svg, "e3") == [("axis-fade", "out"), ("axis-span", ""), ("axis-fade", "in")]


def test_major_ones_are_larger() -> None:
    svg = drawn("2021-01-01", "2021-06-01", "2021-12-31", major=("2021-06-01",))
    sizes = [float(next(link(svg, f"e{n}").iter("circle")).get("r", "")) for n in range(3)]
    assert sizes[0] == sizes[2] < sizes[1]
    assert shapes(svg, "e1") == [("axis-event axis-major", "")]


@pytest.mark.parametrize("number", [0, 1])
def test_none_hides_another(number: int) -> None:
    svg = both(*["2021-08-03"] * 5, "2021-01-01", "2021-12-31")[number]
    assert len({each.get("cy") for each in svg.iter("circle")}) == 5


def test_bars_stand_above_dots() -> None:
    svg = drawn("2021-01-01/2021-12-01", "2021-08-03", "2021-08-03", "2021-08-03")
    bar = next(float(each.get("y", "")) for each in link(svg, "e0").iter("rect"))
    assert all(float(each.get("cy", "")) > bar + 5 for each in svg.iter("circle"))


def test_events_of_one_day_stand_in_the_middle() -> None:
    assert place(drawn("2021-08-03", "2021-08-03", "2021-08-03"), "e0") == 50


@pytest.mark.parametrize("number", [0, 1])
def test_listeners_and_the_tab_key_pass_it_by(number: int) -> None:
    svg = both("2021", "2022", "2023")[number]
    assert svg.get("aria-hidden") == "true"
    assert {each.get("tabindex") for each in svg.iter("a")} <= {"-1"}


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_ids(words: str) -> None:
    found = axis([Happened(parse("2021-08-03"))] * 3, Words("en", {}), [words] * 3)
    assert len(list(ElementTree.fromstring(f"<div>{found}</div>").iter("a"))) == 3


def test_a_long_stretch_without_events_is_cut_short_and_says_how_long_it_is() -> None:
    svg = drawn("1991-08-01", "2021-01-01", "2021-06-01", "2021-12-31")
    assert [each.text for each in svg.iter("text") if each.get("class") == "axis-gap"] == ["29 years"]
    assert place(svg, "e2") - place(svg, "e1") > 25
    assert place(svg, "e0") < place(svg, "e1")


def test_what_lasts_through_a_stretch_leaves_it_whole() -> None:
    svg = drawn("1991-08-01", "1991/2021", "2021-06-01", "2021-12-31")
    assert not [each for each in svg.iter("text") if each.get("class") == "axis-gap"]


def test_thousands_are_counted_in_columns() -> None:
    many = [f"{1990 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(3000)]
    for svg in both(*many, "2005-05-05", major=("2005-05-05",)):
        columns = [each for each in svg.iter("rect") if "axis-column" in str(each.get("class"))]
        assert 25 < len(columns) < 130
        assert [each.get("class") for each in svg.iter("circle")] == ["axis-event axis-major"]
        assert len(ElementTree.tostring(svg)) < 20_000


def test_columns_and_bars_tell_how_many_they_stand_for() -> None:
    svg = drawn(*["2021-08-03"] * 50, "2021-01-01", *["2021"] * 4)
    assert [each.get("data-more") for each in svg.iter("a")] == [None, "49", "3"]
