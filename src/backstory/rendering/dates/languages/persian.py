"""Dates in Persian, of the Gregorian calendar, in Persian figures: news of the world dates by it. "تا" joins them, as
a dash would read backwards. Before a year, months that end in a vowel have an ezafe, which Unicode dropped in 2025.

Knows Persian. Must never know EDTF.
"""

from typing import Final

from msgspec.structs import replace

from backstory.rendering.dates.words import Forms, Words, each

_FORMS: Final = Forms(
    day="{d} {m} {y}",
    day_month="{d} {M}",
    month="{m} {y}",
    month_name="{M}",
    year="{y}",
    years="{y}",
    parts=(
        *each("{} {{y}}", "بهار|تابستان|پاییز|زمستان"),
        *each("سه‌ماههٔ {} {{y}}", "اول|دوم|سوم|چهارم"),
        *each("نیمهٔ {} {{y}}", "اول|دوم"),
    ),
    decades=("دههٔ {y}",),
)

_AFTER: Final = replace(_FORMS, year="سال {y}")

WORDS: Final = Words(
    forms=_FORMS,
    after_about=_AFTER,
    after_since=_AFTER,
    after_until=_AFTER,
    about="حدود {}",
    since="از {}",
    until="تا {}",
    since_about="تقریباً از {}",
    until_about="تقریباً تا {}",
    unsure=("غیرقطعی", "سال غیرقطعی", "ماه غیرقطعی", "روز غیرقطعی"),
    unknown=("سال نامعلوم", "ماه نامعلوم", "روز نامعلوم", "آغاز نامعلوم", "پایان نامعلوم"),
    limits=("{} یا پیش از آن", "{} یا پس از آن", "{} و پیش از آن", "{} و پس از آن"),
    months=each("{}", "ژانویهٔ|فوریهٔ|مارس|آوریل|مهٔ|ژوئن|ژوئیهٔ|اوت|سپتامبر|اکتبر|نوامبر|دسامبر"),
    hemispheres=("نیم‌کرهٔ شمالی", "نیم‌کرهٔ جنوبی"),
    figures="{} تا {}",
    days="{} تا {}",
    names="{} تا {}",
    dates="{} تا {}",
    comma="، ",
    aside="، ",
)
