"""`backstory check`: everything that a build would find, without writing.

Knows that nothing is written. Must never know what a finding is about.
"""

from pathlib import Path

import click

from backstory.commands import options
from backstory.commands.terminal import progress, say


@click.command()
@options.site_root
@options.drafts
@options.today
@options.strict
@options.as_json
def check(root: Path, drafts: bool, date: str, strict: bool, as_json: bool) -> None:
    """Look for errors without writing anything. Ends with 1 if there are any."""
    from msgspec.structs import replace

    from backstory.building.builder import Builder
    from backstory.commands.report import Report, print_findings, print_json
    from backstory.commands.words import count, counted, seconds

    with progress("Checking the site"):
        builder = Builder(root, drafts=drafts, date=date)
        found = builder.build()
        found = replace(found, notes=tuple(sorted((*found.notes, *builder.examine()))))
    report = Report(found, strict=strict)
    if as_json:
        print_json(report)
    else:
        print_findings(root, found)
        words = counted(found.errors, found.warnings).capitalize()
        say(f"{words} on {count(found.pages, 'page')}, in {seconds(found.seconds)}.")
    if not report.ok:
        raise SystemExit(1)
