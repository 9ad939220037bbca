"""Titles: without markup, from a heading, from a file's name."""

import pytest

from backstory.reading.front.titles import first_heading, plain_words, title_from_path

PLAIN = {
    "plain": "plain",
    "<b>A</b> &amp; B": "A & B",
    "A <br/>B<!-- c -->": "A B",
    "5 < 6 and 7 > 3": "5 < 6 and 7 > 3",
    "&lt;i&gt; is a tag": "<i> is a tag",
    "AT&T": "AT&T",
    "caf&eacute;&#8212;open": "café—open",
}

HEADINGS = {
    "# One\n\n# Two\n": "One",
    "Text\n\n# One #\n": "One",
    "```\n# no\n```\n# One\n": "One",
    "~~~~\n# no\n```\n~~~~\n# One\n": "One",
    "## Two\n": "",
    "#hashtag\n": "",
    "# *A* **b** `c` {#id}\n": "A b c",
    "# [A](b.md) and [[c|D]] &amp; <i>e</i>\n": "A and D & e",
    "text": "",
}

PATHS = {
    "content/articles/2021-08-03-why-they-cross.ru.md": "Why they cross",
    "content/terms/non_refoulement.md": "Non refoulement",
    "content/topics/border-crisis/index.md": "Border crisis",
    "-.md": "-.md",
}


@pytest.mark.parametrize(("text", "plain"), PLAIN.items())
def test_plain_words(text: str, plain: str) -> None:
    assert plain_words(text) == plain


@pytest.mark.parametrize(("body", "words"), HEADINGS.items())
def test_first_heading(body: str, words: str) -> None:
    assert first_heading(body) == words


@pytest.mark.parametrize(("path", "title"), PATHS.items())
def test_title_from_path(path: str, title: str) -> None:
    assert title_from_path(path) == title
