"""Events in a header: what each says, and the files that hold more of them.

Knows the keys of an event. Must never know what is in a file, nor what a document does with events.
"""

import re
from typing import Any, Final

from backstory.notes import warning
from backstory.reading.front.entries import as_plain
from backstory.reading.front.fields import Findings, as_boolean, as_date, as_markdown, as_text, as_words
from backstory.reading.front.headers import EventEntry
from backstory.reading.front.maps import Table, each_entry, fields_of, missing, no_date
from backstory.reading.wording import quoted

EVENT_FILES: Final = (".csv", ".tsv", ".json", ".ics")
"""How the name of a file of events may end."""
_DATED: Final = re.compile(r"[-~?%]*\d")
_HELP: Final = "Write - date: 2021-08-03, and title: below it; a timeline may name a .csv, .tsv, .json or .ics file."


def _as_major(value: object, key: str, found: Findings) -> bool:
    return as_boolean(value, key, found, False)


EVENT: Final[Table] = {
    "date": ("date", as_date), "title": ("title", as_plain), "id": ("id", as_text), "text": ("text", as_markdown),
    "description": ("text", as_markdown), "summary": ("text", as_markdown), "places": ("places", as_words),
    "place": ("places", as_words), "about": ("about", as_words), "topics": ("topics", as_words),
    "topic": ("topics", as_words), "sources": ("sources", as_words), "source": ("sources", as_words),
    "note": ("note", as_markdown), "major": ("major", _as_major), "sameas": ("same_as", as_words),
    "notsameas": ("not_same_as", as_words),
}  # fmt: skip


def event_files(value: object) -> tuple[str, ...]:
    """Return the names of files among the events of a timeline's header: texts with a known end."""
    every = value if isinstance(value, list) else [value]
    return tuple(each.strip() for each in every if is_event_file(each))  # type: ignore[union-attr]  # they are texts


def is_event_file(value: object) -> bool:
    """Say whether an entry names a file of events."""
    return isinstance(value, str) and value.strip().lower().endswith(EVENT_FILES)


def without_files(value: object) -> object:
    """Return the events of a timeline's header without the names of files; places in the list stay."""
    if isinstance(value, list):
        return [None if is_event_file(each) else each for each in value]
    return None if is_event_file(value) else value


def as_events(value: object, key: str, found: Findings) -> tuple[EventEntry, ...]:
    """Return events. One without a date or a title is left out, with a finding."""
    return each_entry(value, key, found, _event)


def _event(value: object, key: str, found: Findings) -> EventEntry | None:
    """Return an event. Its faults are warnings: it is left out or stands without them, and the rest is published."""
    own = Findings(found.front, found.path)
    entry = _read(value, key, own)
    found.notes += [warning(note.place, note.code, note.sentence, note.help) for note in own.notes]
    return entry


def _short(value: object, key: str, found: Findings) -> dict[str, Any] | None:
    """Return the fields of `2021-08-04: What happened`, the short form that notices have too."""
    if not isinstance(value, dict) or len(value) != 1:
        return None
    [(name, title)] = value.items()
    if not _DATED.match(name) or not title:
        return None
    where = f"{key}.{name}"
    return {"date": as_date(name, where, found), "title": as_plain(title, where, found)}


def _read(value: object, key: str, found: Findings) -> EventEntry | None:
    fields = _short(value, key, found) or fields_of(value, key, EVENT, found, "a date and a title", _HELP)
    if fields is None:
        return None
    title = fields.get("title")
    if not title:
        named = f"The event of {fields['date']}" if fields.get("date") else "This event"
        missing(key, found, f"{named} has no title.", "Write title: and what happened.")
        return None
    if fields.get("date") is None:
        no_date(value, key, found, f"The event {quoted(title)}")
        return None
    return EventEntry(**fields, key=key)
