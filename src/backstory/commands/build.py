"""`backstory build`: bring the site up to date and publish it.

Knows the order: lock, build, report, publish. Must never know what a page says.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from backstory.commands import options
from backstory.commands.terminal import progress, say

if TYPE_CHECKING:
    from backstory.building.result import Build
    from backstory.commands.report import Report

MEMORY = "build.db"
"""Where builds keep what the next one need not do again."""
WAITING = "Another build of this site is running; waiting for it."


@click.command()
@options.site_root
@options.drafts
@options.portable
@options.today
@options.strict
@options.as_json
@options.workers
@click.option("--prune-foreign", is_flag=True, help="Remove from the output what Backstory did not write.")
def build(
    root: Path, drafts: bool, portable: bool, date: str, strict: bool, as_json: bool, workers: str, prune_foreign: bool
) -> None:
    """Build the site. With errors the output stays as it was."""
    from backstory.building.builder import Builder
    from backstory.building.result import CrewError
    from backstory.commands.report import print_findings, print_json, summary
    from backstory.files.failures import PublishError
    from backstory.files.lock import only_build

    try:
        with only_build(root, waiting=lambda: say(WAITING, error=True)):
            builder = Builder(
                root,
                drafts=drafts,
                portable=portable,
                date=date,
                memory=MEMORY,
                workers=workers,
                develop=True,
                search=True,
            )
            with progress("Building the site"):
                found = builder.build()
            folder = builder.folder
            report = _publish(root, folder, found, strict=strict, prune_foreign=prune_foreign)
            if report.published and report.published.written:
                builder.tidy()
    except (PublishError, CrewError) as problem:
        if not as_json:
            raise click.ClickException(str(problem)) from problem
        print_json(None, failure=str(problem))
        raise SystemExit(1) from problem
    if as_json:
        print_json(report)
    else:
        print_findings(root, found)
        say(summary(report, folder))
    if not report.ok:
        raise SystemExit(1)


def _publish(root: Path, folder: str, found: "Build", *, strict: bool, prune_foreign: bool) -> "Report":
    from backstory.commands.report import Report, passes
    from backstory.files.publish import finish_last, publish

    finish_last(root, folder)
    if not passes(found, strict=strict):
        return Report(found, strict=strict)
    with progress("Publishing the site"):
        done = publish(root, folder, found.outputs, prune_foreign=prune_foreign)
    return Report(found, done, strict=strict)
