"""Keeps memos on disk between commands: one SQLite file, data only.

Knows rows and MessagePack. Must never know when an answer is out of date. What can't be read (a damaged or foreign
file, an answer of another shape) raises StoreError, and whoever asked begins anew.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec

from backstory.engine.keys import Input, Key, Question
from backstory.engine.memos import NOTHING, Memo, Seen, decoder
from backstory.notes import Note

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE memo (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, args BLOB NOT NULL, input INTEGER NOT NULL, digest BLOB, stamp BLOB,
    value BLOB, notes BLOB, reads BLOB, readers BLOB, changed INTEGER, ran INTEGER, cause INTEGER, root INTEGER
);
CREATE UNIQUE INDEX by_key ON memo (name, args);
CREATE TABLE world (name TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;
CREATE INDEX by_notes ON memo (number) WHERE notes IS NOT NULL;
"""
SMALL = 2_048
"""A value of fewer bytes than this comes along with its memo."""
COLUMNS = "number, name, args, digest, stamp, notes, reads, readers, changed, ran, cause, root"
PUT = (
    "INSERT INTO memo VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (number) DO UPDATE SET "
    "digest = excluded.digest, stamp = excluded.stamp, notes = excluded.notes, reads = excluded.reads, "
    "readers = excluded.readers, changed = excluded.changed, ran = excluded.ran, cause = excluded.cause, "
    "root = excluded.root, value = coalesce(excluded.value, value)"
)
FIND = f"SELECT CASE WHEN length(value) < {SMALL} THEN value END, {COLUMNS} FROM memo WHERE name = ? AND args = ?"
LOAD = f"SELECT {COLUMNS} FROM memo WHERE number = ?"
LINK = "UPDATE memo SET readers = ?, root = ? WHERE number = ?"
_pack = msgspec.msgpack.encode
_unpack = msgspec.msgpack.decode
_notes = msgspec.msgpack.Decoder(tuple[Note, ...])
_seen = msgspec.msgpack.Decoder(list[Seen])


class StoreError(Exception):
    """The file can't be read, or was written by something else."""


class SqliteStore:
    """Memos in a SQLite file. `question` finds a question by its name; `maker` names the program that writes.

    Threads may share one as long as no two use it at once. A `frozen` one is only read, and nobody writes it as long as
    it is open (`settle`; SQLite, "URI filenames", `immutable`).
    """

    def __init__(
        self, path: Path, question: Callable[[str], Question[Any, Any]], maker: str, *, frozen: bool = False
    ) -> None:
        self.path = path.absolute()
        self._question = question
        self._maker = maker
        try:
            if frozen:
                self._db = sqlite3.connect(f"{self.path.as_uri()}?immutable=1", uri=True, check_same_thread=False)
            else:
                self._db = sqlite3.connect(path, timeout=5.0, isolation_level=None, check_same_thread=False)
                self._db.execute("PRAGMA journal_mode=WAL")
                self._db.execute("PRAGMA synchronous=NORMAL")
            self.about = self._open()
            self.empty = self._db.execute("SELECT 1 FROM memo LIMIT 1").fetchone() is None
        except (sqlite3.Error, msgspec.DecodeError) as problem:
            raise StoreError(str(problem)) from problem

    def _open(self) -> dict[str, Any]:
        known = self._db.execute("SELECT count(*) FROM sqlite_master WHERE name = 'about'").fetchone()[0]
        if not known:
            self._db.executescript(SCHEMA)
            self._db.execute("INSERT INTO about VALUES ('maker', ?)", (_pack(self._maker),))
        about = {key: _unpack(value) for key, value in self._db.execute("SELECT key, value FROM about")}
        if about.get("maker") != self._maker:
            raise StoreError("It was written by another version.")
        return about

    def settle(self) -> None:
        """Have everything that was written in the one file itself, for those who open it frozen.

        It stays as it is then, and what is written later stands beside it, until `thaw`.
        """
        self._db.execute("PRAGMA wal_autocheckpoint=0")
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def thaw(self) -> None:
        """Let the file change again."""
        self._db.execute("PRAGMA wal_autocheckpoint=1000")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def find(self, key: Key) -> Memo | None:
        """Return a memo by its key, with its value where that is small."""
        row = next(self._rows(FIND, (key[0].name, _pack(key[1]))), None)
        if row is None:
            return None
        memo = self._memo(row[1:])
        if row[0] is not None:
            memo.value = self._decoded(memo, row[0])
        return memo

    def load(self, number: int) -> Memo | None:
        """Return a memo by its number, without its value."""
        row = next(self._rows(LOAD, (number,)), None)
        return self._memo(row) if row else None

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.Error as problem:
            raise StoreError(str(problem)) from problem

    def _memo(self, row: tuple[Any, ...]) -> Memo:
        number, name, args, digest, stamp, notes, reads, readers, changed, ran, cause, root = row
        try:
            memo = Memo(number, (self._question(name), tuple(_unpack(args))))
            memo.digest, memo.stamp = digest, _stamp(stamp)
            memo.notes = _notes.decode(notes) if notes else ()
            memo.reads, memo.readers = tuple(_numbers(reads)), set(_numbers(readers))
        except (msgspec.DecodeError, KeyError, ValueError, TypeError) as problem:
            raise StoreError(str(problem)) from problem
        memo.changed, memo.ran, memo.cause, memo.root = changed, ran, cause, bool(root)
        return memo

    def value(self, memo: Memo) -> tuple[Any, int]:
        """Return a memo's value, or NOTHING when it is not kept, and how many bytes it takes on disk."""
        row = next(self._rows("SELECT value FROM memo WHERE number = ?", (memo.number,)), None)
        if row is None or row[0] is None:
            return NOTHING, 0
        return self._decoded(memo, row[0]), len(row[0])

    def _decoded(self, memo: Memo, packed: bytes) -> Any:
        try:
            return decoder(memo.key[0]).decode(packed)
        except msgspec.DecodeError as problem:
            raise StoreError(str(problem)) from problem

    def seen(self) -> dict[Question[Any, Any], list[Seen]]:
        """Return what is known of all inputs, by question."""
        try:
            rows = self._rows("SELECT name, seen FROM world")
            return {self._question(name): _seen.decode(seen) for name, seen in rows}
        except (msgspec.DecodeError, KeyError) as problem:
            raise StoreError(str(problem)) from problem

    def named(self, name: str) -> Iterator[int]:
        """Return the numbers of the memos of one question."""
        return (row[0] for row in self._rows("SELECT number FROM memo WHERE name = ?", (name,)))

    def notes(self, without: set[int]) -> Iterator[Note]:
        """Return the notes of all memos but those with the given numbers."""
        for number, notes in self._rows("SELECT number, notes FROM memo WHERE notes IS NOT NULL"):
            if number not in without:
                yield from _notes.decode(notes)

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
        try:
            self._db.execute("BEGIN IMMEDIATE")
            self._db.executemany("DELETE FROM memo WHERE number = ?", ((number,) for number in dropped))
            self._db.executemany(PUT, (_row(memo, heavy) for memo in memos))
            self._db.executemany(LINK, ((_bytes(memo.readers), memo.root, memo.number) for memo in links))
            self.empty = False
            looks = ((name, _pack(found)) for name, found in seen.items())
            self._db.executemany("INSERT OR REPLACE INTO world VALUES (?, ?)", looks)
            pairs = ((key, _pack(value)) for key, value in about.items())
            self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", pairs)
            self._db.execute("COMMIT")
        except sqlite3.Error as problem:
            with suppress(sqlite3.Error):  # with a full disk SQLite has done so itself
                self._db.execute("ROLLBACK")
            raise StoreError(str(problem)) from problem


def _row(memo: Memo, heavy: int) -> tuple[Any, ...]:
    question, args = memo.key
    value = _pack(memo.value) if question.kept and memo.value is not NOTHING else None
    if heavy and value and len(value) > heavy:
        memo.value = NOTHING
    return (
        memo.number,
        question.name,
        _pack(args),
        isinstance(question, Input),
        memo.digest,
        _pack(memo.stamp),
        value,
        _pack(memo.notes) if memo.notes else None,
        _bytes(memo.reads),
        _bytes(memo.readers),
        memo.changed,
        memo.ran,
        memo.cause,
        memo.root,
    )


def _stamp(packed: bytes) -> Any:
    found = _unpack(packed)
    return tuple(found) if isinstance(found, list) else found


def _bytes(numbers: Iterable[int]) -> bytes:
    return array("I", numbers).tobytes()


def _numbers(packed: bytes) -> array[int]:
    found = array("I")
    found.frombytes(packed)
    return found
