"""Dates as people write them, language by language, read and corrected by hand."""

import pytest

from backstory.reading.dates import parse
from backstory.rendering.dates import show, show_day_month, show_month
from backstory.rendering.dates.locales import locale

LANGUAGES = ("en", "ru", "lt", "pl", "de", "fr", "ar", "fa")
SHOWN: dict[str, tuple[str, ...]] = {
    "2021": ("2021", "2021 год", "2021 m.", "2021", "2021", "2021", "2021", "۲۰۲۱"),
    "2021-08": (
        "August 2021", "август 2021 года", "2021 m. rugpjūtis", "sierpień 2021", "August 2021", "août 2021",
        "أغسطس 2021", "اوت ۲۰۲۱",
    ),
    "2021-08-03": (
        "3 August 2021", "3 августа 2021 года", "2021 m. rugpjūčio 3 d.", "3 sierpnia 2021", "3. August 2021",
        "3 août 2021", "3 أغسطس 2021", "۳ اوت ۲۰۲۱",
    ),
    "2021-08-01": (
        "1 August 2021", "1 августа 2021 года", "2021 m. rugpjūčio 1 d.", "1 sierpnia 2021", "1. August 2021",
        "1er août 2021", "1 أغسطس 2021", "۱ اوت ۲۰۲۱",
    ),
    "2021-08-03T14:30": (
        "3 August 2021, 14:30", "3 августа 2021 года, 14:30", "2021 m. rugpjūčio 3 d., 14:30",
        "3 sierpnia 2021, 14:30", "3. August 2021, 14:30 Uhr", "3 août 2021, 14 h 30", "3 أغسطس 2021، 14:30",
        "۳ اوت ۲۰۲۱، ۱۴:۳۰",
    ),
    "2021-06~": (
        "about June 2021", "около июня 2021 года", "apie 2021 m. birželį", "około czerwca 2021", "etwa Juni 2021",
        "vers juin 2021", "حوالي يونيو 2021", "حدود ژوئن ۲۰۲۱",
    ),
    "2021-08-03~": (
        "about 3 August 2021", "около 3 августа 2021 года", "apie 2021 m. rugpjūčio 3 d.", "około 3 sierpnia 2021",
        "etwa 3. August 2021", "vers le 3 août 2021", "حوالي 3 أغسطس 2021", "حدود ۳ اوت ۲۰۲۱",
    ),
    "2021~": (
        "about 2021", "около 2021 года", "apie 2021 m.", "około 2021 roku", "etwa 2021", "vers 2021",
        "حوالي عام 2021", "حدود سال ۲۰۲۱",
    ),
    "2021-06?": (
        "June 2021, uncertain", "июнь 2021 года, предположительно", "2021 m. birželis, spėjama",
        "czerwiec 2021, data niepewna", "Juni 2021, unsicher", "juin 2021, date incertaine",
        "يونيو 2021، غير مؤكد", "ژوئن ۲۰۲۱، غیرقطعی",
    ),
    "2021-06%": (
        "about June 2021, uncertain", "около июня 2021 года, предположительно", "apie 2021 m. birželį, spėjama",
        "około czerwca 2021, data niepewna", "etwa Juni 2021, unsicher", "vers juin 2021, date incertaine",
        "حوالي يونيو 2021، غير مؤكد", "حدود ژوئن ۲۰۲۱، غیرقطعی",
    ),
    "2021-08-02/2021-08-03": (
        "2–3 August 2021", "2–3 августа 2021 года", "2021 m. rugpjūčio 2–3 d.", "2–3 sierpnia 2021",
        "2.–3. August 2021", "2–3 août 2021", "2–3 أغسطس 2021", "۲ تا ۳ اوت ۲۰۲۱",
    ),
    "2021-07-28/2021-08-03": (
        "28 July – 3 August 2021", "28 июля — 3 августа 2021 года", "2021 m. liepos 28 d. – rugpjūčio 3 d.",
        "28 lipca – 3 sierpnia 2021", "28. Juli – 3. August 2021", "28 juillet – 3 août 2021",
        "من 28 يوليو إلى 3 أغسطس 2021", "۲۸ ژوئیه تا ۳ اوت ۲۰۲۱",
    ),
    "2020-12-28/2021-01-03": (
        "28 December 2020 – 3 January 2021", "28 декабря 2020 года — 3 января 2021 года",
        "2020 m. gruodžio 28 d. – 2021 m. sausio 3 d.", "28 grudnia 2020 – 3 stycznia 2021",
        "28. Dezember 2020 – 3. Januar 2021", "28 décembre 2020 – 3 janvier 2021",
        "من 28 ديسمبر 2020 إلى 3 يناير 2021", "۲۸ دسامبر ۲۰۲۰ تا ۳ ژانویهٔ ۲۰۲۱",
    ),
    "2021-07/2021-08": (
        "July–August 2021", "июль — август 2021 года", "2021 m. liepa–rugpjūtis", "lipiec–sierpień 2021",
        "Juli–August 2021", "juillet–août 2021", "يوليو–أغسطس 2021", "ژوئیه تا اوت ۲۰۲۱",
    ),
    "2020/2021": (
        "2020–2021", "2020–2021 годы", "2020–2021 m.", "2020–2021", "2020–2021", "2020–2021", "2020–2021",
        "۲۰۲۰ تا ۲۰۲۱",
    ),
    "2021-05/..": (
        "from May 2021", "с мая 2021 года", "nuo 2021 m. gegužės", "od maja 2021", "ab Mai 2021",
        "depuis mai 2021", "منذ مايو 2021", "از مهٔ ۲۰۲۱",
    ),
    "2021-08-03/..": (
        "from 3 August 2021", "с 3 августа 2021 года", "nuo 2021 m. rugpjūčio 3 d.", "od 3 sierpnia 2021",
        "ab 3. August 2021", "depuis le 3 août 2021", "منذ 3 أغسطس 2021", "از ۳ اوت ۲۰۲۱",
    ),
    "2021-05~/..": (
        "from about May 2021", "примерно с мая 2021 года", "maždaug nuo 2021 m. gegužės",
        "mniej więcej od maja 2021", "etwa ab Mai 2021", "depuis mai 2021 environ", "منذ مايو 2021 تقريبًا",
        "تقریباً از مهٔ ۲۰۲۱",
    ),
    "../2021-07": (
        "until July 2021", "до июля 2021 года", "iki 2021 m. liepos", "do lipca 2021", "bis Juli 2021",
        "jusqu’en juillet 2021", "حتى يوليو 2021", "تا ژوئیهٔ ۲۰۲۱",
    ),
    "../2021-08-03": (
        "until 3 August 2021", "до 3 августа 2021 года", "iki 2021 m. rugpjūčio 3 d.", "do 3 sierpnia 2021",
        "bis 3. August 2021", "jusqu’au 3 août 2021", "حتى 3 أغسطس 2021", "تا ۳ اوت ۲۰۲۱",
    ),
    "1985/": (
        "from 1985, end unknown", "с 1985 года, окончание неизвестно", "nuo 1985 m., pabaiga nežinoma",
        "od 1985 roku, koniec nieznany", "ab 1985, Ende unbekannt", "depuis 1985, fin inconnue",
        "منذ عام 1985، النهاية غير معروفة", "از سال ۱۹۸۵، پایان نامعلوم",
    ),
    "/1985": (
        "until 1985, start unknown", "до 1985 года, начало неизвестно", "iki 1985 m., pradžia nežinoma",
        "do 1985 roku, początek nieznany", "bis 1985, Beginn unbekannt", "jusqu’en 1985, début inconnu",
        "حتى عام 1985، البداية غير معروفة", "تا سال ۱۹۸۵، آغاز نامعلوم",
    ),
    "2021-22": (
        "summer 2021", "лето 2021 года", "2021 m. vasara", "lato 2021", "Sommer 2021", "été 2021", "صيف 2021",
        "تابستان ۲۰۲۱",
    ),
    "../2021-22": (
        "until summer 2021", "до лета 2021 года", "iki 2021 m. vasaros", "do lata 2021", "bis Sommer 2021",
        "jusqu’à l’été 2021", "حتى صيف 2021", "تا تابستان ۲۰۲۱",
    ),
    "2021-35": (
        "third quarter of 2021", "III квартал 2021 года", "2021 m. III ketvirtis", "III kwartał 2021",
        "3. Quartal 2021", "3e trimestre 2021", "الربع الثالث من عام 2021", "سه‌ماههٔ سوم ۲۰۲۱",
    ),
    "2021-40": (
        "first half of 2021", "первое полугодие 2021 года", "2021 m. pirmasis pusmetis", "pierwsze półrocze 2021",
        "1. Halbjahr 2021", "1er semestre 2021", "النصف الأول من عام 2021", "نیمهٔ اول ۲۰۲۱",
    ),
    "198X": (
        "1980s", "1980-е годы", "XX a. devintasis dešimtmetis", "lata 80. XX wieku", "1980er-Jahre",
        "années 1980", "ثمانينيات القرن الـ20", "دههٔ ۱۹۸۰",
    ),
    "198X/..": (
        "from the 1980s", "с 1980-х годов", "nuo XX a. devintojo dešimtmečio", "od lat 80. XX wieku",
        "ab den 1980er-Jahren", "depuis les années 1980", "منذ ثمانينيات القرن الـ20", "از دههٔ ۱۹۸۰",
    ),
    "2021-07-XX": (
        "July 2021, day unknown", "июль 2021 года, день неизвестен", "2021 m. liepa, diena nežinoma",
        "lipiec 2021, dzień nieznany", "Juli 2021, Tag unbekannt", "juillet 2021, jour inconnu",
        "يوليو 2021، اليوم غير معروف", "ژوئیهٔ ۲۰۲۱، روز نامعلوم",
    ),
    "2004?-06-11": (
        "11 June 2004, year uncertain", "11 июня 2004 года, год под вопросом",
        "2004 m. birželio 11 d., metai spėjami", "11 czerwca 2004, rok niepewny", "11. Juni 2004, Jahr unsicher",
        "11 juin 2004, année incertaine", "11 يونيو 2004، السنة غير مؤكدة", "۱۱ ژوئن ۲۰۰۴، سال غیرقطعی",
    ),
    "-0043-03-15": (
        "15 March 44 BC", "15 марта 44 года до н. э.", "44 m. pr. Kr. kovo 15 d.", "15 marca 44 p.n.e.",
        "15. März 44 v. Chr.", "15 mars 44 av. J.-C.", "15 مارس 44 ق.م", "۱۵ مارس ۴۴ ق.م.",
    ),
    "1950S2": (
        "about 1950 (1900–1999)", "около 1950 года (1900–1999 годы)", "apie 1950 m. (1900–1999 m.)",
        "około 1950 roku (1900–1999)", "etwa 1950 (1900–1999)", "vers 1950 (1900–1999)",
        "حوالي عام 1950 (1900–1999)", "حدود سال ۱۹۵۰ (۱۹۰۰ تا ۱۹۹۹)",
    ),
    "[1667,1668,1670..1672]": (
        "1667, 1668 or 1670–1672", "1667 год, 1668 год или 1670–1672 годы", "1667 m., 1668 m. ar 1670–1672 m.",
        "1667, 1668 lub 1670–1672", "1667, 1668 oder 1670–1672", "1667, 1668 ou 1670–1672",
        "1667 أو 1668 أو 1670–1672", "۱۶۶۷،\u200f ۱۶۶۸، یا ۱۶۷۰ تا ۱۶۷۲",
    ),
    "{1960,1961-12}": (
        "1960 and December 1961", "1960 год и декабрь 1961 года", "1960 m. ir 1961 m. gruodis",
        "1960 i grudzień 1961", "1960 und Dezember 1961", "1960 et décembre 1961", "1960 وديسمبر 1961",
        "۱۹۶۰ و دسامبر ۱۹۶۱",
    ),
    "[..1760-12-03]": (
        "3 December 1760 or earlier", "3 декабря 1760 года или ранее", "1760 m. gruodžio 3 d. arba anksčiau",
        "3 grudnia 1760 lub wcześniej", "3. Dezember 1760 oder früher", "3 décembre 1760 ou avant",
        "3 ديسمبر 1760 أو قبل ذلك", "۳ دسامبر ۱۷۶۰ یا پیش از آن",
    ),
}  # fmt: skip
CASES = [(text, lang, words[n]) for text, words in SHOWN.items() for n, lang in enumerate(LANGUAGES)]


@pytest.mark.parametrize(("text", "lang", "expected"), CASES)
def test_shown(text: str, lang: str, expected: str) -> None:
    assert show(parse(text), lang) == expected


ENGLISH = [
    ("2021-08-03T09:05:30Z", "3 August 2021, 09:05:30 (UTC)"),
    ("2021-08-03T14:30+03", "3 August 2021, 14:30 (UTC+3)"),
    ("2021-08-03T14:30-04:30", "3 August 2021, 14:30 (UTC−4:30)"),
    ("2021-08-03/2021-08-03", "3 August 2021"),
    ("2021-05~/2021-06~", "about May–June 2021"),
    ("2021-05?/2021-06", "May 2021 (uncertain) – June 2021"),
    ("2021-05/2021-06?", "May 2021 – June 2021 (uncertain)"),
    ("2021-05?/..", "from May 2021, uncertain"),
    ("2004-06-~01/2004-06-~20", "about 1–20 June 2004"),
    ("2004-06-XX/2004-07-03", "June 2004 – 3 July 2004"),
    ("2004-02-01/2005-02", "1 February 2004 – February 2005"),
    ("2004-02-01/2005", "1 February 2004 – 2005"),
    ("2021-21/2021-22", "spring 2021 – summer 2021"),
    ("2021-21", "spring 2021"),
    ("2021-23", "autumn 2021"),
    ("2021-24", "winter 2021"),
    ("2021-26", "summer 2021 (northern hemisphere)"),
    ("2021-32", "winter 2021 (southern hemisphere)"),
    ("2021-33", "first quarter of 2021"),
    ("2021-36~", "about the fourth quarter of 2021"),
    ("2021-38", "May–August 2021"),
    ("2021-41", "second half of 2021"),
    ("200X", "2000s"),
    ("19XX", "1900–1999"),
    ("1XXX", "1000–1999"),
    ("098X", "980–989"),
    ("-009X", "100–91 BC"),
    ("XXXX", "year unknown"),
    ("1X85", "1X85"),
    ("2004-XX", "2004, month unknown"),
    ("1985-XX-XX", "1985, day unknown"),
    ("1984-1X", "October–December 1984"),
    ("2021-07-1X", "10–19 July 2021"),
    ("2021-07-3X", "30–31 July 2021"),
    ("2021-07-X1", "2021-07-X1"),
    ("2004-XX-11", "2004-XX-11"),
    ("156X-12-25", "25 December, 1560s"),
    ("XXXX-12-25", "25 December, year unknown"),
    ("XXXX-12-XX", "December, year unknown"),
    ("20XX-22", "20XX-22"),
    ("0000", "1 BC"),
    ("0079", "79 AD"),
    ("-0043/0012", "44 BC – 12 AD"),
    ("-0099/-0043", "100–44 BC"),
    ("Y170000002", "170,000,002"),
    ("Y-17E7", "170,000,001 BC"),
    ("[2021-08-03,2021-08-05]", "3 August 2021 or 5 August 2021"),
    ("{..1984}", "1984 and earlier"),
    ("[1760-12..]", "December 1760 or later"),
    ("2004-06~-11", "about 11 June 2004"),
    ("2004-%06-11", "about 11 June 2004, month uncertain"),
    ("2004-06?-11", "11 June 2004, uncertain"),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english(text: str, expected: str) -> None:
    assert show(parse(text), "en") == expected


# Languages without words of their own, and countries of those that have.
OTHERS = [
    ("en-US", "2021-07-28/2021-08-03", "July 28 – August 3, 2021"),
    ("en-US", "2021-08-02/2021-08-03", "August 2–3, 2021"),
    ("en-US", "2021-23~", "about fall 2021"),
    ("de-AT", "2021-01", "Jänner 2021"),
    ("ar-LB", "2021-08-03", "٣ آب ٢٠٢١"),
    ("pt", "2021-08-03", "3 de agosto de 2021"),
    ("pt", "2021-07-28/2021-08-03", "28 de julho – 3 de agosto de 2021"),
    ("pt", "2021-06~", "~ junho de 2021"),
    ("pt", "2021-05/..", "maio de 2021 –"),
    ("pt", "2021-06?", "junho de 2021 (?)"),
    ("pt", "2021-22", "junho – agosto de 2021"),
    ("it", "[1667,1668]", "1667 o 1668"),
    ("bg", "2021-08-02/2021-08-03", "2–3 август 2021 г."),
    ("lv", "2021-07-28/2021-08-03", "2021. gada 28. jūlijs – 3. augusts"),
    ("cs", "2021-08-02/2021-08-03", "2.–3. srpna 2021"),
    ("zh-Hans", "2021-07/2021-08", "2021年7月 – 8月"),
    ("ja", "2021-08-03", "2021年8月3日"),
    ("tlh", "2021-08-03", "3 August 2021"),
    ("", "2021-08-03", "3 August 2021"),
    ("RU_ru", "2021-08-03", "3 августа 2021 года"),
]


@pytest.mark.parametrize(("lang", "text", "expected"), OTHERS)
def test_other_languages(lang: str, text: str, expected: str) -> None:
    assert show(parse(text), lang) == expected


BRIEF = [
    ("2021-08-03", "3 August", "rugpjūčio 3 d."),
    ("2021-08", "August", "rugpjūtis"),
    ("2021-08-02/2021-08-03", "2–3 August", "rugpjūčio 2–3 d."),
    ("2021-07-28/2021-08-03", "28 July – 3 August", "liepos 28 d. – rugpjūčio 3 d."),
    ("2021-07/2021-08", "July–August", "liepa–rugpjūtis"),
    ("2021-08-03~", "about 3 August", "apie rugpjūčio 3 d."),
    ("2021-06~", "about June", "apie birželį"),
    ("2021-08-03?", "3 August, uncertain", "rugpjūčio 3 d., spėjama"),
    ("2021-08-03T14:30", "3 August, 14:30", "rugpjūčio 3 d., 14:30"),
    ("2020-12-28/2021-01-03", "28 December 2020 – 3 January 2021", "2020 m. gruodžio 28 d. – 2021 m. sausio 3 d."),
    ("2021-05/..", "from May 2021", "nuo 2021 m. gegužės"),
    ("2021-22", "summer 2021", "2021 m. vasara"),
    ("2021", "2021", "2021 m."),
]


@pytest.mark.parametrize(("text", "english", "lithuanian"), BRIEF)
def test_without_the_year(text: str, english: str, lithuanian: str) -> None:
    assert [show_day_month(parse(text), lang) for lang in ("en", "lt")] == [english, lithuanian]


@pytest.mark.parametrize(("lang", "expected"), [("en", "August 2021"), ("ru", "август 2021 года"), ("fa", "اوت ۲۰۲۱")])
def test_month(lang: str, expected: str) -> None:
    assert show_month(2021, 8, lang) == expected


def test_names_do_not_depend_on_the_language_asked_first() -> None:
    import babel

    names = babel.Locale.parse("ja").months["stand-alone"]["wide"]
    assert names[8] == "8月"
    locale.cache_clear()
    assert locale("es").alone[7] == "agosto"
