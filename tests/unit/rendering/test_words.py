"""The interface's words: translated where there is a translation, English where there is none."""

import pytest
from tests.worlds import asked

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.words import Words, direction, messages, words_in

RUSSIAN_RULE = "(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2)"
SAID = {
    "": (RUSSIAN_RULE,),
    "Read more": ("Читайте также",),
    "%(n)s story": ("%(n)s текст", "%(n)s текста", "%(n)s текстов"),
}


@query("some words")
def say(read: Read, note: Noting, lang: str, message: str) -> str:
    return words_in(read, lang)(message)


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "Read more"), ("ru", "Читайте также"), ("ru-BY", "Читайте также"), ("xx", "Read more")]
)
def test_a_language_says(lang: str, said: str) -> None:
    assert asked({}, say, lang, "Read more") == said


def test_values_are_filled_in() -> None:
    assert Words("en", {})("Updated %(date)s", date="today") == "Updated today"
    assert Words("en", {})("100 %") == "100 %"


@pytest.mark.parametrize(("n", "said"), [(1, "1 story"), (0, "0 stories"), (2, "2 stories")])
def test_english_counts(n: int, said: str) -> None:
    assert Words("en", {}).n("%(n)s story", "%(n)s stories", n) == said


@pytest.mark.parametrize(
    ("n", "said"), [(1, "1 текст"), (3, "3 текста"), (5, "5 текстов"), (21, "21 текст"), (112, "112 текстов")]
)
def test_a_language_counts_by_its_own_rule(n: int, said: str) -> None:
    assert Words("ru", SAID).n("%(n)s story", "%(n)s stories", n) == said


@pytest.mark.parametrize(
    ("lang", "n", "said"),
    [
        ("en", 3000, "3,000 events"),
        ("de", 3000, "3.000 Ereignisse"),
        ("fa", 30, "۳۰ رویداد"),
        ("ar", 1, "حدث واحد"),
        ("ar", 2, "حدثان"),
        ("ar", 7, "7 أحداث"),
        ("ar", 103, "103 أحداث"),
        ("ar", 11, "11 حدثًا"),
        ("ar", 100, "100 حدث"),
        ("lt", 21, "21 įvykis"),
        ("lt", 9, "9 įvykiai"),
        ("lt", 11, "11 įvykių"),
        ("pl", 22, "22 wydarzenia"),
        ("pl", 21, "21 wydarzeń"),
        ("uk", 5, "5 подій"),
        ("be", 1, "1 падзея"),
        ("fr", 0, "0 événement"),
        ("es", 2, "2 acontecimientos"),
    ],
)
def test_the_theme_counts_in_each_language(lang: str, n: int, said: str) -> None:
    assert Words(lang, asked({}, messages, lang)).n("%(n)s event", "%(n)s events", n) == said


def test_a_catalogue_has_its_rule_and_no_half_translations() -> None:
    found = asked({}, messages, "ru")
    assert found[""]
    assert all(all(each) for each in found.values())


@pytest.mark.parametrize(
    ("lang", "expected"), [("ar", "rtl"), ("he-IL", "rtl"), ("FA", "rtl"), ("en", "ltr"), ("", "ltr")]
)
def test_a_language_is_written(lang: str, expected: str) -> None:
    assert direction(lang) == expected
