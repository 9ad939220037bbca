"""What `check` says of documents that are not translated, and of translations that are behind."""

import json
from pathlib import Path

import pytest
from tests.unit.commands.running import put, run

HEADER = "---\ntitle: {title}\ndate: 2021-08-03\n{more}---\nText.\n"


def story(title: str, *more: str) -> str:
    return HEADER.format(title=title, more="".join(f"{line}\n" for line in more))


SITE = {
    "pyproject.toml": '[tool.backstory]\ntitle = "T"\n',
    "content/articles/a.md": story("A"),
    "content/articles/b.md": story("B", "updated: 2021-09-01"),
    "content/articles/c.md": story("C", "updated: 2021-09-01"),
    "content/articles/draft.md": story("D", "draft: true"),
    "content/articles/ru/b.md": story("Б", "lang: ru", "translation_of: b", "updated: 2021-09-01"),
    "content/articles/ru/c.md": story("В", "lang: ru", "translation_of: c", "updated: 2021-08-31"),
    "content/articles/ru/d.md": story("Г", "lang: ru"),
    "content/authors/ann.md": "---\ntitle: Ann\n---\n",
}


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return put(tmp_path, SITE)


def test_everything_is_listed(site: Path) -> None:
    assert run(site, "check", "--translations").output.splitlines() == [
        "en: 1 document without a translation",
        "  content/articles/ru/d.md",
        "ru: 1 document without a translation, 1 translation older than the original",
        "  content/articles/a.md",
        "  content/articles/c.md is newer than content/articles/ru/c.md",
    ]


def test_check_says_it_too_and_counts_it_as_no_finding(site: Path) -> None:
    done = run(site, "check", "--strict")
    assert "  content/articles/a.md\n" in done.output
    assert "No findings" in done.output
    assert done.exit_code == 0
    assert [each["path"] for each in json.loads(run(site, "check", "--json").output)["untranslated"]] == [
        "content/articles/ru/d.md", "content/articles/a.md", "content/articles/c.md",
    ]  # fmt: skip


def test_programs_get_the_list(site: Path) -> None:
    found = json.loads(run(site, "check", "--translations", "--json").output)
    assert found["untranslated"][-1] == {
        "lang": "ru",
        "path": "content/articles/c.md",
        "title": "C",
        "kind": "article",
        "state": "older",
        "translation": "content/articles/ru/c.md",
    }


def test_check_names_few(site: Path) -> None:
    put(site, {f"content/articles/more-{n}.md": story(f"More {n}") for n in range(9)})
    assert "  and 6 more; all of them: backstory check --translations\n" in run(site, "check").output


def test_a_site_of_one_language_has_nothing_to_translate(tmp_path: Path) -> None:
    put(tmp_path, {path: text for path, text in SITE.items() if "/ru/" not in path})
    assert run(tmp_path, "check", "--translations").output == "Everything is translated.\n"
    assert "translat" not in run(tmp_path, "check").output
