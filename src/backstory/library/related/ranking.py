"""The stories nearest to one, of all that it meets: exact, and in one order on every machine.

Knows scores as whole numbers. Must never know words, or what a score is made of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.index import Met, by_slot
from backstory.library.related.profile import Weights
from backstory.library.related.vectors import UNIT

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

ONE = UNIT * UNIT
"""The score of two stories that have the same words and nothing else."""
LEAST = ONE // 50
"""What two stories must share for one to be in the other's list."""
DAYS, BACKGROUND = 0.08, 0.05
STEP_DAYS = 16
NEAR_DAYS = 365.0
NEVER = -(2**62)


class Ranked(NamedTuple):
    """The best of those that a story meets, best first, with their scores.

    `floor` and `floor_order`: all others come after what has this score and order; the floor is -1 if there are none.
    """

    slot: Small
    score: Ints
    floor: int
    floor_order: int


class Judge:
    """Adds to what stories share how near they are in time, and whether one is the other's background."""

    def __init__(self, archive: Archive, weights: Weights) -> None:
        self._archive = archive
        steps = np.arange(1 + int(5 * NEAR_DAYS) // STEP_DAYS)
        most = ONE * DAYS * max(0.0, weights.days)
        self._days = np.rint(most * np.exp(-steps * STEP_DAYS / NEAR_DAYS)).astype(np.int64)
        self._days[-1] = 0
        self._background = round(ONE * BACKGROUND * max(0.0, weights.background))
        self._most = int(self._days[0]) + self._background

    def near(self, one: int, others: Small) -> Ints:
        """Return what nearness in time gives for a story and each of some others."""
        day, days = int(self._archive.day[one]), self._archive.day[others]
        if not day:
            return np.zeros(len(others), np.int64)
        steps = np.minimum(np.abs(days - day) // STEP_DAYS, len(self._days) - 1)
        return np.where(days > 0, self._days[steps], 0)

    def background(self, one: int, others: Small) -> Ints:
        """Return what an explainer gets in the list of a brief."""
        if self._archive.form[one] != 1:
            return np.zeros(len(others), np.int64)
        return np.where(self._archive.form[others] == 2, self._background, 0).astype(np.int64)

    def backed(self, others: Small, one: int) -> Ints:
        """Return the same for the lists of others in which `one` may be."""
        if self._archive.form[one] != 2:
            return np.zeros(len(others), np.int64)
        return np.where(self._archive.form[others] == 1, self._background, 0).astype(np.int64)

    def rank(self, one: int, met: Met, most: int) -> Ranked:
        """Return the best `most` of what a story meets."""
        shared = by_slot(met, len(self._archive.paths))
        shared[one] = 0
        found = np.flatnonzero(shared >= LEAST).astype(np.int32)
        given, many = shared[found], len(found)
        if many > most:
            near_enough = given >= np.partition(given, many - most)[many - most] - self._most
            found, given = found[near_enough], given[near_enough]
        score = given.astype(np.int64) + self.near(one, found) + self.background(one, found)
        best = in_order(score, self._archive.order[found])
        kept = best[:most]
        cut = many > most
        last_one = kept[-1] if len(kept) else 0
        floor = (int(score[last_one]), int(self._archive.order[found[last_one]])) if cut else (-1, NEVER)
        return Ranked(found[kept], score[kept], *floor)


def in_order(score: Ints, order: Ints) -> NDArray[Any]:
    """Return the places of scores, the highest first, and of equal ones as their order says."""
    return np.lexsort((order, -score))
