"""Where the pages lead that settings name: a document's file, an address in the site, an address elsewhere.

Knows settings and documents. Must never know what a page is named for.
"""

import posixpath

from msgspec import Struct

from backstory.files.inputs import fingerprint, source_file
from backstory.files.settings import FILE, place_of
from backstory.library.addresses import document_at
from backstory.library.anchors import anchors
from backstory.library.cards import card
from backstory.library.documents import is_document, published, settings
from backstory.library.links import OUTSIDE
from backstory.library.routes import route_at
from backstory.library.stories import translations
from backstory.notes import error
from backstory.rendering.vantage import Vantage


class NamedPage(Struct, frozen=True):
    """A page that a setting names: an `address` in the site or elsewhere, a heading there, a title if it has one."""

    address: str = ""
    anchor: str = ""
    title: str = ""


def named_page(view: Vantage, where: str, name: str, above: str) -> NamedPage:
    """Return the page that a setting names, in the page's language if there is one.

    An address elsewhere comes back as it is. What is no page of this site is a finding, and nothing comes back.
    `above` is the setting's table and a full stop, for the place of a finding.
    """
    if where.lower().startswith(OUTSIDE):
        return NamedPage(where)
    page, _, anchor = where.partition("#")
    path = _document(view, page)
    if path and (not anchor or anchor in view.read(anchors, path)):
        own = view.read(translations, path).get(view.lang, path)
        kept = anchor if anchor and anchor in view.read(anchors, own) else ""
        return NamedPage(view.read(card, own).address, kept, view.read(card, own).title)
    if not path and page.startswith("/") and _stands(view, page):
        return NamedPage(page, anchor)
    help = 'Name a file under the content folder ("pages/support.md") or a whole address.'
    what = f'heading "#{anchor}" there' if path else "such page"
    sentence = f'The setting {above}{name} names "{where}", and there is no {what}.'
    place = place_of(view.read(source_file, FILE), name, above)
    view.note(error(place, "settings/bad-link", sentence, help))
    return NamedPage()


def _document(view: Vantage, page: str) -> str:
    """Return the path of the published document that a file's name or an address stands for, or nothing."""
    path = posixpath.join(view.read(settings).content, page)
    if page.startswith("/"):
        path = view.read(document_at, page if page.endswith("/") else page + "/")
    return path if view.read(is_document, path) and view.read(published, path) else ""


def _stands(view: Vantage, address: str) -> bool:
    """Say whether a page that nobody wrote, or a file, stands at an address."""
    whole = address if address.endswith("/") else address + "/"
    return bool(view.read(route_at, whole) or view.read(fingerprint, view.read(settings).content + address))
