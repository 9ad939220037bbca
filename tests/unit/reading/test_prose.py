"""What changed between two versions, as a reader would say it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.reading.prose import changes, paragraphs

SAID = {
    "plain": ("One.\n\nTwo.\n", ("One.", "Two.")),
    "links": ("[words](a.md#b) and [[slug|more]] and [[slug]].\n", ("words and more and slug.",)),
    "marks": ("**bold** *it* ***both*** snake_case_name\n", ("bold it both snake_case_name",)),
    "notes": ("Text.[^a]\n\n[^a]: source:x, page 2\n", ("Text.",)),
    "lists": ("- one\n- two\n1. three\n", ("one", "two", "three")),
    "headings": ("# Big\n\n## Small\n", ("Big", "Small")),
    "blocks": ('::: qa "Who?"\nAnn.\n:::\n\n::: chart x title="y"\n', ("Who? Ann.",)),
    "events": ("It [began](event:2021-08-03){#x .major} then.\n", ("It began then.",)),
}


@pytest.mark.parametrize("name", SAID)
def test_words_without_marks(name: str) -> None:
    text, words = SAID[name]
    assert paragraphs(text) == words


def told(before: str, after: str) -> list[str]:
    marks = {"same": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    head = "---\ntitle: A\n---\n"
    found = changes(head + before, head + after)
    return ["".join(marks[piece.kind].format(piece.words) for piece in each.pieces) for each in found]


def test_words_inside_a_paragraph() -> None:
    assert told("There were 4 people here.\n", "There were 5 people here.\n") == ["There were [-4 -]{+5 +}people here."]


def test_paragraphs_that_come_and_go() -> None:
    assert told("One.\n\nTwo.\n", "One.\n\nThree!\n") == ["[-Two.-]", "{+Three!+}"]


def test_markup_alone_is_no_change() -> None:
    assert told("See [this](a.md).[^x]\n", "See **this**.\n") == []


def test_a_headline() -> None:
    found = changes("---\ntitle: A b\n---\n", "---\ntitle: A c\n---\n")
    assert [(each.about, [piece.kind for piece in each.pieces]) for each in found] == [
        ("title", ["same", "gone", "new"])
    ]


@given(st.text(max_size=300), st.text(max_size=300))
def test_nothing_raises_and_both_versions_can_be_read_from_it(before: str, after: str) -> None:
    changes(before, after)
    assert changes(before, before) == ()
