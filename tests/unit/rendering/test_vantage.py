"""How addresses, cards, figures and dates look from a page."""

import pytest
from tests.worlds import SETTINGS, article, asked

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.images.pictures import shown
from backstory.rendering.vantage import Vantage, vantage
from backstory.rendering.views import CardView, FigureView

MAP = "assets/pictures/map.svg/68ddc238148100b5.svg"
A, B = "content/articles/a.md", "content/articles/b.md"
FILES = {
    A: article(
        "kicker: K\nform: explainer\nimage: ../map.svg\nimage_alt: A map\ncorrections:\n  - {date: 2021-09-01, text: X}"
    ),
    "content/articles/r.md": article("lang: ar"),
    "content/figures/f.md": "---\ntitle: F\nvalue: 4000\nqualifier: more than\nunit: people\nsources: [s1]\n"
    "series: {2021-06: 100, 2021-07: 150, 2021-08: 75}\nbreakdown: {One: 3, Two: 1}\n---\n",
    "content/pages/s.md": "---\ntitle: S\nsources:\n  - {id: s1, publisher: Paper, title: T}\n---\n",
    "content/map.svg": "<svg/>",
}


@query("an address")
def look(read: Read, note: Noting, here: str, target: str, anchor: str, rooted: bool) -> str:
    return vantage(read, note, here, "en", rooted=rooted).url(target, anchor)


@pytest.mark.parametrize(
    ("target", "anchor", "expected"),
    [
        ("/articles/b/", "", "../b/"),
        ("/articles/b/", "x", "../b/#x"),
        ("/articles/a/", "x", "#x"),
        ("/articles/a/", "", "./"),
        ("/", "", "../../"),
        ("/map.svg", "", "../../map.svg"),
        ("https://example.org/", "x", "https://example.org/#x"),
        ("//example.org/", "", "//example.org/"),
        ("", "x", "#x"),
    ],
)
def test_an_address_looks_from_a_page(target: str, anchor: str, expected: str) -> None:
    assert asked({}, look, "/articles/a/", target, anchor, False) == expected


@pytest.mark.parametrize(
    ("target", "expected"),
    [("/b/", "../b/index.html"), ("/b.html", "../b.html"), ("/a/", "./index.html"), ("/x.svg", "../x.svg")],
)
def test_a_portable_address_names_its_file(target: str, expected: str) -> None:
    assert asked({}, look, "/a/", target, "", False, portable="yes") == expected


@pytest.mark.parametrize(
    ("base", "expected"), [("", "/b/"), ("https://example.org", "/b/"), ("https://example.org/news/", "/news/b/")]
)
def test_a_page_that_can_stand_anywhere_starts_at_the_root(base: str, expected: str) -> None:
    files = {"pyproject.toml": SETTINGS + f'base_url = "{base}"\n'}
    assert asked(files, look, "/404.html", "/b/", "", True) == expected


def seen(read: Read, note: Noting, lang: str) -> Vantage:
    return vantage(read, note, "/", lang)


@query("a card")
def card_seen(read: Read, note: Noting, path: str, lang: str) -> CardView:
    return seen(read, note, lang).card(path)


@query("a figure")
def figure_seen(read: Read, note: Noting, lang: str) -> FigureView:
    return seen(read, note, lang).figure("content/figures/f.md")


@query("absolute")
def absolute_seen(read: Read, note: Noting, where: str) -> str:
    return seen(read, note, "en").absolute(where)


@query("a picture")
def picture(read: Read, note: Noting, image: str) -> str:
    found = shown(seen(read, note, "en"), A, image)
    return found.url if found else ""


def test_a_card_says_what_a_list_needs() -> None:
    made = asked(FILES, card_seen, A, "en")
    assert (made.kind_label, made.form_label, made.kicker, made.url) == ("Article", "Explainer", "K", "articles/a/")
    assert (made.corrected, made.updated.text, made.lang, made.dir) == (True, "1 September 2021", "", "ltr")
    assert (made.image.url, made.image.alt) == (MAP, "A map")


def test_a_card_speaks_the_language_of_the_page_and_names_its_own() -> None:
    made = asked(FILES, card_seen, A, "ru")
    assert (made.kind_label, made.date.text, made.lang) == ("Статья", "3 августа 2021 года", "en")
    made = asked(FILES, card_seen, "content/articles/r.md", "en")
    assert (made.lang, made.dir) == ("ar", "rtl")


def test_a_figure_is_written_as_people_read_it() -> None:
    made = asked(FILES, figure_seen, "en")
    assert (made.value, made.unit) == ("more than 4,000", "people")
    assert [(each.label, each.value, each.width, each.change) for each in made.series] == [
        ("June 2021", "100", 66.7, ""),
        ("July 2021", "150", 100.0, "+50%"),
        ("August 2021", "75", 50.0, "−50%"),
    ]
    assert [(each.label, each.width) for each in made.breakdown] == [("One", 100.0), ("Two", 33.3)]
    assert [(each.publisher, each.number) for each in made.sources] == [("Paper", 1)]


def test_an_address_is_absolute_only_with_a_base() -> None:
    based = {"pyproject.toml": SETTINGS + 'base_url = "https://example.org/news"\n'}
    assert asked(based, absolute_seen, "/a/") == "https://example.org/news/a/"
    assert asked({}, absolute_seen, "/a/") == ""
    assert asked({}, absolute_seen, "https://example.net/") == "https://example.net/"


@pytest.mark.parametrize(
    ("image", "expected"),
    [
        ("../map.svg", MAP),
        ("/map.svg", MAP),
        ("none.svg", ""),
        ("https://e.org/x.png", "https://e.org/x.png"),
    ],
)
def test_a_picture_is_found(image: str, expected: str) -> None:
    assert asked(FILES, picture, image) == expected


@pytest.mark.parametrize("image", ["../../pyproject.toml", "/../pyproject.toml", "../../../secret", "../../content"])
def test_a_picture_never_comes_from_outside_the_content(image: str) -> None:
    assert asked(FILES, picture, image) == ""
