"""What a new process makes of what an earlier one remembered equals a clean build, byte for byte."""

import os
import random
from pathlib import Path

import pytest
from tests.properties.edits import START, edit
from tests.worlds import World, built, clean

from backstory.building import keeper as module

EDITS = int(os.environ.get("BACKSTORY_EDITS", "300"))
SERIES = 6


@pytest.mark.parametrize("seed", range(SERIES))
def test_a_new_process_equals_clean(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if seed % 2:  # so little memory that answers leave it all the time
        monkeypatch.setattr(module, "ROOM", 40)
    rng = random.Random(f"processes {os.environ.get('BACKSTORY_SEED', '')}{seed}")
    world, memory = World(START), tmp_path / "memory.db"
    story: list[str] = []
    while len(story) < EDITS // SERIES:
        story += [edit(rng, world) for _ in range(rng.choice((0, 1, 1, 1, 2, 3)))]
        keeper = world.keeper(memory)
        found, expected = built(keeper), clean(world)
        keeper.close()
        differing = [path for path in {*found[0], *expected[0]} if found[0].get(path) != expected[0].get(path)]
        assert not differing, (story, differing)
        assert found[1] == expected[1], story
