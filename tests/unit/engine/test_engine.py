"""The engine answers again only what a change reaches, and says why."""

from typing import Any

import pytest

from backstory.engine.engine import Engine
from backstory.engine.keys import Answer, CycleError, Input, Noting, Query, Read, in_words, query
from backstory.notes import warning
from backstory.places import Place

text: Input[[str], str] = Input("text", "the file {}")


@query("the first line of {}")
def first_line(read: Read, note: Noting, name: str) -> str:
    content = read(text, name)
    if not content:
        note(warning(Place(name, 1), "test/empty", "Empty."))
    return content.split("\n")[0]


@query("the length of {}")
def length(read: Read, note: Noting, name: str) -> int:
    return len(read(first_line, name))


@query("the sum")
def total(read: Read, note: Noting) -> int:
    return sum(read(length, name) for name in read(text, "list").split())


def made(**files: str) -> tuple[Engine, dict[str, str]]:
    return Engine({text: Answer(lambda name: files.get(name, ""))}), files


def names_run(engine: Engine) -> list[str]:
    return [in_words(key) for key in engine.runs]


def test_an_answer_is_computed_once() -> None:
    engine, _ = made(list="a b", a="one\nmore", b="three")
    assert engine.ask(total) == 8
    engine.refresh()
    assert engine.ask(total) == 8
    assert names_run(engine) == []


def test_only_what_a_change_reaches_runs_again() -> None:
    engine, files = made(list="a b", a="one", b="three")
    engine.ask(total)
    files["a"] = "seven"
    assert engine.refresh() == ((text, ("a",)),)
    assert engine.ask(total) == 10
    assert names_run(engine) == ["the first line of a", "the length of a", "the sum"]


def test_an_equal_answer_stops_the_change() -> None:
    engine, files = made(list="a", a="one\nmore")
    engine.ask(total)
    files["a"] = "one\nother"
    engine.refresh()
    engine.ask(total)
    assert names_run(engine) == ["the first line of a"]


def test_the_cause_of_a_run_is_the_read_that_changed() -> None:
    engine, files = made(list="a", a="one")
    engine.ask(total)
    files["a"] = "two and more"
    engine.refresh()
    engine.ask(total)
    run = engine.last_run((total, ()))
    assert run is not None
    assert run.cause == (length, ("a",))


def test_a_question_that_no_longer_matters_is_forgotten() -> None:
    engine, files = made(list="a b", a="one", b="two")
    engine.ask(total)
    files["list"], files["b"] = "a", "changed"
    engine.refresh()
    assert engine.ask(total) == 3
    assert engine.last_run((length, ("b",))) is None


def test_notes_are_replayed_and_go_with_their_answer() -> None:
    engine, files = made(list="a b", a="one", b="")
    engine.ask(total)
    engine.refresh()
    engine.ask(total)
    assert [note.place.path for note in engine.notes()] == ["b"]
    files["list"] = "a"
    engine.refresh()
    engine.ask(total)
    assert engine.notes() == ()


def test_what_nobody_reads_is_forgotten() -> None:
    engine, files = made(list="a b", a="one", b="two")
    engine.ask(total)
    before = len(engine)
    files["list"] = "a"
    engine.refresh()
    engine.ask(total)
    assert len(engine) == before - 3


def circular() -> dict[str, Query[[], int]]:
    def left(read: Read, note: Noting) -> int:
        return read(queries["right"])

    def right(read: Read, note: Noting) -> int:
        return read(queries["left"])

    queries = {"left": Query("left", "the left", left), "right": Query("right", "the right", right)}
    return queries


def test_a_circle_is_named() -> None:
    with pytest.raises(CycleError, match="the left needs the right needs the left"):
        Engine({}).ask(circular()["left"])


def test_a_failure_leaves_the_engine_whole() -> None:
    files: dict[str, Any] = {"a": "1"}

    def fragile(read: Read, note: Noting) -> int:
        return int(read(text, "a"))

    engine = Engine({text: Answer(lambda name: files[name])})
    number: Query[[], int] = Query("number", "the number", fragile)
    assert engine.ask(number) == 1
    files["a"] = "x"
    engine.refresh()
    with pytest.raises(ValueError, match="invalid literal"):
        engine.ask(number)
    files["a"] = "2"
    engine.refresh()
    assert engine.ask(number) == 2


def test_inputs_below_are_all_that_an_answer_rests_on() -> None:
    engine, _ = made(list="a b", a="one", b="two")
    engine.ask(total)
    assert [in_words(key) for key in engine.inputs_below((total, ()))] == ["the file list", "the file a", "the file b"]
