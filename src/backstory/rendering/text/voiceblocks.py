"""The blocks of what people say: quotes, viewpoints, claims and what was said of them when.

Knows who may hold a view and which verdicts there are. Must never know how a voice looks on a page.
"""

from typing import Any

from markupsafe import Markup

from backstory.library.claims import VERDICTS, claim_anchor
from backstory.notes import did_you_mean, error
from backstory.reading.document import BlockMark
from backstory.rendering.text.blockoptions import date_in, named_in, source_in
from backstory.rendering.text.body import Filler

Values = dict[str, Any]
WHO = ("person", "organization", "place")


def said_by(filler: Filler, mark: BlockMark, option: str) -> Values:
    """Return who says something, when, and where that is written: speaker (CardView or None), date, source."""
    options, view = dict(mark.options), filler.view
    name = options.get(option, "")
    path = named_in(filler, mark, name, WHO, "person or organization") if name else ""
    date = date_in(filler, mark, options["date"]) if "date" in options else None
    return {"speaker": view.card(path) if path else None, "date": view.date(date), "source": source_in(filler, mark)}


def quote_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: quote`: somebody's words."""
    return said_by(filler, mark, "speaker")


def viewpoint_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: viewpoint`: what one party holds."""
    return said_by(filler, mark, "holder")


def said_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: said`: one step of the way that a claim took."""
    return said_by(filler, mark, "speaker")


def claim_block(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    """Return the values of `::: claim`: what was claimed, by whom, and what we found."""
    verdict = dict(mark.options).get("verdict", "")
    if verdict and verdict not in VERDICTS:
        help = did_you_mean(verdict, VERDICTS) or f"Verdicts are: {', '.join(VERDICTS)}."
        filler.view.note(error(mark.place, "block/bad-option", f'There is no verdict "{verdict}".', help))
        verdict = ""
    values = said_by(filler, mark, "claimant")
    label = filler.view.label(VERDICTS[verdict].label) if verdict else ""
    return values | {"claim": mark.argument, "verdict": label, "grade": verdict, "id": claim_anchor(mark.argument)}
