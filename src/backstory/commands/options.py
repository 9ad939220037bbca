"""Options that several verbs take.

Knows what may be typed. Must never know what comes of it.
"""

import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

FILE, TABLE = "pyproject.toml", "[tool.backstory"
"""What makes a folder a site, as in `files/settings.py`, which takes longer to import."""

NO_SITE = f"There is no site here: no {FILE} with {TABLE}]. To make one: backstory new site DIR"


def site_root(option: Command) -> Command:
    """Add `--root`. The command gets `root`, the site's folder: the one given, or the nearest at or above this one."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        callback=lambda context, option, value: _root(value),
        metavar="DIR",
        help="The site's folder.  [default: this one, or the nearest above it]",
    )(option)


def root_if_asked(option: Command) -> Command:
    """Add `--root` for a verb that may do without a site. `found_root` finds the site when it is needed."""
    return click.option(
        "--root",
        type=click.Path(exists=True, file_okay=False, path_type=Path),
        metavar="DIR",
        help="The site's folder.  [default: this one, or the nearest above it]",
    )(option)


def found_root(given: Path | None) -> Path:
    """Return the site's folder: the one given, or the nearest at or above this one. Says so when there is none."""
    return _root(given)


def drafts(option: Command) -> Command:
    """Add `--drafts`."""
    return click.option("--drafts", is_flag=True, help="Include drafts.")(option)


def portable(option: Command) -> Command:
    """Add `--portable`."""
    words = "Name index.html in links, so that the site can be read from the disk."
    return click.option("--portable", is_flag=True, help=words)(option)


def today(option: Command) -> Command:
    """Add `--date` for a verb that builds. The command gets `date`, as 2021-08-03 or empty."""
    return _date("Build as if today were this day (2021-08-03).")(option)


def dated(option: Command) -> Command:
    """Add `--date` for a new document. The command gets `date`, as 2021-08-03 or empty."""
    return _date("Its date (2021-08-03).  [default: today]")(option)


def language(option: Command) -> Command:
    """Add `--lang` for a new document. The command gets `lang`, as `ru`, `pt-BR` or empty."""
    words = "Its language, where it is not the site's."
    return click.option(
        "--lang", default="", callback=lambda context, option, value: _code(value), metavar="CODE", help=words
    )(option)


def shown_in(option: Command) -> Command:
    """Add `--lang` for a verb that words things for readers. The command gets `lang`, as `ru`, `pt-BR` or empty."""
    words = "The readers' language.  [default: the site's, or English]"
    return click.option(
        "--lang", default="", callback=lambda context, option, value: _code(value), metavar="CODE", help=words
    )(option)


def as_json(option: Command) -> Command:
    """Add `--json`. The command gets `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(option)


def strict(option: Command) -> Command:
    """Add `--strict`."""
    return click.option("--strict", is_flag=True, help="Take warnings for errors.")(option)


def workers(option: Command) -> Command:
    """Add `--workers`. The command gets `workers`: `auto`, a number, or the address of a Dask cluster."""
    words = "Processes that share the work of a large build: a number, or a Dask scheduler (tcp://…).  [default: auto]"
    return click.option(
        "--workers", default="auto", callback=lambda context, option, value: _workers(value), metavar="N", help=words
    )(option)


def _workers(given: str) -> str:
    if given == "auto" or given.startswith(("tcp://", "tls://")) or (given.isdecimal() and 0 < int(given) < 1000):
        return given
    raise click.BadParameter(f'"{given}" is neither a number of processes nor an address such as tcp://host:8786.')


def _date(words: str) -> Callable[[Command], Command]:
    return click.option(
        "--date", default="", callback=lambda context, option, value: _day(value), metavar="DATE", help=words
    )


def _root(given: Path | None) -> Path:
    start = given or Path.cwd()
    found = [start] if given else [start, *start.parents]
    with_file = [folder for folder in found if (folder / FILE).is_file()]
    if not with_file:
        raise click.ClickException(NO_SITE)
    return next((folder for folder in with_file if _has_table(folder / FILE)), with_file[0])


def _has_table(file: Path) -> bool:
    try:
        return TABLE in file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False


def _code(given: str) -> str:
    if given and not re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*", given):
        raise click.BadParameter(f'"{given}" is not a language. Write a code such as ru or pt-BR.')
    return given


def _day(given: str) -> str:
    try:
        return given and date.fromisoformat(given).isoformat()
    except ValueError as problem:
        raise click.BadParameter(f'"{given}" is not a day. Write it as 2021-08-03.') from problem
