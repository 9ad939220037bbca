"""The words that editors write dates with, in the languages of the region that newsrooms here work in.

Knows words. Must never know grammar: a suggestion is only offered, never taken.
"""

from typing import Final

_MONTHS: Final = """
january february march april may june july august september october november december
январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
января февраля марта апреля мая июня июля августа сентября октября ноября декабря
січень лютий березень квітень травень червень липень серпень вересень жовтень листопад грудень
січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня
студзень люты сакавік красавік май чэрвень ліпень жнівень верасень кастрычнік лістапад снежань
студзеня лютага сакавіка красавіка мая чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня
sausis vasaris kovas balandis gegužė birželis liepa rugpjūtis rugsėjis spalis lapkritis gruodis
sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio
janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris
janvārī februārī martā aprīlī maijā jūnijā jūlijā augustā septembrī oktobrī novembrī decembrī
styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień
stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
januar februar märz april mai juni juli august september oktober november dezember
janvier février mars avril mai juin juillet août septembre octobre novembre décembre
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر
يناير فبراير مارس ابريل مايو يونيه يوليه اغسطس سبتمبر اكتوبر نوفمبر ديسمبر
كانونأ شباط آذار نيسان أيار حزيران تموز آب أيلول تشرينأ تشرينب كانونب
جانفي فيفري مارس أفريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر
ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر
ژانویهٔ فوریهٔ مارچ آپریل مهٔ جون جولای آگوست سپتامبر اکتوبر نوامبر دسامبر
"""

MONTHS: Final[dict[str, int]] = {
    name: number for line in _MONTHS.split("\n") for number, name in enumerate(line.split(), start=1)
}
"""Every name of a month, in the cases that dates use, with its number."""

_SEASONS: Final = """
spring весна весны весной pavasaris pavasario pavasarį wiosna wiosny wiosną frühling frühjahr printemps ربيع بهار
summer лето лета летом vasara vasaros vasarą lato latem sommer été صيف تابستان
autumn осень осени осенью ruduo rudens rudenį jesień jesieni jesienią herbst automne خريف پاییز
winter зима зимы зимой žiema žiemos žiemą zima zimy zimą hiver شتاء زمستان
fall
"""

SEASONS: Final[dict[str, int]] = {
    name: 23 if name == "fall" else number
    for number, line in enumerate(_SEASONS.split("\n"), start=20)
    for name in line.split()
}
"""Names of the seasons with the numbers that the specification gives them, 21-24."""

_TURNS: Final = """
about: ~ about around circa ca c approx approximately roughly early mid late beginning end
about: около примерно приблизительно начало начале середина середине конец конце
about: apie maždaug około etwa ungefähr um vers environ حوالي نحو حدود
about: anfang mitte ende début mi milieu fin początek początku połowa połowie koniec końcu końca
about: pradžia pradžioje vidurys viduryje pabaiga pabaigoje أوائل منتصف أواخر اوایل اواسط اواخر
doubt: ? possibly probably perhaps maybe likely возможно вероятно предположительно galbūt tikriausiai prawdopodobnie
doubt: vielleicht vermutlich probablement ربما شاید
since: from since between after с со от после nuo po od seit ab vom nach depuis après du منذ من بعد از پس
until: until till to before до по iki prieš do przed bis vor jusqu'à jusqu'au jusqu'en avant حتى إلى قبل تا پیش
to: to until till through and до по iki do bis zum au à et إلى حتى تا
now: now present today ongoing open настоящее сейчас dabar dziś heute
noise: of the in on at st nd rd th г год года году годы м g m d r rok roku gada gadā de del du le la er den der dem am
noise: some time sometime im го е я й uhr monday tuesday wednesday thursday friday saturday sunday
noise: mon tue tues wed thu thur thurs fri sat sun jahr jahre en année w roku anno a d of عام سنة سال
noise: понедельник вторник среда четверг пятница суббота воскресенье пн вт ср чт пт сб вс
noise: montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag
noise: lundi mardi mercredi jeudi vendredi samedi dimanche
noise: poniedziałek wtorek środa czwartek piątek sobota niedziela
noise: pirmadienis antradienis trečiadienis ketvirtadienis penktadienis šeštadienis sekmadienis
quarters: quarter квартал квартале квартала ketvirtis ketvirtį ketvirčio kwartał kwartale kwartału quartal trimestre
halves: half полугодие полугодии полугодия половина половине pusmetis pusmetį półrocze półroczu halbjahr semestre
century: century век века веке в столетие столетия amžius amžiaus amžiuje a wiek wieku jahrhundert siècle قرن القرن سده
"""


def _turns(name: str) -> frozenset[str]:
    lines = [line.partition(": ") for line in _TURNS.split("\n")]
    return frozenset(word for label, _, words in lines if label == name for word in words.split())


ABOUT, DOUBT, SINCE, UNTIL, TO, NOW, NOISE = map(_turns, ("about", "doubt", "since", "until", "to", "now", "noise"))
"""Words that say how sure a date is, words that open, close and join intervals, and words that say nothing."""

QUARTERS, HALVES, CENTURY = map(_turns, ("quarters", "halves", "century"))
"""Words for parts of a year, and for a hundred years."""

_ORDERED: Final = """
1 i і first 1st первый первое первом первого pirmasis pirmas pirmąjį pierwszy pierwsze erstes ersten premier 1er
2 ii іі second 2nd второй второе втором второго antrasis antras antrąjį drugi drugie zweites zweiten deuxième second
3 iii ііі third 3rd третий третьем третьего trečiasis trečias trzeci drittes dritten troisième
4 iv іv fourth 4th четвертый четвёртый четвертом četvrtasis ketvirtasis czwarty viertes vierten quatrième
"""

ORDERED: Final[dict[str, int]] = {
    name: number for number, line in enumerate(_ORDERED.split("\n")) for name in line.split()
}
"""Words and numerals for the first to the fourth."""

TWO_WORDS: Final = {
    "كانون الثاني": "كانونأ", "كانون الأول": "كانونب", "تشرين الأول": "تشرينأ", "تشرين الثاني": "تشرينب",
}  # fmt: skip
"""Arabic names of months in two words, as the tables above have them."""

_PERSIAN: Final = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند"
PERSIAN_MONTHS: Final[dict[str, int]] = {name: number for number, name in enumerate(_PERSIAN.split(), start=1)}
"""The months of the Persian calendar."""


def month_of(word: str) -> int:
    """Return the number of the month that a word names or shortens (three letters or more), or 0."""
    if word in MONTHS:
        return MONTHS[word]
    if len(word) < 3:
        return 0
    found = {number for name, number in MONTHS.items() if name.startswith(word)}
    return found.pop() if len(found) == 1 else 0
