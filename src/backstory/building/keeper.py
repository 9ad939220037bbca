"""Keeps a site up to date, and can say why a page was made.

Knows the order of work: look at the world, ask for the site, gather the findings. Must never know what a page says, and
never writes into the output folder.
"""

import time
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from backstory.building.beside import Beside, loading
from backstory.building.darkroom import Darkroom
from backstory.building.memory import circling, forget, opened, unusable
from backstory.building.packing import Packing
from backstory.building.result import Build, result
from backstory.building.spool import Spool
from backstory.building.stillness import still
from backstory.engine.engine import Engine
from backstory.engine.keys import Answer, CycleError, Input, Question
from backstory.engine.levels import TangledError
from backstory.engine.store import StoreError
from backstory.files.output import LaterOutput, Output, digest_of
from backstory.files.pictures.shelf import Shelf
from backstory.notes import Note

if TYPE_CHECKING:
    from backstory.building.crew import Crew
    from backstory.building.indexing import Indexing
    from backstory.building.plan import Maker
    from backstory.building.spreading import Spreading
    from backstory.files.pictures.cards import CardWords
    from backstory.files.settings import Settings

V = TypeVar("V")

ENTRY = "entry"  # the kind of outputs that are for the search alone, as in `plan.py`, which takes long to load
Known = tuple[str, str, str, str, str]
"""An output as it is remembered: who makes it (kind, subject, name), the file that it is a copy of, and its digest."""
ROOM = 50_000
"""How many answers are held in memory before some are written down."""
_outputs = msgspec.msgpack.Decoder(dict[str, Known])


class Keeper:
    """Keeps one site up to date: the first build is a clean one, later ones do only what a change reaches.

    `world` answers the inputs. With a `memory` (a file) that holds for a new process too. `hire` gets others to help
    where there is much to do. `shelf` is the folder for made pictures, and its name from the site's root where they are
    to be made at once. `indexing` makes the search ready.
    """

    def __init__(
        self,
        world: Mapping[Input[Any, Any], Answer],
        memory: Path | None = None,
        hire: "Callable[[], Crew | None] | None" = None,
        shelf: tuple[Path, str] | None = None,
        indexing: "Callable[[], Indexing] | None" = None,
    ) -> None:
        self._world = dict(world)
        self._load = loading(self._world)
        self._memory = memory
        self._hire, self._shelf, self._indexing = hire, shelf, indexing
        self._lock = RLock()
        self._begin()

    def _begin(self, trouble: str = "") -> None:
        """Take up the site's memory, or begin without one. `trouble` is what was wrong with the last one."""
        self._store, found = opened(self._memory)
        self._trouble = trouble or found
        self._spool = Spool()
        self._beside = self._new_beside()
        about = self._store.about if self._store else {}
        self._known = _outputs.decode(about["outputs"]) if about.get("outputs") else {}
        self._folder: str = about.get("folder", "")
        self._quality: int = about.get("quality", 0)
        self._forms: tuple[str, ...] = tuple(about.get("forms", ()))
        self._packing = Packing(self._load)
        self._packing.remember(about.get("packed", {}))
        self._beside.remember(about)
        self._behind = not self._known
        self._made: dict[str, Output] = {}
        self.engine = Engine(self._world, self._store, {"output": self._take}, ROOM)

    def _new_beside(self) -> Beside:
        """Return what makes pictures and cards: kept where there is a shelf, and at once where it has a name."""
        folder, name = self._shelf or (None, "")
        shelf = Shelf(folder) if folder else None
        return Beside(Darkroom(self._load, self._card_words, shelf), name)

    def _card_words(self, path: str) -> "CardWords":
        from backstory.rendering.images.socialcards import card_words

        with self._lock:
            found = self.engine.value(card_words, path)
        assert found is not None
        return found

    def _take(self, made: Output) -> None:
        """Take a file of the site as it leaves the engine."""
        kind, subject, name = self._known[made.path][:3] if made.path in self._known else ("", "", "")
        self._known[made.path] = (kind, subject, name, made.copy_of, made.digest)
        self._beside.take(made)
        self._made.pop(made.path, None)
        if not made.copy_of:
            self._spool.put(made.path, made.data)

    def build(self, only: Collection[str] | None = None, *, save: bool = True) -> Build:
        """Look at the disk again and return the whole site as it is now, with all findings. Never writes the site.

        Who knows what may have changed names it with `only`: paths from the site's root, and folders whose list of
        files may be another. Without `save` what was found out is not written down until `save` is called.
        """
        with self._lock, still():
            start = time.perf_counter()
            try:
                found = self._up_to_date(only, save=save)
            except (StoreError, TangledError) as problem:
                found = self._anew(str(problem) if isinstance(problem, StoreError) else "", save=save)
            beside, more = self._beside.outputs(self._quality)
            hidden = self._beside.hidden
            entries = {path: each[4] for path, each in self._known.items() if each[0] == ENTRY}
            shown = [path for path, known in self._known.items() if known[0] != ENTRY and known[3] not in hidden]
            self._made = {path: self._made.get(path) or self._output(path) for path in shown}
            outputs = self._made | beside
            if self._indexing and entries and not any(each.severity == "error" for each in found):
                outputs |= self._indexing().outputs(entries, self.contents)
            if self._forms and self._shelf and self._shelf[1]:
                outputs |= self._packing.outputs(outputs, self._forms)
            if save and (self._beside.news or self._packing.news):
                self.save(always=True)
            found = tuple(sorted((*found, *more))) if more else found
            if not any(each.severity == "error" for each in found):
                self._spool.settle()
            return result(outputs, found, len(self.engine), self.engine.count, start)

    def examine(self) -> tuple[Note, ...]:
        """Return what is wrong with pictures that the last build did not make."""
        return self._beside.examined()

    def tidy(self) -> None:
        """Let go of what was made for earlier builds and has not been needed for a while."""
        self._beside.tidy()

    def close(self) -> None:
        """Let go of the memory, so that another process may have it."""
        if self._store is not None:
            self._store.close()

    def _anew(self, trouble: str, *, save: bool) -> tuple[Note, ...]:
        """Begin with an empty memory, or, where that can't be used either (a full disk), with none."""
        self.close()
        forget(self._memory)
        self._begin(trouble)
        try:
            return self._up_to_date(None, save=save)
        except StoreError as problem:
            self._memory = None
            return self._anew(str(problem), save=save)

    def _up_to_date(self, only: Collection[str] | None, *, save: bool) -> tuple[Note, ...]:
        """Bring everything up to date and return the findings."""
        try:
            if self._refresh(only) or not self._known:
                self._ask()
            notes = self.engine.notes()
            if save and self.engine.dirty:
                self._save()
        except CycleError as circle:
            notes = (*self.engine.notes(), circling(circle))
        if self._trouble:
            notes = tuple(sorted((*notes, unusable(self._memory, self._trouble))))
            self._trouble = ""
        return notes

    def _refresh(self, only: Collection[str] | None) -> bool:
        """Look at the world again, with the help of others where a change reaches much; say whether there was one."""
        if not self._known:
            return bool(self.engine.refresh())
        from backstory.building.spreading import MANY, Spreading

        with Spreading(self.engine, self._store, self._hire) as spreading:
            return bool(self.engine.refresh(spreading.help, MANY, only))

    def save(self, *, always: bool = False) -> None:
        """Write down what was not written down yet. What can't be is worked out again by the next build."""
        with self._lock, suppress(StoreError):
            if always or self.engine.dirty:
                self._save()

    def _save(self) -> None:
        chosen = {"folder": self._folder, "quality": self._quality, "forms": self._forms, "half": False}
        beside = {"packed": self._packing.known, **self._beside.known()}
        self.engine.save({"outputs": msgspec.msgpack.encode(self._known), **chosen, **beside})

    def _ask(self) -> None:
        """Ask for the site. What it takes is loaded only here, so that a build without changes is quick."""
        from backstory.building.plan import checks, plan
        from backstory.building.spreading import Spreading

        with self.engine.holding(), Spreading(self.engine, self._store, self._hire) as spreading:
            if not self._known:
                spreading.read()
            if self._behind or self.engine.has_changed(plan):
                self._behind = True
                self._follow(self.engine.ask(plan), spreading)
                self._behind = False
            self.engine.ask(checks)
        self.engine.complain()
        found = self.settings
        self._folder, self._quality, self._forms = found.output, found.pictures.quality, found.precompress

    def _follow(self, wanted: "Mapping[str, Maker]", spreading: "Spreading") -> None:
        """Ask for the outputs that are new in the plan, and let go those that are not in it any more."""
        from backstory.building.plan import output

        for path, known in list(self._known.items()):
            maker = wanted.get(path)
            if maker is None or (maker.kind, maker.subject, maker.name) != known[:3]:
                self.engine.release(output, path, *known[:3])
                del self._known[path]
                self._made.pop(path, None)
                self._spool.drop(path)
                self._beside.drop(path)
        new = [path for path in wanted if path not in self._known]
        for path in new:
            self._known[path] = (wanted[path].kind, wanted[path].subject, wanted[path].name, "", "")
        spreading.make([(output, (path, *self._known[path][:3])) for path in new])
        self._known = {path: self._known[path] for path in wanted}

    def _output(self, path: str) -> Output:
        *_, copy_of, digest = self._known[path]
        if copy_of:
            return Output(path, copy_of=copy_of, print=digest)
        return LaterOutput(path, print=digest, later=self.contents)

    def contents(self, path: str, digest: str = "") -> bytes:
        """Return the bytes of an output of the last build, made again if they are not at hand.

        With a `digest` they may be those of the last build without errors.
        """
        with self._lock:
            held = self._spool.get(path)
            if digest and (held is None or digest_of(held) != digest):
                former = self._spool.former(path)
                held = former if former is not None and digest_of(former) == digest else held
            if held is None and path in self._known:
                from backstory.building.plan import output

                held = self.engine.value(output, path, *self._known[path][:3]).data
            return held or b""

    @property
    def remembers(self) -> bool:
        """Whether an earlier command built the site, so that `why` has something to tell."""
        return bool(self._known)

    @property
    def folder(self) -> str:
        """The output folder, from the site's root."""
        return self._folder or self.settings.output

    @property
    def settings(self) -> "Settings":
        """The site's settings as they are now."""
        from backstory.library.documents import settings

        return self.engine.ask(settings)

    def look(self, question: Question[[], V]) -> V:
        """Return the answer to a question that no page asks. It is not kept: builds must not pay for it."""
        with self._lock:
            found = self.engine.ask(question)
            self.engine.release(question)
            return found

    def why(self, page: str) -> tuple[str, ...]:
        """Say in words why a page was last made. Raises KeyError, naming near ones, when there is no such page."""
        from backstory.building.plan import output
        from backstory.building.reasons import named, why

        path = named(page, self._known)
        key: Any = (output, (path, *self._known[path][:3]))
        return why(self.engine, key)
