"""Sites that live in a dictionary: what the pure heart of Backstory needs of a disk, without one."""

import hashlib
from collections.abc import Callable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import backstory
from backstory.building.plan import site
from backstory.building.result import Output
from backstory.engine.engine import Engine
from backstory.engine.keys import Input, Query
from backstory.files import inputs
from backstory.notes import Note

THEME = Path(backstory.__file__).parent / "theme"
SETTINGS = '[tool.backstory]\ntitle = "Test site"\n'


class World:
    """Answers the input questions from `files` (path -> text or bytes), a fixed day and fixed options."""

    def __init__(self, files: Mapping[str, str | bytes], today: str = "2026-01-01", **options: str) -> None:
        self.files: dict[str, bytes] = {}
        self.put({"pyproject.toml": SETTINGS, **files})
        self.today = today
        self.options = tuple(sorted(options.items()))

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Write files."""
        self.files |= {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}

    def answers(self) -> dict[Input[Any, Any], Callable[..., Any]]:
        """Return the answers to every input question."""
        return {
            inputs.source_file: self.files.get,
            inputs.fingerprint: self._print,
            inputs.listing: lambda folder: tuple(sorted(path for path in self.files if path.startswith(folder + "/"))),
            inputs.theme_file: theme_file,
            inputs.theme_listing: theme_listing,
            inputs.today: lambda zone: self.today,
            inputs.choices: lambda: self.options,
        }

    def _print(self, path: str) -> str:
        return hashlib.blake2b(self.files[path], digest_size=16).hexdigest() if path in self.files else ""

    def engine(self) -> Engine:
        """Return a new engine for this world."""
        return Engine(self.answers())


@lru_cache
def theme_file(path: str) -> bytes | None:
    file = THEME / path
    return file.read_bytes() if file.is_file() else None


@lru_cache
def theme_listing() -> tuple[str, ...]:
    return tuple(sorted(each.relative_to(THEME).as_posix() for each in THEME.rglob("*") if each.is_file()))


def built(engine: Engine) -> tuple[dict[str, Output], tuple[Note, ...]]:
    """Return a site's outputs and findings, up to date."""
    engine.refresh()
    return engine.ask(site), engine.notes()


def clean(world: World) -> tuple[dict[str, Output], tuple[Note, ...]]:
    """Return the outputs and findings of a clean build."""
    return built(world.engine())


def pages(files: Mapping[str, str | bytes], **options: str) -> dict[str, str]:
    """Return output path -> text of a clean build of a site given as files."""
    outputs, _ = clean(World(files, **options))
    return {path: each.data.decode() for path, each in outputs.items() if not each.copy_of}


def codes(files: Mapping[str, str | bytes]) -> list[str]:
    """Return the note codes of a clean build of a site given as files, in order of place."""
    return [note.code for note in clean(World(files))[1]]


def asked(files: Mapping[str, str | bytes], query: Query[..., Any], *args: object, **options: str) -> Any:
    """Return a query's answer about a site given as files."""
    return World(files, **options).engine().ask(query, *args)


def noted(files: Mapping[str, str | bytes], query: Query[..., Any], *args: object, **options: str) -> list[str]:
    """Return the codes of what a query, and all that it reads, finds wrong."""
    engine = World(files, **options).engine()
    engine.ask(query, *args)
    return [note.code for note in engine.notes()]


def article(header: str = "", text: str = "Text.\n", title: str = "A") -> str:
    """Return an article's file with a date and some more lines of header."""
    return f"---\ntitle: {title}\ndate: 2021-08-03\n{header}{chr(10) if header else ''}---\n{text}"
