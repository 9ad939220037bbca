"""What the arguments and options of blocks name: documents, dates, sources. What is wrong with one becomes a note.

Knows how to look for what an editor named. Must never know what a block shows.
"""

from backstory.library.names import find, nearest
from backstory.library.sources import source, unknown_source
from backstory.notes import error
from backstory.reading.dates import Date, DateError, parse
from backstory.reading.document import BlockMark
from backstory.rendering.text.body import Filler
from backstory.rendering.views import SourceView


def named_in(filler: Filler, mark: BlockMark, name: str, kinds: tuple[str, ...], what: str) -> str:
    """Return the path of the document that a block names, or nothing."""
    view = filler.view
    path = find(view.read, name, view.lang, kinds).path
    if not path:
        help = nearest(view.read, name, kinds) or f"Write the {what}, or mend its name."
        view.note(error(mark.place, "block/unknown-target", f'There is no {what} "{name}".', help))
    return path


def date_in(filler: Filler, mark: BlockMark, text: str) -> Date | None:
    """Return the date that an option gives, or None."""
    try:
        return parse(text)
    except DateError as problem:
        filler.view.note(error(mark.place, "block/bad-option", problem.sentence, problem.help))
        return None


def source_in(filler: Filler, mark: BlockMark) -> SourceView | None:
    """Return the source that the option `source` names, or None."""
    id = dict(mark.options).get("source", "")
    entry = filler.view.read(source, id) if id else None
    if id and entry is None:
        filler.view.note(unknown_source(filler.view.read, id, mark.place))
    return filler.view.source(entry) if entry else None
