"""What is found wrong in a file of events, each with its line and column; none of it holds a site up.

Knows how many findings of one kind are worth telling. Must never know a format.
"""

from typing import Final

from backstory.notes import Note, warning
from backstory.places import Place

MOST: Final = 20
"""A file with the same fault in every row is one mistake, and is not told a thousand times."""


class Faults:
    """The findings of one file."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._notes: list[Note] = []
        self._counts: dict[str, int] = {}

    def add(self, line: int, column: int, code: str, sentence: str, help: str) -> None:
        """Add a finding; `line` and `column` count from 1."""
        self._counts[code] = self._counts.get(code, 0) + 1
        if self._counts[code] <= MOST:
            self._notes.append(warning(Place(self.path, line, column), f"events/{code}", sentence, help))

    def keep(self, note: Note) -> None:
        """Add a finding of another code as it is."""
        self._notes.append(note)

    def all(self) -> tuple[Note, ...]:
        """Return the findings, with how many of a kind are not told."""
        return tuple(self._told(each) for each in self._notes)

    def _told(self, note: Note) -> Note:
        more = self._counts.get(note.code.removeprefix("events/"), 0) - MOST
        last = more > 0 and note is [each for each in self._notes if each.code == note.code][-1]
        if not last:
            return note
        sentence = f"{note.sentence} There are {more} more like this in the file."
        return Note(note.place, note.code, note.severity, sentence, note.help)
