"""Which tellings are of one event: those that say so, and those of one day in nearly the same words.

Knows words and their stems. Must never know a document, a page, or the order of files.

Two tellings of the same days are taken for one event when most of what the shorter one says stands in the other: at
least three stems and four fifths of the shorter one's, half of the longer one's; or all of both. (The overlap
coefficient: Szymkiewicz 1934, Simpson 1943.) Figures do not count, since stories differ on them. Not when one denies
what the other says, or when each names somebody whom the other does not; never two tellings of one document.
"""

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from backstory.library.stemming import stems
from backstory.reading.dates import Day

SHARED = 3
"""How many stems two tellings share at the least, if they are not the same throughout."""
OF_SHORTER = 0.8
OF_LONGER = 0.5
_WORD = re.compile(r"[^\W\d_]\w*")
_DENIALS = frozenset({
    "not", "no", "never", "n't", "cannot", "denies", "denied", "не", "нет", "ни", "nicht", "kein", "keine", "keinen",
    "pas", "non", "nie", "nebuvo", "nėra", "لا", "لم", "ليس", "نه",
})  # fmt: skip


class Phrase(Struct, frozen=True):
    """Some words as they are compared: their stems, those of them that are names, and whether they deny something."""

    stems: frozenset[str]
    names: frozenset[str]
    denies: bool = False


class Teller(Struct, frozen=True):
    """One telling: where, of which event by its id, of which days, in which words (each of `ways` says it).

    `same_as` and `not_same_as` are ids. `key` puts tellings in order whatever the order of files.
    """

    key: tuple[str, int]
    id: str
    days: tuple[Day | None, Day | None]
    ways: tuple[str, ...]
    lang: str
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()


class Likeness(Struct, frozen=True, order=True):
    """Two events, by id, that nearly the same words tell; `size` is minus the number of stems shared."""

    size: int
    first: str
    second: str


def phrase(words: str, lang: str) -> Phrase:
    """Return some words as they are compared."""
    plain = words.replace("’", "'")
    found = {word: stem for word, stem in stems(plain, lang).items() if not stem.isdigit()}
    spoken = _WORD.findall(plain)
    capitals = sum(word[0].isupper() for word in spoken)
    titled = capitals * 2 > len(spoken) and len(spoken) > 3  # "Capitals In Headlines", or all names
    names = frozenset() if titled else frozenset(stem for word, stem in found.items() if word[0].isupper())
    denies = not _DENIALS.isdisjoint(word.lower() for word in spoken) or "n't" in plain
    return Phrase(frozenset(found.values()), names, denies)


def alike(one: Phrase, other: Phrase) -> int:
    """Return how many stems two phrases share if they nearly say the same, else 0."""
    shared = len(one.stems & other.stems)
    short, long = sorted((len(one.stems), len(other.stems)))
    same = shared == long and shared > 1
    if not same and (shared < SHARED or shared < OF_SHORTER * short or shared < OF_LONGER * long):
        return 0
    if one.denies != other.denies or (one.names - other.stems and other.names - one.stems):
        return 0
    return shared


def likenesses(tellers: Sequence[Teller]) -> tuple[Likeness, ...]:
    """Return every two events that nearly the same words tell of the same days, the likest first."""
    by_days: dict[tuple[Day | None, Day | None], list[Teller]] = defaultdict(list)
    for each in tellers:
        by_days[each.days].append(each)
    found: dict[tuple[str, str], int] = {}
    for those in by_days.values():
        for one, other, shared in _pairs(those):
            ids = (min(one.id, other.id), max(one.id, other.id))
            found[ids] = max(found.get(ids, 0), shared)
    return tuple(sorted(Likeness(-shared, *ids) for ids, shared in found.items()))


def _pairs(those: Sequence[Teller]) -> Iterator[tuple[Teller, Teller, int]]:
    """Yield the tellings of one day that are alike. Only those that share one of their rarest stems are compared.

    Of the shorter one's `n` stems at most a fifth may be missing, so that one of any `n - ceil(4n/5) + 1` is shared.
    (Prefix filtering: Chaudhuri and others, "A primitive operator for similarity joins", 2006.)
    """
    if len({each.key[0] for each in those}) < 2:
        return
    every = [tuple(phrase(words, each.lang) for words in each.ways) for each in those]
    having: dict[str, list[int]] = defaultdict(list)
    for n, phrases in enumerate(every):
        for stem in frozenset[str]().union(*(each.stems for each in phrases)):
            having[stem].append(n)
    for n, phrases in enumerate(every):
        near = {m for each in phrases for stem in _rarest(each, having) for m in having[stem]} - {n}
        for m in sorted(near):
            one, other = those[n], those[m]
            if one.id == other.id or one.key[0] == other.key[0]:
                continue
            shared = max((alike(first, second) for first in phrases for second in every[m]), default=0)
            if shared:
                yield one, other, shared


def _rarest(words: Phrase, having: Mapping[str, list[int]]) -> list[str]:
    size = len(words.stems)
    enough = size - math.ceil(OF_SHORTER * size) + 1
    return sorted(words.stems, key=lambda stem: (len(having[stem]), stem))[:enough]


class Claim(Struct, frozen=True, order=True):
    """An id that a telling names under `same_as` or `not_same_as`, and that nobody tells."""

    key: tuple[str, int]
    option: str
    id: str


class Groups(Struct, frozen=True):
    """Which ids are one event: id -> the first id of its event.

    `taken` are the likenesses by which some became one, `spots` where their ids are told first; `unknown` are ids that
    lead nowhere.
    """

    first: dict[str, str]
    taken: tuple[Likeness, ...]
    spots: dict[str, tuple[str, int]]
    unknown: tuple[Claim, ...]


def groups(tellers: Sequence[Teller]) -> Groups:
    """Put ids together: those that `same_as` joins, then those that are alike, the likest first.

    What `not_same_as` keeps apart, and two events that one document tells, never become one by likeness, not even by
    way of a third. The outcome does not depend on the order of the tellings.
    """
    near = likenesses(tellers)
    joined = _Joined(tellers, {id for each in near for id in (each.first, each.second)})
    for each in sorted((each for each in tellers if each.same_as), key=lambda each: each.key):
        for id in each.same_as:
            joined.join(each.id, id)
    taken = tuple(each for each in near if joined.may_join(each.first, each.second))
    first = {id: joined.root(id) for id in joined.parents}
    wanted = {id for each in taken for id in (each.first, each.second)}
    spots: dict[str, tuple[str, int]] = {}
    for each in tellers:
        if each.id in wanted:
            spots[each.id] = min(each.key, spots.get(each.id, each.key))
    return Groups(first, taken, spots, tuple(_unknown(tellers, first)))


def _unknown(tellers: Sequence[Teller], known: Mapping[str, str]) -> list[Claim]:
    claims = [Claim(each.key, "same_as", id) for each in tellers for id in each.same_as if id not in known]
    claims += [Claim(each.key, "not_same_as", id) for each in tellers for id in each.not_same_as if id not in known]
    return sorted(claims)


class _Joined:
    def __init__(self, tellers: Sequence[Teller], near: set[str]) -> None:
        self.parents = {each.id: each.id for each in tellers}
        self.members: dict[str, set[str]] = {}
        """Of the first id of an event that has several: all of them."""
        self.paths: dict[str, set[str]] = defaultdict(set)
        """Who tells an event that may become one with another."""
        asked = {id for each in tellers if each.same_as for id in (each.id, *each.same_as)}
        for each in tellers:
            if each.id in near or each.id in asked:
                self.paths[each.id].add(each.key[0])
        self.apart = {frozenset((each.id, other)) for each in tellers for other in each.not_same_as}

    def root(self, id: str) -> str:
        while self.parents[id] != id:
            self.parents[id] = self.parents[self.parents[id]]
            id = self.parents[id]
        return id

    def join(self, one: str, other: str) -> None:
        if one not in self.parents or other not in self.parents:
            return
        first, second = sorted((self.root(one), self.root(other)))
        if first != second:
            self.parents[second] = first
            self.members[first] = self._members(first) | self._members(second)

    def _members(self, id: str) -> set[str]:
        return self.members.get(id) or {id}

    def may_join(self, one: str, other: str) -> bool:
        """Join two ids unless something keeps their events apart; say whether they became one by it."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        mine, theirs = self._members(first), self._members(second)
        if any(frozenset((a, b)) in self.apart for a in mine for b in theirs):
            return False
        if any(self.paths[a] & self.paths[b] for a in mine for b in theirs):
            return False
        self.join(one, other)
        return True
