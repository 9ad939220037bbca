"""A file of events, whatever its format: its text, its events, ids that stand only once.

Knows which format a name stands for. Must never know what the events are for.
"""

from pathlib import PurePosixPath
from typing import Final

import msgspec

from backstory.reading.codepages import decode_table
from backstory.reading.eventfiles.findings import Faults
from backstory.reading.eventfiles.icsfile import read_ics
from backstory.reading.eventfiles.jsonfile import read_json
from backstory.reading.eventfiles.spreadsheet import read_sheet
from backstory.reading.eventfiles.values import EventFile, FileEvent
from backstory.reading.markup.headingids import unique
from backstory.reading.slugs import slugify
from backstory.reading.wording import quoted

_READERS: Final = {".json": read_json, ".ics": read_ics}


def read_event_file(data: bytes, path: str, lang: str) -> EventFile:
    """Read a file of events. What is wrong in it are warnings with its lines; the rest is read all the same.

    `lang` is the language of whoever names the file, by which a text that is not UTF-8 is read.
    """
    faults = Faults(path)
    text, notes = decode_table(data, path, lang)
    for note in notes:
        faults.keep(note)
    reader = _READERS.get(path[path.rfind(".") :].lower(), read_sheet)
    return EventFile(_distinct(reader(text, faults), path, faults), faults.all())


def _distinct(found: tuple[FileEvent, ...], path: str, faults: Faults) -> tuple[FileEvent, ...]:
    """Give each event an id. The same one twice is two events: nobody tells one event twice in one file.

    One without an id gets the file's name and its date, so that its words may be put better and its address stays.
    """
    first: dict[str, FileEvent] = {}
    for each in found:
        if each.entry.id and first.setdefault(each.entry.id, each) is not each:
            where = f"stands on line {first[each.entry.id].line} already"
            sentence = f"The id {quoted(each.entry.id)} {where}, so this event gets one of its own."
            faults.add(each.line, each.column, "duplicate-id", sentence, "Give each event in the file its own id.")
    taken, stem = set(first), PurePosixPath(path).stem
    made = []
    for each in found:
        own = each.entry.id if first.get(each.entry.id) is each else ""
        id = own or unique(each.entry.id or slugify(f"{stem}-{each.entry.date.text}"), taken)
        made.append(FileEvent(msgspec.structs.replace(each.entry, id=id), each.line, each.column, bool(own)))
    return tuple(made)
