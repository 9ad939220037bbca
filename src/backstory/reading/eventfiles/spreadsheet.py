"""Events in a table: TimelineJS's spreadsheet, our own export, or a plain `date,title,text`.

Knows columns and their names. Must never know another format.
"""

import re
from typing import Final, NamedTuple

from backstory.reading.counts.tables import EMPTY_CELLS, Row, rows_of
from backstory.reading.dates import Date
from backstory.reading.eventfiles.datewords import PartError, from_parts, read_date, says_the_same
from backstory.reading.eventfiles.findings import Faults
from backstory.reading.eventfiles.markup import inline_html, plain_text
from backstory.reading.eventfiles.pieces import date_or_none, is_yes, media_of, names, sources_of
from backstory.reading.eventfiles.values import FileEvent
from backstory.reading.front.headers import EventEntry, Media
from backstory.reading.front.keys import squeezed
from backstory.reading.wording import quoted

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "edtf": (), "endyear": (), "endmonth": (), "endday": (), "endtime": (), "displaydate": (),
    "year": ("startyear", "год", "jahr", "année", "rok", "metai", "السنة", "سنة", "سال"),
    "month": ("startmonth", "месяц", "monat", "mois", "miesiąc", "mėnuo", "الشهر", "شهر", "ماه"),
    "day": ("startday", "день", "jour", "dzień", "diena", "اليوم", "يوم", "روز"),
    "time": ("starttime", "время", "uhrzeit", "heure", "godzina", "laikas", "الوقت", "زمان"),
    "date": ("startdate", "start", "when", "from", "дата", "data", "datum", "fecha", "التاريخ", "تاريخ", "تاریخ"),
    "enddate": ("end", "until", "to", "ende", "fin", "koniec", "pabaiga", "конец"),
    "title": (
        "headline", "event", "name", "what", "summary", "событие", "заголовок", "название", "titel", "ereignis",
        "titre", "événement", "tytuł", "wydarzenie", "pavadinimas", "įvykis", "título", "عنوان", "الحدث",
        "العنوان", "رویداد",
    ),
    "text": (
        "description", "details", "body", "текст", "описание", "beschreibung", "texte", "tekst", "opis", "tekstas",
        "aprašymas", "texto", "النص", "نص", "الوصف", "متن", "توضیح",
    ),
    "media": (), "mediacredit": (), "mediacaption": (), "type": (), "group": ("tag",),
    "id": ("uid", "uniqueid"),
    "places": (
        "place", "location", "where", "место", "места", "ort", "lieu", "miejsce", "vieta", "lugar", "المكان", "مکان",
    ),
    "topics": ("topic", "category", "categories", "тема", "темы", "thema", "thème", "temat", "tema", "موضوع"),
    "about": ("people", "entities", "о ком"),
    "sources": (
        "source", "link", "links", "sourceurl", "источник", "источники", "ссылка", "quelle", "źródło", "šaltinis",
        "nuoroda", "fuente", "المصدر", "منبع",
    ),
    "sourceids": (), "note": ("notes", "примечание", "anmerkung", "remarque", "uwaga", "pastaba", "ملاحظة"),
    "major": ("important", "importance", "важное"), "sameas": (), "notsameas": (),
}  # fmt: skip
"""Each column that is read, and the other names it goes by; capitals, spaces, hyphens and underscores do not count."""

_ROLES: Final = {squeezed(name): role for role, others in COLUMNS.items() for name in (role, *others)}
_HTML: Final = frozenset({"headline"})
"""Columns by which a table is TimelineJS's, whose texts are HTML."""
_GUARDED: Final = re.compile(r"'(?=\s*[=+\-@＝＋－＠\t\n])")
_UNNAMED: Final = ("date", "title", "text")
HELP: Final = "Write a first line that names the columns: date,title,text, or TimelineJS's Year, Month, Day, Headline."


class _Sheet(NamedTuple):
    """A table as it is read: which role each column has, and how its texts are meant."""

    lines: list[str]
    separator: str
    roles: dict[str, int]
    html: bool
    guarded: bool
    faults: Faults

    def cell(self, row: Row, role: str) -> str:
        """Return what a row says in a column, or nothing."""
        at = self.roles.get(role, -1)
        text = row.cells[at] if 0 <= at < len(row.cells) else ""
        return _GUARDED.sub("", text, count=1) if self.guarded and text.startswith("'") else text

    def say(self, row: Row, role: str, code: str, sentence: str, help: str) -> None:
        """Add a finding at a cell."""
        line, column = place_of(self.lines, row.line, self.roles.get(role, 0), self.separator)
        self.faults.add(line, column, code, sentence, help)


def read_sheet(text: str, faults: Faults) -> tuple[FileEvent, ...]:
    """Read the events of a CSV text. A row that tells none is left out, with a finding."""
    rows, separator = rows_of(text)
    if not rows:
        faults.add(1, 1, "unreadable", "This file has no rows.", HELP)
        return ()
    roles, named = _roles(rows[0])
    if not named and date_or_none(rows[0].cells[0]) is None:
        sentence = f"The first line names no column that holds dates: {quoted(', '.join(rows[0].cells))}."
        faults.add(rows[0].line, 1, "no-columns", sentence, HELP)
        return ()
    if named and "title" not in roles:
        sentence = f"The first line names no column that holds titles: {quoted(', '.join(rows[0].cells))}."
        faults.add(rows[0].line, 1, "no-columns", sentence, HELP)
        return ()
    if not named:
        sentence = "The first line is an event and names no columns; they are taken for date, title and text."
        faults.add(rows[0].line, 1, "no-columns", sentence, HELP)
        roles = {role: n for n, role in enumerate(_UNNAMED)}
    theirs = {squeezed(name) for name in rows[0].cells} if named else set()
    own = "edtf" in roles
    sheet = _Sheet(text.split("\n"), separator, roles, bool(theirs & _HTML) and not own, own, faults)
    found = (_event(sheet, row) for row in rows[1 if named else 0 :])
    return tuple(each for each in found if each)


def _roles(header: Row) -> tuple[dict[str, int], bool]:
    """Return role -> column, and whether the line names columns at all: one with dates, at the least."""
    roles: dict[str, int] = {}
    links = -1
    for n, name in enumerate(header.cells):
        role = _ROLES.get(squeezed(name.strip()), "")
        if role:
            roles.setdefault(role, n)
        elif squeezed(name.strip()) == "url":
            links = n
    if links >= 0 and "edtf" not in roles:  # in our own export it is the event's own page
        roles.setdefault("sources", links)
    return roles, bool(roles.keys() & {"date", "year", "edtf"})


def _event(sheet: _Sheet, row: Row) -> FileEvent | None:
    kind = sheet.cell(row, "type").strip().casefold()
    if kind == "title":  # the slide that opens a timeline; the page has a title of its own
        return None
    shown = sheet.cell(row, "title")
    title = plain_text(shown) if sheet.html else " ".join(shown.split())
    date = _date(sheet, row, title)
    if date is None:
        return None
    if not title:
        sentence = f"The event of {date.text} has no {'headline' if sheet.html else 'title'}."
        sheet.say(row, "title", "no-title", sentence, "Write what happened, in one line.")
        return None
    line, column = place_of(sheet.lines, row.line, 0, sheet.separator)
    return FileEvent(_entry(sheet, row, date, title), line, column)


def _entry(sheet: _Sheet, row: Row, date: Date, title: str) -> EventEntry:
    told, words = sheet.cell(row, "text"), sheet.cell(row, "displaydate")
    topics = names(sheet.cell(row, "topics")) or tuple(filter(None, [sheet.cell(row, "group").strip()]))
    return EventEntry(
        date=date,
        title=title,
        id=sheet.cell(row, "id").strip(),
        text=plain_text(told) if sheet.html else told,
        html=inline_html(told) if sheet.html else "",
        places=names(sheet.cell(row, "places")),
        about=names(sheet.cell(row, "about")),
        topics=topics,
        cited=sources_of(sheet.cell(row, "sources"), sheet.cell(row, "sourceids")),
        note=sheet.cell(row, "note") or ("" if sheet.guarded or says_the_same(words, date) else plain_text(words)),
        major=is_yes(sheet.cell(row, "major")),
        same_as=names(sheet.cell(row, "sameas")),
        not_same_as=names(sheet.cell(row, "notsameas")),
        media=_media(sheet, row),
    )


def _media(sheet: _Sheet, row: Row) -> Media | None:
    url, caption, credit = (sheet.cell(row, name) for name in ("media", "mediacaption", "mediacredit"))
    found = media_of(url, caption, credit)
    if url.strip() and found is None:
        sentence = f"{quoted(url)} is no address of the web, so nothing links to it."
        sheet.say(row, "media", "bad-media", sentence, "Write the address of the picture, the film or the page.")
    return found


def _date(sheet: _Sheet, row: Row, title: str) -> Date | None:
    try:
        found = _told_date(sheet, row)
    except PartError as wrong:
        role = wrong.field.replace(" ", "")
        place = role if role in sheet.roles else "date"
        sheet.say(row, place, "bad-date", wrong.sentence, wrong.help)
        return None
    if found is None:
        what = f"The event {quoted(title)}" if title else "This row"
        help = "Write a date, such as 2021-08-03, or 2021-08 if the day is not known."
        sheet.say(row, "date" if "date" in sheet.roles else "year", "bad-date", f"{what} has no date.", help)
    return found


def _told_date(sheet: _Sheet, row: Row) -> Date | None:
    """Return a row's date: from EDTF, else from its parts, else from the columns of whole dates."""
    if edtf := _given(sheet, row, "edtf"):
        return read_date(edtf, "edtf")
    parts = ("year", "month", "day", "time")
    start = {name: _given(sheet, row, name) for name in parts}
    end = {name: _given(sheet, row, f"end{name}") for name in parts}
    found = from_parts(start, end)
    if found is not None:
        return found
    first, last = _given(sheet, row, "date"), _given(sheet, row, "enddate")
    if not first:
        return None
    date = read_date(first, "date")
    if not last or date.is_interval:
        return date
    closing = last if last in ("..", "/") else read_date(last, "enddate").text
    if closing == date.text or "T" in closing + date.text:
        return date if closing[:10] == date.text[:10] else read_date(f"{date.text[:10]}/{closing[:10]}", "enddate")
    return read_date(f"{date.text}/{closing}", "enddate")


def _given(sheet: _Sheet, row: Row, role: str) -> str:
    cell = sheet.cell(row, role).strip()
    return "" if cell.casefold() in EMPTY_CELLS and cell != ".." else cell


def place_of(lines: list[str], line: int, cell: int, separator: str) -> tuple[int, int]:
    """Return the line and the column at which a cell begins, counted from 1. `line` is that of its row."""
    quoted_now, left, column = False, cell, 0
    for number in range(line - 1, len(lines)):
        for column, sign in enumerate([*lines[number], "\n"]):
            if not left:
                return number + 1, column + 1
            if sign == '"':
                quoted_now = not quoted_now
            elif sign == separator and not quoted_now:
                left -= 1
        if not quoted_now:
            break
    return line, 1
