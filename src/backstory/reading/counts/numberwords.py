"""The words that numbers are written with, in English and Russian: "two thirds", "сто двадцать", "about", "почти".

Knows vocabularies. Must never know how a number is compared with another.
"""

from typing import Final, Literal

Rounding = Literal["exact", "about", "over", "under", "nearly", "least", "most", "just-over"]

_ENGLISH: Final = {
    "zero": 0, "no": 0, "none": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_RUSSIAN: Final = {
    "ноль": 0, "нуля": 0, "один": 1, "одна": 1, "одно": 1, "одного": 1, "одной": 1, "одну": 1, "два": 2, "две": 2,
    "двух": 2, "двум": 2, "двумя": 2, "три": 3, "трех": 3, "тремя": 3, "четыре": 4, "четырех": 4, "пять": 5, "пяти": 5,
    "шесть": 6, "шести": 6, "семь": 7, "семи": 7, "восемь": 8, "восьми": 8, "девять": 9, "девяти": 9, "десять": 10,
    "десяти": 10, "одиннадцать": 11, "одиннадцати": 11, "двенадцать": 12, "двенадцати": 12, "тринадцать": 13,
    "тринадцати": 13, "четырнадцать": 14, "четырнадцати": 14, "пятнадцать": 15, "пятнадцати": 15, "шестнадцать": 16,
    "шестнадцати": 16, "семнадцать": 17, "семнадцати": 17, "восемнадцать": 18, "восемнадцати": 18,
    "девятнадцать": 19, "девятнадцати": 19, "двадцать": 20, "двадцати": 20, "тридцать": 30, "тридцати": 30,
    "сорок": 40, "сорока": 40, "пятьдесят": 50, "пятидесяти": 50, "шестьдесят": 60, "шестидесяти": 60,
    "семьдесят": 70, "семидесяти": 70, "восемьдесят": 80, "восьмидесяти": 80, "девяносто": 90, "девяноста": 90,
    "сто": 100, "ста": 100, "двести": 200, "двухсот": 200, "триста": 300, "трехсот": 300, "четыреста": 400,
    "четырехсот": 400, "пятьсот": 500, "пятисот": 500, "шестьсот": 600, "шестисот": 600, "семьсот": 700,
    "семисот": 700, "восемьсот": 800, "восьмисот": 800, "девятьсот": 900, "девятисот": 900,
    "сотня": 100, "полторы": 1.5, "полтора": 1.5, "полутора": 1.5, "полсотни": 50, "полтысячи": 500,
    "полмиллиона": 5e5, "полмиллиарда": 5e8, "двое": 2, "двоих": 2, "оба": 2, "обе": 2, "трое": 3, "троих": 3,
    "четверо": 4, "четверых": 4, "пятеро": 5, "пятерых": 5, "шестеро": 6, "шестерых": 6, "семеро": 7, "семерых": 7,
    "восьмеро": 8, "девятеро": 9, "десятеро": 10,
}  # fmt: skip
NUMBERS: Final[dict[str, float]] = {**_ENGLISH, **_RUSSIAN}
"""Words that add up: "сто двадцать" is 120. Russian ones stand with е for ё, in the cases that numbers appear in."""

SCALES: Final[dict[str, float]] = {
    "dozen": 12, "hundred": 100, "thousand": 1e3, "k": 1e3, "million": 1e6, "m": 1e6, "mn": 1e6, "mln": 1e6,
    "billion": 1e9, "bn": 1e9, "trillion": 1e12, "dozens": 12, "hundreds": 100, "thousands": 1e3, "millions": 1e6,
    "billions": 1e9, "тысяча": 1e3, "тысячи": 1e3, "тысяч": 1e3, "тысячу": 1e3, "тысячам": 1e3, "тыс": 1e3,
    "миллион": 1e6, "миллиона": 1e6, "миллионов": 1e6, "млн": 1e6, "миллиард": 1e9, "миллиарда": 1e9,
    "миллиардов": 1e9, "млрд": 1e9, "триллион": 1e12, "триллиона": 1e12, "триллионов": 1e12, "трлн": 1e12,
    "дюжина": 12, "дюжины": 12, "сотни": 100, "сотен": 100,
}  # fmt: skip
"""Words that what stands before them is multiplied by."""

PARTS: Final[dict[str, float]] = {
    "half": 1 / 2, "halves": 1 / 2, "third": 1 / 3, "thirds": 1 / 3, "quarter": 1 / 4, "quarters": 1 / 4,
    "fifth": 1 / 5, "fifths": 1 / 5, "sixth": 1 / 6, "sixths": 1 / 6, "eighth": 1 / 8, "eighths": 1 / 8,
    "tenth": 1 / 10, "tenths": 1 / 10, "половина": 1 / 2, "половину": 1 / 2, "половины": 1 / 2, "треть": 1 / 3,
    "трети": 1 / 3, "третей": 1 / 3, "четверть": 1 / 4, "четверти": 1 / 4, "четвертей": 1 / 4, "пятая": 1 / 5,
    "пятых": 1 / 5, "пятую": 1 / 5, "десятая": 1 / 10, "десятых": 1 / 10, "десятую": 1 / 10,
}  # fmt: skip
"""Words for a part of a whole."""

FRACTIONS: Final[dict[str, float]] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8,
}  # fmt: skip
"""Parts of a whole as single signs."""

INDEFINITE: Final[dict[str, tuple[float, float]]] = {
    "dozens": (12, 144), "scores": (20, 200), "tens": (10, 100), "hundreds": (100, 1e3), "thousands": (1e3, 1e4),
    "millions": (1e6, 1e7), "billions": (1e9, 1e10), "several": (3, 9.99), "a few": (2, 7), "a couple": (1.5, 2.5),
    "a handful": (2, 9), "десятки": (10, 100), "десятков": (10, 100), "сотни": (100, 1e3), "сотен": (100, 1e3),
    "тысячи": (1e3, 1e4), "миллионы": (1e6, 1e7), "несколько": (2, 9.99), "нескольких": (2, 9.99),
    "пара": (1.5, 2.5), "пары": (1.5, 2.5), "пару": (1.5, 2.5),
}  # fmt: skip
"""Words for numbers that nobody counted, from the least that they may mean to the most."""

EVERY: Final[dict[str, int]] = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "второй": 2, "вторая": 2, "третий": 3, "третья": 3, "четвертый": 4, "четвертая": 4, "пятый": 5, "пятая": 5,
    "шестой": 6, "шестая": 6, "седьмой": 7, "восьмой": 8, "девятый": 9, "десятый": 10, "десятая": 10,
}  # fmt: skip
"""What may stand behind "every": every third is a third of them."""

ORDERED: Final = frozenset(["third", "fifth", "sixth", "eighth", "tenth"])
"""Parts that are places in an order as well, unless "a" or a number stands before them: "the third of March"."""

MINUS: Final = frozenset(["-", "minus", "минус"])
TIMES: Final = frozenset(["times", "fold", "раз", "раза"])
"""What stands behind a number that multiplies another one."""

PERCENT: Final = frozenset(["%", "percent", "per cent", "pct", "процент", "процента", "процентов"])
JOINING: Final = frozenset(["a", "an", "and", "of", "the", "и", "o", "о", "об", "в", "до", "-"])
"""Words that may stand inside a number and say nothing of it."""

ROUNDING: Final[tuple[tuple[str, Rounding], ...]] = (
    ("no more than", "most"), ("not more than", "most"), ("at most", "most"), ("up to", "most"),
    ("no fewer than", "least"), ("no less than", "least"), ("not less than", "least"), ("at least", "least"),
    ("just over", "just-over"), ("a little over", "just-over"), ("slightly more than", "just-over"),
    ("a little more than", "just-over"), ("just under", "nearly"), ("a little under", "nearly"),
    ("slightly fewer than", "nearly"), ("slightly less than", "nearly"), ("just short of", "nearly"),
    ("well over", "over"), ("more than", "over"), ("greater than", "over"), ("upwards of", "over"), ("over", "over"),
    ("above", "over"), ("in excess of", "over"), ("fewer than", "under"), ("less than", "under"), ("under", "under"),
    ("below", "under"), ("nearly", "nearly"), ("almost", "nearly"), ("close to", "about"), ("about", "about"),
    ("around", "about"), ("roughly", "about"), ("approximately", "about"), ("approx", "about"), ("some", "about"),
    ("an estimated", "about"), ("estimated", "about"), ("circa", "about"), ("or so", "about"), ("~", "about"),
    ("не более чем", "most"), ("не более", "most"), ("не больше", "most"), ("не менее чем", "least"),
    ("не менее", "least"), ("не меньше", "least"), ("по меньшей мере", "least"), ("минимум", "least"),
    ("чуть более", "just-over"), ("чуть больше", "just-over"), ("немногим более", "just-over"),
    ("немногим больше", "just-over"), ("чуть менее", "nearly"), ("чуть меньше", "nearly"),
    ("немногим менее", "nearly"), ("немногим меньше", "nearly"), ("без малого", "nearly"), ("более чем", "over"),
    ("более", "over"), ("больше", "over"), ("свыше", "over"), ("выше", "over"), ("менее чем", "under"),
    ("менее", "under"), ("меньше", "under"), ("ниже", "under"), ("почти", "nearly"), ("около", "about"),
    ("примерно", "about"), ("приблизительно", "about"), ("порядка", "about"), ("до", "most"),
)  # fmt: skip
"""What stands before (or, for "or so", after) a number; longer ones first where one is part of another."""
