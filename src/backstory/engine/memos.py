"""Answers and their traces, in memory and, where there is a store, on disk.

Knows what is remembered of an answer and how to find it. Must never know when an answer is out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, Final, Protocol

import msgspec

from backstory.engine.keys import Input, Key, Question, Stamp
from backstory.notes import Note

NOTHING: Final = object()
"""Stands for a value that is not at hand."""
FIRST: Final = -1
"""Stands for the cause of a first run."""


class Memo:
    """An answer and its trace. Other memos are named by their numbers, so that few of them need be in memory.

    `changed` is the revision in which the value last became another; `ran` the one in which it was last computed, and
    `cause` the read whose change made that necessary, or FIRST. `stamp` is an input's.
    """

    __slots__ = (
        "broken", "cause", "changed", "digest", "key", "notes", "number", "ran", "readers", "reads", "root", "stamp",
        "value",
    )  # fmt: skip

    def __init__(self, number: int, key: Key) -> None:
        self.number = number
        self.key = key
        self.value: Any = NOTHING
        self.digest: bytes = b""
        self.stamp: Any = None
        self.notes: tuple[Note, ...] = ()
        self.reads: tuple[int, ...] = ()
        self.readers: set[int] = set()
        self.changed = 0
        self.ran = 0
        self.cause = FIRST
        self.root = False
        self.broken = False


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An input as it was when it was looked at last: its memo's number, its arguments, digest and stamp.

    It takes no more to see that the world is as it was: the memos of inputs that did not change stay where they are.
    """

    number: int
    args: tuple[Any, ...]
    digest: bytes
    stamp: Stamp


class Store(Protocol):
    """Where memos are kept between commands. `about` is what else was written down, by key."""

    about: dict[str, Any]

    def find(self, key: Key) -> Memo | None:
        """Return a memo by its key, without its value."""

    def load(self, number: int) -> Memo | None:
        """Return a memo by its number, without its value."""

    def value(self, memo: Memo) -> tuple[Any, int]:
        """Return a memo's value, or NOTHING when it is not kept, and how many bytes it takes on disk."""

    def seen(self) -> dict[Question[Any, Any], list[Seen]]:
        """Return what is known of all inputs, by question."""

    def named(self, name: str) -> Iterator[int]:
        """Return the numbers of the memos of one question."""

    def notes(self, without: set[int]) -> Iterator[Note]:
        """Return the notes of all memos but those with the given numbers."""

    def save(
        self,
        memos: Iterable[Memo],
        links: Iterable[Memo],
        dropped: Iterable[int],
        seen: Mapping[str, list[Seen]],
        about: dict[str, Any],
        heavy: int,
    ) -> None:
        """Write down memos whole, the readers of others, forget some, and remember what else there is to say.

        `seen` are all inputs of some questions. All or nothing. Values of more than `heavy` bytes are let go of, unless
        it is 0.
        """


class Table:
    """All memos, by key and by number. Those that the store has come in when they are asked for.

    Since the last time that all was written down, `touched` ones were made or changed, of `linked` ones the readers.
    """

    def __init__(self, store: Store | None, next_number: int = 1) -> None:
        self.store = store
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
            memo = self._in(self.store.find(key))
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

    def inputs(self) -> list[tuple[Question[Any, Any], list[Seen]]]:
        """Return what is known of all inputs, by question."""
        return [(question, list(found.values())) for question, found in self._seen.items()]

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
        """Write down what is new since the last time; let go of values of more than `heavy` bytes, unless 0."""
        if self.store is not None:
            memos = (memo for number in sorted(self.touched) if (memo := self._by_number.get(number)))
            rest = sorted(self.linked - self.touched)
            links = (memo for number in rest if (memo := self._by_number.get(number)))
            seen = {question.name: list(self._seen[question].values()) for question in self._looked}
            self.store.save(memos, links, sorted(self.dropped), seen, about, heavy)
        self.touched.clear()
        self.linked.clear()
        self.dropped.clear()
        self._looked.clear()


def digest(value: Any) -> bytes:
    """Return what tells a value from others: its own `digest` where it has one, else a hash of its bytes."""
    own = getattr(value, "digest", None)
    if isinstance(own, bytes | str) and own:
        return own if isinstance(own, bytes) else own.encode()
    data = value if isinstance(value, bytes) else value.encode() if isinstance(value, str) else _encoded(value)
    return hashlib.blake2b(data, digest_size=16, person=type(value).__name__.encode()[:16]).digest()


def _encoded(value: Any) -> bytes:
    return msgspec.msgpack.encode(value, order="deterministic")


@lru_cache(maxsize=512)
def decoder(question: Question[Any, Any]) -> msgspec.msgpack.Decoder[Any]:
    """Return what makes a question's answers of their MessagePack."""
    return msgspec.msgpack.Decoder(question.shape())
