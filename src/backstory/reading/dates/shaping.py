"""A whole text as a date's parts: a single date, an interval or a set.

Knows the grammar of intervals and sets. Must never know which days they cover.
"""

from typing import Final

from backstory.reading.dates.bounds import bounds
from backstory.reading.dates.errors import WrongDateError
from backstory.reading.dates.points import read_point
from backstory.reading.dates.shapes import End, Group, Interval, Point, Range, Shape
from backstory.reading.dates.writing import write

_SET_HELP: Final = "Write [2021,2022] for one of two, {2021,2022} for both, [..2021] for 2021 or earlier."
_ORDER_HELP: Final = "Check which of the two dates is right."


def read_shape(text: str) -> Shape:
    """Read an EDTF text into its parts; raise WrongDateError if it is no date or cannot have been."""
    if text[:1] in ("[", "{"):
        return _group(text)
    if "/" in text:
        return _interval(text)
    point = read_point(text)
    bounds(point)
    return point


def _interval(text: str) -> Interval:
    first, _, last = text.partition("/")
    if "/" in last:
        raise WrongDateError(way_out='Write 2021-08-02/2021-08-03 for "2 to 3 August 2021".')
    start, end = _end(first), _end(last)
    if isinstance(start, str) and isinstance(end, str):
        raise WrongDateError("an interval needs at least one date", 'Write "2021-05/.." for "from May 2021".')
    if not isinstance(start, str) and not isinstance(end, str):
        _check_order(start, end)
    return Interval(start, end)


def _end(text: str) -> Point | End:
    if text == "..":
        return ".."
    return _untimed(text, "an interval") if text else ""


def _untimed(text: str, where: str) -> Point:
    """Read a date that exists inside something larger (specification, level 0: "Time of day is excluded")."""
    point = read_point(text)
    if point.time:
        raise WrongDateError(f"{where} is made of days, without times", "Leave the times out.")
    bounds(point)
    return point


def _check_order(start: Point, end: Point) -> None:
    """Refuse an end that no reading lets come after the start; dates that overlap (`2021-08-03/2021`) are fine."""
    if bounds(start)[0] > bounds(end)[1]:
        raise WrongDateError(f"it ends ({write(end)}) before it begins ({write(start)})", _ORDER_HELP)


def _group(text: str) -> Group:
    closing = "]" if text[0] == "[" else "}"
    if len(text) < 2 or text[-1] != closing:
        raise WrongDateError(f"a set that opens with {text[0]} closes with {closing}", _SET_HELP)
    words = text[1:-1].split(",")
    if words == [""]:
        raise WrongDateError("the set is empty", _SET_HELP)
    members = tuple(_member(word, n == 0, n == len(words) - 1) for n, word in enumerate(words))
    return Group(members, text[0] == "{")


def _member(text: str, first: bool, last: bool) -> Point | Range:
    opening, dots, closing = text.partition("..")
    if not dots:
        return _untimed(text, "a set")
    if not opening and not closing:
        raise WrongDateError(".. in a set needs a date before or after it", _SET_HELP)
    if (not opening and not first) or (not closing and not last):
        raise WrongDateError(".. without a date on one side stands at the beginning or the end of a set", _SET_HELP)
    start = _untimed(opening, "a set") if opening else None
    end = _untimed(closing, "a set") if closing else None
    _check_range(start, end)
    return Range(start, end)


def _check_range(start: Point | None, end: Point | None) -> None:
    """Check a range by the specification's rule 7 for sets: both of its ends have the same precision."""
    if start is None or end is None:
        return
    if start.units != end.units or bool(start.part) != bool(end.part):
        raise WrongDateError(f"{write(start)} and {write(end)} are not of the same precision", _SET_HELP)
    _check_order(start, end)
