"""The stories nearest to some, of all that they meet: exact, and in one order on every machine.

Knows scores as whole numbers. Must never know words, or what a score is made of.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.index import Met
from backstory.library.related.profile import Weights
from backstory.library.related.vectors import UNIT, begins

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
    """The best of those that some stories meet, row after row, best first: row, place in its list, slot, score.

    `met` is what the pair shares, without nearness in time and background. `floor` and `floor_order`, by row: all
    others come after what has this score and order; the floor is -1 if there are none.
    """

    row: Ints
    place: Ints
    slot: Small
    score: Ints
    met: Ints
    floor: Ints
    floor_order: Ints


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

    def near(self, ones: Small, others: Small) -> Ints:
        """Return what nearness in time gives for each of some pairs."""
        day = self._archive.day
        one, other = day[ones], day[others]
        steps = np.minimum(np.abs(one - other) // STEP_DAYS, len(self._days) - 1)
        return np.where((one > 0) & (other > 0), self._days[steps], 0)

    def background(self, ones: Small, others: Small) -> Ints:
        """Return what an explainer gets in the list of a brief."""
        form = self._archive.form
        return np.where((form[ones] == 1) & (form[others] == 2), self._background, 0).astype(np.int64)

    def added(self, ones: Small, others: Small) -> Ints:
        """Return both, in the lists of `ones`."""
        return self.near(ones, others) + self.background(ones, others)

    def rank(self, slots: Small, met: Met, most: int) -> Ranked:
        """Return for each of some slots the best `most` of what it meets."""
        given = np.where(met.slot == np.repeat(slots, np.diff(met.begin)), 0, met.value)
        many, cuts = _cuts(given, met.begin, most, LEAST)
        enough = np.flatnonzero(given >= np.repeat(np.maximum(cuts - self._most, LEAST), np.diff(met.begin)))
        row, slot, given = met.row[enough], met.slot[enough], given[enough]
        score = given + self.added(slots[row], slot)
        left = begins(np.bincount(row, minlength=len(slots)))
        best = np.flatnonzero(score >= _cuts(score, left, most, LEAST)[1][row])
        row, slot, given, score = row[best], slot[best], given[best], score[best]
        ordered = in_order(score, self._archive.order[slot], row)
        place = _places(row, len(slots))
        kept = ordered[place < most]
        row, place, slot, score, given = row[kept], place[place < most], slot[kept], score[kept], given[kept]
        floor, order = np.full(len(slots), -1, np.int64), np.full(len(slots), NEVER, np.int64)
        last = np.flatnonzero((place == most - 1) & (many[row] > most))
        floor[row[last]], order[row[last]] = score[last], self._archive.order[slot[last]]
        return Ranked(row, place, slot.astype(np.int32), score, given, floor, order)


def _cuts(given: Ints, begin: Ints, most: int, least: int) -> tuple[Ints, Ints]:
    """Return how many of each row are `least` or more, and the last of its best `most`, 0 where it has no more."""
    many, cuts = np.zeros(len(begin) - 1, np.int64), np.zeros(len(begin) - 1, np.int64)
    enough = given >= least
    for row, (start, end) in enumerate(itertools.pairwise(begin.tolist())):
        many[row] = np.count_nonzero(enough[start:end])
        if many[row] > most:
            cuts[row] = np.partition(given[start:end], end - start - most)[end - start - most]
    return many, cuts


def _places(row: Ints, rows: int) -> Ints:
    """Return 0, 1, … for the entries of each row; rows are in order."""
    begin = begins(np.bincount(row, minlength=rows))
    return np.arange(len(row)) - begin[row]


def in_order(score: Ints, order: Ints, row: Ints | None = None) -> NDArray[Any]:
    """Return the places of scores, row by row, the highest first, and of equal ones as their order says."""
    return np.lexsort((order, -score) if row is None else (order, -score, row))
