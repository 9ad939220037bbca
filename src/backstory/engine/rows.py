"""Memos as rows of a table: MessagePack and numbers.

Knows the columns. Must never know a file, nor when an answer is out of date.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from backstory.engine.keys import Input, Question
from backstory.engine.memos import Memo
from backstory.notes import Note

SMALL = 2_048
"""A value of fewer bytes than this stands with its memo, and comes along with it."""
COLUMNS = "number, name, args, digest, stamp, notes, reads, readers, changed, ran, cause, root"
PUT = (
    "INSERT INTO memo VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14) ON CONFLICT (number) DO "
    "UPDATE SET digest = excluded.digest, stamp = excluded.stamp, notes = excluded.notes, reads = excluded.reads, "
    "readers = excluded.readers, changed = excluded.changed, ran = excluded.ran, cause = excluded.cause, "
    "root = excluded.root, small = CASE WHEN ?15 THEN excluded.small ELSE small END"
)
_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.decode
_notes = msgspec.msgpack.Decoder(tuple[Note, ...])


def memo_of(row: tuple[Any, ...], question: Callable[[str], Question[Any, Any]]) -> Memo:
    """Return the memo of a row of COLUMNS, without its value. Raises whatever a damaged row makes it raise."""
    number, name, args, digest, stamp, notes, reads, readers, changed, ran, cause, root = row
    memo = Memo(number, (question(name), tuple(_unpack(args))))
    memo.digest, memo.stamp = digest, _stamp(stamp)
    memo.notes = _notes.decode(notes) if notes else ()
    memo.reads, memo.readers = tuple(_numbers(reads)), set(_numbers(readers))
    memo.changed, memo.ran, memo.cause, memo.root = changed, ran, cause, bool(root)
    return memo


def row_of(memo: Memo, value: bytes | None) -> tuple[Any, ...]:
    """Return the row of a memo, for PUT. `value` is its packed value, None if that stays what it was."""
    question, args = memo.key
    return (
        memo.number,
        question.name,
        _pack(args),
        isinstance(question, Input),
        memo.digest,
        _pack(memo.stamp),
        value if value is not None and len(value) < SMALL else None,
        _pack(memo.notes) if memo.notes else None,
        numbers_packed(memo.reads),
        numbers_packed(memo.readers),
        memo.changed,
        memo.ran,
        memo.cause,
        memo.root,
        value is not None,
    )


def _stamp(packed: bytes) -> Any:
    found = _unpack(packed)
    return tuple(found) if isinstance(found, list) else found


def numbers_packed(numbers: Iterable[int]) -> bytes:
    """Return the numbers of memos as bytes."""
    return array("I", numbers).tobytes()


def _numbers(packed: bytes) -> array[int]:
    found = array("I")
    found.frombytes(packed)
    return found
