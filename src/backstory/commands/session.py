"""One run of `serve`: watch, build, tell the terminal, tell the browsers.

Knows the order of that. Must never know sockets, or what is in a page.
"""

import gc
import time
from importlib.resources import files
from pathlib import Path

from backstory.building.builder import Builder
from backstory.commands.preview import Preview, Progress
from backstory.commands.report import print_findings
from backstory.commands.server import Reload
from backstory.commands.terminal import progress, say
from backstory.commands.watching import Watch
from backstory.commands.words import count, counted, seconds
from backstory.files.lock import held
from backstory.notes import Note

MEMORY = "serve.db"
"""Where `serve` keeps what the next one need not do again."""


class Session:
    """A site being served. `ready` and `work` are called by the server, `work` in a thread of its own."""

    def __init__(self, root: Path, *, drafts: bool, date: str, open_browser: bool, search: bool = False) -> None:
        self._root = root
        self._options = {"drafts": drafts, "date": date, "search": search}
        self._open_browser = open_browser
        self._address = ""
        self._notes: tuple[Note, ...] = ()
        self._memory = MEMORY if held(root, f"{MEMORY}.lock") else ""
        self.preview = Preview(root, self._new_builder, self._desk)

    def ready(self, host: str, wanted: int, taken: int) -> None:
        """Say where the site is."""
        shown = "127.0.0.1" if host in ("0.0.0.0", "") else f"[{host}]" if ":" in host else host
        self._address = f"http://{shown}:{taken}/"
        if taken != wanted:
            say(f"Port {wanted} is taken.")
        say(f"Serving on {self._address} until you press Ctrl-C. The editor's desk: {self._address}_desk/")

    def work(self, reload: Reload) -> None:
        """Build, and build again at every change, for as long as the process lives."""
        watch = Watch(self._root, self._folders)
        for turn, only in enumerate(watch.changes()):
            if turn:
                done = self.preview.rebuild(only)
            else:
                with progress("Building the site"):
                    done = self.preview.rebuild()
            if done.visible:
                reload()
            self._tell(done, first=not turn)
            self.preview.keep()
            if not turn:  # what the first build made stays: nobody need look through it for what can be thrown away
                gc.collect()
                gc.freeze()

    def _new_builder(self) -> Builder:
        drafts, search, date = (self._options[name] for name in ("drafts", "search", "date"))
        self._builder = Builder(
            self._root, drafts=bool(drafts), search=bool(search), date=str(date), memory=self._memory, workers="auto"
        )
        return self._builder

    def _desk(self) -> bytes:
        """Return the editor's desk. What it asks is asked for the first time here: most sessions never need it."""
        from backstory.commands.desk import desk_page
        from backstory.library.graph import graph

        return desk_page(self._builder.look(graph))

    def _folders(self) -> tuple[Path, ...]:
        """Return what a build reads: the site's own folders, and the theme for those who work on it."""
        settings = self._builder.settings
        own = (self._root / settings.content, self._root / settings.templates)
        return (*own, Path(str(files("backstory"))) / "theme")

    def _tell(self, done: Progress, *, first: bool) -> None:
        """Print what a rebuild came to, if there is something new in it."""
        if done.build is None:
            if done.news:
                say(f"{done.failure} Serving goes on.", error=True)
            return
        build, before = done.build, self._notes
        self._notes = build.notes
        if build.notes != before:
            print_findings(self._root, build)
        if first:
            say(f"{count(build.pages, 'page')} in {seconds(build.seconds)}, {_found(build.notes)}.")
            self._show()
        elif done.visible or build.notes != before:
            what = "" if build.errors else f"{count(len(done.changed), 'file')} changed in {seconds(build.seconds)}, "
            say(f"{time.strftime('%H:%M:%S')}  {what}{_found(build.notes)}.")

    def _show(self) -> None:
        if self._open_browser:
            import webbrowser

            webbrowser.open(self._address)


def _found(notes: tuple[Note, ...]) -> str:
    errors = sum(note.severity == "error" for note in notes)
    return counted(errors, len(notes) - errors)
