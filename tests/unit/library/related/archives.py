"""Archives of profiles for tests: a few words each."""

from unittest.mock import patch

import msgspec

from backstory.library.related.folder import with_depth
from backstory.library.related.making import start
from backstory.library.related.profile import Neighbour, Profile, Stored, Weights
from backstory.library.related.state import State
from backstory.library.related.storing import SIZE, blocks, dump, load
from backstory.library.related.words import counted

USUAL = Weights()
FEW = {"words": 4, "vectors": 3, "lists": 2}


def story(text: str = "", title: str = "", **more: object) -> Profile:
    """Return the profile of a text."""
    return Profile("en", *counted(title, "", text, "en"), **more)  # type: ignore[arg-type]


def lists(archive: dict[str, Profile], weights: Weights = USUAL) -> dict[str, list[str]]:
    """Return name -> names of its neighbours, best first."""
    return {name: [each.path for each in near or ()] for name, near in start(archive, weights)[1].items()}


def near(archive: dict[str, Profile], one: str, other: str, depth: int = 12) -> Neighbour | None:
    """Return what one story's list says of another."""
    found = start(archive, with_depth(USUAL, depth))[1][one] or ()
    return next((each for each in found if each.path == other), None)


def written(state: State) -> tuple[bytes, dict[tuple[str, int], bytes]]:
    """Return a state as it is written down, in blocks of few stories."""
    with patch.dict(SIZE, FEW):
        return msgspec.msgpack.encode(dump(state)), dict(blocks(state))


def read(stored: bytes, found: dict[tuple[str, int], bytes]) -> State:
    """Return a state that was written down."""
    with patch.dict(SIZE, FEW):
        return load(msgspec.msgpack.decode(stored, type=Stored), found.__getitem__)
