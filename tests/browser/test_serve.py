"""Writing with `serve` running: the page in the browser follows by itself, shows errors, and recovers."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright
from tests.unit.commands.test_serving import PAGE, Served

pytestmark = pytest.mark.browser

CHROMIUM = "/usr/bin/chromium"
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
PATIENCE = 10_000
"""Milliseconds that a page may take to follow; on an idle machine it takes a fifth of a second."""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield found
        found.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "site")
    yield found
    found.process.kill()
    found.process.wait()


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """The story's page. Its connection may not stand yet: an edit must not be missed for all that."""
    served.wait_for(PAGE, 200, "livereload.js")
    found = browser.new_page()
    found.goto(f"http://127.0.0.1:{served.port}{PAGE}", wait_until="commit")
    yield found
    found.close()


def test_a_page_follows_an_edit_by_itself(page: Page, served: Served) -> None:
    expect(page.locator("h1")).to_have_text("Three scientists report large losses of ozone over Antarctica")
    served.edit("title: Three scientists", "title: Three men with an old instrument")
    expect(page.locator("h1")).to_contain_text("Three men with an old instrument", timeout=PATIENCE)


def test_edits_in_quick_succession_are_all_followed(page: Page, served: Served) -> None:
    last = "Halley Bay, 1985"
    for number in range(8):
        served.edit(last, f"Halley Bay, take {number}")
        last = f"Halley Bay, take {number}"
        expect(page.get_by_text(last)).to_be_visible(timeout=PATIENCE)


def test_errors_come_up_in_the_browser_and_go_when_they_are_mended(page: Page, served: Served) -> None:
    served.edit("(event:1985-05-16)", "(nowhere.md)")
    troubles = page.get_by_role("alert")
    expect(troubles).to_contain_text("1 error", timeout=PATIENCE)
    expect(troubles).to_contain_text(re.compile(r"content/articles/the-hole-over-halley\.md:\d+:\d+"))
    expect(troubles).to_contain_text("nowhere.md")
    expect(page.locator("h1")).to_be_visible()
    served.edit("(nowhere.md)", "(event:1985-05-16)")
    expect(troubles).to_have_count(0, timeout=PATIENCE)


def test_a_template_with_a_mistake_is_an_error_like_any_other(page: Page, served: Served) -> None:
    template = served.root / "templates/article.html"
    before = template.read_text()
    template.write_text(before + "{% block byline %}<b>{{ page.<script>alert(1)</script> }}{% endblock %}")
    expect(page.get_by_role("alert")).to_contain_text("templates/article.html", timeout=PATIENCE)
    template.write_text(before + "{% block byline %}<p>By somebody</p>{% endblock %}")
    expect(page.get_by_text("By somebody")).to_be_visible(timeout=PATIENCE)
    expect(page.get_by_role("alert")).to_have_count(0)


def test_the_first_page_appears_by_itself_while_the_site_is_built(browser: Browser, tmp_path: Path) -> None:
    served = Served(tmp_path / "site")
    try:
        served.wait_for(PAGE, 503, "being built")
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{served.port}{PAGE}")
        expect(page.locator("h1")).to_contain_text("Three scientists", timeout=2 * PATIENCE)
    finally:
        served.process.kill()
        served.process.wait()


def test_a_site_that_is_broken_from_the_start_appears_when_it_is_mended(browser: Browser, tmp_path: Path) -> None:
    served = Served(tmp_path / "site")
    served.edit("date: 2025-09-15", "date: soon")
    try:
        served.wait_for("/", 500, "backstory-troubles")
        page = browser.new_page()
        page.goto(f"http://127.0.0.1:{served.port}{PAGE}")
        expect(page.get_by_role("alert")).to_contain_text("soon")
        served.edit("date: soon", "date: 2025-09-15")
        expect(page.locator("h1")).to_contain_text("Three scientists", timeout=PATIENCE)
    finally:
        served.process.kill()
        served.process.wait()
