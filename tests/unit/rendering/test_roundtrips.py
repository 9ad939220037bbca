"""What we write of a timeline, we can read again: every format gives the same events, and others' readers agree."""

import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import icalendar
import jsonschema
import pytest

from backstory.reading.dates import parse
from backstory.reading.eventfiles import read_event_file
from backstory.reading.front.headers import EventEntry, Media
from backstory.rendering.formats.calendars import icalendar as calendar
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline, timeline_json
from backstory.rendering.formats.sheets import csv
from backstory.rendering.formats.slides import timelinejs_json
from backstory.rendering.formats.timelineshape import schema

DATES = (
    "-0044-03-15", "0000", "0079-08-24?", "1905-01-09~", "198X", "2020-12-31/2021-01-01", "2021", "2021-07", "2021-07~",
    "2021-22", "2021-33", "2021-05/..", "../2021-07", "2021-05/", "2021-08-02/2021-08-03", "2021-08-03", "2021-08-08~",
    "2021-08-03T14:30:00", "2021-08-03T23:30:00Z", "2021-08-03T00:30:00+03:00", "2021-08-XX", "[2021-07,2021-08]",
)  # fmt: skip
SOURCES = (
    ExportSource("Ekho Moskvy", "An interview, in full", "https://ekho.example/1?a=b;c", "2021-08-03", "ekho"),
    ExportSource("LRT", "News", "https://lrt.example/2", "", "lrt"),
)


def made(n: int, text: str) -> ExportEvent:
    when = parse(text)
    return ExportEvent(
        id=f"e{n}", date=when, display_date=f"in words: {text}", title=f'The "{n}"; a, b & <c>', text="One & two; three",
        html="One &amp; <em>two</em>; three", url=f"https://e.example/t/#event-e{n}", places=("Minsk", "Usnarz Górny"),
        topics=("Law and rights",), about=("Ann",), sources=SOURCES, major=n % 2 == 0, note="A remark",
        media=(Media("https://e.example/a.jpg", "A bridge", "AP"),),
    )  # fmt: skip


WHOLE = ExportTimeline("A line", "https://e.example/t/", "en", tuple(made(n, text) for n, text in enumerate(DATES)))


def read(data: bytes, name: str) -> dict[str, EventEntry]:
    found = read_event_file(data, name, "en")
    assert found.notes == ()
    return {each.entry.id: each.entry for each in found.events}


@pytest.mark.parametrize(
    ("write", "name"),
    [
        (timeline_json, "timeline.json"),
        (timelinejs_json, "timelinejs.json"),
        (csv, "timeline.csv"),
        (calendar, "t.ics"),
    ],
)
def test_every_export_is_read_again(write: Callable[[ExportTimeline], bytes], name: str) -> None:
    found = read(write(WHOLE), name)
    known = {each.id: each for each in WHOLE.events}
    days = [each.id for each in WHOLE.events if b"BEGIN:VEVENT" in calendar(ExportTimeline("", "", "en", (each,)))]
    assert list(found) == (days if name.endswith("ics") else list(known))
    for id, entry in found.items():
        event = known[id]
        assert (entry.date.text, entry.title, entry.major, entry.note) == (
            event.date.text, event.title, event.major, "A remark",
        )  # fmt: skip
        assert (entry.places, entry.topics, entry.about) == (event.places, event.topics, event.about)
        told = [(each.id, each.url, each.date.text if each.date else "") for each in entry.cited]
        assert told == [(each.id, each.url, each.date) for each in SOURCES]
        assert entry.text == event.text
        assert entry.html in ("", event.html)
        assert entry.media == event.media[0] or name.endswith(".csv")


def test_json_is_valid_by_its_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())
    jsonschema.validate(json.loads(timeline_json(WHOLE)), schema(), cls=jsonschema.Draft202012Validator)


def events_of(data: bytes) -> list[icalendar.Event]:
    whole = icalendar.Calendar.from_ical(data)
    assert all(not each.errors for each in whole.walk())
    return [each for each in whole.walk("VEVENT") if isinstance(each, icalendar.Event)]


def test_a_calendar_is_read_by_others() -> None:
    data = calendar(WHOLE)
    assert max(len(line) for line in data.split(b"\r\n")) <= 75
    found = {str(each["UID"]): each for each in events_of(data)}
    starts = {uid.partition("@")[0]: each["DTSTART"].dt for uid, each in found.items()}
    assert {each.date.text: starts[each.id] for each in WHOLE.events if each.id in starts} == {
        "0079-08-24?": date(79, 8, 24),
        "1905-01-09~": date(1905, 1, 9),
        "2020-12-31/2021-01-01": date(2020, 12, 31),
        "2021-08-02/2021-08-03": date(2021, 8, 2),
        "2021-08-03": date(2021, 8, 3),
        "2021-08-08~": date(2021, 8, 8),
        "2021-08-03T14:30:00": datetime(2021, 8, 3, 14, 30),
        "2021-08-03T23:30:00Z": datetime(2021, 8, 3, 23, 30, tzinfo=UTC),
        "2021-08-03T00:30:00+03:00": datetime(2021, 8, 3, 0, 30, tzinfo=timezone(timedelta(hours=3))),
    }
    assert str(next(iter(found.values()))["SUMMARY"]) == 'The "2"; a, b & <c>'


@pytest.mark.parametrize("text", [each for each in DATES if "T" not in each])
def test_an_all_day_event_ends_on_the_day_after_its_last(text: str) -> None:
    for each in events_of(calendar(ExportTimeline("", "", "en", (made(1, text),)))):
        assert each["DTEND"].dt - timedelta(days=1) == date(*(parse(text).latest or (1, 1, 1)))
        assert each["DTSTAMP"].dt.date() == each["DTSTART"].dt


def test_a_calendar_that_somebody_moved_counts_as_moved() -> None:
    data = calendar(ExportTimeline("", "", "en", (made(1, "2021-08-08~"),)))
    moved = data.replace(b"DTSTART;VALUE=DATE:20210808", b"DTSTART;VALUE=DATE:20210801")
    assert [each.date.text for each in read(moved, "t.ics").values()] == ["2021-08-01/2021-08-08"]
