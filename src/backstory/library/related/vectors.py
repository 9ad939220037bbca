"""Stories as vectors of whole numbers: the product of two is what speaks for the pair.

Words are weighed by how often they stand in the story (to the power 0.7; those of its title to 0.8) and by how rare
they are, in steps: a factor of two in how many stories have a word is one step, so that one edit rarely changes another
story's vector. The heaviest 192 count, and the length of the vector is evened out, but not wholly (pivoted
normalization: Singhal, Buckley and Mitra, "Pivoted document length normalization", 1996). A title's words look for the
other story's text; subjects weigh by rarity; links and those who link to both are features like others (co-citation:
Small, 1973).

All that is compared is whole numbers, which are the same on every machine. Knows one archive's columns. Must never know
which stories are near.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from backstory.library.related.archive import ABOUT, TAG, TOPIC, WORD, Archive, spans
from backstory.library.related.profile import Weights

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

UNIT = 1024
"""The length of a vector of words; the product of two that are the same is the square of this."""
LARGEST = 65535
LIMITS = ((25, 192, 1500), (28, 64, 3000), (31, 64, 1000), (99, 64, 400))
"""Up to a size step (of about 4,900, 13,800 and 39,000 stories): how many of a story's heaviest words count, and in how
many stories a feature may be and still bring any two of them together."""
EVENED = 0.75
FULLY = 2.0
"""A word that stands this often in a text counts half as much as it can, for another story's title."""
THIN = 3.0
"""Shrinks co-citation where few stories link."""
LARGEST_HUB = 200
"""A story that links to more others than this says nothing of any two of them."""
SHARE = {"words": 1.0, "titles": 0.2, "about": 0.3, "topics": 0.15, "tags": 0.1, "links": 0.05, "cocited": 0.7}
SUBJECTS = {ABOUT: "about", TOPIC: "topics", TAG: "tags"}
POWERS, TITLE_POWERS = (np.array([round(64 * n**power) for n in range(256)], np.int64) for power in (0.7, 0.8))
MEANS = [round(64 * 2 ** (step / 4)) for step in range(160)]
"""The steps of a mean length: a quarter of a doubling each."""


class Vectors(NamedTuple):
    """Vectors row after row: the entries of row `n` are those from `begin[n]` to `begin[n + 1]` of `axis` and `value`.

    A feature has three axes: `3 * feature` stands for what is shared; what has `+ 1` in one story meets what has `+ 2`
    in the other: a title's word and a text's, a story and a link to it.
    """

    begin: Ints
    axis: Small
    value: Small

    def of(self, rows: Ints) -> Vectors:
        """Return some rows."""
        sizes = np.diff(self.begin)[rows]
        places = spans(self.begin[rows], sizes)
        return Vectors(begins(sizes), self.axis[places], self.value[places])

    def prints(self) -> NDArray[Any]:
        """Return a number of 64 bits for each row, the same for the same axes and values in whatever order."""
        mixed = (self.axis.astype(np.uint64) << np.uint64(16)) ^ self.value.astype(np.uint64)
        for shift, factor in ((33, 0xFF51AFD7ED558CCD), (29, 0xC4CEB9FE1A85EC53)):
            mixed = (mixed ^ (mixed >> np.uint64(shift))) * np.uint64(factor)
        sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(mixed, dtype=np.uint64)))
        return np.diff(sums[self.begin])


def begins(sizes: Ints) -> Ints:
    """Return where runs of some sizes begin, and where the last one ends."""
    return np.concatenate((np.zeros(1, np.int64), np.cumsum(sizes, dtype=np.int64)))


def joined(vectors: list[Vectors]) -> Vectors:
    """Return all rows of some vectors."""
    if not vectors:
        return NOTHING
    sizes = np.concatenate([np.diff(each.begin) for each in vectors])
    return Vectors(begins(sizes), np.concatenate([v.axis for v in vectors]), np.concatenate([v.value for v in vectors]))


NOTHING = Vectors(np.zeros(1, np.int64), np.zeros(0, np.int32), np.zeros(0, np.int32))


def size_step(living: int) -> int:
    """Return the step of an archive's size: two steps for each doubling."""
    return round(2 * math.log2(max(living, 2)))


def mean_step(lengths: NDArray[Any]) -> int:
    """Return the step of the mean of the lengths above zero."""
    some = lengths[lengths > 0]
    mean = float(np.rint(some).sum()) / max(1, len(some))
    return bisect_left(MEANS, float(mean))


def limits(size: int) -> tuple[int, int]:
    """Return how many words of a story count in an archive of a size, and how wide a feature may be."""
    return next((kept, widest) for below, kept, widest in LIMITS if size < below)


def rarity(spread: Small, size: int) -> Ints:
    """Return how much a feature of so many stories says, 3 and up; 0 if it brings no two together, or too many."""
    steps = np.frexp(np.maximum(spread, 1))[1] - 1
    says = 2 + np.maximum(1, size - 2 * steps.astype(np.int64))
    return np.where((spread >= 2) & (spread <= limits(size)[1]), says, 0)


def turned(axis: Small) -> Small:
    """Return for each axis the one that it meets in another story's vector."""
    kind = axis % 3
    met: Small = axis + np.array([0, 1, -1], np.int32)[kind]
    return met


class Words(NamedTuple):
    """The heaviest words of some slots: row, feature, place and weight of each, and the length of each slot's."""

    slots: Small
    row: Ints
    feature: Ints
    place: Ints
    weight: NDArray[Any]
    length: NDArray[Any]


class Weigher:
    """Makes vectors of an archive's stories."""

    def __init__(self, archive: Archive, weights: Weights) -> None:
        self.archive = archive
        self.size = size_step(archive.living)
        self.kept, _ = limits(self.size)
        self.rarity = rarity(archive.spread, self.size)
        self._root = {name: math.sqrt(share * max(0.0, getattr(weights, name))) for name, share in SHARE.items()}
        self._damp = 0.5 * self.size * self.size
        self._citing = Citing(archive)

    def words(self, slots: Small) -> Words:
        """Return the heaviest words of some slots, at most 4,000 of them."""
        row, feature, place, weight = self._words(slots)
        return Words(slots, row, feature, place, weight, np.sqrt(_sums(row, weight * weight, len(slots))))

    def vectors(self, words: Words, mean: int) -> Vectors:
        """Return the vectors of the slots that the words are of. `mean` is a step of the mean length."""
        slots, row, feature, place, weight, length = words
        even = (1 - EVENED) * MEANS[min(mean, len(MEANS) - 1)] + EVENED * length
        value = np.rint(weight * (UNIT * self._root["words"]) / even[row])
        sat = self.archive.count[place] / (self.archive.count[place] + FULLY)
        found = np.rint(sat * (UNIT * self._root["titles"]))
        parts = [(row, 3 * feature, value), (row, 3 * feature + 2, found), self._titles(slots)]
        parts += [self._subjects(slots, kind) for kind in SUBJECTS]
        parts += [self._links(slots), self._cocited(slots)]
        whole = (np.concatenate([part[n] for part in parts]) for n in range(3))
        return _by_row(len(slots), *whole)

    def _entries(self, slots: Small, kind: int) -> tuple[Ints, Ints, Ints]:
        """Return row, feature and place of the slots' entries of one kind that say anything."""
        place, row = self.archive.entries(slots)
        feature = self.archive.feature[place]
        said = (self.archive.kind[feature] == kind) & (self.rarity[feature] > 0)
        return row[said], feature[said].astype(np.int64), place[said]

    def _words(self, slots: Small) -> tuple[Ints, Ints, Ints, NDArray[Any]]:
        """Return row, feature, place and weight of each slot's heaviest words."""
        row, feature, place = self._entries(slots, WORD)
        titled = place < (self.archive.begin[slots] + self.archive.titled[slots])[row]
        count = self.archive.count[place]
        weight = np.where(titled, TITLE_POWERS[count], POWERS[count]) * self.rarity[feature]
        many = np.bincount(row, minlength=len(slots)).astype(np.int64)
        if len(many) and many.max() > self.kept:
            kept = _heaviest(row, weight, self.archive.mark[feature], many, self.kept)
            row, feature, place, weight = row[kept], feature[kept], place[kept], weight[kept]
        return row, feature, place, weight.astype(np.float64)

    def _titles(self, slots: Small) -> tuple[Ints, Ints, NDArray[Any]]:
        many = self.archive.titled[slots]
        row = np.repeat(np.arange(len(slots)), many)
        feature = self.archive.feature[spans(self.archive.begin[slots], many)].astype(np.int64)
        says = self.rarity[feature].astype(np.float64) ** 2
        whole = _sums(row, says, len(slots)) + self._damp
        return row, 3 * feature + 1, np.rint(says * (UNIT * self._root["titles"]) / whole[row])

    def _subjects(self, slots: Small, kind: int) -> tuple[Ints, Ints, NDArray[Any]]:
        row, feature, _ = self._entries(slots, kind)
        says = self.rarity[feature].astype(np.float64)
        length = np.sqrt(_sums(row, says * says, len(slots)) + self._damp)
        return row, 3 * feature, np.rint(says * (UNIT * self._root[SUBJECTS[kind]]) / length[row])

    def _links(self, slots: Small) -> tuple[Ints, Ints, NDArray[Any]]:
        """Each story stands for itself, and looks for those that it links to: the more, the less for each."""
        value = UNIT * self._root["links"]
        own = self.archive.own[slots].astype(np.int64)
        to, row = self._citing.links(slots)
        many = np.bincount(row, minlength=len(slots))[row]
        said = np.concatenate((np.full(len(own), value), 2 * value / np.sqrt(1 + many)))
        return np.concatenate((np.arange(len(own)), row)), np.concatenate((3 * own + 1, 3 * to + 2)), np.rint(said)

    def _cocited(self, slots: Small) -> tuple[Ints, Ints, NDArray[Any]]:
        by, row, hub, many = self._citing.citers(slots)
        value = UNIT * self._root["cocited"] / np.sqrt(np.log(2.0 + hub) * (many + THIN))
        return row, 3 * by, np.rint(value)


class Citing:
    """Who links to whom, both ways."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        where = np.full(len(archive.mark), -1, np.int64)
        alive = np.fromiter(archive.slots.values(), np.int64, len(archive.slots))
        where[archive.own[alive]] = alive
        target = where[archive.link_to]
        live = target >= 0
        self._from, self._to = archive.link_from[live].astype(np.int64), target[live]
        self._out = np.bincount(self._from, minlength=len(archive.paths))
        self._by_from, self._by_to = np.argsort(self._from, kind="stable"), np.argsort(self._to, kind="stable")

    def links(self, slots: Small) -> tuple[Ints, Ints]:
        """Return the features of the stories that each slot links to, and the row of each."""
        ordered = self._from[self._by_from]
        begin, end = np.searchsorted(ordered, slots), np.searchsorted(ordered, slots, "right")
        pairs = self._by_from[spans(begin, end - begin)]
        return self._archive.own[self._to[pairs]].astype(np.int64), np.repeat(np.arange(len(slots)), end - begin)

    def citers(self, slots: Small) -> tuple[Ints, Ints, Ints, Ints]:
        """Return who links to each slot: feature, row, to how many it links, and how many link to the row's story."""
        ordered = self._to[self._by_to]
        begin, end = np.searchsorted(ordered, slots), np.searchsorted(ordered, slots, "right")
        citer = self._from[self._by_to[spans(begin, end - begin)]]
        row = np.repeat(np.arange(len(slots)), end - begin)
        some = (self._out[citer] > 1) & (self._out[citer] <= LARGEST_HUB)
        many = np.repeat(end - begin, end - begin)
        return self._archive.own[citer[some]].astype(np.int64), row[some], self._out[citer[some]], many[some]

    def targets(self, slots: Small) -> Small:
        """Return the slots that others of some slots link to."""
        return np.unique(self._to[np.isin(self._from, slots)]).astype(np.int32)


def _by_row(rows: int, row: Ints, axis: Ints, value: NDArray[Any]) -> Vectors:
    """Return vectors of entries above zero in any order. Rows are fewer than 2**16."""
    some = np.flatnonzero(value > 0)
    row = row[some].astype(np.uint16)
    ordered = some[np.argsort(row, kind="stable")]
    sizes = np.bincount(row, minlength=rows)
    value = np.minimum(value[ordered], LARGEST)
    return Vectors(begins(sizes), axis[ordered].astype(np.int32), value.astype(np.int32))


def _sums(row: Ints, value: NDArray[Any] | Ints, rows: int) -> NDArray[Any]:
    """Return the sum of whole numbers for each row. Sums of whole numbers below 2**53 are exact in any order."""
    return np.bincount(row, value, minlength=rows)


def _heaviest(row: Ints, weight: Ints, mark: NDArray[Any], many: Ints, most: int) -> NDArray[Any]:
    """Say which entries are among the `most` heaviest of their row; of equals those with the smaller mark.

    Row, weight and mark are one number for sorting: rows are fewer than 2**12, weights less than 2**18.
    """
    key = (row.astype(np.uint64) << np.uint64(50)) | ((2**18 - weight).astype(np.uint64) << np.uint64(32))
    best = np.argsort(key | (mark >> np.uint64(32)))
    begin = np.concatenate((np.zeros(1, np.int64), np.cumsum(many)[:-1]))
    kept = np.zeros(len(row), bool)
    kept[best[np.arange(len(row)) - np.repeat(begin, many) < most]] = True
    return kept
