"""Settings are read field by field, and every mistake has its place."""

import pytest

from backstory.files.settings import Settings, read_settings

HEAD = "[project]\nname = 'x'\n\n[tool.backstory]\n"

MISTAKES = {
    "titel = 'x'": ("settings/unknown", 5, 'Did you mean "title"?'),
    "authors = 3": ("settings/wrong-type", 5, ""),
    "timezone = 'Mars/Olympus'": ("settings/bad-zone", 5, "Europe/Vilnius"),
    "base_url = 'example.org'": ("settings/bad-address", 5, "https://"),
    "output = '../elsewhere'": ("settings/bad-folder", 5, 'output = "site"'),
    "output = 'content'": ("settings/bad-folder", 5, 'output = "site"'),
    "output = 'content/site'": ("settings/bad-folder", 5, 'output = "site"'),
    "content = '.'": ("settings/bad-folder", 5, ""),
    "title = \n": ("settings/bad-toml", 5, ""),
    "\n[tool.backstory.support]\namounts = 'ten'": ("settings/wrong-type", 7, ""),
    "\n[tool.backstory.support]\nurll = 'x'": ("settings/unknown", 7, 'Did you mean "url"?'),
    "\n[tool.backstory.languages.ru]\ntitle = 4": ("settings/wrong-type", 7, ""),
}


@pytest.mark.parametrize("text", MISTAKES)
def test_a_mistake_is_found_at_its_line(text: str) -> None:
    code, line, help = MISTAKES[text]
    (note,) = read_settings((HEAD + text + "\n").encode())[1]
    assert (note.code, note.place.line) == (code, line)
    assert help in note.help


def test_one_bad_value_loses_nothing_else() -> None:
    settings, notes = read_settings((HEAD + "title = 'Good'\nauthors = 3\nlanguage = 'lt'\n").encode())
    assert (settings.title, settings.language, settings.authors) == ("Good", "lt", ())
    assert len(notes) == 1


@pytest.mark.parametrize("data", [None, b"", b"[project]\nname = 'x'\n"])
def test_a_site_without_settings_is_told_how_to_get_them(data: bytes | None) -> None:
    settings, (note,) = read_settings(data)
    assert settings == Settings()
    assert (note.code, note.severity) == ("settings/missing", "error")


def test_a_language_takes_from_the_site_what_it_does_not_set() -> None:
    text = HEAD + "title='A'\nnavigation=['/archive/']\n[tool.backstory.support]\namounts=[5]\ntitle='Give'\n"
    text += "[tool.backstory.languages.ru]\ntitle='Б'\n[tool.backstory.languages.ru.support]\ntitle='Дайте'\n"
    settings, _ = read_settings(text.encode())
    russian = settings.language_settings("ru")
    assert (russian.title, russian.navigation, russian.support.title, russian.support.amounts) == (
        "Б",
        (),
        "Дайте",
        (5.0,),
    )


def test_an_address_loses_the_slash_at_its_end() -> None:
    assert (
        read_settings((HEAD + "base_url='https://example.org/news/'\n").encode())[0].base_url
        == "https://example.org/news"
    )
