"""A timeline's calendar can be read by the rules of RFC 5545."""

import re

import pytest
from tests.hostile import HOSTILE

from backstory.reading.dates import parse
from backstory.rendering.formats.calendars import icalendar
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline
from backstory.rendering.templating.escaping import clean

LINE = re.compile(r"([A-Z-]+)((?:;[A-Z-]+=[^:;]*)*):(.*)", re.DOTALL)


def timeline(*events: ExportEvent, url: str = "https://e.example/t/", title: str = "2021") -> ExportTimeline:
    return ExportTimeline(title, url, "en", events)


def event(date: str, **more: str) -> ExportEvent:
    return ExportEvent("e1", parse(date), f"in words: {date}", more.pop("title", "Title"), **more)  # type: ignore[arg-type]


def lines(data: bytes) -> list[tuple[str, str]]:
    """Read a calendar's lines: unfolded, as names and raw values."""
    assert data.endswith(b"\r\n")
    assert b"\r\n\r\n" not in data
    unfolded = data.replace(b"\r\n ", b"").decode("utf-8")
    found = [LINE.fullmatch(line) for line in unfolded.removesuffix("\r\n").split("\r\n")]
    assert all(found)
    return [(each[1], each[3]) for each in found if each]


def text(value: str) -> str:
    """Read a value of type TEXT."""
    assert not re.search(r"(?<!\\)(?:\\\\)*[;,]", value)
    return re.sub(r"\\(.)", lambda match: "\n" if match[1] in "nN" else match[1], value)


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("2021-08-03", "20210803", "20210804"),
        ("2021-08-31", "20210831", "20210901"),
        ("2021-08-02/2021-08-03", "20210802", "20210804"),
        ("2021-12-31/2022-01-01", "20211231", "20220102"),
        ("0001-01-01", "00010101", "00010102"),
    ],
)
def test_days_are_all_day_events(date: str, start: str, end: str) -> None:
    found = dict(lines(icalendar(timeline(event(date)))))
    assert (found["DTSTART"], found["DTEND"], found["DTSTAMP"]) == (start, end, f"{start}T000000Z")
    assert (found["UID"], found["STATUS"]) == ("e1@e.example", "CONFIRMED")


@pytest.mark.parametrize(
    "date",
    ["2021", "2021-07", "2021-22", "2021-08-XX", "2021-08-XX/2021-09-03", "2021-07/2021-09-03", "2021-08-03/..",
     "../2021-08-03", "2021-08-03/", "-0044-03-15", "0000-01-01", "9999-12-31", "[2021-08-03,2021-08-04]"],
)  # fmt: skip
def test_what_is_not_made_of_days_is_left_out(date: str) -> None:
    assert "BEGIN:VEVENT" not in icalendar(timeline(event(date))).decode()


@pytest.mark.parametrize("date", ["2021-08-08~", "2021-08-08?"])
def test_a_doubtful_day_is_tentative_and_says_so(date: str) -> None:
    found = dict(lines(icalendar(timeline(event(date)))))
    assert (found["STATUS"], text(found["DESCRIPTION"])) == ("TENTATIVE", f"in words: {date}")


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_come_back(words: str) -> None:
    odd = ExportEvent(
        id=words, date=parse("2021-08-03"), display_date=words, title=words, text=words, url=f"https://e.example/{words}",
        places=(words,), topics=(words,), sources=(ExportSource(words, words, words, words),),
    )  # fmt: skip
    data = icalendar(timeline(odd, event("2021-08-04"), title=words))
    found = lines(data)
    names = [name for name, _ in found]
    assert (names.count("BEGIN"), names.count("END")) == (3, 3)
    summaries = [text(value) for name, value in found if name == "SUMMARY"]
    assert (["", *summaries])[-2] == re.sub(r"[\x7f-\x9f\u2028\u2029]", " ", clean(words)).replace("\t", " ")


@pytest.mark.parametrize("words", HOSTILE)
def test_no_line_is_too_long_or_cut_inside_a_character(words: str) -> None:
    data = icalendar(timeline(event("2021-08-03", text=words * 9, title=words)))
    for line in data.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")


def test_relative_addresses_are_left_out() -> None:
    data = icalendar(timeline(event("2021-08-03", url="/t/#e1"), url="/t/"))
    found = dict(lines(data))
    assert "URL" not in found
    assert found["UID"] == "e1@backstory"
