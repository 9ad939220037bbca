"""What spoke for each pair of stories, in shares of the score.

Knows which axis belongs to which signal. Must never know words for readers.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from backstory.library.related.archive import Archive
from backstory.library.related.index import Meeting, Met
from backstory.library.related.profile import SIGNALS, Neighbour, Signal
from backstory.library.related.ranking import ONE, Judge
from backstory.library.related.vectors import Vectors, rarity, size_step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

STEPS = 20
"""Shares are told in twentieths, so that a small change changes nothing."""
HUNDREDTH = ONE // 100
OF_KIND = np.array([[0, 1, 1], [2, 2, 2], [3, 3, 3], [4, 4, 4], [6, 5, 5]], np.int64)
"""The signal of an axis, by its feature's kind and by what it is of that feature."""
WORDS, DAYS, BACKGROUND = (SIGNALS.index(name) for name in ("words", "days", "background"))
PAIRS = ((1, 2), (3, 4), (5, 6))
"""Signals that are looked at two at a time, the second in the upper half of a number."""
HALF = 32


class Teller:
    """Tells what spoke for pairs of an archive's stories."""

    def __init__(self, archive: Archive, judge: Judge, meeting: Meeting) -> None:
        self._archive, self._judge, self._meeting = archive, judge, meeting
        self._signal = OF_KIND[archive.kind].ravel()

    def shares(self, slots: Small, vectors: Vectors, row: Ints, other: Small, met: Ints) -> NDArray[Any]:
        """Return how many twentieths each signal gave, for pairs of a row and another story, in the row's list.

        `met` is what a pair shares in all.
        """
        one = slots[row]
        return self._shares(vectors, row, other, met, self._judge.near(one, other), self._judge.background(one, other))

    def shares_backward(self, slots: Small, vectors: Vectors, row: Ints, other: Small, met: Ints) -> NDArray[Any]:
        """Return the same for the lists of the others, in which the rows' stories are."""
        one = slots[row]
        return self._shares(vectors, row, other, met, self._judge.near(one, other), self._judge.background(other, one))

    def _shares(
        self, vectors: Vectors, row: Ints, other: Small, met: Ints, near: Ints, background: Ints
    ) -> NDArray[Any]:
        gave = np.zeros((len(row), len(SIGNALS)), np.int64)
        for low, high in PAIRS:
            both = self._of_pair(vectors, low, high, row, other)
            gave[:, low], gave[:, high] = both & (2**HALF - 1), both >> HALF
        gave[:, WORDS] = met - gave.sum(axis=1)
        gave[:, DAYS], gave[:, BACKGROUND] = near, background
        whole = np.maximum(gave.sum(axis=1), 1)
        shares: NDArray[Any] = np.rint(STEPS * gave / whole[:, None]).astype(np.uint8)
        return shares

    def _of_pair(self, vectors: Vectors, low: int, high: int, row: Ints, other: Small) -> Ints:
        """Return what two signals gave for pairs of a row and another story, in one number."""
        signal = self._signal[vectors.axis]
        some = np.flatnonzero((signal == low) | (signal == high))
        if not len(some):
            return np.zeros(len(row), np.int64)
        value = vectors.value[some].astype(np.int64) << (HALF * (signal[some] == high))
        met = self._meeting.meet(Vectors(np.searchsorted(some, vectors.begin), vectors.axis[some], value))
        return _picked(met, row, other, len(self._archive.paths))


def _picked(met: Met, row: Ints, other: Small, size: int) -> Ints:
    """Return what is met for pairs of a row and another story; 0 for those that do not meet."""
    rows = len(met.begin) - 1
    place = np.zeros(rows * size, np.int32)
    place[row.astype(np.int64) * size + other] = np.arange(1, len(row) + 1)
    found = np.zeros(1 + len(row), np.int64)
    found[place[met.row * np.int64(size) + met.slot]] = met.value
    return found[1:]


class Writer:
    """Writes lists as values."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._rarity = rarity(archive.spread, size_step(archive.living))
        self._subjects: dict[int, tuple[frozenset[tuple[int, str]], ...]] = {}
        self._signals: dict[bytes, list[tuple[Signal, int]]] = {}

    def write(self, one: int, others: list[int], scores: list[int], shares: NDArray[Any]) -> tuple[Neighbour, ...]:
        """Return a story's neighbours."""
        rows, paths = zip(others, scores, map(bytes, shares), strict=True), self._archive.paths
        return tuple(
            [Neighbour(paths[other], score / 100, self._said(one, other, share)) for other, score, share in rows]
        )

    def _said(self, one: int, other: int, share: bytes) -> tuple[Signal, ...]:
        """Return the signals of some shares, with the subjects that two stories have of each kind."""
        signals = self._signals.get(share) or self._signals_of(share)
        if not (share[2] or share[3] or share[4]):
            return tuple([signal for signal, _ in signals])
        ours, theirs = self._subjects.get(one) or self._of(one), self._subjects.get(other) or self._of(other)
        return tuple(
            [
                Signal(signal.name, signal.share, _names(ours[kind] & theirs[kind])) if kind >= 0 else signal
                for signal, kind in signals
            ]
        )

    def _signals_of(self, share: bytes) -> list[tuple[Signal, int]]:
        """Return the signals of some shares without subjects, each with the kind of its subjects, -1 for none."""
        some = sorted([(-twentieths, n) for n, twentieths in enumerate(share) if twentieths])
        found = [(Signal(SIGNALS[n], -minus / STEPS), n - 2 if 2 <= n <= 4 else -1) for minus, n in some]
        self._signals[share] = found
        return found

    def _of(self, slot: int) -> tuple[frozenset[tuple[int, str]], ...]:
        """Return a slot's subjects, kind by kind, each with its rank: less is rarer. They are kept."""
        begin, size = int(self._archive.begin[slot]), int(self._archive.size[slot])
        features = self._archive.feature[begin : begin + size]
        subjects = features[self._archive.kind[features] > 0].tolist()
        names, rare, kind = self._archive.names, self._rarity, self._archive.kind
        found = tuple(
            frozenset([(-int(rare[each]), names[each][1:]) for each in subjects if kind[each] == n]) for n in (1, 2, 3)
        )
        self._subjects[slot] = found
        return found


def _names(common: frozenset[tuple[int, str]]) -> tuple[str, ...]:
    if len(common) == 1:
        ((_, name),) = common
        return (name,)
    return tuple([name for _, name in sorted(common)])


def hundredths(score: Small) -> Small:
    """Return scores in hundredths."""
    return np.rint(score / HUNDREDTH).astype(np.int64)
