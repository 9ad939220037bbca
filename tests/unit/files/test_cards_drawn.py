"""Cards for social networks: sizes, lines, letters."""

import io
from pathlib import Path

import pytest
from PIL import Image
from tests.photographs import opened

import backstory
from backstory.files.pictures.cards import ROOM, SIZE, CardWords, broken, cut, draw
from backstory.files.pictures.letters import lacking, letters

FONTS = Path(backstory.__file__).parent / "theme" / "fonts"
NAMES = ("card-headline.ttf", "card-text.ttf")


def drawn(headline: str, **fields: object) -> bytes:
    words = CardWords(headline, fonts=NAMES, **fields)  # type: ignore[arg-type]
    return draw(words, lambda name: (FONTS / name).read_bytes())


def ink(data: bytes, box: tuple[int, int, int, int]) -> int:
    """Return how many points of a part of a card are dark."""
    return sum(value < 100 for value in opened(data).convert("L").crop(box).tobytes())


@pytest.mark.parametrize(
    "headline",
    [
        "",
        "Stop",
        "A headline of an ordinary length, as most are",
        "x" * 400,
        "word " * 120,
        "Мост",
        "الجسر",
        "הגשר",
        "\n",
    ],
)
def test_any_headline_makes_a_card(headline: str) -> None:
    card = opened(drawn(headline, kicker="K" * 200, brand="B" * 200, date="3 August 2021"))
    assert (card.size, card.format) == (SIZE, "PNG")


def test_no_headline_reaches_the_line_below_it() -> None:
    for headline, rtl in (("gjpqy " * 60, False), ("لماذا أُغلق الجسر ج ع ح " * 12, True)):
        assert ink(drawn(headline, rtl=rtl), (0, 514, 1200, 530)) == 0


def test_lines_begin_where_a_reader_begins() -> None:
    left, right = (60, 130, 400, 300), (800, 130, 1140, 300)
    assert ink(drawn("Stop", kicker="k"), right) == 0 < ink(drawn("Stop", kicker="k"), left)
    arabic = drawn("قف", kicker="ك", lang="ar", rtl=True)
    assert ink(arabic, left) == 0 < ink(arabic, right)


def test_arabic_letters_are_joined() -> None:
    """Joined letters are narrower than the same letters kept apart."""
    joined, apart = "بيت", "ب\u200cي\u200cت"
    assert drawn(joined, lang="ar", rtl=True) != drawn(apart, lang="ar", rtl=True)


def test_the_same_words_give_the_same_bytes() -> None:
    assert drawn("A headline", kicker="K") == drawn("A headline", kicker="K")


def test_lines_are_even_and_fit() -> None:
    assert broken("one two three four five six se", 24, len) == ["one two three", "four five six se"]
    assert broken("abcdefghij", 4, len) == ["abcd", "efgh", "ij"]
    assert broken("", 4, len) == []


def test_cut_lines_end_in_an_ellipsis() -> None:
    assert cut("a long line of words", 9, len) == "a long l…"
    assert cut("a, long", 4, len) == "a…"
    assert cut("short", ROOM, len) == "short"


@pytest.mark.parametrize("name", NAMES)
def test_the_fonts_have_the_letters_that_are_promised(name: str) -> None:
    known = letters((FONTS / name).read_bytes())
    promised = "AZaząćęłńóśźżšžųéàüß АЯаяіїєґўё ΑΩαωά ابجدپچژگی٠٩ אבתםן ԱՖաֆ აჰ 0123456789 –—“”„«»‘’…·№€"
    assert lacking(promised, known) == ""
    assert lacking("橋 a 橋", known) == "橋"


def test_what_is_no_font_has_no_letters() -> None:
    assert letters(b"") == letters(b"not a font at all, not at all") == ()
    assert Image.open(io.BytesIO(drawn("x"))).size == SIZE
