"""Keeps Python's collector of circles still while there is much to do.

What a build makes are trees of frozen values, which go when nobody needs them. The collector, which looks for values
that keep one another alive, would walk through all of them again and again and find next to nothing. Knows the
collector. Must never know what is being made.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def still() -> Iterator[None]:
    """Leave circles alone as long as this lasts; if they were left alone before, they are afterwards too."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
