"""What a scorer remembers of an archive: columns of plain numbers, quick to write down and to read.

Knows how profiles are laid out in columns, and how some of them are exchanged. Must never know what anything weighs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from backstory.library.related.profile import Profile
from backstory.library.related.words import mark

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[Any]
    Small = NDArray[Any]

N = TypeVar("N", bound=np.generic)
WORD, ABOUT, TOPIC, TAG, STORY = range(5)
"""Kinds of features."""
SPARE_BITS = 3
"""Marks are looked for among those with the same first bits, of which there is one in eight, on average."""
FORMS = {"brief": 1, "explainer": 2}


def named(kind: int, name: str) -> str:
    """Return the name of a feature that is no word. Words go by themselves."""
    return chr(kind) + name


def story(path: str) -> int:
    """Return the mark of the feature that stands for a story."""
    return mark(named(STORY, path))


class Archive:
    """All profiles of one language. A story has a slot, a feature (a stem, a subject, a story) a number.

    Each slot has a run of entries, `begin[slot]` to `begin[slot] + size[slot]`: `feature` numbers with their `count`
    (a byte), the first `titled[slot]` of them words of the title. `link_from` and `link_to` are pairs of a slot and
    the feature that is a story. `own` (the story's own feature), `day`, `form` and `order` (which of equals goes first)
    are by slot, `spread` (in how many stories), `kind` and `mark` (64 bits of its hash) by feature. `names` are those
    of subjects, by feature. Arrays are replaced, never changed.
    """

    def __init__(self) -> None:
        self.paths: list[str] = []
        self.slots: dict[str, int] = {}
        self.names: dict[int, str] = {}
        self.begin: Ints = np.zeros(0, np.int64)
        self.size: Small = np.zeros(0, np.int32)
        self.titled: Small = np.zeros(0, np.int32)
        self.feature: Small = np.zeros(0, np.int32)
        self.count: NDArray[Any] = np.zeros(0, np.uint8)
        self.link_from: Small = np.zeros(0, np.int32)
        self.link_to: Small = np.zeros(0, np.int32)
        self.own: Small = np.zeros(0, np.int32)
        self.day: Small = np.zeros(0, np.int32)
        self.form: NDArray[Any] = np.zeros(0, np.uint8)
        self.order: Ints = np.zeros(0, np.int64)
        self.spread: Small = np.zeros(0, np.int32)
        self.kind: NDArray[Any] = np.zeros(0, np.uint8)
        self.mark: NDArray[Any] = np.zeros(0, np.uint64)
        self._ordered: Ints = np.zeros(0, np.int64)

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
        gone = np.sort(self.begin[slots])
        lost = np.concatenate((np.zeros(1, np.int64), np.cumsum(self.size[slots[np.argsort(self.begin[slots])]])))
        self.begin = self.begin - lost[np.searchsorted(gone, self.begin)]
        self.size, self.titled = self.size.copy(), self.titled.copy()
        self.size[slots] = self.titled[slots] = 0
        self.feature, self.count = self.feature[kept], self.count[kept]
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
        for name in ("begin", "size", "titled", "own", "day", "form", "order"):
            setattr(self, name, grown(getattr(self, name), size))
        return [self.slots[path] for path in paths]

    def found(self, marks: NDArray[Any]) -> Ints:
        """Return the numbers of features by their marks, -1 for those that are not known."""
        if len(self._ordered) != len(self.mark):
            self._ordered = np.argsort(self.mark)
        known = np.append(self.mark[self._ordered], np.uint64(2**64 - 1))
        at = _bisected(known, marks) if len(marks) > 4 * len(known) else np.searchsorted(known, marks)
        there = (known[at] == marks) & (at < len(self.mark))
        return np.where(there, np.append(self._ordered, -1)[at], -1)

    def _put_in(self, slots: Ints, profiles: Mapping[str, Profile]) -> None:
        subjects = [_subjects(each) for each in profiles.values()]
        links = [(slot, story(to)) for slot, (path, each) in zip(slots.tolist(), profiles.items(), strict=True)
                 for to in dict.fromkeys(each.links) if to != path]  # fmt: skip
        stories = [*map(story, profiles), *(to for _, to in links)]
        words = np.frombuffer(b"".join([each.words for each in profiles.values()]), "<u8")
        self._meet(words, [each for some in subjects for each in some], np.array(stories, np.uint64))
        self._write(slots, profiles, words, subjects)
        number = self.found(np.array(stories, np.uint64))
        self.own[slots] = number[: len(slots)]
        self.link_from = np.concatenate((self.link_from, np.array([slot for slot, _ in links], np.int32)))
        self.link_to = np.concatenate((self.link_to, number[len(slots) :].astype(np.int32)))

    def _meet(self, words: NDArray[Any], subjects: list[str], stories: NDArray[Any]) -> None:
        """Give new features a number, a kind and a place among the columns."""
        names = {mark(key): key for key in subjects}
        for marks, kind in ((words, WORD), (np.array([*names], np.uint64), ABOUT), (stories, STORY)):
            some = np.sort(marks)
            some = some[np.append(np.ones(1, bool), some[1:] != some[:-1])[: len(some)]]
            new = some[self.found(some) < 0]
            self.names |= {len(self.mark) + n: names[each] for n, each in enumerate(new.tolist()) if kind == ABOUT}
            kinds = [ord(names[each][0]) for each in new.tolist()] if kind == ABOUT else np.full(len(new), kind)
            self.mark = np.concatenate((self.mark, new))
            self.kind = np.concatenate((self.kind, np.array(kinds, np.uint8)))
        self.spread = grown(self.spread, len(self.mark))

    def _write(
        self, slots: Ints, profiles: Mapping[str, Profile], words: NDArray[Any], subjects: list[list[str]]
    ) -> None:
        """Fill in the columns of some slots."""
        each_of = profiles.values()
        self.titled[slots] = [each.titled for each in each_of]
        self.form[slots] = [FORMS.get(each.form, 0) for each in each_of]
        self.day[slots] = days = np.array([each.day for each in each_of], np.int64)
        self.order[slots] = -((days << 40) + np.array([mark(path) >> 24 for path in profiles], np.int64))
        sizes = np.array([len(each.counts) for each in each_of], np.int64)
        more = np.array([len(some) for some in subjects], np.int64)
        begin = np.cumsum(sizes + more) - sizes - more
        feature, count = np.zeros(int((sizes + more).sum()), np.int32), np.ones(int((sizes + more).sum()), np.uint8)
        at = spans(begin, sizes)
        feature[at] = self.found(words)
        count[at] = np.frombuffer(b"".join([each.counts for each in each_of]), np.uint8)
        marks = np.array([mark(each) for some in subjects for each in some], np.uint64)
        feature[spans(begin + sizes, more)] = self.found(marks)
        self.begin[slots], self.size[slots] = begin + len(self.feature), sizes + more
        self.feature, self.count = np.concatenate((self.feature, feature)), np.concatenate((self.count, count))
        self.spread = self.spread + np.bincount(feature, minlength=len(self.spread)).astype(np.int32)


def _bisected(known: NDArray[Any], marks: NDArray[Any]) -> Ints:
    """Return where marks stand among those that are known, in order, of which the last is the largest there can be.

    It looks from where those with the same first bits begin, for very many marks at once.
    """
    bits = len(known).bit_length() + SPARE_BITS
    shift = np.uint64(64 - bits)
    many = np.bincount((known >> shift).astype(np.int64), minlength=1 << bits)
    at: Ints = (np.cumsum(many) - many)[marks >> shift]
    before = np.flatnonzero(known[at] < marks)
    while len(before):
        at[before] += 1
        before = before[known[at[before]] < marks[before]]
    return at


def _subjects(each: Profile) -> list[str]:
    kinds = ((ABOUT, each.about), (TOPIC, each.topics), (TAG, each.tags))
    return [named(kind, name) for kind, names in kinds for name in dict.fromkeys(names)]


def spans(begin: Ints, sizes: Ints) -> Ints:
    """Return begin[0], begin[0] + 1, … for as many as sizes[0] says, then the same for begin[1], and so on."""
    ends = np.cumsum(sizes)
    total = int(ends[-1]) if len(ends) else 0
    found: Ints = np.repeat(begin - (ends - sizes), sizes) + np.arange(total)
    return found


def grown(array: NDArray[N], size: int) -> NDArray[N]:
    """Return a copy of an array, longer by zeros."""
    return np.concatenate((array, np.zeros(size - len(array), array.dtype)))
