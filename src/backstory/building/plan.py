"""Which files a site consists of, and who makes each.

Knows every output by its path. Must never know what is in one.
"""

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import fingerprint
from backstory.files.output import Output, digest_of
from backstory.library.addresses import addresses, output_of
from backstory.library.agreement import agreement
from backstory.library.backlinks import mention_pages
from backstory.library.documents import all_documents, assets, document, settings
from backstory.library.figures import conflicts
from backstory.library.routes import redirects, routes
from backstory.library.sources import all_sources
from backstory.library.stories import languages
from backstory.notes import error
from backstory.places import Place
from backstory.rendering.dressing.assets import assets as theme_assets
from backstory.rendering.dressing.looks import look_check
from backstory.rendering.formats.figurefiles import NAME, figure_file, figures_with_rows
from backstory.rendering.formats.machines import (
    FORMATS,
    feed,
    feed_homes,
    headers_file,
    redirects_file,
    robots,
    sitemaps,
)
from backstory.rendering.formats.searching import entry, indexed, share_of, shares
from backstory.rendering.formats.timelinefiles import TIMELINE_FILES, timeline_file, timeline_homes
from backstory.rendering.pages import document_page, missing_page, redirect_page, route_page
from backstory.rendering.templating.templates import template_check

ENTRY = "entry"
"""The kind of what is made for the search alone: it is not part of the site."""
READING = (document,)
"""What is asked of every document by itself."""


class Maker(Struct, frozen=True):
    """Who makes an output: its kind (document, route, redirect, feed, …), and of what (`subject`, `name`)."""

    kind: str
    subject: str = ""
    name: str = ""


@query("the plan of the site")
def plan(read: Read, note: Noting) -> dict[str, Maker]:
    """Return output path -> maker, in order of path. Two makers for one path are an error naming both."""
    found: dict[str, Maker] = {}
    for path, maker in _makers(read):
        first = found.setdefault(path, maker)
        if first != maker:
            sentence = f"{_in_words(maker)} and {_in_words(first)} would both be written to {path}."
            place = Place(maker.subject if maker.kind in ("document", "copy") else path)
            note(error(place, "address/collision", sentence, "Give one of them another name."))
    return dict(sorted(found.items()))


def _makers(read: Read) -> list[tuple[str, Maker]]:
    content = read(settings).content + "/"
    found = [(output_of(where), Maker("document", path)) for where, path in read(addresses).items()]
    found += [(output_of(where), Maker("route", where)) for where in (*read(routes), *read(mention_pages))]
    found += [(output_of(old), Maker("redirect", old, new)) for old, new in read(redirects).items()]
    found += [(path.removeprefix(content), Maker("copy", path)) for path in read(assets)]
    found += [
        (f"{where}{name}".lstrip("/"), Maker("feed", where, name)) for where in feed_homes(read) for name in FORMATS
    ]
    found += [
        (f"{where}{name}".lstrip("/"), Maker("timeline", where, name))
        for where in timeline_homes(read)
        for name in TIMELINE_FILES
    ]
    found += [(f"{where}{NAME}".lstrip("/"), Maker("figure", path)) for where, path in read(figures_with_rows).items()]
    found += [(where.lstrip("/"), Maker("asset", where)) for where, _ in theme_assets(read)]
    found += [(name, Maker("sitemap", name)) for name in read(sitemaps)]
    if read(indexed):
        count = read(shares)
        found += [
            (f".search/{share_of(path, count)}/{output_of(where)}", Maker(ENTRY, path))
            for where, path in read(addresses).items()
        ]
    found += [(name, Maker("file", name)) for name in ("robots.txt", "_redirects", "_headers", ".nojekyll")]
    own = read(settings).language
    found += [("404.html" if lang == own else f"{lang}/404.html", Maker("missing", lang)) for lang in read(languages)]
    return found


def _in_words(maker: Maker) -> str:
    return f"{maker.kind} {maker.subject}"


@query("{0}, which is the {1} {2}", kept=False)
def output(read: Read, note: Noting, path: str, kind: str, subject: str, name: str) -> Output:
    """Return one file of the site, made by the maker that `kind`, `subject` and `name` say."""
    if kind == "copy":
        return Output(path, copy_of=subject, print=read(fingerprint, subject))
    if kind in ("document", "route"):
        drawn = document_page(read, note, subject) if kind == "document" else route_page(read, note, subject)
        page = drawn.html.encode()
        return Output(path, page, print=digest_of(page), needs=drawn.needs)
    data = _bytes(read, note, kind, subject, name)
    return Output(path, data, print=digest_of(data))


def _bytes(read: Read, note: Noting, kind: str, subject: str, name: str) -> bytes:
    match kind:
        case "redirect":
            return redirect_page(read, note, subject, name).encode()
        case "missing":
            return missing_page(read, note, subject).encode()
        case "feed":
            return feed(read, note, subject, name)
        case "timeline":
            return timeline_file(read, note, subject, name)
        case "figure":
            return figure_file(read, subject)
        case "asset":
            return dict(theme_assets(read))[subject]
        case "entry":
            return entry(read, note, subject)
        case "sitemap":
            return read(sitemaps)[subject]
        case _:
            return _file(read, note, subject)


def _file(read: Read, note: Noting, name: str) -> bytes:
    if name == "robots.txt":
        return robots(read, note)
    if name == "_redirects":
        return redirects_file(read, note)
    return headers_file(read, note) if name == "_headers" else b""


@query("everything that no page shows")
def checks(read: Read, note: Noting) -> None:
    """Read what may have findings though no page shows it: unpublished documents, unused templates and sources."""
    read(all_documents)
    read(template_check)
    read(all_sources)
    read(look_check)
    read(conflicts)
    for lang in read(languages):
        read(agreement, lang)
