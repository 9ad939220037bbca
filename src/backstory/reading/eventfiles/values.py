"""What a file of events comes to.

Knows an event and where it stands. Must never know a format.
"""

from msgspec import Struct

from backstory.notes import Note
from backstory.reading.front.headers import EventEntry


class FileEvent(Struct, frozen=True):
    """An event of a file, with the line and the column (from 1) at which it begins.

    `named` says that the file gives it its id.
    """

    entry: EventEntry
    line: int
    column: int = 1
    named: bool = False


class EventFile(Struct, frozen=True):
    """The events of a file in its order, and what was wrong with it."""

    events: tuple[FileEvent, ...] = ()
    notes: tuple[Note, ...] = ()
