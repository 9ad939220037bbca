"""Names found in texts: edges of words in any script, the longest, whose they are."""

import unicodedata

import pytest

from backstory.library.mentions.finder import Finder, Name


def found(text: str, *names: str, lang: str = "en") -> list[str]:
    search = Finder(lang, tuple(Name(name, name) for name in names))
    return [text[hit.start : hit.end] for hit in search.find(text)]


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("(Minsk)", "Minsk", ["Minsk"]),
        ("“Minsk”", "Minsk", ["Minsk"]),
        ("Lithuania–Minsk, EU-Minsk", "Minsk", ["Minsk", "Minsk"]),
        ("Minsk_2 Minsk2 xMinsk", "Minsk", []),
        ("Minsk-2", "Minsk", []),
        ("www.Minsk.by and a@Minsk", "Minsk", []),
        ("in Minsk.", "Minsk", ["Minsk"]),
        ("at &lt; and &amp;", "LT", []),
        ("New\nYork and New\u00a0York", "New York", ["New\nYork", "New\u00a0York"]),
        ("New  York", "New York", ["New  York"]),
        ("d’Ivoire and d'Ivoire", "d’Ivoire", ["d’Ivoire", "d'Ivoire"]),
        ("白俄罗斯总统", "白俄罗斯", ["白俄罗斯"]),
        ("ベラルーシは", "ベラルーシ", ["ベラルーシ"]),
        ("ベラルーシア", "ベラルーシ", []),
        ("ประเทศเบลารุสและ", "เบลารุส", ["เบลารุส"]),
        ("दिल्ली में", "दिल्ली", ["दिल्ली"]),
        ("दिल्लीवाला", "दिल्ली", []),
        ("İstanbul ve Minsk", "Minsk", ["Minsk"]),
        ("Min\u00adsk", "Minsk", ["Min\u00adsk"]),
        ("Marks &amp; Spencer", "Spencer", ["Spencer"]),
    ],
)
def test_a_name_ends_where_a_word_does(text: str, name: str, words: list[str]) -> None:
    assert found(text, name) == words


def test_letters_written_in_two_ways_are_the_same() -> None:
    text = unicodedata.normalize("NFD", "Agnė Bilotaitė said")
    assert found(text, "Agnė Bilotaitė") == [unicodedata.normalize("NFD", "Agnė Bilotaitė")]
    assert found(unicodedata.normalize("NFD", "Kuźnica now"), "Kuźnica") == [unicodedata.normalize("NFD", "Kuźnica")]


def test_the_longest_name_is_taken() -> None:
    names = ("Belarus", "Lithuania–Belarus border", "Red Cross", "Lithuanian Red Cross")
    assert found("The Lithuania–Belarus border and Belarus.", *names) == ["Lithuania–Belarus border", "Belarus"]
    assert found("The Lithuanian Red Cross", *names) == ["Lithuanian Red Cross"]


def test_a_name_of_two_is_nobodys_and_hides_the_shorter_one() -> None:
    search = Finder("en", (Name("Georgia", "a"), Name("Georgia", "b"), Name("New Georgia", "c"), Name("New", "d")))
    assert [hit.paths for hit in search.find("Georgia and New Georgia")] == [("a", "b"), ("c",)]


def test_the_lower_rank_goes_first() -> None:
    search = Finder("en", (Name("Frontex", "term", rank=1, ordinary=True), Name("Frontex", "organization")))
    assert [hit.paths for hit in search.find("Frontex")] == [("organization",)]


def test_words_without_their_capital_are_reported() -> None:
    small: list[tuple[int, str]] = []
    assert Finder("en", (Name("Amnesty", "a"),)).find("An amnesty.", small) == []
    assert small == [(3, "amnesty")]


def test_no_names_find_nothing() -> None:
    assert Finder("en", ()).find("Minsk") == []


def test_finders_of_the_same_names_are_equal() -> None:
    one, same, other = (Finder("en", (Name(text, "a"),)) for text in ("A b", "A b", "A c"))
    assert one.digest == same.digest != other.digest
