"""An article's page.

Knows what a story shows, and in which order. Must never know how it looks.
"""

import math
from collections.abc import Container, Iterable
from html import unescape
from typing import Any

from markupsafe import Markup

from backstory.engine.keys import Read
from backstory.library.backlinks import SHOWN, line_of, mention_page, mentioned_by
from backstory.library.cards import card
from backstory.library.documents import body, document
from backstory.library.related import Reason, Related, related, related_count
from backstory.library.routes import prefix, route_at
from backstory.library.sofar import so_far
from backstory.library.sources import sources_of
from backstory.library.stories import belongs, stories_of
from backstory.library.tellings import figures_told
from backstory.reading.document import LinkMark
from backstory.reading.front.headers import ArticleHeader, Dated
from backstory.reading.slugs import slugify
from backstory.rendering.excerpts import event_view, one_paragraph, timeline_address
from backstory.rendering.faces import FORM_LABELS
from backstory.rendering.frame import crumbs
from backstory.rendering.support import closing_banner, is_welcome, with_banner
from backstory.rendering.text.blocks import draw
from backstory.rendering.text.body import Filler
from backstory.rendering.text.questioncards import contents
from backstory.rendering.timelineviews import EventGroup, TimelineView
from backstory.rendering.vantage import FORM_NOTES, Vantage
from backstory.rendering.views import BacklinkView, CardView, LinkView, NoticeView, RelatedView, SourceLine, SourceView
from backstory.rendering.words import Words

WORDS_A_MINUTE = 220


def text_fields(view: Vantage, path: str) -> tuple[dict[str, Any], Filler]:
    """Return the fields that every document's page has: body, footnotes, contents, sources."""
    filler = Filler(view, path, draw)
    whole = view.read(body, path)
    if any(mark.kind == "figure" for mark in view.read(document, path).marks.links):
        view.read(figures_told, path)
    fields: dict[str, Any] = {
        "body": filler.parts(whole.parts),
        "footnotes": Markup(filler.html(whole.footnotes)),
        "toc": contents(view.read, path),
        "sources": _sources(view, path),
    }
    return fields, filler


def _sources(view: Vantage, path: str) -> tuple[SourceView, ...]:
    """Return the sources that no footnote gives already, numbered."""
    cited = {_source_id(mark) for mark in view.read(document, path).marks.links if mark.kind == "source"}
    found = [each for each in sources_of(view.read, path) if each.role != "reference" or each.id not in cited]
    return tuple(view.source(each, number) for number, each in enumerate(found, 1))


def _source_id(mark: LinkMark) -> str:
    return mark.target.removeprefix("source:").split(",", 1)[0].strip()


def backlinks(view: Vantage, path: str, shown: frozenset[str] = frozenset()) -> tuple[BacklinkView, ...]:
    """Return the newest lines of other documents that mention this one, but for those that the page shows already."""
    found = [each for each in view.read(mentioned_by, path) if each not in shown]
    return tuple(backlink(view, path, each) for each in found[:SHOWN])


def backlink(view: Vantage, path: str, source: str) -> BacklinkView:
    """Return the line of a document that mentions another."""
    line = view.read(line_of, path, source)
    where = view.url(view.read(card, source).address, line.anchor)
    return BacklinkView(view.card(source), unescape(line.sentence), where)


def mentions_fields(view: Vantage, path: str, shown: Iterable[str] = ()) -> dict[str, Any]:
    """Return where a document is mentioned, but for the documents that its page shows already."""
    count = len(view.read(mentioned_by, path))
    where = f"{view.read(card, path).address}mentions/"
    whole = count > SHOWN and view.read(mention_page, where)
    words = view.words.n("All %(n)s mention", "All %(n)s mentions", count)
    return {
        "mentioned_in": backlinks(view, path, frozenset(shown)),
        "mentions": LinkView(words, view.url(where)) if whole else None,
    }


def article_fields(view: Vantage, path: str) -> dict[str, Any]:
    """Return what an article's page shows, by the names of PageView's fields."""
    header = view.read(document, path).header
    assert isinstance(header, ArticleHeader)
    each, own = view.read(card, path), view.read(belongs, path)
    fields, filler = text_fields(view, path)
    ranked = [near for near in view.read(related, path) if near.path not in filler.shown]
    end = _closing(view, ranked)
    rest = [near for near in ranked if near.path != end][: related_count(view.read)]
    wanted = is_welcome(view, each.kicker, own.tags)
    text, banner = with_banner(view, fields["body"], closing_banner(view, path) if wanted else None)
    fields["body"] = Markup(text)
    return fields | {
        "kicker": each.kicker,
        "form": each.form,
        "form_label": view.label(FORM_LABELS.get(each.form, "")),
        "authors": tuple(_named(view, name) for name in own.authors or each.authors),
        "date": view.date(each.date),
        "updated": view.date(each.updated),
        "minutes": math.ceil(view.read(body, path).words / WORDS_A_MINUTE),
        "source_line": _source_line(view, path),
        "crumbs": crumbs(view, *(_named(view, topic) for topic in own.topics[:1])),
        "topics": tuple(view.card(topic) for topic in own.topics if _is_document(topic)),
        "about": view.cards(own.about),
        "timeline": _so_far(view, path, own.topics),
        "corrections": notices(view, header.corrections, "correction"),
        "updates": notices(view, header.updates, "update"),
        "related": tuple(RelatedView(view.card(near.path), reason(view, near), near.pinned) for near in rest),
        "read_more": view.card(end) if end else None,
        "tags": _tags(view, own.tags),
        "support": banner,
        "history": _history(view, each.address),
        "form_note": view.label(FORM_NOTES.get(each.form, "")),
        **_neighbours(view, path, own.topics, {end, *(near.path for near in rest)}),
        **mentions_fields(view, path, (*filler.shown, end, *(near.path for near in rest))),
    }


def _history(view: Vantage, where: str) -> str:
    there = view.settings.history and view.read(route_at, f"{where}changes/")
    return view.url(f"{where}changes/") if there else ""


def _closing(view: Vantage, ranked: list[Related]) -> str:
    """Return the story of the card at the end: the first pin, else the best explainer, else the best."""
    pins = [near.path for near in ranked if near.pinned]
    explainers = [near.path for near in ranked if view.read(card, near.path).form == "explainer"]
    return next(iter([*pins, *explainers, *(near.path for near in ranked)]), "")


def _is_document(name: str) -> bool:
    return name.endswith((".md", ".markdown"))


def _named(view: Vantage, name: str) -> LinkView:
    """Return a link to a document, or to a topic that has only a page of its own, or a mere name."""
    if _is_document(name):
        return view.link(name)
    where = bare_topic_address(view, name)
    return LinkView(name, view.url(where) if where else "")


def bare_topic_address(view: Vantage, name: str) -> str:
    """Return the address of a topic that nobody wrote a document for, or nothing."""
    where = f"{prefix(view.read, view.lang)}/topics/{slugify(name)}/"
    return where if view.read(route_at, where) else ""


def _tags(view: Vantage, names: tuple[str, ...]) -> tuple[LinkView, ...]:
    start = prefix(view.read, view.lang)
    return tuple(LinkView(name, view.url(f"{start}/tags/{slugify(name)}/")) for name in names)


def _source_line(view: Vantage, path: str) -> SourceLine | None:
    found = sources_of(view.read, path)
    originals = tuple(view.source(each) for each in found if each.role == "original")
    reported = tuple(view.source(each) for each in found if each.role == "reported")
    return SourceLine(originals, reported) if originals or reported else None


def notices(view: Vantage, found: tuple[Dated, ...], name: str) -> tuple[NoticeView, ...]:
    """Return corrections or updates, newest first, each with an id for links to it."""
    ordered = sorted(enumerate(found, 1), key=lambda item: item[1].date.sort_key, reverse=True)
    return tuple(NoticeView(view.day(each.date), one_paragraph(each.text), f"{name}-{n}") for n, each in ordered)


def _so_far(view: Vantage, path: str, topics: tuple[str, ...]) -> TimelineView | None:
    """Return the story so far: what happened in the story's topics up to its date, this story's own events marked."""
    found = view.read(so_far, path)
    if not found:
        return None
    documents = [topic for topic in topics if _is_document(topic)]
    url = view.url(timeline_address(view, documents[0])) if documents else ""
    events = tuple(event_view(view, event, current=path) for event in found)
    return TimelineView(view.words("The story so far"), url, (EventGroup("", "", 2, events),), len(events))


def reason(view: Vantage, near: Related) -> str:
    """Say in a reader's words why a story is related."""
    return reason_words(view.read, view.words, near.reason)


def reason_words(read: Read, t: Words, why: Reason) -> str:
    """Say a reason in a language's words."""
    names = [read(card, name).title if _is_document(name) else name for name in why.subjects]
    if why.kind == "about" and len(names) > 1:
        return t("Both about %(first)s and %(second)s", first=names[0], second=names[1])
    if why.kind == "about":
        return t("Both about %(name)s", name=names[0])
    if why.kind == "topic":
        return t("Part of: %(topic)s", topic=names[0])
    if why.kind == "tag":
        return t("Both on: %(tag)s", tag=names[0])
    plain = {
        "background": "Explains the background",
        "pinned": "Chosen by the editors",
        "cited": "Cited in this story",
        "cites": "Cites this story",
    }
    return t(plain.get(why.kind, "On the same subject"))


def _neighbours(view: Vantage, path: str, topics: tuple[str, ...], shown: Container[str]) -> dict[str, CardView | None]:
    """Return the stories before and after in the first topic, by date, but for what the page shows already."""
    line = view.read(stories_of, view.lang, topics[0])[::-1] if topics else ()
    if path not in line:
        return {}
    at = line.index(path)
    before, after = line[at - 1] if at else "", line[at + 1] if at + 1 < len(line) else ""
    return {
        "previous": view.card(before) if before and before not in shown else None,
        "next": view.card(after) if after and after not in shown else None,
    }
