"""The pages about sources: each document that the site cites, each publisher, and the list of publishers.

Knows what each shows. Must never know how it looks.
"""

from typing import Any

from backstory.library.alphabets import initial, order
from backstory.library.cards import card
from backstory.library.citations import (
    cited_by,
    publisher_address,
    publisher_at,
    publisher_of,
    publishers,
    work,
    works_by,
)
from backstory.library.names import find
from backstory.library.routes import Route
from backstory.library.stories import Listed, newest_first
from backstory.rendering.frame import crumbs, language_name
from backstory.rendering.pageviews import StoryGroup, WorkView
from backstory.rendering.vantage import LIST_LABELS, Vantage
from backstory.rendering.views import CardView, LinkView

Fields = dict[str, Any]
ORDER = ("article", "timeline", "figure", "question", "topic", "person", "organization", "place", "term", "page")


def _list_crumb(view: Vantage) -> LinkView:
    return LinkView(view.words("Publishers"), view.url("/publishers/"))


def source_fields(view: Vantage, found: Route) -> Fields:
    """Return the page of a cited document: what it is, and what rests on it."""
    entry = work(view.read, found.subject)
    assert entry is not None
    name = publisher_of(entry)
    steps = [_list_crumb(view)]
    if name:
        steps.append(LinkView(name, view.url(publisher_address(name))))
    return {
        "title": entry.title or entry.publisher or entry.url,
        "source": view.source(entry),
        "groups": _groups(view, cited_by(view.read, found.subject)),
        "crumbs": crumbs(view, *steps),
        "publisher": steps[1] if name else None,
    }


def _groups(view: Vantage, paths: tuple[str, ...]) -> tuple[StoryGroup, ...]:
    """Return what rests on a source, the newest first: by kind, and apart from it what is in other languages."""
    cards = [view.read(card, path) for path in paths]
    order = {
        path: n for n, path in enumerate(newest_first((each.path, Listed(each.title, each.date)) for each in cards))
    }
    cards.sort(key=lambda each: order[each.path])
    own = [each for each in cards if each.lang == view.lang]
    kinds = sorted({each.kind for each in own}, key=lambda kind: ORDER.index(kind) if kind in ORDER else len(ORDER))
    found = [
        StoryGroup(
            view.words(LIST_LABELS.get(kind, {"article": "Stories", "term": "Terms"}.get(kind, "Pages"))),
            f"kind-{kind}",
            tuple(view.card(each.path) for each in own if each.kind == kind),
        )
        for kind in kinds
    ]
    for lang in sorted({each.lang for each in cards} - {view.lang}):
        shown = tuple(view.card(each.path) for each in cards if each.lang == lang)
        found.append(StoryGroup(language_name(lang), f"lang-{lang}", shown))
    return tuple(found)


def publisher_fields(view: Vantage, found: Route) -> Fields:
    """Return the page of a publisher: every document of theirs that the site cites."""
    name = view.read(publisher_at, found.subject)
    entries = [(key, entry) for key in works_by(view.read, found.subject) if (entry := work(view.read, key))]
    entries.sort(key=lambda each: (each[1].title, each[0]))
    entries.sort(key=lambda each: each[1].date.sort_key if each[1].date else (), reverse=True)
    who = find(view.read, name, view.lang, ("organization",)).path
    return {
        "title": name,
        "works": tuple(WorkView(view.source(entry), len(cited_by(view.read, key))) for key, entry in entries),
        "lead": view.card(who) if who else None,
        "crumbs": crumbs(view, _list_crumb(view)),
    }


def publishers_fields(view: Vantage, found: Route) -> Fields:
    """Return the list of publishers, by their first letters."""
    letters: dict[str, list[CardView]] = {}
    for where, name in sorted(view.read(publishers).items(), key=lambda item: order(item[1], view.lang)):
        count = view.words.n("%(n)s document", "%(n)s documents", len(works_by(view.read, where)))
        shown = CardView("publisher", view.words("Publisher"), name, view.url(where), description=count)
        letters.setdefault(initial(name, view.lang), []).append(shown)
    groups = (StoryGroup(letter, f"letter-{n}", tuple(cards)) for n, (letter, cards) in enumerate(letters.items(), 1))
    return {
        "title": view.words("Publishers"),
        "description": view.words("Whose documents this site rests on"),
        "groups": tuple(groups),
    }
