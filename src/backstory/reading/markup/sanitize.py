"""What HTML may stand in a page.

Knows the allow-list, and nh3, which holds raw HTML to it. Must never know Markdown.

Two ways lead into a page. What Markdown makes is a tree whose attributes `clean_attributes` goes through: its tags are
Markdown's own and its text is escaped. Raw HTML is parsed and written anew by nh3, as a browser would read it.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Final

from backstory.reading.scanning.linkforms import SCHEMES, allowed

if TYPE_CHECKING:
    import nh3

EVERYWHERE: Final = frozenset({"id", "class", "title", "lang", "dir", "role", "translate"})
"""Attributes that any tag may have, besides those that begin with `aria-`."""

ATTRIBUTES: Final[dict[str, frozenset[str]]] = {
    "a": frozenset({"href", "rel", "hreflang", "type", "download"}),
    "audio": frozenset({"src", "controls", "loop", "muted", "preload"}),
    "blockquote": frozenset({"cite"}),
    "col": frozenset({"span"}),
    "colgroup": frozenset({"span"}),
    "data": frozenset({"value"}),
    "del": frozenset({"cite", "datetime"}),
    "details": frozenset({"open", "name"}),
    "img": frozenset({"src", "alt", "width", "height", "loading", "decoding"}),
    "ins": frozenset({"cite", "datetime"}),
    "li": frozenset({"value"}),
    "ol": frozenset({"start", "reversed", "type"}),
    "q": frozenset({"cite"}),
    "source": frozenset({"src", "type", "media"}),
    "td": frozenset({"colspan", "rowspan", "headers"}),
    "th": frozenset({"colspan", "rowspan", "headers", "scope", "abbr"}),
    "time": frozenset({"datetime"}),
    "track": frozenset({"src", "kind", "srclang", "label", "default"}),
    "video": frozenset({"src", "poster", "controls", "loop", "muted", "preload", "width", "height", "playsinline"}),
}
"""Attributes that certain tags may have besides."""

_PLAIN_TAGS: Final = (
    "abbr address article aside b bdi bdo blockquote br caption cite code dd del details dfn div dl dt em "
    "figcaption figure footer h1 h2 h3 h4 h5 h6 header hr i ins kbd li main mark nav ol p picture pre q rp rt ruby s "
    "samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr"
)
TAGS: Final = frozenset(_PLAIN_TAGS.split()) | frozenset(ATTRIBUTES)

_GONE_TAGS: Final = (
    "script style template svg math iframe object embed applet noscript noembed noframes title textarea select xmp "
    "plaintext frameset"
)
GONE_WHOLE: Final = frozenset(_GONE_TAGS.split())
"""Tags whose content goes with them; of other tags that may not stand in a page, the words stay."""

_ADDRESSES: Final = frozenset({"href", "src", "cite", "poster"})


@cache
def _cleaner() -> "nh3.Cleaner":
    import nh3

    return nh3.Cleaner(
        tags=set(TAGS),
        clean_content_tags=set(GONE_WHOLE),
        attributes={"*": set(EVERYWHERE), **{tag: set(names) for tag, names in ATTRIBUTES.items()}},
        attribute_filter=_only_allowed,
        generic_attribute_prefixes={"aria-"},
        url_schemes=set(SCHEMES),
        link_rel=None,
    )


def _only_allowed(tag: str, name: str, value: str) -> str | None:
    """Hold all addresses to the same schemes: nh3 itself looks at some attributes only (not at `cite`)."""
    return None if name in _ADDRESSES and not allowed(value) else value


def clean(html: str) -> str:
    """Return HTML with nothing in it but what the allow-list names, every tag closed."""
    return _cleaner().clean(html)


def clean_attributes(tag: str, attributes: Iterable[tuple[str, str | None]]) -> dict[str, str]:
    """Return those attributes of an element that may stand in a page."""
    own = ATTRIBUTES.get(tag, EVERYWHERE)
    return {
        name: value or ""
        for name, value in attributes
        if (name in EVERYWHERE or name in own or name.startswith("aria-"))
        and (name not in _ADDRESSES or allowed(value or ""))
    }
