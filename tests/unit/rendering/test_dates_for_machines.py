"""Dates in other people's formats, wherever the machine stands."""

import time

import pytest

from backstory.reading.dates import parse
from backstory.rendering.dates import html_datetime, iso_day, rfc822, rfc3339, show

# text, HTML's datetime, the one day
VALUES = [
    ("2021", "2021", None),
    ("2021-08", "2021-08", None),
    ("2021-08-03", "2021-08-03", "2021-08-03"),
    ("2021-08-03T14:30", "2021-08-03T14:30:00", "2021-08-03"),
    ("2021-08-03T14:30Z", "2021-08-03T14:30:00Z", "2021-08-03"),
    ("2021-08-03T23:30-04", "2021-08-03T23:30:00-04:00", "2021-08-03"),
    ("2021-08-03T14:30+05:30", "2021-08-03T14:30:00+05:30", "2021-08-03"),
    ("0044", "0044", None),
    ("0000", None, None),
    ("0000-02-29", None, "0000-02-29"),
    ("-0044-03-15", None, None),
    ("Y12345", "12345", None),
    ("Y17E7", None, None),
    ("2021-08-03~", None, None),
    ("2021-08?", None, None),
    ("2004?-06-11", None, None),
    ("198X", None, None),
    ("2021-07-XX", None, None),
    ("1950S2", None, None),
    ("2021-22", None, None),
    ("2021-08-02/2021-08-03", None, None),
    ("2021-08-03/2021-08-03", None, None),
    ("2021-05/..", None, None),
    ("[2021,2022]", None, None),
]
# text, for Atom and JSON feeds, for RSS
MOMENTS = [
    ("2021-08-03", "2021-08-03T00:00:00Z", "Tue, 03 Aug 2021 00:00:00 +0000"),
    ("2021-08", "2021-08-01T00:00:00Z", "Sun, 01 Aug 2021 00:00:00 +0000"),
    ("2021", "2021-01-01T00:00:00Z", "Fri, 01 Jan 2021 00:00:00 +0000"),
    ("2021-08-03T14:30", "2021-08-03T14:30:00Z", "Tue, 03 Aug 2021 14:30:00 +0000"),
    ("2021-08-03T14:30:05Z", "2021-08-03T14:30:05Z", "Tue, 03 Aug 2021 14:30:05 +0000"),
    ("2021-08-03T14:30-04", "2021-08-03T14:30:00-04:00", "Tue, 03 Aug 2021 14:30:00 -0400"),
    ("2021-08-02/2021-08-03", "2021-08-02T00:00:00Z", "Mon, 02 Aug 2021 00:00:00 +0000"),
    ("../2021-07", "2021-07-31T00:00:00Z", "Sat, 31 Jul 2021 00:00:00 +0000"),
    ("-0044", "0001-01-01T00:00:00Z", "Mon, 01 Jan 0001 00:00:00 +0000"),
    ("Y12345", "9999-12-31T00:00:00Z", "Fri, 31 Dec 9999 00:00:00 +0000"),
]


@pytest.mark.parametrize(("text", "html", "day"), VALUES)
def test_values(text: str, html: str | None, day: str | None) -> None:
    assert (html_datetime(parse(text)), iso_day(parse(text))) == (html, day)


@pytest.mark.parametrize(("text", "atom", "rss"), MOMENTS)
def test_moments(text: str, atom: str, rss: str) -> None:
    assert (rfc3339(parse(text)), rfc822(parse(text))) == (atom, rss)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_no_zone_of_the_machine_shifts_a_day(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    date = parse("2021-08-03")
    assert [html_datetime(date), iso_day(date)] == ["2021-08-03"] * 2
    assert rfc3339(date) == "2021-08-03T00:00:00Z"
    assert rfc822(date) == "Tue, 03 Aug 2021 00:00:00 +0000"
    assert show(parse("2021-08-03T00:10-04"), "en") == "3 August 2021, 00:10 (UTC−4)"
    monkeypatch.undo()
    time.tzset()
