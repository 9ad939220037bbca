"""What is gathered is the same whichever way it came about, and only what changed is looked at."""

import random
from pathlib import Path
from typing import Any

import pytest

from backstory.engine import passing
from backstory.engine.engine import Engine
from backstory.engine.gatherings import Changes, Spot, gathering, index
from backstory.engine.keys import Answer, Input, Noting, Question, Read, in_words, query
from backstory.engine.store import SqliteStore

text: Input[[str], str] = Input("text", "the file {}")


@query("the list of files")
def files(read: Read, note: Noting) -> tuple[str, ...]:
    return tuple(read(text, "list").split())


@query("the words of {}")
def words(read: Read, note: Noting, name: str) -> tuple[str, ...]:
    if "fail" in read(text, name):
        raise ValueError(name)
    return tuple(read(text, name).split())


@query("the least length")
def least(read: Read, note: Noting) -> int:
    return int(read(text, "least") or "0")


def said(member: str, found: tuple[str, ...]) -> list[tuple[Spot, int]]:
    return [((word,), at) for at, word in enumerate(found)]


where = index("where", "where {} is said", members=files, each=words, pairs=said, item=int)


def count(state: int | None, changes: Changes[tuple[str, ...]], least: int, known: Any) -> tuple[int, dict[Spot, int]]:
    """Fold words into their number, for words long enough; the state is how often this was done."""
    sums: dict[Spot, int] = {}
    for before, now in changes.values():
        for sign, each in ((-1, before), (1, now)):
            for word in each or ():
                if len(word) >= least:
                    sums[(word,)] = sums.get((word,), 0) + sign
    return (state or 0) + 1, {key: known(key) + more for key, more in sums.items()}


often = gathering(
    "often",
    "how often {} is said",
    members=files,
    each=words,
    fold=count,
    answer=int,
    empty=0,
    state=int,
    options=least,
)


@query("the page of {}")
def page(read: Read, note: Noting, word: str) -> str:
    return f"{word}: {read(where, word)}, {read(often, word)} times"


QUESTIONS: dict[str, Question[Any, Any]] = {
    each.name: each for each in (text, files, words, least, where, where.whole, often, often.whole, page)
}
WORDS = ("a", "b", "cc", "dd", "eee")


def world(content: dict[str, str]) -> dict[Input[Any, Any], Answer]:
    return {text: Answer(lambda name: content.get(name, ""))}


def pages(engine: Engine) -> list[str]:
    return [engine.ask(page, word) for word in WORDS]


def names_run(engine: Engine) -> list[str]:
    return [in_words(key) for key in engine.runs]


def test_an_index_says_who_says_what_in_order_of_member() -> None:
    engine = Engine(world({"list": "y x", "x": "a b a", "y": "a"}))
    assert engine.ask(where, "a") == (("x", 0), ("x", 2), ("y", 0))
    assert engine.ask(where, "nobody says this") == ()


def test_only_the_member_that_changed_and_the_pages_that_show_it_run() -> None:
    content = {"list": "x y", "x": "a b", "y": "cc"}
    engine = Engine(world(content))
    pages(engine)
    content["y"] = "cc dd"
    engine.refresh()
    assert names_run(engine) == [
        "the words of y",
        "what is gathered for where",
        "what is gathered for often",
        "the page of dd",
    ]


def test_a_part_has_the_member_that_changed_for_its_cause() -> None:
    content = {"list": "x y", "x": "a b", "y": "cc"}
    engine = Engine(world(content))
    pages(engine)
    content["y"] = "a"
    engine.refresh()
    run = engine.last_run((where, ("a",)))
    assert run is not None
    assert run.cause == (words, ("y",))


def test_options_that_change_fold_everything_in_anew() -> None:
    content = {"list": "x", "x": "a b cc"}
    engine = Engine(world(content))
    assert engine.ask(often, "a") == 1
    content["least"] = "2"
    engine.refresh()
    assert (engine.ask(often, "a"), engine.ask(often, "cc")) == (0, 1)


def test_what_nobody_wants_is_forgotten_whole() -> None:
    engine = Engine(world({"list": "x", "x": "a b"}))
    engine.ask(where, "a")
    engine.release(where, "a")
    assert len(engine) == 0


def test_a_member_that_failed_is_gathered_when_it_is_well_again() -> None:
    content = {"list": "x y", "x": "a", "y": "a"}
    engine = Engine(world(content))
    pages(engine)
    content["y"] = "fail"
    engine.refresh()
    with pytest.raises(ValueError, match="y"):
        engine.complain()
    content |= {"x": "b", "y": "cc"}
    engine.refresh()
    assert pages(engine) == pages(Engine(world(content)))


def test_large_parts_come_back_though_memory_is_heavy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(passing, "WEIGHT", 0)
    content = {"list": "x", "x": "a b " * 2_000}
    engine = Engine(world(content), SqliteStore(tmp_path / "memory", QUESTIONS.__getitem__, "test"))
    found = [engine.ask(where, word) for word in "ab"]
    engine.save({})
    again = Engine(world(content), SqliteStore(tmp_path / "memory", QUESTIONS.__getitem__, "test"))
    assert [again.ask(where, word) for word in "ab"] == found


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("anew", [False, True])
def test_random_changes_give_what_a_new_engine_gives(seed: int, anew: bool, tmp_path: Path) -> None:
    chance = random.Random(seed)
    content = {"list": "x y", "x": "a b", "y": "cc"}
    store = None

    def begin() -> Engine:
        nonlocal store
        store = SqliteStore(tmp_path / "memory", QUESTIONS.__getitem__, "test")
        return Engine(world(content), store)

    engine = begin()
    for _ in range(12):
        if chance.random() < 0.3:
            content["list"] = " ".join(chance.sample("vwxyz", chance.randrange(6)))
        if chance.random() < 0.1:
            content["least"] = str(chance.randrange(3))
        content[chance.choice("vwxyz")] = " ".join(chance.choices(WORDS, k=chance.randrange(4)))
        engine.refresh()
        clean = Engine(world(content))
        assert pages(engine) == pages(clean)
        assert anew or len(engine) == len(clean)
        engine.save({})
        if anew:
            assert store
            store.close()
            engine = begin()
