# The archive of benchmarks/archive.py as Pelican has it: the same pages, lists and feeds as Backstory's, without
# timelines and without people's pages: people are tags.
RELATED = True

SITENAME = "Archive"
SITEURL = "https://example.org"
AUTHOR = "desk"
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE_FORMAT = "%-d %B %Y"
PATH = "content"
ARTICLE_PATHS = ["articles"]
OUTPUT_PATH = "output"
THEME = "theme"
PLUGINS = ["pelican.plugins.related_posts"] if RELATED else []
RELATED_POSTS_MAX = 4
MARKDOWN = {
    "extension_configs": {
        "markdown.extensions.extra": {},
        "markdown.extensions.meta": {},
        "markdown.extensions.toc": {},
    },
    "output_format": "html5",
}
TYPOGRIFY = False
WITH_FUTURE_DATES = True
SLUGIFY_SOURCE = "basename"
DEFAULT_PAGINATION = False
STATIC_PATHS: list[str] = []

ARTICLE_URL = "articles/{slug}/"
ARTICLE_SAVE_AS = "articles/{slug}/index.html"
CATEGORY_URL = "topics/{slug}/"
CATEGORY_SAVE_AS = "topics/{slug}/index.html"
TAG_URL = "tags/{slug}/"
TAG_SAVE_AS = "tags/{slug}/index.html"
AUTHOR_URL = "authors/{slug}/"
AUTHOR_SAVE_AS = "authors/{slug}/index.html"
YEAR_ARCHIVE_URL = "archive/{date:%Y}/"
YEAR_ARCHIVE_SAVE_AS = "archive/{date:%Y}/index.html"
ARCHIVES_SAVE_AS = "archive/index.html"
CATEGORIES_SAVE_AS = "topics/index.html"
TAGS_SAVE_AS = "tags/index.html"
AUTHORS_SAVE_AS = "authors/index.html"

FEED_MAX_ITEMS = 20
FEED_ALL_ATOM = "feed.xml"
FEED_ALL_RSS = "rss.xml"
CATEGORY_FEED_ATOM = "topics/{slug}/feed.xml"
CATEGORY_FEED_RSS = "topics/{slug}/rss.xml"
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
TRANSLATION_FEED_ATOM = None
