"""The reader-support banner, from the settings, in the page's language.

Knows amounts and where they lead. Must never know the page that shows it.
"""

import re

from backstory.files.settings import Support
from backstory.library.documents import document
from backstory.library.names import fold
from backstory.rendering.numbers import amount
from backstory.rendering.settinglinks import named_page
from backstory.rendering.templating.templates import run
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import AmountView, SupportView


def support_view(view: Vantage) -> SupportView | None:
    """Return the banner, or None when the settings give it no title, text or amount."""
    found = view.settings.language_settings(view.lang).support
    if not (found.title or found.text or found.amounts):
        return None
    url = _url(view, found.url)
    amounts = tuple(
        AmountView(_label(view, found, each), _url(view, _own_link(found, each)) or url) for each in found.amounts
    )
    return SupportView(found.title, found.text, found.button or view.words("Support us"), url, amounts)


def closing_banner(view: Vantage, path: str) -> SupportView | None:
    """Return the banner for the end of a document's page; None where its header or a block in its text says otherwise.

    An editor who puts `::: support` into a text has chosen its place: the page does not ask twice.
    """
    found = view.read(document, path)
    placed = any(mark.name == "support" for mark in found.marks.blocks)
    return support_view(view) if getattr(found.header, "support", True) and not placed else None


def _label(view: Vantage, found: Support, each: float) -> str:
    written = amount(each, found.currency, view.lang)
    return view.words("%(amount)s a month", amount=written) if found.recurring else written


def _own_link(found: Support, each: float) -> str:
    return found.links.get(f"{each:g}", "")


def _url(view: Vantage, where: str) -> str:
    """Return where the settings lead: a page's file, an address in the site, or an outside address."""
    found = named_page(view, where, "url", "support.") if where else None
    return view.url(found.address, found.anchor) if found and found.address else ""


def is_welcome(view: Vantage, kicker: str, tags: tuple[str, ...]) -> bool:
    """Say whether the banner may stand on a story: not below an obituary, nor below a correction."""
    never = {fold(each) for each in view.settings.language_settings(view.lang).support.never}
    return not never & {fold(each) for each in (kicker, *tags)}


_TAG = re.compile(r"<(/?)(p|blockquote|ul|ol|dl|table|div|details|section|aside|figure)\b[^>]*>")


def top_level(html: str) -> list[str]:
    """Return HTML cut after each paragraph that stands in nothing else; what lies between goes with what follows."""
    found, start, depth = [], 0, 0
    for tag in _TAG.finditer(html):
        if tag[2] != "p":
            depth += -1 if tag[1] else 1
        elif tag[1] and depth == 0:
            found.append(html[start : tag.end()])
            start = tag.end()
    return [*found, html[start:]]


def with_banner(view: Vantage, html: str, banner: SupportView | None) -> tuple[str, SupportView | None]:
    """Return a body with the banner in it, and None; or, where it belongs at the end, the body and the banner."""
    count = view.settings.language_settings(view.lang).support.after
    pieces = top_level(html) if banner and count > 0 else []
    if len(pieces) <= count + 1:
        return html, banner
    values = {"t": view.words, "support": banner}
    drawn = run(view.read, view.note, "partials/support.html", values)
    return "".join((*pieces[:count], drawn, *pieces[count:])), None
