"""Archives of profiles for tests: a few words each."""

from backstory.library.related.folder import with_depth
from backstory.library.related.making import start
from backstory.library.related.profile import Neighbour, Profile, Weights
from backstory.library.related.words import counted

USUAL = Weights()


def story(text: str = "", title: str = "", **more: object) -> Profile:
    """Return the profile of a text."""
    return Profile("en", *counted(title, "", text, "en"), **more)  # type: ignore[arg-type]


def lists(archive: dict[str, Profile], weights: Weights = USUAL) -> dict[str, list[str]]:
    """Return name -> names of its neighbours, best first."""
    return {name: [each.path for each in near or ()] for name, near in start(archive, weights)[1].items()}


def near(archive: dict[str, Profile], one: str, other: str, depth: int = 12) -> Neighbour | None:
    """Return what one story's list says of another."""
    found = start(archive, with_depth(USUAL, depth))[1][one] or ()
    return next((each for each in found if each.path == other), None)
