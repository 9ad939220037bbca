"""Every form of link, with its place: one line of text, one mark."""

import pytest

from backstory.reading.document import LinkMark
from backstory.reading.scanning.scanner import scan


def links(text: str, first_line: int = 1) -> tuple[LinkMark, ...]:
    return scan("a.md", text, first_line)[0].links


CASES = [
    # text, kind, target, words, line:column
    ("See [why](../articles/why.md#routes).", "link", "../articles/why.md#routes", "why", "1:5"),
    ('[a](b.md "T")', "link", "b.md", "a", "1:1"),
    ("[a](b.md 'T')", "link", "b.md", "a", "1:1"),
    ("[a](<b c.md>)", "link", "b c.md", "a", "1:1"),
    ("[a](b(1).md)", "link", "b(1).md", "a", "1:1"),
    ("[a]( b.md )", "link", "b.md", "a", "1:1"),
    ("[a]()", "link", "", "a", "1:1"),
    ("[a](b?c=1&amp;d=2)", "link", "b?c=1&d=2", "a", "1:1"),
    ("[a](b\\_c.md)", "link", "b_c.md", "a", "1:1"),
    ("[*a* `b` **c**](d.md)", "link", "d.md", "a b c", "1:1"),
    ("[a \\[b\\]](c.md)", "link", "c.md", "a [b]", "1:1"),
    ("[a [b]](c.md)", "link", "c.md", "a [b]", "1:1"),
    ("[two\nlines](c.md)", "link", "c.md", "two lines", "1:1"),
    ("x\n  y [a](b.md)", "link", "b.md", "a", "2:5"),
    ("[x [a](b.md)", "link", "b.md", "a", "1:4"),
    ("[[1]](https://e.org)", "link", "https://e.org", "[1]", "1:1"),
    ("<https://e.org/a_b>", "link", "https://e.org/a_b", "https://e.org/a_b", "1:1"),
    ("<a@e.org>", "link", "mailto:a@e.org", "a@e.org", "1:1"),
    ("![*A* dog](dog.png){.wide}", "image", "dog.png", "A dog", "1:1"),
    ("See [ref][r].\n\n[r]: b.md 'T'", "link", "b.md", "ref", "1:5"),
    ("See [R][].\n\n[r]: <b.md>", "link", "b.md", "R", "1:5"),
    ("See [r].\n\n[r]: b.md", "link", "b.md", "r", "1:5"),
    ("[a][r]\n\n[r]:\n  b.md", "link", "b.md", "a", "1:1"),
    ("![alt][r]\n\n[r]: b.png", "image", "b.png", "alt", "1:1"),
    ("[[why-they-cross]]", "wiki", "wiki:why-they-cross", "", "1:1"),
    ("[[lukashenko|the *leader*]]", "wiki", "wiki:lukashenko", "the leader", "1:1"),
    ("[[ Alexander \n Lukashenko#early life|he]]", "wiki", "wiki:Alexander Lukashenko#early life", "he", "1:1"),
    ("[[why#routes]]", "wiki", "wiki:why#routes", "", "1:1"),
    ("[[a|]]", "wiki", "wiki:a", "", "1:1"),
    ("[w](wiki:name)", "wiki", "wiki:name", "w", "1:1"),
    ("| a | b |\n|---|---|\n| c | [[d\\|e]] |", "wiki", "wiki:d", "e", "3:7"),
    ("[began](event:2021-08-02/2021-08-03)", "event", "event:2021-08-02/2021-08-03", "began", "1:1"),
    ("[a](event:../2021-07)", "event", "event:../2021-07", "a", "1:1"),
    ("[a](event:2021-06~)", "event", "event:2021-06~", "a", "1:1"),
    ("[a](event:2021?)", "event", "event:2021?", "a", "1:1"),
    ("[a](event:[2021-07-01,2021-07-02])", "event", "event:[2021-07-01,2021-07-02]", "a", "1:1"),
    ("[a](event:{2021,2022})", "event", "event:{2021,2022}", "a", "1:1"),
    ("[a](event:-0044-03-15)", "event", "event:-0044-03-15", "a", "1:1"),
    ("[a][e]\n\n[e]: event:2021", "event", "event:2021", "a", "1:1"),
    ("[more than 4,000](figure:lt-2021)", "figure", "figure:lt-2021", "more than 4,000", "1:1"),
    ("[pushback](term:)", "term", "term:", "pushback", "1:1"),
    ("[turned back](term:pushback)", "term", "term:pushback", "turned back", "1:1"),
    ("> > [q](figure:f)", "figure", "figure:f", "q", "1:5"),
    ("- a\n\n    b [c](term:)", "term", "term:", "c", "3:7"),
    ("- a\n    - b [c](term:)", "term", "term:", "c", "2:9"),
    ("Word\n: means [c](term:)", "term", "term:", "c", "2:9"),
    ("text\t[c](term:)", "term", "term:", "c", "1:6"),
    ("<div>\nx\n</div>\n\n[c](term:)", "term", "term:", "c", "5:1"),
    ("<b>[c](term:)</b>", "term", "term:", "c", "1:4"),
    ("{{ x }} {% if %} [c](term:)", "term", "term:", "c", "1:18"),
]


@pytest.mark.parametrize(("text", "kind", "target", "words", "place"), CASES)
def test_a_link(text: str, kind: str, target: str, words: str, place: str) -> None:
    (mark,) = links(text)
    assert (mark.kind, mark.target, mark.words, str(mark.place)) == (kind, target, words, f"a.md:{place}")


NONE = [
    "`[a](term:)`",
    "`` ` [a](term:) ``",
    "```\n[a](term:)\n```",
    "~~~ md\n[a](term:)\n~~~",
    "    [a](term:)",
    "\t[a](term:)",
    "text\n\n    [a](term:)",
    "- a\n\n        [a](term:)",
    ">     [a](term:)",
    "<!-- [a](term:) -->",
    "<!--\n\n[a](term:)\n\n-->",
    "x <!-- [a](term:) --> y",
    "<div>\n[a](term:)\n</div>",
    "<pre>[a](term:)</pre>",
    "<div>\n[a](term:)",
    "\\[a](term:)",
    "[a\\](term:)",
    "[a] (term:)",
    "[a][unknown]",
    "[a]: b.md",
    "![[a]]",
    "[[]]",
    "[[|a]]",
    "| a |\n|---|\n| b | [beyond](term:) |",
]


@pytest.mark.parametrize("text", NONE)
def test_no_link(text: str) -> None:
    assert links(text) == ()


def test_links_come_in_the_order_of_the_text_with_their_lines_in_the_file() -> None:
    found = links("[a](b)\n\n- [[c]]\n- ![d](e)\n\n[f](g)", first_line=12)
    assert [(mark.target, mark.place.line, mark.place.column) for mark in found] == [
        ("b", 12, 1),
        ("wiki:c", 14, 3),
        ("e", 15, 3),
        ("g", 17, 1),
    ]


def test_a_picture_in_a_link_is_a_link_and_a_picture() -> None:
    outer, inner = links("[![alt](i.png)](big.html)")
    assert (outer.kind, outer.target, inner.kind, inner.target, inner.words) == (
        "link",
        "big.html",
        "image",
        "i.png",
        "alt",
    )


def test_attributes_of_an_event() -> None:
    (mark,) = links("[a](event:2021){#first .major place=\"Varėna, Lithuania\" about='vsat'} b")
    assert (mark.id, mark.anchor, mark.classes) == ("first", "first", ("major",))
    assert mark.options == (("place", "Varėna, Lithuania"), ("about", "vsat"))


SOURCES = [
    ("[^ekho]: source:ekho-2021-08-03", [("source:ekho-2021-08-03", "", "ekho")]),
    ("[^ekho]: source:ekho-2021-08-03, at *noon*.", [("source:ekho-2021-08-03", "at noon", "ekho")]),
    ("[^a]: source:b, on the [count](c.md)", [("source:b", "on the count", "a")]),
    ("[^a]: source:b; source:c, p. 3", [("source:b", "", "a"), ("source:c", "p. 3", "a")]),
    ("[^a]: source:b.", [("source:b", "", "a")]),
    ("[^a]: See source:b", []),
    ("[^a]: [words](source:b)", [("source:b", "words", "")]),
]


@pytest.mark.parametrize(("definition", "expected"), SOURCES)
def test_sources_in_footnotes(definition: str, expected: list[tuple[str, str, str]]) -> None:
    found = [mark for mark in links(f"x[^a][^ekho]\n\n{definition}\n") if mark.kind == "source"]
    assert [(mark.target, mark.words, dict(mark.options).get("label", "")) for mark in found] == expected


def test_a_source_has_the_place_of_its_id() -> None:
    assert str(links("x[^a]\n\n[^a]: source:b")[0].place) == "a.md:3:7"


SENTENCES = [
    ("One. Two [words](term:) *three*. Four.", "Two words three."),
    ("First [words](term:)[^a].\nSecond.\n\n[^a]: x", "First words."),
    ("Said Mr. Smith of [words](term:). Next.", "Said Mr. Smith of words."),
    ("H.M.M. v. [words](term:) was heard. Next.", "H.M.M. v. words was heard."),
    ("About 3.5 [words](term:) e.g. this! Next?", "About 3.5 words e.g. this!"),
    ("“No.” He [words](term:). “Yes.”", "He words."),
    ("В 2021 г. в Минске [words](term:). Потом.", "В 2021 г. в Минске words."),
    ("One. [Two. Three](term:x) four. Five.", "Two. Three four."),
    ("`a.b` &amp; <b>c</b> \\*d\\* [words](term:) {{ e }}", "a.b & c *d* words {{ e }}"),
    ("- One [words](term:)\n- Two", "One words"),
    ("| a | b |\n|--|--|\n| no | yes [words](term:) |", "yes words"),
    ("One.\nTwo\n[words](term:)\nthree. Four.", "Two words three."),
    ("See [[a-name]] for more. Next.", "See a-name for more."),
    ("Only [words](https://e.org).", ""),
    ("Only [words](#anchor).", ""),
    ("Only ![words](a.png).", ""),
    ("word word\n{: .intro}\n\n[words](term:) x\n{: #id}", "words x"),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_the_sentence_around_a_link(text: str, expected: str) -> None:
    assert links(text)[0].sentence == expected


def test_the_heading_above_a_link() -> None:
    text = "[a](b)\n\n# One\n\n[a](b)\n\n## Two [a](b) {#own}\n\n[a](b)"
    assert [mark.heading for mark in links(text)] == ["", "one", "own", "own"]


ANCHORS = [
    ("[began turning people round here](event:2021/2022)", ["event-2021-2022"]),
    ("[Начали](event:../2021-07)", ["event-2021-07"]),
    ("[a](event:2021) [a](event:2021)", ["event-2021", "event-2021-2"]),
    ("[a](event:2021){#x} [b](event:2021){#x}", ["x", "x-2"]),
    ("# Fire\n\n[a](event:2021){#fire}", ["fire"]),
    ("# A {#event-2021}\n\n[a](event:2021)", ["event-2021-2"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ANCHORS)
def test_the_id_of_an_event(text: str, expected: list[str]) -> None:
    assert [mark.anchor for mark in links(text)] == expected


def test_words_that_get_no_link_are_plain_words() -> None:
    marks, _ = scan("a.md", "## A [b]{.nolink} c\n\nSee [d]{.nolink} and [e](f.md).\n", 1)
    assert marks.headings[0].text == "A b c"
    assert [link.sentence for link in marks.links] == ["See d and e."]
