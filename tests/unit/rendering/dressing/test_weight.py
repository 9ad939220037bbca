"""What the theme's own files may weigh, so that a story comes whole within 30 KB."""

from gzip import compress

import pytest
from tests.worlds import article, asked, pages

from backstory.rendering.dressing.assets import scripts, search_script, stylesheet, usual_stylesheet

FILES = {"content/articles/a.md": article()}


@pytest.mark.parametrize(("sheet", "most"), [(usual_stylesheet, 10_000), (stylesheet, 13_000)])
def test_a_style_sheet_packs_small(sheet: object, most: int) -> None:
    assert len(compress(asked(FILES, sheet)[1])) < most  # type: ignore[arg-type]


def test_each_script_stays_under_four_kilobytes() -> None:
    found = (*asked(FILES, scripts), asked(FILES, search_script))
    assert found and not [where for where, data in found if len(data) >= 4000]


def test_what_stands_around_a_story_is_little() -> None:
    html = pages(FILES)["articles/a/index.html"].encode()
    assert len(compress(html)) < 2500


def test_of_many_events_machines_are_not_told_the_words_again() -> None:
    def told(count: int) -> str:
        events = "".join(
            f"  - {{date: 2021-01-01, id: e{n}, title: Event {n}, text: Words of event {n}.}}\n" for n in range(count)
        )
        html = pages({"content/articles/a.md": article(f"events:\n{events}")})["timeline/index.html"]
        return html.partition("application/ld+json")[2]

    assert '"name":"Event 9"' in told(31) and "Words of event" not in told(31)
    assert "Words of event 9" in told(30)
