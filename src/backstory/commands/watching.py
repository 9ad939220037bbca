"""Notices that a site's files change.

Knows folders and the system's notices. Must never know what a file means or what is done about it.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Event, Thread, Timer

from watchfiles import watch

QUIET = 20
"""Milliseconds without a further notice after which a series of changes is taken to be over."""

LONGEST = 400
"""Milliseconds that a series of changes may take."""

MINUTE = 60.0
"""Seconds between two looks at the calendar: at midnight, stories appear that were written for the next day."""

SETTLED = 0.5
"""Seconds after which the system surely tells of changes; one that came before is found by looking once more."""

Folders = Callable[[], tuple[Path, ...]]


class Watch:
    """Watches a site. `folders` says which folders count now; `root` is watched for its own entries only.

    An editor may replace a file rather than write it, and a folder may not be there yet: so a file is watched through
    its folder, and the folders through the root.
    """

    def __init__(self, root: Path, folders: Folders) -> None:
        self._root = root
        self._folders = folders
        self._notices: SimpleQueue[None] = SimpleQueue()
        self._watched: tuple[Path, ...] = ()
        self._stop = Event()
        self._start((root,), Event(), recursive=False)

    def changes(self) -> Iterator[None]:
        """Yield at once, and then whenever something has changed. The folders are looked up again each time."""
        today = date.today()
        while True:
            self._follow()
            yield
            while not self._noticed() and date.today() == today:
                pass
            today = date.today()

    def _noticed(self) -> bool:
        """Wait for a notice, and take all that are there."""
        try:
            self._notices.get(timeout=MINUTE)
        except Empty:
            return False
        while not self._notices.empty():
            self._notices.get()
        return True

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
        for _ in notices:
            self._notices.put(None)
