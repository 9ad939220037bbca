import click
import pytest

from backstory.commands.findings import listed
from backstory.notes import error
from backstory.places import Place

LONG = "x" * 200 + "BAD" + "y" * 200

# The line, the column, and what stands below the finding.
CASES = [
    ("date: soon", 7, "    1 | date: soon\n              ^\n"),
    ("date: soon", 0, "    1 | date: soon\n"),
    ("\tdate: soon", 2, "    1 |  date: soon\n         ^\n"),
    ("日本: x", 5, "    1 | 日本: x\n              ^\n"),
    ("и\u0306: x", 4, "    1 | и\u0306: x\n          ^\n"),
    ("a\x1b[31mb", 6, "    1 | a\ufffd[31mb\n             ^\n"),
    ("", 1, ""),
    ("end", 4, "    1 | end\n           ^\n"),
    (LONG, 201, f"    1 | …{'x' * 40}BAD{'y' * 57}…\n{' ' * 49}^\n"),
]


@pytest.mark.parametrize("line, column, expected", CASES)
def test_the_place_is_shown_with_a_caret(line: str, column: int, expected: str) -> None:
    note = error(Place("a.md", 1, column), "a/b", "Sentence.", "Help.")
    shown = click.unstyle(listed([note], lambda path: [line]))
    head, rest = shown.split("\n", 1)
    assert head == f"{note.place}: error[a/b]: Sentence. Help."
    assert rest == expected


def test_findings_come_in_order_of_place_and_missing_lines_do_no_harm() -> None:
    places = [Place("b.md", 1), Place("a.md", 10, 1), Place("a.md", 9, 1), Place("a.md")]
    shown = listed([error(place, "a/b", "S.") for place in places], lambda path: [])
    assert [line.split(": ")[0] for line in click.unstyle(shown).splitlines()] == [
        "a.md",
        "a.md:9:1",
        "a.md:10:1",
        "b.md:1",
    ]


def test_what_an_editor_wrote_can_not_move_the_cursor() -> None:
    shown = listed([error(Place("a.md"), "a/b", 'There is no "\x1b[2J".')])
    assert "\x1b[2J" not in shown
