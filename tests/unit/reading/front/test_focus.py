"""Focal points, as editors write them."""

import pytest

from backstory.reading.front.focus import focus_of


@pytest.mark.parametrize(
    ("words", "point"),
    [
        ("30% 40%", (30, 40)),
        ("30 40", (30, 40)),
        ("33%, 78%", (30, 80)),
        ("left", (0, 50)),
        ("Top", (50, 0)),
        ("bottom right", (100, 100)),
        ("right bottom", (100, 100)),
        ("center", (50, 50)),
        ("center top", (50, 0)),
        ("top center", (50, 0)),
        ("20% top", (20, 0)),
        ("top 20%", (20, 0)),
        ("20%", (20, 50)),
        ("", None),
        ("the tower", None),
        ("left right", None),
        ("130% 10%", None),
        ("1 2 3", None),
        ("-5 10", None),
    ],
)
def test_focus(words: str, point: tuple[int, int] | None) -> None:
    assert focus_of(words) == point
