"""What a newsroom says of itself: the trust indicators that the settings give, for readers and for machines.

Knows the indicators (the Trust Project's eight, as far as pages can give them) and schema.org's words for them.
Must never know what is on those pages.
"""

from typing import Any

from backstory.library.routes import Route
from backstory.library.stories import of_kind
from backstory.rendering.faces import FORM_LABELS
from backstory.rendering.frame import crumbs
from backstory.rendering.pageviews import IndicatorView, StoryGroup
from backstory.rendering.settinglinks import named_page
from backstory.rendering.vantage import FORM_NOTES, Vantage
from backstory.rendering.views import LinkView

INDICATORS: tuple[tuple[str, str, str, str], ...] = (
    ("mission", "Mission", "What we cover, and why.", "missionCoveragePrioritiesPolicy"),
    ("ethics", "Ethics", "The standards that we hold ourselves to.", "ethicsPolicy"),
    ("ownership", "Ownership and funding", "Who owns this site and who pays for it.", "ownershipFundingInfo"),
    ("masthead", "Who we are", "The people behind the work.", "masthead"),
    ("methods", "Methods", "How the work is done and checked.", "verificationFactCheckingPolicy"),
    ("sources", "Citations and references", "What the work rests on.", ""),
    ("unnamed_sources", "Unnamed sources", "When we quote somebody without a name.", "unnamedSourcesPolicy"),
    ("corrections", "Corrections", "How mistakes are put right.", "correctionsPolicy"),
    ("diversity", "Diverse voices", "Whose views we make sure to hear.", "diversityPolicy"),
    ("local", "Local reporting", "When we were there, and what we know of the place.", ""),
    ("feedback", "Feedback", "How to tell us what is wrong or missing.", "actionableFeedbackPolicy"),
)
"""Each setting of `trust`: its name, its title, what it is about, and schema.org's property for it."""


def policy_addresses(view: Vantage) -> dict[str, str]:
    """Return schema.org's property -> absolute address for each policy that the settings give."""
    found: dict[str, str] = {}
    for name, _, _, term in INDICATORS:
        where = getattr(view.settings.trust, name)
        page = named_page(view, where, name, "trust.") if where and term else None
        address = view.absolute(page.address) if page else ""
        if page and address:
            found[term] = f"{address}#{page.anchor}" if page.anchor else address
            if name in ("ethics", "methods"):
                found.setdefault("publishingPrinciples", found[term])
    return found


def trust_fields(view: Vantage, found: Route) -> dict[str, Any]:
    """Return the page that gathers the indicators: policies, kinds of work, and who writes."""
    indicators = []
    for name, title, text, _ in INDICATORS:
        where = getattr(view.settings.trust, name)
        page = named_page(view, where, name, "trust.") if where else None
        if page and page.address:
            link = LinkView(page.title or page.address, view.url(page.address, page.anchor))
            indicators.append(IndicatorView(view.words(title), view.words(text), link))
    writers = view.cards(view.read(of_kind, view.lang, "author"))
    return {
        "title": view.words("How we work"),
        "description": view.words("What you can hold us to, and where to find it."),
        "crumbs": crumbs(view),
        "indicators": tuple(indicators),
        "work_types": tuple(
            IndicatorView(view.words(FORM_LABELS[form]), view.words(note), LinkView("", f"form-{form}"))
            for form, note in FORM_NOTES.items()
        ),
        "groups": (StoryGroup(view.words("Authors"), "authors", writers),) if writers else (),
    }
