"""All lists of an archive from nothing.

Knows the order of the work. Must never know the engine, or what a score is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.copies import signatures
from backstory.library.related.index import Index
from backstory.library.related.profile import Neighbour, Profile, Weights
from backstory.library.related.ranking import Judge
from backstory.library.related.state import State
from backstory.library.related.telling import Teller
from backstory.library.related.vectors import NOTHING, Vectors, Weigher, mean_step, size_step

if TYPE_CHECKING:
    from backstory.library.related.archive import Small

AT_ONCE = 1000
"""How many vectors are made at a time."""
Lists = dict[str, tuple[Neighbour, ...] | None]


def start(profiles: Mapping[str, Profile], weights: Weights) -> tuple[State, Lists]:
    """Return the state of an archive and all its lists: path -> neighbours, best first."""
    state = State(weights)
    state.archive.put(profiles)
    return state, anew(state)


def anew(state: State) -> Lists:
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
    made: list[tuple[Small, Vectors]] = []
    while words:
        made.append((words[0].slots, weigher.vectors(words.pop(0), state.mean)))
    for part, vectors in made:
        state.signs[part] = signatures(archive, vectors, len(part))
    state.index = Index.of(slots, joined([vectors for _, vectors in made]), 3 * len(archive.features))
    state.slot[:] = -1
    return _listed(state, made)


def living(archive: Archive) -> Small:
    """Return the slots that hold stories."""
    return np.array(sorted(archive.slots.values()), np.int32)


def parts(slots: Small) -> Iterator[Small]:
    """Return slots some at a time."""
    return (slots[at : at + AT_ONCE] for at in range(0, len(slots), AT_ONCE))


def joined(vectors: list[Vectors]) -> Vectors:
    """Return vectors as one, the rows of each part counted on from those of the one before."""
    if not vectors:
        return NOTHING
    row = np.concatenate([each.row + n * AT_ONCE for n, each in enumerate(vectors)])
    return Vectors(row, np.concatenate([v.axis for v in vectors]), np.concatenate([v.value for v in vectors]))


def ranked(state: State, slots: Small) -> Lists:
    """Work out the lists of some slots anew, and return them."""
    weigher = Weigher(state.archive, state.weights)
    return _listed(state, ((part, weigher.vectors(weigher.words(part), state.mean)) for part in parts(slots)))


def _listed(state: State, made: Iterable[tuple[Small, Vectors]]) -> Lists:
    archive, judge = state.archive, Judge(state.archive, state.weights)
    teller = Teller(archive, judge)
    lists: Lists = {}
    for part, vectors in made:
        for slot, axis, value in vectors.each(part):
            met = state.index.meet(axis, value)
            best = judge.rank(slot, met, state.kept)
            state.put(slot, best.slot, best.score, teller.shares(slot, best.slot, met))
            state.floor[slot], state.floor_order[slot] = best.floor, best.floor_order
            lists[archive.paths[slot]] = told(state, teller, slot)
    return lists


def told(state: State, teller: Teller, slot: int) -> tuple[Neighbour, ...]:
    """Return a slot's list as it is shown."""
    shown = state.shown(slot)
    return teller.tell(slot, state.slot[slot][shown], state.score[slot][shown], state.share[slot][shown])
