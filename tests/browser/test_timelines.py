"""A long timeline in a real browser: light, steady, whole without scripts, narrowed by address; dates and their cards."""

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.browser.browsers import laid_out, serving
from tests.worlds import article, pages

pytestmark = pytest.mark.browser
COUNT, KILOBYTES = 300, 60
PLACES = ("Minsk", "Vilnius", "Warsaw")
LINE = "timeline/"
STORY = "articles/story-1/"


SOUNDS = ("ba", "ke", "li", "mo", "nu", "ra", "se", "ti", "vo", "zu", "pa", "de", "gi", "jo", "lu", "ma")


def words(n: int, count: int) -> str:
    """Return made-up words, others for every number."""
    made, state = [], n * 7919 + 17
    for _ in range(count):
        state = (state * 1_103_515_245 + 12_345) % 2**31
        made.append("".join(SOUNDS[(state >> shift) % 16] for shift in (8, 13, 18)))
    return " ".join(made)


def date(n: int) -> str:
    return f"202{1 + n // 120}-{n * 7 % 12 + 1:02}-{n * 11 % 28 + 1:02}"


def entry(n: int) -> str:
    title, text, major = words(n, 7).capitalize(), words(n + 1000, 12).capitalize(), "true" if n % 6 == 0 else "false"
    kept = f"places: [{PLACES[n % 3]}], major: {major}"
    return f"  - {{id: e{n}, date: {date(n)}, title: {title}, text: {text}., {kept}}}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site with a timeline of many events, told by ten stories."""
    files: dict[str, str] = {"content/topics/border.md": "---\ntitle: Border\n---\n"}
    files |= {f"content/places/{name.lower()}.md": f"---\ntitle: {name}\n---\n" for name in PLACES}
    for story in range(10):
        told = "\n".join(entry(n) for n in range(story, COUNT, 10))
        text = f"It [{words(story, 3)}](event:{date(story)}){{#e{story}}} in a village, and nobody knew of it.\n"
        files[f"content/articles/story-{story}.md"] = article(f"topics: [border]\nevents:\n{told}", text)
    return laid_out(pages(files), tmp_path_factory.mktemp("timelines"))


@pytest.fixture(scope="module")
def address(folder: Path) -> Iterator[str]:
    with serving(folder) as found:
        yield found


@pytest.fixture
def phone(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, reduced_motion="reduce")
    context.set_default_timeout(10_000)
    yield context
    context.close()


def shown(page: Page) -> int:
    return page.locator(".timeline .event:visible").count()


def test_three_hundred_events_are_light(folder: Path) -> None:
    sheet = max(folder.glob("assets/*.css"), key=lambda file: file.stat().st_size)
    files = [folder / LINE / "index.html", sheet, *folder.glob("assets/*.js")]
    assert len(files) > 3
    assert files[0].read_text().count('<li class="event') == COUNT
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < KILOBYTES * 1024


def test_nothing_moves_while_it_loads(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver((list) => list.getEntries().forEach((each) => { moved += each.value; }))"
        ".observe({ type: 'layout-shift', buffered: true });"
    )
    page.goto(address + LINE, wait_until="networkidle")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("moved") == 0


def test_it_is_whole_without_scripts(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + LINE)
    assert shown(page) == COUNT
    assert page.locator(".filters:visible").count() == 0
    context.close()


def test_choices_stand_in_the_address_and_the_back_button_takes_them_back(page: Page, address: str) -> None:
    page.goto(address + LINE)
    page.locator("[name=place]").select_option("minsk")
    assert shown(page) == COUNT // 3
    page.locator("[name=major]").check()
    assert page.url.endswith("?place=minsk&major=1")
    assert shown(page) == COUNT // 6
    assert page.locator(".filters output").inner_text() == f"Events shown: {COUNT // 6} / {COUNT}"
    assert page.locator(".axis-wide .out").count() > 0
    page.go_back()
    assert (shown(page), page.locator("[name=major]").is_checked()) == (COUNT // 3, False)
    page.reload()
    assert shown(page) == COUNT // 3
    page.locator(".filters button").click()
    assert shown(page) == COUNT
    assert "?" not in page.url


def test_what_has_the_focus_is_never_under_a_heading(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(address + LINE)
    page.locator("#event-e250 a").last.focus()
    for _ in range(12):
        page.keyboard.press("Shift+Tab")
        assert page.evaluate(
            "(() => { const b = document.activeElement.getBoundingClientRect();"
            " const over = document.elementFromPoint(b.left + b.width / 2, b.top + b.height / 2);"
            " return document.activeElement.contains(over) || over.contains(document.activeElement); })()"
        )


def test_a_date_shows_its_neighbours_to_pointers_and_keys(page: Page, address: str) -> None:
    page.goto(address + STORY)
    link, card = page.locator(".event-link").first, page.locator(".pop-when").first
    assert not card.is_visible()
    link.hover()
    card.wait_for(state="visible")
    assert card.locator(".when").count() == 3
    page.mouse.move(0, 0)
    card.wait_for(state="hidden")
    link.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert card.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.pop-when') !== null")
    page.keyboard.press("Escape")
    assert not card.is_visible()
    assert page.evaluate("document.activeElement.matches('.event-link')")


def test_a_finger_sees_the_card_first_and_goes_on_second(phone: BrowserContext, address: str) -> None:
    page = phone.new_page()
    page.goto(address + STORY)
    page.locator(".event-link").first.tap()
    assert page.locator(".pop-when").first.is_visible()
    assert page.url == address + STORY
    page.locator(".pop-when .pop-more").first.tap()
    page.wait_for_url("**/timeline/#event-e1")
