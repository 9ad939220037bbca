"""Indexes for the search: made by Pagefind when a text changes, checked, and the same bytes each time."""

import json
from pathlib import Path

import pytest

from backstory.building import indexing
from backstory.building.indexing import Indexing
from backstory.files.failures import PublishError
from backstory.files.output import Output, digest_of

ENTRY = (
    '<!doctype html><html lang="{lang}"><head><title></title></head><body data-pagefind-body>'
    '<span data-pagefind-filter="year:20{n:02}"></span><span data-pagefind-filter="kind:{kind}"></span>'
    '<span data-pagefind-meta="date:{n}"></span><span data-pagefind-sort="date:{n}"></span><h1>Story {n}</h1>{text}</body></html>'
)


def texts(count: int = 12, share: int = 0, **changed: str) -> dict[str, bytes]:
    return {
        f".search/{share}/articles/{n}/index.html": ENTRY.format(
            n=n,
            kind="Brief" if n % 3 else "Data",
            lang="ru" if n % 4 == 3 else "en",
            text=changed.get(f"n{n}", "words"),
        ).encode()
        for n in range(count)
    }


def made(folder: Path, pages: dict[str, bytes]) -> tuple[dict[str, Output], list[str]]:
    """Return what is made, and which texts had to be asked for."""
    asked: list[str] = []

    def contents(path: str, digest: str) -> bytes:
        asked.append(path)
        return pages[path]

    entries = {path: digest_of(data) for path, data in pages.items()}
    return Indexing(folder, ".backstory/search").outputs(entries, contents), asked


def test_the_same_texts_make_the_same_index(tmp_path: Path) -> None:
    first, second = (made(tmp_path / name, texts())[0] for name in ("a", "b"))
    assert {path: each.digest for path, each in first.items()} == {path: each.digest for path, each in second.items()}
    assert "pagefind/pagefind.js" in first and "pagefind/pagefind-entry.json" in first
    assert not any("ui" in path for path in first)


def test_nothing_is_done_while_no_text_changes_and_only_what_changed_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made(tmp_path, texts())
    runs: list[Path] = []
    run = indexing._run
    monkeypatch.setattr(indexing, "_run", lambda pages, into: (runs.append(pages), run(pages, into)))
    assert made(tmp_path, texts())[1] == [] and runs == []
    again, asked = made(tmp_path, texts(n5="other"))
    assert asked == [".search/0/articles/5/index.html"] and len(runs) == 1
    clean, _ = made(tmp_path / "clean", texts(n5="other"))
    assert {path: each.digest for path, each in again.items()} == {path: each.digest for path, each in clean.items()}
    fewer, _ = made(tmp_path, texts(11, n5="other"))
    assert sum("/fragment/" in path for path in fewer) == 11


def test_each_part_stands_by_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found, _ = made(tmp_path, texts(4) | texts(5, share=1))
    assert "pagefind/1/pagefind-entry.json" in found and "pagefind/1/pagefind.js" not in found
    runs: list[str] = []
    run = indexing._run
    monkeypatch.setattr(indexing, "_run", lambda pages, into: (runs.append(pages.parent.name), run(pages, into)))
    made(tmp_path, texts(4) | texts(5, share=1, n2="other"))
    assert runs == ["pages-1"]


@pytest.mark.parametrize("harm", ["empty", "gone", "fewer"])
def test_an_index_that_is_not_whole_is_never_published(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, harm: str
) -> None:
    run = indexing._run

    def harmed(pages: Path, into: Path) -> None:
        run(pages, into)
        if harm == "fewer":
            said = json.loads((into / "pagefind-entry.json").read_text())
            said["languages"]["en"]["page_count"] -= 1
            (into / "pagefind-entry.json").write_text(json.dumps(said))
            return
        victim = next((into / "fragment").iterdir())
        victim.write_bytes(b"") if harm == "empty" else victim.unlink()

    monkeypatch.setattr(indexing, "_run", harmed)
    with pytest.raises(PublishError, match="The search could not be made"):
        made(tmp_path, texts())
    monkeypatch.setattr(indexing, "_run", run)
    assert made(tmp_path, texts())[0]


def test_what_pagefind_says_when_it_fails_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(indexing.sys, "executable", "/bin/false")
    with pytest.raises(PublishError, match="search = false"):
        made(tmp_path, texts())
