"""Where documents stand, and the way from one page to another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.worlds import SETTINGS, article, asked, noted

from backstory.library.addresses import address, addresses, output_of, relative

PATH = "content/articles/a.md"


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        (PATH, article(), "/articles/a/"),
        (PATH, article("slug: other"), "/articles/other/"),
        (PATH, article("permalink: /about/us/"), "/about/us/"),
        (PATH, article("permalink: /about/us"), "/about/us/"),
        (PATH, article("permalink: /about.html"), "/about.html"),
        (PATH, article("lang: ru"), "/ru/articles/a/"),
        ("content/articles/2021-08-03-a.md", article(), "/articles/a/"),
        ("content/articles/a.ru.md", article(), "/ru/articles/a/"),
        ("content/articles/Приказ.md", article(), "/articles/prikaz/"),
        ("content/posts/a.md", article(), "/articles/a/"),
        ("content/people/ann.md", "---\ntitle: Ann\n---\n", "/people/ann/"),
        ("content/organizations/un.md", "---\ntitle: UN\n---\n", "/organizations/un/"),
        ("content/terms/a.md", "---\ntitle: A\n---\n", "/terms/a/"),
        ("content/pages/about.md", "---\ntitle: A\n---\n", "/about/"),
        ("content/pages/team/people.md", "---\ntitle: A\n---\n", "/team/people/"),
        ("content/pages/index.md", "---\ntitle: A\n---\n", "/"),
        ("content/pages/index.ru.md", "---\ntitle: A\n---\n", "/ru/"),
        ("content/pages/ru/about.md", "---\ntitle: A\nlang: ru\n---\n", "/ru/about/"),
        ("content/other/about.md", "---\ntitle: A\n---\n", "/other/about/"),
    ],
)
def test_a_document_stands_at(path: str, text: str, expected: str) -> None:
    assert asked({path: text}, address, path) == expected


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("/{year}/{month}/{day}/{slug}/", "/2021/08/03/a/"),
        ("/{year}/{slug}.html", "/2021/a.html"),
        ("/{id}/", "/x1/"),
        ("/{lang}/{slug}/", "/en/a/"),
        ("/{nothing}/{slug}/", "/articles/a/"),
        ("/{", "/articles/a/"),
    ],
)
def test_a_pattern_is_filled_in(pattern: str, expected: str) -> None:
    settings = SETTINGS + f'[tool.backstory.permalinks]\narticle = "{pattern}"\n'
    assert asked({"pyproject.toml": settings, PATH: article("id: x1")}, address, PATH) == expected


@pytest.mark.parametrize("written", ["/a|b/", "/a<b/", "https://example.org/a"])
def test_an_address_that_cannot_be_is_reported(written: str) -> None:
    files = {PATH: article(f'permalink: "{written}"')}
    assert asked(files, address, PATH).startswith("/")
    assert set(noted(files, address, PATH)) <= {"address/bad-permalink", "header/wrong-type"}
    assert noted(files, address, PATH)


def test_two_documents_cannot_stand_at_one_address() -> None:
    files = {PATH: article("slug: same"), "content/articles/b.md": article("slug: same")}
    assert asked(files, addresses) == {"/articles/same/": PATH}
    assert noted(files, addresses) == ["address/collision"]


def test_capital_letters_make_no_other_address() -> None:
    files = {PATH: article("permalink: /Same/"), "content/articles/b.md": article("permalink: /same/")}
    assert noted(files, addresses) == ["address/collision"]


def test_drafts_take_no_address() -> None:
    files = {PATH: article("slug: same\ndraft: true"), "content/articles/b.md": article("slug: same")}
    assert asked(files, addresses) == {"/articles/same/": "content/articles/b.md"}


@pytest.mark.parametrize(
    ("where", "expected"),
    [("/", "index.html"), ("/a/", "a/index.html"), ("/a.html", "a.html"), ("/a/b.htm", "a/b.htm")],
)
def test_an_address_is_served_from(where: str, expected: str) -> None:
    assert output_of(where) == expected


@pytest.mark.parametrize(
    ("start", "target", "expected"),
    [
        ("/", "/", "./"),
        ("/", "/a/", "a/"),
        ("/a/", "/", "../"),
        ("/a/", "/a/", "./"),
        ("/a/b/", "/c/", "../../c/"),
        ("/a/b/", "/a/c/", "../c/"),
        ("/a/", "/a/x.svg", "x.svg"),
        ("/a.html", "/b.html", "b.html"),
        ("/a/b.html", "/", "../"),
        ("/a/", "/a/b:c/", "./b:c/"),
    ],
)
def test_the_way_from_one_address_to_another(start: str, target: str, expected: str) -> None:
    assert relative(start, target) == expected


NAMES = st.lists(st.sampled_from(["a", "b", "in-dex", "x:y", "ü"]), max_size=4)
ADDRESSES = st.builds(
    lambda names, file: "/" + "".join(f"{name}/" for name in names) + file, NAMES, st.sampled_from(["", "f.html"])
)


@given(ADDRESSES, ADDRESSES)
def test_a_browser_finds_its_way(start: str, target: str) -> None:
    from urllib.parse import urljoin

    assert urljoin("http://host/deep/path" + start, relative(start, target)) == "http://host/deep/path" + target
