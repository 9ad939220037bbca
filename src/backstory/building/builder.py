"""Brings a site up to date, and can say why.

Knows the order of work: look at the world, ask for the site, gather the findings. Must never know what a page says, and
never writes.
"""

import time
from collections.abc import Mapping
from pathlib import Path

from backstory.building.plan import Maker, output, plan, site
from backstory.building.reasons import why
from backstory.building.result import Build
from backstory.engine.engine import Engine
from backstory.engine.keys import CycleError
from backstory.files.disk import Disk
from backstory.files.settings import Settings
from backstory.library.addresses import addresses
from backstory.library.documents import settings
from backstory.notes import did_you_mean, error
from backstory.places import Place


class Builder:
    """One site, kept up to date: the first build is a clean one, later ones do only what a change reaches."""

    def __init__(self, root: Path, *, drafts: bool = False, portable: bool = False, date: str = "") -> None:
        chosen = {"drafts": drafts, "portable": portable}
        options = {name: "yes" for name, on in chosen.items() if on}
        self.engine = Engine(Disk(root, date=date, options=options).world())

    def build(self) -> Build:
        """Look at the disk again and return the whole site as it is now, with all findings. Never writes."""
        start = time.perf_counter()
        self.engine.refresh()
        try:
            outputs = self.engine.ask(site)
            notes = self.engine.notes()
        except CycleError as circle:
            note = error(
                Place("templates"), "engine/cycle", f"{circle}.", "Break the circle: one of them must go without."
            )
            outputs, notes = {}, (*self.engine.notes(), note)
        pages = sum(path.endswith(".html") for path in outputs)
        seconds = time.perf_counter() - start
        return Build(outputs, notes, pages, len(self.engine), len(self.engine.runs), seconds)

    @property
    def settings(self) -> Settings:
        """The site's settings as they are now."""
        return self.engine.ask(settings)

    def addresses(self) -> dict[str, str]:
        """Return address -> document's path for all published documents."""
        return dict(self.engine.ask(addresses))

    def why(self, page: str) -> tuple[str, ...]:
        """Say in words why a page was last made. Raises KeyError, naming near ones, when there is no such page."""
        known = self.engine.ask(plan)
        path = self._output_path(page, known)
        if path is None:
            raise KeyError(f"There is no page {page}. {did_you_mean(page, known)}".strip())
        return why(self.engine, (output, (path,)))

    def _output_path(self, page: str, known: Mapping[str, Maker]) -> str | None:
        name = page.strip().lstrip("/")
        by_document = {maker.subject: path for path, maker in known.items()}
        tries = (name, f"{name.rstrip('/')}/index.html".lstrip("/"), by_document.get(page.strip(), ""))
        return next((each for each in tries if each in known), None)
