"""The sentence around some words."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.reading.sentences import Sentences

AROUND = [
    ("One. Two words. Three.", "words", "Two words."),
    ("One. Two words. Three.", "One", "One."),
    ("One. Two words. Three.", "Three", "Three."),
    ("On 3 Aug. they went. Home.", "they", "On 3 Aug. they went."),
    ("M. K. left. Home.", "left", "M. K. left."),
    ("Dr. Who left. Home.", "Who", "Dr. Who left."),
    ("A “word.” Then more.", "more", "Then more."),
    ("It was 3.5 per cent. More.", "cent", "It was 3.5 per cent."),
    ("What? Yes! “No.”", "Yes", "Yes!"),
    ("他走了。她来了。", "她来", "她来了。"),
    ("One. Two… three. Four", "three", "Two… three."),
    ("He left (on 2 Sept. 2021). Home.", "Home", "Home."),
]


@pytest.mark.parametrize(("text", "words", "expected"), AROUND)
def test_sentence_around_words(text: str, words: str, expected: str) -> None:
    at = text.index(words)
    assert Sentences(text).around(at, at + len(words)) == expected


def test_no_words_at_either_end_have_no_sentence() -> None:
    assert Sentences("One.").around(0, 0) == "" == Sentences("One. Two.").around(9, 9)


@given(st.text("ab .!?…\"')”»A1²_—。؟\n", max_size=40), st.integers(0, 40), st.integers(1, 5))
def test_a_sentence_holds_the_words_asked_for(text: str, start: int, size: int) -> None:
    start, end = min(start, len(text)), min(start + size, len(text))
    assert text[start:end].strip() in Sentences(text).around(start, end)
    assert re.sub(r"\s", "", Sentences(text).around(0, len(text))) == re.sub(r"\s", "", text)
