"""When the disk fails, or a system lacks what publishing would like: the old site stays, or the next command finishes."""

import os
from pathlib import Path

import pytest
from tests.unit.files.sites import standing
from tests.unit.files.test_publish import FIRST, SECOND, put

from backstory.files import publish as publishing
from backstory.files.failures import PublishError
from backstory.files.publish import Published


@pytest.mark.parametrize("number, words", [(28, "The disk is full."), (30, "can only be read"), (13, "may not be")])
def test_trouble_with_the_disk_is_an_error_in_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, words: str
) -> None:
    put(tmp_path, FIRST)

    def fail(*args: object) -> None:
        raise OSError(number, "no", "site")

    monkeypatch.setattr(publishing, "bring_up_to_date", fail)
    with pytest.raises(PublishError, match=words):
        put(tmp_path, SECOND)
    assert standing(tmp_path / "site") == FIRST


def test_a_disk_that_fills_up_half_way_leaves_the_old_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, FIRST)

    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("backstory.files.spare.make_safe", fail)
    with pytest.raises(PublishError):
        put(tmp_path, SECOND)
    monkeypatch.undo()
    assert standing(tmp_path / "site") == FIRST
    assert not (tmp_path / ".backstory/spare").exists()
    put(tmp_path, SECOND)
    assert standing(tmp_path / "site") == SECOND


def test_a_build_that_dies_half_way_leaves_nothing_of_itself(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(tmp_path, FIRST)
    put(tmp_path, SECOND)

    def die(*args: object, **options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("backstory.files.spare.make_safe", die)
        patch.setattr("backstory.files.spare.shutil.rmtree", die)
        put(tmp_path, {"never.html": "never published"})
    assert put(tmp_path, FIRST).foreign == ()
    assert standing(tmp_path / "site") == FIRST


def test_a_file_where_the_site_should_be_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("")
    with pytest.raises(PublishError, match="is a file"):
        put(tmp_path, FIRST)


def test_a_link_to_the_output_folder_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    put(tmp_path, FIRST)
    put(tmp_path, SECOND)
    assert (tmp_path / "site").is_symlink()
    assert standing(tmp_path / "real") == SECOND


# A system that can't exchange folders.


@pytest.fixture
def without_exchange(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "exchange", lambda first, second: False)


@pytest.mark.usefixtures("without_exchange")
def test_without_an_exchange_files_are_replaced_one_by_one(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site/CNAME").write_text("x")
    for files in (FIRST, SECOND, FIRST, SECOND):
        assert put(tmp_path, files).foreign == ("CNAME",)
        assert standing(tmp_path / "site") == files | {"CNAME": "x"}
        assert put(tmp_path, files).unchanged == len(files)
    assert not (tmp_path / ".backstory/journal.json").exists()


@pytest.mark.usefixtures("without_exchange")
def test_the_next_command_finishes_a_journal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "site").mkdir()
    put(tmp_path, FIRST)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("backstory.files.journal.share", stop_after(1))
        put(tmp_path, SECOND)
    assert standing(tmp_path / "site") not in (FIRST, SECOND)
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr("backstory.files.journal.share", stop_after(1))
        publishing.finish_last(tmp_path, "site")
    publishing.finish_last(tmp_path, "site")
    assert standing(tmp_path / "site") == SECOND
    assert put(tmp_path, SECOND) == Published(unchanged=3)


def stop_after(count: int) -> object:
    calls: list[str] = []

    def share(old: str, new: str) -> None:
        calls.append(new)
        if len(calls) > count:
            raise KeyboardInterrupt
        os.link(old, new)

    return share
