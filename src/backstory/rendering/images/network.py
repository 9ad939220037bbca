"""The picture that social networks show of a page: its own, or a card with its words.

Knows which of the two a page has, and what is wrong with what its header says of its picture. Must never know how
either is made.
"""

from typing import Final

from msgspec import Struct

from backstory.files.inputs import fingerprint
from backstory.library.cards import Card, card
from backstory.library.documents import document
from backstory.library.links import asset_of
from backstory.notes import error, warning
from backstory.reading.front.focus import HELP, focus_of
from backstory.rendering.images.pictures import shown
from backstory.rendering.images.socialcards import SIZE, social_card
from backstory.rendering.vantage import Vantage

ALT_KEYS: Final = ("image_alt", "image.alt", "image.image_alt", "image.alt_text")
"""Where a header may say what its picture shows; empty words say that it only decorates."""


class NetworkImage(Struct, frozen=True):
    """A picture by its whole address, with its size in points (0: unknown) and words for those who can't see it."""

    url: str
    alt: str = ""
    width: int = 0
    height: int = 0


def network_image(view: Vantage, path: str) -> NetworkImage | None:
    """Return what networks show of a document's page; what is wrong with its picture is a note."""
    each = view.read(card, path)
    if each.image:
        _check(view, path, each)
        found = shown(view, path, each.image, "network")
        return NetworkImage(found.url, each.image_alt, found.width, found.height) if found else None
    drawn = social_card(view, path)
    return NetworkImage(drawn, each.title, *SIZE) if drawn else None


def _check(view: Vantage, path: str, each: Card) -> None:
    """Say what is missing or wrong in what a header says of its picture."""
    found = view.read(document, path)
    if not _is_there(view, path, each.image):
        help = "Name a file below the content folder, or the whole address of a picture elsewhere."
        view.note(error(found.place("image"), "link/broken", f'There is no picture "{each.image}".', help))
    elif not each.image_alt and not any(key in found.key_places for key in ALT_KEYS):
        sentence = f'The picture "{each.image}" has no words for those who can\'t see it.'
        help = 'Add image_alt: and what it shows, or image_alt: "" if it only decorates.'
        view.note(warning(found.place("image"), "picture/no-alt", sentence, help))
    if each.image_focus and focus_of(each.image_focus) is None:
        place = found.place("image_focus" if "image_focus" in found.key_places else "image")
        view.note(warning(place, "picture/bad-focus", f'"{each.image_focus}" is no point of a picture.', HELP))


def _is_there(view: Vantage, path: str, name: str) -> bool:
    if name.startswith(("http:", "https:")):
        return True
    file = asset_of(view.read, path, name)
    return file.startswith(view.settings.content + "/") and bool(view.read(fingerprint, file))
