"""Sources: told once in full, named by their id everywhere else."""

from tests.worlds import article, asked, noted

from backstory.library.sources import all_sources, header_sources

PATH = "content/articles/a.md"
FULL = "sources:\n  - {id: s1, publisher: Paper, title: A report, date: 2021-07}"
PAGE = {"content/pages/s.md": f"---\ntitle: S\n{FULL}\n---\n"}


def test_an_id_stands_for_the_whole_and_keeps_its_role() -> None:
    files = PAGE | {PATH: article("sources:\n  - {id: s1, role: original}")}
    (found,) = asked(files, header_sources, PATH)
    assert (found.publisher, found.title, found.role) == ("Paper", "A report", "original")


def test_a_source_without_an_id_stands_by_itself() -> None:
    (found,) = asked({PATH: article("sources:\n  - {title: A talk}")}, header_sources, PATH)
    assert (found.id, found.title) == ("", "A talk")


def test_what_nobody_tells_is_unknown() -> None:
    files = PAGE | {PATH: article("sources: [s1, s2]")}
    assert [each.id for each in asked(files, header_sources, PATH)] == ["s1"]
    assert noted(files, header_sources, PATH) == ["source/unknown"]


def test_a_draft_tells_no_sources() -> None:
    files = {PATH: article("sources: [s1]"), "content/articles/b.md": article("draft: true\n" + FULL)}
    assert noted(files, header_sources, PATH) == ["source/unknown"]


def test_told_twice_in_the_same_words_is_no_conflict() -> None:
    assert noted(PAGE | {PATH: article(FULL.replace("}", ", role: original}"))}, all_sources) == []


def test_told_otherwise_is_a_conflict_and_the_first_stands() -> None:
    files = PAGE | {PATH: article(FULL.replace("A report", "Another"))}
    assert noted(files, all_sources) == ["source/conflict"]
    assert asked(files, all_sources)["s1"].path == PATH
