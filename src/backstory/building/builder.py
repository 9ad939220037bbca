"""A site in a folder, kept up to date.

Knows where a site's folder has what. Must never know the order of work, which is the keeper's.
"""

from pathlib import Path

from backstory.building.keeper import Keeper
from backstory.files.disk import Disk

STATE, SHELF = ".backstory", "pictures"


class Builder(Keeper):
    """The site in the folder `root`. `memory` names a file under `.backstory/` that outlives the process.

    Pictures are made at once (`develop`), or each when somebody asks for it.
    """

    def __init__(
        self,
        root: Path,
        *,
        drafts: bool = False,
        portable: bool = False,
        date: str = "",
        memory: str = "",
        develop: bool = False,
    ) -> None:
        chosen = {"drafts": drafts, "portable": portable}
        options = {name: "yes" for name, on in chosen.items() if on}
        shelf = (root / STATE / SHELF, f"{STATE}/{SHELF}" if develop else "")
        world = Disk(root, date=date, options=options).world()
        super().__init__(world, root / STATE / memory if memory else None, shelf)
