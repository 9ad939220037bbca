"""The blocks of what people say: quotes, viewpoints, claims and what was said of them when.

Knows who may hold a view and which verdicts there are. Must never know how a voice looks on a page.
"""

from typing import Any

from markupsafe import Markup

from backstory.library.claims import VERDICTS, claim_anchor
from backstory.library.names import find, nearest
from backstory.notes import did_you_mean, error, warning
from backstory.reading.document import BlockMark
from backstory.reading.wording import quoted
from backstory.rendering.text.blockoptions import date_in, named_in, source_in
from backstory.rendering.text.body import Filler

Values = dict[str, Any]
WHO = ("person", "organization", "place")


def said_by(filler: Filler, mark: BlockMark, option: str) -> Values:
    """Return who says something, when, and where that is written: speaker (CardView or None), name, date, source."""
    options, view = dict(mark.options), filler.view
    path, name = _who(filler, mark, options.get(option, ""))
    date = date_in(filler, mark, options["date"]) if "date" in options else None
    return {
        "speaker": view.card(path) if path else None,
        "name": name or ("" if mark.name == "claim" else mark.argument),
        "date": view.date(date),
        "source": source_in(filler, mark),
    }


def _who(filler: Filler, mark: BlockMark, name: str) -> tuple[str, str]:
    """Return the path of whom an option names, or else the name itself, as it is written of somebody without a page.

    A single word in small letters can only be meant for a document: that is `named_in`'s to report.
    """
    view = filler.view
    path = find(view.read, name, view.lang, WHO).path if name else ""
    if path or not name:
        return path, ""
    if not _is_name(name):
        return named_in(filler, mark, name, WHO, "person or organization"), ""
    if near := nearest(view.read, name, WHO):
        sentence = f"Nobody here goes by {quoted(name)}; it stands as a plain name."
        view.note(warning(mark.place, "block/near-name", sentence, near))
    return "", name


def _is_name(written: str) -> bool:
    return " " in written or written != written.lower() or not written.isascii()


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
