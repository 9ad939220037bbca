"""Files of events: tables, JSON and calendars as other tools write them, with all their oddities."""

import json

import pytest

from backstory.reading.eventfiles import EventFile, read_event_file
from backstory.reading.front.headers import EventEntry, Media

THEIRS = (
    "Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,Media Credit,"
    "Media Caption,Media Thumbnail,Type,Group,Background\n"
)


def read(text: str | bytes, name: str = "e.csv", lang: str = "en") -> EventFile:
    return read_event_file(text.encode() if isinstance(text, str) else text, name, lang)


def entries(text: str | bytes, name: str = "e.csv", lang: str = "en") -> list[EventEntry]:
    found = read(text, name, lang)
    assert found.notes == ()
    return [each.entry for each in found.events]


def told(text: str | bytes, name: str = "e.csv", lang: str = "en") -> list[tuple[str, str]]:
    return [(each.date.text, each.title) for each in entries(text, name, lang)]


@pytest.mark.parametrize(
    ("row", "date"),
    [
        ("2021,,,,,,,,,A,,,,,,,,", "2021"),
        ("2021,8,,,,,,,,A,,,,,,,,", "2021-08"),
        ("2021,8,3,,,,,,,A,,,,,,,,", "2021-08-03"),
        ("2021,08,03,,2021,08,03,,,A,,,,,,,,", "2021-08-03"),
        ("2021,8,3,14:30,,,,,,A,,,,,,,,", "2021-08-03T14:30:00"),
        ("2021,8,3,2:30 pm,2021,8,3,4 pm,,A,,,,,,,,", "2021-08-03T14:30:00"),
        ("2021,5,,,2021,7,,,,A,,,,,,,,", "2021-05/2021-07"),
        ("2021,8,2,22:00,2021,8,3,02:00,,A,,,,,,,,", "2021-08-02/2021-08-03"),
        ("-44,3,15,,,,,,,A,,,,,,,,", "-0043-03-15"),
        ("-1,,,,,,,,,A,,,,,,,,", "0000"),
        ('"12,021",,,,,,,,,A,,,,,,,,', "Y12021"),
        ("2021.0,8.0,3.0,,,,,,,A,,,,,,,,", "2021-08-03"),
        ("2021-07~,,,,,,,,,A,,,,,,,,", "2021-07~"),
    ],
)
def test_timelinejs_columns_make_dates(row: str, date: str) -> None:
    assert told(THEIRS + row + "\n") == [(date, "A")]


def test_a_timelinejs_row_keeps_all_that_it_says() -> None:
    row = '2021,8,3,,,,,,in the summer,<b>It</b> starts,"<p>One <em>two</em></p><p onclick=x>Three<script>x</script></p>",https://e.org/a.jpg,AP,A <i>bridge</i>,,,Law,#fff\n'
    [entry] = entries(THEIRS + row)
    assert (entry.title, entry.text, entry.html) == ("It starts", "One two Three", "One <em>two</em><br>Three")
    assert (entry.media, entry.topics) == (Media("https://e.org/a.jpg", "A bridge", "AP"), ("Law",))
    assert (entry.note, entry.id) == ("in the summer", "e-2021-08-03")


@pytest.mark.parametrize("shown", ["3 August 2021", "August 3, 2021", "2021-08-03", ""])
def test_a_display_date_that_says_no_more_is_no_remark(shown: str) -> None:
    assert entries(THEIRS + f'2021,8,3,,,,,,"{shown}",A,,,,,,,,\n')[0].note == ""


def test_titles_are_left_out_and_eras_last() -> None:
    rows = "2020,,,,,,,,,The whole,,,,,,title,,\n2021,5,,,2021,7,,,,An era,,,,,,era,,\n"
    assert told(THEIRS + rows) == [("2021-05/2021-07", "An era")]


@pytest.mark.parametrize(
    "text",
    [
        "date,title\n2021-08-03,A\n",
        "\ufeffdate,title\r\n2021-08-03,A\r\n",
        "Date;Title\n2021-08-03;A\n",
        "DATE\tTITLE\n2021-08-03\tA\n",
        "sep=;\ndate;title\n2021-08-03;A\n",
        "\n\ndate,title\n\n2021-08-03,A\n,\n",
        "Start date,Headline,End date\n2021-08-03,A,\n",
        "edtf,what\n2021-08-03,A\n",
        "дата,событие\n2021-08-03,A\n",
        '"date","title"\n"2021-08-03","A"',
    ],
)
def test_plain_tables_however_they_are_written(text: str) -> None:
    assert told(text) == [("2021-08-03", "A")]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le"])
def test_encodings_that_are_read_in_silence(encoding: str) -> None:
    assert told("date,title\n2021-08-03,Началось\n".encode(encoding)) == [("2021-08-03", "Началось")]


@pytest.mark.parametrize(
    ("lang", "page", "words"), [("ru", "cp1251", "Началось"), ("lt", "cp1257", "Ąžuolas"), ("fr", "cp1252", "Élu")]
)
def test_old_code_pages_are_read_with_a_warning(lang: str, page: str, words: str) -> None:
    found = read(f"date,title\n2021-08-03,{words}\n".encode(page), lang=lang)
    assert [each.entry.title for each in found.events] == [words]
    assert [(note.code, note.severity, note.place.line) for note in found.notes] == [("file/not-utf-8", "warning", 2)]


def test_a_plain_table_can_say_all() -> None:
    text = (
        "date,end,title,text,id,places,about,topics,source,note,major,same as\n"
        '2021-08-02,2021-08-03,A,"With *stress*",a1,"Minsk; Vilnius",Ann,Law,"Ekho, Words, 2021-08-03 (https://e.org/1); s2",Hm,yes,b1\n'
    )
    [entry] = entries(text)
    assert (entry.date.text, entry.text, entry.html, entry.id) == ("2021-08-02/2021-08-03", "With *stress*", "", "a1")
    assert (entry.places, entry.about, entry.topics) == (("Minsk", "Vilnius"), ("Ann",), ("Law",))
    assert [(each.id, each.publisher, each.title, each.url) for each in entry.cited] == [
        ("", "Ekho", "Words", "https://e.org/1"),
        ("s2", "", "", ""),
    ]
    assert (entry.note, entry.major, entry.same_as) == ("Hm", True, ("b1",))


def test_a_cell_is_named_by_its_line_and_column() -> None:
    text = 'title,date,text\n"Two\nlines, really",2021,x\nB,"soon",y\n'
    [note] = read(text).notes
    assert (note.place.line, note.place.column, note.code) == (4, 3, "events/bad-date")


def test_the_same_fault_is_not_told_a_thousand_times() -> None:
    found = read("date,title\n" + "soon,A\n" * 1000 + "2021,B\n")
    assert len(found.notes) == 20
    assert "980 more" in found.notes[-1].sentence
    assert [each.entry.title for each in found.events] == ["B"]


def slide(**more: object) -> str:
    return json.dumps({"events": [{"start_date": {"year": 2021}, "text": {"headline": "A"}} | more]})


@pytest.mark.parametrize(
    ("start", "end", "date"),
    [
        ({"year": 2021}, None, "2021"),
        ({"year": "2021", "month": "8", "day": "03"}, None, "2021-08-03"),
        ({"year": 2021, "month": "", "day": None}, {"year": ""}, "2021"),
        ({"year": 2021, "month": 8, "day": 3, "hour": "14", "minute": 30}, None, "2021-08-03T14:30:00"),
        ({"year": 2021, "month": 8, "day": 3, "hour": 0, "minute": 0}, None, "2021-08-03"),
        ({"year": 2021, "month": 5}, {"year": 2021, "month": 7}, "2021-05/2021-07"),
        ({"year": -44}, None, "-0043"),
        ("2021-07~", None, "2021-07~"),
    ],
)
def test_timelinejs_dates_in_json(start: object, end: object, date: str) -> None:
    more = {"start_date": start} | ({"end_date": end} if end else {})
    assert told(slide(**more), "e.json") == [(date, "A")]


def test_a_slide_is_made_clean() -> None:
    text = slide(
        unique_id="a1", group="Law", display_date="that summer",
        text={"headline": "<a href='javascript:x'>A &amp; B</a>", "text": "x<img src=y onerror=z> <a href='/p'>q</a>"},
        media={"url": "https://e.org/v", "caption": "C", "credit": "D"},
    )  # fmt: skip
    [entry] = entries(text, "e.json")
    assert (entry.title, entry.id, entry.topics) == ("A & B", "a1", ("Law",))
    assert (entry.html, entry.note) == ('x <a rel="noopener noreferrer">q</a>', "that summer")
    assert entry.media == Media("https://e.org/v", "C", "D")


@pytest.mark.parametrize(
    "text",
    [
        '[{"date": "2021-08-03", "title": "A"}]',
        '{"events": [{"date": "2021-08-03", "title": "A"}]}',
        '\ufeff{"events": [{"date": "2021-08-03", "title": "A", "place": "Minsk", "sources": ["s1"]}]}',
        '{"title": {"text": {}}, "events": [], "eras": [{"start_date": {"year": 2021, "month": 8, "day": 3}, "text": {"headline": "A"}}]}',
    ],
)
def test_json_of_several_shapes(text: str) -> None:
    assert told(text, "e.json") == [("2021-08-03", "A")]


@pytest.mark.parametrize("text", ["", "{", "[" * 100000, "null", '"x"', '{"events": {}}', "\x00\x01", "{'a': 1}"])
@pytest.mark.parametrize("name", ["e.json", "e.csv", "e.ics", "e.tsv"])
def test_what_is_no_file_of_events_is_said_and_raises_nothing(text: str, name: str) -> None:
    found = read(text, name)
    assert found.events == ()
    assert found.notes
    assert {note.severity for note in found.notes} == {"warning"}


def calendar(*lines: str, head: str = "", summary: str = "SUMMARY:A") -> str:
    body = "\r\n".join(line for line in (*lines, summary) if line)
    return f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n{head}BEGIN:VEVENT\r\nUID:u1\r\n{body}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"


ZONE = (
    "BEGIN:VTIMEZONE\r\nTZID:Mine\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0300\r\n"
    "TZOFFSETTO:+0300\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n"
)


@pytest.mark.parametrize(
    ("lines", "date"),
    [
        (["DTSTART;VALUE=DATE:20210803"], "2021-08-03"),
        (["DTSTART;VALUE=DATE:20210803", "DTEND;VALUE=DATE:20210804"], "2021-08-03"),
        (["DTSTART;VALUE=DATE:20210802", "DTEND;VALUE=DATE:20210804"], "2021-08-02/2021-08-03"),
        (["DTSTART;VALUE=DATE:20210802", "DTEND;VALUE=DATE:20210802"], "2021-08-02"),
        (["DTSTART;VALUE=DATE:20210802", "DURATION:P2D"], "2021-08-02/2021-08-03"),
        (["DTSTART:20210803T143000"], "2021-08-03T14:30:00"),
        (["DTSTART:20210803T233000Z"], "2021-08-03T23:30:00Z"),
        (["DTSTART;TZID=America/New_York:20210803T233000"], "2021-08-03T23:30:00-04:00"),
        (["DTSTART;TZID=Pacific/Kiritimati:20210803T003000"], "2021-08-03T00:30:00+14:00"),
        (["DTSTART;TZID=Nowhere/Else:20210803T003000"], "2021-08-03T00:30:00"),
        (["DTSTART;TZID=Mine:20210803T003000"], "2021-08-03T00:30:00+03:00"),
        (["DTSTART:20210803T143000", "DURATION:PT2H"], "2021-08-03T14:30:00"),
        (["DTSTART:20210803T143000", "DTEND:20210804T000000"], "2021-08-03T14:30:00"),
        (["DTSTART:20210802T220000", "DTEND:20210803T020000"], "2021-08-02/2021-08-03"),
        (["DTSTART:20210803T143000", "DTEND:20210801T000000"], "2021-08-03T14:30:00"),
    ],
)
def test_days_of_a_calendar_are_those_it_writes(lines: list[str], date: str) -> None:
    assert told(calendar(*lines, head=ZONE), "e.ics") == [(date, "A")]


def test_a_calendar_event_keeps_all_that_it_says() -> None:
    text = calendar(
        "DTSTART;VALUE=DATE:20210803", "DESCRIPTION:One\\, two\\n three", "LOCATION:Vilnius\\, Lithuania",
        "CATEGORIES:Law,Courts", "URL:https://www.e.org/a", "SUMMARY;LANGUAGE=en:A lon", " ger title", summary="",
    )  # fmt: skip
    [entry] = entries(text, "e.ics")
    assert (entry.id, entry.title, entry.text) == ("u1", "A longer title", "One, two\n three")
    assert (entry.places, entry.topics) == (("Vilnius, Lithuania",), ("Law", "Courts"))
    assert [(each.publisher, each.url) for each in entry.cited] == [("e.org", "https://www.e.org/a")]


def test_junk_inside_a_calendar_costs_one_event_at_most() -> None:
    whole = calendar("DTSTART;VALUE=DATE:20210803").replace("END:VCALENDAR\r\n", "")
    text = (
        whole
        + "BEGIN:VEVENT\r\nthis is junk\r\nDTSTART;VALUE=DATE:20210804\r\nSUMMARY:B\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
    found = read(text, "e.ics")
    assert "A" in [each.entry.title for each in found.events]
    assert all(note.place.line >= 10 for note in found.notes)


def test_one_of_several_that_repeat_has_its_own_id() -> None:
    text = calendar("DTSTART;VALUE=DATE:20210803", "RECURRENCE-ID;VALUE=DATE:20210803")
    assert [each.id for each in entries(text, "e.ics")] == ["u1-2021-08-03"]


@pytest.mark.parametrize(
    "columns",
    [
        "Datum;Titel;Beschreibung;Ort", "Date;Titre;Texte;Lieu", "Data;Tytuł;Opis;Miejsce",
        "Data;Pavadinimas;Aprašymas;Vieta", "Дата;Событие;Описание;Место", "التاريخ;العنوان;الوصف;المكان",
        "تاریخ;رویداد;توضیح;مکان",
    ],
)  # fmt: skip
def test_columns_in_the_languages_of_newsrooms(columns: str) -> None:
    [entry] = entries(f"{columns}\n2021-08-03;A;B;C\n")
    assert (entry.date.text, entry.title, entry.text, entry.places) == ("2021-08-03", "A", "B", ("C",))


@pytest.mark.parametrize("column", ["url", "URL", "link", "source"])
def test_an_address_beside_an_event_is_its_source(column: str) -> None:
    [entry] = read(f"date,title,{column}\n2021-08-03,A,https://e.example/a\n").events[0].entry.cited
    assert (entry.publisher, entry.url) == ("e.example", "https://e.example/a")


def test_a_table_without_titles_is_told_once() -> None:
    found = read("date,was\n2021-08-03,A\n2021-08-04,B\n")
    assert found.events == ()
    assert [note.code for note in found.notes] == ["events/no-columns"]


def test_what_is_no_event_is_quoted_as_it_stands() -> None:
    found = read('[null, "a", true]', "e.json")
    assert [note.sentence for note in found.notes] == [
        '"null" is not an event.', '"a" is not an event.', '"true" is not an event.',
    ]  # fmt: skip
