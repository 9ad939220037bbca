"""`backstory why PAGE`: why a page was last made.

Knows the ways to name a page. Must never know how causes are found.
"""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from backstory.commands import options
from backstory.commands.build import MEMORY, WAITING
from backstory.commands.terminal import progress, say


@click.command()
@click.argument("page")
@options.site_root
@options.drafts
@options.portable
@options.today
@options.as_json
def why(page: str, root: Path, drafts: bool, portable: bool, date: str, as_json: bool) -> None:
    """Say why PAGE was last made. PAGE is an address, a file of the site, or a document."""
    from backstory.building.builder import Builder
    from backstory.files.failures import PublishError
    from backstory.files.lock import only_build

    try:
        with only_build(root, waiting=lambda: say(WAITING, error=True)):  # both open what the site remembers
            builder = Builder(root, drafts=drafts, portable=portable, date=date, memory=MEMORY)
            if not builder.remembers:
                with progress("Reading the site"):
                    builder.build()
            lines = builder.why(page_name(page, root, builder.folder))
    except PublishError as problem:
        raise click.ClickException(str(problem)) from problem
    except KeyError as problem:
        raise click.ClickException(" ".join(str(part) for part in problem.args)) from problem
    if as_json:
        import json

        say(json.dumps({"page": page, "why": list(lines)}, ensure_ascii=False, indent=2))
    else:
        say("\n".join(lines))


def page_name(given: str, root: Path, folder: str) -> str:
    """Return a page as the builder knows it: an address, or a file's path from the site's root.

    People paste whole addresses from a browser, and paths as their shell completes them, from where they stand.
    """
    if "://" in given:
        return unquote(urlsplit(given).path) or "/"
    if Path(given).exists():
        inside = Path(os.path.relpath(Path(given).resolve(), root.resolve())).as_posix()
        given = given if inside.startswith("..") else inside
    path = given.removeprefix("./")
    return path.removeprefix(f"{folder}/") or "/"
