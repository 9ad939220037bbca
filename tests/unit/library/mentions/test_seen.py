"""Whom a document names, where a link may be set, and what mentions it."""

import pytest
from tests.worlds import article, asked, codes, noted

from backstory.library.backlinks import line_of, mention_pages, mentioned_by, name_links
from backstory.library.documents import body
from backstory.library.mentions.known import known_names
from backstory.library.stories import belongs
from backstory.reading.document import BlockPart, Part

PATH, ANN, MINSK = "content/articles/a.md", "content/people/ann.md", "content/places/minsk.md"
FILES = {
    ANN: "---\ntitle: Ann Lee\ndescription: A person.\nalso_known_as: [Lee, Энн Ли]\n---\nAnn Lee was born in Minsk.\n",
    MINSK: "---\ntitle: Minsk\n---\nA town.\n",
    "content/terms/pushback.md": "---\ntitle: Pushback\ndescription: A word.\n---\n",
}
SETTINGS = '[tool.backstory]\ntitle = "T"\n'


def htmls(parts: tuple[Part, ...]) -> list[str]:
    """Return the HTML of each part, in order."""
    return [html for each in parts for html in (htmls(each.parts) if isinstance(each, BlockPart) else [each.html])]


def linked(text: str, header: str = "", settings: str = SETTINGS, **more: str) -> list[str]:
    """Return what becomes a link in a story: the words, and the slug that they lead to."""
    files = {**FILES, "pyproject.toml": settings, PATH: article(header, text), **more}
    found = htmls(asked(files, body, PATH).parts)
    names = asked(files, name_links, PATH)
    return [
        f"{found[each.spot.part][each.spot.start : each.spot.end]}>{each.path.split('/')[-1][:-3]}" for each in names
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Ann Lee went to Minsk. Then Ann Lee left Minsk.\n", ["Ann Lee>ann", "Minsk>minsk"]),
        ("# Minsk\n\nText in *Minsk* now.\n", ["Minsk>minsk"]),
        ("> In Minsk.\n\nBoth.\n", []),
        ("In `Minsk`.\n\n    Minsk\n\n```\nMinsk\n```\n", []),
        ("See [Minsk now](https://example.org). And Minsk.\n", ["Minsk>minsk"]),
        ("See [[minsk|the town]]. And Minsk.\n", []),
        ("Minsk, then ::: no.\n\n::: card minsk\n", []),
        ('::: quote speaker="ann"\nI was in Minsk.\n:::\n\nAnn Lee said so in Minsk.\n', ["Minsk>minsk"]),
        ("::: note\nIn Minsk.\n:::\n\nMinsk.\n", ["Minsk>minsk"]),
        ("| Where |\n|---|\n| Minsk |\n", ["Minsk>minsk"]),
        ("Jack [Lee]{.nolink}, *Minsk*{.nolink} and pushbacks.\n", ["pushbacks>pushback"]),
        ("In Minsk.\n{.nolink}\n\nIn Minsk again.\n", ["Minsk>minsk"]),
        ("## One {.nolink}\n\nMinsk.\n\n### Two\n\nMinsk.\n\n## Three\n\nLee.\n", ["Lee>ann"]),
        ("<p class=\"nolink\">Minsk</p>\n\n<!-- Minsk -->\n\n<span title='Minsk'>x</span>\n", []),
        ("A footnote.[^1]\n\n[^1]: In Minsk.\n", []),
        ("He said Лукашенко and Энн Ли.\n", ["Энн Ли>ann"]),
    ],
)
def test_the_first_name_that_may_be_linked(text: str, found: list[str]) -> None:
    assert linked(text) == found


@pytest.mark.parametrize(
    ("setting", "found"),
    [
        ("links = false", []),
        ("links = ['place']", ["Minsk>minsk"]),
        ("links = ['term', 'person']", ["Lee>ann", "pushbacks>pushback"]),
        ("links = []", []),
        ("skip = ['lee', 'Minsk']", ["pushbacks>pushback"]),
    ],
)
def test_settings_say_which_names_become_links(setting: str, found: list[str]) -> None:
    assert linked("Lee in Minsk on pushbacks.\n", settings=f"{SETTINGS}[tool.backstory.mentions]\n{setting}\n") == found


def test_a_page_never_links_to_itself() -> None:
    assert [each.path for each in asked(FILES, name_links, ANN)] == [MINSK]


def test_a_word_that_begins_a_sentence_is_no_name_where_it_has_small_letters_elsewhere() -> None:
    files = {"content/people/lee.md": "---\ntitle: Amnesty\n---\n"}
    assert linked("Amnesty came. It was an amnesty.\n", **files) == []
    assert linked("Amnesty came. It spoke.\n", **files) == ["Amnesty>lee"]
    assert linked("Amnesty came. It was no [x](/amnesty).\n", **files) == ["Amnesty>lee"]


def test_a_name_in_brackets_behind_a_title_is_no_part_of_it() -> None:
    assert linked("In Georgia.\n", **{"content/places/g.md": "---\ntitle: Georgia (country)\n---\n"}) == ["Georgia>g"]


def test_a_shared_name_is_left_alone_and_reported() -> None:
    files = {
        "content/people/minsk.md": "---\ntitle: Minsk\n---\n",
        "content/terms/minsk.md": "---\ntitle: Minsk\n---\n",
    }
    assert linked("In Minsk.\n", **files) == []
    assert noted({**FILES, **files}, known_names, "en") == ["mention/ambiguous"]
    skipped = f"{SETTINGS}[tool.backstory.mentions]\nskip = ['Minsk']\n"
    assert codes({**FILES, **files, "pyproject.toml": skipped}) == []


def test_other_languages_lend_their_entities_other_names_until_they_have_their_own() -> None:
    assert linked("Энн Ли и Минск, Minsk.\n", "lang: ru") == ["Энн Ли>ann"]
    own = {"content/people/ru/ann.md": "---\ntitle: Анна Ли\nlang: ru\ntranslation_of: ann\n---\n"}
    assert linked("Энн Ли или Анна Ли.\n", "lang: ru", **own) == ["Анна Ли>ann"]


@pytest.mark.parametrize(
    ("header", "text", "about"),
    [
        ("description: On Minsk.", "Text.", (MINSK,)),
        ("", "Minsk, Minsk, Minsk.", (MINSK,)),
        ("", "Minsk, Minsk.", ()),
        ("about: [ann]", "Text.", (ANN,)),
    ],
)
def test_a_story_is_about_what_it_names_often_or_in_its_headlines(
    header: str, text: str, about: tuple[str, ...]
) -> None:
    assert asked({**FILES, PATH: article(header, text)}, belongs, PATH).about == about


def test_a_mention_has_its_sentence_and_the_heading_above() -> None:
    text = "First.\n\n## Later\n\nIt said so. A claim[^1] by *Mr* Lee & [[minsk]], see. More.\n\n[^1]: Note.\n"
    line = asked({**FILES, PATH: article(text=text)}, line_of, ANN, PATH)
    assert (line.sentence, line.anchor) == ("A claim by Mr Lee & Minsk, see.", "later")
    line = asked({**FILES, PATH: article("description: On Lee.")}, line_of, ANN, PATH)
    assert (line.sentence, line.anchor) == ("On Lee.", "")


def test_a_page_knows_the_lines_that_mention_it() -> None:
    other = "content/articles/b.md"
    text = "First, see [it](b.md). More.\n\n## Later\n\nAgain [[b]].\n"
    files = {**FILES, PATH: article(text=text), other: article(text="::: card ann\n", title="B")}
    assert asked(files, mentioned_by, other) == (PATH,)
    assert asked(files, line_of, other, PATH).sentence == "First, see it."
    assert asked(files, mentioned_by, ANN) == (other,)
    assert asked(files, mentioned_by, MINSK) == (ANN,)
    assert asked({**files, PATH: article("lang: ru", "[b](b.md)\n")}, mentioned_by, other) == ()


def test_mentions_come_newest_first_and_many_have_a_page() -> None:
    files = {
        f"content/articles/{n:03}.md": f"---\ntitle: S{n}\ndate: {2000 + n % 9}-01-01\n---\nMinsk.\n"
        for n in range(310)
    }
    world = {**FILES, **files}
    found = asked(world, mentioned_by, MINSK)
    assert len(found) == 311
    assert int(found[0][-6:-3]) % 9 == 8
    assert found[-1] == ANN
    where = "/places/minsk/mentions/"
    assert list(asked(world, mention_pages)) == [where, *(f"{where}{2000 + n}/" for n in range(9))]
