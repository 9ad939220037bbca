"""The reader-support banner, from the settings, in the page's language.

Knows amounts and where they lead. Must never know the page that shows it.
"""

import posixpath

from backstory.files.inputs import source_file
from backstory.files.settings import FILE, Support, place_of
from backstory.library.cards import card
from backstory.library.documents import is_document, published, settings
from backstory.library.stories import translations
from backstory.notes import error
from backstory.rendering.numbers import amount
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import AmountView, SupportView


def support_view(view: Vantage) -> SupportView | None:
    """Return the banner, or None when the settings give it no title, text or amount."""
    found = view.settings.language_settings(view.lang).support
    if not (found.title or found.text or found.amounts):
        return None
    url = _url(view, found.url)
    amounts = tuple(
        AmountView(amount(each, found.currency, view.lang), _url(view, _own_link(found, each)) or url)
        for each in found.amounts
    )
    return SupportView(found.title, found.text, found.button or view.words("Support us"), url, amounts)


def _own_link(found: Support, each: float) -> str:
    return found.links.get(f"{each:g}", "")


def _url(view: Vantage, where: str) -> str:
    """Return where the settings lead: a page's file, an address in the site, or an outside address."""
    if not where.endswith(".md"):
        return view.url(where) if where else ""
    path = posixpath.join(view.read(settings).content, where)
    if not view.read(is_document, path) or not view.read(published, path):
        help = 'Name a file under the content folder ("pages/support.md") or a whole address.'
        sentence = f'The setting support.url names "{where}", and there is no such page.'
        place = place_of(view.read(source_file, FILE), "url", "support.")
        view.note(error(place, "settings/bad-link", sentence, help))
        return ""
    own = view.read(translations, path).get(view.lang, path)
    return view.url(view.read(card, own).address)
