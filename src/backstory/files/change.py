"""What must happen to an output folder for it to hold a site's outputs.

Knows digests and what stands in the folder today. Must never touch the disk, but to read a stranger's file.
"""

from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from backstory.files.failures import PublishError
from backstory.files.manifest import Written
from backstory.files.output import Output, digest_of_file
from backstory.files.outputpaths import folders_of
from backstory.files.survey import Survey, stamp


class Change(Struct, frozen=True):
    """The difference between an output folder and the outputs. All paths are relative to the folder, and in order.

    `kept` are Backstory's files that already hold what they should. `foreign` is not Backstory's and stays; an empty
    folder ends with a slash. `aside` is not Backstory's, or no longer as Backstory wrote it, and its place is needed.
    """

    digests: dict[str, str]
    kept: dict[str, Written]
    written: tuple[str, ...]
    removed: tuple[str, ...]
    foreign: tuple[str, ...]
    aside: tuple[str, ...]

    @property
    def empty(self) -> bool:
        """Whether the folder is as it should be."""
        return not self.written and not self.removed


def difference(site: str, seen: Survey, outputs: Mapping[str, Output], *, prune: bool) -> Change:
    """Hold the outputs against what was seen in `site`. `prune` removes what is not Backstory's.

    Raises PublishError when something that must stay is in an output's way.
    """
    digests = {path: output.digest for path, output in outputs.items()}
    intact = seen.intact | _alike(site, seen.strange, digests)
    kept = {path: file for path, file in intact.items() if digests.get(path) == file.digest}
    strange = [path for path in seen.strange if path not in kept]
    foreign = [] if prune else _staying(strange, outputs)
    gone = [path for path in (*seen.intact, *seen.altered) if path not in outputs]
    return Change(
        digests,
        kept,
        written=tuple(path for path in outputs if path not in kept),
        removed=tuple(sorted(gone + [path for path in strange if prune and path not in outputs])),
        foreign=tuple(foreign),
        aside=() if prune else tuple(sorted({*seen.altered, *outputs.keys() & strange})),
    )


def _alike(site: str, strange: tuple[str, ...], digests: dict[str, str]) -> dict[str, Written]:
    """Return the strangers that hold what an output should hold: they are as good as Backstory's own."""
    found: dict[str, Written] = {}
    for path in strange:
        file = Path(site, path)
        if path in digests and file.is_file() and not file.is_symlink() and digest_of_file(str(file)) == digests[path]:
            found[path] = Written(digests[path], file.stat().st_size, stamp(str(file)))
    return found


def _staying(strange: list[str], outputs: Mapping[str, Output]) -> list[str]:
    if not strange:
        return []
    folders = {folder for path in outputs for folder in folders_of(path)}
    staying: list[str] = []
    for path in strange:
        if path in outputs or (path.endswith("/") and path[:-1] in folders):
            continue
        over = next((folder for folder in folders_of(path) if folder in outputs), None)
        if over or path in folders or path.rstrip("/") in outputs:
            help = "Move it away, or let Backstory remove it: backstory build --prune-foreign"
            raise PublishError(f'"{over or path}" in the output folder is not Backstory\'s, and in the way.', help)
        staying.append(path)
    return staying
