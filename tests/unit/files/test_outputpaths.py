import pytest

from backstory.files.failures import PublishError
from backstory.files.outputpaths import check_paths, folders_of

GOOD = [
    ["index.html", "a/index.html", "a/b/c.html", ".nojekyll"],
    ["a..b/c.html", "...html"],
    ["caf\u00e9/x.html", "caf\u00e9/y.html"],
]

BAD = [
    (["/etc/passwd"], "outside"),
    (["../x.html"], "outside"),
    (["a/../../x.html"], "outside"),
    (["a//b.html"], "outside"),
    (["a/"], "outside"),
    (["."], "outside"),
    ([""], "outside"),
    (["a\\..\\b"], "outside"),
    (["C:/x"], "outside"),
    (["a\0b"], "outside"),
    (["tags/EU.html", "tags/eu.html"], "one name"),
    (["A/x.html", "a/y.html"], "one name"),
    (["stra\u00dfe.html", "strasse.html"], "one name"),
    (["caf\u00e9.html", "cafe\u0301.html"], "one name"),
    (["a", "a/b.html"], "file and a folder"),
    (["a/b.html", "A"], "file and a folder"),
]


@pytest.mark.parametrize("paths", GOOD)
def test_paths_that_a_folder_can_take(paths: list[str]) -> None:
    check_paths(paths)


@pytest.mark.parametrize("paths, words", BAD)
def test_paths_that_it_can_not(paths: list[str], words: str) -> None:
    with pytest.raises(PublishError, match=words):
        check_paths(paths)


def test_folders_come_innermost_first() -> None:
    assert folders_of("a/b/c.html") == ("a/b", "a")
    assert folders_of("c.html") == ()
