"""Dates in other people's formats, wherever the machine stands."""

import json
import time

import pytest
from tests.worlds import article, pages

from backstory.reading.dates import parse
from backstory.rendering.dates import html_datetime, iso_day, show

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
@pytest.mark.parametrize(("text", "html", "day"), VALUES)
def test_values(text: str, html: str | None, day: str | None) -> None:
    assert (html_datetime(parse(text)), iso_day(parse(text))) == (html, day)


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_no_zone_of_the_machine_shifts_a_day(zone: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", zone)
    time.tzset()
    date = parse("2021-08-03")
    assert [html_datetime(date), iso_day(date)] == ["2021-08-03"] * 2
    assert show(parse("2021-08-03T00:10-04"), "en") == "3 August 2021, 00:10 (UTC−4)"
    monkeypatch.undo()
    time.tzset()


SITE = {
    "pyproject.toml": '[tool.backstory]\ntitle = "T"\nbase_url = "https://t.example"\n',
    "content/articles/a.md": article("updated: 2021-08-03T00:10:00-04:00", "It [began](event:2021-08-03).\n"),
}


def test_a_site_is_the_same_under_every_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    built = []
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles", "UTC"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        built.append(pages(SITE))
    monkeypatch.undo()
    time.tzset()
    assert built[0] == built[1] == built[2]
    assert '<time datetime="2021-08-03">3 August 2021</time>' in built[0]["articles/a/index.html"]
    assert "2021-08-02" not in "".join(built[0].values())
    assert "DTSTART;VALUE=DATE:20210803" in built[0]["timeline/timeline.ics"]


# a story's date, the site's zone, what feeds and search engines read
@pytest.mark.parametrize(
    ("date", "zone", "told"),
    [
        ("2021-08-03T14:30:00+03:00", "UTC", "2021-08-03T14:30:00+03:00"),
        ("2021-08-03T14:30", "Europe/Vilnius", "2021-08-03T14:30:00+03:00"),
        ("2021-01-03T14:30", "Europe/Vilnius", "2021-01-03T14:30:00+02:00"),
        ("2021-08-03 14:30:00", "UTC", "2021-08-03T14:30:00Z"),
        ("2021-08-03T23:30:00Z", "Europe/Vilnius", "2021-08-03T23:30:00Z"),
    ],
)
def test_a_story_s_time_reaches_feeds_and_search_engines(date: str, zone: str, told: str) -> None:
    site = f'{SITE["pyproject.toml"]}timezone = "{zone}"\n'
    text = f"---\ntitle: A\ndate: {date}\nupdated: {date[:10]}\n---\nText.\n"
    made = pages({"pyproject.toml": site, "content/articles/a.md": text})
    assert json.loads(made["feed.json"])["items"][0]["date_published"] == told
    assert f"<published>{told}</published>" in made["feed.xml"]
    assert f"<updated>{told}</updated>" in made["feed.xml"].partition("<entry>")[2]
    page = made["articles/a/index.html"]
    assert f'"datePublished":"{told}"' in page
    assert f'<meta property="article:published_time" content="{told}">' in page
