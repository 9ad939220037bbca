"""A timeline's JSON, TimelineJS and table say what the timeline says, whatever its words."""

import csv as tables
import io
import json
from pathlib import Path
from typing import Any

import html5lib
import msgspec
import pytest
from tests.hostile import HOSTILE

import backstory
from backstory.reading.dates import parse
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline, timeline_json
from backstory.rendering.formats.sheets import COLUMNS, csv
from backstory.rendering.formats.slides import timelinejs_json
from backstory.rendering.formats.timelineshape import SCHEMA, TimelineShape, schema
from backstory.rendering.templating.escaping import clean

SOURCE = ExportSource("Ekho Moskvy", "An interview", "https://ekho.example/1", "2021-08-03")


def event(date: str, title: str = "Title", **more: Any) -> ExportEvent:
    return ExportEvent(more.pop("id", "e1"), parse(date), f"in words: {date}", title, **more)


def timeline(*events: ExportEvent, title: str = "2021") -> ExportTimeline:
    return ExportTimeline(title, "https://e.example/timelines/a/", "en", events, "What happened")


def hostile(words: str) -> ExportTimeline:
    odd = ExportEvent(
        id=words, date=parse("2021-08-03"), display_date=words, title=words, text=words, html="", url=words,
        places=(words,), topics=(words,), about=(words,), sources=(ExportSource(words, words, words, words),),
    )  # fmt: skip
    return timeline(odd, event("2021-08-04", "After", id="after"), title=words)


def rows(made: ExportTimeline) -> list[dict[str, str]]:
    return list(tables.DictReader(io.StringIO(csv(made).decode("utf-8"), newline="")))


def test_json_is_as_its_schema_says() -> None:
    made = timeline(event("2021-07~", html="<em>x</em>", sources=(SOURCE,)), event("2021-05/..", major=True))
    found = msgspec.json.decode(timeline_json(made), type=TimelineShape)
    assert [(each.date, each.earliest, each.latest) for each in found.events] == [
        ("2021-07~", "2021-07-01", "2021-07-31"),
        ("2021-05/..", "2021-05-01", None),
    ]
    assert [each.approximate for each in found.events] == [True, False]
    assert found.events[0].sources[0].publisher == "Ekho Moskvy"


def test_the_schema_that_is_shipped_is_the_schema() -> None:
    shipped = Path(backstory.__file__).parent / "theme" / "schemas" / SCHEMA
    assert json.loads(shipped.read_text("utf-8")) == schema()


@pytest.mark.parametrize("words", HOSTILE)
def test_json_says_hostile_words_again(words: str) -> None:
    found = msgspec.json.decode(timeline_json(hostile(words)), type=TimelineShape)
    assert [(each.title, each.text) for each in found.events] == [(clean(words), clean(words)), ("After", "")]


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2021", {"year": 2021}, None),
        ("2021-07", {"year": 2021, "month": 7}, None),
        ("2021-08-03", {"year": 2021, "month": 8, "day": 3}, None),
        ("2021-08-03T14:30", {"year": 2021, "month": 8, "day": 3, "hour": 14, "minute": 30}, None),
        ("2021-05/2021-07", {"year": 2021, "month": 5}, {"year": 2021, "month": 7}),
        ("2021-22", {"year": 2021, "month": 6}, {"year": 2021, "month": 8}),
        ("../2021-07", {"year": 2021, "month": 7}, None),
        ("-0044", {"year": -45}, None),
        ("0000-03", {"year": -1, "month": 3}, None),
        ("0001", {"year": 1}, None),
    ],
)
def test_timelinejs_dates(date: str, start: dict[str, int], end: dict[str, int] | None) -> None:
    [slide] = json.loads(timelinejs_json(timeline(event(date))))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)
    assert slide["display_date"] == f"in words: {date}"


def test_timelinejs_leaves_out_what_has_no_day() -> None:
    assert json.loads(timelinejs_json(timeline(event("{..1700,1800..}"))))["events"] == []


def test_timelinejs_texts_are_html() -> None:
    made = event("2021", "1 < 2", text="plain", html="<em>told</em>", url="https://e.example/#e1", sources=(SOURCE,))
    [slide] = json.loads(timelinejs_json(timeline(made)))["events"]
    assert slide["text"] == {
        "headline": '<a href="https://e.example/#e1">1 &lt; 2</a>',
        "text": '<p><em>told</em></p><p class="sources"><a href="https://ekho.example/1">Ekho Moskvy</a></p>',
    }


@pytest.mark.parametrize("words", HOSTILE)
def test_timelinejs_makes_no_markup_of_words(words: str) -> None:
    found = json.loads(timelinejs_json(hostile(words)))
    headline = found["events"][0]["text"]["headline"]
    shown = html5lib.parseFragment(headline, container="div", namespaceHTMLElements=False)
    assert list(shown) == []
    assert len(found["events"]) == 2


def test_table_has_all_columns() -> None:
    made = event("2021-05/2021-07", places=("Minsk", "Vilnius"), topics=("Law", "Diplomacy"), sources=(SOURCE,))
    [row] = rows(timeline(made))
    told = {name: value for name, value in row.items() if value}
    assert tuple(row) == COLUMNS
    assert told == {
        "Year": "2021", "Month": "5", "End Year": "2021", "End Month": "7",
        "Display Date": "in words: 2021-05/2021-07", "Headline": "Title", "Group": "Law",
        "EDTF": "2021-05/2021-07", "Places": "Minsk; Vilnius", "Topics": "Law; Diplomacy",
        "Sources": "Ekho Moskvy, An interview, 2021-08-03 (https://ekho.example/1)", "ID": "e1",
    }  # fmt: skip


def test_table_has_the_time_of_day() -> None:
    [row] = rows(timeline(event("2021-08-03T09:05")))
    assert (row["Day"], row["Time"], row["End Year"]) == ("3", "09:05", "")


@pytest.mark.parametrize("words", HOSTILE)
def test_table_says_hostile_words_again(words: str) -> None:
    first, after = rows(hostile(words))
    assert first["Headline"].removeprefix("'") == clean(words)
    assert after["Headline"] == "After"


@pytest.mark.parametrize(
    "words", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\uff1d1", "-0044-03-15", "=cmd|' /C calc'!A0"]
)
def test_no_cell_is_a_formula(words: str) -> None:
    [row] = rows(timeline(event("2021", words)))
    assert row["Headline"].startswith("'")


def test_years_before_the_first_stay_numbers() -> None:
    [row] = rows(timeline(event("-0044-03-15")))
    assert (row["Year"], row["EDTF"]) == ("-45", "'-0044-03-15")


@pytest.mark.parametrize("write", [timeline_json, timelinejs_json, csv])
def test_an_empty_timeline_can_be_written(write: Any) -> None:
    assert write(timeline()) == write(timeline())
