"""For each axis the stories that have it, and how much: from a vector to the stories it meets.

Knows vectors. Must never know what an axis stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import spans
from backstory.library.related.vectors import Vectors, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small


class Met(NamedTuple):
    """What a vector meets, in no order: slots, what each of its axes gives there, and which axis that is."""

    slot: Small
    value: NDArray[Any]
    axis: Ints


class Index:
    """Postings in order of axis: those of axis `a` run from `begin[a]` to `begin[a + 1]`. Never changed after."""

    def __init__(self, begin: Ints, slot: Small, value: NDArray[Any]) -> None:
        self.begin, self.slot, self.value = begin, slot, value

    @classmethod
    def of(cls, slots: Small, vectors: Vectors, axes: int) -> Index:
        """Make an index of vectors, whose rows are places in `slots`."""
        ordered = np.argsort(vectors.axis, kind="stable")
        many = np.bincount(vectors.axis, minlength=axes)
        begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(many)))
        slot = slots[vectors.row[ordered]].astype(np.int32)
        return cls(begin, slot, np.minimum(vectors.value[ordered], 65535).astype(np.uint16))

    def exchanged(self, out: NDArray[Any], slots: Small, vectors: Vectors, axes: int) -> Index:
        """Return the index without the slots that `out` marks, and with vectors for `slots`."""
        kept = ~out[self.slot]
        before = np.concatenate((np.zeros(1, np.int64), np.cumsum(kept)))
        begin = before[self.begin]
        begin = np.concatenate((begin, np.full(axes + 1 - len(begin), begin[-1], np.int64)))
        new = Index.of(slots, vectors, axes)
        places = np.repeat(begin[1:], np.diff(new.begin))
        slot = np.insert(self.slot[kept], places, new.slot)
        return Index(begin + new.begin, slot, np.insert(self.value[kept], places, new.value))

    def vectors(self, slots: Small, size: int) -> Vectors:
        """Return the vectors of some slots, of `size` that there are. It looks through all postings."""
        row = np.full(size, -1, np.int32)
        row[slots] = np.arange(len(slots))
        found = row[self.slot]
        places = np.flatnonzero(found >= 0)
        axis = np.searchsorted(self.begin, places, "right") - 1
        return Vectors(found[places].astype(np.int64), axis, self.value[places].astype(np.int64))

    def meet(self, axis: Ints, value: Ints) -> Met:
        """Return what a vector meets."""
        axis = turned(axis)
        begin = self.begin[axis]
        many = self.begin[axis + 1] - begin
        places = spans(begin, many)
        return Met(
            self.slot[places], self.value[places] * np.repeat(value.astype(np.float64), many), np.repeat(axis, many)
        )


def by_slot(met: Met, slots: int) -> NDArray[Any]:
    """Return for each slot the sum of what is met there. Sums of whole numbers are exact in any order."""
    return np.bincount(met.slot, met.value, minlength=slots)
