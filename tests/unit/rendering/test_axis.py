"""An axis is drawn to scale, shows what is doubtful, and stays light with thousands of events."""

import re
from typing import NamedTuple
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from hostile import HOSTILE

from backstory.reading.dates import Date, parse
from backstory.rendering.axis import MOST, axis


class Happened(NamedTuple):
    """An event as an axis sees it."""

    date: Date
    title: str = "Something"
    major: bool = False


def drawn(*dates: str, lang: str = "en", major: tuple[str, ...] = ()) -> Element:
    events = [Happened(parse(date), date, date in major) for date in dates]
    return ElementTree.fromstring(axis(events, lang, [f"e{n}" for n in range(len(events))]))


def link(svg: Element, id: str) -> Element:
    return next(each for each in svg.iter("a") if each.get("href") == f"#{id}")


def classes(svg: Element, id: str) -> list[str]:
    return [str(each.get("class")) for each in link(svg, id) if each.tag != "title"]


def place(svg: Element, id: str) -> float:
    return float(next(each.get("cx", "") for each in link(svg, id).iter("circle")))


@pytest.mark.parametrize("dates", [(), ("2021",), ("2021", "2022"), ("2021", "2022", "{..1700,1800..}")])
def test_fewer_than_three_need_none(dates: tuple[str, ...]) -> None:
    assert axis([Happened(parse(date)) for date in dates], "en", dates) == ""


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2021-08-03", ["axis-event"]),
        ("2021-08-03T14:30", ["axis-event"]),
        ("2021-08-03~", ["axis-fade", "axis-event"]),
        ("2021-08-03?", ["axis-fade", "axis-event"]),
        ("2021-08", ["axis-fade", "axis-span"]),
        ("2021-22", ["axis-fade", "axis-span"]),
        ("[2021-03,2021-09]", ["axis-fade", "axis-span"]),
        ("2021-06-01/2021-08-03", ["axis-span"]),
        ("2021-06-01~/2021-08-03", ["axis-fade", "axis-fade", "axis-span"]),
        ("2021-06/2021-08-03", ["axis-fade", "axis-span"]),
        ("2021-05/2021-08", ["axis-fade", "axis-fade", "axis-span"]),
        ("2021-06-01/..", ["axis-span", "axis-span axis-open"]),
        ("../2021-06-01", ["axis-span", "axis-span axis-open"]),
        ("2021-06-01/", ["axis-fade", "axis-span"]),
        ("/2021-06-01", ["axis-fade", "axis-span"]),
    ],
)
def test_shapes(date: str, expected: list[str]) -> None:
    assert classes(drawn(date, "2021-01-01", "2021-12-31"), "e0") == expected


def test_what_is_short_for_its_scale_is_a_dot() -> None:
    assert classes(drawn("2021-08", "1921-08-02/1921-08-05", "1821"), "e0") == ["axis-event"]


def test_places_are_to_scale() -> None:
    svg = drawn("2021-01-01", "2021-01-11", "2021-01-31")
    first, second, third = (place(svg, f"e{n}") for n in range(3))
    assert (third - first) / (second - first) == pytest.approx(3, abs=0.01)


def test_bars_reach_from_the_first_day_to_the_end_of_the_last() -> None:
    svg = drawn("2021-01-01/2021-01-10", "2021-01-05", "2021-01-20")
    [bar] = link(svg, "e0").iter("rect")
    assert float(bar.get("width", "")) == pytest.approx((1000 - 32) / 2, abs=0.1)


def test_time_runs_as_the_page_does() -> None:
    svg = drawn("2021-01-01", "2021-06-01", "2021-12-31", lang="ar")
    assert svg.get("direction") == "rtl"
    assert place(svg, "e0") > place(svg, "e1") > place(svg, "e2")


def test_major_ones_are_larger() -> None:
    svg = drawn("2021-01-01", "2021-06-01", "2021-12-31", major=("2021-06-01",))
    sizes = [float(next(link(svg, f"e{n}").iter("circle")).get("r", "")) for n in range(3)]
    assert sizes[0] == sizes[2] < sizes[1]
    assert classes(svg, "e1") == ["axis-event axis-major"]


def test_none_hides_another() -> None:
    svg = drawn(*["2021-08-03"] * 5, "2021-01-01", "2021-12-31")
    assert len({next(link(svg, f"e{n}").iter("circle")).get("cy") for n in range(5)}) == 5


def test_events_of_one_day_stand_in_the_middle() -> None:
    assert place(drawn("2021-08-03", "2021-08-03", "2021-08-03"), "e0") == 500


def test_listeners_and_the_tab_key_pass_it_by() -> None:
    svg = drawn("2021", "2022", "2023")
    assert svg.get("aria-hidden") == "true"
    assert {each.get("tabindex") for each in svg.iter("a")} == {"-1"}


def test_titles_say_when_in_the_pages_language() -> None:
    svg = drawn("2021-08-03", "2022", "2023", lang="ru")
    assert link(svg, "e0").findtext("title") == "3 августа 2021 года: 2021-08-03"


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_titles_and_ids(words: str) -> None:
    svg = axis([Happened(parse("2021"), words)] * 3, "en", [words] * 3)
    assert len(list(ElementTree.fromstring(svg).iter("a"))) == 3


def test_thousands_are_counted_in_columns() -> None:
    many = [f"{1990 + n % 30}-{n % 12 + 1:02}-{n % 28 + 1:02}" for n in range(3000)]
    svg = drawn(*many, "2005-05-05", major=("2005-05-05",))
    columns = [each for each in svg.iter("rect") if "axis-column" in str(each.get("class"))]
    assert 50 < len(columns) < 130
    assert classes(svg, "e3000") == ["axis-event axis-major"]
    assert len(ElementTree.tostring(svg)) < 40_000


def test_columns_tell_how_many_they_stand_for() -> None:
    svg = drawn(*["2021-08-03"] * MOST, "2021-01-01", "2021-12-31")
    titles = [each.findtext("title") for each in svg.iter("a")]
    assert f"3 August 2021: 2021-08-03 (+{MOST - 1})" in titles


def test_no_styles_and_nothing_outside_the_box() -> None:
    svg = drawn("2021-05/..", "../2021-07", "/2021-01-01", "2021-12-31/", "2021-12-31~", "2021-01-01?")
    text = ElementTree.tostring(svg, encoding="unicode")
    assert "style=" not in text
    points = [float(x) for points in re.findall(r'points="([^"]+)"', text) for x in re.findall(r"(\S+),", points)]
    assert min(points) >= 0
    assert max(points) <= 1000
