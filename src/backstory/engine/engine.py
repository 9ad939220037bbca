"""Answers questions, and answers them again only when something that they read has another answer.

A trace with early cutoff (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018, section 4.2): an answer
remembers what it read. When the world has changed, the answers that read what changed are computed again, and only if
an answer is another one than before, those that read it. Work goes up level by level (a question's level is one above
the highest it reads; compare Acar, "Self-adjusting computation", 2005, and Jane Street's Incremental), so that each is
computed at most once and never from an old answer. What the work costs follows what changed.

Knows keys, answers and revisions. Must never know files, websites or the meaning of any answer.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from backstory.engine.keys import Answer, CycleError, Input, Key, P, Query, Question, V
from backstory.engine.levels import Levels, Queue, TangledError
from backstory.engine.memos import FIRST, NOTHING, Memo, Store, Table, digest
from backstory.notes import Note


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a query: in which revision, and the read whose change caused it.

    `first` says that it had never run; else no `cause` means that what changed is not there any more.
    """

    key: Key
    revision: int
    cause: Key | None
    first: bool


class LaterError(Exception):
    """Stops a run that needs an answer which may be out of date still: it is done again when that one is sure."""


class Engine:
    """Holds every answer of one site. `world` answers each input; nothing else is ever asked of the outside.

    What was stored before is known from `store`. An answer to a question in `outlets` is handed on as soon as it is
    made, and let go.
    """

    def __init__(
        self,
        world: Mapping[Input[Any, Any], Answer],
        store: Store | None = None,
        outlets: Mapping[Query[Any, Any], Callable[[Any], None]] | None = None,
    ) -> None:
        known = store.about if store else {}
        self._world = dict(world)
        self._outlets = dict(outlets or {})
        self._table = Table(store, known.get("next", 1))
        self._levels = Levels(known.get("levels", {}), known.get("names", {}))
        self._queue = Queue(self._levels, self._name_of)
        self._active: dict[Key, None] = {}
        self._orphans: set[int] = set()
        self._passing: dict[str, list[Memo]] = {}
        self._broken: set[int] = set()
        self.revision: int = known.get("revision", 0) + 1
        self.runs: list[Key] = []
        self.changed: list[Key] = []

    def ask(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return an answer for the outside and keep it up to date from now on.

        Raises CycleError when a question needs its own answer. Exceptions of a query's function pass through.
        """
        key: Key = (question, args)
        value: V = self._answer(key)
        memo = self._table.find(key)
        assert memo is not None
        if not memo.root:
            memo.root = True
            self._table.touched.add(memo.number)
        self._forget_orphans()
        return value

    def value(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return an answer that is being kept up to date, computed again where it was let go."""
        value: V = self._answer((question, args))
        self.let_go(question.name)
        return value

    def release(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> None:
        """Keep an answer that was asked for no longer, unless others read it."""
        memo = self._table.find((question, args))
        if memo is not None:
            memo.root = False
            self._table.touched.add(memo.number)
            self._orphans.add(memo.number)
            self._forget_orphans()

    def refresh(self) -> tuple[Key, ...]:
        """Look at the world again, bring every answer up to date, and return the inputs that changed.

        A function that fails has failed only when `complain` says so: its answer may not be needed any more. Raises
        TangledError when only a new engine will do.
        """
        self.revision += 1
        self.runs.clear()
        self.changed.clear()
        inputs = tuple(memo.key for memo in self._table.inputs() if self._look(memo))
        self._mend()
        self._work()
        self._forget_orphans()
        return inputs

    def complain(self) -> None:
        """Raise what a function raised whose answer is needed still."""
        for number in sorted(self._broken):
            if memo := self._table.at(number):
                self._answer(memo.key)

    def _mend(self) -> None:
        """Have answers that could not be computed the last time computed again."""
        for number in self._broken:
            if memo := self._table.at(number):
                memo.broken = False
                self._queue.put(number, memo.cause)
        self._broken.clear()

    def notes(self) -> tuple[Note, ...]:
        """Return the notes of all live answers, computed in this build or remembered, each once, in order of place."""
        return tuple(sorted(self._table.notes()))

    def last_run(self, key: Key) -> Run | None:
        """Return the latest run of a query, or None when it never ran or is an input."""
        memo = self._table.find(key)
        if memo is None or isinstance(key[0], Input):
            return None
        cause = self._table.at(memo.cause)
        return Run(key, memo.ran, cause.key if cause else None, memo.cause == FIRST)

    def inputs_below(self, key: Key) -> tuple[Key, ...]:
        """Return every input that an answer rests on, each once."""
        memo = self._table.find(key)
        seen: dict[int, Memo] = {}
        stack = [memo] if memo else []
        while stack:
            for number in reversed(stack.pop().reads):
                below = self._table.at(number)
                if below is not None and number not in seen:
                    seen[number] = below
                    stack.append(below)
        return tuple(memo.key for memo in seen.values() if isinstance(memo.key[0], Input))

    def let_go(self, *names: str) -> None:
        """Let go of values that are not kept (finished pages, the bytes of files): of all questions, or of some."""
        for name in names or tuple(self._passing):
            for memo in self._passing.pop(name, ()):
                memo.value = NOTHING

    def save(self, extra: Mapping[str, Any]) -> None:
        """Write everything down, where there is a store, and `extra` with it (data only)."""
        if self._table.store is None:
            return
        self.let_go()
        names = {name: sorted(read) for name, read in self._levels.reads.items()}
        about = {"next": self._table.next_number, "levels": self._levels.of, "names": names, "revision": self.revision}
        self._table.save({**about, **extra})

    def __len__(self) -> int:
        return len(self._table)

    # How answers are brought up to date when the world has changed.

    def _look(self, memo: Memo) -> bool:
        """Look at an input again; if it is another one, what reads it has work to do."""
        question, args = memo.key
        answer = self._world[question]  # type: ignore[index]  # only inputs come here
        stamp = answer.glance(*args)
        if stamp is not None and stamp == memo.stamp:
            return False
        value = answer.load(*args)
        found = digest(value)
        if stamp != memo.stamp:
            memo.stamp = stamp
            self._table.touched.add(memo.number)
        if found == memo.digest:
            return False
        memo.value, memo.digest = value, found
        self._pass(memo)
        self._change(memo)
        return True

    def _change(self, memo: Memo) -> None:
        memo.changed = self.revision
        self.changed.append(memo.key)
        self._table.touched.add(memo.number)
        for number in memo.readers:
            self._queue.put(number, memo.number)

    def _work(self) -> None:
        """Compute again what reads a changed answer, from the lowest level up."""
        while self._queue:
            if self._levels.tangled:
                raise TangledError
            number, cause = self._queue.take()
            memo = self._table.at(number)
            if memo is None or memo.broken:
                continue
            try:
                self._run(memo, cause)
            except LaterError:
                self._queue.put(number, cause)
            except Exception:
                # Nobody may need it any more. If somebody does, it is computed again then, and fails for them.
                memo.broken, memo.value = True, NOTHING
                self._broken.add(number)
                self._change(memo)

    def _name_of(self, number: int) -> str:
        memo = self._table.at(number)
        return memo.key[0].name if memo else ""

    # How a single answer is found or computed.

    def _answer(self, key: Key) -> Any:
        if key in self._active:
            circle = list(self._active)
            raise CycleError((*circle[circle.index(key) :], key))
        memo = self._table.find(key)
        if memo is None:
            return self._load(key) if isinstance(key[0], Input) else self._run(Memo(0, key), FIRST)
        if self._queue and not isinstance(key[0], Input) and self._queue.may_change(memo.number, key[0].name):
            self._put_off(key)
        if memo.broken:
            self._run(memo, memo.cause)
        if memo.value is NOTHING:
            self._fetch(memo)
        return memo.value

    def _put_off(self, key: Key) -> None:
        """Stop the present run, and see to it that it comes after the answer that it needs."""
        chain = [*self._active, key]
        for reader, read in pairwise(chain):
            self._levels.saw(reader[0].name, {read[0].name})
        raise LaterError

    def _load(self, key: Key) -> Any:
        memo = self._table.new(key)
        self._orphans.add(memo.number)
        answer = self._world[key[0]]  # type: ignore[index]  # only inputs come here
        memo.stamp = answer.glance(*key[1])
        memo.value = answer.load(*key[1])
        memo.digest, memo.changed = digest(memo.value), self.revision
        self._pass(memo)
        return memo.value

    def _pass(self, memo: Memo) -> None:
        self._passing.setdefault(memo.key[0].name, []).append(memo)

    def _fetch(self, memo: Memo) -> None:
        """Bring back a value that is not at hand: from the store, from the world, or by computing it again."""
        question, args = memo.key
        if isinstance(question, Input):
            memo.value = self._world[question].load(*args)
            self._pass(memo)
        elif isinstance(question, Query) and question.kept and self._table.store is not None:
            memo.value = self._table.store.value(memo)
        if memo.value is NOTHING:
            memo.value = self._compute(memo.key, {}, [])
            self._pass(memo)

    def _run(self, memo: Memo, cause: int) -> Any:
        reads: dict[Memo, None] = {}
        notes: list[Note] = []
        before, memo.value = memo.value, NOTHING
        try:
            value = self._compute(memo.key, reads, notes)
        except BaseException:
            self._orphans.update(read.number for read in reads)  # nobody reads them for certain
            raise
        finally:
            memo.value = before
        if not memo.number:
            memo = self._table.new(memo.key)
            self._orphans.add(memo.number)
        self._settle(memo, tuple(reads), value, tuple(notes), cause)
        return value

    def _compute(self, key: Key, reads: dict[Memo, None], notes: list[Note]) -> Any:
        by_key, answer, queue = self._table.by_key, self._answer, self._queue

        def read(question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
            asked: Key = (question, args)
            found = by_key.get(asked)
            if found is not None and found.value is not NOTHING and not queue:
                reads[found] = None
                value: V = found.value
                return value
            value = answer(asked)
            reads[by_key[asked]] = None
            return value

        question = key[0]
        assert isinstance(question, Query)
        self._active[key] = None
        try:
            return question.function(read, notes.append, *key[1])
        finally:
            del self._active[key]

    def _settle(self, memo: Memo, reads: tuple[Memo, ...], value: Any, notes: tuple[Note, ...], cause: int) -> None:
        question = memo.key[0]
        kept = isinstance(question, Query) and question.kept
        found = b"" if kept else digest(value)
        first = memo.ran == 0
        another = first or memo.broken or (value != self._known(memo) if kept else found != memo.digest)
        memo.value, memo.digest, memo.notes, memo.broken = value, found, notes, False
        memo.ran, memo.cause = self.revision, cause
        self._broken.discard(memo.number)
        if not kept and question not in self._outlets:
            self._pass(memo)
        self._relink(memo, reads)
        self._table.touched.add(memo.number)
        self.runs.append(memo.key)
        if another:
            self._change(memo)
        if question in self._outlets:
            self._outlets[question](value)
            memo.value = NOTHING

    def _known(self, memo: Memo) -> Any:
        if memo.value is NOTHING and self._table.store is not None:
            return self._table.store.value(memo)
        return memo.value

    def _relink(self, memo: Memo, reads: tuple[Memo, ...]) -> None:
        numbers = tuple(read.number for read in reads)
        if numbers == memo.reads:
            return
        for number in set(memo.reads).difference(numbers):
            dropped = self._table.at(number)
            if dropped is not None:
                self._unread(dropped, memo.number)
        self._levels.saw(memo.key[0].name, {read.key[0].name for read in reads if not isinstance(read.key[0], Input)})
        for read in reads:
            if memo.number not in read.readers:
                read.readers.add(memo.number)
                self._table.touched.add(read.number)
        memo.reads = numbers

    # How answers that nobody reads any more are forgotten.

    def _unread(self, memo: Memo, reader: int) -> None:
        memo.readers.discard(reader)
        self._table.touched.add(memo.number)
        if not memo.readers:
            self._orphans.add(memo.number)

    def _forget_orphans(self) -> None:
        while self._orphans:
            memo = self._table.at(self._orphans.pop())
            if memo is None or memo.readers or memo.root:
                continue
            for number in memo.reads:
                read = self._table.at(number)
                if read is not None:
                    self._unread(read, memo.number)
            self._table.forget(memo)
