"""Where every link of a document leads.

Knows how targets are written and what stands at each address. Must never know how a link looks on a page.
"""

import posixpath
from urllib.parse import unquote

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import fingerprint
from backstory.library.addresses import address, addresses, document_at
from backstory.library.anchors import anchors
from backstory.library.cards import card
from backstory.library.documents import (
    assets,
    document,
    is_document,
    language_of,
    paths,
    published,
    settings,
)
from backstory.library.names import find, nearest
from backstory.library.routes import route_at, routes
from backstory.library.sources import source, unknown_source
from backstory.library.uses import block_uses
from backstory.notes import Note, did_you_mean, error, warning
from backstory.places import Place
from backstory.reading.document import LinkMark
from backstory.reading.scanning.linkforms import allowed
from backstory.reading.slugs import slugify

OUTSIDE = ("http:", "https:", "mailto:", "tel:", "//")
KINDS: dict[str, tuple[str, ...]] = {"figure": ("figure",), "term": ("term",), "wiki": ()}


class Target(Struct, frozen=True, array_like=True, gc=False):
    """Where a link leads: an `address` in the site or outside it, or nowhere (both empty).

    `path` is the document that it leads to, if it is one; `asset` the file that it leads to, if it is one.
    """

    address: str = ""
    anchor: str = ""
    path: str = ""
    asset: str = ""
    outside: bool = False


NOWHERE = Target()
Finding = tuple[Target, Note | None]


def resolve(read: Read, path: str, raw: str, place: Place, words: str = "") -> Finding:
    """Find where a link of a document leads, and what is wrong with it if it leads nowhere."""
    scheme, _, rest = raw.partition(":")
    if raw.lower().startswith(OUTSIDE):
        return Target(raw, outside=True), None
    if scheme in KINDS:
        return _by_name(read, path, scheme, rest, place, words)
    if scheme == "source":
        known = read(source, rest) is not None
        return (Target(asset=""), None) if known else (NOWHERE, unknown_source(read, rest, place))
    if scheme == "event" or not allowed(raw):  # what is wrong with these, the scanner has said
        return NOWHERE, None
    return _by_file(read, path, raw, place)


def _by_name(read: Read, path: str, scheme: str, rest: str, place: Place, words: str) -> Finding:
    name, _, anchor = unquote(rest).partition("#")
    if scheme == "wiki" and anchor and not name.strip():
        return _to_document(read, path, _spoken(read, path, anchor), place, None)
    name = name.strip() or words
    lang = language_of(read(document, path).header, read(settings))
    found = find(read, name, lang, KINDS[scheme])
    what = {"figure": "figure", "term": "term", "wiki": "document"}[scheme]
    if not found.path:
        help = nearest(read, name, KINDS[scheme]) or _unpublished(read, name) or f"Write the {what}, or mend its name."
        return NOWHERE, error(place, f"link/unknown-{what}", f'There is no {what} "{name}".', help)
    if found.others:
        both = " and ".join((found.path, *found.others))
        note = warning(place, "link/ambiguous", f'"{name}" could be {both}.', "Link to the file you mean.")
        return _to_document(read, found.path, _spoken(read, found.path, anchor), place, note)
    return _to_document(read, found.path, _spoken(read, found.path, anchor), place, None)


def _spoken(read: Read, path: str, anchor: str) -> str:
    """Return the id that is meant where a heading is named by its words, as in `[[bridge#What happens next]]`."""
    if not anchor or anchor in read(anchors, path):
        return anchor
    plain = slugify(anchor)
    return plain if plain in read(anchors, path) else anchor


def _unpublished(read: Read, name: str) -> str:
    hidden = [path for path in read(paths) if not read(published, path)]
    same = [path for path in hidden if posixpath.basename(path).rsplit(".", 1)[0] == name]
    return f"{same[0]} is not published yet." if same else ""


def _to_document(read: Read, path: str, anchor: str, place: Place, note: Note | None) -> Finding:
    target = Target(read(address, path), anchor, path)
    if anchor and anchor not in read(anchors, path):
        help = did_you_mean(anchor, read(anchors, path)) or "Its headings' ids are their words with hyphens."
        return target, error(place, "link/broken-anchor", f'{path} has no heading or event "#{anchor}".', help)
    return target, note


def _by_file(read: Read, path: str, raw: str, place: Place) -> Finding:
    name, _, anchor = raw.partition("#")
    name = unquote(name.partition("?")[0])
    anchor = unquote(anchor)
    if not name:
        return _to_document(read, path, anchor, place, None) if anchor else (NOWHERE, _empty(place))
    content = read(settings).content
    if name.startswith("/"):
        return _by_address(read, name, anchor, place)
    file = asset_of(read, path, name)
    if read(is_document, file):
        if read(published, file):
            return _to_document(read, file, anchor, place, None)
        sentence = f"{file} is not published, so this link leads nowhere yet."
        return NOWHERE, warning(place, "link/unpublished", sentence, "Publish it, or take the link out.")
    if file.startswith(content + "/") and read(fingerprint, file):
        return Target("/" + file[len(content) + 1 :], asset=file), None
    return NOWHERE, _broken(read, raw, file, place)


def asset_of(read: Read, path: str, name: str) -> str:
    """Return the path, from the site's root, of a file that a document names beside it or from the site's root."""
    content = read(settings).content
    if name.startswith("/"):
        return content + posixpath.normpath(name)
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(name)))


def _empty(place: Place) -> Note:
    return error(
        place, "link/broken", "This link has no target.", "Write a file, a name or an address between ( and )."
    )


def _broken(read: Read, raw: str, file: str, place: Place) -> Note:
    known = {posixpath.basename(each): each for each in (*read(paths), *read(assets))}
    help = did_you_mean(posixpath.basename(file), known)
    if posixpath.basename(file) in known:
        help = f"There is {known[posixpath.basename(file)]}."
    elif posixpath.splitext(file)[1]:
        help = help or "Mend its name, or put the file there."
    else:
        help = help or "Link to the file itself (a.md), so that it can be checked."
    return error(place, "link/broken", f'There is no file "{raw}" ({file}).', help)


def _by_address(read: Read, name: str, anchor: str, place: Place) -> Finding:
    whole = name if name.endswith("/") or "." in posixpath.basename(name) else name + "/"
    path = read(document_at, whole)
    if path:
        return _to_document(read, path, anchor, place, None)
    if read(route_at, whole):
        return Target(whole, anchor), None
    file = read(settings).content + name
    if read(fingerprint, file):
        return Target(name, asset=file), None
    help = (
        did_you_mean(whole, [*read(addresses), *read(routes)]) or "Link to the file instead, so that it can be checked."
    )
    return NOWHERE, error(place, "link/broken", f'There is no page at "{name}" in this site.', help)


@query("the links of {}")
def links(read: Read, note: Noting, path: str) -> dict[str, Target]:
    """Return target as written -> where it leads, for every link of a document; what leads nowhere is an error."""
    found: dict[str, Target] = {}
    for mark in read(document, path).marks.links:
        raw = written(mark)
        target, finding = resolve(read, path, raw, mark.place, mark.words)
        if finding:
            note(finding)
        found[raw] = target
    return found


def written(mark: LinkMark) -> str:
    """Return the key of a link in `links`: its target, made whole where the words are the name (`term:`)."""
    if mark.target in ("term:", "figure:"):
        return mark.target + mark.words
    return mark.target.split(",", 1)[0].strip() if mark.kind == "source" else mark.target


class Mention(Struct, frozen=True, array_like=True, gc=False):
    """A line of one document that links to another. `anchor` is the heading or event that it stands under."""

    path: str
    sentence: str
    anchor: str


@query("what {} links to")
def mentions_in(read: Read, note: Noting, path: str) -> dict[str, Mention]:
    """Return path -> the first line that links to it, for every other document that a document links to."""
    found: dict[str, Mention] = {}
    targets = read(links, path)
    for mark in read(document, path).marks.links:
        target = targets.get(written(mark), NOWHERE).path
        if target and target != path:
            found.setdefault(target, Mention(path, _said(read, mark, target), mark.anchor or mark.heading))
    lang = language_of(read(document, path).header, read(settings))
    for block in read(document, path).marks.blocks:
        for target in block_uses(read, block, lang):
            if target != path:
                found.setdefault(target, Mention(path, "", ""))
    return found


def _said(read: Read, mark: LinkMark, target: str) -> str:
    """Return the sentence of a link; a wikilink without words of its own says its target's title."""
    name = mark.target.removeprefix("wiki:").partition("#")[0]
    if mark.kind == "wiki" and mark.words in ("", name):
        return (mark.sentence or name).replace(name, read(card, target).title, 1)
    return mark.sentence or mark.words
