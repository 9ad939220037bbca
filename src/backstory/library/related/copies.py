"""Near copies: stories that say nearly the same in nearly the same words.

A few smallest hashes of a story's heaviest words stand for all of them (min-wise hashing: Broder, "On the resemblance
and containment of documents", 1997). Knows signatures. Must never know what the words are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.vectors import Vectors

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Small

    Signatures = NDArray[Any]

HASHES = 8
ALIKE = 6
"""How many hashes two near copies have in common. Of pairs that share half of their words one in seven has so many."""
FEWEST = 8
"""A story of fewer different words than this is nobody's copy: too little is known of it."""
FACTORS = np.array([0x9E3779B97F4A7C15 + 2 * n * 0xBF58476D1CE4E5B9 & (2**64 - 1) for n in range(HASHES)], np.uint64)


def signatures(archive: Archive, vectors: Vectors) -> Signatures:
    """Return the signatures of some vectors' words, row by row; zeros for those of too few words."""
    feature = vectors.axis // 3
    words = np.flatnonzero((vectors.axis == 3 * feature) & (archive.kind[feature] == 0))
    begin = np.searchsorted(words, vectors.begin)
    mark = archive.mark[feature[words]]
    found = np.zeros((len(begin) - 1, HASHES), np.uint32)
    many = np.diff(begin)
    enough = np.flatnonzero(many >= FEWEST)
    if not len(enough):
        return found
    mark = np.append(mark ^ (mark >> np.uint64(29)), np.uint64(0))
    for n, factor in enumerate(FACTORS):
        mixed = (mark * factor) >> np.uint64(32)
        mixed[-1] = 2**32 - 1
        found[enough, n] = np.minimum.reduceat(mixed, begin[:-1])[enough]
    return found


def apart(slots: Small, signs: Signatures, most: int) -> list[list[int]]:
    """Return for each row of slots, -1 where it ends, the places of the first `most` to show.

    Near copies of an earlier one come after all that are none.
    """
    own = signs[slots]
    own[slots < 0] = 0
    many = np.minimum((slots >= 0).sum(axis=1), most).tolist()
    whole = [list(range(each)) for each in range(most + 1)]
    found = [whole[each] for each in many]
    rows = np.flatnonzero(_maybe(own))
    alike = _alike(own[rows])
    for row, pairs in zip(rows.tolist(), alike, strict=True):
        if pairs.any():
            found[row] = _parted(pairs[: int((slots[row] >= 0).sum())].tolist(), most)
    return found


def _alike(own: Signatures) -> NDArray[Any]:
    """Say for each row of signatures which are near copies of which before them."""
    common = np.zeros((len(own), own.shape[1], own.shape[1]), np.uint8)
    for n in range(HASHES):
        common += own[:, :, None, n] == own[:, None, :, n]
    known: Any = own.any(axis=2)
    earlier = np.tri(own.shape[1], k=-1, dtype=bool)
    found: NDArray[Any] = (common >= ALIKE) & known[:, :, None] & earlier
    return found


def _parted(alike: list[list[bool]], most: int) -> list[int]:
    first: list[int] = []
    copies: list[int] = []
    for place, row in enumerate(alike):
        (copies if any(row[other] for other in first) else first).append(place)
    return [*first, *copies][:most]


def _maybe(own: Signatures) -> NDArray[Any]:
    """Say for each row whether any two can be near copies: of any three hashes they have one in common."""
    ordered: Any = np.sort(own[:, :, : HASHES - ALIKE + 1], axis=1)
    same: Any = (ordered[:, 1:] == ordered[:, :-1]) & (ordered[:, 1:] > 0)
    found: NDArray[Any] = same.any(axis=(1, 2))
    return found
