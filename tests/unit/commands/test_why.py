import json
from functools import partial
from pathlib import Path

import pytest
from tests.unit.commands.running import SITE, made, put, run, stand_in

from backstory.building import builder
from backstory.commands.why import page_name
from backstory.files import lock
from backstory.files.lock import only_build

NAMES = [
    ("/articles/a/", "/articles/a/"),
    ("/", "/"),
    ("https://example.org/articles/%D0%B0/?x=1#y", "/articles/а/"),
    ("http://127.0.0.1:8000", "/"),
    ("site/articles/a/index.html", "articles/a/index.html"),
    ("content/a.md", "content/a.md"),
    ("./content/a.md", "content/a.md"),
    ("content/gone.md", "content/gone.md"),
]


@pytest.mark.parametrize("given, expected", NAMES)
def test_a_page_may_be_named_in_several_ways(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, given: str, expected: str
) -> None:
    monkeypatch.chdir(put(tmp_path, SITE | {"site/articles/a/index.html": ""}))
    assert page_name(given, tmp_path, "site") == expected


def test_a_file_is_named_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(put(tmp_path, SITE) / "content")
    assert page_name("a.md", tmp_path, "site") == "content/a.md"


def test_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "Builder", stand_in(made()))
    put(tmp_path, SITE)
    lines = ["the page /a/ was made again because", "  the file content/a.md changed."]
    assert run(tmp_path, "why", "/a/").output.splitlines() == lines
    assert json.loads(run(tmp_path, "why", "/a/", "--json").output) == {"page": "/a/", "why": lines}
    done = run(tmp_path, "why", "/b/")
    assert (done.exit_code, done.output) == (1, "Error: There is no page /b/.\n")


def test_it_waits_for_a_build_whose_memory_is_not_finished(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builder, "Builder", stand_in(made()))
    put(tmp_path, SITE)
    with only_build(tmp_path):
        monkeypatch.setattr(lock, "only_build", partial(only_build, patience=0.0))
        done = run(tmp_path, "why", "/a/")
    assert done.exit_code == 1
    assert "waiting for it" in done.output and "Another build of this site is running" in done.output
