"""Every question of the program is known by its name, so that answers come back from the disk."""

from importlib import import_module
from pkgutil import walk_packages

import backstory
from backstory.building.questions import question
from backstory.engine.gatherings import Gathering
from backstory.engine.keys import Question


def test_every_question_has_its_name() -> None:
    unknown: list[str] = []
    for found in walk_packages(backstory.__path__, "backstory."):
        for each in list(vars(import_module(found.name)).values()) if "theme" not in found.name else ():
            own = [each, each.whole] if isinstance(each, Gathering) else [each]
            unknown += [one.name for one in own if isinstance(one, Question) and not known(one)]
    assert unknown == []


def known(one: Question[..., object]) -> bool:
    try:
        return question(one.name) is one
    except KeyError:
        return False
