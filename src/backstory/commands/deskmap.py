"""The map on the editor's desk: stories as dots, a lane for each running story, time from left to right.

Few stories are drawn one by one with arcs between those that lead to one another; many as bars that count them.
Knows days, lanes and SVG. Must never know how a story was found.
"""

from collections import Counter
from html import escape
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from backstory.library.graph import Graph, Node

WIDTH, LEFT, TOP, LANE = 1200, 220, 30, 64
"""Units of the drawing: its width, where the time begins, the room above, and that of a lane."""
LANES = 24
"""The largest running stories have lanes of their own; the others share the last one."""
SINGLE = 400
"""With more stories than this, they are drawn as bars of a stretch of time each."""
COLUMNS = 90
APART = 13
ARCS = 600
OTHER = "Other stories"


class _Dot(NamedTuple):
    x: float
    y: float
    story: "Node"


def story_map(found: "Graph") -> str:
    """Return the map as SVG."""
    lanes = _lanes(found)
    days = [_day(each) for each in found.stories]
    known = [day for day in days if day is not None]
    first, last = (min(known), max(known)) if known else (0.0, 1.0)
    rows = len(lanes) + any(each.topic not in lanes for each in found.stories)
    height = TOP + LANE * max(rows, 1) + 10
    dots = [_Dot(_x(day, first, last), _y(lanes, each), each) for each, day in zip(found.stories, days, strict=True)]
    drawn = _single(found, dots) if len(dots) <= SINGLE else _gathered(dots)
    label = f"{len(dots)} stories of {len(lanes)} running stories"
    return (
        f'<svg viewBox="0 0 {WIDTH} {height}" role="group" aria-label="{label}">'
        f"{_years(first, last, height)}{_rows(found, lanes)}{drawn}</svg>"
    )


def _lanes(found: "Graph") -> dict[str, int]:
    """Return topic -> number of its lane, the largest first."""
    counts = Counter(each.topic for each in found.stories if each.topic)
    ranked = sorted(counts, key=lambda topic: (-counts[topic], topic))[:LANES]
    return {topic: n for n, topic in enumerate(ranked)}


def _day(each: "Node") -> float | None:
    """Return a story's day as a year with a fraction."""
    parts = each.day.lstrip("-").split("-")
    if not each.day or len(parts) < 3:
        return None
    year = -int(parts[0]) if each.day.startswith("-") else int(parts[0])
    return year + (int(parts[1]) - 1) / 12 + (int(parts[2]) - 1) / 372


def _x(day: float | None, first: float, last: float) -> float:
    """Return where a day stands; what has none stands at the very left."""
    if day is None:
        return LEFT - 12
    return LEFT + (WIDTH - LEFT - 20) * ((day - first) / (last - first) if last > first else 0.5)


def _y(lanes: dict[str, int], each: "Node") -> float:
    return TOP + LANE * (lanes.get(each.topic, len(lanes)) + 0.7)


def _years(first: float, last: float, height: int) -> str:
    years = range(int(first), int(last) + 1)
    step = max(1, -(-len(years) // 12))
    marks = []
    for year in years[::step]:
        x = max(_x(float(year), first, last), LEFT)
        marks.append(f'<line class="rule" x1="{x:.0f}" x2="{x:.0f}" y1="{TOP - 8}" y2="{height}"/>')
        marks.append(f'<text x="{x + 4:.0f}" y="{TOP - 12}">{year}</text>')
    return "".join(marks)


def _rows(found: "Graph", lanes: dict[str, int]) -> str:
    names = {n: found.topics.get(topic, topic) for topic, n in lanes.items()}
    if any(each.topic not in lanes for each in found.stories):
        names[len(lanes)] = OTHER
    rows = []
    for n, name in names.items():
        y = TOP + LANE * (n + 0.7)
        shown = name if len(name) < 30 else name[:28] + "…"
        rows.append(f'<line class="rule" x1="{LEFT}" x2="{WIDTH}" y1="{y:.0f}" y2="{y:.0f}"/>')
        rows.append(f'<text class="lane" x="0" y="{y + 4:.0f}">{escape(shown)}</text>')
    return "".join(rows)


def _single(found: "Graph", dots: list[_Dot]) -> str:
    placed = _apart(dots)
    arcs = "".join(_arc(placed[one], placed[two]) for one, two in found.links[:ARCS])
    return arcs + "".join(_dot(each, 6) for each in placed)


def _apart(dots: list[_Dot]) -> list[_Dot]:
    """Move dots that would hide one another upwards, the newest first as they come."""
    placed: list[_Dot] = []
    for each in dots:
        rows = {each.y - other.y for other in placed if abs(other.x - each.x) < APART and 0 <= each.y - other.y < LANE}
        row = next((row for row in range(0, LANE - 20, APART) if float(row) not in rows), 0)
        placed.append(each._replace(y=each.y - row))
    return placed


def _arc(one: _Dot, two: _Dot) -> str:
    bend = min(40.0, 8 + abs(one.x - two.x) / 8)
    middle = f"{(one.x + two.x) / 2:.0f} {min(one.y, two.y) - bend:.0f}"
    return f'<path class="link" d="M{one.x:.0f} {one.y:.0f}Q{middle} {two.x:.0f} {two.y:.0f}"/>'


def _dot(each: _Dot, radius: float) -> str:
    kind = ' class="explainer"' if each.story.form == "explainer" else ""
    title = escape(f"{each.story.title} ({each.story.day})" if each.story.day else each.story.title)
    circle = f'<circle{kind} cx="{each.x:.0f}" cy="{each.y:.0f}" r="{radius:.0f}"><title>{title}</title></circle>'
    return f'<a href="{escape(each.story.address)}" aria-label="{title}">{circle}</a>'


def _gathered(dots: list[_Dot]) -> str:
    """Draw a bar for the stories of each lane and each stretch of time."""
    wide = (WIDTH - LEFT) / COLUMNS
    groups: dict[tuple[int, float], list[_Dot]] = {}
    for each in dots:
        groups.setdefault((int((each.x - LEFT) // wide), each.y), []).append(each)
    largest = max(len(group) for group in groups.values())
    return "".join(_bar(column, wide, group, largest) for (column, _), group in groups.items())


def _bar(column: int, wide: float, group: list[_Dot], largest: int) -> str:
    days = sorted(each.story.day for each in group)
    when = f"{days[0]} to {days[-1]}" if days[0] else "undated"
    high = max(2.0, (LANE - 16) * (len(group) / largest) ** 0.5)
    x, y = LEFT + column * wide, group[0].y - high
    title = escape(f"{when}: {len(group)}, such as {group[0].story.title}")
    size = f'width="{wide - 2:.1f}" height="{high:.1f}"'
    return f'<rect x="{x:.1f}" y="{y:.1f}" {size}><title>{title}</title></rect>'
