"""What words say about numbers, in English and Russian, as editors write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.reading.counts.amounts import Amount, amount, exactly

AGREE = [
    ("more than 4,000", 4090), ("more than 4,000", 4001), ("about 180", 180), ("about 180", 190), ("81", 81),
    ("fewer than 100", 81), ("nearly 4,200", 4180), ("almost 4,200", 4200), ("4,100", 4090), ("eight", 8),
    ("twenty-one people", 21), ("two hundred and five", 205), ("a hundred", 100), ("€152 million", 152e6),
    ("€36.7 million", 36.7e6), ("145 kilometres", 145), ("186.25 km", 186.25), ("1.5 million", 1.5e6), ("4 090", 4090),
    ("4 090", 4090), ("4.090", 4090), ("3,5", 3.5), ("1,234,567.5", 1234567.5), ("1.234.567,5", 1234567.5),
    ("at least 26", 26), ("up to 500", 480), ("just over 4,000", 4090), ("just under 4,100", 4090), ("200–300", 250),
    ("2–3 million", 2.4e6), ("two to three", None), ("no one", None), ("более 4000", 4090), ("меньше 100", 81),
    ("примерно о 180", 180), ("свыше четырех тысяч", 4090), ("около двухсот", 190), ("почти 4200", 4180),
    ("сто двадцать", 120), ("две тысячи восемьсот восемьдесят два", 2882), ("не менее 26", 27), ("17,5 тыс.", 17500),
    ("полторы тысячи", 1500), ("чуть более четырёх тысяч", 4090), ("two dozen", 24), ("some 180 people", 175),
    ("−5", -5), ("0", 0), ("none", 0), ("minus 3.5 degrees", -3.5), ("минус 5", -5), ("half a million", 5e5),
    ("a quarter of a million", 25e4), ("three quarters of a million", 75e4), ("полмиллиона", 5e5), ("0.125", 0.125),
    ("two and a half thousand", 2500), ("два с половиной миллиона", 2.5e6), ("2½", 2.5), ("between 100 and 200", 150),
    ("from 2 to 3 million", 2.4e6), ("between one hundred and twenty and two hundred", 150), ("от 100 до 200", 150),
    ("dozens of people", 60), ("tens of thousands", 42e3), ("hundreds of people", 400), ("several hundred", 600),
    ("a couple of hundred", 190), ("десятки тысяч", 42e3), ("несколько сотен", 400), ("трое", 3), ("half a dozen", 6),
    ("2,882 people in July 2021", 2882), ("in July 2021, 2,882 people", 2882), ("в июле 2021 года 2882", 2882),
    ("4,112 by 2021-08-05", 4112), ("10 of the 247 people", 10), ("10 из 247 человек", 10), ("27 in 2021", 27),
    ("daugiau nei 4 000", 4090), ("apie 180 žmonių", 190), ("beveik 4,2 tūkst.", 4180), ("iki 500", 480),
    ("ponad 4 tys. osób", 4090), ("co najmniej 26", 27), ("mniej niż 100", 81), ("około 2,5 mln", 2.4e6),
    ("mehr als 4.000", 4090), ("fast 4.200", 4180), ("rund 152 Millionen Euro", 150e6), ("höchstens 500", 480),
    ("plus de 4 000 personnes", 4090), ("près de 180", 170), ("au moins 26", 26), ("1,5 milliard", 1.5e9),
    ("más de 4.000", 4090), ("понад 4 тис.", 4090), ("близько 180", 190), ("больш за 4000", 4090),
    ("أكثر من 4,000 شخص", 4090), ("نحو ٤٬٠٠٠", 4090), ("أكثر من 2 مليون", 2.4e6), ("بیش از ۴۰۰۰ نفر", 4090),
    ("£2.3m", 2.34e6), ("4.5bn", 4.549e9), ("2,5 млн", 2.549e6), ("36.7", 36.74), ("not one", 0), ("nobody", 0),
    ("not a single fish", 0), ("ни одного", 0), ("никто", 0), ("−2.3 million", -2.34e6),
]  # fmt: skip
DIFFER = [
    ("more than 4,000", 4000), ("more than 4,000", 9000), ("fewer than 100", 100), ("about 180", 247), ("81", 74),
    ("4,000", 4090), ("nearly 4,200", 4300), ("eight", 9), ("€41 million", 152e6), ("более 4000", 3999),
    ("меньше 100", 101), ("примерно 180", 247), ("just over 4,000", 4900), ("up to 500", 501), ("200–300", 310),
    ("at least 26", 25), ("about 5", 7), ("−5", 5), ("half a million", 0.5), ("dozens", 9), ("hundreds", 4000),
    ("between 100 and 200", 201), ("от 100 до 200", 99), ("a few hundred", 900), ("COVID-19: 81", -19),
    ("daugiau nei 4 000", 3900), ("mehr als 4.000", 4000), ("au moins 26", 25), ("أقل من 100", 101),
    ("£2.3m", 2.36e6), ("2,300,000", 2.34e6), ("2 million", 2.1e6), ("not one", 1), ("36.7", 36.8),
]  # fmt: skip
SHARES = [
    ("two thirds", 0.68, True), ("two thirds", 0.75, False), ("half", 0.5, True), ("more than half", 0.55, True),
    ("more than half", 0.5, False), ("nearly half", 0.47, True), ("a third", 0.34, True), ("68%", 0.68, True),
    ("68 per cent", 0.68, True), ("68%", 0.71, False), ("две трети", 0.68, True), ("почти половина", 0.48, True),
    ("треть", 0.5, False), ("четверть", 0.25, True), ("три четверти", 0.75, True), ("60–70%", 0.66, True),
    ("one in three", 0.33, True), ("one in ten", 0.1, True), ("one in ten", 0.2, False), ("3 out of 4", 0.75, True),
    ("68 proc.", 0.68, True), ("68 Prozent", 0.684, True), ("68 pour cent", 0.70, False), ("٦٨٪", 0.68, True),
    ("33%", 0.334, True), ("33%", 0.336, False), ("30 percent", 0.304, True), ("30 percent", 0.31, False),
    ("33.3%", 0.3334, True), ("33.3%", 0.334, False), ("14 процентов", 0.144, True),
    ("every third person", 1 / 3, True), ("каждый третий", 1 / 3, True), ("двое из трёх", 2 / 3, True),
]  # fmt: skip


@pytest.mark.parametrize(("words", "value"), [case for case in AGREE if case[1] is not None])
def test_words_that_agree(words: str, value: float) -> None:
    found = amount(words)
    assert found is not None
    assert not found.share
    assert found.meets(exactly(value)), found


@pytest.mark.parametrize(("words", "value"), DIFFER)
def test_words_that_differ(words: str, value: float) -> None:
    found = amount(words)
    assert found is not None
    assert not found.meets(exactly(value)), found


@pytest.mark.parametrize(("words", "value", "agree"), SHARES)
def test_parts_of_a_whole(words: str, value: float, agree: bool) -> None:
    found = amount(words)
    assert found is not None
    assert found.share
    assert found.meets(exactly(value)) is agree, found


@pytest.mark.parametrize(
    "words",
    [
        "",
        "this figure",
        "the count",
        "больше людей",
        "the third of March",
        "a lot",
        "three times as many",
        "в два раза больше",
        "1.5-fold",
        "3 August 2021",
        "in July 2021",
        "the first quarter of 2021",
        "¹",
    ],
)
def test_words_without_a_number(words: str) -> None:
    assert amount(words) is None


def test_open_ends_do_not_meet_at_the_edge() -> None:
    assert not Amount(1, 2, open_high=True).meets(Amount(2, 3))
    assert Amount(1, 2).meets(Amount(2, 3))


@given(st.text(max_size=60))
def test_no_words_raise(words: str) -> None:
    amount(words)


@given(st.integers(min_value=0, max_value=10**15))
def test_a_number_agrees_with_itself(value: int) -> None:
    for written in (f"{value}", f"{value:,}", f"{value:,}".replace(",", " ")):
        found = amount(written)
        assert found is not None
        assert found.meets(exactly(value))


@pytest.mark.parametrize(
    "words", ["zwei Drittel", "vier Millionen", "keturi tūkstančiai", "cztery tysiące", "deux tiers"]
)
def test_numbers_in_words_of_other_languages_say_nothing(words: str) -> None:
    assert amount(words) is None
