"""A site in a folder, kept up to date.

Knows where a site's folder has what. Must never know the order of work, which is the keeper's.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from backstory.building.keeper import Keeper
from backstory.files.disk import Disk

if TYPE_CHECKING:
    from backstory.building.crew import Crew
    from backstory.building.indexing import Indexing

STATE, SHELF, SEARCH = ".backstory", "pictures", "search"


class Builder(Keeper):
    """The site in the folder `root`. `memory` names a file under `.backstory/` that outlives the process.

    With `search` the search is made ready. Pictures are made at once (`develop`), or each when somebody asks for it.
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
        develop: bool = False,
        workers: str = "1",
        search: bool = False,
    ) -> None:
        chosen = {"drafts": drafts, "portable": portable, "search": search}
        options = {name: "yes" for name, on in chosen.items() if on}

        def hire() -> "Crew | None":
            from backstory.building.crew import Site, hired

            return hired(workers, Site(str(root.absolute()), date, tuple(options.items())))

        def indexing() -> "Indexing":
            from backstory.building.indexing import Indexing

            return Indexing(root / STATE / SEARCH, f"{STATE}/{SEARCH}")

        world = Disk(root, date=date, options=options).world()
        shelf = (root / STATE / SHELF, f"{STATE}/{SHELF}" if develop else "")
        super().__init__(world, root / STATE / memory if memory else None, hire, shelf, indexing if search else None)
