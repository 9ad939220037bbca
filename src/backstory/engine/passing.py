"""Values that are at hand only for now: they come back from the disk, or by being computed again.

Knows which memos hold such values, and how much they weigh. Must never know what a value is.
"""

from __future__ import annotations

from collections.abc import Container

from backstory.engine.keys import Query
from backstory.engine.memos import NOTHING, Memo

HEAVY = 2_048
"""A value of more bytes than this is not held in memory for long when it is on disk."""
WEIGHT = 16_000_000
"""Bytes on disk of such values that are in memory at a time."""


class Passing:
    """Memos whose values will be let go of, by question."""

    def __init__(self) -> None:
        self._memos: dict[str, list[Memo]] = {}
        self._weight = 0

    def add(self, memo: Memo, size: int = 0) -> None:
        """Remember that a value is only at hand for now; `size` is what it takes on disk."""
        self._memos.setdefault(memo.key[0].name, []).append(memo)
        self._weight += size

    @property
    def heavy(self) -> bool:
        """Whether more is held than should be."""
        return self._weight > WEIGHT

    def let_go(self, *names: str) -> None:
        """Let go of the values of all questions, or of some."""
        for name in names or tuple(self._memos):
            for memo in self._memos.pop(name, ()):
                memo.value = NOTHING

    def thin_out(self, unwritten: Container[int] = ()) -> None:
        """Let go of values that nobody asked for lately, and of all that were read from files.

        Those of memos that are not written down yet, which `unwritten` has by their numbers, stay. What weighs is only
        what came since the last time: a large value that every page asks for stays, and is not read from the disk for
        each of them.
        """
        self._weight = 0
        for name, memos in list(self._memos.items()):
            computed = isinstance(memos[0].key[0], Query)
            staying = [each for each in dict.fromkeys(memos) if (computed and each.used) or each.number in unwritten]
            for memo in set(memos).difference(staying):
                memo.value = NOTHING
            if staying:
                self._memos[name] = staying
            else:
                del self._memos[name]

    def lighten(self, unwritten: Container[int]) -> None:
        """Do the same, and let those that stay go the next time, unless somebody asks for them until then."""
        self.thin_out(unwritten)
        for memos in self._memos.values():
            for memo in memos:
                memo.used = False
