"""Answers that another engine computed: told by one, taken over by the other.

Two engines that rest on the same world give the same answers. So one may compute some for another, in a process of its
own, and tell what came of it: each answer with all that it read, and the digests of the inputs that it saw. What rests
on an input that the other sees otherwise is passed over, and computed there when it is asked for.

Knows answers and traces. Must never know how a report travels.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Struct

from backstory.engine.keys import Input, Key, Query
from backstory.engine.levels import LaterError
from backstory.engine.memos import FIRST, NOTHING, Memo, decoder
from backstory.notes import Note

if TYPE_CHECKING:
    from backstory.engine.answers import Answers

_pack = msgspec.msgpack.encode


class Told(Struct, frozen=True, array_like=True, gc=False):
    """One answer: which key of the report's, its value in MessagePack, its findings, and the keys that it read."""

    key: int
    value: bytes
    notes: tuple[Note, ...]
    reads: tuple[int, ...]


class Report(Struct, frozen=True, array_like=True):
    """Answers in the order in which they were computed. `names` has question and arguments of each key.

    `inputs` has the digests of the keys that are inputs.
    """

    names: tuple[tuple[str, tuple[Any, ...]], ...]
    inputs: dict[int, bytes]
    told: tuple[Told, ...]


def report(answers: Answers, keys: Iterable[Key]) -> Report:
    """Compute the answers to some keys, and tell of them and of all others that had to be computed for them."""
    wanted = list(keys)
    start = len(answers.runs)
    for key in wanted:
        memo = answers.table.find(key)
        if memo is None or memo.ran != answers.revision:
            answers.run(memo or Memo(0, key), FIRST)
    asked = set(wanted)
    made = (answers.table.find(key) for key in dict.fromkeys(answers.runs[start:]))
    told = (memo for memo in made if memo and isinstance(memo.key[0], Query))
    return _Telling(answers).whole([memo for memo in told if memo.key[0].kept or memo.key in asked])


class _Telling:
    """A report in the making: gives each key a number."""

    def __init__(self, answers: Answers) -> None:
        self._table = answers.table
        self._numbers: dict[int, int] = {}
        self._memos: list[Memo] = []

    def whole(self, made: list[Memo]) -> Report:
        told = tuple(Told(self._number(memo), _pack(memo.value), memo.notes, self._reads(memo)) for memo in made)
        for memo in made:
            if not memo.key[0].kept:
                memo.value = NOTHING
        names = tuple((memo.key[0].name, memo.key[1]) for memo in self._memos)
        inputs = {n: memo.digest for n, memo in enumerate(self._memos) if isinstance(memo.key[0], Input)}
        return Report(names, inputs, told)

    def _reads(self, memo: Memo) -> tuple[int, ...]:
        found = (self._table.at(number) for number in memo.reads)
        return tuple(self._number(read) for read in found if read is not None)

    def _number(self, memo: Memo) -> int:
        known = self._numbers.get(memo.number)
        if known is None:
            known = self._numbers[memo.number] = len(self._memos)
            self._memos.append(memo)
        return known


def take(answers: Answers, told: Report, keys: Sequence[Key]) -> None:
    """Take over what a report tells. `keys` are its names, as keys."""
    stale = {n for n, digest in told.inputs.items() if _input(answers, keys[n]).digest != digest}
    for each in told.told:
        if not stale.isdisjoint(each.reads):
            stale.add(each.key)
            continue
        key = keys[each.key]
        memo = answers.table.find(key)
        if memo is not None and not answers.queue.holds(memo.number):
            continue
        try:
            reads = tuple(_memo(answers, keys[n]).number for n in each.reads)
        except LaterError:
            stale.add(each.key)
            continue
        memo = answers.table.find(key) or Memo(0, key)
        cause = FIRST if not memo.number else answers.queue.drop(memo.number)
        answers.record(memo, reads, decoder(key[0]).decode(each.value), each.notes, cause)


def _input(answers: Answers, key: Key) -> Memo:
    memo = _memo(answers, key)
    answers.passing.let_go(key[0].name)
    return memo


def _memo(answers: Answers, key: Key) -> Memo:
    """Return the memo of a key, whose answer is computed here if it is not known yet."""
    memo = answers.table.find(key)
    if memo is None:
        answers.answer(key)
        memo = answers.table.find(key)
    assert memo is not None
    return memo
