"""Headings and blocks, with their places."""

import pytest

from backstory.reading.scanning.scanner import STANDING_ALONE, scan


def headings(text: str) -> list[tuple[int, str, str, str]]:
    marks, _ = scan("a.md", text, 1)
    return [(mark.level, mark.text, mark.id, f"{mark.place.line}:{mark.place.column}") for mark in marks.headings]


HEADINGS = [
    ("# One", [(1, "One", "one", "1:1")]),
    ("text\n### How the year began ###\nmore", [(3, "How the year began", "how-the-year-began", "2:1")]),
    ("#One", [(1, "One", "one", "1:1")]),
    ("One *two*\n=====", [(1, "One two", "one-two", "1:1")]),
    ("One\n---\ntext", [(2, "One", "one", "1:1")]),
    ("## One {#own}", [(2, "One", "own", "1:1")]),
    ("## One {: #own .c }", [(2, "One", "own", "1:1")]),
    ("## One {{ x }}", [(2, "One {{ x }}", "one-x", "1:1")]),
    ("## A\n## A\n## A", [(2, "A", "a", "1:1"), (2, "A", "a-2", "2:1"), (2, "A", "a-3", "3:1")]),
    ("## Who’s [who](a.md)?[^x]\n\n[^x]: y", [(2, "Who’s who?", "whos-who", "1:1")]),
    ("## Как начался год", [(2, "Как начался год", "kak-nachalsya-god", "1:1")]),
    ("## Žemaitė’s Łódź", [(2, "Žemaitė’s Łódź", "zemaites-lodz", "1:1")]),
    ("## 新闻", [(2, "新闻", "新闻", "1:1")]),
    ("## !!!", [(2, "!!!", "section", "1:1")]),
    ("> ## In a quote", [(2, "In a quote", "in-a-quote", "1:3")]),
    ("- a\n\n    ## In a list", [(2, "In a list", "in-a-list", "3:5")]),
    ("## `code` & more", [(2, "code & more", "code-more", "1:1")]),
    (" # no", []),
    ("    # no", []),
    ("```\n# no\n```", []),
    ("\\# no", []),
    ("<div>\n# no\n</div>", []),
    ("a\nb\n---", []),
    ("| a | b |\n|---|---|", []),
    ("a\n\n---", []),
]


@pytest.mark.parametrize(("text", "expected"), HEADINGS)
def test_headings(text: str, expected: list[tuple[int, str, str, str]]) -> None:
    assert headings(text) == expected


def test_an_id_that_stands_anywhere_is_not_given_again() -> None:
    assert headings("text\n{: #one}\n\n# One")[0][2] == "one-2"
    assert headings('<i id="one">x</i>\n\n# One')[0][2] == "one-2"
    assert headings("[x](event:2021){#one}\n\n# One")[0][2] == "one-2"


BLOCKS = [
    ("::: read-more why", [("read-more", "why", {}, -1)]),
    (":::read-more why", [("read-more", "why", {}, -1)]),
    ("::: figures lt-2020 lt-2021", [("figures", "lt-2020 lt-2021", {}, -1)]),
    ('::: qa "Who is crossing?"\nx\n:::', [("qa", "Who is crossing?", {}, -1)]),
    ('::: qa "What is a "pushback"?"\nx\n:::', [("qa", 'What is a "pushback"?', {}, -1)]),
    ("::: qa “Who?”\nx\n:::", [("qa", "Who?", {}, -1)]),
    ("::: timeline a from=\"2021-07\" limit='5'", [("timeline", "a", {"from": "2021-07", "limit": "5"}, -1)]),
    ('::: quote speaker="x" source="y"\nz\n:::', [("quote", "", {"speaker": "x", "source": "y"}, -1)]),
    ('::: embed https://e.org/?a=b title="The "T" t"', [("embed", "https://e.org/?a=b", {"title": 'The "T" t'}, -1)]),
    ('::: chart a title=""', [("chart", "a", {"title": ""}, -1)]),
    ("::: note\n::: card a\n:::", [("note", "", {}, -1), ("card", "a", {}, 0)]),
    (":::: note\n::: known\nx\n:::\n::::", [("note", "", {}, -1), ("known", "", {}, 0)]),
    ("::: note\n::: known\n:::\n:::", [("note", "", {}, -1), ("known", "", {}, 0)]),
    ("::: note\n:::\n::: note\n:::", [("note", "", {}, -1), ("note", "", {}, -1)]),
    ("text\n::: note\ntext\n:::\ntext", [("note", "", {}, -1)]),
    ("- item\n::: note\n:::", [("note", "", {}, -1)]),
    ("::: note :::\n:::", [("note", "", {}, -1)]),
    ("```\n::: note\n```", []),
    ("    ::: note", []),
    ("<div>\n::: note\n</div>", []),
    ("<!--\n::: note\n-->", []),
    ("text ::: note", []),
    (":: note", []),
]


@pytest.mark.parametrize(("text", "expected"), BLOCKS)
def test_blocks(text: str, expected: list[tuple[str, str, dict[str, str], int]]) -> None:
    marks, notes = scan("a.md", text, 1)
    assert [(mark.name, mark.argument, dict(mark.options), mark.parent) for mark in marks.blocks] == expected
    assert notes == ()


def test_a_block_has_the_place_of_its_first_line() -> None:
    marks, _ = scan("a.md", "text\n\n::: note\n:::", 10)
    assert str(marks.blocks[0].place) == "a.md:12:1"


def test_other_blocks_may_stand_alone() -> None:
    text = "::: poll best-photo\n\ntext"
    assert [note.code for note in scan("a.md", text, 1)[1]] == ["block/unclosed"]
    assert scan("a.md", text, 1, alone=STANDING_ALONE | {"poll"})[1] == ()
