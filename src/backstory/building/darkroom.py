"""Makes the files that pages need beside them: pictures at all their sizes, cards for social networks.

Knows what is wanted, what is there already, and how much may be held in memory at once. Must never know a page. What is
made goes on a shelf (`files/pictures/shelf.py`), where the next build finds it.
"""

import io
import os
from collections.abc import Callable, Iterable
from threading import Condition
from typing import TYPE_CHECKING, Any

from backstory.files.output import Need
from backstory.files.pictures.facts import parted_name, stem
from backstory.files.pictures.shelf import Shelf
from backstory.notes import Note, error
from backstory.places import Place

if TYPE_CHECKING:
    from concurrent.futures import Executor

    from backstory.files.pictures.cards import CardWords

Job = tuple[str, tuple[Need, ...]]
"""What is made in one go: the files of one picture at one width."""

ROOM = 120_000_000
"""Points that all pictures in work may have together: about 400 MB."""


class Room:
    """A number of points that several threads share. One that needs more than there is waits until it is alone."""

    def __init__(self, points: int = ROOM) -> None:
        self._points = points
        self._used = 0
        self._changed = Condition()

    def take(self, points: int) -> None:
        """Wait until there is room, and take it."""
        with self._changed:
            self._changed.wait_for(lambda: not self._used or self._used + points <= self._points)
            self._used += points

    def give_back(self, points: int) -> None:
        """Give room back."""
        with self._changed:
            self._used -= points
            self._changed.notify_all()


def in_threads() -> "Executor":
    """Return a thread for each processor: Pillow's readers and encoders leave the interpreter to others."""
    from concurrent.futures import ThreadPoolExecutor

    return ThreadPoolExecutor(os.cpu_count() or 1, "darkroom")


class Darkroom:
    """Makes files. `load` returns a file's bytes by its path from the site's root, `words` a card's by its document.

    Without a shelf nothing is kept, and each file is made when somebody asks for its bytes.
    """

    def __init__(
        self,
        load: Callable[[str], bytes | None],
        words: Callable[[str], "CardWords"],
        shelf: Shelf | None = None,
        executor: Callable[[], "Executor"] = in_threads,
    ) -> None:
        self._load = load
        self._words = words
        self.shelf = shelf
        self._executor = executor
        self._room = Room()

    def missing(self, needs: Iterable[Need]) -> tuple[Need, ...]:
        """Return the files that are not on the shelf, in order of path."""
        there = self.shelf.names() if self.shelf else set()
        return tuple(sorted({need for need in needs if need.name not in there}, key=lambda need: need.path))

    def make(self, needs: Iterable[Need], quality: int) -> tuple[Note, ...]:
        """Make what is missing and put it on the shelf, several at a time. What can't be made is a note.

        Raises OSError where the disk fails.
        """
        missing = self.missing(needs)
        if not missing:
            return ()
        cards = {need.name: self._words(need.subject) for need in missing if need.kind == "card"}
        jobs = _jobs(need for need in missing if need.kind == "made")
        with self._executor() as executor:
            found = executor.map(lambda job: self._keep(*self._made(job, quality)), jobs)
            drawn = executor.map(lambda card: self._keep({card[0]: self._drawn(card[1])}, None), cards.items())
            return tuple(sorted({note for note in (*found, *drawn) if note}))

    def _keep(self, made: dict[str, bytes], trouble: Note | None) -> Note | None:
        assert self.shelf is not None
        for name, data in made.items():
            self.shelf.put(name, data)
        return trouble

    def examine(self, needs: Iterable[Need]) -> tuple[Note, ...]:
        """Find out which pictures could not be made, without making any: each that is not on the shelf is read once."""
        first = {job[0]: job for job in reversed(_jobs(self.missing(needs)))}
        with self._executor() as executor:
            return tuple(sorted({note for note in executor.map(self._readable, first.values()) if note}))

    def contents(self, need: Need, quality: int) -> bytes:
        """Return the bytes of one file, made now if it is not on the shelf; empty if it can't be made."""
        held = self.shelf.get(need.name) if self.shelf else None
        if held is None:
            if need.kind == "card":
                held = self._drawn(self._words(need.subject))
            else:
                held = self._made((need.subject, (need,)), quality)[0].get(need.name, b"")
            if held and self.shelf:
                self.shelf.put(need.name, held)
        return held

    def _made(self, job: Job, quality: int) -> tuple[dict[str, bytes], Note | None]:
        """Return name -> bytes of a job's files, or what is wrong with what they are made of."""
        subject, needs = job
        data = self._load(subject)
        if data is None or not _is_same(data, needs[0].name, quality):
            return {}, _vanished(subject)
        try:
            return self._developed(data, needs, quality), None
        except Exception:  # a reader of pictures may raise anything at all for a file that is not one
            return {}, _broken(subject)

    def _developed(self, data: bytes, needs: tuple[Need, ...], quality: int) -> dict[str, bytes]:
        from backstory.files.pictures.encoding import encoded, points
        from backstory.files.pictures.vectors import cleaned

        _, width, ending = parted_name(needs[0].name)
        if not width:
            return {needs[0].name: cleaned(data) if ending == "svg" else data}
        taken = points(data, width)
        self._room.take(taken)
        try:
            names = {parted_name(need.name)[2]: need.name for need in needs}
            return {names[ending]: made for ending, made in encoded(data, width, names, quality).items()}
        finally:
            self._room.give_back(taken)

    def _drawn(self, words: "CardWords") -> bytes:
        from backstory.files.pictures.cards import draw

        return draw(words, lambda path: self._load(path) or b"")

    def _readable(self, job: Job) -> Note | None:
        from backstory.files.pictures.encoding import points
        from backstory.files.pictures.looking import kind_of, opened

        data = self._load(job[0])
        _, width, _ = parted_name(job[1][0].name)
        if data is None or not width:
            return None if data else _vanished(job[0])
        try:
            taken = points(data, width)
            self._room.take(taken)
            try:
                picture: Any = opened(io.BytesIO(data), kind_of(data[:512]))
                picture.draft(None, (1, 1))
                picture.load()
            finally:
                self._room.give_back(taken)
        except Exception:  # see above
            return _broken(job[0])
        return None


def _jobs(needs: Iterable[Need]) -> list[Job]:
    """Return what belongs together, the largest last in no particular order: one reading serves several formats."""
    found: dict[tuple[str, str], dict[str, Need]] = {}
    for need in needs:
        stem, width, ending = parted_name(need.name)
        found.setdefault((stem, f"{width}" if width else ending), {}).setdefault(need.name, need)
    return [(next(iter(each.values())).subject, tuple(each.values())) for each in found.values()]


def _is_same(data: bytes, name: str, quality: int) -> bool:
    """Say whether a file is still the one that a name was made from: a name stands for its bytes for good."""
    from backstory.files.pictures.looking import look

    return stem(look(io.BytesIO(data)), quality) == parted_name(name)[0]


def _broken(file: str) -> Note:
    from backstory.library.pictures import unreadable

    return error(Place(file), "picture/unreadable", *unreadable(file, "broken"))


def _vanished(file: str) -> Note:
    sentence = "This picture went away or changed while the site was being built."
    return error(Place(file), "file/vanished", sentence, "Build again.")
