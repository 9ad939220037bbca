"""Where the pages lead that settings name: a document's file, an address in the site, an address elsewhere.

Knows settings and documents. Must never know what a page is named for.
"""

import posixpath

from backstory.files.inputs import source_file
from backstory.files.settings import FILE, place_of
from backstory.library.cards import card
from backstory.library.documents import is_document, published, settings
from backstory.library.stories import translations
from backstory.notes import error
from backstory.rendering.vantage import Vantage


def named_page(view: Vantage, where: str, name: str, above: str) -> tuple[str, str]:
    """Return the address in the site and the title of what a setting names, in the page's language if there is one.

    An address elsewhere comes back as it is, without a title. A file that is no page is a finding, and both are empty.
    `above` is the setting's table and a full stop, for the place of a finding.
    """
    if not where.endswith(".md"):
        return where, ""
    path = posixpath.join(view.read(settings).content, where)
    if not view.read(is_document, path) or not view.read(published, path):
        help = 'Name a file under the content folder ("pages/support.md") or a whole address.'
        sentence = f'The setting {above}{name} names "{where}", and there is no such page.'
        place = place_of(view.read(source_file, FILE), name, above)
        view.note(error(place, "settings/bad-link", sentence, help))
        return "", ""
    own = view.read(card, view.read(translations, path).get(view.lang, path))
    return own.address, own.title
