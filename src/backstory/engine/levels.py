"""In which order changed answers are computed again: lower questions before those that read them.

Knows names of questions and who reads whom. Must never know an answer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from heapq import heappop, heappush


class TangledError(Exception):
    """Questions of some names read one another in a circle, so that they can't be put in order: build anew instead."""


class LaterError(Exception):
    """Stops a run that needs an answer which may be out of date still: it is done again when that one is sure."""


class Levels:
    """A level for each question's name: one above the highest that it was ever seen to read; inputs have none."""

    def __init__(self, of: Mapping[str, int], reads: Mapping[str, Iterable[str]]) -> None:
        self.of = dict(of)
        self.reads = {name: set(names) for name, names in reads.items()}
        self.version = 0
        self.tangled = False

    def known(self, name: str) -> set[str]:
        """Return the names of the questions that a question was seen to read."""
        self.of.setdefault(name, 1)
        return self.reads.setdefault(name, set())

    def saw(self, name: str, names: set[str]) -> None:
        """Take notice that a question read others."""
        known = self.known(name)
        if not names <= known:
            known |= names
            self._lift()

    def _lift(self) -> None:
        """Raise levels until each stands above what it reads. More rounds than there are names mean a circle."""
        for _ in range(len(self.reads) + 2):
            higher = {
                name: lowest
                for name, names in self.reads.items()
                if (lowest := 1 + max((self.of.get(each, 1) for each in names), default=0)) > self.of[name]
            }
            if not higher:
                return
            self.of |= higher
            self.version += 1
        self.tangled = True


class Queue:
    """What is to be computed again, lowest level first, and in the order of numbers within a level."""

    def __init__(self, levels: Levels, name_of: Callable[[int], str]) -> None:
        self._levels = levels
        self._name_of = name_of
        self._causes: dict[int, int] = {}
        self._fresh: list[int] = []
        self._heap: list[tuple[int, int]] = []
        self._version = 0
        self._abreast = 0

    def __bool__(self) -> bool:
        return bool(self._causes)

    def put(self, number: int, cause: int) -> None:
        """Add a memo's number, unless it waits already."""
        if not self._causes:
            self._abreast = 0
        if number not in self._causes:
            self._causes[number] = cause
            self._fresh.append(number)

    def take(self) -> tuple[int, int]:
        """Return the next number and its cause, and take it out."""
        self._sort_in()
        _, number = heappop(self._heap)
        return number, self._causes.pop(number)

    def holds(self, number: int) -> bool:
        """Say whether a number waits."""
        return number in self._causes

    def drop(self, number: int) -> int:
        """Take out a number that waits, whose answer came from elsewhere, and return its cause."""
        return self._causes.pop(number)

    def abreast(self, least: int) -> list[int]:
        """Return all numbers of the lowest level, or none if they are fewer than `least` or were returned before."""
        if len(self._causes) < least:
            return []
        self._sort_in()
        lowest = self._heap[0][0]
        if lowest <= self._abreast:
            return []
        self._abreast = lowest
        found = [number for level, number in self._heap if level == lowest and number in self._causes]
        return sorted(found) if len(found) >= least else []

    def may_change(self, number: int, name: str) -> bool:
        """Say whether an answer may still become another one: it waits, or something of a lower level does."""
        if number in self._causes:
            return True
        self._sort_in()
        return bool(self._heap) and self._levels.of.get(name, 1) > self._heap[0][0]

    def _sort_in(self) -> None:
        if self._version != self._levels.version:
            self._fresh = list(self._causes)
            self._heap.clear()
            self._version = self._levels.version
        for number in self._fresh:
            if number in self._causes:
                heappush(self._heap, (self._levels.of.get(self._name_of(number), 1), number))
        self._fresh.clear()
        while self._heap and self._heap[0][1] not in self._causes:
            heappop(self._heap)
