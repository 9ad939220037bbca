"""Dates in Russian. The year is spelt out: "2021 г." is the language of forms. A dash between
words is an em dash with spaces, between figures an en dash without, which Unicode's patterns do not tell apart.

Knows Russian. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_NOMINATIVE: Final = Forms(
    day="{d} {m} {y} года{e}",
    day_month="{d} {m}",
    month="{M} {y} года{e}",
    month_name="{M}",
    year="{y} год{e}",
    years="{y} годы{e}",
    parts=(
        *each("{} {{y}} года{{e}}", "весна|лето|осень|зима"),
        *each("{} квартал {{y}} года{{e}}", "I|II|III|IV"),
        *each("{} полугодие {{y}} года{{e}}", "первое|второе"),
    ),
    decades=("{y}-е годы",),
)

_GENITIVE: Final = Forms(
    day="{d} {m} {y} года{e}",
    day_month="{d} {m}",
    month="{m} {y} года{e}",
    month_name="{m}",
    year="{y} года{e}",
    years="{y} годов{e}",
    parts=(
        *each("{} {{y}} года{{e}}", "весны|лета|осени|зимы"),
        *each("{} квартала {{y}} года{{e}}", "I|II|III|IV"),
        *each("{} полугодия {{y}} года{{e}}", "первого|второго"),
    ),
    decades=("{y}-х годов",),
)

WORDS: Final = Words(
    forms=_NOMINATIVE,
    after_about=_GENITIVE,
    after_since=_GENITIVE,
    after_until=_GENITIVE,
    about="около {}",
    since="с {}",
    until="до {}",
    since_about="примерно с {}",
    until_about="примерно до {}",
    unsure=("предположительно", "год под вопросом", "месяц под вопросом", "день под вопросом"),
    unknown=("год неизвестен", "месяц неизвестен", "день неизвестен", "начало неизвестно", "окончание неизвестно"),
    limits=("{} или ранее", "{} или позже", "{} и ранее", "{} и позже"),
    hemispheres=("Северное полушарие", "Южное полушарие"),
    names="{} — {}",
    dates="{} — {}",
)
