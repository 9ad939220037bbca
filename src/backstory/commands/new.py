"""`backstory new`: a new site, or a new document in its right folder.

Knows folders, names and skeletons. Must never overwrite anything, nor know what a skeleton says.
"""

import json
import re
import shlex
from datetime import date as Day
from pathlib import Path
from string import Template

import click

from backstory.commands import options, scaffolds
from backstory.commands.terminal import say

FOLDERS = {
    "article": "articles",
    "timeline": "timelines",
    "topic": "topics",
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "term": "terms",
    "question": "questions",
    "figure": "figures",
    "author": "authors",
    "page": "pages",
}
"""The folder of each kind; a test holds it against the reading floor's table, which takes longer to import."""

PLAIN = re.compile(r"[^\W\d_][\w ,.()’“”–—?!/-]*(?<![ ,])")
"""Words that YAML takes for words without quotation marks."""

MEANING = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


@click.group(short_help="Make a new site or a new document.")
def new() -> None:
    """Make a new site, or a new document of some kind.

    For example: backstory new article "Why the bridge closed"
    """


@new.command()
@click.argument("folder", type=click.Path(path_type=Path), metavar="DIR")
def site(folder: Path) -> None:
    """Make a new site in DIR, with a small start to write over."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise click.ClickException(f"{folder} is there already and is not empty. Name a new folder.")
    try:
        for path, text in scaffolds.site_files().items():
            _write(folder / path, text)
    except OSError as problem:
        raise click.ClickException(f"{folder} could not be written: {problem.strerror}.") from problem
    say(f"Made a site in {folder}. To see it:\n\n  cd {shlex.quote(str(folder))}\n  python build.py serve")


def _kind_command(kind: str) -> click.Command:
    @click.command(kind, help=f"Make a new {kind} called TITLE.")
    @click.argument("title")
    @options.site_root
    @options.language
    @options.dated
    def command(title: str, root: Path, lang: str, date: str) -> None:
        make(root, kind, title, lang=lang, date=date)

    return command


for _kind in FOLDERS:
    new.add_command(_kind_command(_kind))


def make(root: Path, kind: str, title: str, *, lang: str = "", date: str = "") -> None:
    """Write a document's skeleton and print its path. Raises ClickException when there is such a file already."""
    from backstory.files.settings import FILE, read_settings
    from backstory.reading.slugs import slugify

    title = " ".join(title.split())
    if not title:
        raise click.BadParameter("Give it a title.", param_hint="TITLE")
    settings, _ = read_settings((root / FILE).read_bytes())
    folders = [settings.content, FOLDERS[kind], *([lang] if lang not in ("", settings.language) else [])]
    path = Path(*folders, f"{slugify(title)}.md")
    try:
        _write(root / path, skeleton(kind, title, lang=lang, date=date))
    except FileExistsError as problem:
        raise click.ClickException(f"{path.as_posix()} is there already. Give it another title.") from problem
    except OSError as problem:
        raise click.ClickException(f"{path.as_posix()} could not be written: {problem.strerror}.") from problem
    say(path.as_posix())


def skeleton(kind: str, title: str, *, lang: str = "", date: str = "") -> str:
    """Return the text of a new document."""
    values = {"title": as_yaml(title), "date": date or Day.today().isoformat()}
    text = Template(scaffolds.kind(kind)).substitute(values)
    return text.replace("\ndraft: true\n", f"\nlang: {lang}\ndraft: true\n", 1) if lang else text


def as_yaml(words: str) -> str:
    """Return words as a YAML value: as they are where nothing can go wrong, else in quotation marks."""
    if PLAIN.fullmatch(words) and words.lower() not in MEANING:
        return words
    return json.dumps(words, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)
