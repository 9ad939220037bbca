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
from backstory.library.names import ABOUT, CARDS, STORIES, find
from backstory.library.related import related
from backstory.library.stories import belongs, of_kind, stories_of
from backstory.notes import did_you_mean, error, warning
from backstory.reading.document import BlockMark
from backstory.reading.front.headers import TopicHeader
from backstory.rendering.excerpts import excerpt
from backstory.rendering.support import support_view
from backstory.rendering.templating.templates import run
from backstory.rendering.text.blockoptions import date_in, named_in
from backstory.rendering.text.body import Filler, embedded_body
from backstory.rendering.text.chartblocks import chart_block, figures_block
from backstory.rendering.text.questioncards import question_id
from backstory.rendering.text.voiceblocks import claim_block, quote_block, said_block, viewpoint_block

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


def _read_more(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = named_in(filler, mark, mark.argument, READ_MORE, "story") if mark.argument else _best(filler)
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
    path = named_in(filler, mark, mark.argument, CARDS, "person, place, organization, term, question or figure")
    if not path:
        return None
    view = filler.view
    figure = view.figure(path) if view.read(card, path).kind == "figure" else None
    answer = Markup("") if path == filler.path else embedded_body(view, path)
    return {"card": view.card(path, answer=answer, figure=figure)}


def _timeline(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    path = named_in(filler, mark, mark.argument, ("timeline", *ABOUT), "timeline, topic, person or place")
    options = dict(mark.options)
    dates = {}
    for name in ("from", "to"):
        if name in options and (date := date_in(filler, mark, options[name])):
            dates[name] = date
    limit = options.get("limit", "5")
    if not limit.isdigit() or not int(limit):
        sentence = f'"{limit}" is not a number of events.'
        filler.view.note(error(mark.place, "block/bad-option", sentence, 'Write limit="5".'))
        limit = "5"
    if not path:
        return None
    return {"timeline": excerpt(filler.view, path, dates.get("from"), dates.get("to"), int(limit))}


def _qa(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    return {"question": mark.argument, "id": question_id(mark.argument)}


def _questions(filler: Filler, mark: BlockMark, body: Markup) -> Values:
    view = filler.view
    topic = named_in(filler, mark, mark.argument, ("topic",), "topic")
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
    "figures": Block(figures_block, argument="the names of figures"),
    "chart": Block(
        chart_block,
        ("title", "type", "description", "source", "unit", "x", "y"),
        "the name of a figure or a file",
    ),
    "quote": Block(quote_block, ("speaker", "date", "source")),
    "viewpoints": Block(_plain),
    "viewpoint": Block(viewpoint_block, ("holder", "date", "source")),
    "claim": Block(claim_block, ("claimant", "date", "verdict", "source"), "the claim in quotation marks"),
    "said": Block(said_block, ("speaker", "date", "source")),
    "qa": Block(_qa, argument="a question in quotation marks"),
    "questions": Block(_questions, argument="the name of a topic"),
    "embed": Block(_embed, ("title",), "an address"),
    "support": Block(_support),
    "note": Block(_plain, ("title",)),
    "known": Block(_plain, ("title",)),
    "unknown": Block(_plain, ("title",)),
}
