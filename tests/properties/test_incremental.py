"""An incremental build equals a clean one, byte for byte, whatever was edited in whatever order."""

import os
import random

import pytest
from tests.properties.edits import START, edit
from tests.worlds import World, built, clean

EDITS = int(os.environ.get("BACKSTORY_EDITS", "500"))
SERIES = 10


@pytest.mark.parametrize("seed", range(SERIES))
def test_incremental_equals_clean(seed: int) -> None:
    rng = random.Random(f"{os.environ.get('BACKSTORY_SEED', '')}{seed}")
    world = World(START)
    keeper = world.keeper()
    built(keeper)
    story: list[str] = []
    while len(story) < EDITS // SERIES:
        story += [edit(rng, world) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
        found, expected = built(keeper), clean(world)
        differing = [path for path in {*found[0], *expected[0]} if found[0].get(path) != expected[0].get(path)]
        assert not differing, (story, differing)
        assert found[1] == expected[1], story
