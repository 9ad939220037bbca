"""What changed in a story from version to version, for sites that show it.

Knows versions and their words. Must never know git, nor how a difference looks.
"""

from itertools import pairwise

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import history
from backstory.library.addresses import address
from backstory.library.documents import settings
from backstory.library.stories import languages, stories
from backstory.reading.dates import Date, parse
from backstory.reading.prose import Change, changes


class Revision(Struct, frozen=True):
    """What changed on a day."""

    date: Date
    changes: tuple[Change, ...]


@query("what changed in {}")
def revisions(read: Read, note: Noting, path: str) -> tuple[Revision, ...]:
    """Return what changed in a document, the latest first; versions whose words are the same are left out."""
    found: dict[str, tuple[Change, ...]] = {}
    for (_, before), (day, after) in pairwise(read(history, path)):
        found[day] = (*found.get(day, ()), *changes(before, after))
    return tuple(Revision(parse(day), each) for day, each in reversed(found.items()) if each)


@query("the stories with a history")
def with_history(read: Read, note: Noting) -> dict[str, str]:
    """Return address -> path of the pages that say what changed in a story; none unless the settings ask for them."""
    if not read(settings).history:
        return {}
    found = {read(address, path): path for lang in read(languages) for path in read(stories, lang)}
    return {f"{where}changes/": path for where, path in found.items() if where.endswith("/") and read(revisions, path)}
