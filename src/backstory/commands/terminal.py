"""The place where a command speaks.

Knows whether a person watches, and whether they like colours. Must never know what is said.
"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import TextIO

import click

from backstory.commands.findings import Lines

PATIENCE = 1.0
"""Seconds before a person who watches is told that work is going on."""


def watched(stream: TextIO) -> bool:
    """Say whether a person reads what is written to a stream."""
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def colourful(stream: TextIO) -> bool:
    """Say whether to write colours; see https://no-color.org."""
    return watched(stream) and not os.environ.get("NO_COLOR")


def say(text: str, *, error: bool = False, newline: bool = True) -> None:
    """Write a text to standard output, or to standard error, with colours where they are wanted."""
    stream = sys.stderr if error else sys.stdout
    click.echo(text, file=stream, nl=newline, color=colourful(stream))


def lines_of(root: Path) -> Lines:
    """Return a reader of the site's files that reads each file once."""
    known: dict[str, list[str]] = {}

    def lines(path: str) -> Sequence[str]:
        if path not in known:
            known[path] = _lines(root, path)
        return known[path]

    return lines


def _lines(root: Path, path: str) -> list[str]:
    from backstory.reading.decoding import decode

    try:
        return decode((root / path).read_bytes(), path)[0].split("\n")
    except OSError:
        return []


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Show on a terminal that work is going on, and for how long, once it has taken a second."""
    if not watched(sys.stderr):
        yield
        return
    shown = _Progress(words)
    timer = Timer(PATIENCE, shown.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        shown.stop()


class _Progress:
    """A spinner with a clock; rich is only imported when it is needed."""

    def __init__(self, words: str) -> None:
        self._words = words
        self._over = False
        self._spinner: object = None

    def start(self) -> None:
        from rich.console import Console
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        spinner = Progress(*columns, console=Console(stderr=True), transient=True, refresh_per_second=4)
        spinner.add_task(self._words, total=None)
        self._spinner = spinner
        if not self._over:
            spinner.start()

    def stop(self) -> None:
        self._over = True
        if self._spinner is not None:
            self._spinner.stop()  # type: ignore[attr-defined]  # rich's type is not named here: that would import it
