"""Finished pages are held until they are replaced, and room that nothing uses is given back."""

from backstory.building.spool import Spool


def test_the_latest_bytes_of_a_path_are_held() -> None:
    spool = Spool(room=10)
    for path, data in (("a", b"12345"), ("b", b"6789012345"), ("a", b"xx")):
        spool.put(path, data)
    assert (spool.get("a"), spool.get("b"), spool.get("c")) == (b"xx", b"6789012345", None)


def test_what_is_dropped_is_gone() -> None:
    spool = Spool()
    spool.put("a", b"1")
    spool.drop("a")
    assert spool.get("a") is None


def test_room_that_nothing_uses_is_given_back() -> None:
    spool = Spool(room=1000)
    spool.put("b", b"kept")
    for _ in range(100):
        spool.put("a", b"x" * 100)
        spool.settle()
    assert spool.size < 2200
    assert (spool.get("a"), spool.get("b")) == (b"x" * 100, b"kept")


def test_what_was_replaced_is_held_until_all_is_settled() -> None:
    spool = Spool()
    spool.put("a", b"good")
    spool.settle()
    for worse in (b"bad", b"worse"):
        spool.put("a", worse)
        assert (spool.get("a"), spool.former("a")) == (worse, b"good")
    spool.settle()
    assert (spool.get("a"), spool.former("a")) == (b"worse", None)
