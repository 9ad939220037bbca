"""What a timeline's page has around its events, as templates see it: an index, filters, and links to other years.

Knows fields and what they hold. Must never know how a field is filled.
"""

from msgspec import Struct


class OptionView(Struct, frozen=True):
    """Something that a timeline can be narrowed to. `value` stands in the address; `count` events have it."""

    value: str
    title: str
    count: int


class ChoiceView(Struct, frozen=True):
    """A filter: `name` is topic, about or place, and stands in the address."""

    name: str
    label: str
    options: tuple[OptionView, ...]


class StopView(Struct, frozen=True):
    """A place in a timeline's index: a heading's id with its words, and the headings inside it."""

    id: str
    label: str
    inner: tuple["StopView", ...] = ()
