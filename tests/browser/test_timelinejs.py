"""The real TimelineJS loads what we write for it: `make test-timelinejs`, which installs it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright
from tests.browser.browsers import CHROMIUM, QUIET, serving

from backstory.reading.dates import parse
from backstory.reading.front.headers import Media
from backstory.rendering.dates import show
from backstory.rendering.formats.exports import ExportEvent, ExportSource, ExportTimeline
from backstory.rendering.formats.slides import timelinejs_json

pytestmark = pytest.mark.timelinejs
HERE = Path(__file__).parent.parent.parent / ".venv" / "timelinejs" / "node_modules" / "@knight-lab" / "timelinejs"
PAGE = """<!doctype html><link rel="stylesheet" href="dist/css/timeline.css"><script src="dist/js/timeline.js"></script>
<div id="line" style="width:100%;height:600px"></div>
<script>
var line;
fetch("line.json").then(r => r.json()).then(data => {
  line = new TL.Timeline("line", data, {script_path: location.origin + "/dist/js/", language: "en"});
});
</script>"""
DATES = (
    "-0044-03-15", "0000", "0079-08-24?", "1905-01-09~", "198X", "2020-12-31/2021-01-01", "2021-07", "2021-07~",
    "2021-22", "2021-33", "2021-05/..", "../2021-07", "2021-05/", "2021-08-02/2021-08-03", "2021-08-03",
    "2021-08-03T14:30", "2021-08-03T00:30+03:00", "2021-08-XX", "[2021-07,2021-08]",
)  # fmt: skip


def event(n: int, text: str) -> ExportEvent:
    when = parse(text)
    media = (Media("https://e.example/film", "A film", "Somebody"),) if n % 5 == 0 else ()
    return ExportEvent(
        id=f"e{n}", date=when, display_date=show(when, "en"), title=f"Event <{n}> & more", text="It was so",
        html="It was <em>so</em>", url=f"https://e.example/#e{n}", topics=("Law",) if n % 2 else (),
        sources=(ExportSource("LRT", "News", "https://lrt.example/"),), media=media,
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not HERE.exists():
        pytest.skip("TimelineJS is not installed: make test-timelinejs")
    found = tmp_path_factory.mktemp("timelinejs")
    (found / "dist").symlink_to(HERE / "dist")
    (found / "index.html").write_text(PAGE, encoding="utf-8")
    return found


def loaded(folder: Path, data: bytes) -> tuple[dict[str, Any], list[str]]:
    """Return what TimelineJS has of a file when it has loaded it, and everything that went wrong on the way."""
    (folder / "line.json").write_bytes(data)
    wrong: list[str] = []
    with serving(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.route("https://**", lambda route: route.abort())
        page.on("pageerror", lambda problem: wrong.append(str(problem)))
        page.goto(address)
        page.wait_for_function("line && line._loaded && line._loaded.storyslider && line._loaded.timenav")
        found = page.evaluate(
            """() => ({
              errors: line.config.getErrors(), messages: [...document.querySelectorAll(".tl-message")].map(e => e.innerText),
              years: Object.fromEntries(line.config.events.map(e => [e.unique_id, e.start_date.data.year])),
              shown: Object.fromEntries(line.config.events.map(e => [e.unique_id, e.display_date])),
              markers: document.querySelectorAll(".tl-timemarker").length,
              slides: [...document.querySelectorAll(".tl-slide")].length,
              dates: [...document.querySelectorAll(".tl-slide .tl-headline-date")].map(e => e.innerText),
              headlines: [...document.querySelectorAll(".tl-timemarker .tl-headline")].map(e => e.innerText.trim()),
            })"""
        )
        browser.close()
    return found, wrong


@pytest.fixture(scope="module")
def whole(folder: Path) -> Iterator[tuple[dict[str, Any], list[str]]]:
    line = ExportTimeline("A line", "https://e.example/", "en", tuple(map(event, range(len(DATES)), DATES)))
    yield loaded(folder, timelinejs_json(line))


def test_it_loads_without_an_error(whole: tuple[dict[str, Any], list[str]]) -> None:
    found, wrong = whole
    assert (found["errors"], wrong, {each.casefold() for each in found["messages"]} - {"", "loading"}) == (
        [],
        [],
        set(),
    )
    assert (found["markers"], found["slides"]) == (len(DATES), len(DATES) + 1)


def test_it_shows_our_words_for_dates(whole: tuple[dict[str, Any], list[str]]) -> None:
    found, _ = whole
    assert found["shown"] == {f"e{n}": show(parse(text), "en") for n, text in enumerate(DATES)}
    drawn = {each.casefold() for each in found["dates"] if each}
    assert drawn
    assert drawn <= {show(parse(text), "en").casefold() for text in DATES}
    assert found["years"]["e0"] == -45
    assert "Event <1> & more" in found["headlines"]


def test_it_loads_every_timeline_of_the_reference_site(folder: Path, reference_site: Path) -> None:
    files = sorted(reference_site.rglob("timelinejs.json"))
    for file in [files[0], reference_site / "timeline" / "timelinejs.json"]:
        found, wrong = loaded(folder, file.read_bytes())
        assert (found["errors"], wrong) == ([], [])
        assert found["markers"] == len(json.loads(file.read_bytes())["events"])
