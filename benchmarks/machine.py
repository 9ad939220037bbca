"""The machine of a run, in words that compare: what it is, never whose or where.

Knows the system's own accounts. Must never know what is measured.
"""

import os
import platform
import re
from pathlib import Path

from msgspec import Struct


class Machine(Struct, frozen=True):
    """A machine: cores that this process may use, memory in bytes, and how busy it was (runnable processes)."""

    processor: str
    cores: int
    memory: int
    system: str
    python: str
    load: float


def machine() -> Machine:
    """Describe this machine as it is now."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Machine(
        processor=_processor(),
        cores=cores,
        memory=os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES"),
        system=f"{platform.system()} {platform.machine()}",
        python=f"{platform.python_implementation()} {platform.python_version()}",
        load=os.getloadavg()[0],
    )


def in_words(this: Machine) -> str:
    """Return a machine in one line."""
    memory = f"{this.memory / 2**30:.0f} GiB"
    parts = (this.processor, f"{this.cores} cores", memory, this.system, this.python)
    return f"{', '.join(parts)}. Load at the start: {this.load:.1f}."


def _processor() -> str:
    try:
        text = Path("/proc/cpuinfo").read_text()
    except OSError:
        text = ""
    found = re.search(r"(?m)^model name\s*: (.*)$", text)
    return found[1].strip() if found else platform.processor() or "processor unknown"
