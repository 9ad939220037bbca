"""An incremental build equals a clean one, byte for byte, whatever was edited in whatever order."""

import os
import random

import pytest
from tests.properties.edits import START, edit
from tests.worlds import World, built, clean

EDITS = int(os.environ.get("BACKSTORY_EDITS", "500"))
SERIES = 10


Files = dict[str, bytes]
State = tuple[Files, object]


def state(world: World) -> State:
    """Return a world's files, and whatever else there is in it."""
    return dict(world.files), (world.today, world.options, dict(world.history))


def touched(before: State, now: State) -> set[str] | None:
    """Return what a watcher would tell of: files that changed, and the folders above those that came or went."""
    if before[1] != now[1]:
        return None
    names = {path for path in before[0].keys() | now[0].keys() if before[0].get(path) != now[0].get(path)}
    moved = before[0].keys() ^ now[0].keys()
    return names | {path[:at] for path in moved for at, letter in enumerate(path) if letter == "/"}


@pytest.mark.parametrize("seed", range(SERIES))
def test_incremental_equals_clean(seed: int) -> None:
    rng = random.Random(f"{os.environ.get('BACKSTORY_SEED', '')}{seed}")
    world = World(START)
    keeper = world.keeper()
    built(keeper)
    story: list[str] = []
    while len(story) < EDITS // SERIES:
        before = state(world)
        story += [edit(rng, world) for _ in range(rng.choice((1, 1, 1, 2, 3)))]
        only = touched(before, state(world)) if seed % 2 else None
        found, expected = built(keeper, only), clean(world)
        differing = [path for path in {*found[0], *expected[0]} if found[0].get(path) != expected[0].get(path)]
        assert not differing, (story, differing)
        assert found[1] == expected[1], story
