"""Typed headers: every key of every kind, in the spellings of several tools."""

from typing import Any

import pytest

from backstory.reading.dates import Date, parse
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import read_header
from backstory.reading.front.headers import AnyHeader, Kind, SourceEntry
from backstory.reading.front.saying import key_places

PATH = "content/articles/a.md"


def read(header: str, kind: Kind = "article", path: str = PATH) -> AnyHeader:
    """Read a header that is in order, but for a title where it gives none."""
    front, notes = split(f"---\n{header}\n---\nText.\n", path)
    typed, more = read_header(kind, front, path)
    assert [str(note) for note in notes + more if note.code != "header/missing-title"] == []
    return typed


def plain(value: object) -> object:
    return value.text if isinstance(value, Date) else value


FIELDS: dict[str, tuple[str, object]] = {
    "title: A": ("title", "A"),
    "title: '<b>A</b> &amp; B: c'": ("title", "A & B: c"),
    "title: 'A <br>\n\n  B'": ("title", "A B"),
    "title: no": ("title", "no"),
    "title: true": ("title", "true"),
    "title: 2021": ("title", "2021"),
    "title: [A]": ("title", "A"),
    "Title: A": ("title", "A"),
    "description: >\n  A\n  b": ("description", "A b"),
    "summary: A": ("description", "A"),
    "dek: A": ("description", "A"),
    "excerpt: A": ("description", "A"),
    "subtitle: A": ("description", "A"),
    "date: 2021-08-03": ("date", "2021-08-03"),
    "date: 2021-08-03 14:30:00 -0400": ("date", "2021-08-03T14:30:00-04:00"),
    "date:": ("date", None),
    "published: 2021-08-03": ("date", "2021-08-03"),
    "updated: 2021-08": ("updated", "2021-08"),
    "lastmod: 2021": ("updated", "2021"),
    "Last-Modified-At: 2021": ("updated", "2021"),
    "lastMod: 2021": ("updated", "2021"),
    "modified: 2021": ("updated", "2021"),
    "authors: [a, b]": ("authors", ("a", "b")),
    "author: a": ("authors", ("a",)),
    "author: {name: A, url: b}": ("authors", ("A",)),
    "authors: 'Doe, Jane; Smith, Ali'": ("authors", ("Doe, Jane", "Smith, Ali")),
    "author: a\nauthors: [b, a]": ("authors", ("b", "a")),
    "tags: one": ("tags", ("one",)),
    "tags: a, b , ,a": ("tags", ("a", "b")),
    "tags:": ("tags", ()),
    "tags: ''": ("tags", ()),
    "tags: []": ("tags", ()),
    "tags: [a, null, '', 7, true]": ("tags", ("a", "7", "true")),
    "tags:\n  - a\n  - 'b, c'": ("tags", ("a", "b, c")),
    "tags: [Who: me]": ("tags", ("Who: me",)),
    "category: a\ncategories: [b]\nkeywords: c, a\ntags: d": ("tags", ("d", "a", "b", "c")),
    "topics: crossings": ("topics", ("crossings",)),
    "about: [vsat, vsat, ekho]": ("about", ("vsat", "ekho")),
    "slug: 007": ("slug", "007"),
    "id: 1e3": ("id", "1e3"),
    "lang: no": ("lang", "no"),
    "language: pt_BR": ("lang", "pt-BR"),
    "translation_of: why": ("translation_of", "why"),
    "sources: a, b": ("sources", (SourceEntry(id="a"), SourceEntry(id="b"))),
    "source: https://x.org/a,b": ("sources", (SourceEntry(url="https://x.org/a,b"),)),
    "sources:\n - a\n - {id: b, role: original, lang: ru}": (
        "sources",
        (SourceEntry(id="a"), SourceEntry(id="b", role="original", lang="ru")),
    ),
    "sources: {title: T, Publisher: P, date: 2021, link: 'http://x.org'}": (
        "sources",
        (SourceEntry(title="T", publisher="P", date=parse("2021"), url="http://x.org"),),
    ),
    "image: a.jpg": ("image", "a.jpg"),
    "featured_image: a.jpg": ("image", "a.jpg"),
    "cover: {image: a.jpg, alt: B, relative: true}": ("image", "a.jpg"),
    "image: {src: a.jpg, alt: B}": ("image_alt", "B"),
    "image:\n  path: a.jpg\n  credit: C": ("image_credit", "C"),
    "also_known_as: [Kuznica, Кузница]": ("names", ("Kuznica", "Кузница")),
    "aliases: [/old/, Кузница, /older]": ("names", ("Кузница",)),
    "aliases: /old/, /older": ("redirects", ("/old/", "/older")),
    "redirect_from: [old.html, 'https://x.org/a/']\naliases: [/old.html, /b]": (
        "redirects",
        ("/old.html", "/a/", "/b"),
    ),
    "permalink: /about/": ("permalink", "/about/"),
    "url: about/us.html": ("permalink", "/about/us.html"),
    "draft: yes": ("draft", True),
    "draft: 'off'": ("draft", False),
    "draft:": ("draft", False),
    "status: draft": ("draft", True),
    "status: published": ("draft", False),
    "published: false": ("draft", True),
    "published: yes": ("draft", False),
    "publish_at: 2021-08-03": ("publish_at", "2021-08-03"),
    "publishDate: 2021-08-03": ("publish_at", "2021-08-03"),
    "expiryDate: 2021-08-03": ("expires", "2021-08-03"),
    "review_by: 2021-08": ("review_by", "2021-08"),
    "form: Q and A": ("form", "q-and-a"),
    "form:": ("form", "brief"),
    "kicker: 12:30": ("kicker", "12:30"),
    "support: no": ("support", False),
    "support:": ("support", True),
    "x-anything: [1]\nlayout: post\nextra: {a: 1}\nparams: b\ntoc: true\nweight: 3": ("title", "A"),
}


@pytest.mark.parametrize(("header", "expected"), FIELDS.items())
def test_one_key_of_an_article(header: str, expected: tuple[str, object]) -> None:
    field, value = expected
    assert plain(getattr(read(header), field)) == value


OF_KINDS: dict[str, tuple[Kind, str, object]] = {
    "group: Month": ("timeline", "group", "month"),
    "lead: why": ("topic", "lead", "why"),
    "as_of: 2021-06/2021-07": ("place", "as_of", "2021-06/2021-07"),
    "name: Ada": ("author", "title", "Ada"),
    "title: Ada\nrole: Editor": ("author", "role", "Editor"),
    "question: Who?": ("question", "title", "Who?"),
    "value: 4,000": ("figure", "value", 4000.0),
    "value: 4 000.5": ("figure", "value", 4000.5),
    "value: -3,5": ("figure", "value", -3.5),
    "value: 0\nunit: '%'": ("figure", "unit", "%"),
    "value: 1e3\nqualifier: more than": ("figure", "qualifier", "more than"),
    "value: 1\nplace: Lithuania": ("figure", "place", "Lithuania"),
    "value: 1\nnote: |\n  A\n  b": ("figure", "note", "A\nb"),
    "featured: [a, b]": ("page", "featured", ("a", "b")),
    "template: home.html": ("page", "template", "home.html"),
}


@pytest.mark.parametrize(("header", "expected"), OF_KINDS.items())
def test_one_key_of_other_kinds(header: str, expected: tuple[Kind, str, object]) -> None:
    kind, field, value = expected
    assert plain(getattr(read(header, kind), field)) == value


NAMES: dict[str, tuple[str, object, str, str]] = {
    "2021-08-03-why-they-cross.ru.md": ("", "2021-08-03", "ru", "Why they cross"),
    "why.md": ("date: 2021", "2021", "", "Why"),
    "2020-01-01-why.en.md": ("date: 2021\nlang: lt\ntitle: B", "2021", "lt", "B"),
}


@pytest.mark.parametrize(("name", "expected"), NAMES.items())
def test_what_the_files_name_adds(name: str, expected: tuple[str, Any, str, str]) -> None:
    header, date, lang, title = expected
    got = read(header, path=f"content/articles/{name}")
    assert (plain(got.date), got.lang, got.title) == (date, lang, title)


KINDS: list[Kind] = [
    "article", "timeline", "topic", "person", "organization", "place", "term", "question", "figure", "author", "page",
]  # fmt: skip


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_reads_the_common_keys(kind: Kind) -> None:
    given = "title: A\ndescription: b\ntopics: [c]\ndraft: true" + ("\nvalue: 1" if kind == "figure" else "")
    header = read(given, kind)
    assert (header.title, header.description, header.topics, header.draft) == ("A", "b", ("c",), True)


@pytest.mark.parametrize(
    "header", ['+++\ntitle = "A"\ntags = ["b"]\n+++\n', '{"title": "A", "tags": "b"}\n', "Title: A\nTags: b\n\n"]
)
def test_every_syntax_gives_the_same_header(header: str) -> None:
    front, _ = split(header, PATH)
    assert read_header("article", front, PATH) == (read("title: A\ntags: [b]"), ())


def test_places_by_our_own_names() -> None:
    front, _ = split("---\nTitle: A\nauthor: b\nEvents:\n  - Date: 2021\nredirect-from: /c\nx-y: z\n---\n", PATH)
    places = key_places("article", front)
    assert places["title"] == (2, 8)
    assert places["authors"] == (3, 9)
    assert places["events[0].date"] == (5, 11)
    assert places["redirect_from"] == places["redirects"] == (6, 16)
    assert places["x-y"] == (7, 6)


def test_places_need_no_change_where_keys_are_ours() -> None:
    front, _ = split("---\ntitle: A\nevents: []\n---\n", PATH)
    assert key_places("article", front) is front.places
