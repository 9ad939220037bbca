"""Every question of the program by its name, for answers that come back from the disk.

Knows which modules ask. Must never know what is asked.
"""

from functools import cache
from types import ModuleType
from typing import Any

from backstory.engine.gatherings import Gathering
from backstory.engine.keys import Question
from backstory.files import inputs


def question(name: str) -> Question[Any, Any]:
    """Return a question by its name. Raises KeyError for a name that this version does not have."""
    found = _named((inputs,)).get(name)
    return found if found is not None else _queries()[name]


@cache
def _queries() -> dict[str, Question[Any, Any]]:
    from backstory.building import plan
    from backstory.library import (
        addresses,
        anchors,
        backlinks,
        cards,
        citations,
        claims,
        documents,
        events,
        figures,
        graph,
        links,
        names,
        phrases,
        related,
        review,
        revisions,
        routes,
        sources,
        stories,
        tellings,
        timelines,
        vocabulary,
    )
    from backstory.library.mentions import known, seen
    from backstory.rendering import assets, figurefiles, machines, templates, timelinefiles, words

    library = (addresses, anchors, cards, citations, claims, documents, events, figures, links, names, related)
    more = (review, revisions, routes, sources, stories, tellings, timelines, vocabulary)
    mentions = (backlinks, graph, known, phrases, seen)
    pages = (assets, figurefiles, machines, templates, timelinefiles, words, plan)
    return _named((*library, *more, *mentions, *pages))


@cache
def _named(modules: tuple[ModuleType, ...]) -> dict[str, Question[Any, Any]]:
    found: dict[str, Question[Any, Any]] = {}
    for module in modules:
        for each in vars(module).values():
            parts = (each, each.whole) if isinstance(each, Gathering) else (each,)
            for one in parts:
                if isinstance(one, Question) and found.setdefault(one.name, one) is not one:
                    raise ValueError(f"Two questions have the name {one.name}.")
    return found
