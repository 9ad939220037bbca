"""What stories say of figures, held against what the figures are: "more than 4,000" of a count that is 4,090.

Knows which of a figure's values was true at a story's date. Must never know how a number is shown.
"""

from collections.abc import Iterator

from msgspec import Struct

from backstory.engine.keys import Noting, Read, query
from backstory.library.cards import card
from backstory.library.documents import document
from backstory.library.figures import figure_of, plainly
from backstory.library.links import NOWHERE, links, written
from backstory.notes import warning
from backstory.reading.counts.amounts import Amount, amount, exactly, rounded, rounding_of
from backstory.reading.counts.numberwords import SCALES
from backstory.reading.dates import Date
from backstory.reading.document import LinkMark
from backstory.reading.front.headers import FigureHeader
from backstory.reading.wording import quoted


class Moment(Struct, frozen=True):
    """A value of a figure and when it was true; without a date, always."""

    value: float
    date: Date | None = None
    qualifier: str = ""


@query("whether {} agrees with its figures")
def figures_told(read: Read, note: Noting, path: str) -> None:
    """Compare the words of each link to a figure with the figure's value at the document's date.

    A document that was updated may hold to any value from its date to its last update. A figure that is only a series
    or a breakdown agrees with each of its rows. Words without a number say nothing that could be wrong.
    """
    each, targets = read(card, path), read(links, path)
    last = each.updated or each.date
    for mark in read(document, path).marks.links:
        target = targets.get(written(mark), NOWHERE).path if mark.kind == "figure" else ""
        said = amount(mark.words) if target else None
        if said is not None:
            _compare(read, note, mark, said, target, (each.date, last))


def _compare(read: Read, note: Noting, mark: LinkMark, said: Amount, path: str, span: tuple[Date | None, ...]) -> None:
    figure = read(figure_of, path)
    now = tuple(in_force(figure, *span))
    if any(_agrees(said, each, figure) for each in (*now, *_accounts(figure))) or _agrees_with_part(said, figure):
        return
    name, best = read(card, path).slug, (now or moments(figure) or (None,))[0]
    if best is None:
        if sentence := _no_value(figure, quoted(mark.words), quoted(name)):
            note(warning(mark.place, "figure/disagrees", sentence, "Mend the words or the figure."))
        return
    was = _in_words(figure, best)
    earlier = next((each for each in moments(figure) if _agrees(said, each, figure)), None)
    if earlier is not None and earlier.date:
        sentence = f"{quoted(mark.words)} is the value of {earlier.date.text}; {quoted(name)} was {was}."
        help = "Write the value at the story's date, or link to the figure where the earlier one is meant."
        note(warning(mark.place, "figure/outdated", sentence, help))
        return
    sentence = f"{quoted(mark.words)} does not agree with the figure {quoted(name)}, which was {was}."
    help = "Mend the words or the figure. Counts on which sources differ stand under accounts: in the figure."
    note(warning(mark.place, "figure/disagrees", sentence, help))


def _no_value(figure: FigureHeader, said: str, name: str) -> str:
    """Return what is wrong with a number that is told of a figure without a value of its own."""
    if figure.accounts:
        counts = " and ".join(f"{plainly(each.value)} ({each.by})" for each in figure.accounts)
        return f"{said} is none of the counts of {name}: {counts}."
    return f"{said} is no part of the figure {name}, nor a share of it." if figure.breakdown else ""


def _in_words(figure: FigureHeader, moment: Moment) -> str:
    value = f"{moment.qualifier} {plainly(moment.value)} {figure.unit}".strip()
    return f"{value} ({moment.date.text})" if moment.date else value


def moments(figure: FigureHeader) -> tuple[Moment, ...]:
    """Return every dated value of a figure in order of time, and its own value."""
    found = [Moment(point.value, point.date) for point in figure.series]
    if figure.value is not None:
        found.append(Moment(figure.value, figure.as_of, figure.qualifier))
    return tuple(sorted(found, key=lambda each: each.date.sort_key if each.date else ()))


def in_force(figure: FigureHeader, start: Date | None, end: Date | None) -> Iterator[Moment]:
    """Yield the values that a document of these dates may give, the one of its own date first.

    Where none was known by then, the first later one stands for it.
    """
    found = moments(figure)
    known = [each for each in found if _by(each.date, end)]
    if figure.value is None:
        yield from reversed(known or found)
        return
    before = [each for each in known if _by(each.date, start)]
    yield from before[-1:]
    yield from known[len(before) :]
    if not known:
        yield from found[:1]


def _by(date: Date | None, limit: Date | None) -> bool:
    """Say whether something of a date was known by another; what has no date was always known."""
    if date is None or limit is None or date.earliest is None or limit.latest is None:
        return True
    return date.earliest <= limit.latest


def _accounts(figure: FigureHeader) -> tuple[Moment, ...]:
    return tuple(Moment(each.value, each.date, each.qualifier) for each in figure.accounts)


def _agrees(said: Amount, moment: Moment, figure: FigureHeader) -> bool:
    values = [moment.value * scale for scale in _scales(figure.unit)]
    if said.share:
        values = [moment.value / 100] if _in_percent(figure.unit) else [moment.value]
    word = rounding_of(moment.qualifier)
    found = [exactly(value) if word == "exact" else rounded(value, word, said.share) for value in values]
    return any(said.meets(each) for each in found)


def _agrees_with_part(said: Amount, figure: FigureHeader) -> bool:
    """Say whether words tell one of a figure's parts, by itself or as a share of all of them."""
    parts = [row.value for row in figure.breakdown]
    if not said.share or _in_percent(figure.unit):
        return any(_agrees(said, Moment(value), figure) for value in parts)
    whole = figure.value or sum(parts)
    return bool(whole) and any(said.meets(exactly(value / whole)) for value in parts)


def _scales(unit: str) -> tuple[float, ...]:
    """Return what a figure's value may be multiplied by: "million EUR" stands for the words and for the number."""
    first = unit.casefold().replace(".", "").split()[:1]
    return (1.0, SCALES[first[0]]) if first and first[0] in SCALES else (1.0,)


def _in_percent(unit: str) -> bool:
    return unit.casefold().strip().startswith(("%", "percent", "per cent", "процент"))
