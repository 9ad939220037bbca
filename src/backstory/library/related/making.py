"""All lists of an archive from nothing.

Knows the order of the work. Must never know the engine, or what a score is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.copies import signatures
from backstory.library.related.index import Index, Meeting
from backstory.library.related.profile import Neighbour, Profile, Weights
from backstory.library.related.ranking import Judge
from backstory.library.related.state import State
from backstory.library.related.telling import Teller, Writer, hundredths
from backstory.library.related.vectors import Vectors, Weigher, joined, mean_step, size_step

if TYPE_CHECKING:
    from backstory.library.related.archive import Ints, Small

AT_ONCE = 1000
"""How many vectors are made at a time."""
COMING = 2500
"""How many stories are put into an archive at a time."""
ROOM = 3_000_000
"""How many pairs of stories there is room for at a time."""
Lists = dict[str, tuple[Neighbour, ...] | None]


def start(profiles: Mapping[str, Profile], weights: Weights) -> tuple[State, Lists]:
    """Return the state of an archive and all its lists: path -> neighbours, best first."""
    state = begun(profiles, weights)
    return state, told(state, living(state.archive))


def begun(profiles: Mapping[str, Profile], weights: Weights) -> State:
    """Return the state of an archive of one language."""
    return next(iter(states(profiles.items(), weights).values()), State(weights))


def states(profiles: Iterable[tuple[str, Profile]], weights: Weights) -> dict[str, State]:
    """Return language -> state. Profiles are asked for as they are needed, and few are held at a time."""
    found: dict[str, State] = {}
    coming: dict[str, dict[str, Profile]] = {}
    for path, each in profiles:
        some = coming.setdefault(each.lang, {})
        some[path] = each
        if len(some) == COMING:
            found.setdefault(each.lang, State(weights)).archive.put(coming.pop(each.lang))
    for lang, some in coming.items():
        found.setdefault(lang, State(weights)).archive.put(some)
    for _, state in sorted(found.items()):
        renew(state)
    return dict(sorted(found.items()))


def anew(state: State) -> Lists:
    """Work out everything anew from the archive's profiles, and return all lists."""
    renew(state)
    return told(state, living(state.archive))


def renew(state: State) -> None:
    """Work out everything anew from the archive's profiles."""
    archive, slots = state.archive, living(state.archive)
    state.grow()
    state.size = size_step(archive.living)
    weigher = Weigher(archive, state.weights)
    words = [weigher.words(part) for part in parts(slots)]
    state.length[:] = 0
    for each in words:
        state.length[each.slots] = each.length
    state.mean = mean_step(state.length)
    made: list[Vectors] = []
    while words:
        made.append(weigher.vectors(words.pop(0), state.mean))
    vectors = joined(made)
    made.clear()
    state.signs[slots] = signatures(archive, vectors)
    state.index = Index.of(slots, vectors, len(archive.paths))
    state.slot[:] = -1
    rank(state, slots, vectors)


def living(archive: Archive) -> Small:
    """Return the slots that hold stories."""
    return np.array(sorted(archive.slots.values()), np.int32)


def parts(slots: Small) -> Iterator[Small]:
    """Return slots some at a time."""
    return (slots[at : at + AT_ONCE] for at in range(0, len(slots), AT_ONCE))


def blocks(many: int, slots: int) -> Iterator[Ints]:
    """Return the numbers of rows, as many at a time as there is room for; `slots` is how many each can meet."""
    step = max(1, min(AT_ONCE, ROOM // max(1, slots)))
    return (np.arange(at, min(at + step, many)) for at in range(0, many, step))


def remade(state: State, slots: Small) -> Vectors:
    """Return the vectors of some slots, made anew."""
    weigher = Weigher(state.archive, state.weights)
    return joined([weigher.vectors(weigher.words(part), state.mean) for part in parts(slots)])


def rank(state: State, slots: Small, vectors: Vectors) -> None:
    """Work out the lists of some slots, of which these are the vectors."""
    size = len(state.archive.paths)
    judge, meeting = Judge(state.archive, state.weights), Meeting(state.index, state.axes, vectors)
    teller = Teller(state.archive, judge, meeting)
    for rows in blocks(len(slots), size):
        own, some = slots[rows], vectors.of(rows)
        best = judge.rank(own, meeting.meet(some), state.kept)
        state.put(own, best, teller.shares(own, some, best.row, best.slot, best.met))


def told(state: State, slots: Small) -> Lists:
    """Return the lists of some slots as they are shown."""
    return dict(tell(state, slots))


def tell(state: State, slots: Small) -> Iterator[tuple[str, tuple[Neighbour, ...]]]:
    """Return the same one after the other."""
    writer, paths = Writer(state.archive), state.archive.paths
    for part in parts(slots):
        scores = hundredths(state.score[part])
        for slot, score, shown in zip(part.tolist(), scores, state.shown(part), strict=True):
            others = state.slot[slot][shown].tolist()
            yield paths[slot], writer.write(slot, others, score[shown].tolist(), state.share[slot][shown])


def named(state: State) -> dict[str, tuple[str, ...]]:
    """Return all lists as paths alone."""
    slots, paths = living(state.archive), state.archive.paths
    lists = zip(slots.tolist(), state.shown(slots), strict=True)
    return {paths[slot]: tuple([paths[other] for other in state.slot[slot][shown].tolist()]) for slot, shown in lists}
