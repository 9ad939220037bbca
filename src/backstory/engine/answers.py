"""Finds, computes and links answers, one at a time.

Knows memos, what each reads, and who reads it. Must never know when to look at the world again: that is the engine's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import pairwise
from typing import Any

from backstory.engine.gatherer import Gatherer
from backstory.engine.gatherings import Gathering, Whole
from backstory.engine.keys import Answer, CycleError, Input, Key, P, Query, Question, Read, V
from backstory.engine.levels import LaterError, Levels, Queue
from backstory.engine.memos import FIRST, NOTHING, Memo, Store, digest
from backstory.engine.passing import HEAVY, Passing
from backstory.engine.table import Table
from backstory.notes import Note


class Answers:
    """The answers themselves. The engine asks; `queue` holds what is out of date, and is empty in a clean build.

    `orphans` may have no readers left, `broken` failed the last time, `changed` and `runs` are those of this revision;
    `before` has, by number, what changed answers were.
    """

    def __init__(
        self,
        world: Mapping[Input[Any, Any], Answer],
        store: Store | None,
        outlets: Mapping[str, Callable[[Any], None]],
        room: int = 0,
    ) -> None:
        known = store.about if store else {}
        self.world = dict(world)
        self.table = Table(store, known.get("next", 1), room)
        self.make_room: Callable[[], None] = lambda: None
        self.levels = Levels(known.get("levels", {}), known.get("names", {}))
        self.queue = Queue(self.levels, self._name_of)
        self.orphans: set[int] = set()
        self.broken: set[int] = set()
        self.revision: int = known.get("revision", 0) + 1
        self.runs: list[Key] = []
        self.changed: list[Key] = []
        self.before: dict[int, Any] = {}
        self._outlets = dict(outlets)
        self.active: dict[Key, None] = {}
        self.passing = Passing()
        self._gatherer = Gatherer(self)

    def _name_of(self, number: int) -> str:
        memo = self.table.at(number)
        return memo.key[0].name if memo else ""

    def answer(self, key: Key) -> Any:
        """Return an answer, up to date. Raises LaterError where it may still change, CycleError in a circle."""
        if key in self.active:
            circle = list(self.active)
            raise CycleError((*circle[circle.index(key) :], key))
        memo = self.table.find(key)
        if memo is None:
            return self._first(key)
        self.wait_for(memo)
        if memo.broken:
            self.run(memo, memo.cause)
        if memo.value is NOTHING:
            self._fetch(memo)
        return memo.value

    def _first(self, key: Key) -> Any:
        """Return an answer for which there is no memo yet."""
        if isinstance(key[0], Input):
            return self._load(key)
        if isinstance(key[0], Gathering):
            return self._gatherer.part(key[0], key[1])
        return self.run(Memo(0, key), FIRST)

    def wait_for(self, memo: Memo) -> None:
        """Raise LaterError if an answer may still become another one."""
        question = memo.key[0]
        if self.queue and not isinstance(question, Input) and self.queue.may_change(memo.number, question.name):
            self._put_off(memo.key)

    def _put_off(self, key: Key) -> None:
        """Stop the present run, and see to it that it comes after the answer that it needs."""
        chain = [*self.active, key]
        for reader, read in pairwise(chain):
            self.levels.saw(reader[0].name, {read[0].name})
        raise LaterError

    def _load(self, key: Key) -> Any:
        memo = self.table.new(key)
        self.orphans.add(memo.number)
        answer = self.world[key[0]]  # type: ignore[index]  # only inputs come here
        memo.stamp = answer.glance(*key[1])
        memo.value = answer.load(*key[1])
        memo.digest, memo.changed = digest(memo.value), self.revision
        self.table.saw(memo)
        self.passing.add(memo)
        return memo.value

    def _fetch(self, memo: Memo) -> None:
        """Bring back a value that is not at hand: from the store, from the world, or by computing it again."""
        question, args = memo.key
        memo.used = True
        if isinstance(question, Input):
            memo.value = self.world[question].load(*args)
            self.passing.add(memo)
        elif question.kept and self.table.store is not None:
            if self.passing.heavy:
                self.passing.lighten(self.table.touched)
            memo.value, size = self.table.store.value(memo)
            if size > HEAVY:
                self.passing.add(memo, size)
        if memo.value is NOTHING:
            memo.value = self._compute(memo.key, {}, [])
            self.passing.add(memo)

    def run(self, memo: Memo, cause: int) -> Any:
        """Compute an answer, write down its trace, and return it."""
        if isinstance(memo.key[0], Whole):
            return self._gatherer.run(memo, memo.key[0], cause)
        if isinstance(memo.key[0], Gathering):
            return self._gatherer.again(memo, memo.key[0])
        reads: dict[int, None] = {}
        notes: list[Note] = []
        before, memo.value = memo.value, NOTHING
        try:
            value = self._compute(memo.key, reads, notes)
        except BaseException:
            self.orphans.update(reads)  # nobody reads them for certain
            raise
        finally:
            memo.value = before
        self.record(memo, tuple(reads), value, tuple(notes), cause)
        return value

    def record(self, memo: Memo, reads: tuple[int, ...], value: Any, notes: tuple[Note, ...], cause: int) -> None:
        """Write down an answer that was computed, and its trace."""
        if not memo.number:
            memo = self.table.new(memo.key)
            self.orphans.add(memo.number)
        self._settle(memo, reads, value, notes, cause)

    def _compute(self, key: Key, reads: dict[int, None], notes: list[Note]) -> Any:
        question = key[0]
        assert isinstance(question, Query)
        if self.table.crowded:
            with self.at_work(key):
                self.make_room()
        elif self.passing.heavy:
            self.passing.lighten(self.table.touched)
        self.active[key] = None
        try:
            return question.function(self.reading(reads), notes.append, *key[1])
        finally:
            del self.active[key]

    @contextmanager
    def at_work(self, key: Key) -> Iterator[None]:
        """Know, as long as this lasts, that an answer is being worked out: who asks for it then stands in a circle."""
        self.active[key] = None
        try:
            yield
        finally:
            del self.active[key]

    def reading(self, reads: dict[int, None]) -> Read:
        """Return a `read` that adds the numbers of what it is asked to `reads`."""
        by_key, answer, queue, table = self.table.by_key, self.answer, self.queue, self.table

        def read(question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
            asked: Key = (question, args)
            found = by_key.get(asked)
            if found is not None and found.value is not NOTHING and not queue:
                reads[found.number] = None
                found.used = True
                value: V = found.value
                return value
            value = answer(asked)
            found = table.find(asked)
            assert found is not None
            reads[found.number] = None
            return value

        return read

    def _settle(self, memo: Memo, reads: tuple[int, ...], value: Any, notes: tuple[Note, ...], cause: int) -> None:
        question = memo.key[0]
        kept = isinstance(question, Query) and question.kept
        found = b"" if kept else digest(value)
        first = memo.ran == 0
        before = memo.value if first or not kept else self.known(memo)
        another = first or memo.broken or (value != before if kept else found != memo.digest)
        memo.value, memo.digest, memo.notes, memo.broken = value, found, notes, False
        memo.ran, memo.cause = self.revision, cause
        self.broken.discard(memo.number)
        if not kept and question.name not in self._outlets:
            self.passing.add(memo)
        self.relink(memo, reads)
        self.table.touched.add(memo.number)
        self.runs.append(memo.key)
        if another:
            self.change(memo, before)
        if question.name in self._outlets:
            self._outlets[question.name](value)
            memo.value = NOTHING

    def known(self, memo: Memo) -> Any:
        """Return the value that an answer had the last time, or NOTHING."""
        if memo.value is NOTHING and self.table.store is not None:
            return self.table.store.value(memo)[0]
        return memo.value

    def relink(self, memo: Memo, reads: tuple[int, ...]) -> None:
        """Write down what an answer reads now, and no more what it read before."""
        if reads == memo.reads:
            return
        for number in set(memo.reads).difference(reads):
            dropped = self.table.at(number)
            if dropped is not None:
                self.unread(dropped, memo.number)
        self.link(memo, reads)
        memo.reads = reads

    def link(self, memo: Memo, reads: Iterable[int]) -> None:
        """Write down that an answer reads others."""
        number, known = memo.number, self.levels.known(memo.key[0].name)
        new: set[str] = set()
        for each in reads:
            read = self.table.at(each)
            if read is None:
                continue
            question = read.key[0]
            if question.name not in known and not isinstance(question, Input):
                new.add(question.name)
            if number not in read.readers:
                if not read.readers:
                    self.wanted(read)
                read.readers.add(number)
                self.table.linked.add(read.number)
        if new:
            self.levels.saw(memo.key[0].name, new)

    def wanted(self, memo: Memo) -> None:
        """Take notice that an answer has its first reader."""
        self.orphans.discard(memo.number)
        if isinstance(memo.key[0], Gathering):
            self._gatherer.wanted(memo)

    # How answers that nobody reads any more are forgotten.

    def unread(self, memo: Memo, reader: int) -> None:
        """Take notice that an answer has a reader less."""
        memo.readers.discard(reader)
        self.table.linked.add(memo.number)
        if not memo.readers:
            self.orphans.add(memo.number)

    def forget_orphans(self) -> None:
        """Forget answers that nobody reads any more."""
        while self.orphans:
            memo = self.table.at(self.orphans.pop())
            if memo is None or memo.readers or memo.root:
                continue
            if isinstance(memo.key[0], Gathering) and self._gatherer.keeps(memo, memo.key[0]):
                continue
            for number in memo.reads:
                read = self.table.at(number)
                if read is not None:
                    self.unread(read, memo.number)
            self.table.forget(memo)
            if isinstance(memo.key[0], Whole):
                for part in self.table.named(memo.key[0].parts):
                    self.table.forget(part)

    def change(self, memo: Memo, before: Any = NOTHING) -> None:
        """Take notice that an answer is another one than it was `before`: what reads it has work to do."""
        memo.changed = self.revision
        if before is not NOTHING and memo.readers:
            self.before.setdefault(memo.number, before)
        self.changed.append(memo.key)
        self.table.touched.add(memo.number)
        for number in memo.readers:
            self.queue.put(number, memo.number)
