"""Notices that a site's files change.

Knows folders and the system's notices. Must never know what a file means or what is done about it.
"""

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread, Timer

from watchfiles import Change, watch

QUIET = 10
"""Milliseconds without a further notice after which a series of changes is taken to be over."""

LONGEST = 400
"""Milliseconds that a series of changes may take."""

MINUTE = 60.0
"""Seconds between two looks at the calendar: at midnight, stories appear that were written for the next day."""

SETTLED = 0.5
"""Seconds after which the system surely tells of changes; one that came before is found by looking once more."""

Folders = Callable[[], tuple[Path, ...]]
Names = frozenset[str] | None
"""What may have changed: paths from the site's root (or inside a folder that is elsewhere), and the folders above what
came or went. None: anything."""


class Watch:
    """Watches a site. `folders` says which folders count now; `root` is watched for its own entries only.

    An editor may replace a file rather than write it, and a folder may not be there yet: so a file is watched through
    its folder, and the folders through the root.
    """

    def __init__(self, root: Path, folders: Folders) -> None:
        self._root = root
        self._folders = folders
        self._notices: SimpleQueue[Names] = SimpleQueue()
        self._watched: tuple[Path, ...] = ()
        self._stop = Event()
        self._start((root,), Event(), recursive=False)

    def changes(self) -> Iterator[Names]:
        """Yield at once, and then whenever something has changed. The folders are looked up again each time.

        A notice says what has changed. Some time after it everything is looked at once more: notices can be lost.
        """
        names: Names = None
        today = date.today()
        while True:
            self._follow()
            yield names
            if names is not None:
                self._again()
            names = frozenset()
            while not names and names is not None:
                names = self._noticed()
                if date.today() != today:
                    names = None
            today = date.today()

    def _noticed(self) -> Names:
        """Wait for a notice, and return what all that are there tell of; nothing if none came."""
        try:
            found = self._notices.get(timeout=MINUTE)
        except Empty:
            return frozenset()
        while not self._notices.empty():
            more = self._notices.get()
            found = None if found is None or more is None else found | more
        return found

    def _follow(self) -> None:
        """Watch other folders if others count now."""
        folders = tuple(folder for folder in self._folders() if folder.is_dir())
        if folders != self._watched:
            self._stop.set()
            self._stop, self._watched = Event(), folders
            self._start(folders, self._stop, recursive=True)

    def _start(self, folders: tuple[Path, ...], stop: Event, *, recursive: bool) -> None:
        if folders:
            Thread(target=self._listen, args=(folders, stop, recursive), daemon=True).start()
            self._again()

    def _again(self) -> None:
        """Have everything looked at once more in a while."""
        again = Timer(SETTLED, self._notices.put, (None,))
        again.daemon = True
        again.start()

    def _listen(self, folders: tuple[Path, ...], stop: Event, recursive: bool) -> None:
        notices = watch(
            *folders,
            watch_filter=None,
            debounce=LONGEST,
            step=QUIET,
            stop_event=stop,
            recursive=recursive,
            raise_interrupt=False,
        )
        for changes in notices:
            self._notices.put(names_of(changes, (self._root, *folders)))


def names_of(changes: Iterable[tuple[Change, str]], roots: Iterable[Path]) -> Names:
    """Return what changes tell of, by paths from the root that each lies in; None where one lies in none of them."""
    above = [f"{root.absolute()}{os.sep}" for root in roots]
    found: set[str] = set()
    for change, path in changes:
        whole = str(Path(path).absolute())
        inside = [whole[len(root) :].replace(os.sep, "/") for root in above if whole.startswith(root)]
        if not inside:
            return None
        found.update(inside)
        if change != Change.modified:
            for name in inside:
                found.update(name[:at] for at, letter in enumerate(name) if letter == "/")
    return frozenset(found)
