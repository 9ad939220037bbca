"""Blocks: what each may be given, what its template gets, and what is said when it can't be drawn."""

import pytest
from tests.worlds import SETTINGS, World, article, theme_file

from backstory.engine.keys import Noting, Read, query
from backstory.reading.scanning.fences import STANDING_ALONE
from backstory.rendering.articles import text_fields
from backstory.rendering.text.blocks import BLOCKS
from backstory.rendering.vantage import vantage

PATH = "content/articles/a.md"
DRAWN = {
    "read-more": "{{ card.title }}",
    "card": "{{ card.kind }} {{ card.title }}{{ card.answer }}{% if card.figure %} {{ card.figure.value }}{% endif %}",
    "timeline": "{{ timeline.title }} {% for e in timeline.events %}{{ e.title }};{% endfor %}+{{ timeline.more }}",
    "figures": "{% for each in figures %}{{ each.value }};{% endfor %}",
    "chart": "{{ chart.title }} {{ chart.table|length }}",
    "quote": "{{ speaker.title if speaker }}|{{ date.text if date }}|{{ source.title if source }}|{{ block.body }}",
    "qa": "{{ id }}|{{ question }}|{{ block.body }}",
    "questions": "{% for each in questions %}{{ each.title }}{{ each.answer }};{% endfor %}",
    "embed": "{{ url }}|{{ title }}|{{ host }}",
    "support": "{{ support.title if support else 'none' }}",
    "note": "{{ block.options.get('title', 'plain') }}:{{ block.body }}",
    "known": "known:{{ block.body }}",
    "unknown": "unknown:{{ block.body }}",
}
FILES = {
    **{f"templates/blocks/{name}.html": text for name, text in DRAWN.items()},
    "content/articles/b.md": article(
        "form: explainer\ntopics: [border]",
        "[One](event:2021-07){#one}, [two](event:2021-08){#two .major}, [three](event:2021-09){#three}.\n",
        "B",
    ),
    "content/people/ann.md": "---\ntitle: Ann\n---\nShe is Ann.\n",
    "content/topics/border.md": "---\ntitle: Border\n---\n",
    "content/questions/why.md": "---\ntitle: Why?\ntopics: [border]\n---\nBecause.\n",
    "content/figures/count.md": "---\ntitle: Count\nvalue: 4\n---\n",
    "content/figures/months.md": "---\ntitle: Months\nseries: {2021-07: 3, 2021-08: 5}\n---\n",
    "content/pages/s.md": "---\ntitle: S\nsources:\n  - {id: s1, title: A report}\n---\n",
}


@query("a body with blocks")
def drawn(read: Read, note: Noting) -> str:
    return str(text_fields(vantage(read, note, "/articles/a/", "en"), PATH)[0]["body"])


def draw(text: str, **settings: str) -> tuple[str, list[str]]:
    engine = World({**FILES, **settings, PATH: article(text=text)}).engine()
    found = engine.ask(drawn)
    return found.strip(), [note.code for note in engine.notes()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("::: read-more b", "B"),
        ("::: card ann", "person Ann<p>She is Ann.</p>"),
        ("::: card count", "figure Count 4"),
        ("::: timeline border", "Border One, two, three.;One, two, three.;One, two, three.;+0"),
        ('::: timeline border from="2021-08" to="2021-08"', "Border One, two, three.;+0"),
        ('::: timeline border limit="1"', "Border One, two, three.;+2"),
        ("::: figures count count", "4;4;"),
        ("::: figures count, count", "4;4;"),
        ("::: chart months", "Months 2"),
        ('::: chart months title="By month" type="step"', "By month 2"),
        (
            '::: quote speaker="ann" date="2021-08-03" source="s1"\nWords.\n:::',
            "Ann|3 August 2021|A report|<p>Words.</p>",
        ),
        ("::: quote\nWords.\n:::", "|||<p>Words.</p>"),
        ('::: qa "Who is it?"\nNobody.\n:::', "question-who-is-it|Who is it?|<p>Nobody.</p>"),
        ("::: questions border", "Why?<p>Because.</p>;"),
        ('::: embed https://www.e.org/x title="T"', "https://www.e.org/x|T|e.org"),
        ("::: embed https://www.e.org/x", "https://www.e.org/x|e.org|e.org"),
        ("::: support", "none"),
        ('::: note title="T"\nWords.\n:::', "T:<p>Words.</p>"),
        (":::: known\n::: note\nIn.\n:::\n::::", "known:plain:<p>In.</p>"),
        ("::: unknown\n- x\n:::", "unknown:<ul>\n<li>x</li>\n</ul>"),
    ],
)
def test_a_block_is_drawn(text: str, expected: str) -> None:
    assert draw(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("::: nonsense\nx\n:::", "block/unknown"),
        ('::: note color="red"\nx\n:::', "block/unknown-option"),
        ("::: card", "block/missing-argument"),
        ("::: card nobody", "block/unknown-target"),
        ("::: card b", "block/unknown-target"),
        ("::: read-more ann", "block/unknown-target"),
        ("::: timeline nothing", "block/unknown-target"),
        ('::: timeline border limit="0"', "block/bad-option"),
        ('::: timeline border limit="-1"', "block/bad-option"),
        ('::: timeline border from="soon"', "block/bad-option"),
        ("::: figures nothing", "block/unknown-target"),
        ("::: figures months", "block/no-value"),
        ("::: chart count", "block/no-series"),
        ('::: chart months type="pie"', "block/bad-option"),
        ('::: quote speaker="nobody"\nx\n:::', "block/unknown-target"),
        ('::: quote date="soon"\nx\n:::', "block/bad-option"),
        ('::: quote source="s2"\nx\n:::', "source/unknown"),
        ("::: embed e.org", "block/bad-address"),
        ("::: embed javascript:alert(1)", "block/bad-address"),
        ("::: embed https://[", "block/bad-address"),
        ("::: questions nothing", "block/unknown-target"),
    ],
)
def test_what_cannot_be_drawn_is_said_once(text: str, code: str) -> None:
    assert draw(text)[1] == [code]


def test_a_story_is_offered_once() -> None:
    assert draw("::: read-more b\n\n::: read-more b")[1] == ["block/shown-twice"]


def test_a_read_more_without_a_name_finds_the_best_explainer() -> None:
    wire = "Wire and fences in the forest by the river.\n"
    files = {
        "content/articles/c.md": article("form: explainer", wire, "C"),
        "content/articles/e.md": article("", wire, "E"),
    }
    assert draw(wire + "\n::: read-more\n", **files)[0].endswith("C")


def test_the_banner_comes_from_the_settings() -> None:
    settings = SETTINGS + '[tool.backstory.support]\ntitle = "Help"\n'
    assert draw("::: support", **{"pyproject.toml": settings})[0] == "Help"


def test_every_block_has_a_template_in_the_theme() -> None:
    assert [name for name in BLOCKS if theme_file(f"templates/blocks/{name}.html") is None] == []


def test_blocks_that_stand_alone_are_known_to_the_scanner() -> None:
    assert set(BLOCKS) >= STANDING_ALONE


OTHERS = {
    f"content/articles/{name}.md": article(f"form: {form}\ntopics: [border]", "Guards and fences.\n", name.upper())
    for name, form in (("x", "explainer"), ("y", "explainer"), ("z", "brief"))
}


def test_without_a_name_the_best_explainer_is_offered_that_the_page_does_not_lead_to() -> None:
    """None that is linked anywhere, none that another card names above or below, and none twice."""
    text = "See [b](b.md).\n\n::: read-more\n\n::: read-more\n\n::: read-more y\n\n::: read-more\n"
    story = article("related: {pin: [z, b, y, x]}", text)
    engine = World({**FILES, **OTHERS, PATH: story}).engine()
    assert engine.ask(drawn).strip() == '<p>See <a href="../b/">b</a>.</p>XZY'
    assert engine.notes() == ()


def test_on_a_page_that_is_no_story_the_newest_explainer_about_it_is_offered() -> None:
    topic = "---\ntitle: Border\nlead: x\n---\n::: read-more\n"
    engine = World({**FILES, **OTHERS, "content/topics/border.md": topic}).engine()
    assert engine.ask(drawn_at, "content/topics/border.md").strip() == "B"


@query("another body with blocks")
def drawn_at(read: Read, note: Noting, path: str) -> str:
    return str(text_fields(vantage(read, note, "/topics/border/", "en"), path)[0]["body"])
