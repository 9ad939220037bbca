"""A first heading that repeats the title is shown once."""

import pytest
from tests.worlds import article, pages

TEXT = "# The *bridge*\n\nWords.\n\n## A part\n\n[Up](#the-bridge).\n"


@pytest.mark.parametrize(
    ("title", "text", "count", "body"),
    [
        ("The bridge", TEXT, 1, '<p id="the-bridge">Words.</p>'),
        ("the  Bridge", TEXT, 1, '<p id="the-bridge">Words.</p>'),
        ("Another", TEXT, 2, '<h1 id="the-bridge">'),
        ("The bridge", f"Words.\n\n{TEXT}", 2, '<h1 id="the-bridge">'),
        ("The bridge", "# The bridge\n\n::: note\nAside.\n:::\n", 1, '<span id="the-bridge"></span>'),
        ("The bridge", "# The bridge {#top}\n- One\n- Two\n", 1, '<ul id="top">'),
    ],
)
def test_the_title_stands_once(title: str, text: str, count: int, body: str) -> None:
    page = pages({"content/articles/a.md": article(text=text, title=title)})["articles/a/index.html"]
    assert page.count("<h1") == count
    assert body in page


def test_a_title_that_the_heading_gives_stands_once() -> None:
    page = pages({"content/pages/a.md": "# Über uns\n\nText.\n"})["a/index.html"]
    assert page.count("<h1") == 1
    assert '<h1 class="headline">Über uns</h1>' in page
