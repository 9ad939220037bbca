"""Events told in front matter and in words: each once, with every line that tells it, in order."""

import pytest
from tests.worlds import World, article, asked, clean, noted

from backstory.library.agreement import agreement
from backstory.library.events import Event, events
from backstory.library.timelines import events_of, inside, timeline_events
from backstory.reading.dates import parse

ENTRY = "topics: [border]\nevents:\n  - {id: start, date: 2021-08-03, title: It starts, about: [ann], sources: [s1]}"
FILES = {
    "content/articles/a.md": article(
        ENTRY, "It [started](event:2021-08-03){#start}. The end [came](event:2021-08-05).\n"
    ),
    "content/articles/b.md": article(
        "topics: [border]\ntags: [wire]", "See how it [began](event:2021-08-03){#start .major}.\n"
    ),
    "content/people/ann.md": "---\ntitle: Ann\n---\n",
    "content/topics/border.md": "---\ntitle: Border\n---\n",
    "content/pages/s.md": "---\ntitle: S\nsources:\n  - {id: s1, title: A report}\n---\n",
}


def told(files: dict[str, str] = FILES, lang: str = "en") -> dict[str, Event]:
    return {each.id: each for each in asked(files, events, lang)}


def test_an_event_told_twice_is_one() -> None:
    start = told()["start"]
    assert (start.title, start.home, start.major) == ("It starts", "content/articles/a.md", True)
    assert [(each.path, each.words, each.anchor) for each in start.told] == [
        ("content/articles/a.md", "started", "start"),
        ("content/articles/b.md", "began", "start"),
    ]
    assert start.about == ("content/people/ann.md",)
    assert start.topics == ("content/topics/border.md",)
    assert start.tags == ("wire",)


def test_words_alone_tell_an_event() -> None:
    found = next(each for each in told().values() if each.id != "start")
    assert (found.title, found.defined) == ("The end came.", False)
    assert found.id.startswith("a-")


def test_which_file_comes_first_makes_no_difference() -> None:
    swapped = FILES | {
        "content/articles/a.md": FILES["content/articles/b.md"],
        "content/articles/b.md": FILES["content/articles/a.md"],
    }
    first, second = told()["start"], told(swapped)["start"]
    assert (first.title, first.date, first.topics, first.major) == (
        second.title,
        second.date,
        second.topics,
        second.major,
    )
    assert second.home == "content/articles/b.md"


def test_the_topics_of_a_story_are_those_of_its_event_when_nobody_says_others() -> None:
    line = "---\ntitle: L\nevents:\n  - {id: start, date: 2021-08-03, title: It starts}\n---\n"
    files = {"content/timelines/l.md": line, "content/articles/b.md": FILES["content/articles/b.md"]}
    assert told(files)["start"].topics == ("border",)


def test_a_language_has_its_own_events() -> None:
    files = FILES | {"content/articles/c.md": article("lang: ru", "Это [началось](event:2021-08-03){#start}.\n")}
    assert [each.path for each in told(files, "ru")["start"].told] == ["content/articles/c.md"]
    assert len(told(files)["start"].told) == 2


def test_drafts_tell_nothing() -> None:
    assert told({"content/articles/a.md": article("draft: true", "It [began](event:2021).\n")}) == {}


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("It [was](event:2021-08-04){#start}.", ["event/dates-disagree"]),
        ('It [was](event:2021-08-04){#own about="nobody"}.', ["header/unknown-about"]),
        ('It [was](event:2021-08-04){#own place="Anywhere"}.', []),
        ("It [was](event:soon){#own}.", ["event/bad-date"]),
    ],
)
def test_what_is_wrong_with_a_telling_is_said(text: str, codes: list[str]) -> None:
    assert noted(FILES | {"content/articles/c.md": article(text=text)}, agreement, "en") == codes


def test_events_come_in_order_of_time() -> None:
    dates = ["2021-08-03", "2021-08", "2021", "../2020", "-0044", "2021-08-02/2021-08-04", "198X"]
    entries = "".join(f"  - {{date: {date}, title: T}}\n" for date in dates)
    found = asked({"content/timelines/l.md": f"---\ntitle: L\nevents:\n{entries}---\n"}, events, "en")
    assert [each.date.sort_key for each in found] == sorted(each.date.sort_key for each in found)
    assert found[0].date.text == "-0044"


SELECTED = [
    ("{topics: [border]}", ["start", "a-event"]),
    ("{about: [Ann]}", ["start"]),
    ("{tags: [wire]}", ["start"]),
    ("{topics: [border], from: 2021-08-04}", ["a-event"]),
    ("{to: 2021-08-03}", ["start"]),
    ("{topics: [other]}", []),
]


@pytest.mark.parametrize(("select", "expected"), SELECTED)
def test_a_timeline_selects(select: str, expected: list[str]) -> None:
    files = FILES | {"content/timelines/l.md": f"---\ntitle: L\nselect: {select}\n---\n"}
    found = asked(files, timeline_events, "content/timelines/l.md")
    assert len(found) == len(expected)
    assert all(each.id.startswith(start) for each, start in zip(found, expected, strict=True))


def test_a_timeline_that_selects_nothing_has_its_own_events() -> None:
    line = "---\ntitle: L\nevents:\n  - {id: own, date: 2020, title: Own}\n---\n"
    found = asked(FILES | {"content/timelines/l.md": line}, timeline_events, "content/timelines/l.md")
    assert [each.id for each in found] == ["own"]


def test_an_entity_knows_its_events() -> None:
    assert [each.id for each in asked(FILES, events_of, "en", "content/people/ann.md")] == ["start"]


@pytest.mark.parametrize(
    ("date", "start", "end", "expected"),
    [
        ("2021-08-03", "2021-08-03", "2021-08-03", True),
        ("2021-08-03", "2021-08-04", None, False),
        ("2021-08-03", None, "2021-08-02", False),
        ("2021-08", "2021-08-31", None, True),
        ("2021", "2021-06", "2021-06", True),
        ("2021-09/..", None, "2021-08", False),
        ("2021-09/..", "2030", None, True),
        ("../2021-05", "2021-06", None, False),
        ("../2021-05", None, "1900", True),
    ],
)
def test_a_date_could_fall_between(date: str, start: str | None, end: str | None, expected: bool) -> None:
    assert inside(parse(date), parse(start) if start else None, parse(end) if end else None) is expected


def test_putting_it_better_changes_no_address() -> None:
    entry = "topics: [border]\nevents:\n  - {{date: 2021-08-03, title: {}}}\n  - {{date: 2021-08-03, title: Another}}"
    text = "See. It [{}](event:2021-08-05) and [{}](event:2021-08-05) again.\n"
    before = {"content/articles/a.md": article(entry.format("It starts"), text.format("came", "went"))}
    after = {
        "content/articles/a.md": article(entry.format("The turning back begins"), text.format("arrived", "left us"))
    }
    assert (
        sorted(told(before))
        == sorted(told(after))
        == ["a-2021-08-03", "a-2021-08-03-2", "a-event-2021-08-05", "a-event-2021-08-05-2"]
    )


def test_an_id_that_an_editor_gave_stays_the_event_s_own() -> None:
    """A file's row without an id and a story's line with one are one event, which goes by the id given."""
    files = {
        "content/timelines/l.md": "---\ntitle: L\nevents: [e.csv]\n---\n",
        "content/timelines/e.csv": "date,title,sources\n2021-08-03,The guard turned back about 180 people,https://e.org/1\n",
        "content/articles/a.md": article(text="The guard [turned back 247 people](event:2021-08-03){#back}.\n"),
    }
    [found] = told(files).values()
    assert (found.id, found.title) == ("back", "The guard turned back about 180 people")
    assert found.also == ("e-2021-08-03",)
    assert found.homes == ("content/articles/a.md", "content/timelines/l.md")
    assert found.sources == ("e-org-1",)
    assert [(each.path, each.words) for each in found.told] == [("content/articles/a.md", "turned back 247 people")]
    assert [(each.path, each.words, each.against) for each in found.otherwise] == [
        ("content/articles/a.md", "247 people", "about 180 people")
    ]
    assert sorted(noted(files, agreement, "en")) == ["event/figures-disagree", "event/nearly-same"]
    assert [each.id for each in asked(files, timeline_events, "content/timelines/l.md")] == ["back"]


def test_a_file_that_two_timelines_name_is_told_once() -> None:
    line = "---\ntitle: {}\nevents: e.csv\n---\n"
    files = {
        "content/timelines/l.md": line.format("L"),
        "content/timelines/m.md": line.format("M"),
        "content/timelines/e.csv": "date,title\n2021-08-03,It starts\n2021-08-03,It goes on and on\n",
    }
    assert list(told(files)) == ["e-2021-08-03-2", "e-2021-08-03"]
    assert noted(files, agreement, "en") == []
    for name in ("l", "m"):
        assert len(asked(files, timeline_events, f"content/timelines/{name}.md")) == 2


def test_a_story_that_tells_an_event_in_its_header_only_is_named() -> None:
    files = {"content/articles/a.md": article("events:\n  - {date: 2021, title: It was}")}
    assert [(line.path, line.words, line.anchor) for each in told(files).values() for line in each.told] == [
        ("content/articles/a.md", "It was", "")
    ]


def test_a_fault_is_told_where_its_event_stands() -> None:
    """Entries before it that are left out, and names of files, have their places in the list too."""
    events = "events:\n  - soon.csv\n  - {date: never, title: B}\n  - {date: 2021-08-03, title: A, sources: nope}\n"
    files = {
        "content/timelines/t.md": f"---\ntitle: T\n{events}---\n",
        "content/timelines/soon.csv": "date,title\n2021,C\n",
    }
    notes = clean(World(files))[1]
    assert [str(note.place) for note in notes if note.code == "source/unknown"] == ["content/timelines/t.md:6:43"]
