"""The shape of a timeline's own JSON, as other programs read it.

Knows the format that `timeline.schema.json` describes. Must never know where events come from. The schema in
`theme/schemas/` is made by `schema()`; a test holds the two together.
"""

from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

VERSION = 1
SCHEMA = "timeline.schema.json"

_DAY = Meta(pattern=r"^-?[0-9]{4,}-[0-9]{2}-[0-9]{2}$")


class SourceShape(Struct, frozen=True, forbid_unknown_fields=True):
    """A source."""

    publisher: str
    title: str
    url: str
    date: Annotated[str, Meta(description="The source's own date in EDTF, or empty.")]
    id: Annotated[str, Meta(description="What the site knows it by, or empty.")] = ""


class MediaShape(Struct, frozen=True, forbid_unknown_fields=True):
    """A picture, a film or a page elsewhere that belongs to an event."""

    url: str
    caption: str = ""
    credit: str = ""


class EventShape(Struct, frozen=True, forbid_unknown_fields=True):
    """An event. Empty strings and lists stand for what is not known."""

    id: Annotated[str, Meta(description="The same in every export and for as long as the event is told.")]
    url: Annotated[str, Meta(description="Where the event stands on its timeline's page.")]
    date: Annotated[str, Meta(description="The date in EDTF (ISO 8601-2:2019): 2021-08-03, 2021-07~, 2021-05/2021-07.")]
    display_date: Annotated[str, Meta(description="The date in words, in the timeline's language.")]
    earliest: Annotated[
        Annotated[str, _DAY] | None, Meta(description="The first day that the date can mean; null if open or unknown.")
    ]
    latest: Annotated[
        Annotated[str, _DAY] | None, Meta(description="The last day that the date can mean; null if open or unknown.")
    ]
    approximate: Annotated[bool, Meta(description='"About": EDTF\'s ~.')]
    uncertain: Annotated[bool, Meta(description='"Uncertain": EDTF\'s ?.')]
    major: bool
    title: Annotated[str, Meta(description="Plain text.")]
    text: Annotated[str, Meta(description="One paragraph of plain text, or empty.")]
    html: Annotated[str, Meta(description="The same paragraph as HTML.")]
    places: list[str]
    topics: list[str]
    about: Annotated[list[str], Meta(description="People, organizations and terms, by name.")]
    sources: list[SourceShape]
    note: Annotated[str, Meta(description="A remark on the date or the account, or empty.")] = ""
    media: list[MediaShape] = []


class TimelineShape(Struct, frozen=True, forbid_unknown_fields=True):
    """A timeline, as Backstory publishes it beside its page. Events are in order of time."""

    version: Annotated[int, Meta(description="Goes up when a program that reads the format would have to change.")]
    title: str
    description: str
    url: Annotated[str, Meta(description="The timeline's page.")]
    language: Annotated[str, Meta(description="A BCP 47 tag: the language of every text here.")]
    events: list[EventShape]


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a timeline's JSON."""
    made = msgspec.json.schema(TimelineShape)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "Backstory timeline", **made}
