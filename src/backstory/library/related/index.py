"""All stories' vectors, and whom they meet.

Few vectors are held against all with numpy, many with scipy, whose import costs more than a few vectors do. What is
added up are whole numbers, so both give the same. Knows vectors. Must never know what an axis stands for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import grown, spans
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
    """The vectors of all slots, row after row; a slot without a story has none. Never changed after."""

    def __init__(self, sizes: Ints, axis: Small, value: NDArray[Any]) -> None:
        self.sizes, self.begin, self.axis, self.value = sizes, begins(sizes), axis, value

    @classmethod
    def of(cls, slots: Small, vectors: Vectors, size: int) -> Index:
        """Make an index of vectors, whose rows are places in `slots`, which are in order, of `size` that there are."""
        sizes = np.zeros(size, np.int64)
        sizes[slots] = np.diff(vectors.begin)
        return cls(sizes, vectors.axis, vectors.value.astype(np.uint16))

    def grown(self, size: int) -> Index:
        """Return the index with room for more slots, `size` in all."""
        return Index(grown(self.sizes, size), self.axis, self.value)

    def exchanged(self, out: NDArray[Any], slots: Small, vectors: Vectors) -> Index:
        """Return the index without the slots that `out` marks, and with vectors for `slots`, which are in order."""
        sizes = self.sizes.copy()
        kept = np.repeat(~out, sizes)
        sizes[out] = 0
        many = np.diff(vectors.begin)
        places = np.repeat(begins(sizes)[slots], many)
        sizes[slots] = many
        axis = np.insert(self.axis[kept], places, vectors.axis)
        return Index(sizes, axis, np.insert(self.value[kept], places, vectors.value.astype(np.uint16)))

    def vectors(self, slots: Small) -> Vectors:
        """Return the vectors of some slots."""
        found = Vectors(self.begin, self.axis, self.value).of(slots.astype(np.int64))
        return Vectors(found.begin, found.axis, found.value.astype(np.int32))


class Meeting:
    """Holds vectors against all that are in an index. `vectors` are those that will be held; there are `axes` axes."""

    def __init__(self, index: Index, axes: int, vectors: Vectors) -> None:
        self._slots = len(index.sizes)
        self._matrix: Any = None
        if len(vectors.begin) - 1 > FEW:
            rows = _matrix(index.begin, index.axis, index.value.astype(np.int64), axes)
            self._axes, self._matrix = axes, rows.T.tocsr()
            return
        wanted = np.zeros(axes, bool)
        wanted[turned(vectors.axis)] = True
        places = np.flatnonzero(wanted[index.axis])
        places = places[np.argsort(index.axis[places], kind="stable")]
        self._begin = begins(np.bincount(index.axis[places], minlength=axes))
        self._slot = np.searchsorted(index.begin, places, "right") - 1
        self._value = index.value[places]

    def meet(self, vectors: Vectors) -> Met:
        """Return what each of some vectors meets."""
        if self._matrix is None:
            return self._one_by_one(vectors)
        found = _matrix(vectors.begin, turned(vectors.axis), vectors.value.astype(np.int64), self._axes) @ self._matrix
        return Met(found.indptr, found.indices, found.data)

    def _one_by_one(self, vectors: Vectors) -> Met:
        begin, found = self._begin, []
        axis = turned(vectors.axis)
        size = begin[axis + 1] - begin[axis]
        for start, end in zip(vectors.begin.tolist(), vectors.begin[1:].tolist(), strict=False):
            places = spans(begin[axis[start:end]], size[start:end])
            gives = self._value[places] * np.repeat(vectors.value[start:end].astype(np.float64), size[start:end])
            whole = np.bincount(self._slot[places], gives, minlength=self._slots)
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
