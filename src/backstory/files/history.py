"""The versions of a file that git keeps.

Knows git's command line. Must never know what is in a file. Without git, or a repository, there is no history.
"""

import subprocess
from pathlib import Path

from msgspec import Struct

TIMEOUT = 30
_FORMAT = "%x01%H%x02%cs%x02%s"


class Version(Struct, frozen=True):
    """One version of a file: the day of its commit as 2021-08-03, the commit's first line, and the text."""

    id: str
    day: str
    words: str
    text: str


def versions(root: Path, path: str, most: int = 200) -> tuple[Version, ...]:
    """Return the versions of a file, the oldest first, followed through changes of its name.

    `path` is relative to `root`. At most the newest `most` are looked at.
    """
    log = _git(root, "log", "--follow", f"-n{most}", f"--format={_FORMAT}", "--name-only", "--", path)
    found = []
    for entry in log.split("\x01")[1:]:
        head, _, names = entry.partition("\n")
        id, day, words = head.split("\x02", 2)
        name = names.strip().splitlines()[-1] if names.strip() else ""
        text = _git(root, "show", f"{id}:{name}") if name else ""
        if text:
            found.append(Version(id, day, words, text))
    return tuple(reversed(found))


def _git(root: Path, *arguments: str) -> str:
    """Return what git says, or nothing where it can't. Unquoted, since it writes other scripts' letters in octal."""
    command = ["git", "-C", str(root), "-c", "core.quotepath=off", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, timeout=TIMEOUT, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
