"""Whether a document is a draft, in the words of several tools: `draft`, `status`, `published`.

Knows those words. Must never know today's date.
"""

from typing import Final

from backstory.notes import did_you_mean
from backstory.reading.front.fields import Findings, as_boolean, as_text
from backstory.reading.front.saying import Sayings
from backstory.reading.wording import quoted

HELD_BACK: Final = frozenset(["draft", "hidden", "pending", "private", "skip", "auto-draft", "trash", "unpublished"])
PUBLIC: Final = frozenset(["published", "publish", "public", "final", "future", "live"])


def is_draft(said: Sayings, found: Findings) -> bool:
    """Return whether any of the keys holds the document back. A status that is not known does, with a finding."""
    held = [as_boolean(value, key, found, False) for key, value in said.get("draft", ())]
    held += [_is_held_back(value, key, found) for key, value in said.get("status", ())]
    held += [not as_boolean(value, key, found, True) for key, value in said.get("published", ()) if not is_date(value)]
    return any(held)


def is_date(value: object) -> bool:
    """Say whether `published` holds a date, as some tools have it, rather than yes or no."""
    return isinstance(value, str) and value.strip()[:4].isdigit()


def _is_held_back(value: object, key: str, found: Findings) -> bool:
    status = as_text(value, key, found).lower()
    if not status or status in PUBLIC:
        return False
    if status not in HELD_BACK:
        near = did_you_mean(status, HELD_BACK | PUBLIC) or "Write status: draft or status: published."
        found.error(key, "bad-choice", f"{quoted(status)} is no status that Backstory knows.", near)
    return True
