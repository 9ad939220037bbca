"""The parts of a header that are maps or lists of maps: sources, notices, choices, points.

Knows their keys. Must never know what a document does with them.
"""

from typing import Final

from backstory.reading.front.fields import (
    Findings,
    as_choice,
    as_date,
    as_markdown,
    as_number,
    as_single_date,
    as_text,
    as_words,
    one_line,
)
from backstory.reading.front.headers import (
    Account,
    Dated,
    Point,
    RelatedChoice,
    Selection,
    Share,
    SourceEntry,
)
from backstory.reading.front.maps import Table, each_entry, fields_of, missing, no_date
from backstory.reading.front.titles import plain_words
from backstory.reading.wording import quoted


def as_plain(value: object, key: str, found: Findings) -> str:
    """Return one line of text without markup."""
    words = as_text(value, key, found)
    plain = plain_words(words)
    return plain if plain is words else one_line(plain)


def as_web_address(value: object, key: str, found: Findings) -> str:
    """Return an address that begins with http:// or https://; a link may take a reader nowhere else."""
    address = as_text(value, key, found)
    if not address or address.lower().startswith(("http://", "https://")):
        return address
    found.wrong_type(key, address, "a web address", "Write the whole address, with https:// before it.")
    return ""


def as_web_addresses(value: object, key: str, found: Findings) -> tuple[str, ...]:
    """Return several addresses, each of which begins with http:// or https://."""
    return tuple(each for one in as_words(value, key, found) if (each := as_web_address(one, key, found)))


def _as_role(value: object, key: str, found: Findings) -> str:
    return as_choice(value, key, found, ("original", "reported", "reference"), "reference")


SOURCE: Final[Table] = {
    "id": ("id", as_text), "publisher": ("publisher", as_plain), "outlet": ("publisher", as_plain),
    "title": ("title", as_plain), "name": ("title", as_plain), "url": ("url", as_web_address),
    "link": ("url", as_web_address), "href": ("url", as_web_address), "date": ("date", as_date),
    "published": ("date", as_date), "role": ("role", _as_role), "archived": ("archived", as_web_address),
    "archive": ("archived", as_web_address), "archiveurl": ("archived", as_web_address), "lang": ("lang", as_text),
    "language": ("lang", as_text),
}  # fmt: skip
DATED: Final[Table] = {
    "date": ("date", as_single_date), "text": ("text", as_markdown), "note": ("text", as_markdown),
    "what": ("text", as_markdown), "description": ("text", as_markdown), "message": ("text", as_markdown),
}  # fmt: skip
RELATED: Final[Table] = {"pin": ("pin", as_words), "pinned": ("pin", as_words), "hide": ("hide", as_words)}
SELECT: Final[Table] = {
    "topics": ("topics", as_words), "topic": ("topics", as_words), "about": ("about", as_words),
    "places": ("places", as_words), "place": ("places", as_words), "tags": ("tags", as_words),
    "tag": ("tags", as_words), "from": ("start", as_date), "start": ("start", as_date), "since": ("start", as_date),
    "to": ("end", as_date),
    "end": ("end", as_date), "until": ("end", as_date),
}  # fmt: skip
POINT: Final[Table] = {"date": ("date", as_date), "value": ("value", as_number), "note": ("note", as_text)}
ACCOUNT: Final[Table] = {
    "value": ("value", as_number), "by": ("by", as_plain), "who": ("by", as_plain),
    "qualifier": ("qualifier", as_plain),
    "date": ("date", as_date), "asof": ("date", as_date), "sources": ("sources", as_words),
    "source": ("sources", as_words), "note": ("note", as_plain),
}  # fmt: skip
SHARE: Final[Table] = {
    "label": ("label", as_plain), "key": ("label", as_plain), "name": ("label", as_plain),
    "value": ("value", as_number),
}  # fmt: skip


def as_sources(value: object, key: str, found: Findings) -> tuple[SourceEntry, ...]:
    """Return sources: a text is an id, or an address where it begins with http; a map has the rest."""
    if isinstance(value, str) and "://" not in value:
        return tuple(SourceEntry(id=each) for each in as_words(value, key, found))
    return each_entry(value, key, found, _source)


def _source(value: object, key: str, found: Findings) -> SourceEntry | None:
    if isinstance(value, str):
        return SourceEntry(url=value.strip()) if "://" in value else SourceEntry(id=value.strip())
    fields = fields_of(value, key, SOURCE, found, "an id or a map", "Write - id: lrt-2021-08-03")
    if fields is None:
        return None
    if any(fields.get(name) for name in ("id", "url", "title", "publisher")):
        return SourceEntry(**fields)
    missing(key, found, "This source has neither an id nor a title.", "Write id: and the source's id.")
    return None


def as_notices(value: object, key: str, found: Findings) -> tuple[Dated, ...]:
    """Return corrections or updates: maps with date and text, or `2021-11-10: text` for short."""
    return each_entry(value, key, found, _notice)


def _notice(value: object, key: str, found: Findings) -> Dated | None:
    if isinstance(value, str):
        missing(key, found, f"{quoted(value)} has no date.", "Write - date: 2021-11-10, and text: below it.")
        return None
    if isinstance(value, dict) and len(value) == 1 and (only := next(iter(value)))[:4].isdigit():
        date = as_single_date(only, f"{key}.{only}", found)
        text = as_markdown(value[only], f"{key}.{only}", found)
        return Dated(date, text) if date and text else None
    fields = fields_of(value, key, DATED, found, "a date and a text", "Write - date: 2021-11-10, and text: below it.")
    if fields is None:
        return None
    if not fields.get("text"):
        missing(key, found, "This notice has no text.", "Write text: and what was changed.")
        return None
    if fields.get("date") is None:
        no_date(value, key, found, f"The notice {quoted(fields['text'])}")
        return None
    return Dated(**fields)


def as_related(value: object, key: str, found: Findings) -> RelatedChoice:
    """Return which stories to pin and to hide; a list alone is what to pin."""
    if isinstance(value, str | list):
        return RelatedChoice(pin=as_words(value, key, found))
    fields = fields_of(value, key, RELATED, found, "pin: and hide:", "Write related:, and below it pin: [slug].")
    return RelatedChoice(**fields) if fields else RelatedChoice()


def as_selection(value: object, key: str, found: Findings) -> Selection:
    """Return which events a timeline takes. Dates the wrong way round are a finding, and neither counts."""
    fields = fields_of(
        value, key, SELECT, found, "a map", "Write select:, and below it topics: [slug] or from: 2021-05."
    )
    if not fields:
        return Selection()
    start, end = fields.get("start"), fields.get("end")
    if start and end and start.earliest and end.latest and end.latest < start.earliest:
        sentence = f"The timeline begins on {quoted(start)}, after its end on {quoted(end)}."
        found.error(f"{key}.from", "bad-date", sentence, "Write the earlier date under from: and the later under to:.")
        fields["start"] = fields["end"] = None
    return Selection(**fields)


def as_points(value: object, key: str, found: Findings) -> tuple[Point, ...]:
    """Return a figure's series: maps with date and value, or `2021-03: 8` for short."""
    return each_entry(_rows(value, "date"), key, found, _point)


def _point(value: object, key: str, found: Findings) -> Point | None:
    fields = fields_of(value, key, POINT, found, "a date and a value", "Write - {date: 2021-03, value: 8}")
    if fields is None:
        return None
    if fields.get("date") is None:
        no_date(value, key, found, "This value")
        return None
    if fields.get("value") is None:
        _no_value(value, key, found)
        return None
    return Point(**fields)


def as_shares(value: object, key: str, found: Findings) -> tuple[Share, ...]:
    """Return a figure's breakdown: maps with label and value, or `Iraq: 2797` for short."""
    return each_entry(_rows(value, "label"), key, found, _share)


def _share(value: object, key: str, found: Findings) -> Share | None:
    fields = fields_of(value, key, SHARE, found, "a label and a value", "Write - {label: Iraq, value: 2797}")
    if fields is None:
        return None
    if not fields.get("label"):
        missing(key, found, "This row has no label.", "Write label: and what is counted.")
        return None
    if fields.get("value") is None:
        _no_value(value, key, found)
        return None
    return Share(**fields)


def as_accounts(value: object, key: str, found: Findings) -> tuple[Account, ...]:
    """Return the counts that differ: maps with a value and who gives it."""
    return each_entry(value, key, found, _account)


def _account(value: object, key: str, found: Findings) -> Account | None:
    fields = fields_of(value, key, ACCOUNT, found, "a value and who gives it", "Write - {value: 247, by: Police}")
    if fields is None:
        return None
    if fields.get("value") is None:
        _no_value(value, key, found)
        return None
    return Account(**fields)


def _rows(value: object, first: str) -> object:
    """Return `{a: 1, b: 2}` and `[[a, 1], [b, 2]]` as the list of maps that they stand for."""
    if isinstance(value, dict) and first not in value and "value" not in value:
        return [{first: name, "value": number} for name, number in value.items()]
    if isinstance(value, list):
        return [dict(zip((first, "value"), row, strict=True)) if _is_pair(row) else row for row in value]
    return value


def _is_pair(row: object) -> bool:
    return isinstance(row, list) and len(row) == 2


def _no_value(value: object, key: str, found: Findings) -> None:
    """Report a row without a value, unless its value has been reported as no number."""
    if not (isinstance(value, dict) and value.get("value")):
        missing(key, found, "This row has no value.", "Write value: and the number.")
