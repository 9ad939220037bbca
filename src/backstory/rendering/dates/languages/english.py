"""Dates in English: British by default, the month first in the United States.

Knows English. Must never know EDTF.
"""

from typing import Final

from msgspec.structs import replace

from backstory.rendering.dates.words import Forms, Words, each

_FORMS: Final = Forms(
    day="{d} {m} {y}",
    day_month="{d} {m}",
    month="{M} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "spring|summer|autumn|winter"),
        *each("{} quarter of {{y}}", "first|second|third|fourth"),
        *each("{} half of {{y}}", "first|second"),
    ),
    decades=("{y}s",),
)

_WITH_ARTICLE: Final = replace(
    _FORMS,
    parts=(
        *each("{} {{y}}", "spring|summer|autumn|winter"),
        *each("the {} quarter of {{y}}", "first|second|third|fourth"),
        *each("the {} half of {{y}}", "first|second"),
    ),
    decades=("the {y}s",),
)

WORDS: Final = Words(
    forms=_FORMS,
    after_about=_WITH_ARTICLE,
    after_since=_WITH_ARTICLE,
    after_until=_WITH_ARTICLE,
    about="about {}",
    since="from {}",
    until="until {}",
    since_about="from about {}",
    until_about="until about {}",
    unsure=("uncertain", "year uncertain", "month uncertain", "day uncertain"),
    unknown=("year unknown", "month unknown", "day unknown", "start unknown", "end unknown"),
    limits=("{} or earlier", "{} or later", "{} and earlier", "{} and later"),
    hemispheres=("northern hemisphere", "southern hemisphere"),
)


def _american(forms: Forms) -> Forms:
    parts = tuple(pattern.replace("autumn", "fall") for pattern in forms.parts)
    return replace(forms, day="{m} {d}, {y}", day_month="{m} {d}", parts=parts)


_AMERICAN_ARTICLE: Final = _american(_WITH_ARTICLE)

AMERICAN: Final = replace(
    WORDS,
    forms=_american(_FORMS),
    after_about=_AMERICAN_ARTICLE,
    after_since=_AMERICAN_ARTICLE,
    after_until=_AMERICAN_ARTICLE,
)
