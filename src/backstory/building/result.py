"""What a build comes to: outputs, findings, and figures about the work.

Knows values only. Must never know how they were made.
"""

import time

from msgspec import Struct

from backstory.files.output import Output
from backstory.notes import Note

__all__ = ["Build", "Output"]


class CrewError(Exception):
    """Workers that were asked for can't be had. The sentence says why."""


class Build(Struct, frozen=True):
    """The result of a build. `outputs` is the whole site by path; with errors among the notes it is not published."""

    outputs: dict[str, Output]
    notes: tuple[Note, ...]
    pages: int
    queries: int
    runs: int
    seconds: float

    @property
    def errors(self) -> int:
        """The number of findings that keep the site from being published."""
        return sum(each.severity == "error" for each in self.notes)

    @property
    def warnings(self) -> int:
        """The number of findings that do not."""
        return len(self.notes) - self.errors


def result(outputs: dict[str, Output], notes: tuple[Note, ...], queries: int, runs: int, start: float) -> Build:
    """Return the result of a build that began at `start`, a time of `time.perf_counter`."""
    pages = sum(path.endswith(".html") for path in outputs)
    return Build(outputs, notes, pages, queries, runs, time.perf_counter() - start)
