"""What an editor may have meant by a text that is no date.

Knows how to put the readers of words and figures together. Must never be asked where a date is taken as it stands: a
suggestion stands in a finding, for a person to choose from.
"""

import re
from collections.abc import Iterator
from itertools import product
from typing import Final

from backstory.reading.dates.errors import WrongDateError
from backstory.reading.dates.numeric import Pieces, figures, split_time
from backstory.reading.dates.reader import read
from backstory.reading.dates.slips import cleaned, mended
from backstory.reading.dates.spoken import words
from backstory.reading.dates.wordlists import ABOUT, DOUBT, NOW, SINCE, TO, UNTIL

_GLUED: Final = re.compile(r"\b(?:mid|mi)-|\bca?\.?(?=[0-9])")
_LONGEST: Final = 100
_MOST: Final = 4


def suggest(text: str) -> tuple[str, ...]:
    """Return what a text may mean, as canonical EDTF, the likeliest first; nothing when it cannot be told.

    "3 August 2021" gives `2021-08-03`; "03/08/2021" gives `2021-08-03` and `2021-03-08`; "yesterday" gives nothing. A
    text that is a date already gives that date.
    """
    if len(text) > _LONGEST:
        return ()
    plain = cleaned(text)
    for proposals in (mended(plain), _marked(plain.lower())):
        valid = tuple(dict.fromkeys(each for each in map(_canonical, proposals) if each))
        if valid:
            return valid[:_MOST]
    return ()


def fault(text: str) -> WrongDateError | None:
    """Return why no day is what a text says in words or figures ("31 February 2021"), or None."""
    for proposal in _marked(cleaned(text).lower()) if len(text) <= _LONGEST else ():
        try:
            read(proposal)
        except WrongDateError as wrong:
            if wrong.reason:
                return wrong
    return None


def _canonical(proposal: str) -> str:
    try:
        return read(proposal).text
    except WrongDateError:
        return ""


def _marked(text: str) -> Iterator[str]:
    """Read a text without its "about" and "perhaps", and put `~`, `?` or `%` for them."""
    spaced = _GLUED.sub(" about ", text.replace("?", " ? ").replace("~", " ~ "))
    tokens = [token for token in spaced.split() if token not in ("(", ")")]
    kept = [token for token in tokens if token.strip(".,()") not in ABOUT | DOUBT]
    about, doubt = (any(token.strip(".,()") in which for token in tokens) for which in (ABOUT, DOUBT))
    mark = "%" if about and doubt else "~" if about else "?" if doubt else ""
    for found in _spans(" ".join(kept)):
        yield "/".join(end if end in ("", "..") else end + mark for end in found)


def _spans(text: str) -> Iterator[tuple[str, ...]]:
    """Yield single dates as `(date,)` and intervals as `(start, end)`."""
    first, _, rest = text.partition(" ")
    if text.endswith("-"):
        yield from ((each, "..") for each in _single(text.rstrip(" -")))
        return
    if first in SINCE and rest:
        yield from _between(rest)
        yield from ((each, "..") for each in _single(rest))
    elif first in UNTIL and rest:
        yield from (("..", each) for each in _single(rest))
    else:
        single = _single(text)
        yield from ((each,) for each in single)
        if not single:
            yield from _between(text)


def _single(text: str) -> list[str]:
    found = [pieces.text for pieces in _readings(text)]
    rest, time = split_time(text)
    if time:
        found += [pieces._replace(time=time.upper()).text for pieces in _readings(rest) if pieces.day]
    return [each for each in found if each]


def _readings(text: str) -> tuple[Pieces, ...]:
    found = figures(text)
    if found:
        return found
    spoken = words(text)
    return (spoken,) if spoken else ()


def _between(text: str) -> Iterator[tuple[str, ...]]:
    """Read "2-3 August 2021", "28 July to 3 August 2021", "2021-2022": what one side lacks, the other has."""
    for left, right in _halves(text):
        if right in NOW or not right:
            yield from ((each, "..") for each in _single(left))
            continue
        for start, end in product(_readings(left)[:1], _readings(right)[:1]):
            ends = _filled(start, end).text, _filled(end, start).text
            if all(ends):
                yield ends


def _filled(pieces: Pieces, other: Pieces) -> Pieces:
    lacks_month = pieces.day and not pieces.month
    year = other.year if pieces.year is None else pieces.year
    return pieces._replace(year=year, month=other.month if lacks_month else pieces.month)


def _halves(text: str) -> Iterator[tuple[str, str]]:
    """Yield the places where a text may fall into two: a spaced dash, a slash, "to", the middle one of its hyphens."""
    for mark in (" - ", " / ", "/", "..."):
        left, found, right = text.partition(mark)
        if found:
            yield left.strip(), right.strip()
    tokens = text.split()
    for place, token in enumerate(tokens):
        if token in TO:
            yield " ".join(tokens[:place]), " ".join(tokens[place + 1 :])
    hyphens = [place for place, letter in enumerate(text) if letter == "-"]
    if len(hyphens) % 2:
        middle = hyphens[len(hyphens) // 2]
        yield text[:middle].strip(), text[middle + 1 :].strip()
