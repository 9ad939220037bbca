"""A document's small public face, by which other pages know it.

Knows what a list, a link or a card needs. Must never know a document's text.
"""

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.addresses import address
from backstory.library.documents import document, language_of, published_paths, settings, slug_of
from backstory.reading.dates import Date
from backstory.reading.front.headers import ArticleHeader, Kind


class Card(Struct, frozen=True, array_like=True, gc=False):
    """A document's face. `address` starts with a slash; `topics`, `about`, `authors` are as the editor wrote them."""

    path: str
    kind: Kind
    slug: str
    id: str
    lang: str
    address: str
    title: str
    description: str = ""
    kicker: str = ""
    form: str = ""
    date: Date | None = None
    updated: Date | None = None
    authors: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    image: str = ""
    image_alt: str = ""
    image_credit: str = ""
    image_caption: str = ""
    image_focus: str = ""
    translation_of: str = ""
    corrected: bool = False
    redirects: tuple[str, ...] = ()


@query("the card of {}")
def card(read: Read, note: Noting, path: str) -> Card:
    """Return a document's card."""
    found, site = read(document, path), read(settings)
    header = found.header
    article = header if isinstance(header, ArticleHeader) else None
    notices = [*article.corrections, *article.updates] if article else []
    return Card(
        path=path,
        kind=found.kind,
        slug=slug_of(path, header),
        id=header.id,
        lang=language_of(header, site),
        address=read(address, path),
        title=header.title,
        description=header.description,
        kicker=article.kicker if article else "",
        form=article.form if article else "",
        date=header.date,
        updated=latest((header.updated, *(each.date for each in notices))),
        authors=header.authors or (site.authors if article else ()),
        topics=header.topics,
        tags=header.tags,
        about=header.about,
        image=header.image,
        image_alt=header.image_alt,
        image_credit=header.image_credit,
        image_caption=header.image_caption,
        image_focus=header.image_focus,
        translation_of=header.translation_of,
        corrected=bool(article and article.corrections),
        redirects=header.redirects,
    )


class Called(Struct, frozen=True, array_like=True, gc=False):
    """The names that a document goes by. `names` are those beside its title, which no list or card shows."""

    lang: str
    kind: Kind
    title: str
    names: tuple[str, ...] = ()
    translation_of: str = ""
    certain: tuple[str, ...] = ()
    """Its slug, its id, and its file, from the content folder and from the site's root."""


@query("what {} is called")
def called(read: Read, note: Noting, path: str) -> Called:
    """Return the names that a document goes by."""
    each = read(card, path)
    inner = path.partition("/")[2]
    certain = (each.slug, each.id, inner, inner.rsplit(".", 1)[0], path)
    names = read(document, path).header.names
    return Called(each.lang, each.kind, each.title, names, each.translation_of, certain)


def latest(dates: tuple[Date | None, ...]) -> Date | None:
    """Return the latest of some dates, or None when there is none."""
    return max((date for date in dates if date), key=lambda date: date.sort_key, default=None)


@query("the list of all cards")
def catalog(read: Read, note: Noting) -> tuple[Card, ...]:
    """Return the cards of all published documents, in order of path."""
    return tuple(read(card, path) for path in read(published_paths))
