"""What all members of a set say together, asked for by key, and kept up to date by what one of them changes.

A query that reads every document must look at every document again when one has changed. A gathering says the same
thing in a way that can be kept up to date: `members` lists names, `each` says something of each, and a pure `fold`
makes answers by key of what they said. When one of them says something else, the fold gets what it said before and
what it says now, and returns the answers that are others by it. (The difference of a group-by and its input's
difference: Budiu and others, "DBSP: Automatic incremental view maintenance", 2023, section 3.)

Knows what a gathering is. Must never know what is gathered, or when.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from typing import Any, Generic, TypeVar

from backstory.engine.keys import P, Query, Question

A = TypeVar("A")
"""An answer's type."""
S = TypeVar("S")
"""A state's type."""
W = TypeVar("W")
"""The type of what a member says."""
Item = TypeVar("Item")
Spot = tuple[Hashable, ...]
"""A key: the arguments with which a gathering is asked."""
Changes = Mapping[str, tuple[W | None, W | None]]
"""Member -> what it said before and what it says now; None where it was not, or is no more, a member."""
Fold = Callable[[S | None, Changes[W], Any, Callable[[Spot], A]], tuple[S | None, Mapping[Spot, A]]]
"""`fold(state, changes, options, known)` returns the new state and the answers that are not what `known(key)` says.

Without a state (or, for folds that have none, at the first time) every member is among the changes. Folding in changes
must give what folding in all members anew would give, whatever the order in which they came about.
"""


class Whole(Question[[], Any], Generic[S]):
    """All of a gathering: its state. Only the engine asks for it."""

    __slots__ = ("each", "fold", "members", "options", "parts", "state")
    kept = True

    def __init__(
        self,
        name: str,
        members: Question[[], tuple[str, ...]],
        each: Query[[str], Any],
        fold: Fold[Any, Any, Any],
        options: Query[[], Any] | None,
        state: Any,
    ) -> None:
        super().__init__(f"{name}:whole", f"what is gathered for {name}")
        self.members = members
        self.each = each
        self.fold = fold
        self.options = options
        self.state = state
        self.parts: Gathering[Any, Any]

    def shape(self) -> Any:
        """Return the state's type."""
        return self.state


class Gathering(Question[P, A]):
    """A question answered by a gathering, key by key. A key of which no member says anything has the answer `empty`."""

    __slots__ = ("answer", "empty", "whole")
    kept = True

    def __init__(self, name: str, label: str, whole: Whole[Any], answer: Any, empty: A) -> None:
        super().__init__(name, label)
        self.whole = whole
        self.answer = answer
        self.empty = empty
        whole.parts = self

    def shape(self) -> Any:
        """Return the answers' type."""
        return self.answer


def gathering(
    name: str,
    label: str,
    *,
    members: Question[[], tuple[str, ...]],
    each: Query[[str], W],
    fold: Fold[S, W, A],
    answer: type[A],
    empty: A,
    state: Any = None,
    options: Query[[], Any] | None = None,
) -> Gathering[..., A]:
    """Make a gathering. `options` is handed to `fold`; when it changes, everything is folded in anew."""
    return Gathering(name, label, Whole(name, members, each, fold, options, state), answer, empty)


def index(
    name: str,
    label: str,
    *,
    members: Question[[], tuple[str, ...]],
    each: Query[[str], W],
    pairs: Callable[[str, W], Iterable[tuple[Spot, Item]]],
    item: Any,
) -> Gathering[..., tuple[tuple[str, Item], ...]]:
    """Make a gathering of what members say of keys: `pairs(member, said)` gives key and item.

    The answer to a key is every (member, item), in order of member, and in the order in which one member says them.
    """

    def fold(
        state: None, changes: Changes[W], options: None, known: Callable[[Spot], tuple[tuple[str, Item], ...]]
    ) -> tuple[None, dict[Spot, tuple[tuple[str, Item], ...]]]:
        touched: dict[Spot, dict[str, list[Item]]] = {}
        for member, (before, now) in changes.items():
            if before is not None:
                for key, _ in pairs(member, before):
                    touched.setdefault(key, {})[member] = []
            if now is not None:
                for key, said in pairs(member, now):
                    touched.setdefault(key, {}).setdefault(member, []).append(said)
        return None, {key: _merged(known(key), said) for key, said in touched.items()}

    return gathering(name, label, members=members, each=each, fold=fold, answer=tuple[tuple[str, item], ...], empty=())


def tally(
    name: str,
    label: str,
    *,
    members: Question[[], tuple[str, ...]],
    each: Query[[str], W],
    pairs: Callable[[str, W], Iterable[tuple[Spot, str]]],
) -> Gathering[..., dict[str, int]]:
    """Make a gathering that counts: `pairs(member, said)` gives key and word. The answer is word -> how often."""

    def fold(
        state: None, changes: Changes[W], options: None, known: Callable[[Spot], dict[str, int]]
    ) -> tuple[None, dict[Spot, dict[str, int]]]:
        sums: dict[Spot, dict[str, int]] = {}
        for member, said in changes.items():
            for sign, value in zip((-1, 1), said, strict=True):
                for key, word in pairs(member, value) if value is not None else ():
                    found = sums[key] if key in sums else sums.setdefault(key, dict(known(key)))
                    found[word] = found.get(word, 0) + sign
        return None, {
            key: dict(sorted((word, count) for word, count in found.items() if count)) for key, found in sums.items()
        }

    return gathering(name, label, members=members, each=each, fold=fold, answer=dict[str, int], empty={})


def attended(
    name: str, label: str, *, members: Question[[], tuple[str, ...]], each: Query[[str], W]
) -> Gathering[..., None]:
    """Make a gathering that says nothing, for the findings of its members: it keeps their answers up to date."""

    def fold(state: None, changes: Changes[W], options: None, known: object) -> tuple[None, dict[Spot, None]]:
        return None, {}

    return gathering(name, label, members=members, each=each, fold=fold, answer=type(None), empty=None)


def _merged(known: tuple[tuple[str, Item], ...], said: Mapping[str, list[Item]]) -> tuple[tuple[str, Item], ...]:
    """Put what members say now in place of what they said before."""
    rest = [pair for pair in known if pair[0] not in said]
    return tuple(sorted([*rest, *((member, item) for member, items in said.items() for item in items)], key=_member))


def _member(pair: tuple[str, object]) -> str:
    return pair[0]
