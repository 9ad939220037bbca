"""SVG: sizes, and what is taken out."""

import io

import pytest

from backstory.files.pictures.facts import Facts
from backstory.files.pictures.looking import look
from backstory.files.pictures.vectors import cleaned

NS = 'xmlns="http://www.w3.org/2000/svg"'


def looked(text: str) -> Facts:
    return look(io.BytesIO(text.encode()))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="640" height="480"', (640, 480)),
        ('width="640px" height="1in"', (640, 96)),
        ('viewBox="0 0 800 400"', (800, 400)),
        ('viewBox="0,0,800,400" width="200"', (200, 100)),
        ('viewBox="0 0 800 400" height="100"', (200, 100)),
        ('width="100%" height="100%" viewBox="0 0 8 4"', (8, 4)),
        ('width="wide"', (300, 150)),
        ('viewBox="0 0 0 0"', (300, 150)),
        ("", (300, 150)),
    ],
)
def test_size(attributes: str, size: tuple[int, int]) -> None:
    facts = looked(f"<svg {NS} {attributes}/>")
    assert (facts.width, facts.height, facts.trouble) == (*size, "")


@pytest.mark.parametrize(
    "inside",
    [
        "<script>go()</script>",
        "<g><script href='x.js'/></g>",
        '<rect onclick="go()"/>',
        '<a href="javascript:go()"><rect/></a>',
        '<image href="https://elsewhere.example/x.png"/>',
        '<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="https://elsewhere.example/x.svg#a"/>',
        "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'>x</p></foreignObject>",
        "<style>@import 'https://elsewhere.example/x.css';</style>",
        '<rect style="fill: url(https://elsewhere.example/x)"/>',
        '<a><animate attributeName="href" to="javascript:go()"/></a>',
        '<set attributeName="onload" to="go()"/>',
        "<iframe/>",
        '<svg:script xmlns:svg="http://www.w3.org/2000/svg">go()</svg:script>',
    ],
)
def test_what_does_not_draw_is_taken_out(inside: str) -> None:
    text = f"<svg {NS}><path d='M0 0h9'/>{inside}</svg>"
    assert looked(text).remarks == ("scripts",)
    made = cleaned(text.encode()).decode()
    assert "M0 0h9" in made
    assert not any(each in made for each in ("go()", "elsewhere", "script", "foreign", "onclick", "iframe"))
    assert looked(made).remarks == ()


@pytest.mark.parametrize(
    "text",
    [
        f"<svg {NS}><rect fill='url(#g)'/><use href='#a'/></svg>",
        f"<svg {NS}><image href='data:image/png;base64,AAAA'/></svg>",
        f"<?xml version='1.0'?>\n<!-- drawn -->\n<svg {NS}><style>rect {{ fill: red }}</style></svg>",
        f"<svg {NS} xmlns:i='http://www.inkscape.org/'><i:grid/><path d='M0 0'/></svg>",
    ],
)
def test_a_drawing_passes(text: str) -> None:
    assert looked(text).remarks == ()


def test_a_drawing_stays_as_it_is_to_the_byte() -> None:
    text = f"<svg {NS}><rect width='3'  height='4' /></svg>".encode()
    assert cleaned(text) == text


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        (f'<!DOCTYPE svg [<!ENTITY a "aa">]><svg {NS}>&a;</svg>', "unsafe"),
        (f"<svg {NS}><g></svg>", "broken"),
        (f"<svg {NS}>" + "<g>" * 5000 + "</g>" * 5000 + "</svg>", "broken"),
        ("<?xml version='1.0'?><html/>", "unknown"),
        (f"<svg {NS}><!--{'x' * 5_000_000}--></svg>", "large"),
    ],
)
def test_what_cannot_be_shown_says_why(text: str, trouble: str) -> None:
    assert looked(text).trouble == trouble
