"""What a story's page shows of others: each of them once, and what a name in the text means at hand."""

import pytest
from tests.worlds import World, article, pages

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.articles import article_fields
from backstory.rendering.vantage import vantage


@query("the stories on a page")
def shown(read: Read, note: Noting, path: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the titles among related stories with the closing card, and of the stories before and after."""
    fields = article_fields(vantage(read, note, "/a/", "en"), path)
    end = (fields["read_more"],) if fields["read_more"] else ()
    near = tuple(each.card.title for each in fields["related"]) + tuple(each.title for each in end)
    line = tuple(each.title for name in ("previous", "next") if (each := fields.get(name)))
    return near, line


def files(more: str = "") -> dict[str, str]:
    text = "Guards laid wire along the fence by the river.\n"
    days = {"a": 2, "b": 1, "c": 4, "d": 5}
    return {
        f"content/articles/{name}.md": article(
            f"topics: [border]\ndate: 2021-08-0{day}\n{more if name == 'a' else ''}", text, name.upper()
        ).replace("date: 2021-08-03\n", "")
        for name, day in days.items()
    } | {"content/topics/border.md": "---\ntitle: Border\n---\n"}


@pytest.mark.parametrize(
    ("more", "line"), [("", ()), ("related: {hide: [b]}", ("B",)), ("related: {hide: [b, c]}", ("B", "C"))]
)
def test_a_story_stands_once_on_a_page(more: str, line: tuple[str, ...]) -> None:
    near, beside = World(files(more)).engine().ask(shown, "content/articles/a.md")
    assert beside == line
    assert not {*near} & {*beside}
    assert "D" in near


@pytest.mark.parametrize("header", ["", "description: Sent back at once.\n"])
def test_a_name_has_at_hand_what_it_means(header: str) -> None:
    """Its description, or the beginning of its text."""
    found = pages({
        "content/articles/a.md": article("", "Then Ann Lee said [pushback](term:) is wrong.\n"),
        "content/terms/pushback.md": f"---\ntitle: Pushback\n{header}---\n## Meaning\n\nSent *back* at once.\n\nMore.\n",
        "content/people/ann.md": f"---\ntitle: Ann Lee\n{header}---\nSent *back* at once.\n",
    })["articles/a/index.html"]  # fmt: skip
    assert found.count('<span class="pop-text">Sent back at once.</span>') == 2
