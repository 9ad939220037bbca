"""Every note code has a tiny broken site and a help page, and each of these has a code."""

import re
from pathlib import Path

import pytest
from tests.house.notecodes import patterns

ROOT = Path(__file__).parent.parent.parent
SITES = {each.parent.name.replace("-", "/", 1) for each in (ROOT / "tests/invalid").glob("*/expected.txt")}
PAGES = {each.stem.replace("-", "/", 1) for each in (ROOT / "docs/notes").glob("*.md")} - {"README"}
FROM_OUTSIDE = {
    "engine/cycle",
    "state/damaged",
    "chart/no-vega",
    "external/gone",
    "external/unreachable",
    "external/moved",
}
"""Codes that nothing in a site causes: a fault in a query, a damaged memory, a library or an address that is not there.

Tests in tests/unit/ cause them.
"""


def without(found: set[str], known: set[str]) -> list[str]:
    return sorted(
        each for each in found if not any(re.fullmatch(each, one) or re.fullmatch(one, each) for one in known)
    )


def test_every_code_has_a_broken_site() -> None:
    assert without(patterns() - FROM_OUTSIDE, SITES) == []


def test_every_broken_site_has_a_code() -> None:
    assert without(SITES, patterns()) == []


def test_every_code_has_a_page() -> None:
    assert without(patterns() | SITES, PAGES) == []


def test_every_page_has_a_code() -> None:
    assert without(PAGES, patterns()) == []


@pytest.mark.parametrize("code", sorted(PAGES))
def test_a_page_says_what_causes_it_and_how_to_mend_it(code: str) -> None:
    text = (ROOT / f"docs/notes/{code.replace('/', '-', 1)}.md").read_text(encoding="utf-8")
    assert text.startswith(f"# {code}\n")
    assert "```" in text
    words = len(re.sub(r"```.*?```", "", text, flags=re.DOTALL).split())
    assert 30 <= words <= 150, words
