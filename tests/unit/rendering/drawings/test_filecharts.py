"""Charts of files and figures at their edges: one point, none, below zero, enormous, very many; and Vega-Lite."""

import json
import re

import pytest
from tests.worlds import World, article, clean, codes, pages

from backstory.rendering.drawings import filecharts
from backstory.rendering.drawings.vega import prepared

PAGE = "articles/a/index.html"
CSV = "content/articles/rows.csv"


def drawn(block: str, rows: str) -> str:
    return pages({"content/articles/a.md": article(text=block + "\n"), CSV: rows})[PAGE]


KINDS = ["bar", "line", "step", "dot", "stacked"]
EDGES = {
    "one point": "date,value\n2021,5\n",
    "one zero": "date,value\n2021,0\n",
    "below zero": "date,value\n2021,-5\n2022,7\n",
    "all below zero": "what,value\nA,-5\nB,-7\n",
    "enormous": "date,value\n2021,1e90\n2022,3\n",
    "beyond measure": "date,value\n2021,1e290\n",
    "tiny": "date,value\n2021,1e-90\n2022,2e-90\n",
    "the same day twice": "date,value\n2021,1\n2021,2\n",
    "names": "what,value\nIraq,2797\nSyria,130\n",
    "hostile names": 'what,value\n"<script>alert(1)</script>",1\n"=1+1",2\n',
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("edge", EDGES)
def test_every_kind_at_every_edge(kind: str, edge: str) -> None:
    page = drawn(f'::: chart rows.csv type="{kind}"', EDGES[edge])
    assert "nan" not in page.partition("<main")[2].partition("</main>")[0].lower().replace("tenancy", "")
    assert page.count("<tr>") == EDGES[edge].count("\n")
    assert "<script>alert" not in page
    assert '<a class="chart-more" href="../rows.csv" download>' in page


def test_no_rows_are_said() -> None:
    files: dict[str, str | bytes] = {"content/articles/a.md": article(text="::: chart rows.csv\n"), CSV: "date,value\n"}
    assert codes(files) == ["data/no-rows"]
    assert codes({**files, CSV: "name,other\na,b\n"}) == ["data/no-rows"]
    assert codes({**files, CSV: "date,value\n2021,x\n2022,3\n2023,4\n"}) == ["data/bad-number"]


COLUMNS = "date,Iraq,Syria\n2021-02,4,5\n2021-01,-1,2\n2021-03,,6\n"


def shapes(page: str, name: str) -> list[str]:
    return re.findall(rf'<(?:polyline|rect) class="[^"]*{name}"[^>]*>', page)


def test_several_columns_are_several_lines_in_order_of_time_with_gaps() -> None:
    page = drawn('::: chart rows.csv type="line"', COLUMNS)
    first, second = (shapes(page, f"chart-line-{n}") for n in (1, 2))
    assert len(first) == len(second) == 2  # a line, and its sample in the key
    points = [each.split(",") for each in re.findall(r"[\d.]+,[\d.]+", first[0])]
    assert len(points) == 2, "the third month is not known"
    assert float(points[0][0]) < float(points[1][0])
    assert float(points[0][1]) > float(points[1][1]), "-1 stands below 4"
    assert len(re.findall(r"[\d.]+,[\d.]+", second[0])) == 3
    assert ">Iraq</text>" in page
    assert ">Syria</text>" in page


def test_several_columns_of_bars_stand_side_by_side_or_on_one_another_on_both_sides_of_zero() -> None:
    for kind in ("bar", "stacked"):
        page = drawn(f'::: chart rows.csv type="{kind}"', COLUMNS)
        assert len(shapes(page, "chart-part-1")) == len(shapes(page, "chart-part-2")) == 4
    below = re.search(r'x="0" y="[\d.]+" width="([\d.]+)"', shapes(page, "chart-part-1")[1])
    assert below is not None
    assert float(below[1]) > 0


def test_many_rows_of_several_columns_are_lines() -> None:
    rows = "".join(f"{year},{year % 7},{year % 5}\n" for year in range(1900, 2000))
    assert shapes(drawn("::: chart rows.csv", "year,a,b\n" + rows), "chart-line-2")


def test_a_hundred_thousand_rows_make_a_page_of_ordinary_size() -> None:
    rows = "".join(f"{1900 + n // 1200}-{n // 100 % 12 + 1:02d},{n % 977}\n" for n in range(100_000))
    page = drawn('::: chart rows.csv type="line"', "date,value\n" + rows)
    assert len(page) < 100_000
    assert "99,880 more rows" in page or "99880 more rows" in page


def test_columns_are_chosen_by_name() -> None:
    rows = "year,Iraq,Syria\n2020,5,1\n2021,2797,130\n"
    assert "130" in drawn('::: chart rows.csv y="Syria"', rows)
    stacked = drawn('::: chart rows.csv type="stacked"', rows)
    assert "chart-part-2" in stacked
    files: dict[str, str | bytes] = {"content/articles/a.md": article(text='::: chart rows.csv y="Iran"\n'), CSV: rows}
    assert codes(files) == ["block/bad-option"]


def test_more_parts_than_tints_are_one() -> None:
    page = drawn('::: chart rows.csv type="stacked"', "what,value\n" + "".join(f"P{n},{9 - n}\n" for n in range(9)))
    assert set(re.findall(r"chart-part-(\d)", page)) == {"1", "2", "3", "4", "5", "6"}
    assert "Others" in page


SPEC = {
    "data": {"url": "rows.csv"},
    "mark": "bar",
    "encoding": {"x": {"field": "month"}, "y": {"field": "people", "type": "quantitative"}},
}
ROWS = "month,people\nMarch,8\nApril,70\n"


def vega(spec: object, rows: str = ROWS) -> dict[str, str | bytes]:
    text = article(text='::: chart drawing.vl.json title="Months" description="Few, then many"\n')
    return {"content/articles/a.md": text, "content/articles/drawing.vl.json": json.dumps(spec), CSV: rows}


def test_a_vega_lite_file_is_drawn_in_the_theme_s_colours() -> None:
    page = pages(vega(SPEC))[PAGE]
    assert "var(--accent)" in page
    assert '<th scope="row">March</th><td class="bars-number">8</td>' in page
    assert "Few, then many</desc>" in page
    assert 'href="../rows.csv" download' in page


def test_a_changed_row_changes_the_drawing() -> None:
    world = World(vega(SPEC))
    keeper = world.keeper()
    keeper.build()
    world.put({CSV: "month,people\nMarch,80\n"})
    built = {path: each.contents() for path, each in keeper.build().outputs.items() if not each.copy_of}
    assert b">80<" in built[PAGE]


def test_nothing_is_loaded_from_elsewhere_and_nothing_leads_there() -> None:
    assert codes(vega({**SPEC, "data": {"url": "https://example.org/rows.csv"}})) == ["data/missing"]
    hostile = {**SPEC, "encoding": {**SPEC["encoding"], "href": {"value": "javascript:alert(1)"}}}  # type: ignore[dict-item]
    page = pages(vega(hostile))[PAGE]
    assert "javascript:" not in page
    image = {"mark": {"type": "image", "url": "https://example.org/a.png"}}
    assert "example.org" not in json.dumps(prepared(json.dumps(image), lambda name: None).spec)


def test_without_vl_convert_the_numbers_stand_as_a_table(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(filecharts, "is_installed", lambda: False)
    outputs, notes = clean(World(vega(SPEC)))
    assert [note.code for note in notes] == ["chart/no-vega"]
    assert '<details class="chart-data" open>' in outputs[PAGE]
    assert '<svg class="chart' not in outputs[PAGE]


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', '{"mark": "nothing"}'])
def test_what_is_no_drawing_is_said(text: str) -> None:
    files = vega(SPEC) | {"content/articles/drawing.vl.json": text}
    assert codes(files) == ["chart/unreadable"]
