"""Every page's JSON-LD is schema.org's: of the reference site, of a site of hostile words, and never of a broken one."""

import json
import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from tests.schemaorg.vocabulary import faults, vocabulary
from tests.worlds import pages

ROOT = Path(__file__).parent.parent
SCRIPT = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
HOSTILE = '</script><script>alert(1)</script><!-- <script> " \\ & \u2028'


class Scripts(HTMLParser):
    """Gathers scripts as a browser would see them."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "script":
            self.found.append(dict(attrs))


def site() -> dict[str, str | bytes]:
    """Return a site with a page of every kind, whose words try to leave the script that they stand in."""
    said = json.dumps(HOSTILE, ensure_ascii=True)
    more = f"description: {said}\n"
    source = f"sources:\n  - {{id: s1, publisher: {said}, title: {said}, url: https://example.org/a, date: 2021-08}}\n"
    body = (
        "Words [then](event:2021-08-03) and [4](figure:count).[^s]\n\n"
        f'::: claim {said} claimant="ada" date="2021" verdict="false" source="s1"\nNo.\n:::\n\n'
        '::: qa "Who?"\nAda.\n:::\n\n[^s]: source:s1\n'
    )
    kinds = {
        "people/ada": "also_known_as: [Countess]\nas_of: 2021\n",
        "organizations/org": "",
        "places/town": "",
        "terms/word": "also_known_as: [a]\n",
        "questions/who": "about: [ada]\n",
        "topics/story": "lead: a\n",
        "timelines/year": "select: {from: 2020}\n",
        "authors/me": "role: Editor\nexpertise: [borders, law]\nsame_as: [https://example.org/me]\n",
        "authors/desk": "desk: true\n",
        "pages/about": "",
        "figures/count": "value: 4\nunit: people\nas_of: 2021-08\nseries: {2020: 3}\n" + source,
        "figures/parts": "breakdown: {a: 1, b: 2}\n",
    }
    files: dict[str, str | bytes] = {
        f"content/{path}.md": f"---\ntitle: {said}\nslug: {path.partition('/')[2]}\n{more}{header}---\nText.\n"
        for path, header in kinds.items()
    }
    for form in ("brief", "explainer", "q-and-a", "profile", "analysis", "data"):
        slug = "a" if form == "brief" else form
        files[f"content/articles/{slug}.md"] = (
            f"---\ntitle: {said}\nslug: {slug}\n{more}date: 2021-08-03\nform: {form}\nauthors: [me, desk, Someone]\n"
            f"kicker: {said}\ntopics: [story, Bare]\nabout: [ada, town, word, org]\ntags: [{said}]\n"
            f"corrections:\n  - {{date: 2021-08-04, text: {said}}}\n---\n{body}"
        )
    files["content/articles/ru/b.md"] = "---\ntitle: Б\ndate: 2021-08-03\nlang: ru\ntranslation_of: a\n---\nСлова.\n"
    files["pyproject.toml"] = (
        f'[tool.backstory]\ntitle = {said}\nbase_url = "https://example.org"\n'
        '[tool.backstory.trust]\nethics = "pages/about.md"\nmasthead = "pages/about.md"\nownership = "pages/about.md"\n'
    )
    return files


@pytest.fixture(scope="module")
def hostile() -> dict[str, str]:
    return {path: text for path, text in pages(site()).items() if path.endswith(".html")}


def said_by(text: str) -> list[Any]:
    return [json.loads(each) for each in SCRIPT.findall(text)]


def test_every_kind_of_page_says_what_schema_org_knows(hostile: dict[str, str]) -> None:
    found = {path: wrong for path, text in hostile.items() for each in said_by(text) if (wrong := faults(each))}
    assert found == {}
    kinds = {match[1] for text in hostile.values() if (match := re.search(r'<body class="kind-(\w+)', text))}
    wanted = "article timeline topic person organization place term question figure author page home archive glossary"
    assert set(f"{wanted} corrections list tag source publisher publishers trust missing".split()) <= kinds


def test_no_words_leave_the_script_that_they_stand_in(hostile: dict[str, str]) -> None:
    for path, text in hostile.items():
        scripts = Scripts()
        scripts.feed(text)
        assert all(each.get("src") or each.get("type") == "application/ld+json" for each in scripts.found), path
        assert all("<" not in each for each in SCRIPT.findall(text)), path


def test_the_reference_site(reference_site: Path) -> None:
    found = {}
    for file in sorted(reference_site.rglob("*.html")):
        for each in said_by(file.read_text(encoding="utf-8")):
            if wrong := faults(each):
                found[file.relative_to(reference_site).as_posix()] = wrong
    assert found == {}


BROKEN: list[tuple[Any, str]] = [
    ({"@type": "NewsArticl", "headline": "A"}, "no type NewsArticl"),
    ({"@type": "NewsArticle", "headlin": "A"}, "no such property"),
    ({"@type": "NewsArticle", "datePublished": "3 August"}, "none of"),
    ({"@type": "NewsArticle", "author": {"@type": "Place", "name": "x"}}, "none of"),
    ({"@type": "NewsArticle", "author": {"@type": "Person", "jobTitl": "x"}}, "no such property"),
    ({"@type": "Person", "headline": "A"}, "no such property"),
    ({"@type": "NewsArticle", "headline": ""}, "none of"),
    ({"@type": "NewsArticle", "keywords": []}, "empty"),
    ({"@graph": [{"@type": "Event", "startDate": "2021"}, {"name": "x"}]}, "no type"),
    ({"@type": "ClaimReview", "reviewRating": {"@type": "Rating", "ratingValue": True}}, "none of"),
]


@pytest.mark.parametrize(("data", "wrong"), BROKEN)
def test_what_is_broken_is_found(data: Any, wrong: str) -> None:
    assert any(wrong in each for each in faults(data)), faults(data)


def test_the_vocabulary_is_whole() -> None:
    assert len(vocabulary()) > 800
    assert "CorrectionComment" in vocabulary()
