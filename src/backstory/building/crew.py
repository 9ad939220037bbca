"""Has questions answered by several processes at once, or by several machines.

The seam is a `concurrent.futures.Executor`: the machine's own processes, or those of a Dask cluster that see the same
folder. Each takes a few questions at a time, answers them from the site's files and from what the builder has written
down, and tells what came of it; the builder takes that over in the order of the questions, so that nothing depends on
who was quicker. Knows how work is handed out. Must never know what is asked.
"""

import gc
import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Executor, Future
from functools import lru_cache
from multiprocessing import parent_process
from pathlib import Path
from threading import Thread
from typing import Any
from uuid import uuid4

import msgspec
from msgspec import Struct

from backstory.building.result import CrewError
from backstory.engine.engine import Engine
from backstory.engine.keys import Key
from backstory.engine.reports import Report

AT_ONCE = 40
"""How many questions a worker gets at a time."""
WORTH = 3
"""With fewer cores, workers make a build hardly shorter, and cost a third more: the builder has much to do itself."""
FULL = 20_000
"""A worker that holds more answers than this begins with an empty head."""


class Site(Struct, frozen=True):
    """What a worker must know to give the builder's answers. `memory` is a file, or nothing; no two have one `turn`."""

    root: str
    date: str
    options: tuple[tuple[str, str], ...]
    memory: str = ""
    turn: str = ""


class Job(Struct, frozen=True):
    """Questions for a worker, each by its name and arguments."""

    site: Site
    keys: tuple[tuple[str, tuple[Any, ...]], ...]


_pack = msgspec.msgpack.encode
_jobs = msgspec.msgpack.Decoder(Job)
_reports = msgspec.msgpack.Decoder(Report)


def work(task: bytes) -> bytes:
    """Answer a job's questions, in a worker. Both it and the report are MessagePack."""
    from backstory.building.questions import question

    job = _jobs.decode(task)
    engine = _engine(job.site)
    told = engine.report([(question(name), tuple(args)) for name, args in job.keys])
    engine.lighten()
    if not job.site.memory or len(engine) > FULL:
        _engine.cache_clear()
    return _pack(told)


@lru_cache(maxsize=1)
def _engine(site: Site) -> Engine:
    from backstory.building.memory import frozen
    from backstory.files.disk import Disk

    world = Disk(Path(site.root), date=site.date, options=dict(site.options)).world()
    return Engine(world, frozen(Path(site.memory)) if site.memory else None)


class Crew:
    """Workers behind an executor. `size` is how many they are, `site` what they work on; `after` is called at last."""

    def __init__(self, executor: Executor, size: int, site: Site, after: Callable[[], object] = lambda: None) -> None:
        self._after = after
        self._executor = executor
        self._size = size
        self._site = site

    def answers(self, keys: Sequence[Key], memory: str = "") -> Iterator[tuple[Report, list[Key]]]:
        """Yield reports on all questions, in their order, each with its keys. `memory` is what workers may look at."""
        from backstory.building.questions import question

        site = msgspec.structs.replace(self._site, memory=memory, turn=uuid4().hex)
        waiting: deque[Future[bytes]] = deque()
        try:
            for start in range(0, len(keys), AT_ONCE):
                some = tuple((each.name, args) for each, args in keys[start : start + AT_ONCE])
                waiting.append(self._executor.submit(work, _pack(Job(site, some))))
                while len(waiting) > 2 * self._size:
                    yield from _read(waiting.popleft(), question)
            while waiting:
                yield from _read(waiting.popleft(), question)
        except BrokenExecutor:
            return
        finally:
            for each in waiting:
                each.cancel()

    def close(self) -> None:
        """Send the workers home."""
        self._executor.shutdown()
        self._after()


def _read(future: "Future[bytes]", question: Callable[[str], Any]) -> Iterator[tuple[Report, list[Key]]]:
    """Yield what a worker tells, or nothing if it failed: then its questions are answered at home, or fail there."""
    try:
        told = _reports.decode(future.result())
    except Exception:
        return
    yield told, [(question(name), tuple(args)) for name, args in told.names]


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def hired(workers: str, site: Site) -> Crew | None:
    """Return a crew: `auto` is one worker for each of `WORTH` cores or more, a number so many, `tcp://…` a cluster's.

    None where one process does everything itself.

    Raises CrewError when a cluster is asked for that can't be had.
    """
    if workers.startswith(("tcp://", "tls://")):
        return _cluster(workers, site)
    chosen = cores() if workers in ("", "auto") else int(workers)
    size = 1 if workers in ("", "auto") and chosen < WORTH else chosen
    if size < 2:
        return None
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    pool = ProcessPoolExecutor(size, mp_context=get_context("spawn"), initializer=_start_work)
    return Crew(pool, size, site)


def _start_work() -> None:
    """Work without the collector of circles, as in `stillness`; end when the build does, even one that is killed."""
    gc.disable()
    parent = parent_process()

    def wait() -> None:
        assert parent is not None
        parent.join()
        os._exit(1)

    if parent is not None:
        Thread(target=wait, daemon=True).start()


def _cluster(address: str, site: Site) -> Crew:
    try:
        from distributed import Client
    except ModuleNotFoundError as problem:
        raise CrewError("A cluster needs Dask. To install it: pip install 'backstory[cluster]'.") from problem
    try:
        client = Client(address, set_as_default=False, timeout=10)
    except (OSError, ValueError) as problem:
        raise CrewError(f"No Dask scheduler answers at {address}.") from problem
    size = sum(client.nthreads().values()) or 1
    return Crew(client.get_executor(pure=False, retries=2), size, site, client.close)
