"""The site's settings: `[tool.backstory]` in pyproject.toml.

Knows which settings there are and what each may hold. Must never know what they are used for.
"""

import re
import tomllib
from typing import Any, Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import msgspec
from msgspec import Struct

from backstory.files.tables import (
    Language as Language,
)
from backstory.files.tables import (
    LinkedKind as LinkedKind,
)
from backstory.files.tables import (
    Look as Look,
)
from backstory.files.tables import (
    Mentions as Mentions,
)
from backstory.files.tables import (
    Pictures as Pictures,
)
from backstory.files.tables import (
    Related as Related,
)
from backstory.files.tables import (
    RelatedWeights as RelatedWeights,
)
from backstory.files.tables import (
    SocialCards as SocialCards,
)
from backstory.files.tables import (
    Support as Support,
)
from backstory.files.tables import (
    Trust as Trust,
)
from backstory.notes import Note, did_you_mean, error, warning
from backstory.places import Place

FILE = "pyproject.toml"
TABLE = "tool.backstory"


class Settings(Struct, frozen=True):
    """Everything a site can set. Folders are relative to the site's root; `base_url` has no slash at its end."""

    title: str = "Untitled site"
    tagline: str = ""
    description: str = ""
    language: str = "en"
    base_url: str = ""
    content: str = "content"
    templates: str = "templates"
    output: str = "site"
    timezone: str = "UTC"
    authors: tuple[str, ...] = ()
    navigation: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()
    permalinks: dict[str, str] = {}
    raw_html: Literal["sanitize", "allow"] = "sanitize"
    typography: bool = True
    feed_length: int = 20
    history: bool = False
    search: bool = False
    look: Look = Look()
    related: Related = Related()
    pictures: Pictures = Pictures()
    social_cards: SocialCards = SocialCards()
    precompress: tuple[Literal["gz", "br"], ...] = ()
    content_security: dict[str, tuple[str, ...]] = {}
    mentions: Mentions = Mentions()
    support: Support = Support()
    trust: Trust = Trust()
    languages: dict[str, Language] = {}

    def language_settings(self, lang: str) -> Language:
        """Return what a language's pages show; what a further language does not set is taken from the site."""
        own = self.languages.get(lang, Language())
        return Language(
            title=own.title or self.title,
            tagline=own.tagline or self.tagline,
            description=own.description or self.description,
            navigation=own.navigation or (self.navigation if lang == self.language else ()),
            footer=own.footer or (self.footer if lang == self.language else ()),
            support=_merged(self.support, own.support),
        )


def _merged(base: Support, own: Support) -> Support:
    given = {
        name: value for name in Support.__struct_fields__ if (value := getattr(own, name)) != getattr(Support(), name)
    }
    return msgspec.structs.replace(base, **given)


def read_settings(data: bytes | None) -> tuple[Settings, tuple[Note, ...]]:
    """Read the settings from pyproject.toml's bytes (None: there is no such file).

    Each setting is converted by itself, so that one bad value loses nothing else and all findings come at once.
    """
    if data is None:
        return Settings(), (
            error(Place(FILE), "settings/missing", f"There is no {FILE}.", "Make one: backstory new site"),
        )
    text = data.decode("utf-8", errors="replace")
    try:
        table = tomllib.loads(text).get("tool", {}).get("backstory")
    except tomllib.TOMLDecodeError as problem:
        return Settings(), (_bad_toml(problem),)
    if not isinstance(table, dict):
        help = f'Add the line [{TABLE}] and below it title = "…".'
        return Settings(), (error(Place(FILE, 1), "settings/missing", f"{FILE} has no [{TABLE}] table.", help),)
    notes: list[Note] = []
    settings = Settings(**_fields(Settings, table, "", text, notes))
    return _checked(settings, text, notes), tuple(notes)


def _bad_toml(problem: tomllib.TOMLDecodeError) -> Note:
    found = re.search(r"\(at line (\d+), column (\d+)\)", str(problem))
    place = Place(FILE, int(found[1]), int(found[2])) if found else Place(FILE, 1)
    sentence = f"This is not TOML: {str(problem).split(' (at ')[0].lower()}."
    return error(place, "settings/bad-toml", sentence, 'Values are written as name = "words", lists as ["a", "b"].')


def _fields(kind: type[Struct], table: dict[str, Any], above: str, text: str, notes: list[Note]) -> dict[str, Any]:
    """Convert a table's values one by one to the types of a struct's fields; notes tell of those that can't be."""
    types = {field.name: field.type for field in msgspec.structs.fields(kind)}
    found: dict[str, Any] = {}
    for name, value in table.items():
        place = _place(text, above, name)
        if name not in types:
            help = did_you_mean(name, types) or f"Settings are: {', '.join(types)}."
            notes.append(warning(place, "settings/unknown", f'There is no setting "{above}{name}".', help))
        elif isinstance(value, dict) and (inner := _inner(types[name])):
            found[name] = inner(**_fields(inner, value, f"{above}{name}.", text, notes))
        elif name == "languages" and isinstance(value, dict):
            found[name] = {
                lang: Language(**_fields(Language, own, f"{above}{name}.{lang}.", text, notes))
                for lang, own in value.items()
                if isinstance(own, dict)
            }
        else:
            try:
                found[name] = msgspec.convert(value, types[name])
            except msgspec.ValidationError as problem:
                sentence = f'The setting "{above}{name}" does not fit: {_plainly(problem)}.'
                notes.append(error(place, "settings/wrong-type", sentence, "See docs/settings.md."))
    return found


def _inner(kind: Any) -> type[Struct] | None:
    return kind if isinstance(kind, type) and issubclass(kind, Struct) else None


PLAIN = {
    "int": "a whole number", "float": "a number", "bool": "true or false", "str": "text", "array": "a list",
    "object": "a table", "datetime": "a date", "date": "a date", "null": "nothing",
}  # fmt: skip
"""What msgspec calls the types of TOML, and what people call them."""


def _plainly(problem: msgspec.ValidationError) -> str:
    words = str(problem).split(" - at ")[0]
    return re.sub(r"`(\w+)`", lambda found: PLAIN.get(found[1], found[1]), words[:1].lower() + words[1:])


def place_of(data: bytes | None, name: str, above: str = "") -> Place:
    """Return the place of a setting in pyproject.toml's bytes; `above` is its table's name and a full stop."""
    return _place((data or b"").decode("utf-8", errors="replace"), above, name)


def _place(text: str, above: str, name: str) -> Place:
    """Find a key's line by its name, below its table's line where it has one; TOML's reader gives no positions."""
    table = re.escape(f"[{TABLE}.{above}".rstrip(".") + "]")
    header = re.search(rf"(?m)^\s*{table}", text)
    start = header.end() if header else 0
    found = re.compile(rf"(?m)^[ \t]*(?:\[{re.escape(TABLE)}\.{re.escape(above)})?({re.escape(name)})\b").search(
        text, start
    )
    if not found:
        return Place(FILE, text.count("\n", 0, start) + 1)
    column = found.start(1) - text.rfind("\n", 0, found.start(1))
    return Place(FILE, text.count("\n", 0, found.start(1)) + 1, column)


def _checked(settings: Settings, text: str, notes: list[Note]) -> Settings:
    """Mend or report what is of the right type but can't be used."""
    changes: dict[str, Any] = {"base_url": settings.base_url.rstrip("/")}
    if settings.base_url and not re.match(r"https?://[^/\s]+", settings.base_url):
        sentence = f'"{settings.base_url}" is not an address.'
        notes.append(
            error(_place(text, "", "base_url"), "settings/bad-address", sentence, "Write https://example.org.")
        )
        changes["base_url"] = ""
    try:
        ZoneInfo(settings.timezone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        sentence = f'"{settings.timezone}" is not a time zone.'
        notes.append(
            error(_place(text, "", "timezone"), "settings/bad-zone", sentence, "Write a name such as Europe/Vilnius.")
        )
        changes["timezone"] = "UTC"
    for name in ("content", "templates", "output"):
        if not _inside(getattr(settings, name)):
            sentence = f'The folder "{getattr(settings, name)}" is not inside the site.'
            changes[name] = usual = getattr(Settings(), name)
            notes.append(error(_place(text, "", name), "settings/bad-folder", sentence, f'Write {name} = "{usual}".'))
    checked = msgspec.structs.replace(settings, **changes)
    folders = {name: getattr(checked, name).strip("/") + "/" for name in ("content", "templates", "output")}
    for name, other in (("output", "content"), ("output", "templates"), ("templates", "content")):
        if folders[name].startswith(folders[other]) or folders[other].startswith(folders[name]):
            sentence = f'The folders {name} ("{folders[name]}") and {other} ("{folders[other]}") lie in one another.'
            help = f'Write {name} = "{getattr(Settings(), name)}".'
            notes.append(error(_place(text, "", name), "settings/bad-folder", sentence, help))
            checked = msgspec.structs.replace(checked, **{each: getattr(Settings(), each) for each in folders})
            break
    return checked


def _inside(folder: str) -> bool:
    parts = folder.replace("\\", "/").split("/")
    return (
        bool(folder)
        and not folder.startswith("/")
        and ":" not in folder
        and ".." not in parts
        and folder not in (".", "./")
    )
