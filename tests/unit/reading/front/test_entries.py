"""The maps and lists of maps in a header."""

import pytest

from backstory.reading.dates import parse
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import read_header
from backstory.reading.front.headers import (
    Dated,
    EventEntry,
    Kind,
    Point,
    RelatedChoice,
    Selection,
    Share,
)

AUGUST = parse("2021-08-03")
YEAR = parse("2021")

READ: dict[str, tuple[Kind, str, object]] = {
    "events:\n  - date: 2021-08-03\n    title: A\n    text: |\n      b\n      c\n    major: yes": (
        "article", "events", (EventEntry(date=AUGUST, title="A", text="b\nc", major=True, key="events[0]"),),
    ),
    "events: {date: 2021, title: A, place: Vilnius, topic: t, source: s, about: [p, q], note: n, id: i}": (
        "timeline", "events",
        (EventEntry(date=YEAR, title="A", places=("Vilnius",), topics=("t",), sources=("s",), about=("p", "q"),
                    note="n", id="i", key="events"),),
    ),
    "events: [{date: [2021, 2022], title: A}]": (
        "article", "events", (EventEntry(date=parse("[2021,2022]"), title="A", key="events[0]"),),
    ),
    "events: [{date: {2021, 2022}, title: A}, null]": (
        "article", "events", (EventEntry(date=parse("{2021,2022}"), title="A", key="events[0]"),),
    ),
    "events: [null, {2021-08-03: A b}]": (
        "article", "events", (EventEntry(date=AUGUST, title="A b", key="events[1]"),),
    ),
    "events:": ("article", "events", ()),
    "updates: [{date: 2021, text: a}, {date: 2021, what: b}]": (
        "article", "updates", (Dated(YEAR, "a"), Dated(YEAR, "b")),
    ),
    "corrections:\n  - 2021-08-03: a": ("article", "corrections", (Dated(AUGUST, "a"),)),
    "corrections: {date: 2021, note: a}": ("article", "corrections", (Dated(YEAR, "a"),)),
    "related: {pin: [a], hide: b}": ("article", "related", RelatedChoice(pin=("a",), hide=("b",))),
    "related: [a, b]": ("topic", "related", RelatedChoice(pin=("a", "b"))),
    "related:": ("article", "related", RelatedChoice()),
    "select:\n  topic: a\n  about: [b]\n  places: c\n  tags: d, e\n  from: 2021\n  to: 2021-08-03": (
        "timeline", "select",
        Selection(topics=("a",), about=("b",), places=("c",), tags=("d", "e"), start=YEAR, end=AUGUST),
    ),
    "select: {since: 2021}": ("timeline", "select", Selection(start=YEAR)),
    "series: [{date: 2021, value: '1,000'}, {date: 2021-08-03, value: 2, note: n}]": (
        "figure", "series", (Point(YEAR, 1000.0), Point(AUGUST, 2.0, "n")),
    ),
    "series: {2021: 8}": ("figure", "series", (Point(YEAR, 8.0),)),
    "series: [[2021, 8]]": ("figure", "series", (Point(YEAR, 8.0),)),
    "breakdown: [{label: Iraq, value: 0}, {key: Syria, value: 2}]": (
        "figure", "breakdown", (Share("Iraq", 0.0), Share("Syria", 2.0)),
    ),
    "breakdown: {Iraq: 2 797}": ("figure", "breakdown", (Share("Iraq", 2797.0),)),
}  # fmt: skip


@pytest.mark.parametrize(("header", "expected"), READ.items())
def test_entries_read_well(header: str, expected: tuple[Kind, str, object]) -> None:
    kind, field, value = expected
    front, notes = split(f"---\ntitle: T\n{header}\n---\n", "a.md")
    typed, more = read_header(kind, front, "a.md")
    assert notes + more == ()
    assert getattr(typed, field) == value
