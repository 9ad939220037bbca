"""Answers questions, and answers them again only when something that they read has another answer.

A verifying trace with early cutoff (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018, section 4.2.2)
kept by revisions, as in salsa: an answer remembers what it read, in order, when it last changed and when it was last
verified. A change in the world marks what stands on it as doubtful; a doubtful answer is verified by looking at what it
read, in the order in which it was read, and computed again only if one of those has changed since.

Knows keys, answers and revisions. Must never know files, websites or the meaning of any answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from backstory.engine.keys import CycleError, Input, Key, P, Query, Question, V
from backstory.notes import Note


@dataclass(slots=True)
class Memo:
    """An answer and its trace. `changed` and `verified` are revisions; a memo that is not `sure` must be verified."""

    value: Any
    notes: tuple[Note, ...] = ()
    reads: tuple[Key, ...] = ()
    changed: int = 0
    verified: int = 0
    sure: bool = True
    readers: set[Key] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a query: in which revision, and the read whose change caused it (None: it had never run)."""

    key: Key
    revision: int
    cause: Key | None


class Engine:
    """Holds every answer of one site. `world` gives each input's function; nothing else is asked of the outside."""

    def __init__(self, world: Mapping[Input[Any, Any], Callable[..., Any]]) -> None:
        self._world = dict(world)
        self._memos: dict[Key, Memo] = {}
        self._active: dict[Key, None] = {}
        self._orphans: set[Key] = set()
        self._last: dict[Key, Run] = {}
        self.revision = 1
        self.runs: list[Run] = []

    def ask(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return an answer for the outside, up to date, and forget what no answer reads any more.

        Raises CycleError when a question needs its own answer. Exceptions of a query's function pass through.
        """
        key: Key = (question, args)
        memo = self._memo(key)
        self._orphans.discard(key)
        memo.readers.add(key)
        self._forget_orphans()
        value: V = memo.value
        return value

    def refresh(self, keys: Iterable[Key] | None = None) -> tuple[Key, ...]:
        """Look at the world again (all known inputs, or the given ones) and return the inputs that changed."""
        known = [key for key in (self._memos if keys is None else keys) if key in self._memos]
        changed: list[Key] = []
        self.revision += 1
        self.runs.clear()
        for key in [key for key in known if isinstance(key[0], Input)]:
            memo = self._memos[key]
            value = self._world[key[0]](*key[1])  # type: ignore[index]  # an Input by the line above
            if value != memo.value:
                memo.value, memo.changed = value, self.revision
                changed.append(key)
            memo.verified = self.revision
        self._doubt(changed)
        return tuple(changed)

    def notes(self) -> tuple[Note, ...]:
        """Return the notes of all live answers, computed in this build or remembered, each once, in order of place."""
        return tuple(sorted({note for memo in self._memos.values() for note in memo.notes}))

    def last_run(self, key: Key) -> Run | None:
        """Return the latest run of a query, or None when it never ran or is an input."""
        return self._last.get(key)

    def reads(self, key: Key) -> tuple[Key, ...]:
        """Return what an answer read, in order."""
        memo = self._memos.get(key)
        return memo.reads if memo else ()

    def inputs_below(self, key: Key) -> tuple[Key, ...]:
        """Return every input that an answer rests on, each once."""
        seen: dict[Key, None] = {}
        stack = [key]
        while stack:
            for read in reversed(self.reads(stack.pop())):
                if read not in seen:
                    seen[read] = None
                    stack.append(read)
        return tuple(key for key in seen if isinstance(key[0], Input))

    def __len__(self) -> int:
        return len(self._memos)

    # How an answer is brought up to date.

    def _memo(self, key: Key) -> Memo:
        memo = self._memos.get(key)
        if memo is not None and memo.sure:
            return memo
        if isinstance(key[0], Input):
            return self._load(key)
        if key in self._active:
            circle = list(self._active)
            raise CycleError((*circle[circle.index(key) :], key))
        self._active[key] = None
        try:
            if memo is None:
                return self._run(key, Memo(None), None)
            cause = self._changed_read(memo)
            if cause is not None:
                return self._run(key, memo, cause)
        finally:
            del self._active[key]
        memo.sure, memo.verified = True, self.revision
        return memo

    def _load(self, key: Key) -> Memo:
        value = self._world[key[0]](*key[1])  # type: ignore[index]  # only called for an Input
        memo = self._memos[key] = Memo(value, changed=self.revision, verified=self.revision)
        return memo

    def _changed_read(self, memo: Memo) -> Key | None:
        """Return the first read whose answer changed since. Later reads may no longer make sense, so order matters."""
        return next((read for read in memo.reads if self._memo(read).changed > memo.verified), None)

    def _run(self, key: Key, memo: Memo, cause: Key | None) -> Memo:
        reads: dict[Key, None] = {}
        notes: list[Note] = []
        memos, fresh = self._memos, self._memo

        def read(question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
            asked: Key = (question, args)
            reads[asked] = None
            found = memos.get(asked)
            value: V = found.value if found is not None and found.sure else fresh(asked).value
            return value

        question = key[0]
        assert isinstance(question, Query)
        try:
            value = question.function(read, notes.append, *key[1])
        except BaseException:
            self._orphans.update(reads)  # nobody reads them for certain; the next question decides
            raise
        self._settle(key, memo, tuple(reads), value, tuple(notes))
        self._last[key] = run = Run(key, self.revision, cause)
        self.runs.append(run)
        return memo

    def _settle(self, key: Key, memo: Memo, reads: tuple[Key, ...], value: Any, notes: tuple[Note, ...]) -> None:
        if key not in self._memos or value != memo.value:
            memo.value, memo.changed = value, self.revision
        memo.notes, memo.verified, memo.sure = notes, self.revision, True
        before, memo.reads = memo.reads, reads
        self._memos[key] = memo
        for dropped in set(before).difference(reads):
            self._unread(dropped, key)
        for read in reads:
            self._memos[read].readers.add(key)

    def _doubt(self, changed: Iterable[Key]) -> None:
        """Mark everything that stands on a changed input as not sure."""
        stack = [reader for key in changed for reader in self._memos[key].readers]
        while stack:
            memo = self._memos[stack.pop()]
            if memo.sure:
                memo.sure = False
                stack.extend(memo.readers)

    # How answers that nobody reads any more are forgotten.

    def _unread(self, key: Key, reader: Key) -> None:
        memo = self._memos[key]
        memo.readers.discard(reader)
        if not memo.readers:
            self._orphans.add(key)

    def _forget_orphans(self) -> None:
        while self._orphans:
            key = self._orphans.pop()
            memo = self._memos.get(key)
            if memo is None or memo.readers:
                continue
            del self._memos[key]
            self._last.pop(key, None)
            for read in memo.reads:
                self._unread(read, key)
