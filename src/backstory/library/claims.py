"""Claims that stories look into: what was claimed, by whom, and the verdict.

Knows the block `claim` and the verdicts. Must never know how a claim looks, nor whether it is true.
"""

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.documents import document, language_of, settings
from backstory.library.names import find
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.slugs import slugify


class Verdict(Struct, frozen=True):
    """What came of looking into a claim: its label, and its place between 1 (false) and 5 (true); 0 for neither."""

    label: str
    grade: int = 0


VERDICTS: dict[str, Verdict] = {
    "true": Verdict("True", 5),
    "mostly-true": Verdict("Mostly true", 4),
    "misleading": Verdict("Misleading", 2),
    "false": Verdict("False", 1),
    "contested": Verdict("Contested"),
    "unproven": Verdict("Unproven"),
    "outdated": Verdict("Outdated"),
}


class Claim(Struct, frozen=True):
    """A claim as a story tells it. `claimant` is a document's path or a mere name, `source` the id of a source."""

    text: str
    verdict: str = ""
    claimant: str = ""
    date: Date | None = None
    source: str = ""


def claim_anchor(text: str) -> str:
    """Return the id that a claim has on its page."""
    return "claim-" + slugify(text)[:60].strip("-")


@query("the claims in {}")
def claims_in(read: Read, note: Noting, path: str) -> tuple[Claim, ...]:
    """Return the claims that a document looks into, in order."""
    found = read(document, path)
    lang = language_of(found.header, read(settings))
    claims = []
    for mark in found.marks.blocks:
        if mark.name != "claim" or not mark.argument:
            continue
        options = dict(mark.options)
        who = options.get("claimant", "")
        whose = (find(read, who, lang, ("person", "organization", "place")).path or who) if who else ""
        verdict = options.get("verdict", "")
        date = _date(options.get("date", ""))
        claims.append(
            Claim(mark.argument, verdict if verdict in VERDICTS else "", whose, date, options.get("source", ""))
        )
    return tuple(claims)


def _date(text: str) -> Date | None:
    try:
        return parse(text) if text else None
    except DateError:  # the block says so
        return None
