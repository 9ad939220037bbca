"""Figures whole: with the rows of the files beside them, and what a translation takes from its original.

Knows where a figure's values stand. Must never know how they are drawn, nor what a story says of them.
"""

import posixpath
from collections.abc import Callable
from typing import Any

import msgspec
from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file
from backstory.library.cards import card
from backstory.library.documents import document, language_of, settings
from backstory.library.names import find
from backstory.library.stories import languages, shelf
from backstory.notes import Note, error, warning
from backstory.reading.counts.tables import as_breakdown, as_series
from backstory.reading.front.headers import FigureHeader, Point, Share

ROWS = ("series", "breakdown")
Rows = tuple[tuple[Point, ...] | tuple[Share, ...], tuple[Note, ...]]
READERS: dict[str, Callable[[bytes, str, str], Rows]] = {"series": as_series, "breakdown": as_breakdown}


@query("the figure {}")
def figure_of(read: Read, note: Noting, path: str) -> FigureHeader:
    """Return a figure's header with the rows of its files; what a translation leaves out is its original's."""
    found = read(document, path)
    header = found.header
    assert isinstance(header, FigureHeader)
    for name in ROWS:
        if file := getattr(header, f"{name}_file"):
            header = msgspec.structs.replace(header, **{name: _rows(read, note, path, name, file)})
    if header.translation_of:
        original = find(read, header.translation_of, read(settings).language, ("figure",)).path
        if original and original != path:
            header = _filled(header, read(figure_of, original))
    return header


def _rows(read: Read, note: Noting, path: str, name: str, file: str) -> tuple[Any, ...]:
    content = read(settings).content
    where = posixpath.normpath(posixpath.join(posixpath.dirname(path), file))
    data = read(source_file, where) if where.startswith(content + "/") else None
    if data is None:
        help = "Put the file beside the figure, or mend its name."
        note(error(read(document, path).place(name), "data/missing", f'There is no file "{file}" here.', help))
        return ()
    rows, notes = READERS[name](data, where, language_of(read(document, path).header, read(settings)))
    for each in notes:
        note(each)
    return rows


_TAKEN = ("value", "qualifier", "as_of", "series", "breakdown", "accounts", "sources", "place", "unit", "note")
_NUMBERS = ("value", "series", "breakdown", "accounts")


def _filled(header: FigureHeader, original: FigureHeader) -> FigureHeader:
    """Return a translated figure with its original's numbers. One that gives numbers of its own keeps to them."""
    own = any(getattr(header, name) not in (None, ()) for name in _NUMBERS)
    wanted = () if own else _TAKEN
    given = {name: getattr(original, name) for name in wanted if not getattr(header, name)}
    return msgspec.structs.replace(header, **given)


@query("whether {} has rows")
def has_rows(read: Read, note: Noting, path: str) -> bool:
    """Say whether a figure has a series, a breakdown or counts that differ: something for a table."""
    found = read(figure_of, path)
    return bool(found.series or found.breakdown or found.accounts)


class Counted(Struct, frozen=True):
    """What makes two figures count the same: title, place, unit and date, folded, and the language."""

    lang: str
    title: str
    place: str
    unit: str
    as_of: str


@query("what {} counts")
def counted(read: Read, note: Noting, path: str) -> tuple[Counted, float | None]:
    """Return what a figure counts, and its single value where it has one."""
    found = read(figure_of, path)
    date = found.as_of.text if found.as_of else ""
    title, place, unit = (" ".join(each.casefold().split()) for each in (found.title, found.place, found.unit))
    return Counted(read(card, path).lang, title, place, unit, date), found.value


@query("the figures that contradict one another")
def conflicts(read: Read, note: Noting) -> None:
    """Find two figures that give different values for the same thing, place and date."""
    first: dict[Counted, tuple[str, float]] = {}
    for path in (path for lang in read(languages) for path, _ in read(shelf, lang, "figure", "")):
        key, value = read(counted, path)
        if value is None:
            continue
        other, earlier = first.setdefault(key, (path, value))
        if earlier != value:
            sentence = f"{other} gives {plainly(earlier)} for the same thing and date; this gives {plainly(value)}."
            help = "Keep one of them, and give the other's count under accounts: if the two parties differ."
            note(warning(read(document, path).place("value"), "figure/conflict", sentence, help))


def plainly(value: float) -> str:
    """Return a number as a finding quotes it: 4,090 and 36.7."""
    return f"{value:,.12g}"
