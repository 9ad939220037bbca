"""Which style sheet a page takes: the usual or the whole."""

import re

from tests.worlds import article, pages

from backstory.rendering.dressing.fitting import classes, fitted

LINK = '<link rel="stylesheet" href="whole.css">'


def fit(html: str) -> str:
    return fitted(html, "whole.css", "usual.css", ("axis",))


def test_a_page_takes_the_whole_sheet_only_where_it_has_a_class_of_it() -> None:
    assert "usual.css" in fit(f'{LINK}<p class="a b">axis</p>')
    assert "usual.css" in fit(f'{LINK}<p class="axis-line an-axis">')
    assert LINK in fit(f'{LINK}<p class="a axis">')
    assert LINK in fit(f'{LINK}<p class="axis b">')


def test_a_template_that_links_in_its_own_words_keeps_them() -> None:
    own = '<link href="whole.css" rel="stylesheet">'
    assert fit(own) == own


def test_classes_are_names_after_a_point_and_no_fractions() -> None:
    assert classes(".a-b:is(.c,d.e)>f{top:.5rem;inset:1.5em}@media (x){.g::after{h:i}}") == {"a-b", "c", "e", "g"}


def test_a_story_takes_the_smaller_sheet_and_a_timeline_the_whole_one() -> None:
    built = pages({"content/articles/a.md": article("", "[It went on](event:2021-08-03).\n")})

    def sheet(page: str) -> str:
        found = re.search(r'<link rel="stylesheet" href="(?:\.\./)*([^"]+)">', built[page])
        assert found
        return built[found[1]]

    assert ".timeline-year" in sheet("timeline/index.html")
    assert ".timeline-year" not in sheet("articles/a/index.html") and ".byline" in sheet("articles/a/index.html")
