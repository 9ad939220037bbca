"""Dates in French: an article after most prepositions, and an ordinal for the first of a month.

Knows French. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_BARE: Final = Forms(
    day="{d} {m} {y}",
    day_month="{d} {m}",
    month="{M} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "printemps|été|automne|hiver"),
        *each("{} trimestre {{y}}", "1er|2e|3e|4e"),
        *each("{} semestre {{y}}", "1er|2e"),
    ),
    decades=("années {y}",),
)

_WITH_ARTICLE: Final = Forms(
    day="le {d} {m} {y}",
    day_month="le {d} {m}",
    month="{M} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "le printemps|l’été|l’automne|l’hiver"),
        *each("le {} trimestre {{y}}", "1er|2e|3e|4e"),
        *each("le {} semestre {{y}}", "1er|2e"),
    ),
    decades=("les années {y}",),
)

_UP_TO: Final = Forms(
    day="au {d} {m} {y}",
    day_month="au {d} {m}",
    month="en {M} {y}",
    month_name="en {M}",
    year="en {y}",
    years="en {y}",
    parts=(
        *each("{} {{y}}", "au printemps|à l’été|à l’automne|à l’hiver"),
        *each("au {} trimestre {{y}}", "1er|2e|3e|4e"),
        *each("au {} semestre {{y}}", "1er|2e"),
    ),
    decades=("aux années {y}",),
)

WORDS: Final = Words(
    forms=_BARE,
    after_about=_WITH_ARTICLE,
    after_since=_WITH_ARTICLE,
    after_until=_UP_TO,
    about="vers {}",
    since="depuis {}",
    until="jusqu’{}",
    since_about="depuis {} environ",
    until_about="jusqu’{} environ",
    unsure=("date incertaine", "année incertaine", "mois incertain", "jour incertain"),
    unknown=("année inconnue", "mois inconnu", "jour inconnu", "début inconnu", "fin inconnue"),
    limits=("{} ou avant", "{} ou après", "{} et avant", "{} et après"),
    hemispheres=("hémisphère nord", "hémisphère sud"),
    first_day="1er",
    clock="{H} h {m}",
)
