"""Keeps gatherings up to date.

Knows which members changed and hands that to the fold. Must never know what is gathered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Any, Protocol

from backstory.engine.gatherings import Gathering, Spot, Whole
from backstory.engine.keys import Key, Read
from backstory.engine.levels import Levels
from backstory.engine.memos import FIRST, NOTHING, Memo
from backstory.engine.table import Table

Parts = Mapping[Spot, Any]


class Ledger(Protocol):
    """The answers whose gatherings are kept, as far as a gatherer must know them (`answers.Answers` says more)."""

    table: Table
    levels: Levels
    revision: int
    orphans: set[int]
    broken: set[int]
    before: dict[int, Any]
    runs: list[Key]

    def reading(self, reads: dict[int, None]) -> Read:
        """Return a `read` that adds the numbers of what it is asked to `reads`."""

    def at_work(self, key: Key) -> AbstractContextManager[None]:
        """Know, as long as this lasts, that an answer is being worked out."""

    def run(self, memo: Memo, cause: int) -> Any:
        """Compute an answer, write down its trace, and return it."""

    def wait_for(self, memo: Memo) -> None:
        """Raise LaterError if an answer may still become another one."""

    def known(self, memo: Memo) -> Any:
        """Return the value that an answer had the last time, or NOTHING."""

    def link(self, memo: Memo, reads: Iterable[int]) -> None:
        """Write down that an answer reads others."""

    def relink(self, memo: Memo, reads: tuple[int, ...]) -> None:
        """Write down what an answer reads now, and no more what it read before."""

    def unread(self, memo: Memo, reader: int) -> None:
        """Take notice that an answer has a reader less."""

    def change(self, memo: Memo, before: Any = NOTHING) -> None:
        """Take notice that an answer is another one than it was `before`."""


class Gatherer:
    """Brings the wholes and parts of gatherings up to date, for the `answers` whose questions they are.

    A part reads its whole; a whole's readers are the parts that somebody wants. A whole whose `stamp` is None has no
    state to go on from.
    """

    def __init__(self, answers: Ledger) -> None:
        self._answers = answers
        self._table = answers.table

    def part(self, question: Gathering[..., Any], spot: Spot) -> Any:
        """Return the answer to a key for which there is no memo yet."""
        whole = self._up_to_date(question)
        memo = self._table.find((question, spot))
        if memo is None:
            memo = self._new(whole, question, spot, question.empty, FIRST)
        self._answers.orphans.add(memo.number)
        return self._value(memo)

    def again(self, memo: Memo, question: Gathering[..., Any]) -> Any:
        """Return the value of a part whose whole could not be worked out the last time."""
        self._up_to_date(question)
        memo.broken = False
        self._answers.broken.discard(memo.number)
        return self._value(memo)

    def wanted(self, part: Memo) -> None:
        """Take notice that somebody wants a part."""
        whole = self._table.at(part.reads[0])
        assert whole is not None
        whole.readers.add(part.number)
        self._answers.orphans.discard(whole.number)
        self._table.linked.add(whole.number)

    def keeps(self, part: Memo, question: Gathering[..., Any]) -> bool:
        """Say whether a part that nobody wants must stay all the same: what members say of it is nowhere else."""
        whole = self._table.at(part.reads[0])
        if whole is not None:
            self._answers.unread(whole, part.number)
        return whole is not None and bool(self._value(part) != question.empty)

    def run(self, memo: Memo, whole: Whole[Any], cause: int) -> Any:
        """Work out a gathering, as far as its members have changed, and tell those who read the parts that changed."""
        anew = memo.stamp is None or self._other_options(whole)
        fresh: dict[int, None] = {}
        gone: set[int] = set()
        read = self._answers.reading(fresh)
        with self._answers.at_work(memo.key):
            options = read(whole.options) if whole.options is not None else None
            changes = Everyone(read, whole) if anew else self._changes(read, memo, whole, gone)
            state = None if anew else self._value(memo)
            known = self._known(whole.parts) if not anew else lambda spot: whole.parts.empty
            memo_value, parts = whole.fold(state, changes, options, known)
            if isinstance(changes, Everyone):
                changes.finish()
        if not memo.number:
            memo = self._table.new(memo.key)
            self._answers.orphans.add(memo.number)
        elif anew:
            stale = {part.key[1]: whole.parts.empty for part in self._table.named(whole.parts)}
            parts = stale | dict(parts)
        memo.value, memo.stamp, memo.broken = memo_value, True, False
        memo.ran, memo.cause = self._answers.revision, cause
        self._answers.broken.discard(memo.number)
        self._link(memo, tuple(fresh), gone, anew)
        self._tell(memo, whole.parts, parts)
        return memo.value

    def _up_to_date(self, question: Gathering[..., Any]) -> Memo:
        key = (question.whole, ())
        whole = self._table.find(key)
        if whole is not None:
            self._answers.wait_for(whole)
        if whole is None or whole.broken:
            self._answers.run(whole or Memo(0, key), FIRST if whole is None else whole.cause)
            whole = self._table.find(key)
        assert whole is not None
        return whole

    def _new(self, whole: Memo, question: Gathering[..., Any], spot: Spot, value: Any, cause: int) -> Memo:
        memo = self._table.new((question, spot))
        memo.value, memo.reads, memo.cause = value, (whole.number,), cause
        memo.ran = memo.changed = self._answers.revision
        return memo

    def _value(self, memo: Memo) -> Any:
        if memo.value is NOTHING:
            memo.value = self._answers.known(memo)
        return memo.value

    def _known(self, question: Gathering[..., Any]) -> Callable[[Spot], Any]:
        def known(spot: Spot) -> Any:
            memo = self._table.find((question, spot))
            return question.empty if memo is None else self._value(memo)

        return known

    def _other_options(self, whole: Whole[Any]) -> bool:
        if whole.options is None:
            return False
        found = self._table.find((whole.options, ()))
        return found is None or found.number in self._answers.before

    def _changes(self, read: Read, memo: Memo, whole: Whole[Any], gone: set[int]) -> dict[str, tuple[Any, Any]]:
        """Return member -> what it said and says, for those that changed, came or went. `gone` gets the last ones."""
        before, names = self._answers.before, read(whole.members)
        listed = self._table.find((whole.members, ()))
        assert listed is not None
        old = before.get(listed.number, names)
        found: dict[str, tuple[Any, Any]] = {}
        if old is not names:
            for name in set(names).difference(old):
                found[name] = (None, read(whole.each, name))
            for name in set(old).difference(names):
                each = self._table.find((whole.each, (name,)))
                if each is not None:
                    gone.add(each.number)
                    found[name] = (before.get(each.number, self._value(each)), None)
        for number in before.keys() & set(memo.reads):
            each = self._table.at(number)
            if each is not None and each.key[0] is whole.each and each.key[1][0] not in found:
                found[each.key[1][0]] = (before[number], read(whole.each, *each.key[1]))
        return dict(sorted(found.items()))

    def _link(self, memo: Memo, fresh: tuple[int, ...], gone: set[int], anew: bool) -> None:
        self._table.touched.add(memo.number)
        self._answers.runs.append(memo.key)
        self._answers.levels.saw(memo.key[0].parts.name, {memo.key[0].name})  # type: ignore[attr-defined]
        if anew:
            self._answers.relink(memo, fresh)
            return
        known = set(memo.reads)
        new = tuple(number for number in fresh if number not in known)
        self._answers.link(memo, new)
        for number in gone:
            each = self._table.at(number)
            if each is not None:
                self._answers.unread(each, memo.number)
        memo.reads = (*(number for number in memo.reads if number not in gone), *new)

    def _tell(self, memo: Memo, question: Gathering[..., Any], parts: Parts) -> None:
        for spot, value in parts.items():
            part = self._table.find((question, spot))
            if part is None:
                if value != question.empty:
                    self._new(memo, question, spot, value, memo.cause)
                continue
            before = self._value(part)
            if before != value:
                part.value = value
                part.ran, part.cause = self._answers.revision, memo.cause
                self._answers.change(part, before)
            if value == question.empty and not part.readers:
                self._answers.orphans.add(part.number)


class Everyone(Mapping[str, tuple[Any, Any]]):
    """All members of a gathering, as new ones. What one says is read when the fold comes to it, and not held."""

    def __init__(self, read: Read, whole: Whole[Any]) -> None:
        self._read = read
        self._each = whole.each
        self._names: tuple[str, ...] = read(whole.members)
        self._known = frozenset(self._names)
        self._asked: set[str] = set()

    def __getitem__(self, name: str) -> tuple[None, Any]:
        if name not in self._known:
            raise KeyError(name)
        self._asked.add(name)
        return None, self._read(self._each, name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def finish(self) -> None:
        """Read what members say that the fold did not come to: all of it counts."""
        for name in self._names:
            if name not in self._asked:
                self._read(self._each, name)
