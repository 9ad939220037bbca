"""Events in JSON: TimelineJS's, Backstory's own, or a plain list of events.

Knows the shape of the file and where its parts stand. Must never know another format.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from backstory.reading.dates import Date
from backstory.reading.eventfiles.datewords import PartError, from_parts, read_date, says_the_same
from backstory.reading.eventfiles.findings import Faults
from backstory.reading.eventfiles.markup import inline_html, plain_text
from backstory.reading.eventfiles.pieces import date_or_none, is_yes, media_of, names
from backstory.reading.eventfiles.values import FileEvent
from backstory.reading.front.headers import EventEntry, Media, SourceEntry
from backstory.reading.front.jsonheader import json_places
from backstory.reading.front.parsed import At
from backstory.reading.wording import quoted

OURS: Final = "backstory"
"""The key under which our TimelineJS files say what TimelineJS has no field for."""
CITED: Final = '<p class="sources">'
"""How the sources begin in the text of a slide of ours."""
HELP: Final = 'Write {"events": [{"date": "2021-08-03", "title": "What happened"}]}, or TimelineJS\'s JSON.'
_PARTS: Final = ("year", "month", "day", "hour", "minute", "second")


class _Reader:
    def __init__(self, places: Mapping[str, At], faults: Faults) -> None:
        self.places = places
        self.faults = faults

    def say(self, key: str, code: str, sentence: str, help: str) -> None:
        """Add a finding where a key stands, or the nearest one above it."""
        self.faults.add(*self.place(key), code, sentence, help)

    def place(self, key: str) -> At:
        while key and key not in self.places:
            cut = max(key.rfind("."), key.rfind("["))
            key = key[:cut] if cut > 0 else ""
        return self.places.get(key, (1, 1))


def read_json(text: str, faults: Faults) -> tuple[FileEvent, ...]:
    """Read the events of a JSON text. One that tells nothing is left out, with a finding."""
    try:
        data = json.loads(text)
        places = json_places(text, 1)[0]
    except json.JSONDecodeError as wrong:
        words = f"{wrong.msg[:1].lower()}{wrong.msg[1:]}".removesuffix(" at")
        faults.add(wrong.lineno, wrong.colno, "unreadable", f"This file is not JSON: {words}.", HELP)
        return ()
    except RecursionError:
        faults.add(1, 1, "unreadable", "This file is not JSON of events: it is nested too deep.", HELP)
        return ()
    reader = _Reader(places, faults)
    found = list(_events(data, reader))
    if not found and not _has_list(data):
        faults.add(1, 1, "unreadable", "This JSON has no list of events.", HELP)
    return tuple(each for each in found if each)


def _has_list(data: Any) -> bool:
    return isinstance(data, list) or (isinstance(data, dict) and isinstance(data.get("events"), list))


def _events(data: Any, reader: _Reader) -> Iterator[FileEvent | None]:
    """Yield every event, then the eras, which are events that last."""
    if isinstance(data, list):
        lists = [("", data)]
    else:
        whole = data if isinstance(data, dict) else {}
        lists = [(name, whole[name]) for name in ("events", "eras") if isinstance(whole.get(name), list)]
    for name, each in lists:
        for n, item in enumerate(each):
            yield _event(item, f"{name}[{n}]", reader)


def _event(item: Any, key: str, reader: _Reader) -> FileEvent | None:
    if not isinstance(item, dict):
        reader.say(
            key, "unreadable", f"{quoted(item if isinstance(item, str) else json.dumps(item))} is not an event.", HELP
        )
        return None
    slide = "start_date" in item or isinstance(item.get("text"), dict)
    title = (
        plain_text(_words(_map(item, "text").get("headline"))) if slide else " ".join(_words(item.get("title")).split())
    )
    date = _date(item, key, title, reader, slide)
    if date is None:
        return None
    if not title:
        where = f"{key}.text.headline" if slide else f"{key}.title"
        reader.say(where, "no-title", f"The event of {date.text} has no title.", "Write what happened, in one line.")
        return None
    entry = _of_slide(item, key, title, date, reader) if slide else _of_ours(item, title, date)
    return FileEvent(entry, *reader.place(key))


def _date(item: dict[str, Any], key: str, title: str, reader: _Reader, slide: bool) -> Date | None:
    try:
        found = _slide_date(item) if slide else _plain_date(item)
    except PartError as wrong:
        where = f"{key}.{'end_date' if wrong.field.startswith('end') else 'start_date'}" if slide else f"{key}.date"
        reader.say(where, "bad-date", wrong.sentence, wrong.help)
        return None
    if found is None:
        what = f"The event {quoted(title)}" if title else "This event"
        help = '"start_date": {"year": 2021} says when.' if slide else '"date": "2021-08-03" says when.'
        reader.say(key, "bad-date", f"{what} has no date.", help)
    return found


def _plain_date(item: dict[str, Any]) -> Date | None:
    written = _words(item.get("date"))
    return read_date(written, "date") if written.strip() else None


def _slide_date(item: dict[str, Any]) -> Date | None:
    found = from_parts(_parts(item.get("start_date")), _parts(item.get("end_date")))
    told = date_or_none(_words(_map(item, OURS).get("date")))
    return told if told and _agree(told, found) else found


def _agree(told: Date, parts: Date | None) -> bool:
    """Say whether our own date still stands for the slide's: nobody has changed the fields beside it."""
    return parts is None or told.contains(parts) or parts.contains(told)


def _parts(written: Any) -> dict[str, str]:
    if isinstance(written, dict):
        return {name: _words(written.get(name)) for name in _PARTS}
    return {"year": _words(written)}


def _of_slide(item: dict[str, Any], key: str, title: str, date: Date, reader: _Reader) -> EventEntry:
    told, more = _words(_map(item, "text").get("text")), _map(item, OURS)
    told = told.partition(CITED)[0] if more else told
    shown = _words(item.get("display_date") or _map(item, "start_date").get("display_date"))
    group = _words(item.get("group")).strip()
    return EventEntry(
        date=date,
        title=title,
        id=_words(item.get("unique_id")).strip(),
        text=plain_text(told),
        html=inline_html(told),
        places=_names(more.get("places")),
        about=_names(more.get("about")),
        topics=_names(more.get("topics")) or ((group,) if group else ()),
        cited=_sources(more.get("sources")),
        note=_words(more.get("note")) if more else "" if says_the_same(plain_text(shown), date) else plain_text(shown),
        major=more.get("major") is True,
        media=_media(item, key, reader),
    )


def _media(item: dict[str, Any], key: str, reader: _Reader) -> Media | None:
    media = _map(item, "media")
    url = _words(media.get("url"))
    found = media_of(url, _words(media.get("caption")), _words(media.get("credit")))
    if url.strip() and found is None:
        sentence = f"{quoted(url)} is no address of the web, so nothing links to it."
        help = "Write the address of the picture, the film or the page."
        reader.say(f"{key}.media.url", "bad-media", sentence, help)
    return found


def _of_ours(item: dict[str, Any], title: str, date: Date) -> EventEntry:
    told, html = _words(item.get("text") or item.get("description")), _words(item.get("html"))
    listed = item.get("media")
    first = listed[0] if isinstance(listed, list) and listed else listed
    media = first if isinstance(first, dict) else {}
    return EventEntry(
        date=date,
        title=title,
        id=_words(item.get("id")).strip(),
        text=told,
        html=inline_html(html) if html else "",
        places=_names(item.get("places") or item.get("place")),
        about=_names(item.get("about")),
        topics=_names(item.get("topics") or item.get("topic")),
        cited=_sources(item.get("sources") or item.get("source")),
        note=_words(item.get("note")),
        major=item.get("major") is True or is_yes(_words(item.get("major"))),
        same_as=_names(item.get("same_as")),
        not_same_as=_names(item.get("not_same_as")),
        media=media_of(_words(media.get("url")), _words(media.get("caption")), _words(media.get("credit"))),
    )


def _words(value: Any) -> str:
    """Return a value as a text: numbers as they are written, nothing for maps, lists, truth values and null."""
    if isinstance(value, str):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return f"{value:g}" if isinstance(value, float) else str(value)
    return ""


def _map(item: Mapping[str, Any], name: str) -> dict[str, Any]:
    found = item.get(name)
    return found if isinstance(found, dict) else {}


def _names(value: Any) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(dict.fromkeys(word for each in value if (word := _words(each).strip())))
    return names(_words(value))


def _sources(value: Any) -> tuple[SourceEntry, ...]:
    found = []
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            told = {name: _words(each.get(name)).strip() for name in ("id", "publisher", "title", "url")}
            source = SourceEntry(**told, date=date_or_none(_words(each.get("date"))))  # type: ignore[arg-type]
        else:
            word = _words(each).strip()
            source = SourceEntry(url=word) if "://" in word else SourceEntry(id=word)
        if source.id or source.url or source.title or source.publisher:
            found.append(source)
    return tuple(found)
