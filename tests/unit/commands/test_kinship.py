"""`backstory related`: what it prints."""

import json
from pathlib import Path

from running import run

WIRE = "Soldiers laid razor wire along the fence beside the forest.\n"


def site(folder: Path, **headers: str) -> Path:
    (folder / "pyproject.toml").write_text('[tool.backstory]\ntitle = "Test"\n')
    (folder / "content/articles").mkdir(parents=True)
    for name in ("one", "two", "three"):
        text = f"---\ntitle: {name}\ndate: 2021-08-03\n{headers.get(name, '')}---\n{WIRE}"
        (folder / f"content/articles/{name}.md").write_text(text)
    return folder


def test_a_storys_list_has_scores_and_reasons(tmp_path: Path) -> None:
    result = run(site(tmp_path), "related", "one")
    assert result.exit_code == 0
    assert "1. " in result.output
    assert "On the same subject" in result.output
    assert "words" in result.output


def test_pins_and_hidden_ones_are_told(tmp_path: Path) -> None:
    root = site(tmp_path, one="related: {pin: [two], hide: [three]}\n")
    found = json.loads(run(root, "related", "one", "--json").output)["related"]
    assert [(each["slug"], each["state"]) for each in found] == [("two", "pinned"), ("three", "hidden")]
    assert all(each["unpinned"] for each in found)
    lines = run(root, "related", "one").output.splitlines()
    assert "without the pin it would be number" in lines[0]


def test_all_lists_keep_to_what_editors_chose(tmp_path: Path) -> None:
    root = site(tmp_path, one="related: {pin: [two], hide: [three]}\n")
    found = json.loads(run(root, "related", "--all", "--json").output)
    assert found["one"] == ["two"]
    assert sorted(found["two"]) == ["one", "three"]


def test_any_folder_will_do(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.md").write_text(WIRE)
    (tmp_path / "deep/b.md").write_text(f"# B\n\n{WIRE}")
    (tmp_path / "c.md").write_text("Nothing.")
    found = json.loads(run(tmp_path, "related", "--all", "--limit", "1", "--json", "--content", str(tmp_path)).output)
    assert found == {"a": ["b"], "b": ["a"], "c": []}


def test_a_slug_that_is_not_there_has_a_near_one(tmp_path: Path) -> None:
    result = run(site(tmp_path), "related", "tow")
    assert result.exit_code == 1
    assert 'Did you mean "two"?' in result.output


def test_a_slug_or_all_is_asked_for(tmp_path: Path) -> None:
    assert run(site(tmp_path), "related").exit_code == 2
