"""The builder: what a build comes to, what it plans, and why a page was made."""

from pathlib import Path

import pytest
from tests.worlds import SETTINGS, World, article, asked, noted, pages

from backstory.building.builder import Builder
from backstory.building.plan import Maker, plan
from backstory.engine.keys import Noting, Query, Read

STORY = "content/articles/a.md"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    put(tmp_path, {"pyproject.toml": SETTINGS, STORY: article(), "content/map.svg": "<svg/>"})
    return tmp_path


def put(root: Path, files: dict[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_a_build_counts_what_it_did(root: Path) -> None:
    made = Builder(root).build()
    assert (made.errors, made.warnings) == (0, 0)
    assert made.pages == sum(path.endswith(".html") for path in made.outputs)
    assert made.outputs["map.svg"].copy_of == "content/map.svg"
    assert list(made.outputs) == sorted(made.outputs)


def test_a_second_build_does_nothing(root: Path) -> None:
    builder = Builder(root)
    first, second = builder.build(), builder.build()
    assert first.runs > 0
    assert second.runs == 0
    assert second.outputs == first.outputs


def test_a_change_is_seen(root: Path) -> None:
    builder = Builder(root)
    builder.build()
    put(root, {STORY: article(text="Other words, and more of them.\n")})
    made = builder.build()
    assert b"Other words" in made.outputs["articles/a/index.html"].contents()
    assert 0 < made.runs < made.queries / 2


def test_a_build_writes_nothing(root: Path) -> None:
    before = sorted(root.rglob("*"))
    Builder(root).build()
    assert sorted(root.rglob("*")) == before


def test_drafts_dates_and_portable_links_are_chosen(root: Path) -> None:
    put(
        root,
        {"content/articles/d.md": article("draft: true"), "content/articles/l.md": article("publish_at: 2030-01-01")},
    )
    assert "articles/d/index.html" not in Builder(root, date="2026-01-01").build().outputs
    assert "articles/d/index.html" in Builder(root, drafts=True, date="2026-01-01").build().outputs
    assert "articles/l/index.html" in Builder(root, date="2030-01-01").build().outputs
    assert (
        b'href="../../index.html"' in Builder(root, portable=True).build().outputs["articles/a/index.html"].contents()
    )


@pytest.mark.parametrize("page", ["articles/a/index.html", "/articles/a/", "articles/a", STORY])
def test_why_finds_a_page_by(root: Path, page: str) -> None:
    builder = Builder(root)
    builder.build()
    told = builder.why(page)
    assert told[0].startswith("articles/a/index.html")
    assert told[0].endswith("was made for the first time.")
    assert any(STORY in line for line in told)


def test_why_tells_the_cause_down_to_the_file(root: Path) -> None:
    builder = Builder(root)
    builder.build()
    put(root, {STORY: article(title="Another title")})
    builder.build()
    told = builder.why("/articles/a/")
    assert told[0].endswith("was made again because")
    assert told[-1] == f"  the file {STORY} changed."


def test_why_knows_no_other_page_but_a_near_one(root: Path) -> None:
    builder = Builder(root)
    builder.build()
    with pytest.raises(KeyError, match="articles/a/index"):
        builder.why("articles/aa/index.html")


def test_a_circle_is_a_finding(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def turning(read: Read, note: Noting) -> None:
        read(round_and_round)

    round_and_round: Query[[], None] = Query("turning", "the round page", turning)
    monkeypatch.setattr("backstory.building.plan.checks", round_and_round)
    (note,) = Builder(root).build().notes
    assert str(note).startswith("templates: error[engine/cycle]: the round page needs the round page")


def test_a_damaged_memory_is_a_finding_and_costs_nothing_else(root: Path) -> None:
    (root / ".backstory").mkdir()
    (root / ".backstory" / "memory").write_bytes(b"no memory at all" * 100)
    made = Builder(root, memory="memory").build()
    assert [note.code for note in made.notes] == ["state/damaged"]
    assert {*made.outputs} == {*Builder(root).build().outputs}
    assert Builder(root, memory="memory").build().notes == ()


def test_two_makers_for_one_output_are_an_error_naming_both() -> None:
    files = {STORY: article("permalink: /map.html"), "content/map.html": "<p>"}
    assert noted(files, plan) == ["address/collision"]


def test_every_output_has_a_maker() -> None:
    files = {STORY: article("topics: [t]\naliases: [/old/]", "It [was](event:2021).\n"), "content/x.svg": "<svg/>"}
    found = asked(files, plan)
    assert found["articles/a/index.html"] == Maker("document", STORY)
    assert found["old/index.html"] == Maker("redirect", "/old/", "/articles/a/")
    assert found["x.svg"] == Maker("copy", "content/x.svg")
    assert found["404.html"] == Maker("missing", "en")
    assert {"index.html", "feed.xml", "robots.txt", "_redirects", ".nojekyll", "timeline/timeline.ics"} <= set(found)
    assert set(pages(files)) | {"x.svg"} == set(found)


EMPTY = [
    {},
    {STORY: ""},
    {STORY: "\ufeff"},
    {STORY: "---\n---\n"},
    {STORY: "---"},
    {STORY: b"\xff\xfe\x00"},
    {"content/pages/index.md": ""},
    {"pyproject.toml": b"\xff"},
    {"pyproject.toml": ""},
    {"content/figures/f.md": "", "content/timelines/t.md": "", "content/topics/t.md": "", "content/people/p.md": ""},
]


@pytest.mark.parametrize("files", EMPTY)
def test_next_to_nothing_is_a_site_too(files: dict[str, str | bytes]) -> None:
    assert "index.html" in pages(files)


def test_the_pages_of_the_last_good_build_are_at_hand_after_a_bad_one() -> None:
    world = World({"content/articles/a.md": article(text="Good.")})
    keeper = world.keeper()
    page = keeper.build().outputs["articles/a/index.html"]
    good = page.contents()
    for worse in ("[Bad](nowhere.md)", "[Worse](nowhere.md)"):
        world.put({"content/articles/a.md": article(text=worse)})
        assert keeper.build().errors
        assert page.contents() == good
