from pathlib import Path

import pytest

from backstory.files.exchange import FEW, exchange, make_safe


def test_two_folders_change_places(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for folder in (first, second):
        folder.mkdir()
        (folder / "name").write_text(folder.name)
    if not exchange(str(first), str(second)):
        pytest.skip("this system exchanges no folders")
    assert (first / "name").read_text() == "second"
    assert (second / "name").read_text() == "first"


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "first").mkdir()
    with pytest.raises(FileNotFoundError):
        exchange(str(tmp_path / "first"), str(tmp_path / "second"))


@pytest.mark.parametrize("count", [1, FEW + 1])
def test_what_is_made_safe_must_be_there(tmp_path: Path, count: int) -> None:
    files = [f"{number}.html" for number in range(count)]
    for name in files:
        (tmp_path / name).write_text(name)
    make_safe(str(tmp_path), files, [""])
    with pytest.raises(FileNotFoundError):
        make_safe(str(tmp_path), ["none.html"], [])
