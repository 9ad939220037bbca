"""The page that says what changed in a story, version by version.

Knows what it lists. Must never know how a difference looks.
"""

from typing import Any

from backstory.library.cards import card
from backstory.library.revisions import revisions
from backstory.library.routes import Route
from backstory.rendering.frame import crumbs
from backstory.rendering.pageviews import ChangeView, RevisionView
from backstory.rendering.vantage import Vantage

ABOUT = {
    "title": "Headline", "description": "Description", "kicker": "Kicker", "date": "Date", "value": "Value",
    "qualifier": "Qualifier", "unit": "Unit", "as_of": "As of", "place": "Where", "note": "Note",
}  # fmt: skip


def changes_fields(view: Vantage, found: Route) -> dict[str, Any]:
    """Return the page of a story's changes, the latest first."""
    return {
        "title": view.words("What changed: %(title)s", title=view.read(card, found.subject).title),
        "crumbs": crumbs(view, view.link(found.subject)),
        "revisions": tuple(
            RevisionView(
                view.day(each.date),
                tuple(
                    ChangeView(
                        tuple((piece.kind, piece.words) for piece in change.pieces),
                        view.label(ABOUT.get(change.about, "")),
                    )
                    for change in each.changes
                ),
            )
            for each in view.read(revisions, found.subject)
        ),
    }
