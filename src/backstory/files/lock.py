"""One build of a site at a time.

Knows a lock file. Must never know what is being built.
"""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from backstory.files.failures import PublishError, in_words
from backstory.files.manifest import state_folder

PATIENCE = 20.0
"""Seconds that a second build waits for the first."""

STEP = 0.05


@contextmanager
def only_build(root: Path, *, patience: float = PATIENCE, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the site's lock. `waiting` is called once if another build has it; after `patience` seconds PublishError.

    The lock is the system's own, so that it ends with its process, however that ends. On a system without such locks
    builds are not kept apart.
    """
    file = _open(root)
    try:
        _wait(file, patience, waiting)
        os.ftruncate(file, 0)
        os.write(file, str(os.getpid()).encode())
        yield
    finally:
        os.close(file)


def held(root: Path, name: str) -> bool:
    """Take a lock of that name for as long as this process lives; False if another has it or none can be made."""
    try:
        return _taken(_open(root, name))
    except PublishError:
        return False


def _open(root: Path, name: str = "lock") -> int:
    try:
        return os.open(f"{state_folder(root)}/{name}", os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as problem:
        raise in_words(problem, str(root)) from problem


def _wait(file: int, patience: float, waiting: Callable[[], None]) -> None:
    deadline = time.monotonic() + patience
    told = False
    while not _taken(file):
        if not told:
            waiting()
            told = True
        if time.monotonic() >= deadline:
            raise PublishError(_busy(file), "Wait until it has ended, then build again.")
        time.sleep(STEP)


def _taken(file: int) -> bool:
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # a network disk without locks
        return True
    return True


def _busy(file: int) -> str:
    os.lseek(file, 0, os.SEEK_SET)
    process = os.read(file, 20).decode(errors="replace").strip()
    return f"Another build of this site is running (process {process})." if process else "Another build is running."
