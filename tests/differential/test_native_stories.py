"""The short way through Markdown on real stories and on the archive of the benchmarks, whole and in pieces."""

import random

from hypothesis import given
from hypothesis import strategies as st
from tests.differential.texts import MANY, archive, goes_short, same, splice, stories


@given(st.integers(0, 2**32))
@MANY
def test_splices_of_stories(seed: int) -> None:
    same(splice(random.Random(seed)))


def test_all_stories() -> None:
    for text in stories():
        same(text)


def test_the_archive() -> None:
    for text in archive():
        same(text)


def test_nearly_all_stories_go_the_short_way() -> None:
    assert all(map(goes_short, archive()))
    assert sum(map(goes_short, stories())) > 0.9 * len(stories())
