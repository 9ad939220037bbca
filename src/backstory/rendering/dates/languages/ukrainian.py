"""Dates in Ukrainian. The year is spelt out, as in Russian; "від" begins an interval, for "з" sounds ill before "с".

Knows Ukrainian. Must never know EDTF.
"""

from typing import Final

from backstory.rendering.dates.words import Forms, Words, each

_NOMINATIVE: Final = Forms(
    day="{d} {m} {y} року{e}",
    day_month="{d} {m}",
    month="{M} {y} року{e}",
    month_name="{M}",
    year="{y} рік{e}",
    years="{y} роки{e}",
    parts=(
        *each("{} {{y}} року{{e}}", "весна|літо|осінь|зима"),
        *each("{} квартал {{y}} року{{e}}", "I|II|III|IV"),
        *each("{} півріччя {{y}} року{{e}}", "перше|друге"),
    ),
    decades=("", *each("{{y}}-{} роки", "ті|ті|ті|ві|ті|ті|ті|ті|ті")),
)

_GENITIVE: Final = Forms(
    day="{d} {m} {y} року{e}",
    day_month="{d} {m}",
    month="{m} {y} року{e}",
    month_name="{m}",
    year="{y} року{e}",
    years="{y} років{e}",
    parts=(
        *each("{} {{y}} року{{e}}", "весни|літа|осені|зими"),
        *each("{} кварталу {{y}} року{{e}}", "I|II|III|IV"),
        *each("{} півріччя {{y}} року{{e}}", "першого|другого"),
    ),
    decades=("", *("{y}-х років",) * 9),
)

WORDS: Final = Words(
    forms=_NOMINATIVE,
    after_about=_GENITIVE,
    after_since=_GENITIVE,
    after_until=_GENITIVE,
    about="близько {}",
    since="від {}",
    until="до {}",
    since_about="приблизно від {}",
    until_about="приблизно до {}",
    unsure=("імовірно", "рік під питанням", "місяць під питанням", "день під питанням"),
    unknown=("рік невідомий", "місяць невідомий", "день невідомий", "початок невідомий", "кінець невідомий"),
    limits=("{} або раніше", "{} або пізніше", "{} і раніше", "{} і пізніше"),
    hemispheres=("Північна півкуля", "Південна півкуля"),
    names="{} — {}",
    dates="{} — {}",
)
