"""The `:::` blocks: what each may be given, and the values that its template gets.

Knows each block's argument and options. Must never know how it looks: that is its template's, `blocks/NAME.html`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from markupsafe import Markup

from backstory.library.cards import card
from backstory.library.documents import document
from backstory.library.links import mentions_in
from backstory.library.names import ABOUT, CARDS, STORIES, find, nearest
from backstory.library.related import related
from backstory.library.sources import source, unknown_source
from backstory.library.stories import belongs, of_kind, stories_of
from backstory.notes import did_you_mean, error, warning
from backstory.reading.dates import DateError, parse
from backstory.reading.document import BlockMark
from backstory.reading.headers import FigureHeader, TopicHeader
from backstory.reading.slugs import slugify
from backstory.rendering.body import Filler, embedded_body
from backstory.rendering.charting import CHART_TYPES, chart_view
from backstory.rendering.excerpts import excerpt
from backstory.rendering.support import support_view
from backstory.rendering.templates import run

Values = dict[str, Any] | None
READ_MORE = (*STORIES, "timeline", "topic")


@dataclass(frozen=True)
class Block:
    """What a block may be given. `make` returns its template's values, or None when nothing can be drawn."""

    make: Callable[[Filler, BlockMark, Markup], Values]
    options: tuple[str, ...] = ()
    argument: str = ""
    """What its argument is, in words, when it must have one."""


@dataclass(frozen=True)
class BlockView:
    """A block as its template sees it."""

    name: str
    argument: str
    options: dict[str, str]
    body: Markup


def draw(filler: Filler, mark: BlockMark, body: Markup) -> str:
    """Return a block's HTML; what is wrong with it becomes a note, and then there may be none."""
    view, block = filler.view, BLOCKS.get(mark.name)
    if block is None:
        help = did_you_mean(mark.name, BLOCKS) or f"Blocks are: {', '.join(BLOCKS)}."
        view.note(error(mark.place, "block/unknown", f'There is no block "{mark.name}".', help))
        return ""
    for name, _ in mark.options:
        if name not in block.options:
            known = ", ".join(block.options) or "none"
            help = did_you_mean(name, block.options) or f"Its options are: {known}."
            sentence = f'"{mark.name}" has no option "{name}".'
            view.note(error(mark.place, "block/unknown-option", sentence, help))
    if block.argument and not mark.argument:
        sentence = f'"{mark.name}" needs {block.argument}.'
        view.note(error(mark.place, "block/missing-argument", sentence, "Write it after the block's name."))
        return ""
    values = block.make(filler, mark, body)
    if values is None:
        return ""
    seen = BlockView(mark.name, mark.argument, dict(mark.options), body)
    return run(view.read, view.note, f"blocks/{mark.name}.html", {"t": view.words, "block": seen, **values})


def _find(filler: Filler, mark: BlockMark, name: str, kinds: tuple[str, ...], what: str) -> str:
    view = filler.view
    path = find(view.read, name, view.lang, kinds).path
    if not path:
        help = nearest(view.read, name, kinds) or f"Write the {what}, or mend its name."
        view.note(error(mark.place, "block/unknown-target", f'There is no {what} "{name}".', help))
    return path


def _read_more(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = _find(filler, mark, mark.argument, READ_MORE, "story") if mark.argument else _best(filler)
    if not path:
        return None
    if path in filler.shown:
        sentence = f'"{mark.argument or path}" has a card on this page already.'
        filler.view.note(warning(mark.place, "block/shown-twice", sentence, "Choose another story, or take it out."))
    filler.shown.append(path)
    return {"card": filler.view.card(path)}


def _best(filler: Filler) -> str:
    """Return the best related explainer that the page neither links to nor shows, or else the best related story.

    On a page that is no story, the newest explainer about its subject.
    """
    view = filler.view
    taken = {filler.path, *view.read(mentions_in, filler.path), *filler.shown, *_named_stories(filler)}
    is_story = view.read(card, filler.path).kind in STORIES
    ranked = (each.path for each in view.read(related, filler.path)) if is_story else _about(filler)
    found = [path for path in ranked if path not in taken]
    explainers = [path for path in found if view.read(card, path).form == "explainer"]
    return next(iter([*explainers, *found]), "")


def _about(filler: Filler) -> tuple[str, ...]:
    return filler.view.read(stories_of, filler.view.lang, filler.path)


def _named_stories(filler: Filler) -> set[str]:
    """Return the stories that cards name anywhere on the page: what an editor chose is not shown before its place."""
    view = filler.view
    found = view.read(document, filler.path)
    names = [each.argument for each in found.marks.blocks if each.name == "read-more" and each.argument]
    names += [found.header.lead] if isinstance(found.header, TopicHeader) else []
    return {find(view.read, name, view.lang, READ_MORE).path for name in names}


def _card(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = _find(filler, mark, mark.argument, CARDS, "person, place, organization, term, question or figure")
    if not path:
        return None
    view = filler.view
    figure = view.figure(path) if view.read(card, path).kind == "figure" else None
    answer = Markup("") if path == filler.path else embedded_body(view, path)
    return {"card": view.card(path, answer=answer, figure=figure)}


def _timeline(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = _find(filler, mark, mark.argument, ("timeline", *ABOUT), "timeline, topic, person or place")
    options = dict(mark.options)
    dates = {}
    for name in ("from", "to"):
        if name in options and (date := _date(filler, mark, options[name])):
            dates[name] = date
    limit = options.get("limit", "5")
    if not limit.isdigit() or not int(limit):
        sentence = f'"{limit}" is not a number of events.'
        filler.view.note(error(mark.place, "block/bad-option", sentence, 'Write limit="5".'))
        limit = "5"
    if not path:
        return None
    return {"timeline": excerpt(filler.view, path, dates.get("from"), dates.get("to"), int(limit))}


def _date(filler: Filler, mark: BlockMark, text: str) -> Any:
    try:
        return parse(text)
    except DateError as problem:
        filler.view.note(error(mark.place, "block/bad-option", problem.sentence, problem.help))
        return None


def _figures(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    found = []
    for name in mark.argument.replace(",", " ").split():
        path = _find(filler, mark, name, ("figure",), "figure")
        header = filler.view.read(document, path).header if path else None
        if isinstance(header, FigureHeader) and header.value is None:
            sentence = f'The figure "{name}" has no single value.'
            filler.view.note(
                error(mark.place, "block/no-value", sentence, "Draw it with ::: chart, or give it a value.")
            )
        elif path:
            found.append(filler.view.figure(path))
    return {"figures": tuple(found)} if found else None


def _chart(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = _find(filler, mark, mark.argument, ("figure",), "figure")
    options = dict(mark.options)
    kind = options.get("type", "")
    if kind and kind not in CHART_TYPES:
        help = did_you_mean(kind, CHART_TYPES) or f"Types are: {', '.join(CHART_TYPES)}."
        filler.view.note(error(mark.place, "block/bad-option", f'There is no chart type "{kind}".', help))
        kind = ""
    if not path:
        return None
    chart = chart_view(filler.view, path, kind, options.get("title", ""), filler.next_id("chart"))
    if chart is None:
        sentence = f'The figure "{mark.argument}" has no series or breakdown to draw.'
        filler.view.note(error(mark.place, "block/no-series", sentence, "Add series: or breakdown: to it."))
        return None
    return {"chart": chart}


def _quote(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    options, view = dict(mark.options), filler.view
    speaker = options.get("speaker", "")
    path = _find(filler, mark, speaker, ("person", "organization"), "person or organization") if speaker else ""
    date = _date(filler, mark, options["date"]) if "date" in options else None
    entry = view.read(source, options["source"]) if "source" in options else None
    if "source" in options and entry is None:
        view.note(unknown_source(view.read, options["source"], mark.place))
    return {
        "speaker": view.card(path) if path else None,
        "date": view.date(date),
        "source": view.source(entry) if entry else None,
    }


def _qa(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    return {"question": mark.argument, "id": "question-" + slugify(mark.argument)}


def _questions(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    view = filler.view
    topic = _find(filler, mark, mark.argument, ("topic",), "topic")
    found = [path for path in view.read(of_kind, view.lang, "question") if topic in view.read(belongs, path).topics]
    shown = tuple(view.card(path, answer=embedded_body(view, path)) for path in found)
    return {"questions": shown} if topic and found else None


def _embed(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    try:
        parts = urlsplit(mark.argument)
    except ValueError:  # a bracket that is never closed in the host
        parts = urlsplit("")
    if parts.scheme not in ("http", "https") or not parts.netloc:
        sentence = f'"{mark.argument}" is not an address.'
        filler.view.note(error(mark.place, "block/bad-address", sentence, "Write one that starts with https://."))
        return None
    host = parts.netloc.removeprefix("www.")
    return {"url": mark.argument, "title": dict(mark.options).get("title") or host, "host": host}


def _support(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    return {"support": support_view(filler.view)}


def _plain(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    return {}


BLOCKS: dict[str, Block] = {
    "read-more": Block(_read_more),
    "card": Block(_card, argument="the name of what to show"),
    "timeline": Block(_timeline, ("from", "to", "limit"), "the name of a timeline or topic"),
    "figures": Block(_figures, argument="the names of figures"),
    "chart": Block(_chart, ("title", "type"), "the name of a figure"),
    "quote": Block(_quote, ("speaker", "date", "source")),
    "qa": Block(_qa, argument="a question in quotation marks"),
    "questions": Block(_questions, argument="the name of a topic"),
    "embed": Block(_embed, ("title",), "an address"),
    "support": Block(_support),
    "note": Block(_plain, ("title",)),
    "known": Block(_plain, ("title",)),
    "unknown": Block(_plain, ("title",)),
}
