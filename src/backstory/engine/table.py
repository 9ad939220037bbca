"""All memos: in memory, and those that are written down.

Knows how to find a memo, and which are not needed in memory. Must never know when an answer is out of date.
"""

from __future__ import annotations

import gc
from collections.abc import Collection, Container, Iterator, Mapping
from typing import Any

from backstory.engine.away import Away
from backstory.engine.giving import give_back
from backstory.engine.keys import Answer, Input, Key, Question
from backstory.engine.memos import Memo, Seen, Store
from backstory.notes import Note

SELDOM = 4
"""Every so many times that memos leave memory, what stands in circles (templates of finished pages) goes too."""
FEW = 4
"""When a fourth of the memos for which there is room is not written down yet, it is written down."""


class Table:
    """All memos, by key and by number. Those that the store has come in when they are asked for.

    With more than `room` memos in memory (0: no matter how many) it is `crowded`. Since the last time that all was
    written down, `touched` memos were made or changed, of `linked` ones the readers.
    """

    def __init__(self, store: Store | None, next_number: int = 1, room: int = 0) -> None:
        self.store = store
        self._room = room if store else 0
        self._swept = 0
        self._away = Away() if store and store.empty else None
        self.by_key: dict[Key, Memo] = {}
        self.next_number = next_number
        self.touched: set[int] = set()
        self.linked: set[int] = set()
        self.dropped: set[int] = set()
        self._by_number: dict[int, Memo] = {}
        self._seen: dict[Question[Any, Any], dict[int, Seen]] = {}
        for question, found in (store.seen() if store else {}).items():
            self._seen[question] = {each.number: each for each in found}
        self._looked: set[Question[Any, Any]] = set()

    def __len__(self) -> int:
        return len(self.by_key)

    def find(self, key: Key) -> Memo | None:
        """Return a memo by its key, or None."""
        memo = self.by_key.get(key)
        if memo is None and self.store is not None:
            memo = self._in(_looked_up(self._away, self.store, key) if self._away else self.store.find(key))
        return memo

    def at(self, number: int) -> Memo | None:
        """Return a memo by its number, or None when it has been forgotten."""
        memo = self._by_number.get(number)
        if memo is None and self.store is not None and number not in self.dropped:
            memo = self._in(self.store.load(number))
        return memo

    def _in(self, memo: Memo | None) -> Memo | None:
        if memo is None or memo.number in self.dropped:
            return None
        self.by_key[memo.key] = memo
        self._by_number[memo.number] = memo
        return memo

    def new(self, key: Key) -> Memo:
        """Make a memo for a key that has none."""
        memo = Memo(self.next_number, key)
        self.next_number += 1
        self.by_key[key] = memo
        self._by_number[memo.number] = memo
        self.touched.add(memo.number)
        return memo

    def forget(self, memo: Memo) -> None:
        """Drop a memo."""
        del self.by_key[memo.key]
        del self._by_number[memo.number]
        if isinstance(memo.key[0], Input):
            self._seen[memo.key[0]].pop(memo.number, None)
            self._looked.add(memo.key[0])
        self.touched.discard(memo.number)
        self.dropped.add(memo.number)

    def saw(self, memo: Memo) -> None:
        """Take notice of how an input looks now."""
        question, args = memo.key
        self._seen.setdefault(question, {})[memo.number] = Seen(memo.number, args, memo.digest, memo.stamp)
        self._looked.add(question)
        self.touched.add(memo.number)

    def doubtful(self, world: Mapping[Any, Answer], only: Collection[str] | None) -> Iterator[Memo]:
        """Yield the inputs that a glance does not show to be what they were.

        With `only`, no others are looked at than those that it names in their first argument, and those without any.
        """
        for question, known in list(self._seen.items()):
            seen = [each for each in known.values() if only is None or not each.args or each.args[0] in only]
            stamps = world[question].stamps([each.args for each in seen])
            for each, stamp in zip(seen, stamps, strict=True):
                if stamp is None or stamp != each.stamp:
                    memo = self.at(each.number)
                    assert memo is not None
                    yield memo

    @property
    def crowded(self) -> bool:
        """Whether some memos should leave memory, or be written down, so that their values can."""
        return self.full or 0 < self._room < FEW * len(self.touched)

    @property
    def full(self) -> bool:
        """Whether some memos should leave memory."""
        return 0 < self._room < len(self.by_key)

    def make_room(self, working: Container[Key]) -> None:
        """Let memos leave memory that are written down, first those that nobody asked for since the last time.

        Those of answers that are being worked out, and those that failed, stay.
        """
        for again in range(2):
            for memo in list(self._by_number.values()):
                if memo.broken or memo.key in working or (memo.used and not again):
                    memo.used = False
                else:
                    self._out(memo)
            if len(self.by_key) * 2 < self._room:
                break
        give_back()
        self._swept = (self._swept + 1) % SELDOM
        if not self._swept:
            gc.collect()  # a build keeps the collector still, and now there is little to look through

    def _out(self, memo: Memo) -> None:
        del self.by_key[memo.key]
        del self._by_number[memo.number]
        if self._away:
            self._away.add(hash(memo.key), memo.number)

    @property
    def dirty(self) -> bool:
        """Whether there is anything that was not written down yet."""
        return bool(self.touched or self.linked or self.dropped)

    def named(self, question: Question[Any, Any]) -> list[Memo]:
        """Return the memos of one question."""
        if self.store is not None:
            for number in list(self.store.named(question.name)):
                self.at(number)
        return [memo for memo in self.by_key.values() if memo.key[0] is question]

    def notes(self) -> set[Note]:
        """Return the notes of all memos, each once."""
        found = {note for memo in self.by_key.values() for note in memo.notes}
        if self.store is not None:
            found.update(self.store.notes(self.dropped | set(self._by_number)))
        return found

    def save(self, about: dict[str, Any], heavy: int = 0) -> None:
        """Write down what is new since the last time; let go of values of more than `heavy` bytes, unless 0.

        What is only `half` of it says nothing of inputs yet: nobody will go on from there.
        """
        if self.store is not None:
            memos = (memo for number in sorted(self.touched) if (memo := self._by_number.get(number)))
            rest = sorted(self.linked - self.touched)
            links = (memo for number in rest if (memo := self._by_number.get(number)))
            looked = () if about.get("half") else self._looked
            seen = {question.name: list(self._seen[question].values()) for question in looked}
            self.store.save(memos, links, sorted(self.dropped), seen, about, heavy)
        self.touched.clear()
        self.linked.clear()
        self.dropped.clear()
        if not about.get("half"):
            self._looked.clear()


def _looked_up(away: Away, store: Store, key: Key) -> Memo | None:
    found = (store.load(number, valued=True) for number in away.numbers(hash(key)))
    return next((memo for memo in found if memo is not None and memo.key == key), None)
