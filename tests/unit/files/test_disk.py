"""The disk answers with what is there now, and leaves out what no editor means."""

import os
from pathlib import Path

from backstory.files import inputs
from backstory.files.disk import Disk


def write(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_listing_is_in_order_and_leaves_out_hidden_files(tmp_path: Path) -> None:
    for name in ("b.md", "a/c.md", ".git/x", "a/.DS_Store", "a/#d.md#", "e.md~", "__pycache__/x", "a/.#c.md"):
        write(tmp_path / "content", name, "x")
    assert Disk(tmp_path).world()[inputs.listing].load("content") == ("content/a/c.md", "content/b.md")


def test_a_folder_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert Disk(tmp_path).world()[inputs.listing].load("content") == ()


def test_a_glance_tells_a_changed_file_and_is_not_trusted_just_after_a_change(tmp_path: Path) -> None:
    path, file = write(tmp_path, "a.md", "one"), Disk(tmp_path).world()[inputs.source_file]
    assert (file.glance("a.md"), file.load("a.md")) == (None, b"one")
    long_ago = path.stat().st_mtime_ns - 10**9
    os.utime(path, ns=(long_ago, long_ago))
    before = file.glance("a.md")
    assert before is not None
    path.write_bytes(b"other")
    os.utime(path, ns=(long_ago, long_ago))
    assert (file.glance("a.md") == before, file.load("a.md")) == (False, b"other")


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    path, world = write(tmp_path, "a.md", "one"), Disk(tmp_path).world()
    world[inputs.source_file].load("a.md")
    path.unlink()
    assert world[inputs.source_file].load("a.md") is None
    assert world[inputs.fingerprint].load("a.md") == ""


def test_today_can_be_given(tmp_path: Path) -> None:
    assert Disk(tmp_path, date="2021-08-03").world()[inputs.today].load("UTC") == "2021-08-03"


def test_the_theme_is_there(tmp_path: Path) -> None:
    world = Disk(tmp_path).world()
    assert "templates/article.html" in world[inputs.theme_listing].load()
    assert b"{%" in world[inputs.theme_file].load("templates/article.html")
