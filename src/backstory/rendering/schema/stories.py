"""Stories as schema.org knows them: news articles of several kinds.

Knows which type each form of story is. Must never know documents, views or HTML.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from backstory.rendering.schema.metadata import (
    Answered,
    Cited,
    Data,
    Notice,
    Thing,
    Translated,
    citation,
    faq,
    given,
    thing,
)

TYPES: dict[str, str | list[str]] = {
    "brief": "NewsArticle",
    "explainer": "BackgroundNewsArticle",
    "analysis": "AnalysisNewsArticle",
    "profile": "Article",
    "q-and-a": "NewsArticle",
    "data": "NewsArticle",
}
"""The type of each form (headers.Form). A profile is an Article on a ProfilePage, which is about somebody."""


class Story(Struct, frozen=True):
    """A story. Dates are ISO 8601 or RFC 3339; `section` is the title of its first topic.

    `original` is what it translates, `translations` what translates it.
    """

    form: str
    url: str
    headline: str
    kicker: str = ""
    description: str = ""
    images: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    authors: tuple[Thing, ...] = ()
    publisher: Thing | None = None
    lang: str = ""
    section: str = ""
    keywords: tuple[str, ...] = ()
    words: int = 0
    about: tuple[Thing, ...] = ()
    citations: tuple[Cited, ...] = ()
    corrections: tuple[Notice, ...] = ()
    part_of: tuple[Thing, ...] = ()
    original: Translated | None = None
    translations: tuple[Translated, ...] = ()
    questions: tuple[Answered, ...] = ()


def story(each: Story) -> list[Data]:
    """Return a story, and the page of questions or the profile that it also is, for one `@graph`."""
    found = [_article(each)]
    if each.questions:
        found.append(faq(each.questions, url=each.url, inLanguage=each.lang))
    if each.form == "profile":
        found.append(_profile(each))
    return found


def _article(each: Story) -> Data:
    return given(
        "NewsArticle",
        headline=each.headline,
        alternativeHeadline=each.kicker,
        description=each.description,
        url=each.url,
        mainEntityOfPage={"@type": "WebPage", "@id": each.url} if each.url else None,
        image=list(each.images),
        datePublished=each.published,
        dateModified=each.modified or each.published,
        inLanguage=each.lang,
        isAccessibleForFree=True,
        articleSection=each.section,
        keywords=list(each.keywords),
        wordCount=each.words or None,
        **_people(each),
        **_ties(each),
    ) | {"@type": TYPES.get(each.form, "NewsArticle")}


def _named(one: Thing) -> Data:
    """Return something that has a page of its own: its `@id` leads there, and what it is stands there once."""
    return thing(replace(one, description="", names=()) if one.url else one)


def _people(each: Story) -> dict[str, Any]:
    return {
        "author": [_named(who) for who in each.authors],
        "publisher": thing(each.publisher) if each.publisher else None,
    }


def _ties(each: Story) -> dict[str, Any]:
    """Return what a story has to do with other works: its sources, its corrections, its series, its translations."""
    return {
        "about": [_named(one) for one in each.about],
        "citation": [citation(source) for source in each.citations],
        "correction": [_correction(notice) for notice in each.corrections],
        "isPartOf": [_named(one) for one in each.part_of],
        "translationOfWork": _translated(each.original) if each.original else None,
        "workTranslation": [_translated(one) for one in each.translations],
    }


def _correction(notice: Notice) -> Data:
    return given("CorrectionComment", text=notice.text, datePublished=notice.date, url=notice.url)


def _translated(other: Translated) -> Data:
    return given("CreativeWork", name=other.title, inLanguage=other.lang, url=other.url)


def _profile(each: Story) -> Data:
    main = thing(each.about[0]) if each.about else None
    return given("ProfilePage", url=each.url, name=each.headline, mainEntity=main, inLanguage=each.lang)
