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
    assert Disk(tmp_path).world()[inputs.listing]("content") == ("content/a/c.md", "content/b.md")


def test_a_folder_that_is_not_there_lists_nothing(tmp_path: Path) -> None:
    assert Disk(tmp_path).world()[inputs.listing]("content") == ()


def test_an_edit_of_equal_size_in_the_same_moment_is_seen(tmp_path: Path) -> None:
    path, read = write(tmp_path, "a.md", "one"), Disk(tmp_path).world()[inputs.source_file]
    assert read("a.md") == b"one"
    stamp = path.stat().st_mtime_ns
    path.write_bytes(b"two")
    os.utime(path, ns=(stamp, stamp))
    assert read("a.md") == b"two"


def test_a_file_that_is_gone_is_none(tmp_path: Path) -> None:
    path, world = write(tmp_path, "a.md", "one"), Disk(tmp_path).world()
    world[inputs.source_file]("a.md")
    path.unlink()
    assert world[inputs.source_file]("a.md") is None
    assert world[inputs.fingerprint]("a.md") == ""


def test_today_can_be_given(tmp_path: Path) -> None:
    assert Disk(tmp_path, date="2021-08-03").world()[inputs.today]("UTC") == "2021-08-03"


def test_the_theme_is_there(tmp_path: Path) -> None:
    world = Disk(tmp_path).world()
    assert "templates/article.html" in world[inputs.theme_listing]()
    assert b"{%" in world[inputs.theme_file]("templates/article.html")
