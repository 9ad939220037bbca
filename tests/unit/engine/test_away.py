"""Numbers of memos that left memory, by the hashes of their keys."""

from random import Random

from backstory.engine.away import SLOTS, Away


def test_every_number_is_found_again_though_there_are_many() -> None:
    chance, away = Random(7), Away()
    hashes = [chance.getrandbits(64) - (1 << 63) for _ in range(SLOTS)]
    for number, hashed in enumerate(hashes, 1):
        away.add(hashed, number)
    assert all(number in away.numbers(hashed) for number, hashed in enumerate(hashes, 1))


def test_what_was_never_added_is_hardly_ever_found() -> None:
    away = Away()
    for number in range(1, 1000):
        away.add(number * 7919, number)
    assert [found for hashed in range(-1000, 0) for found in away.numbers(hashed)] == []


def test_equal_hashes_give_all_their_numbers_and_each_once() -> None:
    away = Away()
    for number in (3, 4, 3):
        away.add(12345, number)
    assert sorted(away.numbers(12345)) == [3, 4]
    assert list(away.numbers(12346)) == []
