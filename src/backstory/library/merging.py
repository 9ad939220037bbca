"""One event of its tellings: whose words stand, what each source and story adds, and where they disagree.

Knows tellings of one event. Must never know how they were found to be of one, nor how an event is shown.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from backstory.library.counts import Count, counts
from backstory.reading.dates import Date
from backstory.reading.front.headers import Media


class Telling(Struct, frozen=True, array_like=True, gc=False):
    """A line of a story that tells an event: the document, the words linked, the sentence around them.

    `anchor` is the words' id in the page; it is empty for a story that tells the event in its front matter only.
    """

    path: str
    words: str
    sentence: str
    anchor: str


class Version(Struct, frozen=True, array_like=True, gc=False):
    """What one document says otherwise: another date, or another count (`words`, where others say `against`)."""

    path: str
    anchor: str = ""
    date: Date | None = None
    words: str = ""
    against: str = ""


class Event(Struct, frozen=True, array_like=True, gc=False):
    """An event. `about` holds paths of the entities that were found, `topics` those of topics or plain names.

    `home` is the document that tells it first, `homes` are all that tell it; `text` is Markdown of one paragraph, and
    `html`, where a file has it, the same with its markup; `sources` are ids. `also` are other ids that it was told by.
    """

    id: str
    lang: str
    date: Date
    title: str
    home: str
    text: str = ""
    html: str = ""
    note: str = ""
    major: bool = False
    places: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    media: tuple[Media, ...] = ()
    told: tuple[Telling, ...] = ()
    defined: bool = True
    """Whether front matter or a file tells it; otherwise only words in a text do."""
    named: bool = True
    """Whether an editor gave it its id."""
    homes: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    otherwise: tuple[Version, ...] = ()
    same_as: tuple[str, ...] = ()
    not_same_as: tuple[str, ...] = ()


def order(event: Event) -> tuple[object, ...]:
    """Return what events are sorted by: what the date could mean, then the title, then the id; a total order."""
    return (event.date.sort_key, event.title, event.id)


def merged(tellings: Sequence[Event]) -> Event:
    """Make one event of its tellings: what front matter says first stands before what others and texts say.

    Its id is the first that an editor gave it, so that it stays when words change. The tellings come in order of path.
    """
    base = next((each for each in tellings if each.defined), tellings[0])
    if len(tellings) == 1:
        return base
    others = [base, *(each for each in tellings if each is not base)]
    id = next((each.id for each in others if each.named), base.id)
    told = {line for each in others for line in each.told}
    lines = {each.path for each in told if each.anchor}
    return Event(
        id=id,
        lang=base.lang,
        date=base.date,
        title=base.title,
        home=base.home,
        text=next((each.text for each in others if each.text), ""),
        html=next((each.html for each in others if each.text), ""),
        note=next((each.note for each in others if each.note), ""),
        major=any(each.major for each in others),
        places=next((each.places for each in others if each.places), ()),
        about=_once(each.about for each in others),
        topics=base.topics if base.defined and base.topics else _once(each.topics for each in others),
        tags=_once(each.tags for each in others),
        sources=_once(each.sources for each in others),
        media=tuple(dict.fromkeys(media for each in others for media in each.media)),
        told=tuple(
            sorted((each for each in told if each.anchor or each.path not in lines), key=lambda t: (t.path, t.anchor))
        ),
        defined=base.defined,
        named=any(each.named for each in others),
        homes=tuple(sorted({each.home for each in others})),
        also=tuple(sorted({each.id for each in others} - {id})),
        otherwise=disagreements(others),
    )


def _once(lists: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for each in lists for name in each))


def disagreements(tellings: Sequence[Event]) -> tuple[Version, ...]:
    """Return what tellings say that can't be true together with the first that speaks of it: dates, then counts.

    A date inside another is no contradiction: a story may say "in August". Counts are compared by what they count.
    """
    if len(tellings) < 2:
        return ()
    base = tellings[0]
    found = [
        Version(each.home, _anchor(each), date=each.date)
        for each in tellings[1:]
        if not (base.date.contains(each.date) or each.date.contains(base.date))
    ]
    first: dict[str, Count] = {}
    for each in tellings:
        for stem, count in counts_of(each).items():
            known = first.setdefault(stem, count)
            if not known.amount.meets(count.amount):
                found.append(Version(each.home, _anchor(each), words=count.words, against=known.words))
    return tuple(dict.fromkeys(found))


def counts_of(telling: Event) -> dict[str, Count]:
    """Return what a telling counts, in its title and in the words that tell it."""
    found: dict[str, Count] = {}
    for words in (telling.title, *(line.words for line in telling.told)):
        for stem, count in counts(words, telling.lang).items():
            found.setdefault(stem, count)
    return found


def _anchor(telling: Event) -> str:
    return telling.told[0].anchor if telling.told else ""
