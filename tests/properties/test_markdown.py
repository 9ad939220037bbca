"""What holds for every text: no exceptions, scanner and Markdown agree, nothing is left behind, nothing runs."""

import html
import re
from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.reading.document import BlockPart, Body, Marks, Part
from backstory.reading.markup.markdown import MarkdownOptions, render
from backstory.reading.markup.sanitize import TAGS
from backstory.reading.scanning.linkforms import MEANINGS
from backstory.reading.scanning.scanner import scan

HREF = re.compile(r'<a\b[^>]*?\shref="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
TAG = re.compile(r"<([a-z][a-z0-9]*)")


def whole(body: Body) -> str:
    return _html(body.parts) + body.footnotes


def _html(parts: tuple[Part, ...]) -> str:
    return "\n".join(_html(part.parts) if isinstance(part, BlockPart) else part.html for part in parts)


def meaningful(targets: list[str]) -> Counter[str]:
    return Counter(each for each in targets if each.partition(":")[0] in MEANINGS)


# Texts of any kind, with every sign that means something in Markdown far more often than chance would have it.

ALL_SIGNS = (
    "[w](event:2021-08-03) [f](figure:x) [[name]] [[a|b]] [t](term:) [r][k] [k]: [^n] [^n]: source:s-1 ` `` ``` ~~~ \\ "
    "[ ] ( ) * _ ** # ## | |- ::: <b> </b> <div> </div> <!-- --> <script> {#id} {.c} {{ }} {% %} : - 1. > &amp; ! === "
    "--- \t ![i](p.png) <http://e.org> [x](javascript:a) word Word. слово"
)
SIGNS = st.sampled_from(ALL_SIGNS.split(" "))
LINE = st.lists(SIGNS | st.text(max_size=5), max_size=6).map(" ".join)
ANY_TEXT = st.lists(LINE | st.sampled_from(["", "::: note", ":::", "::: card x", "    x"]), max_size=8).map("\n".join)


@given(ANY_TEXT | st.text())
@settings(max_examples=150, deadline=None)
def test_any_text_is_read(text: str) -> None:
    marks, notes = scan("a.md", text, 1)
    for mode in (MarkdownOptions(), MarkdownOptions(raw_html="allow")):
        assert render(text, marks, mode) == render(text, marks, mode)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    places = [mark.place for mark in marks.links] + [mark.place for mark in marks.blocks]
    for place in places + [mark.place for mark in marks.headings] + [note.place for note in notes]:
        assert 1 <= place.line <= len(lines) and place.column >= 1


@given(ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_no_tag_beyond_the_allow_list_and_no_script(text: str) -> None:
    found = whole(render(text, scan("a.md", text, 1)[0]))
    assert set(TAG.findall(found)) <= TAGS
    assert not any(href.lower().startswith("javascript") for href in HREF.findall(found))


@given(ANY_TEXT, ANY_TEXT)
@settings(max_examples=60, deadline=None)
def test_one_document_leaves_nothing_for_the_next(one: str, other: str) -> None:
    first = render(one, scan("a.md", one, 1)[0])
    render(other, scan("b.md", other, 1)[0])
    assert render(one, scan("a.md", one, 1)[0]) == first


@given(ANY_TEXT)
@settings(max_examples=100, deadline=None)
def test_ids_in_marks_are_unique(text: str) -> None:
    marks, _ = scan("a.md", text, 1)
    ids = [mark.id for mark in marks.headings] + [mark.anchor for mark in marks.links if mark.anchor]
    assert len(ids) == len(set(ids))


# Documents as editors write them: here the two stages must agree to the link.

NAME = st.from_regex(r"[a-z]{1,6}(-[a-z]{1,4})?", fullmatch=True)
PLAIN = st.sampled_from(
    ["people", "crossed", "*in July*", "**about** 4,000.", "`code [a](term:)`", "said;", "Žemaitė", "да", "2*3"]
)
DATE = st.sampled_from(["2021", "2021-08-03", "2021-06~", "../2021-07", "2021-08-02/2021-08-03", "[2021,2022]"])
WORDS = st.lists(PLAIN, min_size=1, max_size=3).map(" ".join)
LINK = st.one_of(
    st.builds("[{}](event:{})".format, WORDS, DATE),
    st.builds('[{}](event:{}){{.major place="A, B"}}'.format, WORDS, DATE),
    st.builds("[{}](figure:{})".format, WORDS, NAME),
    st.builds("[{}](term:)".format, WORDS),
    st.builds("[{}](term:{})".format, WORDS, NAME),
    st.builds("[[{}]]".format, NAME),
    st.builds("[[{}#{}|{}]]".format, NAME, NAME, WORDS),
    st.builds('[{}]({}.md "T")'.format, WORDS, NAME),
    st.builds("![{}]({}.png)".format, WORDS, NAME),
    st.just("[defined][k]"),
    st.just("called[^one]"),
    st.just("<b>bold</b>"),
)
SENTENCE = st.lists(PLAIN | LINK, min_size=1, max_size=5).map(" ".join)
WRAPPED = st.lists(SENTENCE, min_size=1, max_size=3).map("\n".join)


def in_list(items: list[str]) -> str:
    return "\n".join(f"- {item}" for item in items)


BLOCK = st.one_of(
    WRAPPED,
    SENTENCE.map("## {}".format),
    st.lists(SENTENCE, min_size=1, max_size=3).map(in_list),
    st.builds("- {}\n\n    {}\n\n    - {}".format, SENTENCE, SENTENCE, SENTENCE),
    WRAPPED.map(lambda words: "\n".join(f"> {line}" for line in words.split("\n"))),
    WRAPPED.map("```\n{}\n```".format),
    WRAPPED.map("::: note\n{}\n:::".format),
    WRAPPED.map(':::: known\n::: qa "Who?"\n{}\n:::\n::::'.format),
    NAME.map("::: card {}".format),
    st.builds("| a | b |\n|---|--:|\n| {} | {} |".format, SENTENCE, SENTENCE),
    st.builds("Word\n: {}".format, SENTENCE),
    WRAPPED.map("<!-- {} -->".format),
    SENTENCE.map("<div>{}</div>".format),
    st.just("{{ include }}\n{% if x %}"),
)
DOCUMENT = st.lists(BLOCK, min_size=1, max_size=6).map(
    lambda blocks: "\n\n".join([*blocks, "[k]: figure:known", "[^one]: source:ekho-2021-08-03, [on](term:) it"])
)


@given(DOCUMENT)
@settings(max_examples=50, deadline=None)
def test_scanner_and_markdown_find_the_same_links(text: str) -> None:
    marks, _ = scan("a.md", text, 1)
    found = whole(render(text, marks))
    shown = [html.unescape(href) for href in HREF.findall(found)]
    assert meaningful(shown) == meaningful([mark.target for mark in marks.links if mark.kind != "image"])


@given(DOCUMENT)
@settings(max_examples=50, deadline=None)
def test_scanner_and_markdown_give_the_same_ids(text: str) -> None:
    marks, _ = scan("a.md", text, 1)
    body = render(text, marks)
    assert [each.id for each in body.headings] == [each.id for each in marks.headings]
    ids = ID.findall(whole(body))
    assert {mark.anchor for mark in marks.links if mark.anchor} <= set(ids)
    assert len(ids) == len(set(ids))


@given(DOCUMENT)
@settings(max_examples=30, deadline=None)
def test_every_block_has_its_part(text: str) -> None:
    marks, _ = scan("a.md", text, 1)

    def blocks(parts: tuple[Part, ...]) -> list[int]:
        return [n for part in parts if isinstance(part, BlockPart) for n in (part.block, *blocks(part.parts))]

    assert blocks(render(text, marks).parts) == list(range(len(marks.blocks)))


@given(DOCUMENT)
@settings(max_examples=30, deadline=None)
def test_the_place_of_a_link_is_where_it_stands(text: str) -> None:
    lines = text.split("\n")
    for mark in scan("a.md", text, 1)[0].links:
        line = lines[mark.place.line - 1][mark.place.column - 1 :]
        assert line.startswith(("[", "![", "source:")), (mark, line)


def test_without_marks_any_document_is_read() -> None:
    assert render("::: note\n# a\n:::", Marks()).headings[0].id == "a"
