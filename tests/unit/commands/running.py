"""Runs the `backstory` command inside a test, and a Builder's stand-in for what it is given."""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

from click.testing import CliRunner, Result

from backstory.building.result import Build
from backstory.commands.cli import cli
from backstory.files.output import Output
from backstory.files.settings import Settings
from backstory.notes import Note, error, warning
from backstory.places import Place

PAGE = b"<!doctype html><html><head><title>x</title></head><body><p>page</p></body></html>"
ERROR = error(Place("content/a.md", 2, 7), "header/bad-date", '"soon" is not a date.', "Write 2021-08-03.")
WARNING = warning(Place("content/a.md", 1), "header/unknown-key", 'There is no key "titel".', 'Did you mean "title"?')
SITE = {"pyproject.toml": '[tool.backstory]\ntitle = "T"\n', "content/a.md": "---\ndate: soon\n---\n"}


def put(root: Path, files: dict[str, str]) -> Path:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--root", str(root)])


def made(*notes: Note, **pages: bytes) -> Build:
    outputs = {path: Output(path, data) for path, data in (pages or {"index.html": PAGE}).items()}
    return Build(outputs, notes, len(outputs), 10, 5, 0.25)


class StandIn:
    """A Builder that has its results ready. `asked` holds the options of the latest one."""

    asked: dict[str, object] = {}  # noqa: RUF012  # a test sets it anew
    remembers = False
    folder = "site"
    engine = SimpleNamespace(ask=lambda question: ())

    def __init__(self, results: list[Build | Exception], root: Path, **options: object) -> None:
        type(self).asked = options
        self.settings = Settings()
        self._results = results

    def close(self) -> None:
        """Nothing is open."""

    def save(self) -> None:
        """Write nothing down."""

    def build(self, only: object = None, *, save: bool = True) -> Build:
        found = self._results.pop(0) if len(self._results) > 1 else self._results[0]
        if isinstance(found, Exception):
            raise found
        return found

    def examine(self) -> tuple[Note, ...]:
        return ()

    def tidy(self) -> None:
        pass

    def why(self, page: str) -> tuple[str, ...]:
        if page != "/a/":
            raise KeyError(f"There is no page {page}.")
        return ("the page /a/ was made again because", "  the file content/a.md changed.")


def stand_in(*results: Build | Exception) -> Callable[..., StandIn]:
    left = list(results)
    return lambda root, **options: StandIn(left, root, **options)
