"""The theme holds together: every template compiles and says what it gets."""

import re
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

import backstory

THEME = Path(backstory.__file__).parent / "theme"
TEMPLATES = THEME / "templates"
NAMES = sorted(path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.html"))


def environment() -> Environment:
    found = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    found.filters["time"] = str
    return found


@pytest.mark.parametrize("name", NAMES)
def test_template_compiles_and_says_what_it_gets(name: str) -> None:
    environment().get_template(name)
    assert (TEMPLATES / name).read_text("utf-8").startswith("{# ")


@pytest.mark.parametrize("name", [name for name in NAMES if name.startswith("inline/")])
def test_inline_piece_leaves_no_space_behind(name: str) -> None:
    text = (TEMPLATES / name).read_text("utf-8")
    assert text == text.rstrip()
    assert text.count("\n") == 1


@pytest.mark.parametrize("name", NAMES)
def test_no_inline_style_or_handler(name: str) -> None:
    text = (TEMPLATES / name).read_text("utf-8")
    assert not re.search(r"""\s(style|on[a-z]+)=["']""", text)
    assert not re.search(r"<script(?![^>]*(src=|application/ld\+json))", text)
