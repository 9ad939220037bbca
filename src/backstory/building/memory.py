"""What a site remembers between commands: opening it, and knowing when it is of no use.

Knows the file, and what makes its answers wrong (another Backstory, Python or library). Must never know the answers.
"""

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import backstory
from backstory.building.questions import question
from backstory.engine.keys import CycleError
from backstory.engine.store import SqliteStore, StoreError, unfinished
from backstory.notes import Note, error, warning
from backstory.places import Place

LIBRARIES = (
    "ahocorasick-rs",
    "babel",
    "brotli",
    "icalendar",
    "jinja2",
    "markdown",
    "msgspec",
    "nh3",
    "numpy",
    "pagefind",
    "pillow",
    "pystemmer",
    "python_frontmatter",
    "pyyaml",
    "scipy",
    "vl-convert-python",
)


def maker() -> str:
    """Return what distinguishes programs whose answers may differ: Backstory's code, Python, and the libraries."""
    code = hashlib.blake2b(digest_size=16)
    package = Path(backstory.__file__).parent
    for name, size, changed in sorted(_modules(str(package), "")):
        code.update(f"{name} {size} {changed}\n".encode())
    return f"{sys.version} {code.hexdigest()} {' '.join(_versions())}"


def _modules(folder: str, above: str) -> Iterator[tuple[str, int, int]]:
    """Yield the path, size and time of change of every module below a folder."""
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.name.endswith(".py"):
                found = entry.stat()
                yield f"{above}{entry.name}", found.st_size, found.st_mtime_ns
            elif "." not in entry.name and entry.name != "__pycache__" and entry.is_dir():
                yield from _modules(entry.path, f"{above}{entry.name}/")


def _versions() -> list[str]:
    """Return the names of the libraries' metadata folders, which hold their versions; importlib.metadata is slow."""
    found: set[str] = set()
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder) as entries:
            found.update(entry.name for entry in entries if entry.name.endswith(".dist-info"))
    return sorted(name for name in found if name.lower().partition("-")[0] in LIBRARIES)


def opened(path: Path | None) -> tuple[SqliteStore | None, str]:
    """Open a site's memory, and say in words what was wrong if it had to be begun anew or can't be used.

    A file of another version, or of a first build that was never finished, is begun anew without a word.
    """
    if path is None:
        return None, ""
    path.parent.mkdir(parents=True, exist_ok=True)
    if unfinished(path):
        forget(path)
    try:
        store = SqliteStore(path, question, maker())
        if not store.about.get("half"):
            return store, ""
        store.close()
        trouble = ""
    except StoreError as problem:
        if "locked" in str(problem):
            return None, "It is in use by another command."
        trouble = "" if "another version" in str(problem) else str(problem)
    forget(path)
    try:
        return SqliteStore(path, question, maker()), trouble
    except StoreError as problem:
        return None, str(problem)


def frozen(path: Path) -> SqliteStore:
    """Open a memory that another process has finished writing for now, only to read it. Raises StoreError."""
    return SqliteStore(path, question, maker(), frozen=True)


def forget(path: Path | None) -> None:
    """Remove a site's memory, where there is one."""
    if path is None:
        return
    for suffix in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def unusable(memory: Path | None, trouble: str) -> Note:
    """Return the finding that what was remembered is of no use, and why."""
    sentence = f"What was remembered of earlier builds could not be used: {trouble}"
    place = Place(memory.name if memory else "")
    return warning(place, "state/damaged", sentence, "Nothing is lost: it was built anew.")


def circling(circle: CycleError) -> Note:
    """Return the finding that a question needs its own answer."""
    help = "Break the circle: one of them must go without."
    return error(Place("templates"), "engine/cycle", f"{circle}.", help)
