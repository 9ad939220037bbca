"""Files packed beside themselves (`index.html.gz`, `index.html.br`), for hosts that send those to browsers.

Knows compression. Must never know what is in a file. The same bytes are always packed to the same bytes.
"""

import gzip
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final

from backstory.building.spool import Spool
from backstory.files.output import LaterOutput, Output, digest_of

TEXTS: Final = (".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".ics", ".csv", ".webmanifest")
"""Endings of files that packing makes much smaller."""

LEAST: Final = 1024
"""Bytes below which a packed file saves no packet on the way."""


class Packing:
    """Packs files, and remembers what came of it. `load` returns a file's bytes by its path from the site's root."""

    def __init__(self, load: Callable[[str], bytes | None]) -> None:
        self._load = load
        self._spool = Spool()
        self.known: dict[str, tuple[str, str]] = {}
        """Path of a packed file -> digests of its original and of itself, the latter empty where it is not worth it."""
        self.news = False
        """Whether that is something else than before the last time."""

    def remember(self, known: Mapping[str, Any]) -> None:
        """Take over what an earlier command knew."""
        self.known = {path: (each[0], each[1]) for path, each in known.items()}

    def outputs(self, outputs: Mapping[str, Output], forms: tuple[str, ...]) -> dict[str, Output]:
        """Return the packed files of all texts among some outputs, by path."""
        before, self.known = self.known, {}
        found: dict[str, Output] = {}
        for original, output in outputs.items():
            for form in forms if original.endswith(TEXTS) else ():
                path = f"{original}.{form}"
                known = before.get(path, ("", ""))
                self.known[path] = known if known[0] == output.digest else (output.digest, self._pack(path, output))
                if digest := self.known[path][1]:
                    found[path] = LaterOutput(path, print=digest, later=partial(self._again, original=output))
        self.news = self.known != before
        return found

    def _pack(self, path: str, output: Output) -> str:
        """Pack a file and return the digest of the result, or nothing where it is not worth it."""
        data = self._bytes(output)
        if len(data) < LEAST:
            return ""
        made = packed(data, path.rpartition(".")[2])
        self._spool.put(path, made)
        return digest_of(made)

    def _again(self, path: str, digest: str, original: Output) -> bytes:
        held = self._spool.get(path)
        return packed(self._bytes(original), path.rpartition(".")[2]) if held is None else held

    def _bytes(self, output: Output) -> bytes:
        return (self._load(output.copy_of) or b"") if output.copy_of else output.contents()


def packed(data: bytes, form: str) -> bytes:
    """Return bytes packed as `gz` or `br`, as small as can be: it is done once, and read many times."""
    if form == "gz":
        return gzip.compress(data, 9, mtime=0)
    import brotli

    made: bytes = brotli.compress(data, mode=brotli.MODE_TEXT, quality=11)
    return made
