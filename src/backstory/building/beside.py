"""The files that stand beside pages because a page needs them: made pictures, cards, and pictures as they are.

Knows what each page needs, and which pictures are not copied because pages only show them in other sizes. Must never
know how a file is made: that is the darkroom's.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from backstory.building.darkroom import Darkroom
from backstory.engine.keys import Answer, Input
from backstory.files.failures import in_words
from backstory.files.inputs import source_file, theme_file
from backstory.files.output import LaterOutput, Need, Output
from backstory.notes import Note


class Beside:
    """What pages need, page by page. With `folder` (the shelf's, from the site's root) everything is made at once.

    Without it each file is made when somebody asks for its bytes.
    """

    def __init__(self, darkroom: Darkroom, folder: str = "") -> None:
        self._darkroom = darkroom
        self._folder = folder
        self._needs: dict[str, tuple[Need, ...]] = {}
        self._told = 0
        self.hidden: frozenset[str] = frozenset()
        """Pictures that pages show and none links to: they are not copied, for a camera writes much into them."""

    def remember(self, about: Mapping[str, Any]) -> None:
        """Take over what an earlier command knew."""
        found = about.get("needs", {})
        self._needs = {path: tuple(Need(*each) for each in needs) for path, needs in found.items()}
        if self._darkroom.shelf:
            self._darkroom.shelf.remember(about.get("made", {}))

    def known(self) -> dict[str, Any]:
        """Return what the next command should know, as plain data."""
        needs = {path: [(each.kind, each.path, each.subject) for each in found] for path, found in self._needs.items()}
        made = self._darkroom.shelf.digests if self._darkroom.shelf else {}
        self._told = len(made)
        return {"needs": needs, "made": made}

    @property
    def news(self) -> bool:
        """Whether there is more to know than when it was last asked for."""
        return self._darkroom.shelf is not None and len(self._darkroom.shelf.digests) != self._told

    def take(self, made: Output) -> None:
        """Take notice of what a finished page needs."""
        if made.needs:
            self._needs[made.path] = made.needs
        else:
            self._needs.pop(made.path, None)

    def drop(self, path: str) -> None:
        """Forget a page that is not there any more."""
        self._needs.pop(path, None)

    def outputs(self, quality: int) -> tuple[dict[str, Output], tuple[Note, ...]]:
        """Return the files that are made for pages, by path, and what is wrong with those that can't be.

        Raises PublishError where the disk fails.
        """
        needs = sorted({each for found in self._needs.values() for each in found}, key=lambda each: each.path)
        made = [each for each in needs if each.kind != "file"]
        linked = {each.subject for each in needs if each.kind == "file"}
        self.hidden = frozenset(each.subject for each in made if each.kind == "made") - linked
        if not self._folder:
            return {each.path: self._later(each, quality) for each in made}, ()
        try:
            notes = self._darkroom.make(made, quality)
        except OSError as problem:
            raise in_words(problem, self._folder) from problem
        return dict(self._on_shelf(made, bool(notes))), notes

    def examined(self) -> tuple[Note, ...]:
        """Return what is wrong with pictures that are not made yet."""
        return self._darkroom.examine(each for found in self._needs.values() for each in found if each.kind == "made")

    def tidy(self) -> None:
        """Let go of made files that no page has needed for a while."""
        if self._darkroom.shelf:
            self._darkroom.shelf.sweep(each.name for found in self._needs.values() for each in found)

    def _later(self, need: Need, quality: int) -> Output:
        def make(path: str, digest: str) -> bytes:
            return self._darkroom.contents(need, quality)

        return LaterOutput(need.path, print=need.name, later=make, slow=True)

    def _on_shelf(self, needs: Iterable[Need], incomplete: bool) -> Iterable[tuple[str, Output]]:
        shelf = self._darkroom.shelf
        assert shelf is not None
        there = shelf.names() if incomplete else set()
        for need in needs:
            if not incomplete or need.name in there:
                copy = f"{self._folder}/{need.name}"
                yield need.path, Output(need.path, copy_of=copy, print=shelf.digest(need.name))


def loading(world: Mapping[Input[Any, Any], Answer]) -> Callable[[str], bytes | None]:
    """Return what gives the bytes of a file of the site, or of the theme where the path says so."""

    def load(path: str) -> bytes | None:
        theme = path.startswith("theme:")
        data: bytes | None = world[theme_file if theme else source_file].load(path.removeprefix("theme:"))
        return data

    return load
