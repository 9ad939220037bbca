"""Intervals and sets in words: "28 July – 3 August 2021", "from May 2021", "1667, 1668 or 1670–1672".

Knows what two dates have in common and need not say twice. Must never know a particular language.
"""

from msgspec.structs import replace

from backstory.reading.dates.shapes import Group, Interval, Point, Range, has
from backstory.rendering.dates.singles import (
    bare,
    day,
    doubt,
    doubted,
    months,
    single,
    with_aside,
    with_year,
    without_year,
    written,
    years,
)
from backstory.rendering.dates.voices import Voice
from backstory.rendering.dates.words import Forms, Use


def interval(voice: Voice, shape: Interval) -> str:
    """Return an interval; one end that is open or unknown makes it "from" or "until"."""
    if isinstance(shape.start, Point) and isinstance(shape.end, Point):
        return _between(voice, shape.start, shape.end)
    if isinstance(shape.start, Point):
        shown = _one_sided(voice, shape.start, "since")
        return shown if shape.end else with_aside(voice, shown, voice.words.unknown[4])
    if isinstance(shape.end, Point):
        shown = _one_sided(voice, shape.end, "until")
        return shown if shape.start else with_aside(voice, shown, voice.words.unknown[3])
    return ""


def group(voice: Voice, shape: Group) -> str:
    """Return a set: its members joined by "or" where it is one of them, by "and" where it is all."""
    patterns = voice.locale.lists[0 if shape.every else 1]
    first, *rest = [_member(voice, member, shape.every) for member in shape.members]
    if len(rest) < 2:
        return patterns["2"].format(first, *rest) if rest else first
    steps = [patterns["start"], *[patterns["middle"]] * (len(rest) - 2), patterns["end"]]
    return first + "".join(step.removeprefix("{0}").format("", each) for step, each in zip(steps, rest, strict=True))


def joined(voice: Voice, start: Point, end: Point, use: Use = "name") -> str:
    """Return two dates without their marks, what they share said once."""
    forms = voice.words.forms_for(use)
    if start == end:
        return bare(voice, start, use)
    if is_plain(start) and is_plain(end) and start.units == end.units:
        return _fused(voice, start, end, forms)
    return voice.words.dates.format(bare(voice, start, use), bare(voice, end, use))


def _between(voice: Voice, start: Point, end: Point) -> str:
    start, end = _coarser(start), _coarser(end)
    if start.marks == end.marks and start.units == end.units:
        about = any(has(mark, "~") for mark in start.marks)
        return doubted(voice, joined(voice, start, end, "about" if about else "name"), start)
    return voice.words.dates.format(_inside(voice, start), _inside(voice, end))


def _coarser(point: Point) -> Point:
    """Leave out what is wholly unspecified: in an interval `2004-06-XX` reads as June 2004."""
    if point.day == "XX" and "X" not in point.month:
        return replace(point, day="", marks=(point.marks[0], point.marks[1], ""))
    if point.month == "XX":
        return replace(point, month="", day="", marks=(point.marks[0], "", ""))
    return point


def _inside(voice: Voice, point: Point) -> str:
    """Return one end of an interval, its doubt in brackets so that it cannot be taken for the other's."""
    about = any(has(mark, "~") for mark in point.marks)
    shown = bare(voice, point, "about" if about else "name")
    doubtful = doubt(voice, point)
    remark = f" ({doubtful.strip('()')})" if doubtful else ""
    return (voice.words.about.format(shown) if about else shown) + remark


def _one_sided(voice: Voice, point: Point, use: Use) -> str:
    words, point = voice.words, _coarser(point)
    about = any(has(mark, "~") for mark in point.marks)
    phrases = {"since": (words.since, words.since_about), "until": (words.until, words.until_about)}
    return with_aside(voice, phrases[use][about].format(bare(voice, point, use)), doubt(voice, point))


def is_plain(point: Point) -> bool:
    """Say whether a date is a year, a month or a day and nothing else."""
    return not (point.masked or point.part or point.significant or point.time)


def _fused(voice: Voice, start: Point, end: Point, forms: Forms) -> str:
    words = voice.words
    if not start.month:
        return years(voice, forms, start.year, end.year)
    if start.year != end.year:
        return words.dates.format(written(voice, forms, start), written(voice, forms, end))
    if not start.day:
        return months(voice, forms, start.year, int(start.month), int(end.month))
    if start.month == end.month:
        return written(voice, forms, start, days(voice, start, end))
    first, last = (int(start.month), day(voice, int(start.day))), (int(end.month), day(voice, int(end.day)))
    if words.year_first:
        return words.dates.format(
            with_year(voice, forms.day, start.year, *first), without_year(voice, forms.day_month, *last)
        )
    return words.dates.format(
        without_year(voice, forms.day_month, *first), with_year(voice, forms.day, end.year, *last)
    )


def days(voice: Voice, start: Point, end: Point) -> str:
    """Return the days of one month from one to another: "2–3"."""
    if start.day == end.day:
        return day(voice, int(start.day))
    return voice.words.days.format(day(voice, int(start.day)), day(voice, int(end.day)))


def _member(voice: Voice, member: Point | Range, every: bool) -> str:
    if isinstance(member, Point):
        return single(voice, member)
    earlier, later = voice.words.limits[2:] if every else voice.words.limits[:2]
    if member.start and member.end:
        return _between(voice, member.start, member.end)
    if member.end:
        return earlier.format(single(voice, member.end))
    return later.format(single(voice, member.start)) if member.start else ""
