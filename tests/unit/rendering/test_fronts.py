"""The front page as an editor arranges it."""

import re

from tests.worlds import SETTINGS, World, clean, codes, pages

FILES: dict[str, str | bytes] = {
    "pyproject.toml": SETTINGS,
    "content/topics/bridge.md": "---\ntitle: The bridge\n---\n",
    "content/figures/cost.md": "---\ntitle: Cost\nvalue: 4\nunit: coins\n---\n",
    "content/figures/length.md": "---\ntitle: Length\nvalue: 9\nunit: steps\n---\n",
    **{
        f"content/articles/s{n}.md": f"---\ntitle: Story {n}\ndate: 2021-08-0{n}\ntopics: [bridge]\n---\n[It fell](event:2021-07-0{n}).\n"
        for n in range(1, 8)
    },
}


def front(*lines: str) -> dict[str, str | bytes]:
    sections = "".join(f"  - {line}\n" for line in lines)
    return FILES | {"content/pages/index.md": f"---\ntitle: Home\nfront:\n{sections}---\nOwn words.\n"}


def shape(*lines: str) -> list[str]:
    """Return the sections of the page in order: the class of each."""
    html = pages(front(*lines))["index.html"].split("<main", 1)[1]
    found = re.findall(r'<(?:section|div) class="((?:body )?home-[a-z]+|part part-latest)"', html)
    wanted = ("lead", "columns", "topic", "strip", "numbers", "body", "part part-latest")
    return [name for each in found if (name := re.sub(".*home-", "", each)) in wanted]


def test_sections_stand_in_the_order_that_was_written() -> None:
    assert shape("newest 2", "figures", "timeline", "lead", "text", "topics", "columns s1, s2") == [
        "part part-latest", "numbers", "strip", "lead", "body", "topic", "columns",
    ]  # fmt: skip


def test_without_an_arrangement_the_theme_arranges() -> None:
    html = pages(FILES)["index.html"]
    order = [html.index(each) for each in ("home-lead", "home-strip", "home-topic", "Latest stories") if each in html]
    assert len(order) > 2 and order == sorted(order)


def test_the_newest_are_those_that_stand_nowhere_yet() -> None:
    html = pages(front("columns s7 s6", "newest 2"))["index.html"].split("part-latest", 1)[1]
    assert re.findall(r">(Story \d)</a>", html) == ["Story 4", "Story 3"]  # 7, 6 and 5 are featured


def test_names_choose() -> None:
    html = pages(front("figures length", "lead s3 s2"))["index.html"]
    assert "Length" in html and "Cost" not in html
    assert re.findall(r">(Story \d)</a>", html) == ["Story 3", "Story 2"]


def test_a_strip_may_be_a_topics() -> None:
    html = pages(front("timeline bridge"))["index.html"]
    assert '<a href="topics/bridge/timeline/">The bridge</a>' in html


def test_what_is_not_there_is_found() -> None:
    assert codes(front("leed", "columns s99", "topics brigde")) == [
        "header/unknown-section", "header/unknown-featured", "header/unknown-featured",
    ]  # fmt: skip


def test_an_arranged_page_has_no_two_things_of_one_name() -> None:
    made, _ = clean(World(front("timeline", "timeline bridge", "figures", "figures cost", "newest", "newest 1")))
    ids = re.findall(r' id="([^"]+)"', made["index.html"])
    assert len(ids) == len(set(ids))
