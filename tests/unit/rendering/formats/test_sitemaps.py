"""Sitemaps keep to the protocol and its limits."""

from xml.etree import ElementTree

import pytest
from tests.hostile import HOSTILE

from backstory.rendering.formats import sitemaps
from backstory.rendering.formats.sitemaps import (
    MOST_ADDRESSES,
    MOST_NEWS,
    NewsEntry,
    SitemapEntry,
    news_sitemap,
    sitemap,
    sitemap_files,
)
from backstory.rendering.templating.escaping import clean

SPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
NEWS = "{http://www.google.com/schemas/sitemap-news/0.9}"
LINK = "{http://www.w3.org/1999/xhtml}link"
BASE = "https://backstory.example"


def locations(data: bytes) -> list[str | None]:
    return [each.text for each in ElementTree.fromstring(data).iter(f"{SPACE}loc")]


def absolute(name: str) -> str:
    return f"{BASE}/{name}"


def pages(count: int) -> tuple[SitemapEntry, ...]:
    return tuple(SitemapEntry(f"{BASE}/{n}/", f"2021-08-{n % 28 + 1:02}") for n in range(count))


@pytest.mark.parametrize(
    ("url", "written"),
    [
        (f"{BASE}/articles/a/", f"{BASE}/articles/a/"),
        (f"{BASE}/статьи/", f"{BASE}/%D1%81%D1%82%D0%B0%D1%82%D1%8C%D0%B8/"),
        (f"{BASE}/a?b=1&c=2", f"{BASE}/a?b=1&c=2"),
        (f"{BASE}/100%25/", f"{BASE}/100%25/"),
        (f'{BASE}/a b"<', f"{BASE}/a%20b%22%3C"),
    ],
)
def test_addresses_are_escaped_once(url: str, written: str) -> None:
    assert locations(sitemap((SitemapEntry(url),))) == [written]


def test_alternates_and_dates() -> None:
    entry = SitemapEntry(f"{BASE}/a/", "2021-08-03", (("en", f"{BASE}/a/"), ("ru", f"{BASE}/ru/a/")))
    root = ElementTree.fromstring(sitemap((entry, SitemapEntry(f"{BASE}/b/"))))
    assert [each.findtext(f"{SPACE}lastmod") for each in root] == ["2021-08-03", None]
    assert [(link.get("hreflang"), link.get("href")) for link in root[0].findall(LINK)] == list(entry.alternates)


@pytest.mark.parametrize(
    ("count", "names"),
    [
        (0, ["sitemap.xml"]),
        (10, ["sitemap.xml"]),
        (11, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml"]),
        (21, ["sitemap.xml", "sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml"]),
    ],
)
def test_files_are_split_at_the_limit(count: int, names: list[str]) -> None:
    assert [name for name, _ in sitemap_files(pages(count), absolute, most=10)] == names


def test_split_files_lose_nothing_and_the_index_names_them() -> None:
    (_, index), *files = sitemap_files(pages(25), absolute, most=10)
    assert locations(index) == [absolute(name) for name, _ in files]
    assert [url for _, data in files for url in locations(data)] == [entry.url for entry in pages(25)]
    assert [each.findtext(f"{SPACE}lastmod") for each in ElementTree.fromstring(index)] == [
        "2021-08-10", "2021-08-20", "2021-08-25",
    ]  # fmt: skip


def test_fifty_thousand_are_the_limit() -> None:
    (_, index), (_, first), (_, second) = sitemap_files(pages(MOST_ADDRESSES + 1), absolute)
    assert (len(locations(index)), first.count(b"<loc>"), second.count(b"<loc>")) == (2, 50_000, 1)


def test_files_are_split_by_bytes_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemaps, "MOST_BYTES", 500)
    (_, index), *files = sitemap_files(pages(20), absolute)
    assert len(files) == len(locations(index)) > 2
    assert [url for _, data in files for url in locations(data)] == [entry.url for entry in pages(20)]


@pytest.mark.parametrize(
    ("lang", "written"), [("en", "en"), ("pt-BR", "pt"), ("zh-Hant", "zh-tw"), ("zh", "zh-cn"), ("ru", "ru")]
)
def test_news_languages(lang: str, written: str) -> None:
    entry = NewsEntry(f"{BASE}/a/", "A title", "Backstory", lang, "2021-08-03")
    root = ElementTree.fromstring(news_sitemap((entry,)))
    assert root.findtext(f".//{NEWS}language") == written


@pytest.mark.parametrize("words", HOSTILE)
def test_news_say_hostile_words_again(words: str) -> None:
    entry = NewsEntry(f"{BASE}/{words}", words, words, "en", "2021-08-03T10:00:00Z")
    root = ElementTree.fromstring(news_sitemap((entry,)))
    assert [root.findtext(f".//{NEWS}{name}") for name in ("title", "name")] == [clean(words)] * 2
    assert root.findtext(f".//{NEWS}publication_date") == "2021-08-03T10:00:00Z"


def test_news_stop_at_their_limit() -> None:
    entries = tuple(NewsEntry(f"{BASE}/{n}/", "T", "P", "en", "2021-08-03") for n in range(MOST_NEWS + 5))
    assert len(locations(news_sitemap(entries))) == MOST_NEWS
