"""A file of events, whatever its format: its text, its events, ids that stand only once.

Knows which format a name stands for, and in which encodings tables come. Must never know what the events are for.
"""

from pathlib import PurePosixPath
from typing import Final

import msgspec

from backstory.notes import warning
from backstory.places import Place
from backstory.reading.decoding import decode
from backstory.reading.eventfiles.findings import Faults
from backstory.reading.eventfiles.icsfile import read_ics
from backstory.reading.eventfiles.jsonfile import read_json
from backstory.reading.eventfiles.spreadsheet import read_sheet
from backstory.reading.eventfiles.values import EventFile, FileEvent
from backstory.reading.markup.headingids import unique
from backstory.reading.slugs import slugify
from backstory.reading.wording import quoted

_READERS: Final = {".json": read_json, ".ics": read_ics}
_CODE_PAGES: Final = {
    "be": "cp1251", "bg": "cp1251", "mk": "cp1251", "ru": "cp1251", "sr": "cp1251", "uk": "cp1251",
    "et": "cp1257", "lt": "cp1257", "lv": "cp1257", "cs": "cp1250", "hr": "cp1250", "hu": "cp1250", "pl": "cp1250",
    "ro": "cp1250", "sk": "cp1250", "sl": "cp1250", "el": "cp1253", "tr": "cp1254", "he": "cp1255", "ar": "cp1256",
    "fa": "cp1256", "vi": "cp1258",
}  # fmt: skip
"""In which code page a spreadsheet of a language was saved if not in UTF-8; in Western Europe's otherwise."""


def read_event_file(data: bytes, path: str, lang: str) -> EventFile:
    """Read a file of events. What is wrong in it are warnings with its lines; the rest is read all the same.

    `lang` is the language of whoever names the file, by which a text that is not UTF-8 is read.
    """
    faults = Faults(path)
    text = _text(data, path, lang, faults)
    reader = _READERS.get(path[path.rfind(".") :].lower(), read_sheet)
    return EventFile(_distinct(reader(text, faults), path, faults), faults.all())


def _text(data: bytes, path: str, lang: str, faults: Faults) -> str:
    if data[1:2] == b"\0" and data[:1] != b"\xff":  # UTF-16 without its mark
        data = b"\xff\xfe" + data
    text, notes = decode(data, path)
    for note in notes[:1]:
        page = _CODE_PAGES.get(lang.partition("-")[0], "cp1252")
        text = _legacy(data, page)
        sentence = f"{note.sentence.removesuffix('.')}; the file is read as Windows-{page[2:]}."
        faults.keep(warning(Place(path, note.place.line, note.place.column), note.code, sentence, note.help))
    return text


def _legacy(data: bytes, page: str) -> str:
    text = data.decode(page, "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text.replace("\r\n", "\n").replace("\r", "\n")


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
