"""What the search finds of a document, and where a site says that it can be searched."""

import pytest
from tests.worlds import SETTINGS, World, article, clean, pages

from backstory.rendering.formats.searching import entry, parts_for, share_of

SEARCHED = SETTINGS + "search = true\n"
FILES: dict[str, str | bytes] = {
    "pyproject.toml": SEARCHED,
    "content/people/mara.md": "---\ntitle: Mara Lind\nalso_known_as: [Мара Линд]\n---\nShe mends bridges.\n",
    "content/articles/a.md": article(
        title="The bridge & the town", header="about: [mara]\ntopics: [Bridges]\nform: explainer",
        text="It **fell** on Monday.[^1]\n\n::: note\nNobody was *hurt*.\n:::\n\n[^1]: A note.\n",
    ),
}  # fmt: skip


def said(path: str) -> str:
    engine = World(FILES).engine()
    return entry(engine.ask, lambda note: None, path).decode()


def test_a_story_is_found_by_its_words_and_narrowed_down_by_what_it_is() -> None:
    html = said("content/articles/a.md")
    assert "<h1>The bridge &amp; the town</h1>" in html
    assert "<strong>fell</strong>" in html and "<em>hurt</em>" in html
    assert "fnref" not in html
    for each in ("kind:Explainer", "topic:Bridges", "person:Mara Lind", "year:2021"):
        assert f'data-pagefind-filter="{each}"' in html
    assert 'data-pagefind-meta="date:3 August 2021"' in html
    assert 'data-pagefind-sort="date:20210803"' in html


def test_somebody_is_found_by_every_name() -> None:
    assert "<p>Мара Линд</p>" in said("content/people/mara.md")


def test_a_new_headline_elsewhere_changes_nothing() -> None:
    before = said("content/articles/a.md")
    FILES["content/articles/b.md"] = article(title="Another", header="about: [mara]")
    try:
        assert said("content/articles/a.md") == before
    finally:
        del FILES["content/articles/b.md"]


def test_a_site_says_that_it_can_be_searched() -> None:
    made = pages(dict(FILES))
    assert 'action="../../search/"' in made["articles/a/index.html"]
    assert 'data-index="../pagefind/"' in made["search/index.html"]
    assert 'href="../archive/"' in made["search/index.html"]
    assert not any(path.startswith(".search") for path in made)


@pytest.mark.parametrize(("settings", "options"), [(SETTINGS, {}), (SEARCHED, {"portable": "yes"})])
def test_a_site_without_search_does_not_speak_of_it(settings: str, options: dict[str, str]) -> None:
    made, _ = clean(World(FILES | {"pyproject.toml": settings}, **options))
    assert "search/index.html" not in made
    assert 'type="search"' not in made["articles/a/index.html"]
    assert "wasm" not in made["_headers"]


def test_only_the_search_page_may_run_an_engine() -> None:
    made = pages(dict(FILES))
    assert "wasm-unsafe-eval" in made["search/index.html"]
    assert "wasm-unsafe-eval" not in made["articles/a/index.html"]
    assert "script-src 'self' 'wasm-unsafe-eval';" in made["_headers"]


@pytest.mark.parametrize(("count", "expected"), [(0, 1), (1, 1), (1000, 1), (1001, 2), (3000, 4), (10_000, 16)])
def test_there_are_as_many_parts_as_it_takes(count: int, expected: int) -> None:
    assert parts_for(count) == expected


def test_documents_spread_and_stay() -> None:
    found = [share_of(f"content/articles/{n}.md", 4) for n in range(4000)]
    assert all(900 < found.count(n) < 1100 for n in range(4))
    assert all(share_of(f"content/articles/{n}.md", 8) % 4 == found[n] for n in range(100))
