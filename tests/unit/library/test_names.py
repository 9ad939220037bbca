"""Who goes by a name, and who goes first."""

import pytest
from tests.worlds import article, asked

from backstory.engine.keys import Noting, Query, Read, query
from backstory.library.names import Found, find, nearest

FILES = {
    "content/articles/minsk.md": article(title="What Minsk says"),
    "content/places/minsk.md": "---\ntitle: Minsk\nalso_known_as: [Минск, Мінск, the capital]\n---\n",
    "content/people/ann.md": "---\ntitle: Ann Author\nid: a-1\n---\n",
    "content/people/ann-2.md": "---\ntitle: Ann Author\n---\n",
    "content/terms/pushback.md": "---\ntitle: Pushback\n---\n",
    "content/terms/pushback.ru.md": "---\ntitle: Разворот\ntranslation_of: pushback\n---\n",
    "content/people/hidden.md": "---\ntitle: Hidden\ndraft: true\n---\n",
}


@query("a name")
def ask(read: Read, note: Noting, name: str, lang: str, kinds: tuple[str, ...]) -> Found:
    return find(read, name, lang, kinds)


@query("a near name")
def ask_nearest(read: Read, note: Noting, name: str, kinds: tuple[str, ...]) -> str:
    return nearest(read, name, kinds)


@pytest.mark.parametrize(
    ("name", "kinds", "path"),
    [
        ("minsk", ("place",), "content/places/minsk.md"),
        ("minsk", ("article",), "content/articles/minsk.md"),
        ("Минск", (), "content/places/minsk.md"),
        ("МИНСК", (), "content/places/minsk.md"),
        ("  the   Capital ", (), "content/places/minsk.md"),
        ("places/minsk", (), "content/places/minsk.md"),
        ("places/minsk.md", (), "content/places/minsk.md"),
        ("content/places/minsk.md", (), "content/places/minsk.md"),
        ("a-1", (), "content/people/ann.md"),
        ("hidden", (), ""),
        ("nobody", (), ""),
        ("pushback", ("place",), ""),
    ],
)
def test_a_name_leads_to(name: str, kinds: tuple[str, ...], path: str) -> None:
    assert asked(FILES, ask, name, "en", kinds).path == path


@pytest.mark.parametrize(
    ("lang", "path"), [("en", "content/terms/pushback.md"), ("ru", "content/terms/pushback.ru.md")]
)
def test_the_language_goes_first(lang: str, path: str) -> None:
    assert asked(FILES, ask, "pushback", lang, ("term",)).path == path


def test_a_shared_name_leads_to_the_first_and_names_the_others() -> None:
    assert asked(FILES, ask, "Ann Author", "en", ()) == Found("content/people/ann-2.md", ("content/people/ann.md",))


def test_a_slug_goes_before_a_title() -> None:
    files = {"content/terms/one.md": "---\ntitle: two\n---\n", "content/terms/two.md": "---\ntitle: Other\n---\n"}
    assert asked(files, ask, "two", "en", ()) == Found("content/terms/two.md", ())


def test_kinds_that_stand_first_go_first() -> None:
    assert asked(FILES, ask, "minsk", "en", ("place", "article")) == Found("content/places/minsk.md", ())


@pytest.mark.parametrize(("name", "kinds", "help"), [("minks", (), 'Did you mean "minsk"?'), ("zzz", (), "")])
def test_the_nearest_slug_is_proposed(name: str, kinds: tuple[str, ...], help: str) -> None:
    assert asked(FILES, ask_nearest, name, kinds) == help


def test_queries_have_names() -> None:
    assert isinstance(ask, Query)
