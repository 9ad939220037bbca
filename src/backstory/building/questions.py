"""Every question of the program by its name, for answers that come back from the disk.

Knows which modules ask. Must never know what is asked.
"""

from functools import cache
from types import ModuleType
from typing import Any

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
        documents,
        events,
        graph,
        links,
        names,
        phrases,
        related,
        routes,
        sources,
        stories,
        timelines,
        vocabulary,
    )
    from backstory.library.mentions import known, seen
    from backstory.rendering import assets, machines, templates, timelinefiles, words

    library = (addresses, anchors, cards, documents, events, links, names, related, routes, sources, stories, timelines)
    return _named(
        (
            *library,
            backlinks,
            graph,
            known,
            phrases,
            seen,
            vocabulary,
            assets,
            machines,
            templates,
            timelinefiles,
            words,
            plan,
        )
    )


@cache
def _named(modules: tuple[ModuleType, ...]) -> dict[str, Question[Any, Any]]:
    found: dict[str, Question[Any, Any]] = {}
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, Question) and found.setdefault(each.name, each) is not each:
                raise ValueError(f"Two questions have the name {each.name}.")
    return found
