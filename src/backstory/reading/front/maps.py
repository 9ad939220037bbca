"""Lists of maps in a header: how their entries and fields are gone through, and what is said of those that lack one.

Knows lists and maps. Must never know what an entry is for.
"""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from backstory.notes import did_you_mean
from backstory.reading.front.fields import Findings
from backstory.reading.front.keys import is_kept_for_site, squeezed
from backstory.reading.wording import quoted

Convert = Callable[[object, str, Findings], Any]
Table = Mapping[str, tuple[str, Convert]]
"""For each key, squeezed: the field that it fills, and how its value is read."""

T = TypeVar("T")
_GROUP: Final = re.compile(r"\d{3}(?:\.\d+)?")


def each_entry(
    value: object, key: str, found: Findings, read: Callable[[object, str, Findings], T | None]
) -> tuple[T, ...]:
    """Read every entry of a list, of a list of one written without its hyphen, or of nothing."""
    if value is None or value == "":
        return ()
    if not isinstance(value, list):
        only = read(value, key, found)
        return () if only is None else (only,)
    entries = (read(item, f"{key}[{index}]", found) for index, item in enumerate(value) if item is not None)
    return tuple(entry for entry in entries if entry is not None)


def fields_of(value: object, key: str, table: Table, found: Findings, wanted: str, help: str) -> dict[str, Any] | None:
    """Return the fields that a map fills, or None where the value is no map."""
    if value is None:
        return {}
    if not isinstance(value, dict):
        found.wrong_type(key, value, wanted, help)
        return None
    fields: dict[str, Any] = {}
    whole = _torn(value, key, found)
    for name, item in whole.items():
        known = table.get(name) or table.get(squeezed(name))
        if known is None:
            if not is_kept_for_site(name):
                _unknown_key(f"{key}.{name}", name, table, found)
        elif item is not None:
            field, convert = known
            fields[field] = convert(item, f"{key}.{name}", found)
    return fields


def _torn(value: dict[str, Any], key: str, found: Findings) -> dict[str, Any]:
    """Return a map with a number put together again that its commas have torn, and report it.

    In YAML `{value: 1,530,000}` has three keys, and `{value: 1,000,000}` has one of them twice.
    """
    kept: dict[str, Any] = {}
    torn: dict[str, str] = {}
    last = ""
    for name, item in value.items():
        if last and item is None and _GROUP.fullmatch(name):
            torn[last] = f"{torn.get(last, kept[last])},{name}"
        else:
            kept[name], last = item, name
    for name, number in torn.items():
        sentence = f"{quoted(number)} falls apart at its commas inside {{ }}."
        help = f'Write {number.replace(",", "")}, or "{number}" in quotation marks.'
        found.error(f"{key}.{name}", "wrong-type", sentence, help)
    return kept | torn


def _unknown_key(key: str, name: str, known: Table, found: Findings) -> None:
    """Warn of a key inside a map that nothing reads."""
    fields = sorted({field for field, _ in known.values()})
    help = did_you_mean(name, (*known, *fields)) or f"Known here are {', '.join(fields)}."
    found.warning(key, "unknown-key", f"{quoted(name)} is not a key that Backstory knows here.", help)


def missing(key: str, found: Findings, sentence: str, help: str) -> None:
    """Report an entry without something that it needs."""
    found.error(key, "missing-value", sentence, help)


def no_date(value: object, key: str, found: Findings, what: str) -> None:
    """Report an entry without a date, unless its date has been reported as no date."""
    if not (isinstance(value, dict) and any(squeezed(name) == "date" and item for name, item in value.items())):
        missing(key, found, f"{what} has no date.", "Write date: 2021-08-03, or 2021-08 if the day is not known.")
