"""What passes through memory: what is not written down yet is not let go of for its weight."""

from backstory.engine.keys import Noting, Read, query
from backstory.engine.memos import NOTHING, Memo
from backstory.engine.passing import WEIGHT, Passing


@query("a value of {}")
def kept_value(read: Read, note: Noting, name: str) -> str:
    return name


def memos(passing: Passing, *names: str) -> list[Memo]:
    found = [Memo(number, (kept_value, (name,))) for number, name in enumerate(names, 1)]
    for memo in found:
        memo.value = memo.key[1][0]
        passing.add(memo, WEIGHT)
    return found


def test_what_is_not_written_down_stays() -> None:
    passing = Passing()
    old, new = memos(passing, "old", "new")
    old.used = new.used = False
    passing.thin_out({2})
    assert old.value is NOTHING
    assert new.value == "new"
    passing.thin_out()
    assert new.value is NOTHING


def test_a_large_value_that_everybody_asks_for_stays_and_weighs_once() -> None:
    passing = Passing()
    wanted, alone = memos(passing, "wanted", "alone")
    assert passing.heavy
    passing.lighten(())
    assert not passing.heavy
    wanted.used = True
    passing.lighten(())
    assert wanted.value == "wanted"
    assert alone.value is NOTHING
