"""A site in three languages: every page leads to itself in the others, both ways, and no list mixes them."""

import posixpath
import re
from collections.abc import Iterator
from functools import cache

import pytest
from tests.worlds import World, clean

BASE = "https://three.example"
SETTINGS = f"""[tool.backstory]
title = "Three rivers"
base_url = "{BASE}"
[tool.backstory.languages.ru]
title = "Три реки"
[tool.backstory.languages.ar]
title = "ثلاثة أنهار"
"""
LANGUAGES = ("en", "ru", "ar")
STORY = (
    "---\ntitle: {title}\ndate: 2021-08-0{n}\ntopics: [bridge]\ntags: [roads]\nabout: [petrova]\n{more}---\n{text}\n"
)
TITLES = {"en": "Story", "ru": "История", "ar": "قصة"}
TEXTS = {
    "en": "It [closed](event:2021-08-03). See [[bridge]].",
    "ru": "Его [закрыли](event:2021-08-03). См. [[bridge]].",
    "ar": "[أُغلق](event:2021-08-03). [[bridge]].",
}


def story(n: int, lang: str) -> str:
    more = "" if lang == "en" else f"lang: {lang}\ntranslation_of: story-{n}\n"
    return STORY.format(title=f"{TITLES[lang]} {n}", n=n, more=more, text=TEXTS[lang])


def files() -> Iterator[tuple[str, str]]:
    """Yield a topic in all three languages, a person in one, three stories, of which two and one are translated."""
    yield "pyproject.toml", SETTINGS
    yield "content/people/petrova.md", "---\ntitle: Petrova\n---\n"
    yield "content/topics/bridge.md", "---\ntitle: The bridge\n---\n"
    for lang, title in (("ru", "Мост"), ("ar", "الجسر")):
        yield f"content/topics/{lang}/bridge.md", f"---\ntitle: {title}\nlang: {lang}\ntranslation_of: bridge\n---\n"
    for lang, count in (("en", 3), ("ru", 2), ("ar", 1)):
        for n in range(1, count + 1):
            yield f"content/articles/{lang}/story-{n}.md", story(n, lang)


@cache
def pages() -> dict[str, str]:
    """Return address -> HTML of every page."""
    outputs, notes = clean(World(dict(files())))
    assert notes == ()
    return {
        "/" + path.removesuffix("index.html"): text for path, text in outputs.items() if path.endswith("index.html")
    }


def language_of(address: str) -> str:
    found = address.split("/")[1]
    return found if found in LANGUAGES else "en"


def alternates(address: str) -> dict[str, str]:
    found = re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)"', pages()[address])
    return {lang: where.removeprefix(BASE) for lang, where in found}


def switch(address: str) -> dict[str, str]:
    nav = re.search(r'<nav class="[^"]*masthead-languages.*?</nav>', pages()[address], re.DOTALL)
    links = re.findall(r'<a href="([^"]+)" lang="(\w+)" hreflang="(\w+)" dir="(\w+)"', nav[0] if nav else "")
    assert all(lang == other and direction == ("rtl" if lang == "ar" else "ltr") for _, lang, other, direction in links)
    return {lang: posixpath.normpath(posixpath.join(address, url)).rstrip("/") + "/" for url, lang, _, _ in links}


def test_every_page_leads_to_every_other_language() -> None:
    for address in pages():
        others = set(LANGUAGES) - {language_of(address)}
        assert set(switch(address)) == others, address
        assert all(where in pages() for where in switch(address).values()), address


def test_the_switch_keeps_the_page_where_it_can() -> None:
    for address in pages():
        for lang, where in switch(address).items():
            home = "/" if lang == "en" else f"/{lang}/"
            assert where == alternates(address).get(lang, home), address


def test_pages_name_each_other_in_both_directions() -> None:
    for address in pages():
        for lang, where in alternates(address).items():
            assert language_of(where) == lang
            assert alternates(where) == alternates(address), address


@pytest.mark.parametrize(
    ("address", "languages"),
    [
        ("/", {"en", "ru", "ar"}),
        ("/articles/story-1/", {"en", "ru", "ar"}),
        ("/articles/story-2/", {"en", "ru"}),
        ("/articles/story-3/", set()),
        ("/ru/archive/2021/", {"en", "ru", "ar"}),
        ("/ar/tags/roads/", {"en", "ru", "ar"}),
        ("/topics/bridge/", {"en", "ru", "ar"}),
        ("/ru/topics/bridge/timeline/", {"en", "ru", "ar"}),
        ("/ru/timeline/", {"en", "ru", "ar"}),
        ("/people/petrova/", set()),
    ],
)
def test_a_page_stands_in_these_languages(address: str, languages: set[str]) -> None:
    assert set(alternates(address)) == languages


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_page_lists_stories_of_another_language(lang: str) -> None:
    foreign = [f">{title} {n}<" for other, title in TITLES.items() if other != lang for n in (1, 2, 3)]
    for address, html in pages().items():
        if language_of(address) == lang:
            assert [each for each in foreign if each in html] == [], address


def test_a_source_s_page_keeps_languages_apart() -> None:
    """There is one such page for the whole site."""
    source = "sources: [{publisher: Roads office, title: Notice, role: original}]\n"
    cited = {path: text.replace("tags: [roads]\n", source) for path, text in files() if "articles/" in path}
    outputs, _ = clean(World(dict(files()) | cited))
    html = outputs["sources/notice/index.html"]
    assert re.findall(r">(Stories|Русский|العربية)</h2>|>(\S+ \d)</a>", html) == [
        ("Stories", ""), ("", "Story 3"), ("", "Story 2"), ("", "Story 1"),
        ("العربية", ""), ("", "قصة 1"), ("Русский", ""), ("", "История 2"), ("", "История 1"),
    ]  # fmt: skip


def test_a_card_of_another_language_says_so_where_its_own_words_stand() -> None:
    """What the interface says of it, such as its kind, is in the page's language."""
    told = dict(files())
    told["content/people/petrova.md"] = "---\ntitle: Petrova\ndescription: Minister\n---\n"
    html = clean(World(told))[0]["ar/articles/story-1/index.html"]
    entry = re.search(r'<div class="entry entry-person">.*?</div>', html, re.DOTALL)
    assert entry
    assert '<p class="entry-kind">شخص</p>' in entry[0]
    assert 'lang="en" hreflang="en" dir="ltr">Petrova</a>' in entry[0]
    assert '<p class="entry-description" lang="en" dir="ltr">Minister</p>' in entry[0]


def test_pages_are_written_in_their_direction() -> None:
    for address, html in pages().items():
        lang = language_of(address)
        assert f'<html lang="{lang}" dir="{"rtl" if lang == "ar" else "ltr"}">' in html, address
