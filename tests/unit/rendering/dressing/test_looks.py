"""A site's own colours and type, and what of them can be read."""

import re
from pathlib import Path

import pytest
from tests.worlds import SETTINGS, article, codes, pages

import backstory
from backstory.files.settings import Look
from backstory.rendering.dressing.looks import USUAL, colours, contrast, faint, readable, sheet

FILES: dict[str, str | bytes] = {"content/articles/a.md": article()}


def looking(lines: str) -> dict[str, str | bytes]:
    return {"pyproject.toml": f"{SETTINGS}[tool.backstory.look]\n{lines}\n", **FILES}


def style(files: dict[str, str | bytes]) -> str:
    return next(text for path, text in pages(files).items() if path.endswith(".css"))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("#000000", "#ffffff", 21.0),
        ("#777777", "#ffffff", 4.48),
        ("#ffffff", "#ffffff", 1.0),
        ("#ff0000", "#ffffff", 4.0),
    ],
)
def test_contrast_is_as_wcag_counts_it(one: str, other: str, expected: float) -> None:
    assert contrast(one, other) == contrast(other, one) == pytest.approx(expected, abs=0.01)


def test_the_usual_colours_are_those_of_the_theme_and_can_be_read() -> None:
    tokens = (Path(backstory.__file__).parent / "theme/styles/10-tokens.css").read_text()
    for name, (light, dark) in USUAL.items():
        assert re.search(rf"--{name}: light-dark\({light}, {dark}\)", tokens)
    assert list(faint(Look())) == []


def test_a_colour_for_light_is_made_readable_in_the_dark() -> None:
    light, dark = colours(Look(accent="#1b5e20"))["accent"]
    assert light == "#1b5e20" and contrast(dark, USUAL["paper"][1]) >= 4.5
    assert readable("#8a1538", "#fefdfb") == "#8a1538"


def test_what_cannot_be_read_is_named() -> None:
    assert [(name, mode) for name, mode, _ in faint(Look(accent="#e0b040", ink="#999999 #999999"))] == [
        ("ink", "light"),
        ("accent", "light"),
    ]


def test_a_look_goes_over_the_theme_and_below_what_readers_ask_for() -> None:
    made = style(looking('accent = "#1b5e20"\nheadlines = "sans"\ntext_size = 1.1'))
    assert made.endswith("}}") and made.rindex("@layer tokens{:root{--accent:light-dark(#1b5e20,") > 0
    assert "--head:var(--sans)" in made and "--text:1.306rem" in made
    assert sheet(Look(), {}) == ""


def test_a_font_is_part_of_the_site() -> None:
    files = looking('serif = "Lora.woff2"\nsans = "Inter, sans-serif"') | {"templates/fonts/Lora.woff2": b"wOF2"}
    made = pages(files)
    font = next(path for path in made if path.endswith(".woff2"))
    assert f'src:url("{font.removeprefix("assets/")}") format("woff2")' in style(files)
    assert '--serif:"Lora",Charter' in style(files) and "--sans:Inter,sans-serif" in style(files)


def test_the_masthead_follows_the_settings() -> None:
    files = looking('masthead = "centred"\nmark = "gull.svg"\ntagline = true')
    files["pyproject.toml"] = str(files["pyproject.toml"]).replace(
        "[tool.backstory]\n", '[tool.backstory]\ntagline = "News"\n'
    )
    html = pages(files | {"templates/pictures/gull.svg": "<svg><path/></svg>\n"})["articles/a/index.html"]
    assert 'class="masthead masthead-centred"' in html
    assert "<svg><path/></svg>Test site</a>" in html and '<p class="tagline" dir="auto">News</p>' in html


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ('accent = "#e0b040"', "settings/low-contrast"),
        ('sans = "gone.woff2"', "settings/missing-font"),
        ('mark = "gone.svg"', "settings/missing-mark"),
        ('accent = "red"', "settings/wrong-type"),
        ("text_size = 9.0", "settings/wrong-type"),
    ],
)
def test_what_does_not_fit_is_found(line: str, code: str) -> None:
    assert codes(looking(line)) == [code]
