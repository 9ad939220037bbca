"""Events in a calendar (RFC 5545), read by the icalendar package.

Knows what of a calendar is an event for a timeline. Must never know a time zone of this machine: a day or an hour is
the one that the calendar writes, whatever zone it names.
"""

import json
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any, Final, NamedTuple

from backstory.reading.dates import Date
from backstory.reading.eventfiles.datewords import PartError, read_date
from backstory.reading.eventfiles.findings import Faults
from backstory.reading.eventfiles.markup import inline_html
from backstory.reading.eventfiles.pieces import date_or_none, host, is_web, media_of, names
from backstory.reading.eventfiles.values import FileEvent
from backstory.reading.front.headers import EventEntry, Media, SourceEntry
from backstory.reading.wording import quoted

OURS: Final = "X-BACKSTORY-EVENT"
"""The property in which our calendars say what iCalendar has no property for, as JSON."""
MAKER: Final = "-//Backstory//"
HELP: Final = "Save it again as an iCalendar file; it begins with BEGIN:VCALENDAR."


def read_ics(text: str, faults: Faults) -> tuple[FileEvent, ...]:
    """Read the events of a calendar. One that can't be read is left out, with a finding."""
    lines = text.split("\n")
    if not any(line.strip().upper() == "BEGIN:VCALENDAR" for line in lines[:200]):
        faults.add(1, 1, "unreadable", "This file is not a calendar.", HELP)
        return ()
    own = any(line.upper().startswith("PRODID:") and MAKER in line for line in lines[:50])
    found = (_event(each, _Spots(lines, line, faults), own) for each, line in _components(lines, faults))
    return tuple(each for each in found if each)


class _Spots(NamedTuple):
    """The lines of a calendar, and that at which an event begins."""

    lines: list[str]
    start: int
    faults: Faults

    def say(self, name: str, code: str, sentence: str, help: str) -> None:
        """Add a finding at one of the event's properties, or where it begins."""
        for n in range(self.start, len(self.lines)):
            word = self.lines[n].upper()
            if word.startswith((f"{name}:", f"{name};")):
                self.faults.add(n + 1, 1, code, sentence, help)
                return
            if word.startswith("END:VEVENT"):
                break
        self.faults.add(self.start, 1, code, sentence, help)


def _components(lines: list[str], faults: Faults) -> Iterator[tuple[Any, int]]:
    """Yield each event with its line: of the whole calendar, or one by one where that breaks off."""
    starts = [n for n, line in enumerate(lines, 1) if line.strip().upper() == "BEGIN:VEVENT"]
    whole = _parsed("\r\n".join(lines))
    if whole is not None and len(whole) == len(starts):
        yield from zip(whole, starts, strict=True)
        return
    zones = _zones(lines)
    for start in starts:
        block = _block(lines, start)
        alone = _parsed("\r\n".join(["BEGIN:VCALENDAR", *zones, *block, "END:VCALENDAR"])) if block else None
        if alone:
            yield alone[0], start
        else:
            faults.add(start, 1, "unreadable", "This event of the calendar can't be read.", HELP)


def _parsed(text: str) -> list[Any] | None:
    from icalendar import Calendar

    try:
        calendars = Calendar.from_ical(text, multiple=True)
    except (ValueError, KeyError, IndexError, TypeError, AttributeError):  # what icalendar raises for broken lines
        return None
    return [event for calendar in calendars for event in calendar.walk("VEVENT")]


def _block(lines: list[str], start: int) -> list[str]:
    """Return the lines of the event that begins at a line, or nothing if it never ends."""
    for n in range(start, len(lines)):
        word = lines[n].strip().upper()
        if word == "END:VEVENT":
            return lines[start - 1 : n + 1]
        if word == "BEGIN:VEVENT":
            break
    return []


def _zones(lines: list[str]) -> list[str]:
    found: list[str] = []
    inside = False
    for line in lines:
        inside = inside or line.strip().upper() == "BEGIN:VTIMEZONE"
        if inside:
            found.append(line)
        inside = inside and line.strip().upper() != "END:VTIMEZONE"
    return found


def _event(item: Any, spots: _Spots, own: bool) -> FileEvent | None:
    title = " ".join(_text(item, "SUMMARY").split())
    if _text(item, "STATUS").upper() == "CANCELLED":
        sentence = f"The event {quoted(title)} is cancelled, and left out."
        spots.say("STATUS", "cancelled", sentence, "Take it out of the calendar, or say in its title what happened.")
        return None
    when = _date(item, title, spots)
    if when is None:
        return None
    if not title:
        spots.say("SUMMARY", "no-title", f"The event of {when.text} has no SUMMARY.", "Write SUMMARY: what happened.")
        return None
    if any(item.get(name) is not None for name in ("RRULE", "RDATE")):
        sentence = f"The event {quoted(title)} repeats; the timeline has its first day only."
        spots.say("RRULE", "repeats", sentence, "Write an event for each day that belongs on the timeline.")
    return FileEvent(_entry(item, title, when, own), spots.start)


def _entry(item: Any, title: str, when: Date, own: bool) -> EventEntry:
    more = _more(item)
    told = more.get("text") if isinstance(more.get("text"), str) else _text(item, "DESCRIPTION")
    url, place = _text(item, "URL").strip(), " ".join(_text(item, "LOCATION").split())
    link = (SourceEntry(publisher=host(url), url=url),) if is_web(url) and not own else ()
    return EventEntry(
        date=_own_date(more, when),
        title=title,
        id=_id(item, own),
        text=str(told).strip(),
        places=_names(more.get("places")) or ((place,) if place else ()),
        about=_names(more.get("about")),
        topics=_topics(item),
        cited=(*_sources(more.get("sources")), *link),
        html=inline_html(more["html"]) if isinstance(more.get("html"), str) else "",
        note=str(more.get("note") or ""),
        media=_media(more.get("media")),
        major=more.get("major") is True,
    )


def _id(item: Any, own: bool) -> str:
    """Return an event's UID; without our host in our own calendars; with its day for one of several that repeat."""
    uid = _text(item, "UID").strip()
    uid = uid.rpartition("@")[0] if own and "@" in uid else uid
    again = _moment(item, "RECURRENCE-ID")
    return f"{uid}-{again.isoformat()[:10]}" if uid and again else uid


def _date(item: Any, title: str, spots: _Spots) -> Date | None:
    start = _moment(item, "DTSTART")
    if start is None:
        written = _text(item, "DTSTART")
        what = f"The event {quoted(title)}" if title else "This event"
        sentence = f"{what} begins at {quoted(written)}, which is no date." if written else f"{what} has no DTSTART."
        spots.say("DTSTART", "bad-date", sentence, "Write DTSTART;VALUE=DATE:20210803.")
        return None
    try:
        return read_date(_interval(start, _last(item, start)), "date")
    except PartError as wrong:
        spots.say("DTSTART", "bad-date", wrong.sentence, wrong.help)
        return None


def _moment(item: Any, name: str) -> date | datetime | None:
    value = item.get(name)
    try:
        found = (value[0] if isinstance(value, list) else value).dt if value is not None else None
    except (AttributeError, ValueError, IndexError):  # a broken property keeps what was written, and no date
        return None
    return found if isinstance(found, date) else None


def _last(item: Any, start: date | datetime) -> date:
    """Return the last civil day of an event: the end is the day after it, or an hour that may be midnight."""
    end = _moment(item, "DTEND")
    if end is None:
        length = getattr(item.get("DURATION"), "dt", None)
        end = start + length if isinstance(length, timedelta) else start
    if not isinstance(end, datetime):
        last = end - timedelta(days=1) if end > _day(start) and not isinstance(start, datetime) else end
    elif (end.hour, end.minute, end.second) == (0, 0, 0):
        last = end.date() - timedelta(days=1)
    else:
        last = end.date()
    return max(last, _day(start))


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment


def _interval(start: date | datetime, last: date) -> str:
    first = _day(start)
    if last > first:
        return f"{first.isoformat()}/{last.isoformat()}"
    if not isinstance(start, datetime):
        return first.isoformat()
    offset = start.utcoffset()
    return f"{first.isoformat()}T{start:%H:%M:%S}{_zone(offset) if offset is not None else ''}"


def _zone(offset: timedelta) -> str:
    """Return an offset as EDTF writes it; nothing for one with seconds, as zones had before 1900."""
    minutes, seconds = divmod(int(offset.total_seconds()), 60)
    if seconds or abs(minutes) > 14 * 60:
        return ""
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}" if minutes else "Z"


def _more(item: Any) -> dict[str, Any]:
    """Return what our own calendars say beside iCalendar's properties."""
    try:
        found = json.loads(_text(item, OURS) or "{}")
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _own_date(more: dict[str, Any], when: Date) -> Date:
    """Return the date in EDTF that our calendars keep, if nobody has moved the event since."""
    told = date_or_none(str(more.get("date") or ""))
    same = told is not None and (told.earliest, told.latest) == (when.earliest, when.latest)
    return told if told is not None and same else when


def _text(item: Any, name: str) -> str:
    value = item.get(name)
    first = value[0] if isinstance(value, list) and value else value
    return "" if first is None else str(first)


def _topics(item: Any) -> tuple[str, ...]:
    value = item.get("CATEGORIES")
    lists = value if isinstance(value, list) else [value] if value is not None else []
    return tuple(
        dict.fromkeys(word for each in lists for cat in getattr(each, "cats", ()) if (word := str(cat).strip()))
    )


def _names(value: Any) -> tuple[str, ...]:
    return (
        tuple(str(each) for each in value)
        if isinstance(value, list)
        else names(value)
        if isinstance(value, str)
        else ()
    )


def _media(value: Any) -> Media | None:
    first = value[0] if isinstance(value, list) and value else None
    told = [str(first.get(name) or "") for name in ("url", "caption", "credit")] if isinstance(first, dict) else [""]
    return media_of(*told)


def _sources(value: Any) -> tuple[SourceEntry, ...]:
    maps = [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []
    return tuple(
        SourceEntry(
            **{name: str(each.get(name) or "") for name in ("id", "publisher", "title", "url")},  # type: ignore[arg-type]
            date=date_or_none(str(each.get("date") or "")),
        )
        for each in maps
    )
