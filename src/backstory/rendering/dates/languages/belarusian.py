"""Dates in Belarusian. The year is spelt out, as in Russian; "ад" begins an interval, for "з" and "са" would alternate.

Knows Belarusian. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_NOMINATIVE: Final = Forms(
    day="{d} {m} {y} года{e}",
    day_month="{d} {m}",
    month="{M} {y} года{e}",
    month_name="{M}",
    year="{y} год{e}",
    years="{y} гады{e}",
    parts=(
        *each("{} {{y}} года{{e}}", "вясна|лета|восень|зіма"),
        *each("{} квартал {{y}} года{{e}}", "I|II|III|IV"),
        *each("{} паўгоддзе {{y}} года{{e}}", "першае|другое"),
    ),
    decades=("{y}-я гады",),
)

_GENITIVE: Final = Forms(
    day="{d} {m} {y} года{e}",
    day_month="{d} {m}",
    month="{m} {y} года{e}",
    month_name="{m}",
    year="{y} года{e}",
    years="{y} гадоў{e}",
    parts=(
        *each("{} {{y}} года{{e}}", "вясны|лета|восені|зімы"),
        *each("{} квартала {{y}} года{{e}}", "I|II|III|IV"),
        *each("{} паўгоддзя {{y}} года{{e}}", "першага|другога"),
    ),
    decades=("{y}-х гадоў",),
)

WORDS: Final = Words(
    forms=_NOMINATIVE,
    after_about=_GENITIVE,
    after_since=_GENITIVE,
    after_until=_GENITIVE,
    about="каля {}",
    since="ад {}",
    until="да {}",
    since_about="прыкладна ад {}",
    until_about="прыкладна да {}",
    unsure=("меркавана", "год пад пытаннем", "месяц пад пытаннем", "дзень пад пытаннем"),
    unknown=("год невядомы", "месяц невядомы", "дзень невядомы", "пачатак невядомы", "канец невядомы"),
    limits=("{} або раней", "{} або пазней", "{} і раней", "{} і пазней"),
    hemispheres=("Паўночнае паўшар’е", "Паўднёвае паўшар’е"),
    eras=("да н. э.", "н. э."),
    names="{} — {}",
    dates="{} — {}",
)
