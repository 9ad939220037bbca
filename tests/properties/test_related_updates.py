"""Lists brought up to date are those of a new start, whatever came, went or changed."""

import random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import structs

from backstory.library.related.changing import update
from backstory.library.related.making import start
from backstory.library.related.profile import Profile, Weights
from backstory.library.related.storing import SIZE, blocks, dump, load
from backstory.library.related.words import counted

NAMES = [f"s{n}" for n in range(70)]
STEPS = 12


def some_words(rng: random.Random, many: int) -> str:
    """Return words of which the first are the commonest, as in any language."""
    return " ".join(f"w{int(300 * rng.random() ** 3)} " * rng.randint(1, 9) for _ in range(many))


def some_profile(rng: random.Random) -> Profile:
    return Profile(
        "en",
        *counted(
            *(some_words(rng, many) for many in (rng.randrange(4), rng.randrange(6), rng.choice((0, 3, 30, 60)))), "en"
        ),
        about=tuple({f"p{rng.randrange(9)}" for _ in range(rng.randrange(3))}),
        topics=(f"t{rng.randrange(4)}",),
        tags=tuple({f"g{rng.randrange(6)}" for _ in range(rng.randrange(2))}),
        links=tuple({rng.choice(NAMES) for _ in range(rng.choice((0, 0, 2, 4)))}),
        day=rng.choice((0, 738000 + rng.randrange(900))),
        form=rng.choice(("", "brief", "explainer")),
    )


def some_change(rng: random.Random, archive: dict[str, Profile]) -> dict[str, Profile | None]:
    """Return what happens to one or two stories: most often an edit, else a new text, a new story, or none any more."""
    change: dict[str, Profile | None] = {}
    for name in rng.choices(NAMES, k=rng.choice((0, 1, 1, 1, 2))):
        old = archive.get(name)
        if old is not None and rng.random() < 0.5:
            more = counted("", "", some_words(rng, 1), "en").words
            if more not in old.words:
                change[name] = structs.replace(old, words=old.words + more, counts=old.counts + b"\x03")
        else:
            change[name] = None if rng.random() < 0.4 else some_profile(rng)
    return change


@settings(deadline=None, max_examples=25)
@given(st.integers(0, 2**32), st.sampled_from((0, 1, 2, 30, 60)), st.integers(1, 5))
def test_updates_give_what_a_new_start_gives(seed: int, size: int, depth: int) -> None:
    with patch.dict(SIZE, {"words": 8, "vectors": 5, "lists": 3}):
        hold(seed, size, depth)


def hold(seed: int, size: int, depth: int) -> None:
    """Change an archive many times, writing it down and reading it in between, and hold it against new starts."""
    rng = random.Random(seed)
    archive, weights = {name: some_profile(rng) for name in NAMES[:size]}, Weights(depth=depth)
    state, lists = start(archive, weights)
    for _ in range(STEPS):
        change = some_change(rng, archive)
        state, told = update(load(dump(state), dict(blocks(state)).__getitem__), change)
        archive = {name: each for name, each in (archive | change).items() if each is not None}
        lists = {name: found for name, found in (lists | told).items() if found is not None}
        assert lists == start(archive, weights)[1]
