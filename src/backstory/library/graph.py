"""The site as a graph of documents, and what an editor may want to know of it: loose ends, and names without a page.

Knows which document leads to which. Must never know how that is shown, and no page of the site may ask it.
"""

from collections import Counter
from collections.abc import Iterable

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.backlinks import mentioned, mentioned_by
from backstory.library.cards import Card, card, catalog
from backstory.library.documents import document
from backstory.library.events import Event, events
from backstory.library.names import ABOUT, find
from backstory.library.phrases import phrases_in
from backstory.library.related import related, related_count
from backstory.library.stories import Listed, belongs, languages, newest_first
from backstory.places import Place

EXAMPLES = 3
EVERYWHERE = 3
"""A story that is recommended this many times as often as the average one is recommended everywhere."""
SUGGESTED = 50
"""How many new entities are suggested at most."""
DOCUMENTS = 3
"""A phrase of fewer documents suggests nothing, unless they say it often."""


class Node(Struct, frozen=True):
    """A story on the map: `day` is the first that its date can mean (2021-08-03) or empty, `topic` a path or a name."""

    path: str
    title: str
    address: str
    lang: str
    day: str
    form: str
    topic: str


class Loose(Struct, frozen=True):
    """A document that something is to be said of, with a number where there is one."""

    path: str
    title: str
    kind: str
    address: str
    count: int = 0


class Usage(Struct, frozen=True):
    """A name that no document goes by: how often it stands, in how many documents, and some of the places."""

    name: str
    lang: str
    count: int
    documents: int
    examples: tuple[str, ...] = ()


class Graph(Struct, frozen=True):
    """The map and the findings. `links` are pairs of indexes into `stories`: which one leads to which."""

    stories: tuple[Node, ...]
    topics: dict[str, str]
    """The title of each topic on the map, by path or name."""
    links: tuple[tuple[int, int], ...]
    orphans: tuple[Loose, ...]
    """Nothing leads to them but lists."""
    dead_ends: tuple[Loose, ...]
    """Stories that lead nowhere."""
    everywhere: tuple[Loose, ...]
    """Stories that very many others recommend; `count` says how many."""
    unwritten: tuple[Usage, ...]
    """Names in headers that no document goes by."""
    suggested: tuple[Usage, ...]
    """Phrases with capitals that texts say often."""


@query("the graph of the site")
def graph(read: Read, note: Noting) -> Graph:
    """Return the map of the site's stories, and what is loose in it."""
    known = {each.path: each for each in read(catalog)}
    order = newest_first((path, Listed(each.title, each.date)) for path, each in known.items())
    cards = [known[path] for path in order]
    stories = [each for each in cards if each.kind == "article"]
    number = {each.path: n for n, each in enumerate(stories)}
    shown = {each.path: _recommended(read, each.path) for each in stories}
    advised = Counter(path for paths in shown.values() for path in paths)
    leads = {each.path: read(mentioned, each.path).paths for each in cards}
    nodes = tuple(_node(read, each) for each in stories)
    most = EVERYWHERE * sum(advised.values()) / max(len(stories), 1)
    return Graph(
        stories=nodes,
        topics={each.topic: _title(read, each.topic) for each in nodes if each.topic},
        links=tuple((number[one], number[two]) for one in number for two in leads[one] if two in number),
        orphans=tuple(_loose(each) for each in cards if _is_orphan(read, each, advised)),
        dead_ends=tuple(_loose(each) for each in stories if not leads[each.path] and not shown[each.path]),
        everywhere=tuple(_loose(read(card, path), n) for path, n in _ranked(advised) if n > most),
        unwritten=_unwritten(read, cards),
        suggested=_suggested(read, cards),
    )


def _recommended(read: Read, path: str) -> tuple[str, ...]:
    """Return the stories that a story's page recommends: its list, and the card at its end."""
    return tuple(each.path for each in read(related, path)[: related_count(read) + 1])


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def _node(read: Read, each: Card) -> Node:
    first = each.date.earliest if each.date else None
    topics = read(belongs, each.path).topics
    day = first.text if first else ""
    return Node(each.path, each.title, each.address, each.lang, day, each.form, topics[0] if topics else "")


def _title(read: Read, name: str) -> str:
    return read(card, name).title if name.endswith((".md", ".markdown")) else name


def _loose(each: Card, count: int = 0) -> Loose:
    return Loose(each.path, each.title, each.kind, each.address, count)


def _is_orphan(read: Read, each: Card, advised: Counter[str]) -> bool:
    """Say whether nothing mentions or recommends a document. Pages, authors and topics stand in menus and bylines."""
    wanted = each.kind in ("article", "timeline", "person", "organization", "place", "term", "question", "figure")
    return wanted and not advised[each.path] and not read(mentioned_by, each.path)


def _unwritten(read: Read, cards: Iterable[Card]) -> tuple[Usage, ...]:
    """Return the names of headers that no document goes by: what stories are about, and events' people and places."""
    places: dict[tuple[str, str], list[str]] = {}
    for each in cards:
        for n, name in enumerate(each.about):
            if not find(read, name, each.lang, ABOUT).path:
                place = read(document, each.path).place(f"about[{n}]")
                places.setdefault((name, each.lang), []).append(str(place))
    for lang in read(languages):
        for event in read(events, lang):
            for name in (*event.about, *event.places):
                if not name.endswith((".md", ".markdown")):
                    places.setdefault((name, lang), []).append(_of_event(read, event))
    found = [
        Usage(
            name, lang, len(said), len({place.split(":")[0] for place in said}), tuple(dict.fromkeys(said))[:EXAMPLES]
        )
        for (name, lang), said in places.items()
    ]
    return tuple(sorted(found, key=lambda each: (-each.count, each.name, each.lang)))


def _of_event(read: Read, event: Event) -> str:
    """Return the place in front matter where an event is told, or the beginning of the document that tells it."""
    found = read(document, event.home)
    entries = getattr(found.header, "events", ())
    return str(
        found.place(next((each.key for each in entries if (each.date, each.title) == (event.date, event.title)), ""))
    )


def _suggested(read: Read, cards: Iterable[Card]) -> tuple[Usage, ...]:
    """Return phrases that several documents say and no document goes by, those of most documents first."""
    said: dict[tuple[str, str], list[tuple[str, int, Place]]] = {}
    for each in cards:
        for phrase in read(phrases_in, each.path):
            place = Place(each.path, phrase.line, phrase.column)
            said.setdefault((phrase.key, each.lang), []).append((phrase.words, phrase.count, place))
    found = []
    for (_, lang), uses in said.items():
        count = sum(n for _, n, _ in uses)
        if len(uses) >= DOCUMENTS or (len(uses) > 1 and count >= 2 * DOCUMENTS):
            words = min(Counter(words for words, _, _ in uses).items(), key=lambda item: (-item[1], item[0]))[0]
            found.append(Usage(words, lang, count, len(uses), tuple(str(place) for _, _, place in uses[:EXAMPLES])))
    return tuple(sorted(found, key=lambda each: (-each.documents, -each.count, each.name))[:SUGGESTED])
