"""What Babel's files say of a locale, read apart from Babel's own cache.

Knows the files of the Unicode locale data that Babel carries. Must never know what is made of them.

Babel 2.18 writes what an alias leads to back into dictionaries that all locales share: once Japanese has been asked for
the months that stand alone, Spanish names them in Japanese. Pages must not depend on which language came first, so the
files are read here one upon the other, without the root locale that holds the aliases.
"""

import pickle
import re
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

_TAG: Final = re.compile(r"[a-z]{2,3}(_[A-Z][a-z]{3})?(_([A-Z]{2}|[0-9]{3}))?")
_DIGITS: Final = {
    "arab": "٠١٢٣٤٥٦٧٨٩",
    "arabext": "۰۱۲۳۴۵۶۷۸۹",
    "beng": "০১২৩৪৫৬৭৮৯",
    "deva": "०१२३४५६७८९",
    "mymr": "၀၁၂၃၄၅၆၇၈၉",
}
_GROUPS: Final = {"arab": "\u066c", "arabext": "\u066c"}
"""What parts thousands where a locale does not say so itself: the root locale's, by figures; a comma for all others."""

_PLAIN_LIST: Final = dict.fromkeys(("2", "start", "middle", "end"), "{0}, {1}")


class Locale(Struct, frozen=True):
    """A locale's names, figures and patterns.

    `inside` are the twelve months as they stand inside a date, `alone` as they stand by themselves; `eras` those before
    and after year 1; `group` parts the thousands; `digits` maps code points of ASCII figures to the locale's own.
    `lists` are the patterns of "and", then of "or". `day`, `month`, `day_month` are Unicode's date patterns.
    """

    language: str
    territory: str
    inside: tuple[str, ...]
    alone: tuple[str, ...]
    eras: tuple[str, str]
    group: str
    digits: dict[int, str]
    lists: tuple[dict[str, str], dict[str, str]]
    day: str
    month: str
    day_month: str


@lru_cache(maxsize=64)
def locale(lang: str) -> Locale:
    """Return the locale of a language tag (`ru`, `pt-BR`, `zh_Hant`), of the nearest known, or of British English."""
    for name in (*_names(lang), "en_GB"):
        data = _data("en_GB" if name == "en" else name)
        if _months(data, "format"):
            return _locale(name, data)
    raise LookupError("Babel's locale data are not installed")


def _names(lang: str) -> Iterator[str]:
    parts = lang.replace("-", "_").split("_")
    cased = [parts[0].lower(), *(part.title() if len(part) == 4 else part.upper() for part in parts[1:])]
    while cased:
        name = "_".join(cased)
        if _TAG.fullmatch(name):
            yield name
        cased.pop()


def _data(name: str) -> dict[str, Any]:
    """Return a locale's data over those it inherits from, but for the root; empty when Babel does not know it."""
    from babel import localedata

    data: dict[str, Any] = {}
    if not localedata.exists(name):
        return data
    for each in reversed([*_ancestry(name)]):
        with Path(localedata.resolve_locale_filename(each)).open("rb") as file:
            localedata.merge(data, pickle.load(file))
    return data


def _ancestry(name: str) -> Iterator[str]:
    from babel.core import get_global

    exceptions = get_global("parent_exceptions")
    while name and name != "root":
        yield name
        name = exceptions.get(name) or name.rpartition("_")[0]


def _months(data: dict[str, Any], context: str) -> tuple[str, ...]:
    """Return the twelve names of months, or nothing where the locale itself does not name them all."""
    names = data.get("months", {}).get(context, {}).get("wide", {})
    return tuple(str(names[month]) for month in range(1, 13)) if len(names) == 12 else ()


def _locale(name: str, data: dict[str, Any]) -> Locale:
    inside = _months(data, "format")
    eras = {0: "BC", 1: "AD"} | data.get("eras", {}).get("abbreviated", {})
    system = data.get("default_numbering_system") or "latn"
    symbols = data.get("number_symbols", {})
    skeletons = data.get("datetime_skeletons", {})
    lists = data.get("list_patterns", {})
    conjunction = _PLAIN_LIST | {part: str(text) for part, text in lists.get("standard", {}).items()}
    return Locale(
        name.partition("_")[0],
        name.rpartition("_")[2] if "_" in name else "",
        inside,
        _months(data, "stand-alone") or inside,
        (str(eras[0]), str(eras[1])),
        str(symbols.get(system, {}).get("group", _GROUPS.get(system, ","))),
        {ord(ascii_digit): own for ascii_digit, own in zip("0123456789", _DIGITS.get(system, ""), strict=False)},
        (conjunction, conjunction | {part: str(text) for part, text in lists.get("or", {}).items()}),
        str(data.get("date_formats", {}).get("long", "d MMMM y")),
        str(skeletons.get("yMMMM", "LLLL y")),
        str(skeletons.get("MMMMd", "d MMMM")),
    )
