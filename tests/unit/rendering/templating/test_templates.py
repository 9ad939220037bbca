"""Templates: the site's own before the theme's, read piece by piece, and what goes wrong said at its line."""

import pytest
from tests.worlds import World, asked, noted

from backstory.engine.keys import Noting, Read, query
from backstory.rendering.templating.templates import (
    nearest_template,
    run,
    show_time,
    template_check,
    template_names,
    template_parts,
)
from backstory.rendering.views import DateView

PAGE = "templates/page.html"


@query("a filled template")
def fill(read: Read, note: Noting, name: str) -> str:
    return run(read, note, name, {"word": "<b>", "day": DateView("3 August 2021", "2021-08-03", "2021-08-03")})


def filled(text: str, **others: str) -> str:
    files = {PAGE: text} | {f"templates/{name}.html": words for name, words in others.items()}
    return str(asked(files, fill, "page.html"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("{{ word }}", "&lt;b&gt;"),
        ("\ufeff{{ word|safe }}", "<b>"),
        ("{% if word %}\nyes\n{% endif %}\n", "yes\n"),
        ("{{ day|time }}", '<time datetime="2021-08-03">3 August 2021</time>'),
        ('{% include "part.html" %}', "a part"),
        ('{% from "macros.html" import greet %}{{ greet("you") }}', "hello you"),
        ('{% extends "frame.html" %}{% block inner %}in{% endblock %}', "[in]"),
    ],
)
def test_a_template_is_filled(text: str, expected: str) -> None:
    others = {
        "part": "a part",
        "macros": "{% macro greet(who) %}hello {{ who }}{% endmacro %}",
        "frame": "[{% block inner %}{% endblock %}]",
    }
    assert filled(text, **others) == expected


def test_the_sites_own_stands_before_the_themes_and_can_extend_it() -> None:
    text = '{% extends "theme/redirect.html" %}{% block anything %}{% endblock %}'
    parts = asked({"templates/redirect.html": text}, template_parts, "redirect.html")
    assert parts["redirect.html"] == ("templates/redirect.html", text)
    assert parts["theme/redirect.html"][0] == "theme/templates/redirect.html"


def test_only_the_pieces_that_are_used_are_read() -> None:
    world = World({PAGE: '{% include "part.html" %}', "templates/part.html": "one", "templates/other.html": "x"})
    engine = world.engine()
    assert engine.ask(fill, "page.html") == "one"
    world.put({"templates/other.html": "y"})
    engine.refresh()
    engine.ask(fill, "page.html")
    assert len(engine.runs) == 0
    world.put({"templates/part.html": "two"})
    engine.refresh()
    assert engine.ask(fill, "page.html") == "two"


WRONG = [
    ("ok\n{% if %}", "page.html:2", "template/syntax"),
    ("ok\n\n{{ nothing }}", "page.html:3", "template/undefined"),
    ("ok\n{{ day.nothing }}", "page.html:2", "template/undefined"),
    ("{{ 1 / 0 }}", "page.html:1", "template/failed"),
    ("{{ word + 1 }}", "page.html:1", "template/failed"),
    ("ok\n{% include 'none.html' %}", "page.html:2", "template/missing"),
    ("{% include 'part.html' %}", "part.html:2", "template/undefined"),
    ("{{ word|nothing }}", "page.html:1", "template/syntax"),
]


@pytest.mark.parametrize(("text", "place", "code"), WRONG)
def test_what_is_wrong_is_said_at_its_line(text: str, place: str, code: str) -> None:
    engine = World({PAGE: text, "templates/part.html": "ok\n{{ nothing }}"}).engine()
    assert engine.ask(fill, "page.html") == ""
    assert [(str(note.place), note.code) for note in engine.notes()] == [(f"templates/{place}", code)]


def test_a_field_that_is_not_there_is_named_as_the_docs_name_it() -> None:
    engine = World({PAGE: "{{ day.shrt }}"}).engine()
    engine.ask(fill, "page.html")
    (note,) = engine.notes()
    assert (note.sentence, note.help) == ('DateView has no "shrt".', 'Did you mean "short"?')


def test_a_template_that_is_not_there_is_said() -> None:
    assert noted({}, fill, "none.html") == ["template/missing"]


def test_templates_that_no_page_uses_are_checked_too() -> None:
    assert noted({"templates/unused.html": "{% for %}"}, template_check) == ["template/syntax"]
    assert noted({}, template_check) == []


def test_all_templates_are_listed() -> None:
    names = asked({"templates/own.html": "", "templates/styles/own.css": ""}, template_names)
    assert {"own.html", "article.html", "blocks/note.html"} <= set(names)
    assert "styles/own.css" not in names


@pytest.mark.parametrize(("name", "expected"), [("bsae.html", 'Did you mean "base.html"?'), ("zzz.html", "")])
def test_the_nearest_template_is_proposed(name: str, expected: str) -> None:
    assert nearest_template(name, ("base.html", "article.html")) == expected


@pytest.mark.parametrize(
    ("view", "form", "expected"),
    [
        (
            DateView("3 August 2021", "2021-08-03", "2021-08-03", short="3 August"),
            "long",
            '<time datetime="2021-08-03">3 August 2021</time>',
        ),
        (
            DateView("3 August 2021", "2021-08-03", "2021-08-03", short="3 August"),
            "short",
            '<time datetime="2021-08-03">3 August</time>',
        ),
        (DateView("about 2021", "2021~"), "long", '<span class="date" data-edtf="2021~">about 2021</span>'),
        (DateView("<2021>", '"', ""), "long", '<span class="date" data-edtf="&#34;">&lt;2021&gt;</span>'),
    ],
)
def test_dates_are_shown_for_people_and_machines(view: DateView, form: str, expected: str) -> None:
    assert show_time(view, form) == expected
