"""Where memos are that have left memory before anybody could look them up by their keys.

A first build writes memos down in the order of their numbers, and the index of keys at its end, for that is several
times cheaper. Until then this knows the numbers, in eight bytes each. Knows hashes and numbers. Must never know a key.
"""

from array import array
from collections.abc import Iterator

SLOTS = 1 << 16
"""How many places there are in the beginning: a power of two, as always."""
HALF = 0xFFFFFFFF


class Away:
    """The numbers of memos by the hashes of their keys. Other keys may have the same hash: a number is only likely.

    A table with open addresses and linear probing (Knuth, "The Art of Computer Programming" 3, section 6.4, algorithm
    L): half of the hash stands beside the number, and chooses the place. Numbers begin at 1.
    """

    def __init__(self) -> None:
        self._slots = array("Q", bytes(8 * SLOTS))
        self._count = 0

    def add(self, hashed: int, number: int) -> None:
        """Remember a memo's number, once."""
        if self._count * 3 > len(self._slots) * 2:
            self._grow()
        self._put((hashed & HALF) << 32 | number)

    def numbers(self, hashed: int) -> Iterator[int]:
        """Yield the numbers of the memos whose keys may have this hash."""
        slots, mask, half = self._slots, len(self._slots) - 1, hashed & HALF
        place = half & mask
        while found := slots[place]:
            if found >> 32 == half:
                yield found & HALF
            place = (place + 1) & mask

    def _put(self, entry: int) -> None:
        slots, mask = self._slots, len(self._slots) - 1
        place = (entry >> 32) & mask
        while found := slots[place]:
            if found == entry:
                return
            place = (place + 1) & mask
        slots[place] = entry
        self._count += 1

    def _grow(self) -> None:
        old = self._slots
        self._slots, self._count = array("Q", bytes(16 * len(old))), 0
        for entry in old:
            if entry:
                self._put(entry)
