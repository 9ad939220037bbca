"""Topics, people, tags and authors know their stories, and translations one another; lists and redirects follow."""

from tests.worlds import SETTINGS, article, asked, noted

from backstory.library.cards import called, card
from backstory.library.routes import redirects, routes
from backstory.library.stories import bare_topics, belongs, languages, stories, stories_of, tag_name, tags, translations

FILES = {
    "content/articles/a.md": article(
        "topics: [border, Plain Topic]\nabout: [Ann]\ntags: [Wire, wire]\nauthors: [ann-author]"
    ),
    "content/articles/b.md": "---\ntitle: B\ndate: 2022-01-01\ntopics: border\ntags: wire\n---\n",
    "content/articles/a.ru.md": article("translation_of: a"),
    "content/people/ann.md": "---\ntitle: Ann\n---\n",
    "content/topics/border.md": "---\ntitle: Border\n---\n",
    "content/authors/ann-author.md": "---\ntitle: Ann Author\n---\n",
    "content/terms/t.md": "---\ntitle: T\n---\n",
}
A, B = "content/articles/a.md", "content/articles/b.md"


def test_stories_come_newest_first() -> None:
    assert asked(FILES, stories, "en") == (B, A)


def test_a_story_belongs_to_documents_and_to_plain_names() -> None:
    own = asked(FILES, belongs, A)
    assert own.topics == ("content/topics/border.md", "Plain Topic")
    assert own.about == ("content/people/ann.md",)
    assert own.authors == ("content/authors/ann-author.md",)


def test_they_know_their_stories() -> None:
    assert asked(FILES, stories_of, "en", "content/topics/border.md") == (B, A)
    assert asked(FILES, stories_of, "en", "content/people/ann.md") == (A,)
    assert asked(FILES, stories_of, "en", "content/authors/ann-author.md") == (A,)
    assert asked(FILES, stories_of, "en", "tag:wire") == (B, A)


def test_tags_are_named_as_they_were_written_first() -> None:
    assert asked(FILES, tags, "en") == ("wire",)
    assert asked(FILES, tag_name, "en", "wire") == "Wire"


def test_a_topic_without_a_document_is_bare() -> None:
    assert asked(FILES, bare_topics, "en") == {"plain-topic": "Plain Topic"}


def test_translations_know_one_another() -> None:
    assert asked(FILES, translations, A) == {"ru": "content/articles/a.ru.md"}
    assert asked(FILES, translations, "content/articles/a.ru.md") == {"en": A}
    assert asked(FILES, languages) == ("en", "ru")


def test_an_original_must_be_of_the_same_kind() -> None:
    files = FILES | {"content/articles/c.md": article("lang: de\ntranslation_of: ann")}
    assert noted(files, translations, A) == ["header/unknown-original"]


def test_the_sites_own_authors_sign_stories_that_name_none() -> None:
    files = {"pyproject.toml": SETTINGS + 'authors = ["desk"]\n', **FILES}
    assert asked(files, card, B).authors == ("desk",)
    assert asked(files, card, A).authors == ("ann-author",)
    assert asked(files, card, "content/people/ann.md").authors == ()


def test_corrections_and_updates_move_the_date_of_the_card() -> None:
    text = article("updates:\n  - {date: 2021-09-01, text: X}\ncorrections:\n  - {date: 2021-10-01, text: Y}")
    made = asked({A: text}, card, A)
    assert (made.updated.text, made.corrected) == ("2021-10-01", True)


def test_pages_that_no_document_stands_for() -> None:
    found = set(asked(FILES, routes))
    expected = {
        "/",
        "/archive/",
        "/archive/2021/",
        "/archive/2022/",
        "/tags/wire/",
        "/topics/plain-topic/",
        "/glossary/",
    }
    assert expected | {"/topics/", "/people/", "/authors/", "/corrections/", "/ru/", "/ru/archive/"} <= found
    assert "/timeline/" not in found
    assert "/ru/glossary/" not in found


def test_a_document_stands_before_a_route() -> None:
    files = FILES | {"content/pages/archive.md": "---\ntitle: Own archive\n---\n"}
    assert "/archive/" not in asked(files, routes)


def test_events_bring_timelines() -> None:
    text = article("topics: [border]\nabout: [ann]", "It [began](event:2021).\n")
    found = {where for where, route in asked(FILES | {A: text}, routes).items() if route.kind == "timeline"}
    assert found == {"/timeline/", "/topics/border/timeline/"}


def test_old_addresses_lead_on() -> None:
    files = FILES | {A: article("aliases: [/old/, /old/page.html, Another name]")}
    assert asked(files, redirects) == {"/old/": "/articles/a/", "/old/page.html": "/articles/a/"}
    assert asked(files, called, A).names == ("Another name",)


def test_an_old_address_that_is_in_use_leads_nowhere() -> None:
    files = FILES | {A: article("aliases: [/archive/, /articles/b/]")}
    assert asked(files, redirects) == {}
    assert noted(files, redirects) == ["address/redirect-in-use"] * 2
