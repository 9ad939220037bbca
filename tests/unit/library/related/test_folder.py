"""Any folder of Markdown can be compared, whatever is in it."""

import pytest

from backstory.library.related.folder import guessed, profiles, ranked, slugs_of
from backstory.library.related.profile import Weights
from backstory.library.related.words import mark


def test_titles_come_from_the_header_or_the_first_heading() -> None:
    found = profiles(
        {"a.md": b"# The bridge\n\nText.", "b.md": b"---\ntitle: The harbour\n---\n# Other\n", "c.md": b""}
    )
    titles = [found[name].words[: 8 * found[name].titled] for name in "abc"]
    assert titles == [*(mark(stem).to_bytes(8, "little") for stem in ("bridg", "harbour")), b""]


def test_links_are_found_by_files_name() -> None:
    text = b"[a](../x/b.md#part) [[c]] [d]: z\n\n[d]: /d/\n[e](https://example.org/e.md) [f](f.html)"
    files = {"a.md": text} | {f"{name}.md": b"" for name in "bcdef"}
    assert profiles(files)["a"].links == ("b", "c", "d", "f")


def test_slugs_are_files_names_or_whole_paths() -> None:
    found = slugs_of(["a.md", "x/a.md", "x/index.md", "y/index.md"])
    assert found == {"a.md": "a", "x/a.md": "x/a", "x/index.md": "x", "y/index.md": "y"}


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("The cat and the dog were in the house", "en"),
        ("Это не то, что мы думали", "ru"),
        ("Der Hund und die Katze", "de"),
    ],
)
def test_the_language_is_guessed(text: str, lang: str) -> None:
    assert guessed([text]) == lang


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"\xff\xfe\x00bad",
        b"---\n: [\n---\n",
        b"---\ndate: never\ntags: {a: 1}\n---\nx",
        b"]( [[ ]] [",
        "\u4e2d\u6587".encode(),
    ],
)
def test_any_text_will_do(text: bytes) -> None:
    lists = ranked(profiles({"a.md": text, "b.md": text, "c.md": b"Words."}), Weights())
    assert set(lists) == {"a", "b", "c"}


def test_languages_do_not_meet() -> None:
    files = {
        f"{name}.md": f"---\nlang: {lang}\n---\nWire fence forest".encode() for name, lang in (("a", "en"), ("b", "de"))
    }
    assert ranked(profiles(files), Weights()) == {"a": (), "b": ()}
