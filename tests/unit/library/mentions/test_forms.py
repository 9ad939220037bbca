"""How names are bent: examples by hand, in several languages."""

import pytest

from backstory.library.mentions.finder import Finder, Name

RUSSIAN = [
    ("Лукашенко", "О Лукашенко говорили.", "Лукашенко"),
    ("Литовская граница", "Через литовскую границу.", "литовскую границу"),
    ("Литовская граница", "У литовской границы стоят.", "литовской границы"),
    ("Беларусь", "Выехали из Беларуси.", "Беларуси"),
    ("Беларусь", "Граница с Беларусью закрыта.", "Беларусью"),
    ("Иран", "Переговоры с Ираном.", "Ираном"),
    ("Польша", "В Польше и Литве.", "Польше"),
    ("Светлана Тихановская", "Встреча со Светланой Тихановской.", "Светланой Тихановской"),
    ("Европейский союз", "Решение Европейского союза.", "Европейского союза"),
    ("Королёв", "Памятник Королеву.", "Королеву"),
    ("Минск", "Минские соглашения подписаны.", ""),
    ("Россия", "Два россиянина и россиян.", ""),
    ("Союз", "Работал союзник.", ""),
    ("Мали", "Малина созрела.", ""),
    ("Брюссель", "Из Брюсселя.", "Брюсселя"),
    ("Литва", "Литвой и Латвией.", "Литвой"),
    ("Ангела Меркель", "Звонок Ангелы Меркель.", "Ангелы Меркель"),
    ("граница", "Литва граничит с Латвией.", ""),
    ("ЕС", "Ес или нет.", ""),
]
LITHUANIAN = [
    ("Vilnius", "Jie gyvena Vilniuje.", "Vilniuje"),
    ("Mantas Adomėnas", "Susitiko su Mantu Adomėnu.", "Mantu Adomėnu"),
    ("Agnė Bilotaitė", "Agnės Bilotaitės įsakymas.", "Agnės Bilotaitės"),
    ("Baltarusija", "Siena su Baltarusija ir iš Baltarusijos.", "Baltarusija"),
    ("Seimas", "Seimo nariai.", "Seimo"),
    ("Lietuva", "Kiekvienas lietuvis.", ""),
]
GERMAN = [
    ("Litauen", "Die Grenze Litauens.", "Litauens"),
    ("Litauen", "Viele Litauer kamen.", ""),
    ("Europäischer Gerichtshof", "Urteil des Europäischen Gerichtshofs.", "Europäischen Gerichtshofs"),
    ("Minsk", "In Minsk.", "Minsk"),
]
POLISH = [("Litwa", "Granica z Litwą.", "Litwą"), ("Warszawa", "W Warszawie.", "Warszawie")]
ENGLISH = [
    ("Minsk", "In Minsk, he said.", "Minsk"),
    ("Minsk", "Minsk's answer", "Minsk"),
    ("Minsk", "Minsker", ""),
    ("border guard", "Two border guards came.", "border guards"),
    ("Border service", "The border service said.", "border service"),
    ("Interior Ministry", "the interior ministry", ""),
    ("WHO", "who came", ""),
    ("Amnesty", "an amnesty for all", ""),
    ("ECtHR", "the ECtHR said", "ECtHR"),
    ("ECtHR", "the ecthr said", ""),
]
CASES = [
    (lang, *case)
    for lang, cases in (("ru", RUSSIAN), ("lt", LITHUANIAN), ("de", GERMAN), ("pl", POLISH), ("en", ENGLISH))
    for case in cases
]


@pytest.mark.parametrize(("lang", "name", "text", "words"), CASES)
def test_a_name_is_found_as_it_is_bent(lang: str, name: str, text: str, words: str) -> None:
    hits = Finder(lang, (Name(name, "p"),)).find(text)
    assert [text[hit.start : hit.end] for hit in hits[:1]] == ([words] if words else [])


TERMS = [
    ("en", "Pushback", "the pushbacks of August", "pushbacks"),
    ("en", "State of emergency", "a state of emergency", "state of emergency"),
    ("en", "Emergency", "two emergencies", "emergencies"),
    ("en", "Emergency", "they emerged", ""),
    ("en", "Non-refoulement", "Non-refoulement is old", "Non-refoulement"),
    ("fr", "Expulsion", "les expulsions", "expulsions"),
    ("fr", "Expulsion", "expulser", ""),
    ("ru", "Убежище", "просить убежища", "убежища"),
]


@pytest.mark.parametrize(("lang", "name", "text", "words"), TERMS)
def test_a_term_may_have_small_letters_and_a_plural(lang: str, name: str, text: str, words: str) -> None:
    hits = Finder(lang, (Name(name, "p", ordinary=True),)).find(text)
    assert [text[hit.start : hit.end] for hit in hits] == ([words] if words else [])
