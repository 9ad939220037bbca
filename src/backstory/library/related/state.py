"""What is kept between builds: an archive, its vectors, and its lists.

Lists are kept longer than they are shown, so that few must be worked out anew when a story falls out of them. Knows
columns of numbers. Must never know how they come about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backstory.library.related.archive import Archive, grown
from backstory.library.related.copies import HASHES, apart
from backstory.library.related.index import Index
from backstory.library.related.profile import SIGNALS, Weights
from backstory.library.related.ranking import Ranked
from backstory.library.related.vectors import NOTHING

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small
    from backstory.library.related.copies import Signatures

COPIES = 8
"""So many more are looked at than are shown, of which some may be near copies."""
SPARE = 12
"""How many more than are looked at a list keeps, so that some can fall out of it."""

AT_ONCE = 1000


class State:
    """An archive with its lists. Whoever updates a state must not use the old one again.

    `slot`, `score` and `share` hold each slot's list, best first; `slot` is -1 where it ends, `share` says how much
    each signal gave, in twentieths. `floor` and `floor_order` are the score and order that all stories outside the list
    come after; the floor is -1 where there are none.
    """

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.archive = Archive()
        self.size = self.mean = 0
        self.length: NDArray[Any] = np.zeros(0)
        self.index = Index.of(np.zeros(0, np.int32), NOTHING, 0)
        self.signs: Signatures = np.zeros((0, HASHES), np.uint32)
        self.slot: NDArray[Any] = np.zeros((0, self.kept), np.int32)
        self.score: NDArray[Any] = np.zeros((0, self.kept), np.int32)
        self.share: NDArray[Any] = np.zeros((0, self.kept, len(SIGNALS)), np.uint8)
        self.floor: Ints = np.zeros(0, np.int64)
        self.floor_order: Ints = np.zeros(0, np.int64)

    @property
    def looked_at(self) -> int:
        """How many of the best are looked at for a list, some of which may be near copies."""
        return max(1, self.weights.depth) + COPIES

    @property
    def kept(self) -> int:
        """How many of the best are kept."""
        return self.looked_at + SPARE

    @property
    def axes(self) -> int:
        """How many axes a vector may have."""
        return 3 * len(self.archive.mark)

    def shown(self, slots: Small) -> list[list[int]]:
        """Return for each of some slots the places, in its list, of what is shown."""
        found: list[list[int]] = []
        for at in range(0, len(slots), AT_ONCE):
            near = self.slot[slots[at : at + AT_ONCE], : self.looked_at]
            found += apart(near, self.signs, self.weights.depth)
        return found

    def put(self, slots: Small, best: Ranked, share: NDArray[Any]) -> None:
        """Write the lists of some slots."""
        self.slot[slots] = -1
        rows = slots[best.row]
        self.slot[rows, best.place], self.score[rows, best.place] = best.slot, best.score
        self.share[rows, best.place] = share
        self.floor[slots], self.floor_order[slots] = best.floor, best.floor_order

    def grow(self) -> None:
        """Make room for the archive's slots."""
        size = len(self.archive.paths)
        more = size - len(self.floor)
        self.index = self.index.grown(size)
        self.length, self.floor = grown(self.length, size), grown(self.floor, size)
        self.floor_order = grown(self.floor_order, size)
        self.signs = np.concatenate((self.signs, np.zeros((more, HASHES), np.uint32)))
        self.slot = np.concatenate((self.slot, np.full((more, self.kept), -1, np.int32)))
        self.score = np.concatenate((self.score, np.zeros((more, self.kept), np.int32)))
        self.share = np.concatenate((self.share, np.zeros((more, self.kept, len(SIGNALS)), np.uint8)))
