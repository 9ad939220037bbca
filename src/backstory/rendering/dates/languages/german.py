"""Dates in German.

Knows German. Must never know EDTF.
"""

from typing import Final

from msgspec.structs import replace

from backstory.rendering.dates.words import Forms, Words, each

_FORMS: Final = Forms(
    day="{d}. {m} {y}",
    day_month="{d}. {m}",
    month="{M} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "Frühjahr|Sommer|Herbst|Winter"),
        *each("{}. Quartal {{y}}", "1|2|3|4"),
        *each("{}. Halbjahr {{y}}", "1|2"),
    ),
    decades=("{y}er-Jahre",),
)

WORDS: Final = Words(
    forms=_FORMS,
    after_since=replace(_FORMS, decades=("den {y}er-Jahren",)),
    after_until=replace(_FORMS, decades=("zu den {y}er-Jahren",)),
    about="etwa {}",
    since="ab {}",
    until="bis {}",
    since_about="etwa ab {}",
    until_about="etwa bis {}",
    unsure=("unsicher", "Jahr unsicher", "Monat unsicher", "Tag unsicher"),
    unknown=("Jahr unbekannt", "Monat unbekannt", "Tag unbekannt", "Beginn unbekannt", "Ende unbekannt"),
    limits=("{} oder früher", "{} oder später", "{} und früher", "{} und später"),
    hemispheres=("Nordhalbkugel", "Südhalbkugel"),
    days="{}.–{}",
    clock="{h}:{m} Uhr",
)
