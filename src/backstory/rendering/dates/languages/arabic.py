"""Dates in Arabic. Two whole dates are joined by words, as running text has them.

Knows Arabic. Must never know EDTF.
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
        *each("{} {{y}}", "ربيع|صيف|خريف|شتاء"),
        *each("الربع {} من عام {{y}}", "الأول|الثاني|الثالث|الرابع"),
        *each("النصف {} من عام {{y}}", "الأول|الثاني"),
    ),
    decades=(
        *each("العقد {} من القرن الـ{{c}}", "الأول|الثاني"),
        *each("{} القرن الـ{{c}}", "عشرينيات|ثلاثينيات|أربعينيات|خمسينيات|ستينيات|سبعينيات|ثمانينيات|تسعينيات"),
    ),
)

_AFTER: Final = replace(_FORMS, year="عام {y}")

WORDS: Final = Words(
    forms=_FORMS,
    after_about=_AFTER,
    after_since=_AFTER,
    after_until=_AFTER,
    about="حوالي {}",
    since="منذ {}",
    until="حتى {}",
    since_about="منذ {} تقريبًا",
    until_about="حتى {} تقريبًا",
    unsure=("غير مؤكد", "السنة غير مؤكدة", "الشهر غير مؤكد", "اليوم غير مؤكد"),
    unknown=("السنة غير معروفة", "الشهر غير معروف", "اليوم غير معروف", "البداية غير معروفة", "النهاية غير معروفة"),
    limits=("{} أو قبل ذلك", "{} أو بعد ذلك", "{} وما قبل ذلك", "{} وما بعد ذلك"),
    hemispheres=("نصف الكرة الشمالي", "نصف الكرة الجنوبي"),
    dates="من {} إلى {}",
    comma="، ",
    aside="، ",
)
