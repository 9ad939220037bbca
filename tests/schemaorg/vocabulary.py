"""Holds JSON-LD against schema.org's own vocabulary: types, their properties, and what each may hold."""

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "vocabulary.json"
DATE = re.compile(r"-?\d{4}(-\d\d(-\d\d)?)?(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?")
TEXTS = {"Text", "URL", "Date", "DateTime", "Time", "CssSelectorType", "PronounceableText", "XPathType"}


@cache
def vocabulary() -> dict[str, Any]:
    """Return type -> parents and properties."""
    found: dict[str, Any] = json.loads(FILE.read_text(encoding="utf-8"))
    return found


@cache
def above(kind: str) -> frozenset[str]:
    """Return a type and all types above it."""
    parents = vocabulary().get(kind, {}).get("parents", [])
    return frozenset({kind}.union(*(above(each) for each in parents)))


@cache
def held(kind: str, name: str) -> tuple[str, ...]:
    """Return what a property of a type may hold; nothing where the type has no such property."""
    every = (vocabulary().get(each, {}).get("properties", {}).get(name, []) for each in above(kind))
    return tuple(sorted({one for each in every for one in each}))


def faults(data: Any, path: str = "") -> list[str]:
    """Return everything in a JSON-LD document that schema.org does not know, each with its path."""
    if isinstance(data, list):
        return [fault for n, each in enumerate(data) for fault in faults(each, f"{path}[{n}]")]
    if not isinstance(data, dict):
        return [f"{path}: no object"]
    if "@graph" in data:
        return faults(data["@graph"], path)
    kinds = data.get("@type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if not kinds:
        return [] if set(data) == {"@id"} else [f"{path}: no type"]
    found = [f"{path}: no type {kind}" for kind in kinds if kind not in vocabulary()]
    for name, value in data.items():
        if not name.startswith("@") and not found:
            found += _property(kinds, name, value, f"{path}/{kinds[0]}.{name}")
    return found


def _property(kinds: list[str], name: str, value: Any, path: str) -> list[str]:
    wanted = {one for kind in kinds for one in held(kind, name)}
    if not wanted:
        return [f"{path}: no such property"]
    values = value if isinstance(value, list) else [value]
    found = [f"{path}: empty"] if not values else []
    for each in values:
        if isinstance(each, dict):
            found += _inner(each, wanted, path)
        elif not _fits(each, wanted):
            found.append(f"{path}: {each!r} is none of {sorted(wanted)}")
    return found


def _inner(value: dict[str, Any], wanted: set[str], path: str) -> list[str]:
    kinds = value.get("@type", [])
    kinds = kinds if isinstance(kinds, list) else [kinds]
    if kinds and not any(above(kind) & wanted for kind in kinds):
        return [f"{path}: {kinds} is none of {sorted(wanted)}"]
    return faults(value, path)


def _fits(value: Any, wanted: set[str]) -> bool:
    if isinstance(value, bool):
        return "Boolean" in wanted
    if isinstance(value, int | float):
        return bool({"Number", "Integer", "Float", "Text", "Quantity"} & wanted)
    if not isinstance(value, str) or not value.strip():
        return False
    if {"Date", "DateTime"} & wanted and not wanted & {"Text", "URL"}:
        return bool(DATE.fullmatch(value))
    if wanted & TEXTS:
        return True
    if "IdReference" in wanted:  # a thing by its address, as schema.org's own examples have it
        return value.startswith(("http://", "https://"))
    return value.startswith("https://schema.org/")  # a member of an enumeration
