"""Each form of story is the right kind of article, with all that belongs to it."""

from typing import Any

import pytest

from backstory.rendering.schema.metadata import Answered, Cited, Notice, Thing, Translated
from backstory.rendering.schema.stories import Story, story


def whole(form: str, **more: Any) -> Story:
    return Story(
        form=form,
        url="https://e/a/",
        headline="A headline",
        kicker="A kicker",
        published="2021-08-04",
        authors=(Thing("Person", "Ann"),),
        publisher=Thing("NewsMediaOrganization", "Backstory"),
        lang="en",
        about=(Thing("Person", "Somebody"), Thing("Place", "Minsk")),
        citations=(Cited("T", "Meduza"),),
        corrections=(Notice("It was 81.", "2021-08-05", "https://e/a/#correction-1"),),
        part_of=(Thing("CreativeWorkSeries", "Crossings"),),
        **more,
    )


@pytest.mark.parametrize(
    ("form", "types"),
    [
        ("brief", ["NewsArticle"]),
        ("explainer", ["BackgroundNewsArticle"]),
        ("analysis", ["AnalysisNewsArticle"]),
        ("profile", ["Article", "ProfilePage"]),
        ("q-and-a", ["NewsArticle"]),
        ("data", ["NewsArticle"]),
        ("something new", ["NewsArticle"]),
    ],
)
def test_types(form: str, types: list[str]) -> None:
    assert [each["@type"] for each in story(whole(form))] == types


def test_questions_make_a_page_of_questions() -> None:
    _, found = story(whole("q-and-a", questions=(Answered("Who?", "They."),)))
    assert (found["@type"], found["mainEntity"][0]["name"]) == ("FAQPage", "Who?")


def test_a_profile_is_about_its_person() -> None:
    _, found = story(whole("profile"))
    assert found["mainEntity"] == {"@type": "Person", "name": "Somebody"}


def test_a_story_tells_all_it_has() -> None:
    [found] = story(whole("brief"))
    assert found["alternativeHeadline"] == "A kicker"
    assert found["dateModified"] == "2021-08-04"
    assert found["mainEntityOfPage"] == {"@type": "WebPage", "@id": "https://e/a/"}
    assert found["correction"] == [
        {
            "@type": "CorrectionComment",
            "text": "It was 81.",
            "datePublished": "2021-08-05",
            "url": "https://e/a/#correction-1",
        }
    ]
    assert [each["@type"] for each in found["about"]] == ["Person", "Place"]
    assert found["isPartOf"][0]["name"] == "Crossings"


def test_translations_point_both_ways() -> None:
    other = Translated("ru", "https://e/ru/a/", "Заголовок")
    [original] = story(whole("brief", translations=(other,)))
    [translation] = story(whole("brief", original=other))
    told = {"@type": "CreativeWork", "name": "Заголовок", "inLanguage": "ru", "url": "https://e/ru/a/"}
    assert original["workTranslation"] == [told]
    assert translation["translationOfWork"] == told


def test_a_bare_story_has_no_empty_properties() -> None:
    [found] = story(Story("brief", "", "A headline"))
    assert found == {"@type": "NewsArticle", "headline": "A headline", "isAccessibleForFree": True}
