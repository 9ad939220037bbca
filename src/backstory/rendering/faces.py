"""Faces of documents and dates, which look the same from most pages: made once and remembered.

Knows what a card shows of a document. Must never know the page that shows it.
"""

from functools import lru_cache

from backstory.library.cards import Card
from backstory.reading.dates import Date
from backstory.rendering.dates import html_datetime, show, show_day_month
from backstory.rendering.views import CardView, DateView
from backstory.rendering.words import Words, direction

KIND_LABELS = {
    "article": "Article",
    "timeline": "Timeline",
    "topic": "Topic",
    "person": "Person",
    "organization": "Organization",
    "place": "Place",
    "term": "Term",
    "question": "Question",
    "figure": "Figure",
    "author": "Author",
    "page": "Page",
}
FORM_LABELS = {
    "brief": "Brief",
    "explainer": "Explainer",
    "q-and-a": "Questions and answers",
    "profile": "Profile",
    "analysis": "Analysis",
    "data": "In numbers",
}

REMEMBERED = 16_384
"""How many faces and dates are at hand: a story is shown on many pages, and looks the same from most of them."""


@lru_cache(maxsize=REMEMBERED)
def day_view(date: Date, lang: str) -> DateView:
    """Return a date as a language's readers write it."""
    first = date.earliest
    return DateView(
        text=show(date, lang),
        edtf=date.text,
        iso=html_datetime(date) or "",
        year=f"{first.year}" if first else "",
        short=show_day_month(date, lang),
    )


_FACES: dict[tuple[str, str, str], tuple[Card, Words, CardView]] = {}
"""Path, address from a page, and language -> what a face was made of, and the face."""


def face(each: Card, url: str, words: Words) -> CardView:
    """Return a document's card without what hangs on other files, as pages of a language see it."""
    key = (each.path, url, words.lang)
    known = _FACES.get(key)
    if known is not None and known[1] is words and (known[0] is each or known[0] == each):
        return known[2]
    if len(_FACES) >= REMEMBERED:
        _FACES.clear()
    made = _new(each, url, words)
    _FACES[key] = each, words, made
    return made


def _new(each: Card, url: str, words: Words) -> CardView:
    form, lang = FORM_LABELS.get(each.form, ""), words.lang
    return CardView(
        kind=each.kind,
        kind_label=words(KIND_LABELS[each.kind]),
        title=each.title,
        url=url,
        kicker=each.kicker,
        description=each.description,
        date=day_view(each.date, lang) if each.date else None,
        updated=day_view(each.updated, lang) if each.updated else None,
        form=each.form,
        form_label=words(form) if form else "",
        lang=each.lang if each.lang != lang else "",
        dir=direction(each.lang),
        corrected=each.corrected,
    )
