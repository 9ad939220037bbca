"""Dates in Polish.

Knows Polish. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_NOMINATIVE: Final = Forms(
    day="{d} {m} {y}",
    day_month="{d} {m}",
    month="{M} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "wiosna|lato|jesień|zima"),
        *each("{} kwartał {{y}}", "I|II|III|IV"),
        *each("{} półrocze {{y}}", "pierwsze|drugie"),
    ),
    decades=("", *("lata {t}. {C} wieku",) * 9),
)

_GENITIVE: Final = Forms(
    day="{d} {m} {y}",
    day_month="{d} {m}",
    month="{m} {y}",
    month_name="{m}",
    year="{y} roku{e}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "wiosny|lata|jesieni|zimy"),
        *each("{} kwartału {{y}}", "I|II|III|IV"),
        *each("{} półrocza {{y}}", "pierwszego|drugiego"),
    ),
    decades=("", *("lat {t}. {C} wieku",) * 9),
)

WORDS: Final = Words(
    forms=_NOMINATIVE,
    after_about=_GENITIVE,
    after_since=_GENITIVE,
    after_until=_GENITIVE,
    about="około {}",
    since="od {}",
    until="do {}",
    since_about="mniej więcej od {}",
    until_about="mniej więcej do {}",
    unsure=("data niepewna", "rok niepewny", "miesiąc niepewny", "dzień niepewny"),
    unknown=("rok nieznany", "miesiąc nieznany", "dzień nieznany", "początek nieznany", "koniec nieznany"),
    limits=("{} lub wcześniej", "{} lub później", "{} i wcześniej", "{} i później"),
    hemispheres=("półkula północna", "półkula południowa"),
)
