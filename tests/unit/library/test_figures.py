"""Figures with rows beside them, and the words of stories held against them."""

import pytest
from tests.worlds import World, article, asked, built, clean, codes, noted

from backstory.library.figures import figure_of
from backstory.library.tellings import figures_told

COUNT = "---\ntitle: Count\nvalue: 4090\nunit: people\nas_of: 2021-08-03\n{}---\n"
PATH = "content/figures/count.md"
STORY = "content/articles/a.md"


def told(words: str, figure: str = COUNT.format(""), header: str = "") -> list[str]:
    files = {STORY: article(header, f"There were [{words}](figure:count).\n"), PATH: figure}
    return noted(files, figures_told, STORY)


@pytest.mark.parametrize("words", ["more than 4,000", "about 4,100", "4,090", "nearly 4,100 people", "this many"])
def test_words_that_agree_are_passed_over(words: str) -> None:
    assert told(words) == []


@pytest.mark.parametrize("words", ["more than 5,000", "4,000", "fewer than 4,000", "ninety"])
def test_words_that_disagree(words: str) -> None:
    assert told(words) == ["figure/disagrees"]


HISTORY = COUNT.format("series:\n  - {date: 2021-07-01, value: 1666}\n  - {date: 2022-01-01, value: 4200}\n")


def test_a_story_keeps_the_value_of_its_own_day() -> None:
    """The figure has moved on to 4,200 since; the story of August was right in August."""
    assert told("more than 4,000", HISTORY) == []
    assert told("1,666", HISTORY) == ["figure/outdated"]
    assert told("about 4,200", HISTORY, "updated: 2022-02-01") == []
    assert told("4,200", HISTORY) == ["figure/outdated"]


def test_counts_that_differ_all_agree() -> None:
    figure = COUNT.format("accounts:\n  - {value: 5100, by: Red Cross, qualifier: more than}\n")
    assert told("5,000", figure) == ["figure/disagrees"]
    assert told("more than 5,100", figure) == []


PARTS = "---\ntitle: Who\nunit: people\nbreakdown: {Iraq: 2797, Syria: 130, Other: 1188}\n---\n"


@pytest.mark.parametrize(
    ("words", "found"),
    [("2,797", []), ("two thirds", []), ("68%", []), ("half", ["figure/disagrees"]), ("130", [])],
)
def test_a_part_by_itself_or_as_a_share(words: str, found: list[str]) -> None:
    assert told(words, PARTS) == found


def test_millions_in_the_unit() -> None:
    figure = "---\ntitle: Cost\nvalue: 152\nunit: million EUR\n---\n"
    assert told("€152 million", figure) == []
    assert told("152", figure) == []
    assert told("€41 million", figure) == ["figure/disagrees"]


def test_two_figures_that_contradict_one_another() -> None:
    other = COUNT.format("").replace("4090", "4115")
    assert codes({PATH: COUNT.format(""), "content/figures/b.md": other}) == ["figure/conflict"]
    assert codes({PATH: COUNT.format(""), "content/figures/b.md": COUNT.format("")}) == []


def test_rows_stand_in_a_file_beside_the_figure() -> None:
    files = {PATH: "---\ntitle: C\nseries: c.csv\n---\n", "content/figures/c.csv": "date,value\n2021-03,8\n"}
    assert [each.value for each in asked(files, figure_of, PATH).series] == [8.0]


def test_a_translation_takes_the_numbers_of_its_original() -> None:
    russian = "---\ntitle: Число\nlang: ru\ntranslation_of: count\nunit: человек\n---\n"
    found = asked({PATH: HISTORY, "content/figures/ru/count.md": russian}, figure_of, "content/figures/ru/count.md")
    assert (found.value, found.unit, len(found.series)) == (4090, "человек", 2)


def test_a_figure_changed_once_changes_every_page_that_shows_it_and_no_other() -> None:
    world = World(
        {
            STORY: article(text="There were [about 4,000](figure:count).\n"),
            "content/articles/b.md": article(text="::: figures count\n", title="B"),
            "content/articles/c.md": article(text="Nothing of it.\n", title="C"),
            PATH: COUNT.format(""),
            "content/figures/other.md": COUNT.format("place: Latvia\n"),
        }
    )
    keeper = world.keeper()
    before, _ = built(keeper)
    world.put({PATH: COUNT.format("").replace("4090", "4111")})
    after, _ = built(keeper)
    changed = {path for path in after if after[path] != before[path]}
    shows = {path for path, text in before.items() if "4,090" in text} - {"figures/other/index.html"}
    assert changed == shows
    assert {"articles/a/index.html", "articles/b/index.html", "figures/count/index.html"} <= changed
    assert "articles/c/index.html" not in changed
    assert after == clean(world)[0]


DIFFER = (
    "---\ntitle: Fish\nunit: fish\naccounts:\n  - {value: 180, by: Anglers, qualifier: about}\n"
    "  - {value: 247, by: The agency}\n---\n"
)


@pytest.mark.parametrize(
    ("words", "found"),
    [("about 180", []), ("247", []), ("180 to 250", []), ("300", ["figure/disagrees"]), ("ten", ["figure/disagrees"])],
)
def test_a_number_that_is_nobody_s_count(words: str, found: list[str]) -> None:
    assert told(words, DIFFER) == found
