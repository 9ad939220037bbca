"""The names of header keys: ours, those of other tools that mean the same, and those that we pass over.

Knows spellings. Must never know a value.
"""

from functools import cache
from typing import Final

from backstory.reading.front.headers import Kind

COMMON: Final = (
    "title", "description", "date", "updated", "authors", "slug", "id", "lang", "translation_of", "topics", "tags",
    "about", "sources", "image", "image_alt", "image_credit", "image_caption", "image_focus",
    "also_known_as", "redirect_from", "aliases", "permalink",
    "draft", "status", "published", "publish_at", "expires", "review_by", "checked",
)  # fmt: skip
"""Keys that every kind takes."""

OF_KIND: Final[dict[Kind, tuple[str, ...]]] = {
    "article": ("form", "kicker", "related", "events", "corrections", "updates", "support"),
    "timeline": ("select", "events", "group"),
    "topic": ("lead", "related"),
    "person": ("as_of",),
    "organization": ("as_of",),
    "place": ("as_of",),
    "term": (),
    "question": (),
    "figure": ("value", "qualifier", "unit", "as_of", "place", "series", "breakdown", "accounts", "note"),
    "author": ("role", "expertise", "same_as", "desk"),
    "page": ("featured", "front", "template", "support"),
}
"""Keys that one kind takes besides."""

SAME: Final[dict[str, str]] = {
    "summary": "description", "dek": "description", "excerpt": "description", "subtitle": "description",
    "standfirst": "description", "abstract": "description",
    "lastmod": "updated", "modified": "updated", "last_modified_at": "updated", "date_modified": "updated",
    "updated_at": "updated", "updated_date": "updated", "last_updated": "updated",
    "pubdate": "date", "created": "date", "created_at": "date", "date_published": "date",
    "publish_date": "publish_at", "expiry_date": "expires",
    "author": "authors", "byline": "authors",
    "category": "tags", "categories": "tags", "keywords": "tags", "tag": "tags",
    "topic": "topics", "source": "sources", "language": "lang", "locale": "lang", "url": "permalink",
    "featured_image": "image", "cover": "image", "cover_image": "image", "header_image": "image",
    "featured_image_alt": "image_alt", "featured_image_caption": "image_caption",
    "names": "also_known_as", "redirects": "redirect_from", "reviewed": "checked",
    "last_checked": "checked", "job_title": "role", "knows_about": "expertise",
    "event": "events", "event_file": "events", "event_files": "events", "events_file": "events",
    "events_from": "events", "correction": "corrections",
}  # fmt: skip
"""Keys of Jekyll, Hugo, Eleventy, Pelican, Docusaurus, WordPress exports and newsrooms, and what we call them."""

TITLES: Final[dict[Kind, str]] = {
    "person": "name", "organization": "name", "place": "name", "author": "name", "term": "term", "question": "question",
}  # fmt: skip
"""What the title may be called in one kind."""

PASSED_OVER: Final = frozenset([
    "layout", "weight", "type", "comments", "toc", "table_of_contents", "math", "mathjax", "katex", "mermaid", "menu",
    "menus", "nav_order", "order", "parent", "sidebar", "sidebar_label", "sidebar_position", "pinned", "sticky",
    "thumbnail", "thumb", "banner", "hero", "classes", "collection", "cascade",
    "outputs", "series_order", "translation_key", "translations", "word_count", "reading_time", "show_toc", "hide_toc",
    "hide_title", "search", "feed", "pagination", "paginate", "extra", "params", "custom", "uuid", "guid", "post_id",
    "wordpress_id", "format", "output", "bibliography", "css", "head", "link", "links", "social", "og_image", "seo",
    "comment_status", "ping_status", "version", "editor", "license", "copyright",
    "in_search_index", "insert_anchor_links", "generate_feeds", "markup", "eleventy_navigation",
    "eleventy_exclude_from_collections", "eleventy_computed", "pagefind", "aside", "navbar", "outline", "footer",
])  # fmt: skip
"""Keys of other tools that have no meaning here and do no harm. What they hold is not read."""


def squeezed(written: str) -> str:
    """Return a key without what does not count in it: `Also-Known As`, `also_known_as` and `alsoKnownAs` are one."""
    return written.lower().replace("-", "").replace("_", "").replace(" ", "")


@cache
def known(kind: Kind) -> frozenset[str]:
    """Return every key that a kind of document reads, in our spelling or another tool's."""
    own = {*COMMON, *OF_KIND[kind]}
    title = {TITLES[kind]} if kind in TITLES else set()
    return frozenset(own | title | {other for other, ours in SAME.items() if ours in own})


@cache
def spellings(kind: Kind) -> dict[str, str]:
    """Return our key for every key that a kind reads, squeezed too; an empty string for those that are passed over."""
    own = (*COMMON, *OF_KIND[kind])
    table = dict.fromkeys(PASSED_OVER, "")
    table |= {other: ours for other, ours in SAME.items() if ours in own}
    table |= {key: key for key in own}
    if kind in TITLES:
        table[TITLES[kind]] = "title"
    return table | {squeezed(key): ours for key, ours in table.items()}


def is_kept_for_site(written: str) -> bool:
    """Say whether a key is one that a site keeps for its own use (`x-…`)."""
    return written[:2].lower() in ("x-", "x_")


def kinds_with(key: str) -> tuple[Kind, ...]:
    """Return the kinds that take a key which not all take."""
    return tuple(kind for kind, keys in OF_KIND.items() if key in keys)
