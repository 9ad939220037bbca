"""Runs a command and says what it cost.

Knows processes and the kernel's accounts of them. Must never know what a command does.
"""

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import IO

from msgspec import Struct

PR_SET_CHILD_SUBREAPER = 36
"""prctl(2): grandchildren whose parent has ended become ours, so that what they used can be counted too."""

PEAK_UNIT = 1 if sys.platform == "darwin" else 1024
"""What ru_maxrss counts, in bytes: getrusage(2) says kilobytes, but bytes on macOS."""

LOOK_EVERY = 0.25
"""Seconds between two looks at the memory of a command's processes; rarer would miss peaks, oftener would disturb."""

Usage = tuple[float, int]
"""CPU seconds, user and system; and the peak memory of the largest process, in bytes."""


class Sample(Struct, frozen=True):
    """What a command cost: seconds, CPU seconds of all its processes, bytes, and what it printed.

    `peak` is the peak of its largest process; `together` of all its processes at one moment, with memory that they
    share counted once. The two are the same for a command of one process, and where the system can't tell.
    """

    wall: float
    cpu: float
    peak: int
    together: int
    status: int
    output: str
    errors: str


def measure(command: Sequence[str], folder: Path) -> Sample:
    """Run a command to its end in a folder. Nothing else may have been started by this process meanwhile."""
    adopt_orphans()
    os.sync()  # what the command before left to be written is not this one's
    with tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=folder, stdout=output, stderr=errors)
        watch = Watch(process.pid)
        watch.start()
        cpu, peak = wait(process)
        wall = time.perf_counter() - start
        more_cpu, more_peak = _wait_for_orphans()
        watch.over.set()
        watch.join()
        peak = max(peak, more_peak)
        texts = [_text(output), _text(errors)]
    return Sample(wall, cpu + more_cpu, peak, max(peak, watch.most), process.returncode, *texts)


def adopt_orphans() -> None:
    """Become the parent of what commands leave behind. Only Linux can; elsewhere such processes are not counted."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def wait(process: subprocess.Popen[bytes]) -> Usage:
    """Wait for a process and return what it and those used that it waited for. Sets its `returncode`."""
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return used.ru_utime + used.ru_stime, used.ru_maxrss * PEAK_UNIT


def _wait_for_orphans(patience: float = 5.0) -> Usage:
    cpu, peak, end = 0.0, 0, time.monotonic() + patience
    while time.monotonic() < end:
        try:
            pid, _, used = os.wait4(-1, os.WNOHANG)
        except ChildProcessError:
            break
        if pid:
            cpu, peak = cpu + used.ru_utime + used.ru_stime, max(peak, used.ru_maxrss * PEAK_UNIT)
        else:
            time.sleep(0.005)
    return cpu, peak


class Watch(threading.Thread):
    """Looks at the memory of a process and all below it, now and then, while there is more than one."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = 0
        self.over = threading.Event()

    def run(self) -> None:
        """Look until it is over."""
        while not self.over.wait(LOOK_EVERY):
            family = [self.pid, *_below(self.pid)]
            if len(family) > 1:
                self.most = max(self.most, sum(map(_memory, family)))


def _below(pid: int) -> Iterator[int]:
    for children in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, _read(children).split()):
            yield child
            yield from _below(child)


def _memory(pid: int) -> int:
    """Return a process's proportional set size in bytes: what it shares with n others counts for an nth."""
    lines = _read(Path(f"/proc/{pid}/smaps_rollup")).splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) * 1024


def _read(path: Path) -> str:
    try:
        return path.read_text()
    except OSError:  # the process has just ended
        return ""


def _text(file: IO[bytes]) -> str:
    file.seek(0)
    return file.read().decode(errors="replace")
