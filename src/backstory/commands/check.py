"""`backstory check`: everything that a build would find, without writing.

Knows that nothing is written. Must never know what a finding is about.
"""

from pathlib import Path

import click

from backstory.commands import options
from backstory.commands.terminal import progress, say

CHECKS = "check.db"
"""Where checks keep what the next one need not do again."""


@click.command()
@options.site_root
@options.drafts
@options.today
@options.strict
@options.as_json
@click.option("--review", "to_review", is_flag=True, help="List what is due for another look, instead.")
@click.option("--calendar", default="", metavar="FILE", help="With --review: write the list as a calendar, too.")
@click.option("--translations", "tongues", is_flag=True, help="List what is not translated, instead.")
@click.option("--external", "outside", is_flag=True, help="Look at addresses elsewhere, politely, instead.")
@click.option("--most", default=500, show_default=True, metavar="N", help="With --external: how many to ask at most.")
@click.option(
    "--pause", default=1.0, show_default=True, metavar="SECONDS", help="With --external: between two of a host."
)
def check(
    root: Path,
    drafts: bool,
    date: str,
    strict: bool,
    as_json: bool,
    to_review: bool,
    calendar: str,
    tongues: bool,
    outside: bool,
    most: int,
    pause: float,
) -> None:
    """Look for errors without writing anything. Ends with 1 if there are any."""
    if to_review:
        from backstory.commands.reviewing import review

        review(root, drafts, date, as_json, calendar)
        return
    if tongues:
        from backstory.commands.translating import translating

        translating(root, drafts, date, as_json)
        return
    if outside:
        from backstory.commands.external import external

        external(root, drafts, as_json, most, pause)
        return
    from msgspec.structs import replace

    from backstory.building.builder import STATE, Builder
    from backstory.commands.report import Report, print_findings, print_json
    from backstory.commands.translating import NAMED, told
    from backstory.commands.words import count, counted, seconds
    from backstory.files.lock import held
    from backstory.library.untranslated import untranslated

    built = (root / STATE).is_dir()  # a site that was never built is not written to
    memory = CHECKS if built and held(root, f"{CHECKS}.lock") else ""
    with progress("Checking the site"):
        builder = Builder(root, drafts=drafts, date=date, memory=memory, workers="auto")
        found = builder.build()
        found = replace(found, notes=tuple(sorted((*found.notes, *builder.examine()))))
        behind = builder.engine.ask(untranslated)
    report = Report(found, strict=strict)
    if as_json:
        print_json(report, untranslated=behind)
    else:
        print_findings(root, found)
        for line in told(behind, NAMED):
            say(line)
        words = counted(found.errors, found.warnings).capitalize()
        say(f"{words} on {count(found.pages, 'page')}, in {seconds(found.seconds)}.")
    if not report.ok:
        raise SystemExit(1)
