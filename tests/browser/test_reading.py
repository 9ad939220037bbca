"""The reference site in a real browser: nothing fails, everything works by keyboard, and nothing needs a script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from tests.browser.browsers import serving

pytestmark = pytest.mark.browser
HOME, STORY, TIMELINE = "", "articles/russian-citizens-among-those-crossing/", "timelines/timeline-2021/"
PAGES = [HOME, STORY, TIMELINE]
PHONE = {"width": 320, "height": 640}


@pytest.fixture(scope="module")
def address(reference_site: Path) -> Iterator[str]:
    with serving(reference_site) as found:
        yield found


@pytest.mark.parametrize("path", PAGES)
def test_a_page_opens_without_complaints(page: Page, address: str, path: str) -> None:
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda problem: said.append(str(problem)))
    page.on("requestfailed", lambda request: said.append(f"failed: {request.url}"))
    page.on(
        "response", lambda response: said.append(f"{response.status} {response.url}") if response.status > 399 else None
    )
    page.goto(address + path, wait_until="networkidle")
    assert [each for each in said if "favicon.ico" not in each and "404 (File not found)" not in each] == []


@pytest.mark.parametrize("path", PAGES)
def test_nothing_is_asked_of_other_hosts(page: Page, address: str, path: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")
    assert len(asked) > 1
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def focused(page: Page) -> str:
    """Return the words of what has the focus."""
    return str(page.evaluate("document.activeElement.textContent.trim()"))


@pytest.mark.parametrize("path", PAGES)
def test_the_first_tab_reaches_the_skip_link_and_enter_follows_it(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.keyboard.press("Tab")
    assert focused(page) == "Skip to the content"
    box = page.locator("a.skip").bounding_box()
    assert box is not None and box["x"] >= 0 and box["y"] >= 0 and box["height"] >= 24
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "MAIN"
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_the_tab_key_goes_from_one_thing_to_the_next(page: Page, address: str) -> None:
    page.goto(address + STORY)
    where = (
        "(() => { const b = document.activeElement.getBoundingClientRect(); return [b.y + scrollY, b.x].join(); })()"
    )
    seen: list[str] = []
    for _ in range(20):
        page.keyboard.press("Tab")
        seen.append(str(page.evaluate(where)))
    assert len(set(seen)) == len(seen)


def test_a_meaning_opens_and_closes_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + STORY)
    button = page.locator(".body button.peek[aria-label*='Asylum']").first
    meaning = page.locator(f"#{button.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    button.focus()
    page.keyboard.press("Enter")
    assert meaning.is_visible()
    assert "Protection a state gives" in meaning.inner_text()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    assert page.evaluate("document.activeElement.matches('button.peek')")


def test_a_name_in_the_text_has_a_card_at_hand(page: Page, address: str) -> None:
    page.goto(address + STORY)
    name = page.locator(".body a.mention", has_text="Agnė Bilotaitė")
    assert name.count() == 1
    card = page.locator(".body button.peek[aria-label*='Agnė Bilotaitė']")
    meaning = page.locator(f"#{card.get_attribute('popovertarget')}")
    assert not meaning.is_visible()
    card.click()
    assert "Interior minister of Lithuania" in meaning.inner_text()
    page.keyboard.press("Escape")
    assert not meaning.is_visible()
    name.click()
    assert page.locator("h1").inner_text() == "Agnė Bilotaitė"


def test_a_name_is_a_plain_link_without_a_script(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + STORY)
    page.locator(".body a.mention", has_text="Agnė Bilotaitė").click()
    assert page.url.endswith("/people/bilotaite/")
    context.close()


def test_a_timeline_can_be_filtered(page: Page, address: str) -> None:
    page.goto(address + TIMELINE)
    events, choice = page.locator(".timeline .event"), page.locator("select[name=about]")
    before = events.locator("visible=true").count()
    choice.focus()
    choice.select_option(label=next(each for each in choice.locator("option").all_inner_texts() if "Adomėnas" in each))
    after = events.locator("visible=true").count()
    assert 0 < after < before
    assert "about=" in page.url
    page.reload()
    assert events.locator("visible=true").count() == after


def test_an_address_with_a_filter_and_an_event_shows_the_event(page: Page, address: str) -> None:
    page.goto(address + TIMELINE + "?about=Mantas+Adom%C4%97nas#event-fr4978")
    assert page.locator("#event-fr4978").is_visible()


def test_an_event_leads_to_the_line_that_tells_it(page: Page, address: str) -> None:
    page.goto(address + TIMELINE)
    page.locator("#event-first-pushbacks a[href*='russian-citizens']").first.click()
    page.wait_for_url("**/russian-citizens-among-those-crossing/#first-pushbacks")
    assert page.locator("#first-pushbacks").is_visible()
    page.locator("#first-pushbacks").click()
    page.wait_for_url("**/timeline/#event-first-pushbacks")
    assert page.locator("#event-first-pushbacks").is_visible()


@pytest.mark.parametrize("path", PAGES)
def test_a_page_is_whole_without_scripts(browser: Browser, address: str, path: str) -> None:
    texts = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts)
        page = context.new_page()
        page.goto(address + path)
        page.evaluate("document.querySelectorAll('.filters, .copy').forEach((added) => added.remove())")
        texts.append(page.locator("main").inner_text().split())
        context.close()
    assert len(texts[1]) > 100
    assert texts[0] == texts[1]


@pytest.mark.parametrize("path", [*PAGES, "ru/", "figures/lt-monthly/", "archive/", "sources/", "topics/crossings/"])
def test_a_narrow_page_does_not_scroll_sideways(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport=PHONE)  # type: ignore[arg-type]  # two numbers, as it asks
    page = context.new_page()
    page.goto(address + path)
    width = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert width <= PHONE["width"]


def test_a_story_reads_from_a_sub_path(browser: Browser, reference_site: Path) -> None:
    context = browser.new_context()
    page = context.new_page()
    with serving(reference_site.parent) as found:
        page.goto(f"{found}{reference_site.name}/{STORY}")
        page.locator(".read-more a").first.click()
        page.wait_for_url("**/why-crossings-rose/")
        assert page.locator("h1").inner_text() == "Why so many people are reaching Lithuania through Belarus"
    context.close()


STRAYS = """() => [...document.querySelectorAll(".body .peek")].filter((mark) => {
  const last = [...mark.previousElementSibling.getClientRects()].at(-1), box = mark.getBoundingClientRect();
  if (Math.abs((box.top + box.bottom) / 2 - (last.top + last.bottom) / 2) > 6) return true;
  const next = mark.nextElementSibling.nextSibling, sign = document.createRange();
  if (!next || next.nodeType !== 3 || !/^[.,:;)]/.test(next.data)) return false;
  sign.setStart(next, 0);
  sign.setEnd(next, 1);
  return sign.getBoundingClientRect().top > last.bottom - 4;
}).map((mark) => mark.previousElementSibling.textContent)"""


@pytest.mark.parametrize("path", [STORY, "articles/strasbourg-interim-measures/"])
def test_a_mark_stays_by_its_word_and_the_comma_by_the_mark(browser: Browser, address: str, path: str) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto(address + path)
    assert page.locator(".body .peek").count() > 2
    found = []
    for width in range(320, 480, 8):
        page.set_viewport_size({"width": width, "height": 640})
        found += page.evaluate(STRAYS)
    page.close()
    assert found == []
