"""Charts are true to their values, and can be read by everybody."""

import itertools
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import pytest
from tests.hostile import HOSTILE

from backstory.reading.dates import parse
from backstory.rendering.drawings.charts import WIDTH, Row, chart
from backstory.rendering.drawings.plots import slots
from backstory.rendering.templating.escaping import clean

BREAKDOWN = (Row("Iraq", None, 2797), Row("Congo", None, 200), Row("Russia", None, 0))


def series(*pairs: tuple[str, float]) -> tuple[Row, ...]:
    return tuple(Row(date, parse(date), value) for date, value in pairs)


def drawn(rows: tuple[Row, ...], type: str = "bar", lang: str = "en") -> Element:
    return ElementTree.fromstring(chart(rows, type, "Detained", "people", lang, "c1"))


def of(svg: Element, name: str) -> list[Element]:
    return [each for each in svg.iter() if each.get("class") == name]


def numbers(svg: Element, name: str, attribute: str) -> list[float]:
    return [float(each.get(attribute, "")) for each in of(svg, name)]


def corners(svg: Element) -> list[tuple[float, float]]:
    [line] = of(svg, "chart-line")
    pairs = [each.split(",") for each in line.get("points", "").split()]
    return [(float(x), float(y)) for x, y in pairs]


def test_bars_are_as_long_as_their_values() -> None:
    widths = numbers(drawn(BREAKDOWN), "chart-bar", "width")
    assert widths == [WIDTH, pytest.approx(WIDTH * 200 / 2797, abs=0.1), 0]


def test_bars_have_their_labels_and_values() -> None:
    svg = drawn(BREAKDOWN, lang="ru")
    assert [each.text for each in of(svg, "chart-label")] == ["Iraq", "Congo", "Russia"]
    assert [each.text for each in of(svg, "chart-value")] == ["2\u00a0797", "200", "0"]


def test_negative_bars_run_the_other_way() -> None:
    svg = drawn((Row("Down", None, -5), Row("Up", None, 15)))
    assert numbers(svg, "chart-bar", "x") == [0, WIDTH / 4]
    assert numbers(svg, "chart-bar", "width") == [WIDTH / 4, WIDTH * 3 / 4]


def test_bars_start_where_the_page_does() -> None:
    svg = drawn((Row("All", None, 4), Row("Part", None, 1)), lang="ar")
    assert numbers(svg, "chart-bar", "x") == [0, WIDTH * 3 / 4]


def test_dated_bars_are_columns() -> None:
    svg = drawn(series(("2021-03", 6), ("2021-06", 473), ("2021-07", 2912)))
    heights = numbers(svg, "chart-bar", "height")
    assert heights == sorted(heights)
    assert heights[2] / heights[1] == pytest.approx(2912 / 473, abs=0.1)
    assert [each.text for each in of(svg, "chart-value")] == ["2,912", "6", "473"]


def test_lines_stand_to_scale_by_date_whatever_the_order() -> None:
    points = corners(drawn(series(("2021-01-31", 3), ("2021-01-01", 1), ("2021-01-11", 2)), "line"))
    first, second, third = (x for x, _ in points)
    assert (third - first) / (second - first) == pytest.approx(3, abs=0.01)
    assert [y for _, y in points] == sorted((y for _, y in points), reverse=True)


def test_steps_hold_a_value_until_the_next() -> None:
    start, edge, end = corners(drawn(series(("2021-01-01", 1), ("2021-02-01", 2)), "step"))
    assert (edge[0], edge[1]) == (end[0], start[1])


def test_undated_lines_stand_side_by_side() -> None:
    (x1, _), (x2, _), (x3, _) = corners(drawn(BREAKDOWN, "line"))
    assert x2 - x1 == pytest.approx(x3 - x2, abs=0.2)


@pytest.mark.parametrize("type", ["bar", "line", "step"])
def test_one_point(type: str) -> None:
    svg = drawn(series(("2021-08-03", 4090)), type)
    assert [each.text for each in of(svg, "chart-value")] == ["4,090"]
    assert len(of(svg, "chart-bar") + of(svg, "chart-dot")) == 1


@pytest.mark.parametrize("type", ["bar", "line", "step"])
@pytest.mark.parametrize(
    "values",
    [(0, 0), (-5, -7), (1e90, -1.7e99, 1.7e99), (5e-324, 0), (1e15, 1e-15), (678.8, 679.1), (3, float("nan"))],
)
def test_everything_stands_inside_the_box(type: str, values: tuple[float, ...]) -> None:
    for dated in (True, False):
        rows = tuple(Row(f"{n}", parse(f"202{n}") if dated else None, value) for n, value in enumerate(values))
        svg = drawn(rows, type)
        height = float(svg.get("viewBox", "").split()[3])
        for each in svg.iter():
            assert 0 <= float(each.get("x", each.get("cx", 0))) <= WIDTH
            assert 0 <= float(each.get("y", each.get("cy", 0))) <= height


@pytest.mark.parametrize("value", [None, float("nan"), float("-inf"), 1e300])
def test_nothing_to_draw(value: float | None) -> None:
    rows = () if value is None else (Row("a", None, value),)
    assert chart(rows, "bar", "T", "", "en", "c1") == ""


def test_it_is_named_and_told() -> None:
    svg = drawn(BREAKDOWN)
    assert (svg.get("role"), svg.get("aria-labelledby")) == ("img", "c1-title c1-desc")
    told = {each.get("id"): each.text for each in svg if each.get("id")}
    assert told == {"c1-title": "Detained (people)", "c1-desc": "Iraq: 2,797; Congo: 200; Russia: 0"}


@pytest.mark.parametrize("type", ["bar", "line", "step"])
@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words(words: str, type: str) -> None:
    text = chart((Row(words, None, 1), Row(words, None, 2)), type, words, words, "en", words)
    svg = ElementTree.fromstring(text)
    assert svg[0].text == f"{clean(words)} ({clean(words)})"
    assert "style=" not in text


def test_labels_leave_out_what_has_no_room() -> None:
    months = [f"{year}-{month:02}" for year in range(2010, 2015) for month in range(1, 13)]
    svg = drawn(series(*((month, n * 1e6) for n, month in enumerate(months))))
    assert len(of(svg, "chart-bar")) == 60
    assert [each.text for each in of(svg, "chart-value")] == ["59,000,000"]
    below = sorted(float(each.get("x", "")) for each in of(svg, "chart-label") if float(each.get("y", "")) > 215)
    assert len(below) >= 3
    assert min(later - earlier for earlier, later in itertools.pairwise(below)) > 60


@pytest.mark.parametrize(
    ("dates", "places"),
    [
        (("2018", "2019", "2021"), [0, 1, 3]),
        (("2021-01", "2021-02", "2021-03"), [0, 1, 2]),
        (("2020-11", "2021-02", "2021-03", "2021-04"), [0, 3, 4, 5]),
        (("2021-08-01", "2021-08-03"), [0, 2]),
        (("2021", "2018", "2019"), [0, 1, 2]),
        (("2018/2019", "2020/2021"), [0, 1]),
        (("2021-33", "2021-35"), [0, 1]),
        (("1951", "1987", "2021"), [0, 1, 2]),
        (("2018", "2019", "2021-06"), [0, 1, 2]),
        (("2018", "2018", "2020"), [0, 1, 2]),
    ],
)
def test_columns_leave_room_for_what_is_missing(dates: tuple[str, ...], places: list[int]) -> None:
    assert slots(series(*((date, 1) for date in dates))) == places


def test_columns_run_with_time_and_show_a_gap() -> None:
    left = numbers(drawn(series(("2021", 3), ("2019", 2), ("2018", 1))), "chart-bar", "x")
    assert left[2] - left[1] == pytest.approx(2 * (left[1] - left[0]), abs=0.5)
    assert left == sorted(left)
