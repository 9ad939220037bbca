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


def signatures(archive: Archive, vectors: Vectors, rows: int) -> Signatures:
    """Return the signatures of some vectors' words, row by row; zeros for those of too few words."""
    feature = vectors.axis // 3
    words = (vectors.axis % 3 == 0) & (archive.kind[feature] == 0)
    row, mark = vectors.row[words], archive.mark[feature[words]]
    found = np.zeros((rows, HASHES), np.uint32)
    if not len(row):
        return found
    ordered = np.argsort(row, kind="stable")
    row, mark = row[ordered], mark[ordered]
    begin = np.flatnonzero(np.concatenate((np.ones(1, bool), row[1:] != row[:-1])))
    for n, factor in enumerate(FACTORS):
        mixed = ((mark ^ (mark >> np.uint64(29))) * factor) >> np.uint64(32)
        found[row[begin], n] = np.minimum.reduceat(mixed, begin).astype(np.uint32)
    found[np.bincount(row, minlength=rows) < FEWEST] = 0
    return found


def apart(slots: Small, signs: Signatures, most: int) -> list[int]:
    """Return the places of the first `most` of some slots, near copies of an earlier one after all that are none."""
    own = signs[slots]
    if not _maybe(own):
        return list(range(min(most, len(slots))))
    same: Any = np.equal(own[:, None, :], own[None, :, :])
    common: Any = same.sum(axis=2)
    known: Any = own.any(axis=1)
    alike: Any = (common >= ALIKE) & known[:, None]
    first: list[int] = []
    copies: list[int] = []
    for place in range(len(slots)):
        (copies if any(alike[place, other] for other in first) else first).append(place)
    return [*first, *copies][:most]


def grown_signatures(signs: Signatures, size: int) -> Signatures:
    """Return signatures for at least so many slots."""
    more = size - len(signs)
    return np.concatenate((signs, np.zeros((more, HASHES), np.uint32))) if more > 0 else signs.copy()


def _maybe(own: Signatures) -> bool:
    """Say whether any two of some signatures can be near copies: of any three hashes they have one in common."""
    return any(len(set(column)) < len(column) for column in own[:, : HASHES - ALIKE + 1].T.tolist())
