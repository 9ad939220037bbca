"""What a scorer remembers of an archive: columns of plain numbers, quick to write down and to read.

Knows how profiles are laid out in columns, and how some of them are exchanged. Must never know what anything weighs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from backstory.library.related.profile import Profile

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[Any]
    Small = NDArray[Any]

N = TypeVar("N", bound=np.generic)
WORD, ABOUT, TOPIC, TAG, STORY = range(5)
"""Kinds of features."""
TITLE_COUNTS, DESCRIPTION_COUNTS = 4, 2
"""A title's word counts as much as this many in the text."""
MOST = 255
FORMS = {"brief": 1, "explainer": 2}


class Numbers(dict[str, int]):
    """The numbers of features. Asked for a new one it gives it the next number, and adds it to `names`."""

    def __init__(self, names: list[str]) -> None:
        super().__init__((name, number) for number, name in enumerate(names))
        self.names = names

    def __missing__(self, name: str) -> int:
        number = self[name] = len(self.names)
        self.names.append(name)
        return number


def named(kind: int, name: str) -> str:
    """Return the name of a feature that is no word. Words go by themselves."""
    return chr(kind) + name


class Archive:
    """All profiles of one language. A story has a slot, a feature (a stem, a subject, a story's name) a number.

    Each slot has a run of entries, `begin[slot]` to `begin[slot] + size[slot]`: `feature` numbers with their `count`
    (at most 255), and `titled` where a word stands in the title too. `link_from` and `link_to` are pairs of a slot and
    the feature that names a story. `day`, `form` and `order` (which of equals goes first) are by slot, `spread` (in how
    many stories), `kind` and `mark` (64 bits of its hash) by feature. Arrays are replaced, never changed.
    """

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.features: list[str] = []
        self.slots: dict[str, int] = {}
        self.numbers = Numbers(self.features)
        self.begin: Ints = np.zeros(0, np.int64)
        self.size: Ints = np.zeros(0, np.int64)
        self.feature: Small = np.zeros(0, np.int32)
        self.count: NDArray[Any] = np.zeros(0, np.uint8)
        self.titled: NDArray[Any] = np.zeros(0, np.uint8)
        self.link_from: Small = np.zeros(0, np.int32)
        self.link_to: Small = np.zeros(0, np.int32)
        self.day: Small = np.zeros(0, np.int32)
        self.form: NDArray[Any] = np.zeros(0, np.uint8)
        self.order: Ints = np.zeros(0, np.int64)
        self.spread: Small = np.zeros(0, np.int32)
        self.kind: NDArray[Any] = np.zeros(0, np.uint8)
        self.mark: NDArray[Any] = np.zeros(0, np.uint64)

    @property
    def living(self) -> int:
        """How many stories there are."""
        return len(self.slots)

    def put(self, changed: Mapping[str, Profile | None]) -> Small:
        """Exchange profiles (None: the story is gone). Return their slots."""
        old = np.array([self.slots[path] for path in changed if path in self.slots], np.int64)
        self._take_out(old)
        for path, profile in changed.items():
            if profile is None and path in self.slots:
                self.paths[self.slots.pop(path)] = ""
        new = {path: profile for path, profile in changed.items() if profile is not None}
        slots = np.array(self._slots(new), np.int64)
        self._put_in(slots, new)
        return np.unique(np.concatenate((old, slots))).astype(np.int32)

    def entries(self, slots: Ints | Small) -> tuple[Ints, Ints]:
        """Return for some slots, run after run, the place of each entry and which of the slots (0, 1, …) it is of."""
        sizes = self.size[slots]
        return spans(self.begin[slots], sizes), np.repeat(np.arange(len(slots)), sizes)

    def _take_out(self, slots: Ints) -> None:
        if not len(slots):
            return
        kept = np.ones(len(self.feature), bool)
        kept[self.entries(slots)[0]] = False
        self.spread = self.spread - np.bincount(self.feature[~kept], minlength=len(self.spread)).astype(np.int32)
        before = np.concatenate((np.zeros(1, np.int64), np.cumsum(kept)))
        self.begin = before[self.begin]
        self.size = self.size.copy()
        self.size[slots] = 0
        self.feature, self.count, self.titled = self.feature[kept], self.count[kept], self.titled[kept]
        stay = ~np.isin(self.link_from, slots)
        self.link_from, self.link_to = self.link_from[stay], self.link_to[stay]

    def _slots(self, paths: Iterable[str]) -> list[int]:
        """Return the slots of some paths, new ones where they have none; all columns grow to hold them."""
        free = iter([n for n, path in enumerate(self.paths) if not path])
        for path in paths:
            if path not in self.slots:
                slot = next(free, len(self.paths))
                if slot == len(self.paths):
                    self.paths.append("")
                self.paths[slot] = path
                self.slots[path] = slot
        size = len(self.paths)
        for name in ("begin", "size", "day", "form", "order"):
            setattr(self, name, grown(getattr(self, name), size))
        return [self.slots[path] for path in paths]

    def _put_in(self, slots: Ints, profiles: Mapping[str, Profile]) -> None:
        runs: list[tuple[Small, Ints, int]] = []
        links: list[tuple[int, int]] = []
        number = self.numbers.__getitem__
        for slot, (path, each) in zip(slots.tolist(), profiles.items(), strict=True):
            found = _words(each) | dict.fromkeys(_subjects(each), 1)
            feature = np.fromiter(map(number, found), np.int32, len(found))
            runs.append((feature, np.fromiter(found.values(), np.int64, len(found)), len(each.title)))
            links += [(slot, number(named(STORY, to))) for to in dict.fromkeys(each.links) if to != path]
            number(named(STORY, path))
            self.day[slot] = each.day
            self.form[slot] = FORMS.get(each.form, 0)
            self.order[slot] = -((each.day << 40) + (_hash(path) >> 24))
        self._meet_features()
        if runs:
            self._add(slots, runs)
        pairs = np.array(links, np.int32).reshape(-1, 2)
        self.link_from = np.concatenate((self.link_from, pairs[:, 0]))
        self.link_to = np.concatenate((self.link_to, pairs[:, 1]))

    def _add(self, slots: Ints, runs: list[tuple[Small, Ints, int]]) -> None:
        """Add the entries of some slots: features, counts, and how many of them, at the beginning, are of the title."""
        feature, count = np.concatenate([run[0] for run in runs]), np.concatenate([run[1] for run in runs])
        sizes, titled = (
            np.array(each, np.int64) for each in zip(*((len(run[0]), run[2]) for run in runs), strict=True)
        )
        begin = np.cumsum(sizes) - sizes
        in_title = np.zeros(len(feature), np.uint8)
        in_title[spans(begin, titled)] = 1
        self.begin[slots], self.size[slots] = begin + len(self.feature), sizes
        self.feature = np.concatenate((self.feature, feature))
        self.count = np.concatenate((self.count, np.minimum(count, MOST).astype(np.uint8)))
        self.titled = np.concatenate((self.titled, in_title))
        self.spread = self.spread + np.bincount(feature, minlength=len(self.spread)).astype(np.int32)

    def _meet_features(self) -> None:
        """Give new features their kind, mark and place among the columns."""
        known, size = len(self.kind), len(self.features)
        new = self.features[known:]
        self.kind = np.concatenate((self.kind, np.array([_kind(key) for key in new], np.uint8)))
        self.mark = np.concatenate((self.mark, np.array([_hash(key) for key in new], np.uint64)))
        self.spread = grown(self.spread, size)


def _words(each: Profile) -> dict[str, int]:
    """Return word -> weighted count, the title's words first."""
    found = {word: count * TITLE_COUNTS for word, count in each.title.items()}
    for part, times in ((each.description, DESCRIPTION_COUNTS), (each.headings, 1)):
        for word, count in part.items():
            found[word] = found.get(word, 0) + count * times
    body = found | each.body
    for word in found.keys() & each.body.keys():
        body[word] += found[word]
    return body


def _subjects(each: Profile) -> list[str]:
    kinds = ((ABOUT, each.about), (TOPIC, each.topics), (TAG, each.tags))
    return [named(kind, name) for kind, names in kinds for name in dict.fromkeys(names)]


def _kind(key: str) -> int:
    return ord(key[0]) if key[0] <= chr(STORY) else WORD


def spans(begin: Ints, sizes: Ints) -> Ints:
    """Return begin[0], begin[0] + 1, … for as many as sizes[0] says, then the same for begin[1], and so on."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    found: Ints = np.repeat(begin - (ends - sizes), sizes) + np.arange(total)
    return found


def grown(array: NDArray[N], size: int) -> NDArray[N]:
    """Return a copy of an array, longer by zeros."""
    return np.concatenate((array, np.zeros(size - len(array), array.dtype)))


def _hash(text: str) -> int:
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big")
