"""Which kind a file is, what is published on a day, and what is said of a file that can't be read."""

import pytest
from tests.worlds import SETTINGS, World, article, asked, noted

from backstory.engine.engine import Engine
from backstory.engine.keys import Answer
from backstory.files.inputs import today
from backstory.library.documents import document, kind_of, published, published_paths

PATH = "content/articles/a.md"


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/articles/a.md", "article"),
        ("content/articles/2021/a.md", "article"),
        ("content/_posts/a.md", "article"),
        ("content/blog/a.md", "article"),
        ("content/timelines/a.md", "timeline"),
        ("content/people/a.md", "person"),
        ("content/figures/a.md", "figure"),
        ("content/pages/a.md", "page"),
        ("content/anything/a.md", "page"),
        ("content/a.md", "page"),
        ("content/articles.md", "page"),
    ],
)
def test_the_folder_says_the_kind(path: str, kind: str) -> None:
    assert kind_of(path, "content") == kind


@pytest.mark.parametrize(
    ("header", "day", "out"),
    [
        ("", "2021-08-03", True),
        ("draft: true", "2021-08-03", False),
        ("status: draft", "2021-08-03", False),
        ("publish_at: 2021-08-03", "2021-08-02", False),
        ("publish_at: 2021-08-03", "2021-08-03", True),
        ("expires: 2021-08-03", "2021-08-02", True),
        ("expires: 2021-08-03", "2021-08-03", False),
        ("publish_at: 2021-08-01\nexpires: 2021-08-05", "2021-08-03", True),
    ],
)
def test_a_document_is_out_on(header: str, day: str, out: bool) -> None:
    world = World({PATH: article(header)}, today=day)
    assert world.engine().ask(published, PATH) is out


def test_drafts_come_out_when_they_are_asked_for() -> None:
    assert asked({PATH: article("draft: true")}, published, PATH, drafts="yes")


def test_the_day_is_that_of_the_settings_zone() -> None:
    settings = SETTINGS + 'timezone = "Europe/Vilnius"\n'
    world = World({"pyproject.toml": settings, PATH: article("publish_at: 2021-08-03")})
    days = {"Europe/Vilnius": "2021-08-03"}
    engine = Engine(world.answers() | {today: Answer(lambda zone: days.get(zone, "2021-08-02"))})
    assert engine.ask(published, PATH)


def test_only_markdown_is_a_document() -> None:
    files = {PATH: article(), "content/b.markdown": article(), "content/c.txt": "x", "content/d.md.svg": "x"}
    assert asked(files, published_paths) == (PATH, "content/b.markdown")


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("title: A\ndate: 2021-08-03", []),
        ("title: A", ["header/missing-date"]),
        ("title: A\ndate: soon", ["header/bad-date"]),
        ("title: A\ndraft: true", []),
    ],
)
def test_a_story_needs_a_date_and_is_told_so_once(header: str, expected: list[str]) -> None:
    assert noted({PATH: f"---\n{header}\n---\n"}, document, PATH) == expected


def test_a_draft_holds_nothing_up() -> None:
    world = World({PATH: article("draft: true\nform: nonsense")})
    engine = world.engine()
    engine.ask(document, PATH)
    assert [(note.code, note.severity) for note in engine.notes()] == [("header/bad-choice", "warning")]


def test_a_file_that_is_gone_is_said_to_be_and_nothing_else() -> None:
    assert noted({}, document, PATH) == ["file/vanished"]
