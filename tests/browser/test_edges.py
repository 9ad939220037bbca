"""Stories that are not like others, in a real browser: endless words, forty authors, one word, right to left."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.browser.browsers import laid_out
from tests.worlds import SETTINGS, article, pages

pytestmark = pytest.mark.browser
WORD = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"
LONG = f"""kicker: {WORD}
form: analysis
description: See https://example.org/{"and/on/" * 20}
authors: [{", ".join(f"Author Number {n}" for n in range(40))}]
date: 2021-01-02
"""
SECTIONS = "".join(
    f"## {n} {WORD}\n\nThe river. `{'code_' * 30}` https://example.org/{'a' * 150}\n\n" for n in range(4)
)
FILES = {
    "content/articles/long.md": article(LONG, SECTIONS + "~~~\n" + "x" * 300 + "\n~~~\n", title=f"{WORD} {WORD}"),
    "content/articles/word.md": article("date: 2021-01-03\n", "Yes.\n"),
    "content/articles/arabic.md": article(
        "lang: ar\ndate: 2021-01-04\nkicker: حقوق\n",
        "[بدأ هذا](event:2021-01-04) هنا.\n\n## عنوان\n\nنص.\n",
        title="لماذا",
    ),
    "content/people/long.md": f"---\ntitle: {WORD}\nalso_known_as: [{WORD}a]\n---\nText.\n",
    "pyproject.toml": SETTINGS + '[tool.backstory.languages.ar]\ntitle = "الخلفية"\n',
}
SHOWN = ["index.html", "articles/long/index.html", "articles/word/index.html", "people/long/index.html"]
SHOWN += ["ar/index.html", "ar/articles/arabic/index.html", "ar/timeline/index.html", "archive/index.html"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return laid_out(pages(FILES, portable="yes"), tmp_path_factory.mktemp("edges"))


OVER = """() => [...document.querySelectorAll("h1, h2, .standfirst, .kicker, .toc, .byline, .part-title, .teaser, p")]
  .filter((it) => it.scrollWidth > it.clientWidth + 1 && it.clientWidth && getComputedStyle(it).overflowX === "visible")
  .map((it) => it.className || it.tagName)"""


@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_reaches_over_its_place(browser: Browser, folder: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    found = []
    for path in SHOWN:
        page.goto((folder / path).as_uri())
        if page.evaluate("document.documentElement.scrollWidth") > width:
            found.append(path)
        found += [f"{path}: {each}" for each in page.evaluate(OVER)]
    page.close()
    assert found == []


def test_arabic_pages_run_from_right_to_left(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 800})
    page.goto((folder / "ar/articles/arabic/index.html").as_uri())
    left, right = (page.locator(name).bounding_box() for name in (".story-text", ".story-meta"))
    page.close()
    assert left and right and left["x"] < right["x"]


@pytest.mark.parametrize("path", SHOWN)
def test_without_its_styles_a_page_still_reads_in_order(browser: Browser, folder: Path, path: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((folder / path).as_uri())
    page.evaluate("document.querySelectorAll('style, link[rel=stylesheet]').forEach((it) => it.remove())")
    tops = page.evaluate(
        "['.skip', '.masthead', 'main', 'main h1', '.footer'].map((it) => document.querySelector(it)?.getBoundingClientRect().top)"
    )
    words = page.evaluate("document.body.innerText")
    page.close()
    assert tops == sorted(tops)
    assert not [each for each in ("undefined", "None", "{{", "{%", "[[", ":::", "&amp;", "&#") if each in words]


def test_a_picture_is_never_made_larger_than_it_is(browser: Browser, folder: Path) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto((folder / "articles/word/index.html").as_uri())
    boxes = page.evaluate(
        """() => Promise.all([["lead", 40, 30], ["wide", 2000, 1000], ["portrait", 60, 90]].map(async ([layout, width, height]) => {
          const figure = document.createElement("figure");
          figure.className = `picture picture-${layout}`;
          const canvas = Object.assign(document.createElement("canvas"), { width, height }), picture = new Image(width, height);
          picture.srcset = `${canvas.toDataURL()} ${width}w`;
          picture.sizes = "51rem";
          figure.append(picture);
          document.querySelector(".story-text").append(figure);
          await picture.decode();
          const box = picture.getBoundingClientRect();
          return [box.width, box.height];
        }))"""
    )
    page.close()
    assert boxes[0] == [40, 30] and boxes[2] == [60, 90]
    assert boxes[1][0] > 350 and boxes[1][1] == pytest.approx(boxes[1][0] / 2, abs=1)
