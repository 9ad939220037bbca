"""Slugs: from any words, from a header, from a file's name; and what else a file's name says."""

import pytest

from backstory.reading.front.headers import ArticleHeader, PageHeader
from backstory.reading.slugs import is_slug, name_parts, slug_for, slugify

SLUGS = {
    "Why they cross": "why-they-cross",
    "  It's 2021: what now?  ": "its-2021-what-now",
    "Lithuania’s law": "lithuanias-law",
    "a -- b__c": "a-b-c",
    "Kuźnica Białostocka": "kuznica-bialostocka",
    "Rūdninkai, Žemaitija": "rudninkai-zemaitija",
    "Đà Nẵng, Ærø, Straße, Łódź, İzmir, ısı": "da-nang-aero-strasse-lodz-izmir-isi",
    "Что значит «развернуть»": "chto-znachit-razvernut",
    "Хорошо, ещё щука и объезд": "khorosho-eshchyo-shchuka-i-obezd",
    "Й\u0306 и\u0306, за\u0301мок": "y-y-zamok",
    "Київ, Ґудзик, Євген, гай": "kyiv-gudzyk-yevhen-hay",
    "Гродна і Магілёў": "hrodna-i-mahilyou",
    "Ђорђе Љубић": "djordje-ljubic",
    "Αθήνα": "αθήνα",
    "日本語のタイトル": "日本語のタイトル",
    "हिन्दी में": "हिन्दी-में",
    "ที่ ชายแดน": "ที่-ชายแดน",
    "!\u06e7x": "x",
    "مرحبا بالعالم": "مرحبا-بالعالم",
    "½ kg, x²": "1-2-kg-x2",
    "co\u00adoperate": "cooperate",
    "🙂": "1f642",
    "": "untitled",
    "---": "2d-2d-2d",
}


@pytest.mark.parametrize(("words", "slug"), SLUGS.items())
def test_slugify(words: str, slug: str) -> None:
    assert slugify(words) == slug


@pytest.mark.parametrize("words", ["a" * 500, "щ " * 300, "日本 " * 200])
def test_a_slug_fits_a_file_name(words: str) -> None:
    slug = slugify(words)
    assert len(slug.encode()) <= 200
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["a", "007", "why-they-cross", "v1.2", "a_b", "почему", "हिन्दी-में"])
def test_good_slugs(slug: str) -> None:
    assert is_slug(slug)


@pytest.mark.parametrize("slug", ["", "A", "a b", "a/b", "..", "a..b", ".a", "-a", "a-", "a?", "a%20b", "a" * 201])
def test_bad_slugs(slug: str) -> None:
    assert not is_slug(slug)


NAMES = {
    "content/articles/why.md": ("why", "", ""),
    "content/articles/2021-08-03-why.md": ("why", "2021-08-03", ""),
    "content/articles/2021-08-03_why they.md": ("why they", "2021-08-03", ""),
    "content/articles/2021-08-03-why.ru.md": ("why", "2021-08-03", "ru"),
    "content/articles/2021-08-03.md": ("2021-08-03", "2021-08-03", ""),
    "content/articles/2021-13-45-why.md": ("2021-13-45-why", "", ""),
    "content/articles/why.pt-br.md": ("why", "", "pt-BR"),
    "content/articles/why.zh_hant.md": ("why", "", "zh-Hant"),
    "content/articles/notes.old.md": ("notes.old", "", ""),
    "content/articles/v1.xx.md": ("v1.xx", "", ""),
    "content/articles/why/index.md": ("why", "", ""),
    "content/articles/2021-08-03-why/index.ru.md": ("why", "2021-08-03", "ru"),
    "content/topics/_index.md": ("topics", "", ""),
    "content/pages/about/index.md": ("about", "", ""),
    "content/pages/index.md": ("index", "", ""),
    "content/index.md": ("index", "", ""),
    "index.md": ("index", "", ""),
    "why": ("why", "", ""),
    ".md": (".md", "", ""),
}


@pytest.mark.parametrize(("path", "parts"), NAMES.items())
def test_what_a_name_says(path: str, parts: tuple[str, str, str]) -> None:
    got = name_parts(path)
    assert (got.name, got.date.text if got.date else "", got.lang) == parts


def test_the_headers_slug_comes_first() -> None:
    path = "content/articles/2021-08-03-Why They.ru.md"
    assert slug_for(path, ArticleHeader(title="A", slug="other")) == "other"
    assert slug_for(path, ArticleHeader(title="A")) == "why-they"
    assert slug_for("content/pages/index.md", PageHeader(title="A")) == "index"
