"""What passes through memory: what is not written down yet is not let go of for its weight."""

from backstory.engine.keys import Noting, Read, query
from backstory.engine.memos import NOTHING, Memo
from backstory.engine.passing import Passing


@query("a value of {}")
def kept_value(read: Read, note: Noting, name: str) -> str:
    return name


def test_what_is_not_written_down_stays() -> None:
    passing, old, new = Passing(), Memo(1, (kept_value, ("old",))), Memo(2, (kept_value, ("new",)))
    for memo in (old, new):
        memo.value = memo.key[1][0]
        passing.add(memo, 4_000)
    passing.thin_out({2})
    assert old.value is NOTHING
    assert new.value == "new"
    passing.thin_out()
    assert new.value is NOTHING
