"""For each axis the stories that have it, and how much: from vectors to the stories that they meet.

Few vectors are held against all with numpy, many with scipy, whose import costs more than a few vectors do. What is
added up are whole numbers, so both give the same. Knows vectors. Must never know what an axis stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import spans
from backstory.library.related.vectors import Vectors, begins, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

FEW = 100
"""So many vectors are held against all others with numpy."""


class Met(NamedTuple):
    """What vectors meet, row after row: row `n` meets those from `begin[n]` to `begin[n + 1]` of `slot`, in no order.

    `value` is the product of both vectors.
    """

    begin: Ints
    slot: Small
    value: Ints

    @property
    def row(self) -> Ints:
        """The row of each."""
        return np.repeat(np.arange(len(self.begin) - 1, dtype=np.int32), np.diff(self.begin))


class Index:
    """Postings in order of axis: those of axis `a` run from `begin[a]` to `begin[a + 1]`. Never changed after."""

    def __init__(self, begin: Ints, slot: Small, value: NDArray[Any]) -> None:
        self.begin, self.slot, self.value = begin, slot, value

    @classmethod
    def of(cls, slots: Small, vectors: Vectors, axes: int) -> Index:
        """Make an index of vectors, whose rows are places in `slots`."""
        if len(slots) > FEW:
            found = _matrix(vectors.begin, vectors.axis, vectors.value, axes).tocsc()
            return cls(found.indptr.astype(np.int64), slots[found.indices], found.data.astype(np.uint16))
        ordered = np.argsort(vectors.axis, kind="stable")
        row = np.repeat(np.arange(len(slots)), np.diff(vectors.begin))
        many = np.bincount(vectors.axis, minlength=axes)
        return cls(begins(many), slots[row[ordered]], vectors.value[ordered].astype(np.uint16))

    def exchanged(self, out: NDArray[Any], slots: Small, vectors: Vectors, axes: int) -> Index:
        """Return the index without the slots that `out` marks, and with vectors for `slots`."""
        kept = ~out[self.slot]
        lost = np.flatnonzero(~kept)
        begin = self.begin - np.searchsorted(lost, self.begin)
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
        places = places[np.argsort(found[places], kind="stable")]
        axis = np.searchsorted(self.begin, places, "right") - 1
        sizes = np.bincount(found[places], minlength=len(slots))
        return Vectors(begins(sizes), axis.astype(np.int32), self.value[places].astype(np.int32))


class Meeting:
    """Holds vectors against all that are in an index. `slots` is how many there are, `many` how many will be held."""

    def __init__(self, index: Index, slots: int, many: int) -> None:
        self._index, self._slots = index, slots
        self._matrix: Any = None
        if many > FEW:
            self._matrix = _matrix(index.begin, index.slot, index.value.astype(np.int64), slots)

    def meet(self, vectors: Vectors) -> Met:
        """Return what each of some vectors meets."""
        if self._matrix is None:
            return self._one_by_one(vectors)
        axes = len(self._index.begin) - 1
        found = _matrix(vectors.begin, turned(vectors.axis), vectors.value.astype(np.int64), axes) @ self._matrix
        return Met(found.indptr, found.indices, found.data)

    def _one_by_one(self, vectors: Vectors) -> Met:
        begin, found = self._index.begin, []
        axis = turned(vectors.axis)
        size = begin[axis + 1] - begin[axis]
        for start, end in zip(vectors.begin.tolist(), vectors.begin[1:].tolist(), strict=False):
            places = spans(begin[axis[start:end]], size[start:end])
            gives = self._index.value[places] * np.repeat(vectors.value[start:end].astype(np.float64), size[start:end])
            whole = np.bincount(self._index.slot[places], gives, minlength=self._slots)
            slot = np.flatnonzero(whole)
            found.append((slot, whole[slot]))
        slots = np.concatenate([np.zeros(0, np.int64), *(slot for slot, _ in found)])
        values = np.concatenate([np.zeros(0), *(value for _, value in found)])
        return Met(begins(np.array([len(slot) for slot, _ in found], np.int64)), slots, values.astype(np.int64))


def _matrix(begin: Ints, column: Small, value: NDArray[Any], columns: int) -> Any:
    """Return a matrix of scipy's, row after row."""
    from scipy.sparse import csr_array

    narrow = np.int32 if begin[-1] < 2**31 else np.int64
    parts = (value, column.astype(narrow, copy=False), begin.astype(narrow))
    return csr_array(parts, shape=(len(begin) - 1, columns))
