import shutil
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

import pytest
from tests.unit.commands.running import SITE, put
from watchfiles import Change

from backstory.commands import watching
from backstory.commands.watching import Names, Watch, names_of


class Listener:
    """Counts the changes that a watch tells of."""

    def __init__(self, root: Path) -> None:
        self._told: SimpleQueue[None] = SimpleQueue()
        self.folders = [root / "content", root / "templates"]
        watch = Watch(root, lambda: tuple(self.folders))
        Thread(target=self._listen, args=(watch.changes(),), daemon=True).start()
        self.wait()
        self.settle()

    def _listen(self, changes: Iterator[Names]) -> None:
        for _ in changes:
            self._told.put(None)

    def wait(self, seconds: float = 5) -> bool:
        try:
            self._told.get(timeout=seconds)
        except Empty:
            return False
        return True

    def settle(self) -> None:
        """Wait until nothing is told any more."""
        time.sleep(watching.SETTLED + 0.1)
        while self.wait(0.15):
            pass


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return put(tmp_path, SITE)


def test_what_a_site_is_made_of_is_noticed(root: Path) -> None:
    listener = Listener(root)
    put(root, {"content/a.md": "changed"})
    assert listener.wait()
    listener.settle()
    put(root, {"content/new/b.md": "new"})
    assert listener.wait()
    listener.settle()
    put(root, {"pyproject.toml.new": "x"})
    (root / "pyproject.toml.new").replace(root / "pyproject.toml")
    assert listener.wait()
    listener.settle()
    shutil.rmtree(root / "content/new")
    assert listener.wait()


def test_a_folder_that_comes_later_is_noticed_and_then_watched(root: Path) -> None:
    listener = Listener(root)
    (root / "templates").mkdir()
    assert listener.wait()
    listener.settle()
    put(root, {"templates/article.html": "x"})
    assert listener.wait()


def test_a_series_of_changes_is_one(root: Path) -> None:
    listener = Listener(root)
    for number in range(20):
        put(root, {f"content/{number}.md": "x"})
    assert listener.wait()
    assert sum(listener.wait(0.3) for _ in range(3)) <= 1


def test_midnight_is_a_change(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "MINUTE", 0.05)
    listener = Listener(root)
    assert not listener.wait(0.3)

    class Tomorrow(date):
        @classmethod
        def today(cls) -> "Tomorrow":
            return cls(2999, 1, 1)

    monkeypatch.setattr(watching, "date", Tomorrow)
    assert listener.wait(1)


@pytest.mark.parametrize(
    ("changes", "names"),
    [
        ([(Change.modified, "/s/content/a/b.md")], {"content/a/b.md", "a/b.md"}),
        ([(Change.added, "/s/content/a/b.md")], {"content/a/b.md", "content/a", "content", "a/b.md", "a"}),
        ([(Change.deleted, "/s/pyproject.toml")], {"pyproject.toml"}),
        ([(Change.modified, "/theme/templates/a.html")], {"templates/a.html"}),
        ([(Change.modified, "/elsewhere/a.md"), (Change.modified, "/s/content/a.md")], None),
    ],
)
def test_a_change_names_what_may_be_another(changes: list[tuple[Change, str]], names: set[str] | None) -> None:
    assert names_of(changes, (Path("/s"), Path("/s/content"), Path("/theme"))) == names
