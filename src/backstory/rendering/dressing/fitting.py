"""Which style sheet a finished page takes, and whether it asks for it or brings it along.

Most pages take the usual sheet; those that show what only some pages show (a front page's columns, a timeline's axis)
take the whole one. A server sends about 14 KB before it waits for an answer (ten packets of 1,460 bytes, RFC 6928),
then twice as much. A page that fits is best served by a sheet of its own, which a browser keeps for the next page. A
longer one waits for its second half anyway: a sheet asked for afterwards costs the first visitor another round trip,
while one that comes along costs none.

Knows a finished page as text, and style sheets. Must never know what a page is about.
"""

import re
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from typing import Final

from markupsafe import escape
from msgspec import Struct

FLIGHT: Final = 13_000
"""How many bytes of a packed page surely come in the first flight: what headers leave of 14,600, and some to spare."""

WORDS, REST = 0.31, 0.17
"""What gzip leaves of running words, and of elements and JSON-LD: by least squares over pages of the reference site and
mere prose, right to a tenth. An estimate, since what gzip makes of a page differs from machine to machine."""

BESIDE: Final = re.compile(r"<script.*?</script>|<[^>]*>", re.DOTALL)
OWN_STYLES: Final = "style-src 'self'"
ELSEWHERE: Final = ("url(", "@import", "image-set(", "</", "\r", "\0")
"""What a sheet inside a page must not hold: addresses that start from the sheet's own, what HTML reads otherwise."""

CLASS: Final = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


class Sheet(Struct, frozen=True):
    """A style sheet: its address, as the page would link to it, and its text."""

    url: str
    text: str


def classes(sheet: str) -> frozenset[str]:
    """Return the classes that a style sheet speaks of."""
    return frozenset(CLASS.findall(sheet))


def fitted(html: str, whole: Sheet, usual: Sheet, seldom: tuple[str, ...], policy: str) -> str:
    """Return a page, which links to the whole sheet, with the sheet that fits it.

    `seldom` are the classes that only the whole sheet knows; `policy` is what the page's `<meta>` says. A page whose
    template links to its sheet in words of its own stays as it is.
    """
    link = _link(whole.url)
    if html.count(link) != 1:
        return html
    sheet = whole if seldom and _any(seldom).search(html) else usual
    if packed_size(html) <= FLIGHT or not _portable(sheet.text):
        return html.replace(link, _link(sheet.url), 1)
    said = str(escape(policy))
    if policy and html.count(said) != 1:
        return html.replace(link, _link(sheet.url), 1)
    if policy:
        html = html.replace(said, str(escape(with_sheets(policy, sheet.text))), 1)
    return html.replace(link, f"<style>{sheet.text}</style>", 1)


def packed_size(html: str) -> int:
    """Return about how many bytes a page has once it is packed."""
    whole = len(html.encode("utf-8"))
    if whole * WORDS <= FLIGHT:
        return round(whole * WORDS)
    words = len(BESIDE.sub("", html).encode("utf-8"))
    return round(words * WORDS + (whole - words) * REST)


def with_sheets(policy: str, *sheets: str) -> str:
    """Return a policy that lets these very style sheets stand in a page, and no others.

    Where a site allows `'unsafe-inline'`, nothing is added, for a hash would take that away (CSP Level 3, 6.7.3.2).
    """
    if "'unsafe-inline'" in policy:
        return policy
    digests = "".join(f" 'sha256-{_digest(each)}'" for each in dict.fromkeys(sheets) if _portable(each))
    return policy.replace(OWN_STYLES, OWN_STYLES + digests, 1)


@lru_cache(maxsize=8)
def _digest(sheet: str) -> str:
    return b64encode(sha256(sheet.encode("utf-8")).digest()).decode()


@lru_cache(maxsize=8)
def _portable(sheet: str) -> bool:
    lowered = sheet.lower()
    return not any(each in lowered for each in ELSEWHERE)


@lru_cache(maxsize=8)
def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf'class="(?:[^"]*[\s])?(?:{"|".join(map(re.escape, names))})[\s"]')


def _link(url: str) -> str:
    return f'<link rel="stylesheet" href="{escape(url)}">'
