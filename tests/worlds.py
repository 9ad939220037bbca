"""Sites that live in a dictionary: what the pure heart of Backstory needs of a disk, without one."""

import hashlib
import io
from collections.abc import Collection, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import backstory
from backstory.building.keeper import Keeper
from backstory.building.result import Output
from backstory.engine.engine import Engine
from backstory.engine.keys import Answer, Input, Query
from backstory.files import inputs
from backstory.files.output import LaterOutput, digest_of
from backstory.files.pictures.facts import Facts
from backstory.files.pictures.looking import look
from backstory.notes import Note

THEME = Path(backstory.__file__).parent / "theme"
SETTINGS = '[tool.backstory]\ntitle = "Test site"\n'


class World:
    """Answers the input questions from `files` (path -> text or bytes), a fixed day and fixed options."""

    def __init__(self, files: Mapping[str, str | bytes], today: str = "2026-01-01", **options: str) -> None:
        self.files: dict[str, bytes] = {}
        self.put({"pyproject.toml": SETTINGS, **files})
        self.today = today
        self.history: dict[str, tuple[tuple[str, str], ...]] = {}
        self.options = tuple(sorted(options.items()))

    def put(self, files: Mapping[str, str | bytes]) -> None:
        """Write files."""
        self.files |= {path: text.encode() if isinstance(text, str) else text for path, text in files.items()}

    def answers(self) -> dict[Input[Any, Any], Answer]:
        """Return the answers to every input question."""
        return {
            inputs.source_file: Answer(self.files.get),
            inputs.fingerprint: Answer(self._print),
            inputs.picture_file: Answer(self._facts),
            inputs.listing: Answer(self._listing),
            inputs.theme_file: Answer(theme_file),
            inputs.theme_listing: Answer(theme_listing),
            inputs.history: Answer(lambda path: self.history.get(path, ())),
            inputs.today: Answer(lambda zone: self.today),
            inputs.choices: Answer(lambda: self.options),
        }

    def _listing(self, folder: str) -> tuple[str, ...]:
        return tuple(sorted(path for path in self.files if path.startswith(folder + "/")))

    def _facts(self, path: str) -> Facts:
        return look(io.BytesIO(self.files[path])) if path in self.files else Facts(trouble="gone")

    def _print(self, path: str) -> str:
        return hashlib.blake2b(self.files[path], digest_size=16).hexdigest() if path in self.files else ""

    def engine(self) -> Engine:
        """Return a new engine for this world."""
        return Engine(self.answers())

    def keeper(self, memory: Path | None = None) -> Keeper:
        """Return a new keeper of the site in this world."""
        return Keeper(self.answers(), memory)


@lru_cache
def theme_file(path: str) -> bytes | None:
    file = THEME / path
    return file.read_bytes() if file.is_file() else None


@lru_cache
def theme_listing() -> tuple[str, ...]:
    return tuple(sorted(each.relative_to(THEME).as_posix() for each in THEME.rglob("*") if each.is_file()))


Site = dict[str, str]
"""Output path -> text, or `copy of …` and the file's digest for a copy."""


def built(keeper: Keeper, only: Collection[str] | None = None) -> tuple[Site, tuple[Note, ...]]:
    """Return a site's files and findings, up to date; `only` names what may have changed."""
    build = keeper.build(only)
    return {path: text_of(each) for path, each in build.outputs.items()}, build.notes


def text_of(output: Output) -> str:
    """Return what is in an output; of a picture, its digest; of a card its name, which stands for its words."""
    if output.path.startswith("assets/cards/"):
        return f"card {output.print}"
    if isinstance(output, LaterOutput) and output.slow:
        return f"picture {digest_of(output.contents())}"
    return f"copy of {output.copy_of} {output.print}" if output.copy_of else output.contents().decode()


def clean(world: World) -> tuple[Site, tuple[Note, ...]]:
    """Return the files and findings of a clean build."""
    return built(world.keeper())


def pages(files: Mapping[str, str | bytes], **options: str) -> dict[str, str]:
    """Return output path -> text of a clean build of a site given as files."""
    outputs, _ = clean(World(files, **options))
    return {path: text for path, text in outputs.items() if not text.startswith("copy of ")}


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
