"""What is done at home and what is handed to others, when there is much to do.

Reading and rendering are pure, so both can be spread: documents before anything else, and pages when all is known that
the whole archive must be asked. Knows the order of that. Must never know what a page says.
"""

from collections.abc import Callable, Sequence
from types import TracebackType
from typing import TYPE_CHECKING

from backstory.engine.engine import Engine
from backstory.engine.keys import Key
from backstory.engine.store import SqliteStore

if TYPE_CHECKING:
    from backstory.building.crew import Crew

MANY = 400
"""Fewer documents or pages than this are made sooner at home than others are woken up."""
SPREAD = ("document", "output")
"""Questions that take so long that others may help with them in a later build, too."""
PASSING = ("body", "document", "source_file")
"""Questions whose answers one page needs and hardly another."""

SOON, LATER = 20, 200
"""After so many pages the answers that only one needs are let go, and others that none needed meanwhile."""


class Spreading:
    """Gets a site's answers, with the help of a crew where that is worth it. Lives as long as one build asks."""

    def __init__(self, engine: Engine, store: SqliteStore | None, hire: "Callable[[], Crew | None] | None") -> None:
        self._engine = engine
        self._store = store
        self._hire = hire
        self._crew: Crew | None = None

    def __enter__(self) -> "Spreading":
        return self

    def __exit__(self, kind: type[BaseException] | None, value: BaseException | None, at: TracebackType | None) -> None:
        if self._crew is not None:
            self._crew.close()

    def read(self) -> None:
        """Have the documents read."""
        from backstory.building.plan import READING
        from backstory.library.documents import paths

        found = self._engine.value(paths)
        keys: list[Key] = [(question, (path,)) for path in found for question in READING]
        if len(found) >= MANY and self._hired():
            self._have_answered(keys)

    def make(self, keys: Sequence[Key]) -> None:
        """Have pages and other files made, and keep them up to date from now on."""
        if len(keys) >= MANY and self._store is not None:
            chosen = _samples(keys)
            for question, args in chosen:
                self._engine.want(question, *args)
            self._engine.save({"outputs": b"", "half": True}, lean=True)
            if self._hired():
                self._store.settle()
                self._have_answered([key for key in keys if key not in set(chosen)], str(self._store.path))
        for number, (question, args) in enumerate(keys):
            self._engine.want(question, *args)
            if number % SOON == 0:
                self._engine.let_go(*PASSING)
            if number % LATER == 0:
                self._engine.lighten()

    def help(self, keys: Sequence[Key]) -> None:
        """Have answers worked out again side by side, where that is worth it; the rest is done at home."""
        wanted = [key for key in keys if key[0].name in SPREAD]
        if len(wanted) >= MANY and self._store is not None and self._hired():
            self._engine.save({"half": True}, lean=True)
            self._store.settle()
            self._have_answered(wanted, str(self._store.path))

    def _hired(self) -> bool:
        if self._crew is None and self._hire is not None:
            self._crew = self._hire()
        return self._crew is not None

    def _have_answered(self, keys: Sequence[Key], memory: str = "") -> None:
        """Take over what the crew finds out. What it can't do is done at home, and fails there if it must."""
        assert self._crew is not None
        try:
            for told, named in self._crew.answers(keys, memory):
                self._engine.take(told, named)
                self._engine.let_go(*PASSING)
        finally:
            if self._store is not None:
                self._store.thaw()


def _samples(keys: Sequence[Key]) -> list[Key]:
    """Choose one output of each sort: what they ask of the whole archive, the others need not ask again."""
    found: dict[tuple[str, ...], Key] = {}
    for key in keys:
        path, kind, subject, name = key[1]
        folder = subject.rpartition("/")[0] if not subject.startswith("/") else str(subject.count("/"))
        found.setdefault((kind, name, path.partition("/")[0], folder), key)
    return list(found.values())
