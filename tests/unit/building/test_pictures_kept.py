"""Pictures are kept from build to build, on a real disk."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from tests.photographs import jpeg
from tests.worlds import article

from backstory.building.builder import Builder
from backstory.files.pictures import encoding
from backstory.files.publish import publish
from backstory.notes import Note

SHELF = ".backstory/pictures"
SETTINGS = '[tool.backstory]\ntitle = "T"\nbase_url = "https://e.org"\nprecompress = ["gz"]\n[tool.backstory.social_cards]\nmake = true\n'


@pytest.fixture
def site(tmp_path: Path) -> Path:
    files = {
        "pyproject.toml": SETTINGS.encode(),
        "content/articles/a.md": article("image: one.jpg\nimage_alt: One", "![Two](two.jpg)\n").encode(),
        "content/articles/b.md": article("", "Text.\n", title="B").encode(),
        "content/articles/one.jpg": jpeg(700, 400, seed=1),
        "content/articles/two.jpg": jpeg(700, 400, seed=2),
    }
    for path, data in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    return tmp_path


def build(root: Path) -> tuple[Note, ...]:
    """Build as the command does, in a process's worth of memory."""
    builder = Builder(root, memory="build.db", develop=True, date="2026-01-01")
    found = builder.build()
    if not found.errors:
        publish(root, "site", found.outputs)
        builder.tidy()
    builder.close()
    return found.notes


def tree(folder: Path) -> dict[str, bytes]:
    return {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def made(root: Path) -> dict[str, int]:
    """Return name -> time of what is on the shelf."""
    return {each.name: each.stat().st_mtime_ns for each in (root / SHELF).iterdir()}


def test_nothing_is_made_twice(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(site)
    first, whole = made(site), tree(site / "site")
    assert len([name for name in first if name.endswith(".avif")]) == 4
    monkeypatch.setattr(encoding, "encoded", lambda *given: pytest.fail("made again"))
    monkeypatch.setattr("backstory.files.pictures.cards.draw", lambda *given: pytest.fail("drawn again"))
    build(site)
    (site / "content/articles/a.md").write_text(article("image: one.jpg\nimage_alt: One", "New.\n\n![Two](two.jpg)\n"))
    build(site)
    shutil.rmtree(site / "site")
    (site / ".backstory/build.db").unlink()
    (site / "content/articles/a.md").write_text(article("image: one.jpg\nimage_alt: One", "![Two](two.jpg)\n"))
    build(site)
    assert made(site) == first
    assert tree(site / "site") == whole


def test_a_shelf_that_is_gone_is_filled_again_with_the_same(site: Path) -> None:
    build(site)
    whole, names = tree(site / "site"), set(made(site))
    shutil.rmtree(site / SHELF)
    shutil.rmtree(site / "site")
    build(site)
    assert (tree(site / "site"), set(made(site))) == (whole, names)


def test_one_new_picture_makes_only_its_own_files(site: Path) -> None:
    build(site)
    before = made(site)
    (site / "content/articles/two.jpg").write_bytes(jpeg(700, 400, seed=3))
    build(site)
    after = made(site)
    assert {name: after[name] for name in before} == before
    assert len({name.partition("-")[0] for name in set(after) - set(before)}) == 1


def test_a_card_is_drawn_again_only_when_its_words_change(site: Path) -> None:
    def cards() -> set[str]:
        return {name for name in made(site) if name.endswith(".png")}

    build(site)
    before = cards()
    assert len(before) == 1  # the other story has a picture
    (site / "content/articles/b.md").write_text(article("description: New.", "Other text.\n", title="B"))
    build(site)
    assert cards() == before
    (site / "content/articles/b.md").write_text(article("", "Other text.\n", title="C"))
    build(site)
    assert len(cards() - before) == 1


def test_a_picture_that_breaks_holds_the_site_back_until_it_is_mended(site: Path) -> None:
    build(site)
    whole = (site / "content/articles/two.jpg").read_bytes()
    (site / "content/articles/two.jpg").write_bytes(whole[:400] + b"\0" * 2000 + b"\xff\xd9")
    codes = [[note.code for note in build(site)] for _ in range(2)]
    assert codes[0] == codes[1]
    assert codes[0] in (["picture/unreadable"], [])
    (site / "content/articles/two.jpg").write_bytes(whole)
    assert build(site) == ()


def test_a_build_without_changes_loads_no_pillow(site: Path) -> None:
    build(site)
    code = (
        "import sys, json; from pathlib import Path; from backstory.building.builder import Builder;"
        "found = Builder(Path(sys.argv[1]), memory='build.db', develop=True, date='2026-01-01').build();"
        "print(json.dumps([len(found.outputs), [each for each in ('PIL', 'brotli', 'jinja2') if each in sys.modules]]))"
    )
    done = subprocess.run([sys.executable, "-c", code, str(site)], capture_output=True, text=True, check=True)
    count, loaded = json.loads(done.stdout)
    assert (count > 20, loaded) == (True, [])


def test_packed_copies_follow_their_files(site: Path) -> None:
    build(site)
    assert (site / "site/articles/a/index.html.gz").exists()
    (site / "pyproject.toml").write_text(SETTINGS.replace('["gz"]', "[]"))
    build(site)
    assert not (site / "site/articles/a/index.html.gz").exists()


def test_checking_writes_nothing(site: Path) -> None:
    builder = Builder(site)
    builder.build()
    assert builder.examine() == ()
    assert not (site / ".backstory").exists()
