"""The same archive as several generators want it, and the commands that build it.

Knows where a generator keeps what an edit touches. Must never know what is measured.
"""

import shutil
import sys
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path

from msgspec import Struct

from backstory import __version__

TODAY = "2026-01-15"
"""The day on which all builds take place, so that a result doesn't depend on the day of the run."""

BACKSTORY = (sys.executable, "-c", "from backstory.commands.cli import main; main()")


class Site(Struct, frozen=True):
    """A generator with its copy of the archive. Paths are relative to `root`.

    `template` is a piece of every page. `related` is where related lists are switched: a file, the text for on, and for
    off. `state` is what a clean build must not find. `convert` turns a story as Backstory has it into the generator's.
    `reports` says whether the command prints what it did as JSON.
    """

    name: str
    version: str
    root: Path
    command: tuple[str, ...]
    template: str
    related: tuple[str, str, str]
    state: tuple[str, ...]
    convert: Callable[[str], str]
    output: str
    articles: str = "content/articles"
    reports: bool = False

    def story(self, name: str) -> Path:
        """Return a story's source, by its slug."""
        return self.root / self.articles / f"{name}.md"

    def page(self, name: str) -> Path:
        """Return a story's page, by its slug."""
        return self.root / self.output / "articles" / name / "index.html"

    def forget(self) -> None:
        """Remove what earlier builds left."""
        for folder in self.state:
            shutil.rmtree(self.root / folder, ignore_errors=True)

    def show_related(self, on: bool) -> None:
        """Switch related lists on or off."""
        path, *texts = self.related
        wanted, other = texts if on else texts[::-1]
        replace(self.root / path, other, wanted)


def replace(path: Path, old: str, new: str) -> None:
    """Replace a text in a file that has either the old or the new one. Raises ValueError if it has neither."""
    text = path.read_text(encoding="utf-8")
    if new in text:
        return
    if old not in text:
        raise ValueError(f"{path.name} has no {old!r}")
    path.write_text(text.replace(old, new), encoding="utf-8")


def backstory_site(root: Path) -> Site:
    """Make an archive that `write` wrote ready: with a template of its own, and a switch for related lists."""
    footer = root / "templates/partials/footer.html"
    footer.parent.mkdir(parents=True, exist_ok=True)
    footer.write_text((files("backstory") / "theme/templates/partials/footer.html").read_text(encoding="utf-8"))
    with (root / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write("\n[tool.backstory.related]\ncount = 4\n")
    return Site(
        name="Backstory",
        version=__version__,
        root=root,
        command=(*BACKSTORY, "build", "--json", "--root", str(root), "--date", TODAY),
        template="templates/partials/footer.html",
        related=("pyproject.toml", "count = 4", "count = 0"),
        state=("site", ".backstory"),
        convert=str,
        output="site",
        reports=True,
    )
