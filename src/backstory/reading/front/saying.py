"""What a header says, sorted by what it is about: each of our keys with the values given for it.

Knows which key means which, in every tool's spelling. Must never know how a value is read.
"""

from backstory.notes import did_you_mean
from backstory.reading.front.fields import Findings
from backstory.reading.front.frontmatter import FrontMatter
from backstory.reading.front.headers import Kind
from backstory.reading.front.keys import is_kept_for_site, kinds_with, known, spellings, squeezed
from backstory.reading.front.parsed import At
from backstory.reading.wording import listed, quoted

Sayings = dict[str, list[tuple[str, object]]]
"""For each of our keys, the keys as they were written with their values; our own spelling comes first."""

FIELD_NAMES = {"also_known_as": "names", "redirect_from": "redirects"}
"""Keys whose field in the typed header has another name."""


def sayings(kind: Kind, front: FrontMatter, found: Findings) -> Sayings:
    """Sort the values of a header by our keys, and warn of the keys that nobody reads."""
    table = spellings(kind)
    said: Sayings = {}
    for written, value in front.values.items():
        ours = table.get(written)
        if ours is None:
            ours = table.get(squeezed(written))
        if ours is None:
            if not is_kept_for_site(written):
                _unknown(kind, written, found)
        elif ours:
            entries = said.setdefault(ours, [])
            entries.insert(0 if written == ours else len(entries), (written, value))
    return said


def _unknown(kind: Kind, written: str, found: Findings) -> None:
    others = kinds_with(squeezed(written)) or kinds_with(written)
    if others:
        sentence = f"{quoted(written)} is not used in the header of a document of the kind {kind}."
        help = f"It belongs to {listed(others, 'and')}; take it out here."
    else:
        sentence = f"{quoted(written)} is not a key that Backstory knows."
        help = did_you_mean(written, known(kind)) or f"Take it out, or write x-{written} for a key of your own."
    found.warning(written, "unknown-key", sentence, help)


def key_places(kind: Kind, front: FrontMatter) -> dict[str, At]:
    """Return the places of a header's values under our own names of keys: `events[0].date`, whatever was written.

    Where the typed header has another name for a key (`names`, `redirects`), both are there.
    """
    table = spellings(kind)
    if all(table.get(key) == key and key not in FIELD_NAMES for key in front.values):
        return front.places
    places: dict[str, At] = {}
    for key, at in front.places.items():
        cut = min(end for end in (key.find("."), key.find("["), len(key)) if end >= 0)
        head, rest = key[:cut], key[cut:].lower().replace("-", "_")
        ours = table.get(head) or table.get(squeezed(head)) or head
        places.setdefault(ours + rest, at)
        if ours in FIELD_NAMES:
            places.setdefault(FIELD_NAMES[ours] + rest, at)
    return places
