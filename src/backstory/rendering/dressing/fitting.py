"""Which style sheet a finished page takes: the usual one, or the whole.

Most pages take the usual sheet; those that show what only some pages show (a front page's columns, a timeline's axis)
take the whole one. A page asks for one of them, and a browser keeps it for the next page.

A sheet never stands inside a page. It would save a long page's first visitor a round trip, but the Nu HTML checker,
which leaves linked sheets alone, does not know container queries and calls each of them an error.

Knows a finished page as text, and style sheets. Must never know what a page is about.
"""

import re
from functools import lru_cache
from typing import Final

from markupsafe import escape

CLASS: Final = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")


def classes(sheet: str) -> frozenset[str]:
    """Return the classes that a style sheet speaks of."""
    return frozenset(CLASS.findall(sheet))


def fitted(html: str, whole: str, usual: str, seldom: tuple[str, ...]) -> str:
    """Return a page, which links to the whole sheet at its address, with a link to the sheet that fits it.

    `seldom` are the classes that only the whole sheet knows. A page whose template links to its sheet in words of its
    own stays as it is.
    """
    link = _link(whole)
    if html.count(link) != 1 or not seldom or _any(seldom).search(html):
        return html
    return html.replace(link, _link(usual), 1)


@lru_cache(maxsize=8)
def _any(names: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf'class="(?:[^"]*[\s])?(?:{"|".join(map(re.escape, names))})[\s"]')


def _link(url: str) -> str:
    return f'<link rel="stylesheet" href="{escape(url)}">'
