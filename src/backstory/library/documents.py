"""Every document of the site, read; which of them are published today.

Knows files, settings and dates. Must never know how documents are related or shown.
"""

import posixpath

from backstory.engine.gatherings import Spot, attended, index
from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import choices, listing, source_file, today
from backstory.files.settings import FILE, Settings, place_of, read_settings
from backstory.notes import Note, error, warning
from backstory.places import Place
from backstory.reading.decoding import decode
from backstory.reading.document import Body, Document, Marks
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import read_header
from backstory.reading.front.headers import FOLDERS, ArticleHeader, Header, Kind
from backstory.reading.front.saying import key_places
from backstory.reading.markup.markdown import MarkdownOptions, render
from backstory.reading.markup.titled import without_title
from backstory.reading.markup.typography import has_something_to_set, typeset
from backstory.reading.scanning.scanner import scan
from backstory.reading.slugs import slug_for

MARKDOWN = (".md", ".markdown")
OTHER_ARTICLE_FOLDERS = frozenset({"posts", "_posts", "post", "blog", "news", "stories"})
"""Folders that other tools keep their stories in."""


@query("the settings")
def settings(read: Read, note: Noting) -> Settings:
    """Return the site's settings; findings about them are notes."""
    found, notes = read_settings(read(source_file, FILE))
    for each in notes:
        note(each)
    return found


@query("the list of documents")
def paths(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the path of every Markdown file under the content folder, from the site's root, in order."""
    content = read(settings).content
    found = tuple(path for path in read(listing, content) if path.endswith(MARKDOWN))
    if not found:
        sentence = f"There is no document under {content}/, so the site is empty."
        help = 'Put Markdown files there, or name the folder that has them: content = "texts".'
        note(warning(place_of(read(source_file, FILE), "content"), "settings/no-documents", sentence, help))
    return found


@query("the set of documents")
def path_set(read: Read, note: Noting) -> frozenset[str]:
    """Return the paths of all documents, for looking one up."""
    return frozenset(read(paths))


@query("whether {} is a document")
def is_document(read: Read, note: Noting, path: str) -> bool:
    """Say whether there is a document at a path."""
    return path in read(path_set)


@query("the list of pictures and other files")
def assets(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the path of every file under the content folder that is not Markdown, from the site's root, in order."""
    return tuple(path for path in read(listing, read(settings).content) if not path.endswith(MARKDOWN))


def kind_of(path: str, content: str) -> Kind:
    """Return the kind that a document's folder says. `path` is relative to the site's root."""
    folder, slash, _ = path.partition(content.strip("/") + "/")[2].partition("/")
    if slash and folder in OTHER_ARTICLE_FOLDERS:
        return "article"
    return FOLDERS.get(folder, "page") if slash else "page"


@query("the document {}")
def document(read: Read, note: Noting, path: str) -> Document:
    """Read one file: header, text and marks. A draft's errors are only warnings: it holds nothing up."""
    kind = kind_of(path, read(settings).content)
    data = read(source_file, path)
    notes: list[Note] = []
    if data is None:
        notes.append(error(Place(path), "file/vanished", "This file is gone or can't be read.", "Build again."))
    text, found = decode(data or b"", path)
    front, more = split(text, path)
    notes += [*found, *more]
    header, found = read_header(kind, front, path)
    raw_html = read(settings).raw_html
    marks, more = scan(path, front.body, front.body_line, raw_html=raw_html) if front.body else (Marks(), ())
    notes += [*(found if data is not None else ()), *more]
    if _lacks_date(header, notes):
        help = "Add date: 2021-08-03 to its front matter."
        sentence = "This article has no date, so it can't be put in order."
        notes.append(warning(Place(path, 1, 1), "header/missing-date", sentence, help))
    for each in notes:
        note(each if not header.draft else Note(each.place, each.code, "warning", each.sentence, each.help))
    return Document(path, kind, header, front.body, front.body_line, marks, key_places(kind, front))


def _lacks_date(header: Header, notes: list[Note]) -> bool:
    """Say whether a story has no date, and nothing says so already: a bad date, or a file that is gone."""
    known = any(each.code in ("header/bad-date", "file/vanished") for each in notes)
    return isinstance(header, ArticleHeader) and header.date is None and not header.draft and not known


@query("the Markdown of {}")
def body(read: Read, note: Noting, path: str) -> Body:
    """Return a document's body as HTML in parts, links still as they were written.

    A first heading that only repeats the title is not in it. (A front page shows the site's own words instead of it.)
    """
    found, site = read(document, path), read(settings)
    made = render(found.text, found.marks, MarkdownOptions(raw_html=site.raw_html))
    if found.kind != "page" or not posixpath.basename(path).startswith("index."):
        made = without_title(made, found.header.title)
    wanted = site.typography and has_something_to_set(found.text)
    return typeset(made, language_of(found.header, site)) if wanted else made


@query("whether {} is published")
def published(read: Read, note: Noting, path: str) -> bool:
    """Say whether a document is out today: no draft (unless drafts were asked for), in its time."""
    header = read(document, path).header
    if header.draft and ("drafts", "yes") not in read(choices):
        return False
    if header.publish_at is None and header.expires is None:
        return True
    now = read(today, read(settings).timezone)
    return not _after(header, now) and not _over(header, now)


def _after(header: Header, now: str) -> bool:
    start = header.publish_at
    return bool(start and start.earliest and start.earliest.text > now)


def _over(header: Header, now: str) -> bool:
    end = header.expires
    return bool(end and end.earliest and end.earliest.text <= now)


def _out(path: str, out: bool) -> list[tuple[Spot, bool]]:
    return [((), True)] if out else []


published_index = index(
    "published_index", "the documents that are published", members=paths, each=published, pairs=_out, item=bool
)


@query("the list of published documents")
def published_paths(read: Read, note: Noting) -> tuple[str, ...]:
    """Return the paths of all published documents, in order."""
    return tuple(path for path, _ in read(published_index))


all_documents = attended("all_documents", "all documents, published or not", members=paths, each=document)


def slug_of(path: str, header: Header) -> str:
    """Return a document's slug: its own, or its file's name made readable."""
    return slug_for(path, header)


def language_of(header: Header, site: Settings) -> str:
    """Return a document's language: its own, or the site's."""
    return header.lang or site.language
