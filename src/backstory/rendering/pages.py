"""Every HTML page of the site: of a document, of a route, and the one for addresses that don't exist.

Knows which template and which fields a page takes. Must never know where its bytes are put.
"""

from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from backstory.engine.keys import Noting, Read
from backstory.files.output import Need
from backstory.library.addresses import address, document_at
from backstory.library.backlinks import mention_page
from backstory.library.cards import card
from backstory.library.documents import document
from backstory.library.routes import Route, prefix, route_at
from backstory.library.stories import translations
from backstory.notes import error
from backstory.reading.front.headers import PageHeader
from backstory.rendering.articles import article_fields
from backstory.rendering.dressing.assets import seldom_classes, usual_stylesheet
from backstory.rendering.dressing.fitting import fitted
from backstory.rendering.dressing.security import with_data, with_search
from backstory.rendering.formats.eventfeed import has_event_feed
from backstory.rendering.formats.moments import stamp
from backstory.rendering.frame import (
    feed_links,
    head,
    home_translations,
    language_links,
    site_view,
    wanted_scripts,
)
from backstory.rendering.fronts import home_fields
from backstory.rendering.images.network import network_image
from backstory.rendering.inshort import in_short
from backstory.rendering.lists import route_fields
from backstory.rendering.pageviews import PageView
from backstory.rendering.schema.described import described
from backstory.rendering.subjects import subject_fields
from backstory.rendering.templating.templates import nearest_template, run, template, template_names
from backstory.rendering.vantage import Vantage, vantage
from backstory.rendering.words import direction

EVERYWHERE = ("archive", "corrections", "glossary", "list", "search", "tag", "timeline", "topic", "trust")
"""Pages that each language has at the same place: of the whole language, of a year, of a tag's or a topic's slug."""

TEMPLATES = {"person": "entity.html", "organization": "entity.html", "place": "entity.html"}


class Drawn(Struct, frozen=True):
    """A finished page, and the files that it needs beside it."""

    html: str
    needs: tuple[Need, ...] = ()


def document_page(read: Read, note: Noting, path: str) -> Drawn:
    """Return a document's page."""
    each = read(card, path)
    view = vantage(read, note, each.address, each.lang)
    is_home = each.address == prefix(read, each.lang) + "/"
    fields = article_fields(view, path) if each.kind == "article" else subject_fields(view, path)
    if is_home:
        fields |= home_fields(view, path)
    elsewhere = _translated(view, path, is_home)
    fields |= {
        "title": each.title,
        "description": each.description,
        "image": view.image(path),
        "translations": language_links(view, elsewhere),
    }
    kind = "home" if is_home else each.kind
    fields["head"] = head(
        view,
        each.title,
        each.description,
        elsewhere,
        og_type="article" if kind == "article" else "website",
        published=stamp(each.date, view.settings.timezone),
        modified=stamp(each.updated, view.settings.timezone),
        image=network_image(view, path),
        feeds=feed_links(view, each.address, each.title) if kind == "topic" else (),
    )
    return _finished(view, kind, fields, _template_for(view, path, kind), path, elsewhere)


def _translated(view: Vantage, path: str, is_home: bool) -> dict[str, str]:
    found = {lang: view.read(address, other) for lang, other in view.read(translations, path).items()}
    return home_translations(view) if is_home else found


def _template_for(view: Vantage, path: str, kind: str) -> str:
    header = view.read(document, path).header
    own = header.template if isinstance(header, PageHeader) else ""
    if own and view.read(template, own) is None:
        place = view.read(document, path).place("template")
        help = nearest_template(own, view.read(template_names)) or "Put it into the templates folder."
        view.note(error(place, "template/missing", f'There is no template "{own}".', help))
        own = ""
    return own or TEMPLATES.get(kind, f"{kind}.html")


def route_page(read: Read, note: Noting, where: str) -> Drawn:
    """Return a page that no document stands for."""
    found = read(route_at, where) or read(mention_page, where)
    if found is None:
        raise KeyError(where)
    view = vantage(read, note, where, found.lang)
    fields = route_fields(view, found)
    elsewhere = _same_route(view, where, found)
    fields["translations"] = language_links(view, elsewhere)
    fed = found.kind in ("topic", "corrections") or has_event_feed(read, found)
    feeds = feed_links(view, where, fields["title"]) if fed else ()
    fields["head"] = head(view, fields["title"], fields.get("description", ""), elsewhere, feeds=feeds)
    return _finished(view, found.kind, fields, f"{found.kind}.html", "", elsewhere)


def _same_route(view: Vantage, where: str, found: Route) -> dict[str, str]:
    """Return language -> address of the same page in other languages.

    Lists, years and tags stand at the same place below each language; what belongs to a document, such as its
    timeline, stands below that document's translations.
    """
    if found.kind == "home":
        return home_translations(view)
    bare = where.removeprefix(prefix(view.read, found.lang))
    others = {lang: prefix(view.read, lang) + bare for lang in home_translations(view)}
    if found.kind in ("timeline", "mentions") and found.subject:
        rest = where.removeprefix(view.read(address, found.subject))
        translated = view.read(translations, found.subject).items()
        others = {lang: view.read(address, path) + rest for lang, path in translated}
    elif found.kind not in EVERYWHERE:
        return {}
    return {lang: each for lang, each in others.items() if view.read(route_at, each) or view.read(mention_page, each)}


def missing_page(read: Read, note: Noting, lang: str) -> str:
    """Return the HTML of 404.html, which a host shows at any address: its links start at the site's root."""
    view = vantage(read, note, "/404.html", lang, rooted=True)
    title = view.words("Page not found")
    fields: dict[str, Any] = {"title": title, "head": head(view, title, "", {}, anywhere=True)}
    return _finished(view, "missing", fields, "missing.html", "", {}).html


def _finished(
    view: Vantage, kind: str, fields: dict[str, Any], name: str, path: str, elsewhere: dict[str, str]
) -> Drawn:
    page = PageView(kind=kind, lang=view.lang, dir=direction(view.lang), **fields)
    page, site = described(view, page, path), site_view(view, elsewhere)
    head = replace(page.head, description=page.head.description or in_short(page, site.description))
    policy = with_search(site.policy) if kind == "search" else site.policy
    needed = wanted_scripts(site.scripts, page)
    site = replace(site, policy=with_data(policy, str(head.json_ld)), scripts=needed)
    values = {"page": replace(page, head=head), "site": site, "t": view.words}
    html = run(view.read, view.note, name, values)
    usual = view.url(view.read(usual_stylesheet)[0])
    html = fitted(html, site.stylesheet, usual, view.read(seldom_classes))
    return Drawn(html, tuple(dict.fromkeys(view.needs)))


def redirect_page(read: Read, note: Noting, old: str, new: str) -> str:
    """Return the HTML of a page that leads from an old address to the new one, for hosts that have no redirects."""
    path = read(document_at, new)
    each = read(card, path)
    view = vantage(read, note, old, each.lang)
    values = {
        "target": view.url(new),
        "absolute": view.absolute(new),
        "title": each.title,
        "lang": each.lang,
        "dir": direction(each.lang),
        "t": view.words,
    }
    return run(read, note, "redirect.html", values)
