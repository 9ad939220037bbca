"""Keeps memos on disk between commands: one SQLite file, data only.

Knows rows and MessagePack. Must never know when an answer is out of date. What can't be read (a damaged or foreign
file, an answer of another shape) raises StoreError, and whoever asked begins anew.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec

from backstory.engine.keys import Key, Question
from backstory.engine.memos import NOTHING, Memo, Seen, decoder
from backstory.engine.rows import COLUMNS, PUT, SMALL, memo_of, numbers_packed, row_of
from backstory.notes import Note

SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE memo (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, args BLOB NOT NULL, input INTEGER NOT NULL, digest BLOB, stamp BLOB,
    small BLOB, notes BLOB, reads BLOB, readers BLOB, changed INTEGER, ran INTEGER, cause INTEGER, root INTEGER
);
CREATE TABLE large (number INTEGER PRIMARY KEY, value BLOB NOT NULL);
CREATE TABLE world (name TEXT PRIMARY KEY, seen BLOB) WITHOUT ROWID;
CREATE INDEX by_notes ON memo (number) WHERE notes IS NOT NULL;
"""
FINISHED = 1
"""The `user_version` of a file that was finished once."""
AT_ONCE = 500
"""How many memos are made ready to be written at a time."""
INDEX = "CREATE UNIQUE INDEX IF NOT EXISTS by_key ON memo (name, args)"
FIND = f"SELECT small, {COLUMNS} FROM memo WHERE name = ? AND args = ?"
LOAD = f"SELECT {COLUMNS} FROM memo WHERE number = ?"
VALUED = f"SELECT small, {COLUMNS} FROM memo WHERE number = ?"
VALUE = "SELECT ifnull(small, (SELECT value FROM large WHERE number = ?1)) FROM memo WHERE number = ?1"
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
        self._young = not frozen and unfinished(path)
        try:
            if frozen:
                self._db = sqlite3.connect(f"{self.path.as_uri()}?immutable=1", uri=True, check_same_thread=False)
            else:
                self._db = sqlite3.connect(path, timeout=5.0, isolation_level=None, check_same_thread=False)
                self._begin()
            self.about = self._open()
            self.empty = self._db.execute("SELECT 1 FROM memo LIMIT 1").fetchone() is None
        except (sqlite3.Error, msgspec.DecodeError) as problem:
            raise StoreError(str(problem)) from problem

    def _begin(self) -> None:
        """Write a young file without a journal: nobody goes on from it should it never be finished."""
        if self._young:
            self._db.execute("PRAGMA page_size=8192")
            self._db.execute("PRAGMA journal_mode=OFF")
            self._db.execute("PRAGMA synchronous=OFF")
        else:
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=NORMAL")

    def _grow_up(self) -> None:
        """Index a young file, and have it safe from now on, whatever happens to the process or the machine."""
        if self._young:
            for statement in (INDEX, f"PRAGMA user_version={FINISHED}"):
                self._db.execute(statement)
                with self.path.open("rb") as file:
                    os.fsync(file.fileno())
            self._young = False
            self._begin()

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
        try:
            self._grow_up()
            self._db.execute("PRAGMA wal_autocheckpoint=0")
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        except (sqlite3.Error, OSError) as problem:
            raise StoreError(str(problem)) from problem

    def thaw(self) -> None:
        """Let the file change again."""
        self._db.execute("PRAGMA wal_autocheckpoint=1000")

    def close(self) -> None:
        """Close the file."""
        self._db.close()

    def find(self, key: Key) -> Memo | None:
        """Return a memo by its key, with its value where that is small."""
        return self._valued(next(self._rows(FIND, (key[0].name, _pack(key[1]))), None))

    def load(self, number: int, *, valued: bool = False) -> Memo | None:
        """Return a memo by its number, and, if it is to be `valued`, with its value where that is small."""
        if valued:
            return self._valued(next(self._rows(VALUED, (number,)), None))
        row = next(self._rows(LOAD, (number,)), None)
        return self._memo(row) if row else None

    def _valued(self, row: tuple[Any, ...] | None) -> Memo | None:
        if row is None:
            return None
        memo = self._memo(row[1:])
        if row[0] is not None:
            memo.value = self._decoded(memo, row[0])
        return memo

    def _rows(self, statement: str, values: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
        try:
            yield from self._db.execute(statement, values)
        except sqlite3.Error as problem:
            raise StoreError(str(problem)) from problem

    def _memo(self, row: tuple[Any, ...]) -> Memo:
        try:
            return memo_of(row, self._question)
        except (msgspec.DecodeError, KeyError, ValueError, TypeError) as problem:
            raise StoreError(str(problem)) from problem

    def value(self, memo: Memo) -> tuple[Any, int]:
        """Return a memo's value, or NOTHING when it is not kept, and how many bytes it takes on disk."""
        row = next(self._rows(VALUE, (memo.number,)), None)
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
            for number in dropped:
                self._db.execute("DELETE FROM memo WHERE number = ?", (number,))
                self._db.execute("DELETE FROM large WHERE number = ?", (number,))
            waiting = iter(memos)
            while some := list(islice(waiting, AT_ONCE)):
                self._put(some, heavy)
            self._db.executemany(LINK, ((numbers_packed(memo.readers), memo.root, memo.number) for memo in links))
            self.empty = False
            looks = ((name, _pack(found)) for name, found in seen.items())
            self._db.executemany("INSERT OR REPLACE INTO world VALUES (?, ?)", looks)
            pairs = ((key, _pack(value)) for key, value in about.items())
            self._db.executemany("INSERT OR REPLACE INTO about VALUES (?, ?)", pairs)
            self._db.execute("COMMIT")
            if not about.get("half"):
                self._grow_up()
        except (sqlite3.Error, OSError) as problem:
            with suppress(sqlite3.Error):  # with a full disk SQLite has done so itself
                self._db.execute("ROLLBACK")
            raise StoreError(str(problem)) from problem

    def _put(self, memos: list[Memo], heavy: int) -> None:
        rows, large = [], []
        for memo in memos:
            value = _pack(memo.value) if memo.key[0].kept and memo.value is not NOTHING else None
            rows.append(row_of(memo, value))
            if value and len(value) >= SMALL:
                large.append((memo.number, value))
            if heavy and value and len(value) > heavy:
                memo.value = NOTHING
        self._db.executemany(PUT, rows)
        self._db.executemany("INSERT OR REPLACE INTO large VALUES (?, ?)", large)
        if not self._young:
            small = ((row[0],) for row in rows if row[6] is not None)
            self._db.executemany("DELETE FROM large WHERE number = ?", small)


def unfinished(path: Path) -> bool:
    """Say whether there is no file, or one of a first build that was never finished. Raises no error.

    SQLite keeps `user_version` in the bytes from 60 to 63 of a file ("Database File Format", section 1.3).
    """
    with suppress(OSError), path.open("rb") as file:
        head = file.read(64)
        return not head or (head[:15] == b"SQLite format 3" and head[60:] == bytes(4))
    return True
