"""What stands around every page: the site's masthead and footer, the head that machines read, the way back.

Knows the site's frame from one page. Must never know what a page is about.
"""

import posixpath
from functools import lru_cache

from markupsafe import Markup

from backstory.files.inputs import source_file
from backstory.files.settings import FILE, place_of
from backstory.library.addresses import document_at
from backstory.library.cards import card
from backstory.library.citations import publisher_at, work
from backstory.library.documents import is_document, published
from backstory.library.routes import LISTS, Route, prefix, route_at
from backstory.library.stories import languages
from backstory.notes import error
from backstory.rendering.dressing.assets import icon, mark, scripts, search_script, stylesheet
from backstory.rendering.dressing.security import policy
from backstory.rendering.images.network import NetworkImage
from backstory.rendering.pageviews import HeadView, PageView, SiteView
from backstory.rendering.vantage import LIST_LABELS, Vantage
from backstory.rendering.views import LinkView
from backstory.rendering.words import direction

FEEDS = (("feed.xml", "Atom"), ("rss.xml", "RSS"), ("feed.json", "JSON"))
ROUTE_TITLES = {
    "home": "Home",
    "archive": "Archive",
    "corrections": "Corrections",
    "glossary": "Glossary",
    "publishers": "Publishers",
    "trust": "How we work",
    "search": "Search",
}


def wanted_scripts(scripts: tuple[str, ...], page: PageView) -> tuple[str, ...]:
    """Return the scripts that have something to do on a page: those of timelines and of dates only where such are."""
    line = page.timeline
    needed = {"filters": bool(line and (line.axis or line.choices)), "dates": "pop-when" in str(page.body)}
    idle = [name for name, wanted in needed.items() if not wanted]
    return tuple(each for each in scripts if each.rpartition("/")[2].partition(".")[0] not in idle)


def site_view(view: Vantage, elsewhere: dict[str, str]) -> SiteView:
    """Return the site as a page shows it in its masthead and footer.

    `elsewhere` is language -> address of the page in other languages; where it has none, its switch leads to that
    language's home page.
    """
    own = view.settings.language_settings(view.lang)
    start = prefix(view.read, view.lang)

    def route(where: str) -> str:
        return view.url(start + where) if view.read(route_at, start + where) else ""

    return SiteView(
        title=own.title,
        tagline=own.tagline,
        description=own.description,
        home=view.url(start + "/"),
        navigation=_links(view, own.navigation, "navigation"),
        footer=_links(view, own.footer, "footer"),
        stylesheet=view.url(view.read(stylesheet)[0]),
        icon=view.url(view.read(icon)[0]),
        scripts=tuple(view.url(where) for where, _ in view.read(scripts)),
        feed=view.url(start + "/feed.xml"),
        archive=route("/archive/"),
        glossary=route("/glossary/"),
        timelines=route("/timelines/"),
        corrections=route("/corrections/"),
        policy="" if view.portable else view.read(policy),
        publishers=view.url("/publishers/") if view.read(route_at, "/publishers/") else "",
        trust=route("/trust/"),
        search=route("/search/"),
        masthead=view.settings.look.masthead,
        mark=Markup(view.read(mark)),
        shows_tagline=view.settings.look.tagline,
        search_script=view.url(view.read(search_script)[0]) if view.here == start + "/search/" else "",
        languages=language_links(view, home_translations(view) | elsewhere),
    )


def _links(view: Vantage, entries: tuple[str, ...], name: str) -> tuple[LinkView, ...]:
    return tuple(link for entry in entries if (link := _link(view, entry, name)))


def _link(view: Vantage, entry: str, name: str) -> LinkView | None:
    """Return a link of the settings: a document's file under the content folder, or a page's address."""
    if entry.startswith("/"):
        where = entry.rstrip("/") + "/" if not posixpath.splitext(entry)[1] else entry
        where = prefix(view.read, view.lang) + where
        found = view.read(route_at, where)
        if found:
            current = view.here == where or (view.here.startswith(where) and where != "/")
            return LinkView(route_title(view, found), view.url(where), current)
        path = view.read(document_at, where)
    else:
        path = posixpath.join(view.settings.content, entry)
    if view.read(is_document, path) and view.read(published, path):
        return view.link(path)
    sentence = f'The setting {name} names "{entry}", and there is no such page.'
    help = 'Name a file under the content folder ("topics/a.md") or an address ("/archive/").'
    place = place_of(view.read(source_file, FILE), name)
    view.note(error(place, "settings/bad-link", sentence, help))
    return None


def route_title(view: Vantage, found: Route) -> str:
    """Return the title of a page that no document stands for."""
    if found.kind == "list":
        return view.words(LIST_LABELS[found.subject])
    if found.kind == "timeline":
        return view.words("Timeline")
    if found.kind == "changes":
        return view.words("What changed: %(title)s", title=view.read(card, found.subject).title)
    if found.kind in ("source", "publisher"):
        return _source_title(view, found)
    if found.kind == "archive" and found.subject:
        return found.subject
    return view.words(ROUTE_TITLES[found.kind]) if found.kind in ROUTE_TITLES else found.subject


def _source_title(view: Vantage, found: Route) -> str:
    if found.kind == "publisher":
        return view.read(publisher_at, found.subject)
    entry = work(view.read, found.subject)
    return (entry.title or entry.publisher or entry.url) if entry else ""


def feed_links(view: Vantage, where: str, title: str) -> tuple[LinkView, ...]:
    """Return links to the three feeds that stand below an address."""
    return tuple(LinkView(f"{title} ({kind})", view.url(where + name)) for name, kind in FEEDS)


def head(
    view: Vantage,
    title: str,
    description: str,
    translations: dict[str, str],
    *,
    og_type: str = "website",
    published: str = "",
    modified: str = "",
    image: NetworkImage | None = None,
    feeds: tuple[LinkView, ...] = (),
    anywhere: bool = False,
) -> HeadView:
    """Return a page's head. `translations` is language -> address, without the page's own.

    A page that is shown `anywhere` (404.html) has no address of its own. It says nothing of search engines: what a host
    answers with status 404 they do not keep.
    """
    own = view.settings.language_settings(view.lang)
    alternates = {view.lang: view.here, **translations} if translations else {}
    return HeadView(
        title=title if title == own.title else f"{title} – {own.title}",
        description=description,
        canonical="" if anywhere else view.absolute(view.here),
        image=image.url if image else "",
        image_alt=image.alt if image else "",
        image_width=image.width if image else 0,
        image_height=image.height if image else 0,
        og_type=og_type,
        published=published,
        modified=modified,
        alternates=tuple(
            LinkView("", view.absolute(where) or view.url(where), lang=lang)
            for lang, where in sorted(alternates.items())
        ),
        feeds=feeds or feed_links(view, prefix(view.read, view.lang) + "/", own.title),
    )


def language_links(view: Vantage, translations: dict[str, str]) -> tuple[LinkView, ...]:
    """Return links to a page in other languages, each named in its own."""
    return tuple(
        LinkView(language_name(lang), view.url(where), lang=lang, dir=direction(lang))
        for lang, where in sorted(translations.items())
    )


@lru_cache(maxsize=64)
def language_name(lang: str) -> str:
    """Return a language's name in itself, with a capital: "Русский"."""
    from babel import Locale, UnknownLocaleError

    try:
        name = Locale.parse(lang, sep="-").get_display_name() or lang
    except (UnknownLocaleError, ValueError):
        name = lang
    return name[:1].upper() + name[1:]


def home_translations(view: Vantage) -> dict[str, str]:
    """Return language -> address of the other languages' home pages."""
    return {lang: prefix(view.read, lang) + "/" for lang in view.read(languages) if lang != view.lang}


def crumbs(view: Vantage, *steps: LinkView) -> tuple[LinkView, ...]:
    """Return the way from the home page to this one's section."""
    home = LinkView(view.words("Home"), view.url(prefix(view.read, view.lang) + "/"))
    return (home, *steps)


def list_crumb(view: Vantage, kind: str) -> tuple[LinkView, ...]:
    """Return a step to the page that lists a kind, where there is one."""
    where = f"{prefix(view.read, view.lang)}/{LISTS[kind]}/" if kind in LISTS else ""
    if kind == "term":
        where, label = f"{prefix(view.read, view.lang)}/glossary/", view.words("Glossary")
    elif where:
        label = view.words(LIST_LABELS[kind])
    return (LinkView(label, view.url(where)),) if where and view.read(route_at, where) else ()


def first_steps(view: Vantage, path: str) -> tuple[LinkView, ...]:
    """Return the crumbs of a document that is not a story."""
    return crumbs(view, *list_crumb(view, view.read(card, path).kind))
