"""What stands around every page: menus, crumbs, the head, links to other languages."""

import re

import pytest
from tests.worlds import SETTINGS, World, article, asked, noted, pages

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.frame import (
    crumbs,
    feed_links,
    head,
    home_translations,
    language_links,
    language_name,
    list_crumb,
    site_view,
)
from backstory.rendering.images.network import NetworkImage
from backstory.rendering.pageviews import HeadView, SiteView
from backstory.rendering.vantage import vantage
from backstory.rendering.views import LinkView

FILES = {
    "content/articles/a.md": article(),
    "content/articles/a.ru.md": article("translation_of: a"),
    "content/pages/about.md": "---\ntitle: About\n---\n",
    "content/pages/draft.md": "---\ntitle: Draft\ndraft: true\n---\n",
    "content/terms/t.md": "---\ntitle: T\n---\n",
    "content/people/p.md": "---\ntitle: P\n---\n",
}


def with_settings(lines: str) -> dict[str, str]:
    return {"pyproject.toml": SETTINGS + lines + "\n", **FILES}


@query("the site from {}")
def site_seen(read: Read, note: Noting, here: str, lang: str) -> SiteView:
    return site_view(vantage(read, note, here, lang), {})


@query("a head")
def head_seen(read: Read, note: Noting, title: str, translated: bool) -> HeadView:
    view = vantage(read, note, "/articles/a/", "en")
    return head(
        view,
        title,
        "Words",
        {"ru": "/ru/articles/a/"} if translated else {},
        image=NetworkImage("https://example.org/map.png", "A map", 1224, 816),
    )


@query("a way")
def way(read: Read, note: Noting, kind: str) -> tuple[LinkView, ...]:
    view = vantage(read, note, "/x/y/", "en")
    return crumbs(view, *list_crumb(view, kind))


def test_menus_name_documents_and_addresses() -> None:
    files = with_settings('navigation = ["pages/about.md", "/archive/", "archive"]\nfooter = ["/glossary", "/about/"]')
    found = asked(files, site_seen, "/archive/2021/", "en")
    assert [(link.title, link.url, link.current) for link in found.navigation] == [
        ("About", "../../about/", False),
        ("Archive", "../", True),
    ]
    assert [(link.title, link.url) for link in found.footer] == [
        ("Glossary", "../../glossary/"),
        ("About", "../../about/"),
    ]


@pytest.mark.parametrize("entry", ["pages/none.md", "pages/draft.md", "/nowhere/", "archive"])
def test_a_menu_names_only_what_is_there(entry: str) -> None:
    engine = World(with_settings(f'navigation = ["{entry}"]')).engine()
    assert engine.ask(site_seen, "/", "en").navigation == ()
    (note,) = engine.notes()
    assert (note.code, str(note.place)) == ("settings/bad-link", "pyproject.toml:3:1")


def test_a_language_has_its_own_frame() -> None:
    files = with_settings('navigation = ["/archive/"]\n[tool.backstory.languages.ru]\ntitle = "Сайт"')
    own, other = asked(files, site_seen, "/", "en"), asked(files, site_seen, "/ru/", "ru")
    assert (own.title, own.home, own.archive, own.glossary) == ("Test site", "./", "archive/", "glossary/")
    assert (other.title, other.home, other.archive, other.glossary) == ("Сайт", "./", "archive/", "")
    assert (len(own.navigation), other.navigation) == (1, ())
    assert noted(files, site_seen, "/ru/", "ru") == []


def test_the_title_of_the_site_stands_behind_that_of_the_page() -> None:
    assert asked(FILES, head_seen, "A", False).title == "A – Test site"
    assert asked(FILES, head_seen, "Test site", False).title == "Test site"


def test_what_must_be_absolute_is_only_there_with_a_base() -> None:
    bare = asked(FILES, head_seen, "A", True)
    assert bare.canonical == ""
    assert [(each.lang, each.url) for each in bare.alternates] == [("en", "./"), ("ru", "../../ru/articles/a/")]
    based = asked(with_settings('base_url = "https://example.org"'), head_seen, "A", True)
    assert (based.canonical, based.image) == ("https://example.org/articles/a/", "https://example.org/map.png")
    assert [each.url for each in based.alternates] == [
        "https://example.org/articles/a/",
        "https://example.org/ru/articles/a/",
    ]


@pytest.mark.parametrize(
    ("kind", "titles"),
    [
        ("article", ["Home"]),
        ("term", ["Home", "Glossary"]),
        ("person", ["Home", "People"]),
        ("place", ["Home"]),
        ("page", ["Home"]),
    ],
)
def test_crumbs_lead_to_lists_that_are_there(kind: str, titles: list[str]) -> None:
    assert [link.title for link in asked(FILES, way, kind)] == titles


@pytest.mark.parametrize(
    ("lang", "name"), [("ru", "Русский"), ("de", "Deutsch"), ("zzz", "Zzz"), ("not a tag", "Not a tag")]
)
def test_a_language_is_named_in_itself(lang: str, name: str) -> None:
    assert language_name(lang) == name


@query("languages")
def languages_seen(read: Read, note: Noting) -> tuple[LinkView, ...]:
    view = vantage(read, note, "/", "en")
    return language_links(view, home_translations(view)) + feed_links(view, "/", "Test site")


def test_other_languages_and_feeds_are_linked() -> None:
    found = [(link.title, link.url, link.lang) for link in asked(FILES, languages_seen)]
    assert found[0] == ("Русский", "ru/", "ru")
    assert [url for _, url, _ in found[1:]] == ["feed.xml", "rss.xml", "feed.json"]


def test_scripts_come_where_they_have_something_to_do() -> None:
    def scripts(page: str) -> list[str]:
        return re.findall(r'<script src="[^"]*/(\w+)\.', page)

    event = " ".join(f"[It went on {n}](event:2021-{n:02}-01)." for n in range(1, 13))
    made = pages({"content/articles/a.md": article("topics: [t]", event), "content/articles/b.md": article()})
    assert scripts(made["articles/a/index.html"]) == ["dates", "reading"]
    assert scripts(made["articles/b/index.html"]) == ["reading"]
    assert scripts(made["timeline/index.html"]) == ["filters", "reading"]
