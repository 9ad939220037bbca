"""How reference managers read a story: Highwire's tags in the head, and a COinS in the text.

Knows the two formats (Google Scholar's "Inclusion guidelines"; OpenURL 1.0, Z39.88-2004). Must never know a document.
"""

from functools import lru_cache
from urllib.parse import quote_plus

from msgspec import Struct


class Citable(Struct, frozen=True):
    """A story as others cite it. `date` is ISO 8601, perhaps only a year or a month; `url` absolute or empty."""

    title: str
    authors: tuple[str, ...] = ()
    date: str = ""
    publication: str = ""
    url: str = ""
    lang: str = ""
    keywords: tuple[str, ...] = ()


def highwire(each: Citable) -> tuple[tuple[str, str], ...]:
    """Return (name, content) of each meta element; dates with slashes, as Highwire writes them."""
    day = each.date[:10].replace("-", "/")
    tags = [("citation_title", each.title)]
    tags += [("citation_author", name) for name in each.authors]
    tags += [
        ("citation_publication_date", day),
        ("citation_online_date", day if day.count("/") == 2 else ""),
        ("citation_journal_title", each.publication),
        ("citation_publisher", each.publication),
        ("citation_language", each.lang),
        ("citation_keywords", "; ".join(each.keywords)),
        ("citation_public_url", each.url),
    ]
    return tuple(tag for tag in tags if tag[1])


def coins(each: Citable) -> str:
    """Return the title of a COinS span: an OpenURL of a web page, as Zotero reads it."""
    fields = [
        ("ctx_ver", "Z39.88-2004"),
        ("rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"),
        ("rft.type", "newspaperArticle"),
        ("rft.title", each.title),
        *(("rft.creator", name) for name in each.authors),
        ("rft.date", each.date[:10]),
        ("rft.source", each.publication),
        ("rft.publisher", each.publication),
        ("rft.identifier", each.url),
        ("rft.language", each.lang),
    ]
    return "&".join(f"{_quoted(name)}={_quoted(words)}" for name, words in fields if words)


_quoted = lru_cache(maxsize=1024)(quote_plus)
"""Most of it is the same in all stories."""
