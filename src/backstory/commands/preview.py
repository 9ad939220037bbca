"""A site as it is being written: the last good build, what is wrong since, and the answer to each request.

Knows addresses, outputs and findings, and the editor's desk beside them. Must never know sockets, threads or
the disk's notices.
"""

import mimetypes
import traceback
from collections.abc import Callable, Collection, Mapping
from pathlib import Path
from typing import Protocol

from msgspec import Struct

from backstory.building.result import Build, Output
from backstory.commands.desk import ADDRESS as DESK
from backstory.commands.desk import failed_page
from backstory.commands.troubles import error_page, missing_page, overlay, waiting_page
from backstory.files.output import LaterOutput
from backstory.notes import Note

TYPES = {
    ".avif": "image/avif",
    ".ics": "text/calendar",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Types that not every system knows."""

TEXTUAL = ("text/", "application/json", "application/xml", "application/manifest+json", "image/svg+xml")


class Builds(Protocol):
    """Whatever brings a site up to date; the Builder does."""

    def build(self, only: Collection[str] | None = None, *, save: bool = True) -> Build:
        """Return the site as it is now; `only` names what may have changed."""

    def save(self) -> None:
        """Write down what was not written down yet."""

    def close(self) -> None:
        """Let go of what is open."""


class Response(Struct, frozen=True):
    """An answer to a browser. `location` is where to go instead, if not empty."""

    status: int
    type: str
    body: bytes
    location: str = ""


class Progress(Struct, frozen=True):
    """What a rebuild changed: the outputs that differ now, and whether the report of troubles does (`news`).

    `build` is None where Backstory itself failed; `failure` says how.
    """

    changed: tuple[str, ...]
    news: bool
    build: Build | None
    failure: str = ""

    @property
    def visible(self) -> bool:
        """Whether a browser shows something else now."""
        return bool(self.changed) or self.news


class Preview:
    """The site that `serve` shows. One thread calls `rebuild`; another may call `respond` at any time.

    `generation` grows with every change that a browser would show.
    """

    def __init__(self, root: Path, make: Callable[[], Builds], desk: Callable[[], bytes] | None = None) -> None:
        self._root = root
        self._desk = desk
        self._make = make
        self._builder = make()
        self._good: Mapping[str, Output] | None = None
        self._troubles: tuple[tuple[Note, ...], str] = ((), "")
        self._started = False
        self.generation = 0

    def rebuild(self, only: Collection[str] | None = None) -> Progress:
        """Bring the site up to date; `only` names what may have changed.

        Errors, and even a fault in Backstory, leave the last good build to be shown.
        """
        done = self._rebuilt(only)
        self.generation += done.visible
        return done

    def keep(self) -> None:
        """Write down what was found out; it is not urgent."""
        self._builder.save()

    def _rebuilt(self, only: Collection[str] | None) -> Progress:
        try:
            return self._take(self._builder.build(only, save=False))
        except Exception as problem:
            self._builder.close()
            self._builder = self._make()  # what the other one holds may be half done
            failure = f"Backstory itself has failed ({type(problem).__name__}: {problem})."
            news = self._report((), failure)
            if news:
                traceback.print_exc()
            return Progress((), news, None, failure)

    def _take(self, build: Build) -> Progress:
        """Keep a good build to be shown, and of any other what is wrong."""
        news = self._report(build.notes if build.errors else (), "")
        if build.errors:
            return Progress((), news, build)
        before, self._good = self._good, build.outputs
        return Progress(_differing(before or {}, self._good), news, build)

    def respond(self, path: str) -> Response:
        """Answer a request for a path, decoded and with its slash, as a static host would."""
        good = self._good
        if good is None:
            return self._nothing_yet()
        if self._desk and path in (DESK, DESK.rstrip("/")):
            return Response(200, media_type(".html"), self._at_desk(self._desk))
        name = path.lstrip("/")
        if name.endswith("/") or not name:
            name += "index.html"
        elif name not in good and f"{name}/index.html" in good:
            return Response(301, "text/html", b"", f"/{name}/")
        if name in good and (data := self._data(good[name])) is not None:
            return Response(200, media_type(name), self._with_troubles(name, data))
        own = good.get("404.html")
        data = own.contents() if own else missing_page(path)
        return Response(404, media_type("404.html"), self._with_troubles("404.html", data))

    def _at_desk(self, page: Callable[[], bytes]) -> bytes:
        try:
            return page()
        except Exception as problem:  # the preview goes on, whatever is wrong with what nobody publishes
            return failed_page(f"There is no desk to show ({type(problem).__name__}: {problem}).")

    def _report(self, notes: tuple[Note, ...], failure: str) -> bool:
        """Keep what is wrong, and say whether it is something else than before."""
        before, self._troubles = self._troubles, (notes, failure)
        first, self._started = not self._started, True
        return first or before != self._troubles

    def _nothing_yet(self) -> Response:
        if self._started:
            return Response(500, media_type(".html"), error_page(*self._troubles))
        return Response(503, media_type(".html"), waiting_page())

    def _data(self, output: Output) -> bytes | None:
        if isinstance(output, LaterOutput) and output.slow:
            return output.contents() or None
        if not output.copy_of:
            return output.contents()
        try:
            return (self._root / output.copy_of).read_bytes()
        except OSError:  # it was deleted a moment ago
            return None

    def _with_troubles(self, name: str, data: bytes) -> bytes:
        if not name.endswith(".html") or self._troubles == ((), ""):
            return data
        end = data.rfind(b"</body>")
        if end < 0:
            return error_page(*self._troubles)
        return data[:end] + overlay(*self._troubles) + data[end:]


def media_type(name: str) -> str:
    """Return the Content-Type of a file by its name, with its character set."""
    ending = name[name.rfind(".") :].lower() if "." in name else ""
    found = TYPES.get(ending) or mimetypes.guess_type(f"x{ending}")[0] or "application/octet-stream"
    return f"{found}; charset=utf-8" if found.startswith(TEXTUAL) else found


def _differing(before: Mapping[str, Output], now: Mapping[str, Output]) -> tuple[str, ...]:
    others = [path for path in before.keys() | now.keys() if before.get(path) is not now.get(path)]
    return tuple(sorted(path for path in others if _print(before, path) != _print(now, path)))


def _print(outputs: Mapping[str, Output], path: str) -> tuple[str, str] | None:
    found = outputs.get(path)
    return (found.copy_of, found.digest) if found else None
