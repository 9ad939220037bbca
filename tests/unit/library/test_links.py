"""Where links lead, what is said of those that lead nowhere, and who mentions whom."""

import pytest
from tests.worlds import article, asked, noted

from backstory.library.links import NOWHERE, Target, links

PATH = "content/articles/a.md"
FILES = {
    "content/articles/b.md": article(
        text="## A part\n\nIt [began](event:2021-08-03){#began}.[^n]\n\n[^n]: Note.\n", title="B"
    ),
    "content/people/ann.md": "---\ntitle: Ann\n---\n",
    "content/terms/pushback.md": "---\ntitle: Pushback\n---\n",
    "content/figures/count.md": "---\ntitle: Count\nvalue: 4\n---\n",
    "content/articles/later.md": article("draft: true"),
    "content/map.svg": "<svg/>",
    "content/articles/data 1.csv": "a,b",
    "content/pages/s.md": "---\ntitle: S\nsources:\n  - {id: s1, title: A report}\n---\n",
}
B = Target("/articles/b/", "", "content/articles/b.md")


def answer(text: str) -> tuple[Target, list[str]]:
    files = {**FILES, PATH: article(text=text)}
    found = asked(files, links, PATH)
    return next(iter(found.values())), noted(files, links, PATH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[b](b.md)", B),
        ("[b](./b.md)", B),
        ("[b](../articles/b.md)", B),
        ("[b](/articles/b/)", B),
        ("[b](/articles/b)", B),
        ("[b](b.md#a-part)", Target(B.address, "a-part", B.path)),
        ("[b](b.md#began)", Target(B.address, "began", B.path)),
        ("[b](b.md?x=1)", B),
        ("[[b]]", B),
        ("[[B|words]]", B),
        ("[[b#a-part]]", Target(B.address, "a-part", B.path)),
        ("[[b#A part]]", Target(B.address, "a-part", B.path)),
        ("[[B#A part|words]]", Target(B.address, "a-part", B.path)),
        ("[[#On top]]\n\n## On top\n", Target("/articles/a/", "on-top", PATH)),
        ("[a](#top)\n\n## Top\n", Target("/articles/a/", "top", PATH)),
        ("[m](../map.svg)", Target("/map.svg", asset="content/map.svg")),
        ("[m](/map.svg)", Target("/map.svg", asset="content/map.svg")),
        ("[m](data%201.csv)", Target("/articles/data 1.csv", asset="content/articles/data 1.csv")),
        ("[p](term:pushback)", Target("/terms/pushback/", "", "content/terms/pushback.md")),
        ("[Pushback](term:)", Target("/terms/pushback/", "", "content/terms/pushback.md")),
        ("[4](figure:count)", Target("/figures/count/", "", "content/figures/count.md")),
        ("[arch](/archive/)", Target("/archive/")),
        ("[o](https://example.org/x#y)", Target("https://example.org/x#y", outside=True)),
        ("[o](mailto:a@example.org)", Target("mailto:a@example.org", outside=True)),
        ("c.[^1]\n\n[^1]: source:s1", Target()),
    ],
)
def test_a_link_leads_to(text: str, expected: Target) -> None:
    assert answer(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("[b](c.md)", ["link/broken"]),
        ("[b](../../../etc/passwd)", ["link/broken"]),
        ("[b](../../pyproject.toml)", ["link/broken"]),
        ("[b](/nowhere/)", ["link/broken"]),
        ("[b](b.md#c)", ["link/broken-anchor"]),
        ("[b](later.md)", ["link/unpublished"]),
        ("[[nobody]]", ["link/unknown-document"]),
        ("[[count|x]] [5](figure:none)", ["link/unknown-figure"]),
        ("[p](term:none)", ["link/unknown-term"]),
        ("[p](term:count)", ["link/unknown-term"]),
        ("[p](javascript:alert(1))", ["link/bad-scheme"]),
        ("c.[^1]\n\n[^1]: source:s2", ["source/unknown"]),
    ],
)
def test_a_link_that_leads_nowhere_is_reported_once(text: str, codes: list[str]) -> None:
    assert noted({**FILES, PATH: article(text=text)}, links, PATH) == codes


def test_a_draft_leads_nowhere_yet() -> None:
    assert answer("[b](later.md)")[0] == NOWHERE
