"""The shelf of made files."""

import os
from pathlib import Path

from backstory.files.output import digest_of
from backstory.files.pictures.shelf import DAY, PATIENCE, Shelf


def test_a_file_is_there_whole_and_known_by_its_digest(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "deep" / "shelf")
    assert (shelf.names(), shelf.get("a.webp")) == (set(), None)
    shelf.put("a.webp", b"abc")
    assert (shelf.names(), shelf.get("a.webp"), shelf.digest("a.webp")) == ({"a.webp"}, b"abc", digest_of(b"abc"))
    assert Shelf(tmp_path / "deep" / "shelf").digest("a.webp") == digest_of(b"abc")


def test_what_nobody_wants_goes_after_a_while(tmp_path: Path) -> None:
    now = [1_000_000_000.0]
    shelf = Shelf(tmp_path, lambda: now[0])
    for name in ("kept.webp", "dropped.webp", "young.webp"):
        shelf.put(name, b"x")
        os.utime(tmp_path / name, (now[0], now[0]))
    (tmp_path / ".half.webp.1").write_bytes(b"x")
    os.utime(tmp_path / ".half.webp.1", (now[0] - 2 * DAY, now[0] - 2 * DAY))
    now[0] += PATIENCE + 1
    os.utime(tmp_path / "young.webp", (now[0] - DAY, now[0] - DAY))
    shelf.sweep(["kept.webp"])
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept.webp", "young.webp"]
    now[0] += PATIENCE - DAY + 1
    shelf.sweep([])
    assert shelf.names() == {"kept.webp"}  # it was wanted a moment ago
