import shutil
from pathlib import Path

import pytest
from tests.unit.files.sites import empty_folders, outputs, standing

from backstory.files.failures import PublishError
from backstory.files.output import Output, digest_of
from backstory.files.publish import Published, publish

FIRST = {"index.html": "home", "a/index.html": "a", "a/b/index.html": "b"}
SECOND = {"index.html": "home", "a/index.html": "a, changed", "c.html": "c"}


def put(root: Path, files: dict[str, str], *, prune: bool = False) -> Published:
    return publish(root, "site", outputs(files), prune_foreign=prune)


def test_a_first_build_writes_everything(tmp_path: Path) -> None:
    done = put(tmp_path, FIRST)
    assert standing(tmp_path / "site") == FIRST
    assert done == Published(written=("a/b/index.html", "a/index.html", "index.html"))


def test_a_second_build_writes_what_differs_and_leaves_no_empty_folder(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    done = put(tmp_path, SECOND)
    assert standing(tmp_path / "site") == SECOND
    assert done == Published(written=("a/index.html", "c.html"), removed=("a/b/index.html",), unchanged=1)
    assert empty_folders(tmp_path / "site") == []


def test_a_folder_whose_only_page_makes_room_for_another_is_made_again(tmp_path: Path) -> None:
    for name in "abcd":
        put(tmp_path, {f"d/{name}.html": name})
        assert standing(tmp_path / "site") == {f"d/{name}.html": name}


def test_a_build_without_changes_touches_nothing(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    before = (tmp_path / "site").stat()
    assert put(tmp_path, FIRST) == Published(unchanged=3)
    assert (tmp_path / "site").stat() == before


def test_the_times_of_unchanged_files_stay_and_those_of_changed_ones_move_on(tmp_path: Path) -> None:
    times: list[tuple[int, int]] = []
    for files in (FIRST, SECOND, FIRST, SECOND):
        put(tmp_path, files)
        names = ("index.html", "a/index.html")
        times.append(tuple((tmp_path / "site" / name).stat().st_mtime_ns for name in names))  # type: ignore[arg-type]
    homes, changed = zip(*times, strict=True)
    assert len(set(homes)) == 1
    assert list(changed) == sorted(set(changed))


def test_unchanged_files_are_shared_between_the_site_and_its_spare_copy(tmp_path: Path) -> None:
    for files in (FIRST, SECOND, SECOND | {"d.html": "d"}):
        put(tmp_path, files)
    assert (tmp_path / "site/index.html").samefile(tmp_path / ".backstory/spare/index.html")


def test_a_first_build_leaves_a_spare_copy_that_the_next_one_finds_ready(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    spare, site = tmp_path / ".backstory/spare", tmp_path / "site"
    assert standing(spare) == FIRST
    assert all((spare / path).samefile(site / path) for path in FIRST)
    put(tmp_path, SECOND)
    assert standing(site) == SECOND


def test_a_pictures_bytes_are_copied_and_never_linked(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"old")
    picture = {"p.png": Output("p.png", copy_of="picture.png", print=digest_of(b"old"))}
    publish(tmp_path, "site", picture)
    (tmp_path / "picture.png").write_bytes(b"new")
    assert (tmp_path / "site/p.png").read_bytes() == b"old"
    assert publish(tmp_path, "site", picture).unchanged == 1


def test_a_picture_that_changes_during_the_build_is_written_again_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "picture.png").write_bytes(b"new")
    old, new = (Output("p.png", copy_of="picture.png", print=digest_of(each)) for each in (b"old", b"new"))
    publish(tmp_path, "site", {"p.png": old})
    assert publish(tmp_path, "site", {"p.png": old}).written == ("p.png",)
    publish(tmp_path, "site", {"p.png": new})
    assert publish(tmp_path, "site", {"p.png": new}).unchanged == 1


def test_a_picture_that_vanishes_is_an_error_and_the_site_stays(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    with pytest.raises(PublishError, match="is gone"):
        publish(tmp_path, "site", {"p.png": Output("p.png", copy_of="none.png", print="x")})
    assert standing(tmp_path / "site") == FIRST


# What is not Backstory's.


def test_strangers_are_kept_and_named(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / ".git" / "refs").mkdir(parents=True)
    (site / "CNAME").write_text("example.org")
    (site / "link").symlink_to("nowhere")
    for files in (FIRST, SECOND, FIRST):
        assert put(tmp_path, files).foreign == (".git/refs/", "CNAME", "link")
    assert standing(site) == FIRST | {"CNAME": "example.org"}
    assert (site / ".git/refs").is_dir()
    assert (site / "link").is_symlink()


def test_a_stranger_deep_in_a_folder_is_seen_when_it_comes_changes_and_goes(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    deep = tmp_path / "site/a/x/y/note.txt"
    deep.parent.mkdir(parents=True)
    for text in ("one", "two"):
        deep.write_text(text)
        assert put(tmp_path, SECOND | {"n.html": text}).foreign == ("a/x/y/note.txt",)
        assert deep.read_text() == text
    deep.unlink()
    deep.parent.rmdir()
    deep.parent.parent.rmdir()
    assert put(tmp_path, FIRST).foreign == ()
    assert put(tmp_path, SECOND).foreign == ()
    assert standing(tmp_path / "site") == SECOND


def test_strangers_are_removed_only_when_asked(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    (tmp_path / "site/a/old.html").write_text("old")
    done = put(tmp_path, FIRST, prune=True)
    assert (done.removed, done.foreign) == (("a/old.html",), ())
    assert standing(tmp_path / "site") == FIRST
    assert put(tmp_path, SECOND).foreign == ()
    assert standing(tmp_path / "site") == SECOND


def test_what_needs_a_strangers_place_sets_it_aside(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("mine")
    done = put(tmp_path, FIRST)
    assert done.replaced == ("index.html",)
    assert standing(tmp_path / "site") == FIRST
    assert [path.read_text() for path in (tmp_path / ".backstory/replaced").rglob("index.html")] == ["mine"]


@pytest.mark.parametrize("stranger", ["a", "index.html/x.txt"])
def test_a_stranger_in_the_way_is_an_error_that_names_it(tmp_path: Path, stranger: str) -> None:
    path = tmp_path / "site" / stranger
    path.parent.mkdir(parents=True)
    path.write_text("mine")
    with pytest.raises(PublishError, match="in the way"):
        put(tmp_path, FIRST)
    assert standing(tmp_path / "site") == {stranger: "mine"}
    put(tmp_path, FIRST, prune=True)
    assert standing(tmp_path / "site") == FIRST


def test_what_was_put_into_the_site_while_it_was_exchanged_is_not_lost(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    put(tmp_path, SECOND)
    (tmp_path / ".backstory/spare/a/late.txt").write_text("late")
    assert put(tmp_path, FIRST).foreign == ("a/late.txt",)
    assert standing(tmp_path / "site") == FIRST | {"a/late.txt": "late"}


# What others do to the site between two builds.


def change_in_place(site: Path) -> None:
    with (site / "index.html").open("a") as file:
        file.write("!")


def change_by_the_same_length(site: Path) -> None:
    (site / "a/index.html").write_text("x")


def lose_a_file(site: Path) -> None:
    (site / "a/b/index.html").unlink()


def lose_a_folder(site: Path) -> None:
    shutil.rmtree(site / "a")


def lose_everything(site: Path) -> None:
    shutil.rmtree(site)


def lose_the_memory(site: Path) -> None:
    shutil.rmtree(site.parent / ".backstory")


def lose_the_spare_copy(site: Path) -> None:
    shutil.rmtree(site.parent / ".backstory/spare", ignore_errors=True)


def damage_the_memory(site: Path) -> None:
    for path in (site.parent / ".backstory/published").iterdir():
        path.write_bytes(b"{")


def restore_a_copy(site: Path) -> None:
    shutil.copytree(site, site.parent / "copy")
    shutil.rmtree(site)
    (site.parent / "copy").rename(site)


DEEDS = [
    change_in_place,
    change_by_the_same_length,
    lose_a_file,
    lose_a_folder,
    lose_everything,
    lose_the_memory,
    lose_the_spare_copy,
    damage_the_memory,
    restore_a_copy,
]


@pytest.mark.parametrize("deed", DEEDS, ids=lambda deed: deed.__name__)
@pytest.mark.parametrize("next_one", [FIRST, FIRST | {"new.html": "new"}], ids=["same", "other"])
def test_the_next_build_repairs(tmp_path: Path, deed: object, next_one: dict[str, str]) -> None:
    put(tmp_path, FIRST)
    put(tmp_path, SECOND)
    put(tmp_path, FIRST)
    deed(tmp_path / "site")  # type: ignore[operator]
    put(tmp_path, next_one)
    assert standing(tmp_path / "site") == next_one
    assert put(tmp_path, next_one) == Published(unchanged=len(next_one))


def test_a_restored_copy_still_loses_the_pages_that_are_no_more(tmp_path: Path) -> None:
    put(tmp_path, FIRST)
    restore_a_copy(tmp_path / "site")
    assert put(tmp_path, SECOND).removed == ("a/b/index.html",)


# The edge of the disk.
