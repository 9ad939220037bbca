"""A site is the same whoever makes it, and whoever fails to."""

import hashlib
import shutil
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path

import pytest
from tests.worlds import article

from backstory.building import crew, spreading
from backstory.building import keeper as keeping
from backstory.building.builder import Builder
from backstory.building.crew import Crew, Site, hired
from backstory.building.keeper import Keeper
from backstory.building.result import CrewError
from backstory.files.disk import Disk

REFERENCE = Path(__file__).parents[3]


@pytest.fixture(autouse=True)
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spreading, "MANY", 2)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    made = tmp_path / "site"
    (made / "content" / "articles").mkdir(parents=True)
    (made / "content" / "people").mkdir()
    (made / "pyproject.toml").write_text('[tool.backstory]\ntitle = "T"\nbase_url = "https://t.example"\n')
    (made / "content" / "people" / "ann.md").write_text("---\ntitle: Ann\n---\nShe [happened](event:2021-08-03).\n")
    for n in range(6):
        text = f"Border and pushback {n}: see [[a{(n + 1) % 6}]]. [Bad](nowhere.md)" if n == 3 else f"Border {n}."
        (made / "content" / "articles" / f"a{n}.md").write_text(article("about: [Ann]\ntopics: Border", text))
    return made


def whole(keeper: Keeper) -> tuple[dict[str, str], list[str]]:
    build = keeper.build()
    found = {path: hashlib.sha256(each.contents()).hexdigest() for path, each in build.outputs.items()}
    keeper.close()
    return found, [str(note) for note in build.notes]


def alone(root: Path) -> tuple[dict[str, str], list[str]]:
    shutil.rmtree(root / ".backstory", ignore_errors=True)
    return whole(Builder(root, date="2026-01-01", workers="1"))


def helped(root: Path, executor: Executor) -> Keeper:
    (root / ".backstory").mkdir(exist_ok=True)
    site = Site(str(root), "2026-01-01", ())
    world = Disk(root, date="2026-01-01").world()
    return Keeper(world, root / ".backstory" / "m.db", lambda: Crew(executor, 2, site))


@pytest.mark.parametrize("workers", ["2", "8"])
def test_any_number_of_workers_makes_the_same_site(root: Path, workers: str) -> None:
    assert whole(Builder(root, date="2026-01-01", memory="m.db", workers=workers)) == alone(root)


def test_what_others_made_is_kept_up_to_date(root: Path) -> None:
    whole(helped(root, ThreadPoolExecutor(1)))
    (root / "content" / "articles" / "a3.md").write_text(article("title: Other\nabout: [Ann]", "Mended."))
    assert whole(helped(root, ThreadPoolExecutor(1))) == alone(root)


class Count(ThreadPoolExecutor):
    """Counts the tasks that it gets."""

    tasks = 0

    def submit(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        self.tasks += 1
        return super().submit(*args, **kwargs)


def test_pages_are_not_made_at_home_again(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    executor = Count(1)
    home = helped(root, executor)
    build = home.build()
    assert executor.tasks == 2
    assert build.runs > len(build.outputs)


@pytest.mark.parametrize("room", [keeping.ROOM, 20])
def test_others_help_with_a_change_that_reaches_many_pages(
    root: Path, room: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keeping, "ROOM", room)
    whole(helped(root, ThreadPoolExecutor(1)))
    footer = root / "templates" / "partials" / "footer.html"
    footer.parent.mkdir(parents=True)
    footer.write_text("<footer>Another one</footer>", encoding="utf-8")
    executor = Count(1)
    found = whole(helped(root, executor))
    assert executor.tasks == 1
    assert found == alone(root)
    (root / "pyproject.toml").write_text('[tool.backstory]\ntitle = "U"\nraw_html = "allow"\n')
    executor = Count(1)
    found = whole(helped(root, executor))
    assert executor.tasks == 2
    assert found == alone(root)


class Failing(Executor):
    """Has every task fail."""

    def submit(self, *args, **kwargs):  # type: ignore[no-untyped-def]
        future: Future[bytes] = Future()
        future.set_exception(MemoryError())
        return future


def test_what_workers_fail_at_is_done_at_home(root: Path) -> None:
    assert whole(helped(root, Failing())) == alone(root)


class Meanwhile(ThreadPoolExecutor):
    """Changes a file before the first task is done, as an editor might."""

    def __init__(self, file: Path) -> None:
        super().__init__(1)
        self._file = file

    def submit(self, work, task):  # type: ignore[no-untyped-def]
        before = self._file.read_bytes()
        self._file.write_text(article("title: Unsaved"))
        future: Future[bytes] = Future()
        future.set_result(work(task))
        self._file.write_bytes(before)
        return future


def test_what_a_worker_saw_otherwise_is_not_taken_over(root: Path) -> None:
    assert whole(helped(root, Meanwhile(root / "content/articles/a2.md"))) == alone(root)


def test_a_first_build_that_was_never_finished_is_begun_anew(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(*_: object) -> Iterator[object]:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(spreading.Spreading, "_have_answered", stop)
        keeper = helped(root, ThreadPoolExecutor(1))
        with pytest.raises(KeyboardInterrupt):
            keeper.build()
        keeper.close()
    assert whole(helped(root, ThreadPoolExecutor(1))) == alone(root)


def test_a_cluster_makes_the_same_site(root: Path) -> None:
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        address = cluster.scheduler_address
        assert whole(Builder(root, date="2026-01-01", memory="m.db", workers=address)) == alone(root)


def test_a_cluster_that_is_not_there_is_named() -> None:
    pytest.importorskip("distributed")
    with pytest.raises(CrewError, match=r"tcp://127\.0\.0\.1:9"):
        hired("tcp://127.0.0.1:9", Site("", "", ()))


@pytest.mark.parametrize(("cores", "workers", "size"), [(1, "auto", 0), (2, "auto", 0), (3, "auto", 3), (1, "2", 2)])
def test_how_many_are_hired(monkeypatch: pytest.MonkeyPatch, cores: int, workers: str, size: int) -> None:
    monkeypatch.setattr(crew, "cores", lambda: cores)
    found = hired(workers, Site("", "", ()))
    assert (found._size if found else 0) == size
    if found:
        found.close()
