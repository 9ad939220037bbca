"""What stands around a number in figures in the languages of the interface besides English and Russian.

Knows vocabularies: how words round a number, multiply it, or make it a share. Numbers in words are not among them, so
that "zwei Drittel" says nothing rather than something wrong. Must never know how a number is compared with another.
"""

from typing import Final

from backstory.reading.counts.numberwords import Rounding

_ROUNDING: Final[dict[Rounding, str]] = {
    "most": (
        "ne daugiau kaip|ne daugiau nei|iki|nie więcej niż|co najwyżej|maksymalnie|nicht mehr als|höchstens|maximal"
        "|bis zu|pas plus de|au plus|jusqu'à|no más de|como mucho|hasta|не більше ніж|не більш як|не більше|щонайбільше"
        "|не больш за|ما لا يزيد على|لا يزيد عن|حتى|حداکثر|تا"
    ),
    "least": (
        "ne mažiau kaip|ne mažiau nei|bent|mažiausiai|nie mniej niż|co najmniej|przynajmniej|nicht weniger als"
        "|mindestens|wenigstens|au moins|al menos|por lo menos|no menos de|не менше ніж|не менш як|не менше"
        "|щонайменше|не менш за|ما لا يقل عن|على الأقل|دست کم|دست‌کم|حداقل"
    ),
    "just-over": (
        "kiek daugiau nei|nieco ponad|etwas mehr als|knapp über|un peu plus de|poco más de|трохи більше|крыху больш за"
    ),
    "nearly": (
        "kiek mažiau nei|beveik|nieco poniżej|prawie|niemal|blisko|etwas weniger als|fast|beinahe|knapp|un peu moins de"
        "|presque|poco menos de|casi|трохи менше|майже|амаль|ما يقرب من|نزدیک به"
    ),
    "over": (
        "daugiau kaip|daugiau nei|daugiau negu|virš|ponad|więcej niż|powyżej|przeszło|mehr als|über|plus de|más de"
        "|більше ніж|більш ніж|більш як|більше|понад|больш за|больш як|звыш|أكثر من|ما يزيد على|ما يزيد عن|يزيد على"
        "|يزيد عن|فوق|بیش از|بیشتر از"
    ),
    "under": (
        "mažiau kaip|mažiau nei|mažiau negu|mniej niż|poniżej|weniger als|unter|moins de|menos de|менше ніж|менш ніж"
        "|менш як|менше|менш за|أقل من|دون|کمتر از"
    ),
    "about": (
        "apie|maždaug|apytiksliai|około|mniej więcej|w przybliżeniu|rund|etwa|ungefähr|circa|ca|zirka|environ|quelque"
        "|près de|autour de|alrededor de|aproximadamente|cerca de|unos|unas|близько|приблизно|десь|каля|прыкладна"
        "|نحو|حوالي|قرابة|زهاء|تقريبا|تقريبًا|حدود|تقریبا|تقریباً"
    ),
}  # fmt: skip

OTHER_ROUNDING: Final[tuple[tuple[str, Rounding], ...]] = tuple(
    (phrase, rounding) for rounding, phrases in _ROUNDING.items() for phrase in phrases.split("|")
)
"""What stands before a number, those first that hold others."""

OTHER_SCALES: Final[dict[str, float]] = {
    word: scale
    for scale, words in {
        1e3: "tūkst tūkstantis tūkstančio tūkstančiai tūkstančių tys tysiąc tysiące tysięcy tysiąca tausend tsd mille"
        " тис тисяча тисячі тисяч тысячаў ألف ألفا آلاف هزار",
        1e6: "milijonas milijono milijonai milijonų milion miliona miliony milionów mio million millionen millón"
        " millones мільйон мільйона мільйони мільйонів мільён мільёна мільёны мільёнаў مليون مليونا ملايين میلیون",
        1e9: "mlrd milijardas milijardo milijardai milijardų mld miliard miliarda miliardy miliardów mrd milliarde"
        " milliarden milliard milliards мільярд мільярда мільярди мільярдів мільярды мільярдаў مليار مليارا مليارات"
        " میلیارد",
    }.items()
    for word in words.split()
}
"""Words that multiply the figures before them, and say no number by themselves."""

_PERCENT: Final = """
proc procentas procento procentai procentų procent procenty procentów prozent відсоток відсотка відсотки відсотків
працэнт працэнта працэнты працэнтаў بالمئة بالمائة درصد
"""
OTHER_PERCENT: Final = frozenset(_PERCENT.split())
TWO_WORDS: Final = {
    "pour cent": "percent", "por ciento": "percent", "في المئة": "percent", "في المائة": "percent",
}  # fmt: skip
"""Words for percent that are written in two."""
