"""What pages may run, and what hosts are told."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

import pytest
from tests.worlds import SETTINGS, World, article, codes, pages

FILES = {"content/articles/a.md": article()}


def with_policy(lines: str) -> dict[str, str | bytes]:
    return {"pyproject.toml": f"{SETTINGS}[tool.backstory.content_security]\n{lines}\n", **FILES}


def policy(files: dict[str, str | bytes]) -> dict[str, str]:
    html = pages(files)["articles/a/index.html"]
    found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert found
    return dict(each.split(" ", 1) for each in unescape(found[1]).split("; "))


def shared(sources: str) -> str:
    """Return what a directive says on every page: without the digest of one page's data."""
    return " ".join(each for each in sources.split() if "sha256" not in each)


def test_nothing_runs_that_stands_in_a_page() -> None:
    found = policy(dict(FILES))
    assert found["default-src"] == "'none'"
    scripts, digest = found["script-src"].split(" ")
    assert scripts == found["style-src"] == "'self'"
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', pages(dict(FILES))["articles/a/index.html"])
    assert data and digest == f"'sha256-{b64encode(sha256(data[1].encode()).digest()).decode()}'"
    assert not any("unsafe" in each for each in found.values())


def test_the_policy_stands_before_whatever_it_governs() -> None:
    html = pages(FILES)["articles/a/index.html"]
    assert html.index("Content-Security-Policy") < min(html.index("<link"), html.index("<script"))


def test_hosts_are_told_the_same_and_who_may_frame_a_page() -> None:
    made = pages(FILES)
    line = next(line for line in made["_headers"].splitlines() if "Content-Security-Policy" in line)
    assert line.endswith("; frame-ancestors 'self'")
    assert "/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n" in made["_headers"]


def test_settings_add_to_it() -> None:
    found = policy(
        with_policy('script-src = ["https://s.example"]\ndefault-src = ["\'self\'"]\nframe-src = ["https:"]')
    )
    assert (shared(found["script-src"]), found["default-src"], found["frame-src"]) == (
        "'self' https://s.example",
        "'self'",
        "https:",
    )


@pytest.mark.parametrize("line", ['script-src = ["a; b"]', 'scripts = ["https://s.example"]', 'img-src = ["a\\nb"]'])
def test_what_is_no_source_is_an_error(line: str) -> None:
    assert codes(with_policy(line)) == ["settings/bad-policy"]


def test_a_site_that_is_read_from_the_disk_has_none() -> None:
    assert "Content-Security-Policy" not in pages(World(FILES).files, portable="yes")["articles/a/index.html"]
