"""What somebody should look at again: documents past their `review_by`, and atoms that many pages use unchecked.

Knows dates and uses. Must never know a page. It is asked by an editor, and no page reads it: a build has no part in it.
"""

from datetime import date, timedelta

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import today
from backstory.library.backlinks import mentioned_anywhere
from backstory.library.cards import Card, catalog, latest
from backstory.library.citations import work_key
from backstory.library.documents import document, settings
from backstory.reading.dates import Date
from backstory.reading.front.headers import EntityHeader, FigureHeader

ATOMS = ("question", "figure", "person", "organization", "place", "term")
A_YEAR = 365
SOON = 30
"""Days before `review_by` from which a document is on the list."""


class Due(Struct, frozen=True):
    """A document to look at again. `due` is the day by which, `checked` when it last was, both as 2021-08-03.

    `days` counts from the last check to today, -1 where there never was one; `used_in` names the pages that use it.
    """

    path: str
    kind: str
    title: str
    address: str
    due: str
    checked: str = ""
    days: int = -1
    used_in: tuple[str, ...] = ()
    why: str = ""


@query("what is due for review")
def due_for_review(read: Read, note: Noting) -> tuple[Due, ...]:
    """Return everything that is due: the longest overdue first, and of those of one day the most used."""
    now = date.fromisoformat(read(today, read(settings).timezone))
    found = [due for each in read(catalog) if (due := _due(read, each, now))]
    return tuple(sorted(found, key=lambda each: (each.due, -len(each.used_in), each.path)))


def _due(read: Read, each: Card, now: date) -> Due | None:
    header = read(document, each.path).header
    as_of = header.as_of if isinstance(header, FigureHeader | EntityHeader) else None
    last = _day(latest((header.checked, header.updated, as_of, header.date)))
    used = mentioned_anywhere(read, each.path)
    by = _day(header.review_by)
    if by is not None and header.checked is not None and last is not None and last >= by:
        by = None  # it was looked at since; the next date is not set yet
    if by is None:
        if each.kind not in ATOMS or not used or last is None:
            return None
        by, why = last + timedelta(days=A_YEAR), "used"
    else:
        why = "review_by"
    if by > now + timedelta(days=SOON):
        return None
    days = (now - last).days if last else -1
    checked = last.isoformat() if last else ""
    return Due(each.path, each.kind, each.title, each.address, by.isoformat(), checked, days, used, why)


def _day(when: Date | None) -> date | None:
    last = when.latest if when else None
    if last is None or not 1 <= last.year <= 9999:
        return None
    return date(last.year, last.month, last.day)


class Outside(Struct, frozen=True):
    """An address outside the site: where it stands in the text, and a copy of it where one is told."""

    url: str
    path: str
    line: int
    column: int
    source: str = ""
    archived: str = ""


@query("every address outside the site")
def outside_addresses(read: Read, note: Noting) -> tuple[Outside, ...]:
    """Return every outside address of the published documents, each where it stands first."""
    found: dict[str, Outside] = {}
    for path in (each.path for each in read(catalog)):
        whole = read(document, path)
        for n, entry in enumerate(whole.header.sources):
            for key, url in (("url", entry.url), ("archived", entry.archived)):
                place = whole.place(f"sources[{n}].{key}")
                copy = entry.archived if key == "url" else ""
                if url:
                    found.setdefault(url, Outside(url, path, place.line, place.column, work_key(entry), copy))
        for mark in whole.marks.links:
            if mark.kind == "link" and mark.target.startswith(("http://", "https://")):
                found.setdefault(mark.target, Outside(mark.target, path, mark.place.line, mark.place.column))
        for block in whole.marks.blocks:
            if block.name == "embed" and block.argument.startswith(("http://", "https://")):
                found.setdefault(block.argument, Outside(block.argument, path, block.place.line, block.place.column))
    return tuple(found[url] for url in sorted(found))
