"""A site in a folder, kept up to date.

Knows where a site's folder has what. Must never know the order of work, which is the keeper's.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from backstory.building.keeper import Keeper
from backstory.files.disk import Disk

if TYPE_CHECKING:
    from backstory.building.crew import Crew

STATE = ".backstory"


class Builder(Keeper):
    """The site in the folder `root`. `memory` names a file under `.backstory/` that outlives the process.

    `workers` says who helps in a large build: `auto`, a number of processes, or a cluster's address (`crew.hired`).
    """

    def __init__(
        self,
        root: Path,
        *,
        drafts: bool = False,
        portable: bool = False,
        date: str = "",
        memory: str = "",
        workers: str = "1",
    ) -> None:
        chosen = {"drafts": drafts, "portable": portable}
        options = {name: "yes" for name, on in chosen.items() if on}

        def hire() -> "Crew | None":
            from backstory.building.crew import Site, hired

            return hired(workers, Site(str(root.absolute()), date, tuple(options.items())))

        world = Disk(root, date=date, options=options).world()
        super().__init__(world, root / STATE / memory if memory else None, hire)
