"""What a header says of a document's address: its slug, its permalink, its old addresses, its language.

Knows how they are written. Must never know where a document ends up.
"""

import re
import unicodedata
from typing import Final
from urllib.parse import urlsplit

from backstory.reading.front.fields import Findings, as_text, as_words, last_name
from backstory.reading.slugs import is_slug, slugify
from backstory.reading.wording import quoted

LANGUAGE: Final = re.compile(r"([A-Za-z]{2,3})((?:-(?:[A-Za-z]{2,8}|\d{3}))*)", re.ASCII)
UNFIT: Final = re.compile(r"(?:^|/)\.\.?(?:/|$)|[\\?#\s\x00-\x1f\x7f]|//")


def as_slug(value: object, key: str, found: Findings) -> str:
    """Return a slug as it stands; one that cannot stand in an address is made into one, with a finding."""
    written = unicodedata.normalize("NFC", as_text(value, key, found))
    if not written or is_slug(written):
        return written
    fit = slugify(written)
    found.error(key, "bad-slug", f"{quoted(written)} cannot stand in an address.", f"Write {last_name(key)}: {fit}")
    return fit


def as_language(value: object, key: str, found: Findings) -> str:
    """Return a language tag (BCP 47), `pt_BR` as `pt-BR`; empty for what is none."""
    written = as_text(value, key, found).replace("_", "-")
    match = LANGUAGE.fullmatch(written)
    if match:
        return match[1].lower() + match[2]
    if written:
        help = "Write lang: en, lang: ru or lang: pt-BR."
        found.error(key, "bad-choice", f"{quoted(written)} is not a language code.", help)
    return ""


def as_permalink(value: object, key: str, found: Findings) -> str:
    """Return the address that a document asks for, from the site's root, with a slash before it."""
    written = as_text(value, key, found)
    if not written:
        return ""
    if UNFIT.search(written) or not ("/" in written or "." in written):
        found.wrong_type(key, written, "an address of this site", "Write permalink: /about/how-we-work/")
        return ""
    return "/" + written.removeprefix("/")


def as_old_addresses(value: object, key: str, found: Findings) -> tuple[str, ...]:
    """Return addresses that a document once had, from the site's root; of whole web addresses the path."""
    return old_addresses(as_words(value, key, found), key, found)


def old_addresses(written: tuple[str, ...], key: str, found: Findings) -> tuple[str, ...]:
    """Return the addresses among the words that can be one; report the others."""
    fit = []
    for each in written:
        path = _path(each)
        if path is None or UNFIT.search(path):
            found.wrong_type(key, each, "addresses of this site", f"Write {last_name(key)}: [/2021/old-address/]")
        else:
            fit.append("/" + path.removeprefix("/"))
    return tuple(dict.fromkeys(fit))


def _path(address: str) -> str | None:
    if "://" not in address:
        return address
    try:
        return urlsplit(address).path or "/"
    except ValueError:
        return None
