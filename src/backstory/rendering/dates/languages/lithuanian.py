"""Dates in Lithuanian: year, month, day, each with its abbreviation where usage has one.

Knows Lithuanian. Must never know EDTF.
"""

from typing import Final

from msgspec.structs import replace

from backstory.rendering.dates.words import Forms, Words, each

_NOMINATIVE: Final = Forms(
    day="{y} m.{e} {m} {d} d.",
    day_month="{m} {d} d.",
    month="{y} m.{e} {M}",
    month_name="{M}",
    year="{y} m.{e}",
    years="{y} m.{e}",
    parts=(
        *each("{{y}} m.{{e}} {}", "pavasaris|vasara|ruduo|žiema"),
        *each("{{y}} m.{{e}} {} ketvirtis", "I|II|III|IV"),
        *each("{{y}} m.{{e}} {} pusmetis", "pirmasis|antrasis"),
    ),
    decades=each(
        "{{C}} a. {} dešimtmetis",
        "pirmasis|antrasis|trečiasis|ketvirtasis|penktasis|šeštasis|septintasis|aštuntasis|devintasis|dešimtasis",
    ),
)

_GENITIVE: Final = replace(
    _NOMINATIVE,
    month="{y} m.{e} {m}",
    month_name="{m}",
    parts=(
        *each("{{y}} m.{{e}} {}", "pavasario|vasaros|rudens|žiemos"),
        *each("{{y}} m.{{e}} {} ketvirčio", "I|II|III|IV"),
        *each("{{y}} m.{{e}} {} pusmečio", "pirmojo|antrojo"),
    ),
    decades=each(
        "{{C}} a. {} dešimtmečio",
        "pirmojo|antrojo|trečiojo|ketvirtojo|penktojo|šeštojo|septintojo|aštuntojo|devintojo|dešimtojo",
    ),
)

_ACCUSATIVE: Final = replace(
    _NOMINATIVE,
    month="{y} m.{e} {a}",
    month_name="{a}",
    parts=(
        *each("{{y}} m.{{e}} {}", "pavasarį|vasarą|rudenį|žiemą"),
        *each("{{y}} m.{{e}} {} ketvirtį", "I|II|III|IV"),
        *each("{{y}} m.{{e}} {} pusmetį", "pirmąjį|antrąjį"),
    ),
    decades=each(
        "{{C}} a. {} dešimtmetį",
        "pirmąjį|antrąjį|trečiąjį|ketvirtąjį|penktąjį|šeštąjį|septintąjį|aštuntąjį|devintąjį|dešimtąjį",
    ),
)

WORDS: Final = Words(
    forms=_NOMINATIVE,
    after_about=_ACCUSATIVE,
    after_since=_GENITIVE,
    after_until=_GENITIVE,
    about="apie {}",
    since="nuo {}",
    until="iki {}",
    since_about="maždaug nuo {}",
    until_about="maždaug iki {}",
    unsure=("spėjama", "metai spėjami", "mėnuo spėjamas", "diena spėjama"),
    unknown=("metai nežinomi", "mėnuo nežinomas", "diena nežinoma", "pradžia nežinoma", "pabaiga nežinoma"),
    limits=("{} arba anksčiau", "{} arba vėliau", "{} ir anksčiau", "{} ir vėliau"),
    hemispheres=("Šiaurės pusrutulis", "Pietų pusrutulis"),
    accusatives=each("{}", "sausį|vasarį|kovą|balandį|gegužę|birželį|liepą|rugpjūtį|rugsėjį|spalį|lapkritį|gruodį"),
    year_first=True,
)
