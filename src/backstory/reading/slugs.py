"""The readable part of an address, from a slug, a file's name or any words.

Knows letters, their transliteration and what a file's name says. Must never know the rest of an address.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from msgspec import Struct

from backstory.reading.dates import Date, DateError, from_header
from backstory.reading.front.headers import Header

_CODES: Final = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES: Final = frozenset(_CODES.split())
"""ISO 639-1: what may stand before `.md` as a language. Three-letter codes may not: `notes.old.md` is no language."""

SUFFIX: Final = re.compile(r"(.+)\.([A-Za-z]{2})(?:[-_]([A-Za-z]{2}|[A-Za-z]{4}|\d{3}))?")
DATED: Final = re.compile(r"(\d{4}-\d{2}-\d{2})(?:[-_ ]+(.*))?", re.DOTALL)
GOOD: Final = re.compile(r"[a-z0-9](?:[a-z0-9._-]*[a-z0-9])?")
LONGEST: Final = 200
"""Bytes of a slug in UTF-8. File systems take 255 for a name, an ending included."""

CYRILLIC: Final = {
    ord(letter): latin
    for letter, latin in zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕѝѐѣѳѵ",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch . y . e yu ya i yi ye g u "
        "j lj nj c dj dz g k dz i e e f i".replace(".", "").split(" "),
        strict=True,
    )
}
"""Letters of the Cyrillic alphabets as English-language newspapers write them; signs without a sound are left out."""

NOT_RUSSIAN: Final = "іїєґў"
UKRAINIAN: Final = {ord("г"): "h", ord("и"): "y", ord("ї"): "i"}
"""How three letters are written in Ukrainian; Belarusian has the first of them."""

LATIN: Final = str.maketrans({
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i", "ħ": "h", "ŧ": "t",
    "ŋ": "ng", "ə": "e", "ĸ": "k", "ſ": "s",
})  # fmt: skip
"""Letters with a stroke or of their own, which no decomposition turns into plain ones."""

SILENT: Final = re.compile("['’‘ʼʹʺ`´\u00ad\u200b\u200d\u2060\ufeff]")
"""Apostrophes and what cannot be seen: words stay whole without them."""


def slugify(text: str) -> str:
    """Return words as a slug: lower case, hyphens between, never empty, 200 bytes at most.

    Latin letters lose their diacritics, Cyrillic ones are transliterated, other scripts keep their letters.
    """
    if text.isascii():
        return _cut(re.sub(r"[^a-z0-9]+", "-", SILENT.sub("", text.lower())), text)
    plain = _latin(SILENT.sub("", unicodedata.normalize("NFKC", text).lower()))
    kept = [char if _is_letter(char) else "-" for char in plain]
    return _cut(re.sub("-{2,}", "-", "".join(kept)), text)


def _latin(text: str) -> str:
    if any(letter in text for letter in NOT_RUSSIAN):
        text = text.translate(UKRAINIAN)
    kept = []
    base = ""
    for char in unicodedata.normalize("NFKD", text.translate(CYRILLIC).translate(LATIN)):
        if unicodedata.category(char)[0] != "M":
            base = char if char.isalnum() else ""
        elif base.isascii():  # a mark on a Latin letter, or on none
            continue
        kept.append(char)
    return unicodedata.normalize("NFC", "".join(kept))


def _cut(slug: str, text: str) -> str:
    slug = slug.strip("-")
    if len(slug.encode()) > LONGEST:
        slug = slug.encode()[:LONGEST].decode(errors="ignore").strip("-")
    return slug or "-".join(f"{ord(char):x}" for char in text.strip()[:4]) or "untitled"


def is_slug(text: str) -> bool:
    """Say whether a text can stand in an address as it is: lower-case letters, digits, hyphens, full stops inside."""
    if len(text.encode(errors="replace")) > LONGEST or ".." in text or text != text.lower():
        return False
    return bool(GOOD.fullmatch(text if text.isascii() else "".join("a" if _is_letter(char) else char for char in text)))


def _is_letter(char: str) -> bool:
    """Say whether a character is a letter, a digit, or a mark that belongs to one, as Indian vowels are."""
    return char.isalnum() or unicodedata.category(char)[0] == "M"


class NameParts(Struct, frozen=True):
    """What a file's name says: its name without date, language and ending, and those two."""

    name: str
    date: Date | None = None
    lang: str = ""


def name_parts(path: str) -> NameParts:
    """Take a path apart: `articles/2021-08-03-why.ru.md` is `why`, 3 August 2021, `ru`.

    `index.md` (and Hugo's `_index.md`) takes its folder's name, but for those of `content/` and `content/pages/`.
    """
    *folders, name = path.split("/")
    stem, lang = _without_language(name.rpartition(".")[0] or name)
    if stem in ("index", "_index"):
        at_top = len(folders) < 2 or (folders[-1] == "pages" and len(folders) == 2)
        stem = "index" if at_top else folders[-1]
    match = DATED.fullmatch(stem)
    if not match:
        return NameParts(stem, None, lang)
    try:
        date = from_header(match[1])
    except DateError:
        return NameParts(stem, None, lang)
    return NameParts(match[2] or stem, date, lang)


def _without_language(stem: str) -> tuple[str, str]:
    match = SUFFIX.fullmatch(stem)
    if not match or match[2].lower() not in LANGUAGES:
        return stem, ""
    region = match[3] or ""
    region = region.title() if len(region) == 4 else region.upper()
    return match[1], match[2].lower() + (f"-{region}" if region else "")


def slug_for(path: str, header: Header) -> str:
    """Return a document's slug: the header's own, or its file's name without date and language."""
    return header.slug or _slug_of_file(path)


@lru_cache(maxsize=4096)
def _slug_of_file(path: str) -> str:
    """Return the slug that a file's name gives: asked for with each of a document's events."""
    return slugify(name_parts(path).name)
