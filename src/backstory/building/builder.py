"""A site in a folder, kept up to date.

Knows where a site's folder has what. Must never know the order of work, which is the keeper's.
"""

from pathlib import Path

from backstory.building.keeper import Keeper
from backstory.files.disk import Disk

STATE = ".backstory"


class Builder(Keeper):
    """The site in the folder `root`. `memory` names a file under `.backstory/` that outlives the process."""

    def __init__(
        self, root: Path, *, drafts: bool = False, portable: bool = False, date: str = "", memory: str = ""
    ) -> None:
        chosen = {"drafts": drafts, "portable": portable}
        options = {name: "yes" for name, on in chosen.items() if on}
        super().__init__(Disk(root, date=date, options=options).world(), root / STATE / memory if memory else None)
