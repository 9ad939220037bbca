"""What spoke for each pair of stories, in shares of the score.

Knows which axis belongs to which signal. Must never know words for readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.index import Met
from backstory.library.related.profile import SIGNALS, Neighbour, Signal
from backstory.library.related.ranking import ONE, Judge
from backstory.library.related.vectors import rarity, size_step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

STEPS = 20
"""Shares are told in twentieths, so that a small change changes nothing."""
HUNDREDTH = ONE // 100
PLAIN = [[Signal(name, twentieths / STEPS) for twentieths in range(STEPS + 1)] for name in SIGNALS]
_OF_KIND = np.array([[0, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4], [6, 5, 5]], np.int64)
"""The signal of an axis, by its feature's kind and by what it is of that feature."""


class Teller:
    """Tells what spoke for pairs of an archive's stories."""

    def __init__(self, archive: Archive, judge: Judge) -> None:
        self._archive, self._judge = archive, judge
        self._rarity = rarity(archive.spread, size_step(archive.living))
        self._signal = _OF_KIND[archive.kind].ravel()
        self._at = np.full(len(archive.paths), -1, np.int16)
        self._subjects: dict[int, tuple[frozenset[tuple[int, str]], ...]] = {}

    def shares(self, one: int, others: Small, met: Met) -> NDArray[Any]:
        """Return how many twentieths each signal gave, for each of the others, in a story's list."""
        return self._shares(others, met, self._judge.near(one, others), self._judge.background(one, others))

    def shares_backward(self, one: int, others: Small, met: Met) -> NDArray[Any]:
        """Return the same for the lists of the others, in which the story is."""
        return self._shares(others, met, self._judge.near(one, others), self._judge.backed(others, one))

    def _shares(self, others: Small, met: Met, near: Ints, background: Ints) -> NDArray[Any]:
        self._at[others] = np.arange(len(others))
        at = self._at[met.slot]
        self._at[others] = -1
        ours = np.flatnonzero(at >= 0)
        places = at[ours].astype(np.int64) * len(SIGNALS) + self._signal[met.axis[ours]]
        gave = np.bincount(places, met.value[ours], minlength=len(others) * len(SIGNALS))
        gave = gave.reshape(len(others), len(SIGNALS))
        gave[:, SIGNALS.index("days")], gave[:, SIGNALS.index("background")] = near, background
        whole = np.maximum(gave.sum(axis=1), 1)
        shares: NDArray[Any] = np.rint(STEPS * gave / whole[:, None]).astype(np.uint8)
        return shares

    def tell(self, one: int, others: Small, scores: NDArray[Any], shares: NDArray[Any]) -> tuple[Neighbour, ...]:
        """Return a story's neighbours as values."""
        paths = self._archive.paths
        rows = zip(others.tolist(), scores.tolist(), shares.tolist(), strict=True)
        return tuple(
            Neighbour(paths[other], round(score / HUNDREDTH) / 100, self._signals(one, other, share))
            for other, score, share in rows
        )

    def _signals(self, one: int, other: int, share: list[int]) -> tuple[Signal, ...]:
        some = sorted([(-twentieths, n) for n, twentieths in enumerate(share) if twentieths])
        return tuple(
            [
                Signal(SIGNALS[n], -minus / STEPS, self._common(one, other, n)) if 2 <= n <= 4 else PLAIN[n][-minus]
                for minus, n in some
            ]
        )

    def _common(self, one: int, other: int, signal: int) -> tuple[str, ...]:
        """Return the subjects of a kind that two stories have, the rarest first. Signals 2 to 4 have kinds 1 to 3."""
        both = self._of(one)[signal - 2] & self._of(other)[signal - 2]
        return tuple([name for _, name in sorted(both)]) if len(both) > 1 else tuple([name for _, name in both])

    def _of(self, slot: int) -> tuple[frozenset[tuple[int, str]], ...]:
        """Return a slot's subjects, kind by kind, each with its rank: less is rarer."""
        found = self._subjects.get(slot)
        if found is None:
            begin, size = int(self._archive.begin[slot]), int(self._archive.size[slot])
            features = self._archive.feature[begin : begin + size]
            subjects = features[self._archive.kind[features] > 0].tolist()
            names, rare, kind = self._archive.features, self._rarity, self._archive.kind
            found = tuple(
                frozenset([(-int(rare[each]), names[each][1:]) for each in subjects if kind[each] == n])
                for n in (1, 2, 3)
            )
            self._subjects[slot] = found
        return found
