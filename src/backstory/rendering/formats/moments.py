"""Points in time as feeds and search engines want them.

Knows RFC 3339 and RFC 822. Must never know a clock: what time it is now would make two equal builds differ.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from backstory.reading.dates import Date
from backstory.rendering.dates import html_datetime, iso_day

EPOCH = "1970-01-01T00:00:00Z"
"""Stands where a format demands a time and there is none."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def stamp(date: Date | None, zone: str) -> str:
    """Return a date as `2021-08-03`, or `2021-08-03T14:30:00+03:00` where it has a time; nothing where it is no day.

    A time that names no zone goes by the clocks of `zone`, which is the site's own and never the building machine's.
    """
    day = iso_day(date) if date else None
    if not day or date is None or date.precision != "time":
        return day or ""
    words = html_datetime(date) or day
    try:
        found = datetime.fromisoformat(words)
    except ValueError:  # a year or a zone that no calendar of Python's has
        return day
    placed = found if found.tzinfo else found.replace(tzinfo=ZoneInfo(zone))
    return placed.isoformat().replace("+00:00", "Z")


def moment(words: str) -> datetime | None:
    """Read RFC 3339 (`2021-08-03T14:30:00+03:00`), or None for anything else.

    A bare day is taken at noon UTC, so that readers from UTC-12 to UTC+11 see that day and not the one before. A time
    without a zone is taken as UTC.
    """
    try:
        found = datetime.fromisoformat(f"{words}T12:00:00" if len(words) == 10 else words)
    except ValueError:
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def rfc3339(words: str) -> str:
    """Return the same moment whole, as `2021-08-03T14:30:00+03:00`, or an empty string."""
    found = moment(words)
    return found.isoformat().replace("+00:00", "Z") if found else ""


def rfc822(words: str) -> str:
    """Return the same moment as `Tue, 03 Aug 2021 14:30:00 +0300`, or an empty string. Names of days are English."""
    found = moment(words)
    if found is None:
        return ""
    day = f"{_WEEKDAYS[found.weekday()]}, {found.day:02} {_MONTHS[found.month - 1]} {found.year:04}"
    zone = found.isoformat()[-6:].replace(":", "")
    return f"{day} {found.hour:02}:{found.minute:02}:{found.second:02} {zone}"


def newest(moments: tuple[str, ...]) -> str:
    """Return the latest of several moments as RFC 3339, or an empty string when none of them is one."""
    known = [(found, words) for words in moments if (found := moment(words))]
    return rfc3339(max(known, key=lambda each: each[0])[1]) if known else ""
