"""Events in any order of files are the same events in the same order, and no time zone moves a day."""

import os
import random
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tests.worlds import asked

from backstory.library.events import events
from backstory.library.merging import Event, merged, order
from backstory.library.sameness import groups
from backstory.reading.dates import parse

DATES = ("2021-08-03", "2021-08-03T14:30", "2021-08", "2021", "../2021-08-03", "2021-08-03/..", "-0044", "2021-08-03~")
WORDS = (
    "Border guards begin turning people back", "Border guards began turning people back at the border",
    "Guards turn back 180 people", "Guards turned back 247 people", "The Seimas clears the fence", "It began",
)  # fmt: skip
TOLD = some.tuples(some.sampled_from(DATES), some.sampled_from(WORDS), some.sampled_from(("", "x", "y")))


def page(told: list[tuple[str, str, str]]) -> str:
    entries = "".join(f'  - {{date: "{date}", title: "{words}", id: "{id}"}}\n' for date, words, id in told)
    return (
        f"---\ntitle: T\ndate: 2021-09-01\nevents:\n{entries}---\n"
        if told
        else "---\ntitle: T\ndate: 2021-09-01\n---\n"
    )


@settings(max_examples=40, deadline=None)
@given(some.lists(some.lists(TOLD, max_size=4), min_size=1, max_size=4), some.randoms(use_true_random=False))
def test_events_do_not_depend_on_the_order_of_files(
    told: list[list[tuple[str, str, str]]], chance: random.Random
) -> None:
    """Files written in another order, under the same names, give the same events; every order is the total one."""
    files = [(f"content/articles/{n}.md", page(each)) for n, each in enumerate(told)]
    first = asked(dict(files), events, "en")
    chance.shuffle(files)
    assert asked(dict(files), events, "en") == first
    assert list(first) == sorted(first, key=order)
    keys = [order(each) for each in first]
    assert len(set(keys)) == len(keys)


@settings(max_examples=60, deadline=None)
@given(some.lists(TOLD, min_size=1, max_size=8), some.randoms(use_true_random=False))
def test_which_tellings_are_one_does_not_depend_on_their_order(
    told: list[tuple[str, str, str]], chance: random.Random
) -> None:
    from backstory.library.events import teller

    every = [
        (n, Event(id or f"e{n}", "en", parse(date), words, f"p{n}", homes=(f"p{n}",)))
        for n, (date, words, id) in enumerate(told)
    ]
    first = groups([teller(0, each) for _, each in every])
    chance.shuffle(every)
    assert groups([teller(0, each) for _, each in every]) == first


@settings(max_examples=60, deadline=None)
@given(some.lists(TOLD, min_size=1, max_size=5))
def test_a_merged_event_keeps_every_source_and_every_line(told: list[tuple[str, str, str]]) -> None:
    every = [
        Event(f"e{n}", "en", parse(date), words, f"p{n}", sources=(f"s{n}",), homes=(f"p{n}",))
        for n, (date, words, _) in enumerate(told)
    ]
    one = merged(every)
    assert set(one.sources) == {f"s{n}" for n in range(len(told))}
    assert one.homes == tuple(sorted(f"p{n}" for n in range(len(told))))
    assert {one.id, *one.also} == {each.id for each in every}


CODE = """
from backstory.reading.eventfiles import read_event_file
lines = ["DTSTART;VALUE=DATE:20210803", "DTSTART:20210803T003000", "DTSTART:20210803T233000Z",
         "DTSTART;TZID=America/Los_Angeles:20210803T233000", "DTSTART;TZID=Pacific/Kiritimati:20210803T003000",
         "DTSTART;TZID=Eastern Standard Time:20210803T233000"]
body = "".join(f"BEGIN:VEVENT\\r\\nUID:{n}\\r\\n{line}\\r\\nSUMMARY:A {n}\\r\\nEND:VEVENT\\r\\n" for n, line in enumerate(lines))
data = f"BEGIN:VCALENDAR\\r\\nVERSION:2.0\\r\\nPRODID:x\\r\\n{body}END:VCALENDAR\\r\\n".encode()
found = read_event_file(data, "e.ics", "en").events
table = read_event_file(b"Year,Month,Day,Time,Headline\\n2021,8,3,00:30,A\\n", "e.csv", "en").events
print(*(each.entry.date.text for each in (*found, *table)))
from backstory.rendering.formats.calendars import icalendar
from backstory.rendering.formats.exports import ExportEvent, ExportTimeline
every = tuple(ExportEvent(f"e{n}", each.entry.date, "d", "t") for n, each in enumerate(found))
print([line for line in icalendar(ExportTimeline("", "", "en", every)).decode().split("\\r\\n") if "DTSTART" in line])
"""


@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles", "UTC"])
def test_no_zone_of_the_machine_moves_a_day(zone: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", CODE], env={**os.environ, "TZ": zone}, capture_output=True, text=True, check=True
    )
    dates, days = done.stdout.strip().split("\n")
    assert dates.split() == [
        "2021-08-03", "2021-08-03T00:30:00", "2021-08-03T23:30:00Z", "2021-08-03T23:30:00-07:00",
        "2021-08-03T00:30:00+14:00", "2021-08-03T23:30:00-04:00", "2021-08-03T00:30:00",
    ]  # fmt: skip
    assert days.count("20210803") == 6
