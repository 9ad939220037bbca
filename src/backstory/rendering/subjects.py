"""The pages of everything that is not a story: timelines, topics, people, places, terms, questions, figures, authors.

Knows what each kind shows. Must never know how it looks.
"""

from collections import Counter
from collections.abc import Callable
from typing import Any

from backstory.library.cards import called, card
from backstory.library.documents import document
from backstory.library.names import STORIES, find, nearest
from backstory.library.sofar import standing
from backstory.library.stories import belongs, of_kind, stories_of
from backstory.library.timelines import events_of
from backstory.notes import error
from backstory.reading.front.headers import (
    AuthorHeader,
    EntityHeader,
    FigureHeader,
    TimelineHeader,
    TopicHeader,
)
from backstory.rendering.articles import mentions_fields, text_fields
from backstory.rendering.excerpts import event_view, part_of, timeline_address
from backstory.rendering.frame import first_steps
from backstory.rendering.support import closing_banner
from backstory.rendering.timelinepages import part_by_year
from backstory.rendering.timelineviews import TimelineView
from backstory.rendering.vantage import Vantage
from backstory.rendering.views import CardView

Fields = dict[str, Any]
ENTITIES = ("person", "organization", "place")
EXCERPT = 8
NEWEST = 100
"""How many stories a page lists; older ones are in the archive, and among the mentions of whom they are about."""
WHO = 12
"""How many people, organizations and places a topic's page names."""


def subject_fields(view: Vantage, path: str) -> Fields:
    """Return what the page of a document of any kind but an article shows, by the names of PageView's fields."""
    each = view.read(card, path)
    fields, filler = text_fields(view, path)
    fields |= {"crumbs": first_steps(view, path), "date": view.date(each.date), "updated": view.date(each.updated)}
    fields |= KINDS[each.kind](view, path)
    in_text = {view.url(view.read(card, path).address) for path in filler.shown}
    fields["stories"] = tuple(story for story in fields.get("stories", ()) if story.url not in in_text)
    return fields | mentions_fields(view, path, (*filler.shown, *_listed(view, path)))


def _listed(view: Vantage, path: str) -> tuple[str, ...]:
    """Return the stories that a page lists: the newest of those that are about its subject, or belong to it."""
    return view.read(stories_of, view.lang, path)[:NEWEST]


def _timeline(view: Vantage, path: str) -> Fields:
    header = view.read(document, path).header
    assert isinstance(header, TimelineHeader)
    line = part_by_year(view, path, "", header.title, asked=header.group)
    return {"timeline": line, "topics": _topics(view, path)}


def _topics(view: Vantage, path: str) -> tuple[CardView, ...]:
    return tuple(view.card(topic) for topic in view.read(belongs, path).topics if topic.endswith(".md"))


def _topic(view: Vantage, path: str) -> Fields:
    header = view.read(document, path).header
    assert isinstance(header, TopicHeader)
    members = view.read(stories_of, view.lang, path)
    lead = _lead(view, path, header.lead)
    who = _most_named(view, members)
    return {
        "lead": view.card(lead) if lead else None,
        "stories": view.cards(tuple(member for member in members if member != lead)[:NEWEST]),
        **_events(view, path),
        "people": view.cards(tuple(each for each in who if view.read(card, each).kind in ENTITIES)[:WHO]),
        "terms": view.cards(tuple(each for each in who if view.read(card, each).kind == "term")),
        "questions": _belonging(view, "question", path),
        "figures": (),
    }


FEW = 4
"""With fewer events than this, the story so far says where things stand."""


def _events(view: Vantage, path: str) -> Fields:
    """Return where a running story stands, what led there, and what happened on this day in other years."""
    now = view.read(standing, view.lang, path)
    latest = now.latest if len(view.read(events_of, view.lang, path)) >= FEW else ()
    return {
        "standing": tuple(event_view(view, event) for event in latest),
        "ahead": tuple(event_view(view, event) for event in now.ahead),
        "on_this_day": tuple(event_view(view, event) for event in now.on_this_day),
        "timeline": events_part(view, path, frozenset(event.id for event in (*latest, *now.ahead))),
    }


def _lead(view: Vantage, path: str, name: str) -> str:
    if not name:
        return ""
    found = find(view.read, name, view.lang, STORIES).path
    if not found:
        place = view.read(document, path).place("lead")
        help = nearest(view.read, name, STORIES) or "Write the slug of a published article."
        view.note(error(place, "header/unknown-lead", f'There is no published story "{name}" to lead with.', help))
    return found


def _most_named(view: Vantage, members: tuple[str, ...]) -> tuple[str, ...]:
    counts = Counter(subject for member in members for subject in view.read(belongs, member).about)
    return tuple(sorted(counts, key=lambda subject: (-counts[subject], subject)))


def _belonging(view: Vantage, kind: str, topic: str) -> tuple[CardView, ...]:
    found = view.read(of_kind, view.lang, kind)
    return tuple(view.card(each) for each in found if topic in view.read(belongs, each).topics)


def events_part(view: Vantage, path: str, shown: frozenset[str] = frozenset()) -> TimelineView | None:
    """Return an excerpt of the events of a topic or an entity, but for those shown already; None when it has none."""
    found = view.read(events_of, view.read(card, path).lang, path)
    rest = tuple(event for event in found if event.id not in shown)
    if not rest:
        return None
    return part_of(view, rest, view.words("Timeline"), view.url(timeline_address(view, path)), EXCERPT)


def _entity(view: Vantage, path: str) -> Fields:
    header = view.read(document, path).header
    assert isinstance(header, EntityHeader)
    return {
        "names": header.names,
        "as_of": view.date(header.as_of),
        "timeline": events_part(view, path),
        "stories": view.cards(_listed(view, path)),
        "image": view.image(path),
    }


def _term(view: Vantage, path: str) -> Fields:
    return {
        "names": view.read(called, path).names,
        "stories": view.cards(_listed(view, path)),
        "topics": _topics(view, path),
    }


def _question(view: Vantage, path: str) -> Fields:
    own = view.read(belongs, path)
    return {
        "stories": view.cards(_listed(view, path)),
        "topics": _topics(view, path),
        "about": view.cards(own.about),
    }


def _figure(view: Vantage, path: str) -> Fields:
    header = view.read(document, path).header
    assert isinstance(header, FigureHeader)
    return {
        "figure": view.figure(path),
        "stories": view.cards(_listed(view, path)),
    }


def _author(view: Vantage, path: str) -> Fields:
    header = view.read(document, path).header
    assert isinstance(header, AuthorHeader)
    return {
        "stories": view.cards(_listed(view, path)),
        "image": view.image(path),
        "role": header.role,
        "expertise": header.expertise,
    }


def _page(view: Vantage, path: str) -> Fields:
    return {"support": closing_banner(view, path), "image": view.image(path)}


KINDS: dict[str, Callable[[Vantage, str], Fields]] = {
    "timeline": _timeline,
    "topic": _topic,
    "person": _entity,
    "organization": _entity,
    "place": _entity,
    "term": _term,
    "question": _question,
    "figure": _figure,
    "author": _author,
    "page": _page,
}
