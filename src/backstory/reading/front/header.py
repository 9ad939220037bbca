"""A header's plain data as the typed header of its kind, key by key, so that every fault is found at once.

Knows what each key of each kind holds. Must never know how the header was written, nor another document.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from backstory.notes import Note
from backstory.reading.front.addresses import as_language, as_old_addresses, as_permalink, as_slug, old_addresses
from backstory.reading.front.entries import (
    as_accounts,
    as_notices,
    as_plain,
    as_points,
    as_related,
    as_selection,
    as_shares,
    as_sources,
    as_web_addresses,
)
from backstory.reading.front.eventkeys import as_events, event_files, without_files
from backstory.reading.front.fields import (
    Findings,
    as_boolean,
    as_choice,
    as_date,
    as_day,
    as_markdown,
    as_names,
    as_number,
    as_single_date,
    as_text,
    as_words,
)
from backstory.reading.front.frontmatter import FrontMatter
from backstory.reading.front.headers import (
    AnyHeader,
    ArticleHeader,
    AuthorHeader,
    EntityHeader,
    FigureHeader,
    Kind,
    PageHeader,
    QuestionHeader,
    TermHeader,
    TimelineHeader,
    TopicHeader,
)
from backstory.reading.front.keys import spellings
from backstory.reading.front.maps import Convert
from backstory.reading.front.publication import is_date, is_draft
from backstory.reading.front.saying import Sayings, sayings
from backstory.reading.front.titles import first_heading, title_from_path
from backstory.reading.front.yamlcauses import in_quotes
from backstory.reading.slugs import name_parts
from backstory.reading.wording import quoted

FORMS: Final = ("brief", "explainer", "q-and-a", "profile", "analysis", "data")
GROUPS: Final = ("auto", "year", "month", "day")


def _as_form(value: object, key: str, found: Findings) -> str:
    return as_choice(value, key, found, FORMS, "brief")


def _as_group(value: object, key: str, found: Findings) -> str:
    return as_choice(value, key, found, GROUPS, "auto")


def _as_desk(value: object, key: str, found: Findings) -> bool:
    return as_boolean(value, key, found, False)


def _as_support(value: object, key: str, found: Findings) -> bool:
    return as_boolean(value, key, found, True)


ONE: Final[Mapping[str, Convert]] = {
    "title": as_plain, "description": as_plain, "date": as_single_date, "updated": as_single_date, "slug": as_slug,
    "id": as_text, "lang": as_language, "translation_of": as_text, "image_alt": as_plain, "image_credit": as_plain,
    "image_caption": as_plain, "image_focus": as_text,
    "permalink": as_permalink, "publish_at": as_day, "expires": as_day, "review_by": as_single_date,
    "checked": as_single_date, "desk": _as_desk, "group": _as_group,
    "form": _as_form, "kicker": as_plain, "related": as_related, "support": _as_support, "select": as_selection,
    "lead": as_text, "as_of": as_date, "value": as_number, "qualifier": as_plain, "unit": as_plain,
    "place": as_text, "note": as_markdown, "role": as_plain, "template": as_text,
}  # fmt: skip
"""Keys that hold one thing."""

MANY: Final[Mapping[str, tuple[str, Callable[[object, str, Findings], tuple[Any, ...]]]]] = {
    "authors": ("authors", as_names), "topics": ("topics", as_words), "tags": ("tags", as_words),
    "about": ("about", as_words), "sources": ("sources", as_sources), "also_known_as": ("names", as_words),
    "redirect_from": ("redirects", as_old_addresses), "events": ("events", as_events),
    "corrections": ("corrections", as_notices), "updates": ("updates", as_notices), "series": ("series", as_points),
    "breakdown": ("breakdown", as_shares), "accounts": ("accounts", as_accounts),
    "expertise": ("expertise", as_names), "same_as": ("same_as", as_web_addresses), "featured": ("featured", as_words),
    "front": ("front", as_words),
}  # fmt: skip
"""Keys that hold several things, with their field: what is said under two spellings is put together."""

MAKERS: Final[Mapping[Kind, type[AnyHeader]]] = {
    "article": ArticleHeader, "timeline": TimelineHeader, "topic": TopicHeader, "person": EntityHeader,
    "organization": EntityHeader, "place": EntityHeader, "term": TermHeader, "question": QuestionHeader,
    "figure": FigureHeader, "author": AuthorHeader, "page": PageHeader,
}  # fmt: skip

TITLED: Final[frozenset[Kind]] = frozenset(["author", "question", "term"])
"""Kinds that are nothing without a title."""


def read_header(kind: Kind, front: FrontMatter, path: str) -> tuple[AnyHeader, tuple[Note, ...]]:
    """Return the typed header of a document, and every fault of it with the place of its key or value.

    `path` is relative to the site's root. What cannot be read counts as not given. A date and a language that only
    the file's name gives are taken from there; a missing title from the first heading, or from the file's name.
    """
    found = Findings(front, path)
    said = sayings(kind, front, found)
    fields: dict[str, Any] = {}
    _move_published_date(said)
    if kind == "figure":
        _tables(said, fields)
    if kind == "timeline":
        _event_files(said, fields)
    for ours, entries in said.items():
        if ours in ONE:
            fields[ours] = _first(entries, ONE[ours], ours, found)
        elif ours in MANY:
            field, convert = MANY[ours]
            fields[field] = _all(entries, convert, found)
    _aliases(said, fields, found)
    _image(said, fields, found)
    fields["draft"] = is_draft(said, found)
    _from_name(path, fields)
    _title(kind, front, path, fields, found)
    if kind == "figure":
        _value(fields, found)
    return MAKERS[kind](**fields), tuple(found.notes)


def _first(entries: list[tuple[str, object]], convert: Convert, ours: str, found: Findings) -> Any:
    """Return the first value that says something; warn of a later one that says something else."""
    kept, kept_key = convert(entries[0][1], entries[0][0], found), entries[0][0]
    for key, value in entries[1:]:
        other = convert(value, key, found)
        if kept in (None, "", ()):
            kept, kept_key = other, key
        elif other not in (None, "", ()) and other != kept:
            both = f"{quoted(kept_key)} and {quoted(key)} both give the {ours.replace('_', ' ')}"
            sentence = f"{both}; {quoted(kept_key)} counts."
            found.warning(key, "duplicate-key", sentence, "Keep one of them.")
    return kept


def _all(entries: list[tuple[str, object]], convert: Convert, found: Findings) -> tuple[Any, ...]:
    if len(entries) == 1:
        return tuple(convert(entries[0][1], entries[0][0], found))
    every = [each for key, value in entries for each in convert(value, key, found)]
    return tuple(each for index, each in enumerate(every) if each not in every[:index])


def _move_published_date(said: Sayings) -> None:
    """Take `published: 2021-08-03` for the date that it is."""
    dates = [entry for entry in said.get("published", ()) if is_date(entry[1])]
    if dates:
        said["date"] = said.get("date", []) + dates


def _tables(said: Sayings, fields: dict[str, Any]) -> None:
    """Take a series or a breakdown that names a file for the name that it is."""
    for key in ("series", "breakdown"):
        values = [value for _, value in said.get(key, ()) if isinstance(value, str)]
        names = [value.strip() for value in values if value.strip().lower().endswith((".csv", ".tsv"))]
        if names:
            fields[f"{key}_file"] = names[0]
            del said[key]


def _event_files(said: Sayings, fields: dict[str, Any]) -> None:
    """Take the names of files among a timeline's events for what they are."""
    entries = said.get("events", [])
    fields["event_files"] = tuple(dict.fromkeys(name for _, value in entries for name in event_files(value)))
    if fields["event_files"]:
        said["events"] = [(key, without_files(value)) for key, value in entries]


def _aliases(said: Sayings, fields: dict[str, Any], found: Findings) -> None:
    """Sort `aliases` into old addresses, which start with a slash, and names."""
    for key, value in said.get("aliases", ()):
        words = as_words(value, key, found)
        names = tuple(word for word in words if not word.startswith("/"))
        addresses = old_addresses(tuple(word for word in words if word.startswith("/")), key, found)
        fields["names"] = tuple(dict.fromkeys(fields.get("names", ()) + names))
        fields["redirects"] = tuple(dict.fromkeys(fields.get("redirects", ()) + addresses))


IMAGE_PARTS: Final = {
    "image": ("image", "path", "src", "url", "file", "feature"),
    "image_alt": ("alt", "image_alt", "alt_text"),
    "image_credit": ("credit", "image_credit"),
    "image_caption": ("caption", "image_caption"),
    "image_focus": ("focus", "image_focus", "focal_point"),
}


def _image(said: Sayings, fields: dict[str, Any], found: Findings) -> None:
    """Read an image: its path, or a map of its path, its words and its credit."""
    for key, value in said.get("image", ()):
        parts = value if isinstance(value, dict) else {"image": value}
        for field, names in IMAGE_PARTS.items():
            name = next((name for name in names if parts.get(name)), "")
            if name and not fields.get(field):
                fields[field] = as_text(parts[name], f"{key}.{name}" if parts is value else key, found)


def _from_name(path: str, fields: dict[str, Any]) -> None:
    """Take from the file's name what the header does not give."""
    if fields.get("date") and fields.get("lang"):
        return
    parts = name_parts(path)
    fields["date"] = fields.get("date") or parts.date
    fields["lang"] = fields.get("lang") or parts.lang


def _title(kind: Kind, front: FrontMatter, path: str, fields: dict[str, Any], found: Findings) -> None:
    if fields.get("title"):
        return
    key = next((key for key in front.values if spellings(kind).get(key.lower()) == "title"), "title")
    heading = first_heading(front.body)
    title = fields["title"] = heading or title_from_path(path)
    say = found.error if kind in TITLED else found.warning
    source = "its first heading" if heading else "its file's name"
    sentence = f"The document has no title; {quoted(title)} is taken from {source}."
    say(key, "missing-title", sentence, f"Write title: {in_quotes(title)}")


def _value(fields: dict[str, Any], found: Findings) -> None:
    """Report a figure without a number, unless it translates one or its number has been reported as none."""
    held = ("series", "breakdown", "series_file", "breakdown_file", "accounts")
    given = fields.get("value") is not None or any(fields.get(name) for name in held)
    if not (given or fields.get("translation_of") or any(note.severity == "error" for note in found.notes)):
        help = "Write value: 4000, or a series: or a breakdown: of values."
        found.error("value", "missing-value", "The figure has no value.", help)
