"""Markdown to HTML in parts."""

import pytest

from backstory.reading.document import BlockPart, Body, Html, Marks, Part
from backstory.reading.markup.markdown import MarkdownOptions, render, render_line
from backstory.reading.markup.plaintext import plain, running_text
from backstory.reading.scanning.scanner import scan


def body(text: str, raw_html: str = "sanitize") -> Body:
    options = MarkdownOptions(raw_html="allow" if raw_html == "allow" else "sanitize")
    return render(text, scan("a.md", text, 1)[0], options)


def html(text: str, raw_html: str = "sanitize") -> str:
    return "\n".join(part.html for part in body(text, raw_html).parts if isinstance(part, Html))


LINKS = [
    ("[a](../b.md#c)", '<p><a href="../b.md#c">a</a></p>'),
    ("[[b]]", '<p><a href="wiki:b"></a></p>'),
    ("[[b#c|*d*]]", '<p><a href="wiki:b#c"><em>d</em></a></p>'),
    ("[[ Big \n Name ]]", '<p><a href="wiki:Big Name"></a></p>'),
    ("[a](event:2021){#b}", '<p><a href="event:2021" id="b">a</a></p>'),
    ("[a](event:2021)", '<p><a href="event:2021" id="event-2021">a</a></p>'),
    ('[a](event:2021){#b .major place="C, D" about="e"}', '<p><a class="major" href="event:2021" id="b">a</a></p>'),
    ("[a](event:[2021,2022])", '<p><a href="event:[2021,2022]" id="event-2021-2022">a</a></p>'),
    ("[`<`](event:2021)", '<p><a href="event:2021" id="event-2021"><code>&lt;</code></a></p>'),
    ("[a](event:2021){#b} [c](event:2021){#b}",
     '<p><a href="event:2021" id="b">a</a> <a href="event:2021" id="b-2">c</a></p>'),
    ("[4](figure:a)", '<p><a href="figure:a">4</a></p>'),
    ("[a](term:)", '<p><a href="term:">a</a></p>'),
    ("[*a* b]{.nolink} c", '<p><span class="nolink"><em>a</em> b</span> c</p>'),
    ("[a]{.other} [a]{nolink}", "<p>[a]{.other} [a]{nolink}</p>"),
    ("[a](b.md){.nolink}", '<p><a class="nolink" href="b.md">a</a></p>'),
    ("![a *b*](c.png){.wide width=300}", '<p><img alt="a *b*" class="wide" src="c.png" width="300"></p>'),
    ("| a | b |\n|---|--:|\n| [[c\\|d]] | e |",
     '<table>\n<thead>\n<tr>\n<th>a</th>\n<th class="align-right">b</th>\n</tr>\n</thead>\n<tbody>\n<tr>\n'
     '<td><a href="wiki:c">d</a></td>\n<td class="align-right">e</td>\n</tr>\n</tbody>\n</table>'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_links_keep_what_was_written(text: str, expected: str) -> None:
    assert html(text) == expected


UNTOUCHED = [
    ("{{ page.title }} {% if x %} {# note #}", "<p>{{ page.title }} {% if x %} {# note #}</p>"),
    ("text\n{% if x %}", "<p>text\n{% if x %}</p>"),
    ("text\n{{ x }}", "<p>text\n{{ x }}</p>"),
    ("## Title {{ x }}", '<h2 id="title-x">Title {{ x }}</h2>'),
    ("[a](b.md){{ x }}{% y %}", '<p><a href="b.md">a</a>{{ x }}{% y %}</p>'),
    ("*a*{% y %} {a, b} *c*{d}", "<p><em>a</em>{% y %} {a, b} <em>c</em>{d}</p>"),
    ("`{{ x }}`", "<p><code>{{ x }}</code></p>"),
    ("```\n::: note\n[a](term:)\n```", "<pre><code>::: note\n[a](term:)\n</code></pre>"),
    ("    ::: note", "<pre><code>::: note\n</code></pre>"),
    ("`::: note`", "<p><code>::: note</code></p>"),
    ("a\ufdd0o0\ufdd1b", "<p>ao0b</p>"),
    ("a\x02wzxhzdk:0\x03b", "<p>awzxhzdk:0b</p>"),
    ('it\'s "quoted" -- so...', '<p>it\'s "quoted" -- so...</p>'),
    ("caf\u00e9 &amp; &lt;b&gt;", "<p>caf\u00e9 &amp; &lt;b&gt;</p>"),
]


@pytest.mark.parametrize(("text", "expected"), UNTOUCHED)
def test_words_that_only_look_like_markup(text: str, expected: str) -> None:
    assert html(text) == expected


DIALECT = [
    ("Word\n: means", "<dl>\n<dt>Word</dt>\n<dd>means</dd>\n</dl>"),
    ("1. a\n2. b\n\n- c", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>"),
    ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
    ("a\n{: .intro #first}", '<p class="intro" id="first">a</p>'),
    ("a  \nb", "<p>a<br>\nb</p>"),
    ("``` python\nx\n```", '<pre><code class="language-python">x\n</code></pre>'),
    ("``` { .python linenums=True }\nx\n```", '<pre><code class="language-python">x\n</code></pre>'),
    ("<div markdown='1'>*a*</div>", "<div>*a*</div>"),
]


@pytest.mark.parametrize(("text", "expected"), DIALECT)
def test_the_dialect(text: str, expected: str) -> None:
    assert html(text) == expected


def outline(parts: tuple[Part, ...]) -> list[object]:
    return [(part.block, outline(part.parts)) if isinstance(part, BlockPart) else part.html for part in parts]


TREES: list[tuple[str, list[object]]] = [
    ("a\n\n::: card x\n\nb", ["<p>a</p>", (0, []), "<p>b</p>"]),
    ("a\n::: card x\nb", ["<p>a</p>", (0, []), "<p>b</p>"]),
    ("::: note\na\n:::", [(0, ["<p>a</p>"])]),
    (":::: note\na\n\n::: known\n- b\n- c\n:::\n\nd\n::::\ne",
     [(0, ["<p>a</p>", (1, ["<ul>\n<li>b</li>\n<li>c</li>\n</ul>"]), "<p>d</p>"]), "<p>e</p>"]),
    ("- a\n\n::: card x\n\n- b", ["<ul>\n<li>a</li>\n</ul>", (0, []), "<ul>\n<li>b</li>\n</ul>"]),
    ("Word\n\n::: note\n: x\n:::", ["<p>Word</p>", (0, ["<dl>\n<dd>x</dd>\n</dl>"])]),
    ("::: note\n---\n:::", [(0, ["<hr>"])]),
    ("::: note\n===\n:::", [(0, ["<p>===</p>"])]),
    ("::: note\n    code\n:::", [(0, ["<pre><code>code\n</code></pre>"])]),
    ("::: note\n\n:::", [(0, [])]),
    ("a\n\n::: note\nb", ["<p>a</p>", (0, ["<p>b</p>"])]),
    ("a\n\n:::\n\nb", ["<p>a</p>\n<p>b</p>"]),
    (":::: note\n::: known\na\n::::\nb", [(0, [(1, ["<p>a</p>"])]), "<p>b</p>"]),
    ("<b>a\n\n::: card x\n\nb</b>", ["<p><b>a</b></p>", (0, []), "<p>b</p>"]),
    ("> a\n\n::: card x", ["<blockquote>\n<p>a</p>\n</blockquote>", (0, [])]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), TREES)
def test_blocks_make_a_tree(text: str, expected: list[object]) -> None:
    assert outline(body(text).parts) == expected


def test_definitions_belong_to_the_whole_document() -> None:
    whole = body("::: note\n[a][b] c[^d]\n:::\n\n[b]: x.md\n[^d]: e *f*")
    (block,) = whole.parts
    assert isinstance(block, BlockPart) and isinstance(block.parts[0], Html)
    assert '<a href="x.md">a</a> c<sup id="fnref:d">' in block.parts[0].html
    assert "e <em>f</em>" in whole.footnotes


def test_a_definition_inside_a_block_serves_the_text_outside() -> None:
    whole = body("a[^d]\n\n::: note\nb\n\n[^d]: e\n:::\n\nc")
    assert outline(whole.parts)[1:] == [(0, ["<p>b</p>"]), "<p>c</p>"]
    assert "<p>e" in whole.footnotes


FOOTNOTES = [
    ("a[^x]\n\n[^x]: source:y", '<p><a href="source:y"></a>'),
    ("a[^x]\n\n[^x]: source:y, on the *count*", '<p><a href="source:y"></a>, on the <em>count</em>'),
    ("a[^x]\n\n[^x]: source:y; source:z", '<p><a href="source:y"></a>; <a href="source:z"></a>'),
    ("a[^x]\n\n[^x]: See source:y", "<p>See source:y"),
    ("a[^x y]\n\n[^x y]: z", '<li id="fn:x-y">'),
    ("a[^эхо]\n\n[^эхо]: z", '<li id="fn:ekho">'),
    ("a[^*]\n\n[^*]: z", '<li id="fn:note">'),
    ("a[^x]\n\n[^x]: z", 'class="footnote-backref" href="#fnref:x"'),
    ("a[^x] b[^x]\n\n[^x]: z", 'class="footnote-backref" href="#fnref2:x"'),
]


@pytest.mark.parametrize(("text", "expected"), FOOTNOTES)
def test_footnotes(text: str, expected: str) -> None:
    assert expected in body(text).footnotes


def test_footnotes_are_numbered_as_a_reader_meets_them() -> None:
    whole = body("- a[^c]\n\nb[^b] [^c]\n\n> d[^a]\n\n[^a]: A\n[^b]: B\n[^c]: C\n[^d]: D")
    assert '<sup id="fnref:c"><a class="footnote-ref" href="#fn:c">1</a></sup>' in html("- a[^c]\n\n[^c]: C")
    shown = "".join(part.html for part in whole.parts if isinstance(part, Html))
    order = [shown.index(each) for each in ("fnref:c", "fnref:b", "fnref2:c", "fnref:a")]
    assert order == sorted(order)
    assert [plain(note) for note in whole.footnotes.split("</li>")][:4] == ["C ↩↩", "B ↩", "A ↩", "D ↩"]


def test_no_footnotes_no_list() -> None:
    assert body("a").footnotes == ""
    assert "title=" not in body("a[^x]\n\n[^x]: b").footnotes


def test_headings_of_the_body() -> None:
    whole = body("# A *b* `c`\n\n## Как\n\nText\n\n## Как {#own}\n\n## A b c")
    assert [(each.level, each.id, each.text) for each in whole.headings] == [
        (1, "a-b-c", "A b c"),
        (2, "kak", "Как"),
        (2, "own", "Как"),
        (2, "a-b-c-2", "A b c"),
    ]


@pytest.mark.parametrize(
    "text", ["# A\n\n## A\n\n# A", "A\n==\n\n> # B\n\n- c\n\n    # D", "## Who’s [who](x)?[^a]\n\n[^a]: b"]
)
def test_ids_are_those_that_the_scanner_gave(text: str) -> None:
    marks, _ = scan("a.md", text, 1)
    whole = render(text, marks)
    assert [each.id for each in whole.headings] == [each.id for each in marks.headings]
    assert all(f'id="{each.id}"' in html(text) for each in marks.headings)


def test_without_marks_headings_and_events_still_have_ids() -> None:
    whole = render("# A b\n\n[c](event:2021) [c](event:2021)", Marks())
    assert [each.id for each in whole.headings] == ["a-b"]
    assert 'id="event-2021"' in whole.parts[0].html and 'id="event-2021-2"' in whole.parts[0].html  # type: ignore[union-attr]


LINES = [
    ("Adds the *laws* of 10 August.", "Adds the <em>laws</em> of 10 August."),
    ("[a](b.md)", '<a href="b.md">a</a>'),
    ("", ""),
    ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
    ("<script>x</script>a", "a"),
]


@pytest.mark.parametrize(("text", "expected"), LINES)
def test_a_line_of_front_matter(text: str, expected: str) -> None:
    assert render_line(text) == expected


def test_running_text_has_no_headings_code_or_footnote_numbers() -> None:
    whole = body("# Head\n\nOne *two*[^a] `three`.\n\n::: note\nFour &amp; five\n:::\n\n```\ncode\n```\n\n[^a]: note")
    assert running_text(whole) == "One two three. Four & five"
    assert whole.words == 5


WORDS = [
    ('<p title="a > b">x</p><p>y</p>', "x y"),
    ("<ul><li>a</li><li>b</li></ul>", "a b"),
    ("a<br>b", "a b"),
    ("a<em>b</em>", "ab"),
    ("<p>1 &lt; 2</p>", "1 < 2"),
    ('<a href="wiki:x"></a>', ""),
]


@pytest.mark.parametrize(("markup", "expected"), WORDS)
def test_plain_words(markup: str, expected: str) -> None:
    assert plain(markup) == expected


SAMPLES = [
    "# A\n\na[^x] [b][c]\n\n[^x]: source:y\n[c]: d.md",
    "a[^x] [b][c]",
    "| a | b |\n|--|--:|\n| c | d |",
    "3. a\n4. b",
    "1. a",
    "<div>\nx",
    "*a **b",
    "::: note\na",
    "[a](event:2021)\n\n# A",
]


@pytest.mark.parametrize("text", SAMPLES)
def test_nothing_of_one_document_is_left_for_the_next(text: str) -> None:
    first = [body(each) for each in SAMPLES]
    alone = body(text)
    for other in SAMPLES:
        body(other)
        assert body(text) == alone
    assert [body(each) for each in SAMPLES] == first


def test_lists_in_lists_without_end() -> None:
    assert "x" in html("- " * 400 + "x")
