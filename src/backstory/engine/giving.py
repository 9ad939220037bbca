"""Gives memory that nobody uses any more back to the system.

What a build lets go of are texts and pages of a few thousand bytes, between others that stay; the C library keeps such
room for itself unless it is asked. Knows the C library. Must never know what was let go of.
"""

from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Give back what can be given (`malloc_trim` of the GNU C library); elsewhere nothing happens."""
    _trim()(0)


@cache
def _trim() -> Callable[[int], object]:
    import ctypes

    try:
        found: Callable[[int], object] = ctypes.CDLL(None).malloc_trim
    except (OSError, AttributeError, TypeError):  # TypeError: a system whose libraries have names
        return lambda unused: None
    return found
