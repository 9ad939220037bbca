"""Titles in the order of their language's alphabet, and the letters that they stand under."""

import pytest

from backstory.library.alphabets import ALPHABETS, initial, order

# In order.
TITLES = {
    "en": ["2021", "9 May", "a la carte", "Ångström", "apple", "Éclair", "eclipse", "Łódź", "zebra", "Яблоко"],
    "ru": ["12 стульев", "Егерь", "Ёлка", "Ель", "Жар", "Искра", "Йод", "Яма", "Brexit"],
    "uk": ["Галич", "Ґанок", "Дім", "Еней", "Єнот", "Жито", "Зима", "Ирій", "Ікар", "Їжак", "Йод", "Юрба"],
    "be": ["Вада", "Елка", "Ёлка", "Зіма", "Ікар", "Йод", "Улада", "Ўскосна", "Фарба"],
    "lt": ["Adomas", "Ąžuolas", "Cukrus", "Čia", "Eglė", "Ėjimas", "Ilgas", "Ypač", "Jonas", "Sala", "Šalis", "Žemė"],
    "pl": ["Adam", "Ącki", "Cisza", "Ćma", "Las", "Łąka", "Noc", "Ósmy", "Sad", "Śnieg", "Zamek", "Źródło", "Żaba"],
    "de": ["Ähre", "Apfel", "Öl", "Ort", "Straße", "Strasse A", "Übung"],
    "fr": ["école", "ecrit", "été", "étude", "œuvre"],
    "es": ["nácar", "nube", "ñandú", "oso"],
    "ar": ["أمر", "باب", "التاريخ", "الجسر", "حدود", "ليتوانيا", "هجرة", "ياسمين"],
    "fa": ["آب", "ایران", "بهار", "پل", "چای", "ژاله", "کیف", "گل", "لیتوانی", "یاس"],
}  # fmt: skip


@pytest.mark.parametrize("lang", TITLES)
def test_titles_in_order(lang: str) -> None:
    assert sorted(set(TITLES[lang]), key=lambda title: order(title, lang)) == TITLES[lang]


@pytest.mark.parametrize(
    ("title", "lang", "letter"),
    [
        ("apple", "en", "A"),
        ("Éclair", "fr", "E"),
        ("Œuvre", "fr", "O"),
        ("Łódź", "pl", "Ł"),
        ("Łódź", "en", "L"),
        ("Йод", "ru", "Й"),
        ("Ёлка", "ru", "Е"),
        ("Ёлка", "be", "Ё"),
        ("Ўскосна", "be", "Ў"),
        ("Їжак", "uk", "Ї"),
        ("Ėjimas", "lt", "E"),
        ("Šalis", "lt-LT", "Š"),
        ("ñandú", "es", "Ñ"),
        ("«Мост»", "ru", "М"),
        ("Brexit", "ru", "B"),
        ("الجسر", "ar", "ج"),
        ("أمر", "ar", "ا"),
        ("آب", "fa", "آ"),
        ("كتاب", "fa", "ک"),
        ("橋", "ja", "橋"),
        ("2021", "en", "#"),
        ("…", "en", "#"),
        ("", "en", "#"),
    ],
)
def test_the_letter_of_a_title(title: str, lang: str, letter: str) -> None:
    assert initial(title, lang) == letter


@pytest.mark.parametrize("lang", ALPHABETS)
def test_no_letter_stands_twice(lang: str) -> None:
    assert len(set(ALPHABETS[lang])) == len(ALPHABETS[lang])


@pytest.mark.parametrize("lang", [*TITLES, "xx", ""])
def test_equal_keys_are_equal_titles(lang: str) -> None:
    assert order("Ёж", lang) != order("Еж", lang) != order("еж", lang)
    assert order("a\u0301", lang)[0] == order("á", lang)[0]
