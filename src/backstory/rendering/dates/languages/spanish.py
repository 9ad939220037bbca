"""Dates in Spanish: an article before days, seasons and decades after a preposition.

Knows Spanish. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_BARE: Final = Forms(
    day="{d} de {m} de {y}",
    day_month="{d} de {m}",
    month="{M} de {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} de {{y}}", "primavera|verano|otoño|invierno"),
        *each("{} trimestre de {{y}}", "primer|segundo|tercer|cuarto"),
        *each("{} semestre de {{y}}", "primer|segundo"),
    ),
    decades=("década de {y}",),
)

_WITH_ARTICLE: Final = Forms(
    day="el {d} de {m} de {y}",
    day_month="el {d} de {m}",
    month="{M} de {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} de {{y}}", "la primavera|el verano|el otoño|el invierno"),
        *each("el {} trimestre de {{y}}", "primer|segundo|tercer|cuarto"),
        *each("el {} semestre de {{y}}", "primer|segundo"),
    ),
    decades=("la década de {y}",),
)

WORDS: Final = Words(
    forms=_BARE,
    after_about=_WITH_ARTICLE,
    after_since=_WITH_ARTICLE,
    after_until=_WITH_ARTICLE,
    about="hacia {}",
    since="desde {}",
    until="hasta {}",
    since_about="desde {} aproximadamente",
    until_about="hasta {} aproximadamente",
    unsure=("fecha incierta", "año incierto", "mes incierto", "día incierto"),
    unknown=("año desconocido", "mes desconocido", "día desconocido", "inicio desconocido", "final desconocido"),
    limits=("{} o antes", "{} o después", "{} y antes", "{} y después"),
    hemispheres=("hemisferio norte", "hemisferio sur"),
)
