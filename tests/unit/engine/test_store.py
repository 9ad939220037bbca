"""Memos in a file: what a first build writes, and what somebody who comes later finds."""

import sqlite3
from pathlib import Path

import pytest

from backstory.engine.keys import Noting, Read, query
from backstory.engine.memos import NOTHING, Memo
from backstory.engine.rows import SMALL
from backstory.engine.store import SqliteStore, StoreError, unfinished


@query("a text of {}")
def text(read: Read, note: Noting, name: str) -> str:
    return name


def store(path: Path) -> SqliteStore:
    return SqliteStore(path, {"text": text}.__getitem__, "test")


def memo(number: int, name: str, value: str) -> Memo:
    made = Memo(number, (text, (name,)))
    made.value = value
    return made


def put(into: SqliteStore, *memos: Memo, half: bool = False, heavy: int = 0) -> None:
    into.save(memos, (), (), {}, {"half": half}, heavy)


LONG = "a" * SMALL


def test_values_come_back_small_ones_with_their_memos(tmp_path: Path) -> None:
    made = store(tmp_path / "a.db")
    put(made, memo(1, "small", "b"), memo(2, "large", LONG))
    small, large = made.find((text, ("small",))), made.find((text, ("large",)))
    assert small and large and (small.value, large.value) == ("b", NOTHING)
    assert made.value(large) == (LONG, len(LONG) + 3)


@pytest.mark.parametrize(("first", "second"), [("b", LONG), (LONG, "b")])
def test_a_value_may_become_small_or_large(tmp_path: Path, first: str, second: str) -> None:
    made = store(tmp_path / "a.db")
    for value in (first, second):
        put(made, memo(1, "it", value))
    found = made.find((text, ("it",)))
    assert found and made.value(found)[0] == second


def test_a_memo_written_without_its_value_keeps_it(tmp_path: Path) -> None:
    made, gone = store(tmp_path / "a.db"), memo(1, "it", LONG)
    put(made, gone, heavy=10)
    assert gone.value is NOTHING
    put(made, gone)
    assert made.value(gone)[0] == LONG


def test_what_is_half_of_a_first_build_is_unfinished(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    made = store(path)
    put(made, memo(1, "it", "b"), half=True)
    assert unfinished(path)
    put(made, memo(2, "other", "b"))
    assert not unfinished(path)
    made.close()
    again = store(path)
    assert again.find((text, ("it",))) and again.find((text, ("other",)))


def test_a_settled_file_can_be_read_by_others_while_more_is_written(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    made = store(path)
    put(made, memo(1, "it", "b"), half=True)
    made.settle()
    other = SqliteStore(path, {"text": text}.__getitem__, "test", frozen=True)
    put(made, memo(2, "later", "b"), half=True)
    assert other.find((text, ("it",))) and not other.find((text, ("later",)))
    made.thaw()
    assert made.find((text, ("later",)))


def test_a_file_of_something_else_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(b"something else" * 100)
    assert not unfinished(path)
    with pytest.raises(StoreError):
        store(path)
    sqlite3.connect(tmp_path / "b.db").close()
    assert unfinished(tmp_path / "b.db") and unfinished(tmp_path / "none.db")
