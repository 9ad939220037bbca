"""What can go wrong at the edge of the disk, in words.

Knows error numbers. Must never know what was being written.
"""

import errno


class PublishError(Exception):
    """The site could not be published, and is as it was. `message` says why, `help` what to do about it."""

    def __init__(self, message: str, help: str = "") -> None:
        self.message = message
        self.help = help
        super().__init__(f"{message} {help}".rstrip())


FULL = {errno.ENOSPC: "The disk is full.", errno.EDQUOT: "The disk quota is used up."}
CLOSED = {
    errno.EACCES: "may not be written",
    errno.EPERM: "may not be written",
    errno.EROFS: "is on a disk that can only be read",
}
AGAIN = "The site is as it was."


def in_words(problem: OSError, fallback: str) -> PublishError:
    """Say what the system reported. `fallback` names the place where the system names none."""
    where = problem.filename2 or problem.filename or fallback
    if problem.errno in FULL:
        return PublishError(FULL[problem.errno], f"Make room and build again. {AGAIN}")
    if problem.errno in CLOSED:
        return PublishError(f"{where} {CLOSED[problem.errno]}.", f"Change its permissions and build again. {AGAIN}")
    if problem.errno == errno.ENAMETOOLONG:
        return PublishError(f"The name {where} is too long for this disk.", f"Give the page a shorter slug. {AGAIN}")
    return PublishError(f"{where} could not be written: {(problem.strerror or str(problem)).lower()}.", AGAIN)
