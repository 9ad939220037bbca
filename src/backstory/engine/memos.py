"""Answers and their traces, and what a store of them is.

Knows what is remembered of an answer. Must never know when an answer is out of date.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final, Protocol

import msgspec

from backstory.engine.keys import Key, Question, Stamp
from backstory.notes import Note

NOTHING: Final = object()
"""Stands for a value that is not at hand."""
FIRST: Final = -1
"""Stands for the cause of a first run."""


class Memo:
    """An answer and its trace. Other memos are named by their numbers, so that few of them need be in memory.

    `changed` is the revision in which the value last became another; `ran` the one in which it was last computed, and
    `cause` the read whose change made that necessary, or FIRST. `stamp` is an input's. `used` says whether it was asked
    for lately.
    """

    __slots__ = (
        "broken", "cause", "changed", "digest", "key", "notes", "number", "ran", "readers", "reads", "root", "stamp",
        "used", "value",
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
        self.used = True


class Seen(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An input as it was when it was looked at last: its memo's number, its arguments, digest and stamp.

    It takes no more to see that the world is as it was: the memos of inputs that did not change stay where they are.
    """

    number: int
    args: tuple[Any, ...]
    digest: bytes
    stamp: Stamp


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a query: in which revision, and the read whose change caused it.

    `first` says that it had never run; else no `cause` means that what changed is not there any more.
    """

    key: Key
    revision: int
    cause: Key | None
    first: bool


class Store(Protocol):
    """Where memos are kept between commands. `about` is what else was written down, by key; `empty`: no memos yet."""

    about: dict[str, Any]
    empty: bool

    def find(self, key: Key) -> Memo | None:
        """Return a memo by its key, with its value where that is small."""

    def load(self, number: int, *, valued: bool = False) -> Memo | None:
        """Return a memo by its number, and, if it is to be `valued`, with its value where that is small."""

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
