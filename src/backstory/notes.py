"""Findings about a site: what is wrong, where, and the way out.

Knows what a finding is. Must never print one.
"""

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Literal

from msgspec import Struct

from backstory.places import Place

Severity = Literal["error", "warning"]


class Note(Struct, frozen=True, order=True):
    """One finding. `code` is `area/what`, for instance `header/bad-date`; every code has a page of its own in the docs.

    `sentence` says what was found, quoting the editor's own words; `help` says what to write instead.
    """

    place: Place
    code: str
    severity: Severity
    sentence: str
    help: str = ""

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}[{self.code}]: {self.sentence} {self.help}".rstrip()


def error(place: Place, code: str, sentence: str, help: str = "") -> Note:
    """Make a finding that keeps the site from being published."""
    return Note(place, code, "error", sentence, help)


def warning(place: Place, code: str, sentence: str, help: str = "") -> Note:
    """Make a finding that an editor should see but that does not stop a build."""
    return Note(place, code, "warning", sentence, help)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean "x"?` for the nearest of the known words, or an empty string when none is near."""
    near = get_close_matches(word.lower(), sorted(set(known)), n=1, cutoff=0.6)
    return f'Did you mean "{near[0]}"?' if near else ""
