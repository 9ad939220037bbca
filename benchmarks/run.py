"""Measures Backstory, and other generators beside it, on a made-up archive.

    python benchmarks/run.py                                            # 1,000 articles
    python benchmarks/run.py --size 10000 --with hugo --with pelican --out results.json

Each build is a process of its own. In each round every case is measured for every generator in turn, and ratios are
taken within a round. Other generators are installed from PyPI in a virtual environment of their own, when asked for.
"""

import argparse
import os
import shutil
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import msgspec
from archive import SPARE, write
from edits import Case, Desk, chosen, shows
from machine import machine
from measuring import measure
from others import SITES, install
from reloading import serve
from results import Measured, Results, report
from sites import Site, backstory_site

WORK = Path(__file__).parent / ".work"
SERVED = range(1000, 1005)
"""The turns of edits under `serve`; builds have lower ones."""


class Said(msgspec.Struct, frozen=True):
    """What `backstory build --json` says of a build, as far as it is wanted here."""

    ok: bool
    written: tuple[str, ...]
    removed: tuple[str, ...]
    runs: int | None = None


def main() -> None:
    given = _arguments()
    begun = machine()
    folder = _empty(given.work)
    _keep_compiled(folder)
    maker = write(folder / "backstory", given.size)
    sites = [backstory_site(folder / "backstory"), *_others(given.others, folder)]
    desk = Desk(maker, given.size)
    _warm_up(folder / "warm-up")
    measured = tuple(_rounds(sites, chosen(desk.cases(), given.case), given.rounds))
    serving = None
    if given.serve:
        _tell("serve")
        serving = serve(sites[0], {"body edit": desk.edit_body, "headline edit": desk.edit_headline}, SERVED)
    versions = {site.name: site.version for site in sites}
    files = {site.name: _files(site) for site in sites}
    results = Results(begun, given.size, given.rounds, versions, files, measured, serving)
    if given.out:
        given.out.write_bytes(msgspec.json.format(msgspec.json.encode(results), indent=2))
    print(report(results))
    if not given.keep:
        shutil.rmtree(folder)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=1000, help=f"articles: 1000, 10000, 100000; more than {2 * SPARE}")
    parser.add_argument("--with", action="append", default=[], choices=sorted(SITES), dest="others")
    parser.add_argument("--rounds", type=int, default=3, help=f"how often each case is measured, at most {SPARE}")
    parser.add_argument("--case", action="append", default=[], help="only this one, as the table names it; repeatable")
    parser.add_argument("--no-serve", action="store_false", dest="serve", help="leave out edit-to-reload")
    parser.add_argument("--out", type=Path, help="write everything that was measured to this file, as JSON")
    parser.add_argument("--work", type=Path, default=WORK, help="where archives and virtual environments are made")
    parser.add_argument("--keep", action="store_true", help="leave the archives there")
    given = parser.parse_args()
    if given.size <= 2 * SPARE or not 0 < given.rounds <= SPARE:
        parser.error(f"--size must be more than {2 * SPARE}, --rounds from 1 to {SPARE}")
    return given


def _empty(work: Path) -> Path:
    """Return an empty folder for archives, inside one that git doesn't look into."""
    folder = work.resolve() / "archives"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (work / ".gitignore").write_text("*\n")
    return folder


def _keep_compiled(folder: Path) -> None:
    """Let Python keep compiled modules, whatever this machine's settings are, as it does for everybody."""
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")


def _others(names: Sequence[str], folder: Path) -> list[Site]:
    if not names:
        return []
    venv = folder.parent / "venv"
    install(names, venv)
    return [SITES[name](folder, venv) for name in dict.fromkeys(names)]


def _warm_up(folder: Path) -> None:
    """Build a small site, so that Python's compiled modules are there."""
    write(folder, 5)
    site = backstory_site(folder)
    measure(site.command, site.root)


def _rounds(sites: Sequence[Site], cases: Sequence[Case], rounds: int) -> Iterator[Measured]:
    for turn in range(rounds):
        for case in cases:
            for site in sites if case.compared else sites[:1]:
                _tell(f"round {turn + 1} of {rounds}: {case.name}, {site.name}")
                yield _one(site, case, turn)


def _one(site: Site, case: Case, turn: int) -> Measured:
    """Measure a case, and see that the site is right after it."""
    site.show_related(case.related)
    page, words = case.edit(site, turn)
    sample = measure(site.command, site.root)
    if sample.status or not shows(page, words):
        raise SystemExit(f"{site.name}, {case.name}: wrong result.\n{sample.output[-3000:]}{sample.errors[-3000:]}")
    measured = Measured(case.name, site.name, turn, sample.wall, sample.cpu, sample.peak, sample.together)
    if not site.reports:
        return measured
    said = msgspec.json.decode(sample.output, type=Said)
    written, removed = len(said.written), len(said.removed)
    return msgspec.structs.replace(measured, queries=said.runs, written=written, removed=removed)


def _files(site: Site) -> int:
    return sum(path.is_file() for path in (site.root / site.output).rglob("*"))


def _tell(words: str) -> None:
    print(words, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
