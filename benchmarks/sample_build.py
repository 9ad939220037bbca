"""Looks where a build of a made-up archive is, each time that it has used some CPU time: a tree of calls.

    python benchmarks/sample_build.py --size 1000                              # all that took 1 % or more
    python benchmarks/sample_build.py --size 1000 --below pages:document_page  # what pages of documents are made of
    python benchmarks/sample_build.py --size 1000 --own                        # own time by module

Unlike `profile_build.py` this makes no call dearer than another, and a busy machine does not blur it: the clock is that
of the process. It knows nothing that is quicker than a tick (4 ms on most systems), so that small parts need a large
archive. What is written in C counts for the line that calls it.
"""

import argparse
import signal
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

from archive import write
from sites import TODAY, backstory_site

Stack = tuple[str, ...]
"""Functions as `module:name`, the outermost first."""

PASSED_ON = ("answers:", "gatherer:", "spreading:", "<frozen")
"""Functions that only pass a question on: left out, so that the tree shows who asks whom."""


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--size", type=int, default=1000, help="articles")
    parser.add_argument("--below", default="build:build", help="the function to begin with, as module:name")
    parser.add_argument("--least", type=float, default=1.0, help="leave out what took less, in per cent")
    parser.add_argument("--own", action="store_true", help="show own time by module")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        write(Path(folder), given.size)
        backstory_site(Path(folder))
        found = sampled(["build", "--root", folder, "--date", TODAY, "--workers", "1"])
    total = found.total()
    print(f"{given.size:,} articles, clean: {total:,} samples.\n")
    if given.own:
        own = Counter[str]()
        for stack, count in found.items():
            own[stack[-1].partition(":")[0]] += count
        lines = [(count, name) for name, count in own.most_common()]
    else:
        lines = list(tree(found, given.below))
    for count, name in lines:
        if count >= total * given.least / 100:
            print(f"{count / total:6.1%} {name}")


def sampled(arguments: list[str]) -> Counter[Stack]:
    """Run a verb, its imports too, and return how often it was seen where."""
    found = Counter[Stack]()

    def look(number: int, frame: FrameType | None) -> None:
        found[_stack(frame)] += 1

    signal.signal(signal.SIGPROF, look)
    signal.setitimer(signal.ITIMER_PROF, 0.001, 0.001)
    from backstory.commands.cli import cli

    cli.main(arguments, prog_name="backstory", standalone_mode=False)
    signal.setitimer(signal.ITIMER_PROF, 0)
    return found


def _stack(frame: FrameType | None) -> Stack:
    names: list[str] = []
    while frame is not None:
        names.append(f"{Path(frame.f_code.co_filename).stem}:{frame.f_code.co_qualname}")
        frame = frame.f_back
    return tuple(reversed(names))


def tree(found: Counter[Stack], root: str) -> list[tuple[int, str]]:
    """Return the calls below a function, the dearest first: how often each was seen, and its name, indented."""
    counts = Counter[Stack]()
    for stack, count in found.items():
        kept = [name for name in stack if not name.startswith(PASSED_ON)]
        if root in kept:
            inner = kept[kept.index(root) :]
            counts.update({tuple(inner[: n + 1]): count for n in range(len(inner))})
    return list(_branches(counts, (root,)))


def _branches(counts: Counter[Stack], path: Stack) -> list[tuple[int, str]]:
    below = [each for each in counts if len(each) == len(path) + 1 and each[:-1] == path]
    lines = [(counts[path], "  " * (len(path) - 1) + path[-1])]
    for each in sorted(below, key=lambda each: -counts[each]):
        lines += _branches(counts, each)
    return lines


if __name__ == "__main__":
    main()
