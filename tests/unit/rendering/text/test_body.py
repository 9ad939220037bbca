"""Bodies as finished HTML: links led to where they go, pieces drawn, nothing of the inside left."""

import re

import pytest
from tests.worlds import World, article, asked

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.articles import text_fields
from backstory.rendering.text.body import embedded_body
from backstory.rendering.vantage import vantage

PATH = "content/articles/a.md"
PIECES = {
    "templates/inline/event.html": "<e id={{ id }} to={{ url }}{% if major %} major{% endif %}>{{ words }}</e>",
    "templates/inline/figure.html": "<f {{ id }} {{ figure.value }}>{{ words }}</f>",
    "templates/inline/term.html": "<t {{ id }} {{ url }}>{{ words }}</t>",
    "templates/inline/mention.html": "<m {{ id }} {{ url }}>{{ words }}</m>",
    "templates/inline/source.html": "<s>{{ source.title }}</s>",
}
FILES = {
    **PIECES,
    "content/articles/b.md": article(text="## Part\n", title="B & C"),
    "content/articles/d.md": article("lang: de", title="Deutsch"),
    "content/articles/later.md": article("draft: true"),
    "content/terms/pushback.md": "---\ntitle: Pushback\n---\n",
    "content/figures/count.md": "---\ntitle: Count\nvalue: 4\n---\n",
    "content/map.svg": "<svg/>",
    "content/people/lee.md": "---\ntitle: Ann Lee & Co\nalso_known_as: [Lee]\n---\n",
    "content/pages/s.md": "---\ntitle: S\nsources:\n  - {id: s1, title: A report}\n---\n",
}


@query("a body")
def drawn(read: Read, note: Noting, path: str) -> str:
    fields, _ = text_fields(vantage(read, note, "/articles/a/", "en"), path)
    return f"{fields['body']}{fields['footnotes']}"


@query("a body inside another page")
def embedded(read: Read, note: Noting, path: str) -> str:
    return embedded_body(vantage(read, note, "/x/", "en"), path)


def body_of(text: str) -> str:
    return str(asked({**FILES, PATH: article(text=text)}, drawn, PATH)).strip()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[b](b.md)", '<p><a href="../b/">b</a></p>'),
        ("[b](b.md#part)", '<p><a href="../b/#part">b</a></p>'),
        ('[*b*](b.md "Title")', '<p><a href="../b/" title="Title"><em>b</em></a></p>'),
        ("[[b]]", '<p><a href="../b/">B &amp; C</a></p>'),
        ("[[b|words]]", '<p><a href="../b/">words</a></p>'),
        ("[d](d.md)", '<p><a href="../../de/articles/d/" hreflang="de">d</a></p>'),
        ("[[d]]", '<p><a href="../../de/articles/d/" hreflang="de">Deutsch</a></p>'),
        ("[no](none.md)", "<p>no</p>"),
        ("[later](later.md)", "<p>later</p>"),
        ("[[none]]", "<p>none</p>"),
        ("[bad](javascript:alert(1))", "<p><a>bad</a></p>"),
        ("[o](https://e.org/?a=1&b=2)", '<p><a href="https://e.org/?a=1&amp;b=2">o</a></p>'),
        (
            "![m](../map.svg)",
            '<figure class="picture"><img src="../../assets/pictures/map.svg/68ddc238148100b5.svg" width="300" height="150"'
            ' alt="m" loading="lazy" decoding="async"></figure>',
        ),
        ("[p](term:pushback)", "<p><t term-pushback-1 ../../terms/pushback/>p</t></p>"),
        ("[Pushback](term:)", "<p><t term-pushback-1 ../../terms/pushback/>Pushback</t></p>"),
        ("[p](term:none)", "<p>p</p>"),
        ("[4](figure:count)", "<p><f figure-count-1 4>4</f></p>"),
        ("[was](event:2021){#e .major}", "<p><e id=e to=../../timeline/#event-e major>was</e></p>"),
        ("[was](event:soon)", "<p>was</p>"),
        (
            "See *Lee*, Lee & [b](b.md).",
            '<p>See <em><m person-lee-1 ../../people/lee/>Lee</m></em>, Lee &amp; <a href="../b/">b</a>.</p>',
        ),
        ("Ann Lee & Co; Lee", "<p><m person-lee-1 ../../people/lee/>Ann Lee &amp; Co</m>; Lee</p>"),
        ("A pushback", "<p>A <t term-pushback-1 ../../terms/pushback/>pushback</t></p>"),
        ("A pushback, [pushback](term:)", "<p>A pushback, <t term-pushback-1 ../../terms/pushback/>pushback</t></p>"),
        ("[Lee]{.nolink}", '<p><span class="nolink">Lee</span></p>'),
        ("{{ x }} {% y %}", "<p>{{ x }} {% y %}</p>"),
    ],
)
def test_a_body_says(text: str, expected: str) -> None:
    assert body_of(text) == expected


def test_the_same_term_twice_has_two_ids() -> None:
    assert re.findall(r"<t (\S+)", body_of("[a](term:pushback) [b](term:pushback)")) == [
        "term-pushback-1",
        "term-pushback-2",
    ]


def test_equal_events_keep_their_own_ids() -> None:
    assert re.findall(r"id=(\S+)", body_of("[a](event:2021){#one} [b](event:2021){#two}")) == ["one", "two"]


def test_a_source_stands_in_its_footnote() -> None:
    assert "<s>A report</s>, page 3" in body_of("c.[^1]\n\n[^1]: source:s1, page 3\n")


def test_a_note_that_nobody_calls_leads_nowhere_back() -> None:
    found = body_of("c.\n\n[^1]: A note.\n")
    assert "fnref" not in found


def test_what_is_wrong_in_a_body_does_not_keep_it_from_being_drawn() -> None:
    engine = World({**FILES, PATH: article(text="[no](none.md) and [b](b.md)")}).engine()
    assert '<a href="../b/">b</a>' in engine.ask(drawn, PATH)
    assert [note.code for note in engine.notes()] == ["link/broken"]


def test_inside_another_page_there_are_no_ids_notes_or_blocks() -> None:
    text = "## Head\n\nIt [was](event:2021){#e}.[^1] [no](none.md)\n\n::: card pushback\n\n[^1]: Note.\n"
    engine = World({**FILES, PATH: article(text=text)}).engine()
    found = engine.ask(embedded, PATH)
    assert "fn" not in found
    assert ' id="' not in found
    assert "Pushback" not in found
