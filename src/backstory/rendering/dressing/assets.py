"""The theme's style sheet and scripts, under names that change when they do.

Knows the theme's files and the site's own beside them. Must never know a page.
"""

import hashlib
from collections.abc import Iterable

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import listing, source_file, theme_file, theme_listing
from backstory.files.settings import FILE, place_of
from backstory.library.documents import settings
from backstory.notes import error
from backstory.rendering.dressing.fitting import classes
from backstory.rendering.dressing.looks import font_files, sheet
from backstory.rendering.dressing.styling import flush, squeezed

Asset = tuple[str, bytes]
SEARCH = "scripts/search.js"
SELDOM = ".seldom.css"
"""How the names of pieces end that only some pages need."""


def _pieces(read: Read, folder: str, suffix: str) -> dict[str, bytes]:
    """Return name -> bytes of the theme's files in a folder; the site's own of that folder replace or join them."""
    start = folder + "/"
    theme = {name: read(theme_file, name) for name in read(theme_listing) if name.startswith(start)}
    base = read(settings).templates + "/"
    own = {
        path.removeprefix(base): read(source_file, path)
        for path in read(listing, base.rstrip("/"))
        if path.startswith(base + start)
    }
    return {name: data for name, data in sorted({**theme, **own}.items()) if name.endswith(suffix) and data is not None}


def _named(name: str, suffix: str, data: bytes) -> Asset:
    return f"/assets/{name}.{hashlib.blake2b(data, digest_size=5).hexdigest()}{suffix}", data


@query("the style sheet")
def stylesheet(read: Read, note: Noting) -> Asset:
    """Return the address and bytes of the whole style sheet: all pieces in order of name."""
    return _sheet(read, _pieces(read, "styles", ".css"))


@query("the usual style sheet")
def usual_stylesheet(read: Read, note: Noting) -> Asset:
    """Return the address and bytes of the style sheet of most pages: without the pieces that only some need."""
    return _sheet(read, {name: data for name, data in _pieces(read, "styles", ".css").items() if not _is_seldom(name)})


@query("what only the whole style sheet knows")
def seldom_classes(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the classes that only the whole style sheet speaks of: a page that has one takes that."""
    pieces = _pieces(read, "styles", ".css")
    known = {kind: _text(data for name, data in pieces.items() if _is_seldom(name) is kind) for kind in (True, False)}
    return tuple(sorted(classes(squeezed(known[True])) - classes(squeezed(known[False]))))


def _is_seldom(name: str) -> bool:
    return name.endswith(SELDOM)


def _text(pieces: Iterable[bytes]) -> str:
    return b"\n".join(pieces).decode("utf-8", errors="replace")


def _sheet(read: Read, pieces: dict[str, bytes]) -> Asset:
    whole = _text(pieces.values())
    whole += sheet(read(settings).look, {name: where.rpartition("/")[2] for name, (where, _) in _fonts(read).items()})
    return _named("backstory", ".css", squeezed(whole).encode())


@query("the icon")
def icon(read: Read, note: Noting) -> Asset:
    """Return the address and bytes of the site's icon: `pictures/icon.svg` among its templates, or the theme's."""
    return _named("icon", ".svg", _pieces(read, "pictures", "icon.svg")["pictures/icon.svg"])


def _fonts(read: Read) -> dict[str, Asset]:
    """Return name -> address and bytes of the fonts that the settings name."""
    stems = ((name, name.rpartition("/")[2].rpartition("."), data) for name, data in read(font_files).items())
    return {name: _named(stem, f".{ending}", data) for name, (stem, _, ending), data in stems}


@query("the site's mark")
def mark(read: Read, note: Noting) -> str:
    """Return the SVG that stands before the site's name, or nothing."""
    name = read(settings).look.mark
    found = _pieces(read, "pictures", name).get(f"pictures/{name}") if name else None
    if name and found is None:
        place = place_of(read(source_file, FILE), "mark", "look.")
        help = f"Put it into {read(settings).templates}/pictures/."
        note(error(place, "settings/missing-mark", f'There is no picture "{name}".', help))
    return (found or b"").decode("utf-8", errors="replace").strip()


def assets(read: Read) -> tuple[Asset, ...]:
    """Return every file that the theme adds to a site."""
    always = (read(stylesheet), read(usual_stylesheet), read(icon), *read(scripts), *_fonts(read).values())
    return tuple(dict.fromkeys((*always, *((read(search_script),) if read(settings).search else ()))))


@query("the script of the search")
def search_script(read: Read, note: Noting) -> Asset:
    """Return the address and bytes of the script that only the search page has."""
    return _script("search", _pieces(read, "scripts", "search.js")[SEARCH])


@query("the scripts")
def scripts(read: Read, note: Noting) -> tuple[Asset, ...]:
    """Return the address and bytes of each script that every page has, in order of name."""
    found = _pieces(read, "scripts", ".js")
    found.pop(SEARCH, None)
    return tuple(_script(name.rsplit("/", 1)[-1].removesuffix(".js"), data) for name, data in found.items())


def _script(name: str, data: bytes) -> Asset:
    return _named(name, ".js", flush(data.decode("utf-8", errors="replace")).encode())
