"""Every question of the program by its name, for answers that come back from the disk.

Knows which modules ask. Must never know what is asked.
"""

from functools import cache
from importlib import import_module
from types import ModuleType
from typing import Any

from backstory.engine.gatherings import Gathering
from backstory.engine.keys import Question
from backstory.files import inputs

ASKING = (
    "library.addresses",
    "library.agreement",
    "library.anchors",
    "library.backlinks",
    "library.cards",
    "library.citations",
    "library.claims",
    "library.documents",
    "library.eventfiles",
    "library.events",
    "library.figures",
    "library.graph",
    "library.links",
    "library.mentions.known",
    "library.mentions.seen",
    "library.names",
    "library.phrases",
    "library.pictures",
    "library.related.asking",
    "library.review",
    "library.revisions",
    "library.routes",
    "library.sofar",
    "library.sources",
    "library.stories",
    "library.tellings",
    "library.timelines",
    "library.untranslated",
    "rendering.dressing.assets",
    "rendering.formats.eventfeed",
    "rendering.formats.figurefiles",
    "rendering.inshort",
    "rendering.formats.machines",
    "rendering.dressing.security",
    "rendering.images.socialcards",
    "rendering.templating.templates",
    "rendering.formats.timelinefiles",
    "rendering.words",
    "building.plan",
)
"""The modules that have questions. They are loaded only when an answer comes back."""


def question(name: str) -> Question[Any, Any]:
    """Return a question by its name. Raises KeyError for a name that this version does not have."""
    found = _named((inputs,)).get(name)
    return found if found is not None else _queries()[name]


@cache
def _queries() -> dict[str, Question[Any, Any]]:
    return _named(tuple(import_module(f"backstory.{name}") for name in ASKING))


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
