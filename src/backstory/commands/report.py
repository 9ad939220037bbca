"""What a build came to, for people and for programs.

Knows results and wording. Must never know how a site is built or published.
"""

import sys
from pathlib import Path

import msgspec
from msgspec import Struct

from backstory.building.result import Build
from backstory.commands.findings import Finding, finding, listed
from backstory.commands.terminal import lines_of, say, watched
from backstory.commands.words import count, counted, few, seconds
from backstory.files.publish import Published


class Report(Struct, frozen=True):
    """A build, what publishing it did (None: it was not published), and whether warnings count as errors."""

    build: Build
    published: Published | None = None
    strict: bool = False

    @property
    def ok(self) -> bool:
        """Whether the site may be published."""
        return passes(self.build, strict=self.strict)


class Result(Struct, frozen=True, omit_defaults=False):
    """A report as programs read it. `failure` says why the site could not be published, where it could not."""

    ok: bool
    published: bool
    errors: int = 0
    warnings: int = 0
    pages: int = 0
    seconds: float = 0.0
    written: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    unchanged: int = 0
    foreign: tuple[str, ...] = ()
    replaced: tuple[str, ...] = ()
    failure: str = ""
    findings: tuple[Finding, ...] = ()


def passes(build: Build, *, strict: bool) -> bool:
    """Say whether a build may be published: it has no errors, and with `strict` no warnings."""
    return not (build.notes if strict else build.errors)


def result(report: Report | None, failure: str = "") -> Result:
    """Return a report as programs read it."""
    if report is None:
        return Result(ok=False, published=False, failure=failure)
    build, done = report.build, report.published or Published()
    return Result(
        ok=report.ok,
        published=report.published is not None,
        errors=build.errors,
        warnings=build.warnings,
        pages=build.pages,
        seconds=round(build.seconds, 3),
        written=done.written,
        removed=done.removed,
        unchanged=done.unchanged,
        foreign=done.foreign,
        replaced=done.replaced,
        failure=failure,
        findings=tuple(finding(note) for note in sorted(build.notes)),
    )


def print_json(report: Report | None, failure: str = "", **more: object) -> None:
    """Print a report for programs, on standard output, with some more fields."""
    fields = msgspec.structs.asdict(result(report, failure)) | more
    say(msgspec.json.format(msgspec.json.encode(fields), indent=2).decode())


def print_findings(root: Path, build: Build) -> None:
    """Print all findings on standard output, with their places in the files when a person watches."""
    if build.notes:
        lines = lines_of(root) if watched(sys.stdout) else None
        say(listed(build.notes, lines))


def summary(report: Report, folder: str) -> str:
    """Say in a line or a few what a build came to. `folder` is the output folder's name."""
    build, done = report.build, report.published
    found = f"{counted(build.errors, build.warnings).capitalize()}"
    if done is None:
        why = " (--strict takes warnings for errors)" if not build.errors else ""
        return f"{found}{why}. {folder}/ is as it was."
    what = [f"{count(len(done.written), 'file')} written"]
    what += [f"{len(done.removed)} removed"] if done.removed else []
    what += [f"{done.unchanged} unchanged"] if done.unchanged else []
    first = f"{folder}/ is up to date: {count(build.pages, 'page')} in {seconds(build.seconds)}, {', '.join(what)}."
    return "\n".join([first, *([f"{found}."] if build.notes else []), *_strangers(done, folder)])


def _strangers(done: Published, folder: str) -> list[str]:
    lines = []
    if done.foreign:
        kept = f"Kept in {folder}/, though Backstory did not write {'it' if len(done.foreign) == 1 else 'them'}"
        lines.append(f"{kept}: {few(done.foreign)}. To remove: backstory build --prune-foreign")
    if done.replaced:
        lines.append(f"Moved to .backstory/replaced/, because their places were needed: {few(done.replaced)}.")
    return lines
