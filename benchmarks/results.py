"""What was measured, and the tables that show it.

Knows medians and ratios. Must never know how anything is measured.
"""

from collections.abc import Iterable
from statistics import median

from machine import Machine, in_words
from msgspec import Struct
from reloading import Serving
from tables import table

FIRST = "Backstory"
"""The generator that others are compared with."""


class Measured(Struct, frozen=True):
    """One build: seconds, CPU seconds, bytes, and what the generator says of it, where it does.

    `peak` is of the largest process, `together` of all at one moment. `queries` counts those that were run.
    """

    case: str
    site: str
    turn: int
    wall: float
    cpu: float
    peak: int
    together: int
    queries: int | None = None
    written: int | None = None
    removed: int | None = None


class Results(Struct, frozen=True):
    """A whole run of the benchmarks. `size` counts articles; `sites` gives generators with their versions and files."""

    machine: Machine
    size: int
    rounds: int
    sites: dict[str, str]
    files: dict[str, int]
    measured: tuple[Measured, ...]
    serving: Serving | None = None


def report(results: Results) -> str:
    """Return all tables as Markdown."""
    parts = [
        f"{results.size:,} articles, median of {results.rounds} rounds. {in_words(results.machine)}",
        "Files in the output: " + ", ".join(f"{name} {count:,}" for name, count in results.files.items()) + ".",
        _costs(results),
        _ratios(results) if len(results.sites) > 1 else "",
        _reloads(results.serving) if results.serving else "",
    ]
    return "\n\n".join(part for part in parts if part)


def _costs(results: Results) -> str:
    rows = []
    for case, site in dict.fromkeys((each.case, each.site) for each in results.measured):
        found = [each for each in results.measured if (each.case, each.site) == (case, site)]
        rows.append(
            (
                case,
                f"{site} {results.sites[site]}",
                _seconds(each.wall for each in found),
                _seconds(each.cpu for each in found),
                f"{median(each.cpu for each in found) / results.size * 1000:.2f}",
                f"{max(each.together for each in found) / 1e6:.0f}",
                _count(each.queries for each in found),
                _count(each.written for each in found),
                _count(each.removed for each in found),
            )
        )
    head = ("", "", "wall s", "CPU s", "CPU ms an article", "peak MB", "queries run", "files written", "removed")
    return table(head, rows)


def _ratios(results: Results) -> str:
    """Compare with the other generators: each round by itself, so that a slow minute is slow for both."""
    rows = []
    for case, site in dict.fromkeys((each.case, each.site) for each in results.measured if each.site != FIRST):
        ours = {each.turn: each for each in results.measured if (each.case, each.site) == (case, FIRST)}
        theirs = {each.turn: each for each in results.measured if (each.case, each.site) == (case, site)}
        cpu = [ours[turn].cpu / theirs[turn].cpu for turn in theirs]
        wall = [ours[turn].wall / theirs[turn].wall for turn in theirs]
        spread = f"{min(cpu):.2f} to {max(cpu):.2f}"
        rows.append((case, f"{FIRST} / {site}", f"{median(cpu):.2f}", spread, f"{median(wall):.2f}"))
    return table(("", "", "CPU", "in single rounds", "wall"), rows)


def _reloads(serving: Serving) -> str:
    rows = []
    for edit, found in serving.reloads.items():
        messages, pages = ([getattr(each, name) * 1000 for each in found] for name in ("message", "page"))
        rows.append((edit, f"{median(messages):.0f}", f"{median(pages):.0f}", f"{max(pages):.0f}"))
    shown = table(("under serve", "message ms", "page ms", "slowest ms"), rows)
    first = f"First page after {serving.first:.1f} s, peak memory {serving.peak / 1e6:.0f} MB."
    return f"{shown}\n\n{first}"


def _seconds(found: Iterable[float]) -> str:
    return f"{median(found):.2f}"


def _count(found: Iterable[int | None]) -> str:
    known = [each for each in found if each is not None]
    return f"{median(known):,.0f}" if known else ""
