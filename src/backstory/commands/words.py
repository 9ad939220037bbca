"""Small phrases of the command line.

Knows English plurals. Must never know what is counted.
"""

from collections.abc import Sequence


def count(number: int, thing: str) -> str:
    """Return a number with its thing: `1 page`, `2 pages`."""
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"


def few(names: Sequence[str], most: int = 5) -> str:
    """Return the first names of a list, and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more} more" if more > 0 else "")


def seconds(duration: float) -> str:
    """Return a duration in seconds as people say it: `0.04 s`, `3.2 s`, `45 s`."""
    return f"{duration:.2f} s" if duration < 1 else f"{duration:.1f} s" if duration < 10 else f"{duration:.0f} s"


def counted(errors: int, warnings: int) -> str:
    """Return how many findings there are: `2 errors and 1 warning`."""
    parts = [count(number, thing) for number, thing in ((errors, "error"), (warnings, "warning")) if number]
    return " and ".join(parts) or "no findings"
