"""What a reader of the reference site must find, and that a build is the same wherever and whenever it runs."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from backstory.building.result import Build
from tests.conftest import ROOT, TODAY

STORY = "articles/russian-citizens-among-those-crossing/index.html"
TIMELINE = "timelines/timeline-2021/index.html"


def parsed(site: Path, path: str) -> Element:
    """Return a page's tree, without namespaces."""
    return html5lib.parse((site / path).read_text(encoding="utf-8"), namespaceHTMLElements=False)


def words(element: Element | None) -> str:
    """Return an element's text with single spaces."""
    assert element is not None
    return " ".join("".join(element.itertext()).split())


def by_class(root: Element, name: str) -> list[Element]:
    """Return the elements that have a class, in order."""
    return [each for each in root.iter() if name in str(each.get("class", "")).split()]


def addresses(root: Element) -> list[str]:
    """Return where an element's links lead."""
    return [each.get("href", "") for each in root.iter("a")]


@pytest.fixture(scope="module")
def story(reference_site: Path) -> Element:
    return parsed(reference_site, STORY)


@pytest.fixture(scope="module")
def timeline(reference_site: Path) -> Element:
    return parsed(reference_site, TIMELINE)


def test_nothing_is_found_wrong(reference: Build) -> None:
    assert [str(note) for note in reference.notes] == []


def test_the_first_link_skips_to_the_content(story: Element) -> None:
    first = next(story.iter("a"))
    assert first.get("class") == "skip"
    target = next(each for each in story.iter("main"))
    assert first.get("href") == f"#{target.get('id')}"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("story-header", "Lithuania–Belarus border"),
        ("headline", "Vilnius says Russian nationals are also crossing from Belarus"),
        ("standfirst", "A deputy minister gave no figure"),
        ("byline", "Backstory desk Published 4 August 2021 Updated 10 November 2021"),
        ("source-line", "Source: Ekho Moskvy First reported by Meduza"),
        ("notice-corrected", "Corrected 10 November 2021"),
    ],
)
def test_the_story_begins_with(story: Element, name: str, expected: str) -> None:
    assert expected in words(by_class(story, name)[0])


def test_kicker_headline_and_description_come_in_order(story: Element) -> None:
    header = [each.get("class") for each in by_class(story, "story-header")[0] if each.tag != "nav"]
    assert header == ["kicker", "headline", "standfirst"]


def test_meduza_is_credited_with_a_link(story: Element) -> None:
    assert any(url.startswith("https://meduza.io/") for url in addresses(by_class(story, "source-line")[0]))


@pytest.mark.parametrize(("said", "figure"), [("more than 4,000", "lt-over-4000"), ("fewer than 100", "lt-2020")])
def test_the_numbers_are_figures(story: Element, said: str, figure: str) -> None:
    linked = {(words(each), each.get("href")) for each in by_class(story, "figure-link")}
    assert (said, f"../../figures/{figure}/") in linked


def test_a_read_more_card_stands_in_the_text(story: Element) -> None:
    cards = by_class(by_class(story, "body")[0], "read-more")
    assert [addresses(card) for card in cards] == [["../why-crossings-rose/"]]
    assert "Why so many people are reaching Lithuania" in words(cards[0])


def test_another_read_more_card_ends_the_text(story: Element) -> None:
    text = by_class(story, "story-text")[0]
    last = list(text)[-1]
    assert last.get("class") == "read-more"
    assert addresses(last) == ["../what-turning-back-means/"]


def test_its_correction_and_its_update_are_told(story: Element) -> None:
    changes = {each.get("id"): words(each) for each in by_class(story, "change")}
    assert changes["correction-1"].startswith("Correction 10 November 2021")
    assert "state-level extreme situation" in changes["correction-1"]
    assert changes["update-1"] == "Update 13 August 2021Adds the official count of Russian citizens."
    assert "#correction-1" in addresses(by_class(story, "notice-corrected")[0])


def test_related_stories_have_reasons(story: Element) -> None:
    found = by_class(story, "related")[0]
    reasons = [words(each) for each in by_class(found, "reason")]
    assert len(reasons) == len(by_class(found, "teaser")) == 4
    assert reasons[0] == "Chosen by the editors"
    assert all(re.match(r"Chosen by|Both about |Part of: |Cite[sd] |On the same", reason) for reason in reasons)


def test_no_story_is_offered_twice_as_what_to_read_next(story: Element) -> None:
    offered = [url for each in by_class(story, "read-more") + by_class(story, "related") for url in addresses(each)]
    assert len(offered) == len(set(offered))


def test_the_story_so_far_marks_this_story(story: Element) -> None:
    part = by_class(story, "part-timeline")[0]
    events = by_class(part, "event")
    assert len(events) >= 4
    assert [each.get("aria-current") for each in by_class(part, "event-current")].count("true") >= 1
    assert "The story so far" in words(part)


def test_the_support_banner_has_amounts(story: Element) -> None:
    banner = by_class(story, "support")[0]
    assert [words(each) for each in by_class(banner, "amount")] == ["€5", "€10", "€25"]
    assert all(addresses(banner))


def test_sources_stand_at_the_end(story: Element) -> None:
    sources = " ".join(words(each) for each in by_class(story, "sources"))
    assert "Ekho Moskvy" in sources
    assert "Meduza" in sources


PARTS = ["story-header", "story-meta", "story-text", "part-about", "part-timeline", "part-changes", "part-sources"]


def test_the_parts_come_in_order(story: Element) -> None:
    every = [str(each.get("class", "")).split() for each in story.iter()]
    at = [next(n for n, names in enumerate(every) if name in names) for name in (*PARTS, "part-related", "support")]
    assert at == sorted(at)


def events(timeline: Element) -> list[Element]:
    return [each for each in timeline.iter() if str(each.get("id", "")).startswith("event-")]


def test_events_stand_in_order(timeline: Element) -> None:
    dates = [_first_day(each) for each in events(timeline)]
    assert len(dates) > 40
    assert dates == sorted(dates)


def _first_day(event: Element) -> str:
    date = by_class(event, "event-date")[0]
    marked = next(each for each in date.iter() if each.get("datetime") or each.get("data-edtf"))
    return (marked.get("datetime") or marked.get("data-edtf") or "")[
        :7
    ]  # to the month: a month may hold a month's event


def test_the_year_begins_with_the_flight_and_goes_on(timeline: Element) -> None:
    ids = [each.get("id") for each in events(timeline)]
    known = ["event-fr4978", "event-extreme-situation", "event-first-pushbacks", "event-adomenas"]
    assert [ids.index(each) for each in known] == sorted(ids.index(each) for each in known)


def test_each_event_leads_to_the_lines_that_tell_it(reference_site: Path, timeline: Element) -> None:
    found = {
        each.get("id"): [link for told in by_class(each, "event-told") for link in addresses(told)]
        for each in events(timeline)
    }
    assert [id for id, links in found.items() if not links] == []
    pages = {link.partition("#")[0] for links in found.values() for link in links}
    ids = {page: {each.get("id") for each in parsed(reference_site, _file(page)).iter()} for page in pages}
    missing = [
        link for links in found.values() for link in links if link.partition("#")[2] not in ids[link.partition("#")[0]]
    ]
    assert missing == []


def _file(link: str) -> str:
    return link.removeprefix("../../") + "index.html"


def test_the_story_tells_the_event_that_leads_back(timeline: Element) -> None:
    event = next(each for each in events(timeline) if each.get("id") == "event-first-pushbacks")
    assert "../../articles/russian-citizens-among-those-crossing/#first-pushbacks" in addresses(event)


DIGEST = """
import sys, hashlib
from pathlib import Path
from backstory.building.builder import Builder
outputs = Builder(Path(sys.argv[1]), date=sys.argv[2]).build().outputs
for path, output in outputs.items():
    print(path, output.digest)
"""
PLACES = [
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0"},
    {"PYTHONHASHSEED": "4711", "TZ": "America/Anchorage", "LANG": "ru_RU.UTF-8", "LC_ALL": "C.UTF-8"},
]


def test_two_clean_builds_are_the_same_everywhere(tmp_path: Path) -> None:
    runs = [_digests(tmp_path / name, own) for name, own in zip(("here", "there/and deeper"), PLACES, strict=True)]
    first, second = (run.communicate(timeout=120)[0] for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert len(first.splitlines()) > 300
    assert first == second


def _digests(folder: Path, own: dict[str, str]) -> "subprocess.Popen[str]":
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "pyproject.toml", folder)
    for name in ("content", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("LC_")} | own
    source = str(ROOT / "src")
    environment["PYTHONPATH"] = os.pathsep.join([source, *filter(None, [os.environ.get("PYTHONPATH")])])
    command = [sys.executable, "-c", DIGEST, str(folder), TODAY]
    return subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True, encoding="utf-8")
