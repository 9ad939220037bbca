"""Profiles a build of a made-up archive: own time by module, and the functions that take most.

    python benchmarks/profile_build.py --size 300 > profile.md
    python benchmarks/profile_build.py --size 300 --case "body edit"    # a case of run.py, after a clean build
    python benchmarks/profile_build.py --size 300 -- --workers 1        # what follows -- goes to `backstory build`

Times are those of a clock, so that a busy machine blurs them: to ask the system for CPU time at every call would cost
more than most calls. In the table of modules, functions written in C count for the module that calls them, since only
that can be changed here. cProfile makes calls of Python functions dearer than they are, so shares say where to look;
what a change has brought is measured by run.py. (The file is not called profile.py, because cProfile imports a module
of that name.)
"""

import argparse
import cProfile
import pstats
import re
import tempfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from archive import write
from edits import Desk, chosen
from measuring import measure
from sites import TODAY, backstory_site
from tables import table

Place = tuple[str, int, str]
"""A function as cProfile names it: file, line, name. Functions written in C have the file "~"."""

Entry = tuple[int, int, float, float, dict[Place, tuple[int, int, float, float]]]
"""What is known of a function: calls, without recursion too, own seconds, whole seconds; and the same by caller."""

OWN = re.compile(r".*/backstory/(.+)\.py$")
PACKAGE = re.compile(r".*/site-packages/([^/]+)")
LIBRARY = re.compile(r".*/python3\.\d+/(?:lib-dynload/)?([^/]+?)(?:\.py)?(?:/.*)?$")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=300, help="articles")
    parser.add_argument("--case", default="clean", help="as run.py's table names it")
    parser.add_argument("--top", type=int, default=25, help="lines in each table")
    parser.add_argument("options", nargs="*", help="for `backstory build`")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        maker = write(Path(folder), given.size)
        site = backstory_site(Path(folder))
        (case,) = chosen(Desk(maker, given.size).cases(), [given.case])
        measure(site.command, site.root)
        site.show_related(case.related)
        case.edit(site, 0)
        entries, total = profile(["build", "--root", folder, "--date", TODAY, *given.options])
    print(f"{given.size:,} articles, {case.name}: {total:.1f} s under the profiler.\n")
    print(by_module(entries, total, given.top))
    print()
    print(by_function(entries, total, given.top))


def profile(arguments: list[str]) -> tuple[Mapping[Place, Entry], float]:
    """Run a verb under the profiler, its imports too. Return what is known of each function, and all seconds."""
    profiler = cProfile.Profile()
    profiler.enable()
    from backstory.commands.cli import cli

    cli.main(arguments, prog_name="backstory", standalone_mode=False)
    profiler.disable()
    found = pstats.Stats(profiler)
    return found.stats, found.total_tt  # type: ignore[attr-defined]  # both are there, and only there


def by_module(entries: Mapping[Place, Entry], total: float, top: int) -> str:
    """Return a table of own time by module."""
    spent: defaultdict[str, float] = defaultdict(float)
    for place, (_, _, own, _, callers) in entries.items():
        if place[0] != "~" or not callers:
            spent[module(place)] += own
            continue
        for caller, (_, _, own_there, _) in callers.items():
            spent[module(caller)] += own_there
    most = sorted(spent.items(), key=lambda item: -item[1])[:top]
    rows = [(name, f"{seconds:.2f}", f"{seconds / total:.1%}") for name, seconds in most]
    return table(("module", "own s", "share"), rows)


def by_function(entries: Mapping[Place, Entry], total: float, top: int) -> str:
    """Return a table of the functions with most own time."""
    most = sorted(entries.items(), key=lambda item: -item[1][2])[:top]
    rows = [
        (f"`{in_words(place)}`", f"{calls:,}", f"{own:.2f}", f"{own / total:.1%}", f"{whole / total:.1%}")
        for place, (_, calls, own, whole, _) in most
    ]
    return table(("function", "calls", "own s", "share", "with what it calls"), rows)


def module(place: Place) -> str:
    """Return the module of a function: Backstory's own ones by path, others by package, templates as one."""
    file = place[0]
    if file == "~":
        return "Python itself"
    if found := OWN.match(file):
        return found[1]
    if file.endswith(".html") or file == "<template>":
        return "templates, compiled"
    if "frozen importlib" in file or file == "<string>":
        return "imports"
    found = PACKAGE.match(file) or LIBRARY.match(file)
    return found[1].removesuffix(".py") if found else Path(file).name


def in_words(place: Place) -> str:
    """Return a function's name with its module."""
    name = re.sub(r" at 0x\w+", "", place[2])
    return name[:58] if place[0] == "~" else f"{module(place)}: {name}"[:60]


if __name__ == "__main__":
    main()
