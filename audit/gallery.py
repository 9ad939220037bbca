"""Takes the pictures of docs/gallery.md: every kind of page on a phone, a desktop, in the dark and on paper.

    python audit/gallery.py SITE [NAME…]

SITE is the finished reference site. Pages that run from right to left are built here, from a few lines of Arabic. Needs
Playwright and Chromium (`CHROMIUM`, else /usr/bin/chromium). Writes one WebP for each page to docs/gallery/, small
enough to be kept, and the page that shows them.
"""

import io
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent
TO = ROOT / "docs" / "gallery"
HEIGHT, GAP, GROUND = 420, 12, (128, 126, 140)
MODES = {
    "desktop": ({"width": 1350, "height": 900}, "light", "screen"),
    "phone": ({"width": 390, "height": 844}, "light", "screen"),
    "dark": ({"width": 1350, "height": 900}, "dark", "screen"),
    "paper": ({"width": 720, "height": 1018}, "light", "print"),
}
PAGES = {
    "home": ("Front page", ""),
    "article": ("Story", "articles/why-crossings-rose/"),
    "q-and-a": ("Questions and answers", "articles/strasbourg-interim-measures/"),
    "data": ("Story in numbers", "articles/lithuania-crossings-in-numbers/#month-by-month"),
    "timeline": ("Timeline", "timelines/timeline-2021/"),
    "topic": ("Topic", "topics/crossings/"),
    "person": ("Person", "people/lukashenko/"),
    "place": ("Place", "places/minsk/"),
    "term": ("Term", "terms/pushback/"),
    "question": ("Question", "questions/who-is-crossing/"),
    "figure": ("Figure", "figures/lt-monthly/"),
    "source": ("Source", "sources/lrt-2021-06-22/"),
    "author": ("Author", "authors/backstory-desk/"),
    "archive": ("Archive", "archive/"),
    "glossary": ("Glossary", "glossary/"),
    "corrections": ("Corrections", "corrections/"),
    "search": ("Search", "search/?q=border"),
    "trust": ("How we work", "trust/"),
    "missing": ("Page not found", "404.html"),
}
RIGHT_TO_LEFT = {
    "arabic-story": ("Story from right to left", "articles/a/"),
    "arabic-timeline": ("Timeline from right to left", "timeline/"),
}
SETTINGS = '[tool.backstory]\ntitle = "الخلفية"\nlanguage = "ar"\ndescription = "الأخبار من بدايتها."\nsearch = false\n'
TOPIC = "---\ntitle: الجسر\ndescription: من الشقوق الأولى إلى الافتتاح.\n---\n"
STORY = """---
title: لماذا تشقق الجسر، ومن كان يعرف
kicker: الجسر
form: explainer
description: بدأ كل شيء بسفينة عند الفجر، وانتهى بتقرير لم يقرأه أحد.
date: 2021-08-03
topics: [bridge]
---
[رأى قبطان العبارة الشقوق أول مرة](event:2021-07-30) عند الفجر، واتصل بالشرطة. [أغلقت المدينة الجسر](event:2021-08-02)
في اليوم الثالث، وقالت إن الإصلاح [سيستغرق الصيف كله](event:2021-08).

## من كان يعرف

كان المهندسون قد كتبوا عن الشقوق قبل عامين، ولم يصل التقرير إلى المجلس. [نشر التقرير](event:2021-08-12) بعد ذلك بأسبوع.

::: known
- أن الشقوق قديمة.
:::
"""


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *values: object) -> None:  # noqa: D102
        pass


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()


@contextmanager
def arabic() -> Iterator[Path]:
    """A small Arabic site, built for as long as it is needed."""
    with tempfile.TemporaryDirectory() as made:
        root = Path(made)
        texts = {"pyproject.toml": SETTINGS, "content/topics/bridge.md": TOPIC, "content/articles/a.md": STORY}
        for name, text in texts.items():
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            (root / name).write_text(text, "utf-8")
        subprocess.run([Path(sys.executable).with_name("backstory"), "build"], cwd=root, check=True)
        yield root / "site"


def shot(browser: Browser, url: str, mode: str) -> Image.Image:
    """Return the first screen of a page, as high as all others."""
    size, scheme, media = MODES[mode]
    page = browser.new_page(viewport=size, color_scheme=scheme, reduced_motion="reduce")
    if media == "print":
        page.emulate_media(media="print")
    page.goto(url, wait_until="networkidle")
    picture = Image.open(io.BytesIO(page.screenshot())).convert("RGB")
    page.close()
    if media == "print":
        sheet = Image.new("RGB", (picture.width + 100, picture.height + 100), "white")
        sheet.paste(picture, (50, 50))
        picture = sheet
    return picture.resize((round(picture.width * HEIGHT / picture.height), HEIGHT), Image.Resampling.LANCZOS)


def together(pictures: list[Image.Image]) -> Image.Image:
    """Return four pictures in two rows of two, as wide as the wider row."""
    rows = (pictures[:2], pictures[2:])
    whole = Image.new("RGB", (max(sum(each.width for each in row) for row in rows) + GAP, 2 * HEIGHT + GAP), GROUND)
    for down, (first, second) in enumerate(rows):
        whole.paste(first, (0, down * (HEIGHT + GAP)))
        whole.paste(second, (first.width + GAP, down * (HEIGHT + GAP)))
    return whole


def taken(browser: Browser, start: str, pages: dict[str, tuple[str, str]], names: list[str]) -> None:
    """Take the pictures of some pages, or of all where no names are given."""
    for name, (_, path) in pages.items():
        if not names or name in names:
            together([shot(browser, start + path, mode) for mode in MODES]).save(
                TO / f"{name}.webp", quality=62, method=6
            )


def written() -> str:
    """Return the page that shows all of them."""
    parts = [
        "# Gallery",
        "What the default theme makes of each kind of page: on a desktop, on a phone, in dark colours, and on paper."
        " The pages are those of the reference site; the last two are a small Arabic one."
        " `make gallery` takes the pictures anew.",
    ]
    for name, (title, _) in (PAGES | RIGHT_TO_LEFT).items():
        parts += [f"## {title}", f"![{title}: desktop, phone, dark, paper](gallery/{name}.webp)"]
    return "\n\n".join(parts) + "\n"


def run(site: Path, names: list[str]) -> None:
    """Take the pictures and write the page."""
    TO.mkdir(exist_ok=True)
    with sync_playwright() as playwright, arabic() as right_to_left:
        chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        for folder, pages in ((site, PAGES), (right_to_left, RIGHT_TO_LEFT)):
            with served(folder) as start:
                taken(browser, start, pages, names)
        browser.close()
    (ROOT / "docs" / "gallery.md").write_text(written(), "utf-8")


if __name__ == "__main__":
    run(Path(sys.argv[1]).resolve(), sys.argv[2:])
