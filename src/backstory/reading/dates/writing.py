"""A date as EDTF text, each date in one way.

Knows the one form that stands for all that mean the same. Must never know what an editor wrote.
"""

from backstory.reading.dates.shapes import Group, Interval, Point, Range, Shape


def write(shape: Shape) -> str:
    """Return the canonical text of a date.

    Times have seconds. Of the places where `?`, `~` and `%` may stand, the first that fits is taken: once at the end
    for everything, once after the last of the leading parts it holds for, before each part (ISO 8601-2, 8.2.4; a year
    alone among several marked parts has its mark in front, as in the specification's `?2004-06-~11`).
    """
    if isinstance(shape, Point):
        return _point(shape)
    if isinstance(shape, Interval):
        return "/".join(each if isinstance(each, str) else _point(each) for each in (shape.start, shape.end))
    return _group(shape)


def _point(point: Point) -> str:
    year = f"{point.year_text}S{point.significant}" if point.significant else point.year_text
    parts = [year, point.month, point.day][: point.units]
    time = f"T{point.time}{point.zone}" if point.time else ""
    if not any(point.marks):
        return "-".join(parts) + time
    return "-".join(_marked(parts, list(point.marks[: point.units])))


def _marked(parts: list[str], marks: list[str]) -> list[str]:
    shared = 1
    while shared < len(marks) and marks[shared] == marks[0]:
        shared += 1
    if marks[0] and (shared > 1 or not any(marks[1:])):
        parts[shared - 1] += marks[0]
        marks[:shared] = [""] * shared
    return [mark + part for mark, part in zip(marks, parts, strict=True)]


def _group(group: Group) -> str:
    members = ",".join(_member(each) for each in group.members)
    return f"{{{members}}}" if group.every else f"[{members}]"


def _member(member: Point | Range) -> str:
    if isinstance(member, Point):
        return _point(member)
    return "..".join("" if each is None else _point(each) for each in (member.start, member.end))
