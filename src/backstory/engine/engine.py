"""Answers questions, and answers them again only when something that they read has another answer.

A trace with early cutoff (Mokhov, Mitchell and Peyton Jones, "Build systems à la carte", 2018, section 4.2): an answer
remembers what it read. When the world has changed, the answers that read what changed are computed again, and only if
an answer is another one than before, those that read it. Work goes up level by level (a question's level is one above
the highest it reads; compare Acar, "Self-adjusting computation", 2005, and Jane Street's Incremental), so that each is
computed at most once and never from an old answer. What the work costs follows what changed.

Knows keys, answers and revisions. Must never know files, websites or the meaning of any answer.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

from backstory.engine.answers import Answers
from backstory.engine.keys import Answer, Input, Key, P, Question, V
from backstory.engine.levels import LaterError, TangledError
from backstory.engine.memos import FIRST, NOTHING, Memo, Run, Store, digest
from backstory.engine.passing import HEAVY
from backstory.engine.reports import Report, report, take
from backstory.notes import Note

Help = Callable[[Sequence[Key]], None]


class Engine:
    """Holds every answer of one site. `world` answers each input; nothing else is ever asked of the outside.

    What was stored before is known from `store`. An answer to a question that `outlets` names is handed on as soon
    as it is made, and let go. With `room`, no more than about so many answers are held in memory: others are written
    down early, and what is written down says that it is only the `half` of it.
    """

    def __init__(
        self,
        world: Mapping[Input[Any, Any], Answer],
        store: Store | None = None,
        outlets: Mapping[str, Callable[[Any], None]] | None = None,
        room: int = 0,
    ) -> None:
        self._answers = Answers(world, store, outlets or {}, room)
        self._answers.make_room = self._make_room
        self._holding = False
        self._left = 0
        self._half = False

    @property
    def runs(self) -> list[Key]:
        """The queries that ran since the last look at the world."""
        return self._answers.runs

    @property
    def count(self) -> int:
        """How many queries ran since the last look at the world, those that have left memory among them."""
        return self._left + len(self._answers.runs)

    @property
    def changed(self) -> list[Key]:
        """What became another one since the last look at the world."""
        return self._answers.changed

    def ask(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return an answer for the outside and keep it up to date from now on.

        Raises CycleError when a question needs its own answer. Exceptions of a query's function pass through.
        """
        key: Key = (question, args)
        value: V = self._answers.answer(key)
        self._want(key)
        return value

    def want(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> None:
        """Keep an answer up to date from now on, without asking what it is."""
        key: Key = (question, args)
        memo = self._answers.table.find(key)
        if memo is None or memo.broken:
            self._answers.answer(key)
        self._want(key)

    def _want(self, key: Key) -> None:
        memo = self._answers.table.find(key)
        assert memo is not None
        if not memo.root:
            self._answers.wanted(memo)
            memo.root = True
            self._answers.table.linked.add(memo.number)
        if not self._holding:
            self._answers.forget_orphans()

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Forget nothing, as long as this lasts, that nobody has asked for yet."""
        self._holding = True
        try:
            yield
        finally:
            self._holding = False
        self._answers.forget_orphans()

    def value(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> V:
        """Return an answer that is being kept up to date, computed again where it was let go."""
        value: V = self._answers.answer((question, args))
        self.let_go(question.name)
        return value

    def has_changed(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> bool:
        """Say whether an answer became another one, or its first, since the last look at the world.

        `changed` tells only of what happened since answers left memory the last time; this always holds.
        """
        memo = self._answers.table.find((question, args))
        return memo is None or memo.changed == self._answers.revision

    def release(self, question: Question[P, V], *args: P.args, **kwargs: P.kwargs) -> None:
        """Keep an answer that was asked for no longer, unless others read it."""
        memo = self._answers.table.find((question, args))
        if memo is not None:
            memo.root = False
            self._answers.table.touched.add(memo.number)
            self._answers.orphans.add(memo.number)
            self._answers.forget_orphans()

    def refresh(self, help: Help | None = None, many: int = 0, only: Collection[str] | None = None) -> tuple[Key, ...]:
        """Look at the world again, bring every answer up to date, and return the inputs that changed.

        Where at least `many` answers can be worked out side by side, `help` gets their keys: what it has others work
        out and takes over (`take`) need not be done here. With `only`, no other inputs are looked at than those that
        it names in their first argument, and those that have none.

        A function that fails has failed only when `complain` says so: its answer may not be needed any more. Raises
        TangledError when only a new engine will do.
        """
        self._answers.revision += 1
        self._left = 0
        self.runs.clear()
        self.changed.clear()
        self._answers.before.clear()
        doubtful = self._answers.table.doubtful(self._answers.world, only)
        inputs = tuple(memo.key for memo in doubtful if self._look(memo))
        self._mend()
        self._work(help, many)
        self._answers.forget_orphans()
        return inputs

    def complain(self) -> None:
        """Raise what a function raised whose answer is needed still."""
        for number in sorted(self._answers.broken):
            if memo := self._answers.table.at(number):
                self._answers.answer(memo.key)

    def _mend(self) -> None:
        """Have answers that could not be computed the last time computed again."""
        for number in self._answers.broken:
            if memo := self._answers.table.at(number):
                memo.broken = False
                self._answers.queue.put(number, memo.cause)
        self._answers.broken.clear()

    def notes(self) -> tuple[Note, ...]:
        """Return the notes of all live answers, computed in this build or remembered, each once, in order of place."""
        return tuple(sorted(self._answers.table.notes()))

    def last_run(self, key: Key) -> Run | None:
        """Return the latest run of a query, or None when it never ran or is an input."""
        memo = self._answers.table.find(key)
        if memo is None or isinstance(key[0], Input):
            return None
        cause = self._answers.table.at(memo.cause)
        return Run(key, memo.ran, cause.key if cause else None, memo.cause == FIRST)

    def inputs_below(self, key: Key) -> tuple[Key, ...]:
        """Return every input that an answer rests on, each once."""
        memo = self._answers.table.find(key)
        seen: dict[int, Memo] = {}
        stack = [memo] if memo else []
        while stack:
            for number in reversed(stack.pop().reads):
                below = self._answers.table.at(number)
                if below is not None and number not in seen:
                    seen[number] = below
                    stack.append(below)
        return tuple(memo.key for memo in seen.values() if isinstance(memo.key[0], Input))

    def let_go(self, *names: str) -> None:
        """Let go of values that are not kept (finished pages, the bytes of files): of all questions, or of some."""
        self._answers.passing.let_go(*names)

    def lighten(self) -> None:
        """Let go of such values that nobody asked for since the last time, and of large ones that are written down."""
        self._answers.passing.lighten(self._answers.table.touched)

    def save(self, extra: Mapping[str, Any], *, lean: bool = False) -> None:
        """Write everything down, where there is a store, and `extra` with it (data only).

        A `lean` engine lets go of large values then: they come back when they are asked for.
        """
        if self._answers.table.store is None:
            return
        self.let_go()
        self._answers.table.save({**self._about(), **extra}, HEAVY if lean else 0)
        self._half = False

    def _about(self) -> dict[str, Any]:
        levels = self._answers.levels
        return {
            "next": self._answers.table.next_number,
            "levels": levels.of,
            "names": {name: sorted(read) for name, read in levels.reads.items()},
            "revision": self._answers.revision,
        }

    def _make_room(self) -> None:
        """Write down what is new, and let go of what is not needed just now."""
        self._answers.table.save({**self._about(), "half": True}, HEAVY)
        self._answers.passing.thin_out()
        if self._answers.table.full:
            self._answers.table.make_room(self._answers.active)
        self._half = True
        self._left += len(self._answers.runs)
        self._answers.runs.clear()
        self._answers.changed.clear()

    def report(self, keys: Iterable[Key]) -> Report:
        """Compute answers for another engine that rests on the same world, and tell how."""
        return report(self._answers, keys)

    def take(self, told: Report, keys: Sequence[Key]) -> None:
        """Take over the answers of another engine, as far as they rest on the same inputs. `keys` are the report's."""
        take(self._answers, told, keys)
        if self._answers.table.crowded:
            self._make_room()

    @property
    def dirty(self) -> bool:
        """Whether there is anything to save."""
        return self._half or self._answers.table.dirty

    def __len__(self) -> int:
        return len(self._answers.table)

    # How answers are brought up to date when the world has changed.

    def _look(self, memo: Memo) -> bool:
        """Look at an input again; if it is another one, what reads it has work to do."""
        question, args = memo.key
        answer = self._answers.world[question]  # type: ignore[index]  # only inputs come here
        stamp = answer.glance(*args)
        if stamp is not None and stamp == memo.stamp:
            return False
        value = answer.load(*args)
        found, before = digest(value), memo.digest
        if stamp != memo.stamp or found != before:
            memo.stamp, memo.digest = stamp, found
            self._answers.table.saw(memo)
        if found == before:
            return False
        memo.value = value
        self._answers.passing.add(memo)
        self._answers.change(memo)
        return True

    def _work(self, help: Help | None, many: int) -> None:
        """Compute again what reads a changed answer, from the lowest level up."""
        while self._answers.queue:
            if self._answers.levels.tangled:
                raise TangledError
            if help is not None and (numbers := self._answers.queue.abreast(many)):
                help([memo.key for number in numbers if (memo := self._answers.table.at(number))])
                continue
            number, cause = self._answers.queue.take()
            memo = self._answers.table.at(number)
            if memo is None or memo.broken:
                continue
            try:
                self._answers.run(memo, cause)
            except LaterError:
                self._answers.queue.put(number, cause)
            except Exception:
                # Nobody may need it any more. If somebody does, it is computed again then, and fails for them.
                before = self._answers.known(memo)
                memo.broken, memo.value, memo.stamp = True, NOTHING, None
                self._answers.broken.add(number)
                self._answers.change(memo, before)
