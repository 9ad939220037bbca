"""What a card for social networks says of a page, and whether it can be drawn.

Knows a page's words and the letters of two fonts. Must never know how a card is drawn.
"""

import hashlib
from typing import Final

from msgspec import Struct, msgpack

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file, theme_file
from backstory.files.output import Need
from backstory.files.pictures.cards import DESIGN, SIZE, CardWords
from backstory.files.pictures.letters import Ranges, lacking, letters
from backstory.library.cards import card
from backstory.library.documents import settings
from backstory.notes import warning
from backstory.places import Place
from backstory.rendering.dates import show
from backstory.rendering.faces import FORM_LABELS, KIND_LABELS
from backstory.rendering.vantage import Vantage
from backstory.rendering.words import direction, words_in

CARDS: Final = "/assets/cards"
FONTS: Final = ("fonts/card-headline.ttf", "fonts/card-text.ttf")
"""Among the site's templates, or else the theme's."""

THEME: Final = "theme:"
"""What the path of a font begins with that is the theme's."""


class CardFont(Struct, frozen=True):
    """A font that cards are drawn with: its path, its digest, and the letters that it has."""

    path: str
    digest: str
    letters: Ranges


@query("the font {} of cards")
def card_font(read: Read, note: Noting, name: str) -> CardFont:
    """Return a font by its name among the templates; the site's own goes before the theme's."""
    own = f"{read(settings).templates}/{name}"
    data = read(source_file, own)
    path = own if data is not None else f"{THEME}{name}"
    found = data if data is not None else read(theme_file, name) or b""
    return CardFont(path, hashlib.blake2b(found, digest_size=16).hexdigest(), letters(found))


@query("the words on the card of {}")
def card_words(read: Read, note: Noting, path: str) -> CardWords | None:
    """Return what a document's card says; None where the fonts lack a letter of it, which is a note."""
    each, site = read(card, path), read(settings)
    t = words_in(read, each.lang)
    label = FORM_LABELS.get(each.form, "") if each.form != "brief" else ""
    own = site.language_settings(each.lang)
    heavy, plain = (read(card_font, name) for name in FONTS)
    home = each.address.strip("/") in ("", each.lang)
    plain_page = home or each.kind == "page"
    words = CardWords(
        headline=(own.tagline or own.title) if home else each.title,
        kicker="" if plain_page else each.kicker or t(label or KIND_LABELS[each.kind]),
        date=show(each.date, each.lang) if each.date else "",
        brand=own.title,
        lang=each.lang,
        rtl=direction(each.lang) == "rtl",
        accent=site.social_cards.accent,
        fonts=(heavy.path, plain.path),
        digests=(heavy.digest, plain.digest),
    )
    missing = lacking(words.headline, heavy.letters)
    missing += lacking(words.kicker + words.date + words.brand, plain.letters)
    if missing:
        sentence = f'The card for social networks can\'t be drawn: its fonts lack "{missing[:12]}".'
        help = f"Put fonts with these letters into {site.templates}/ as {' and '.join(FONTS)}."
        note(warning(Place(path), "card/no-letters", sentence, help))
        return None
    return words


def social_card(view: Vantage, path: str) -> str:
    """Return the whole address of a document's card, or nothing; its size is `SIZE`."""
    if not view.settings.social_cards.make or not view.settings.base_url:
        return ""
    words = view.read(card_words, path)
    if words is None:
        return ""
    digest = hashlib.blake2b(DESIGN.encode() + msgpack.encode(words), digest_size=8).hexdigest()
    where = f"{CARDS}/{digest}.png"
    view.needs.append(Need("card", where.lstrip("/"), path))
    return view.absolute(where)


__all__ = ["SIZE", "card_words", "social_card"]
