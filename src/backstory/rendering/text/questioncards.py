"""The questions that a document answers in cards (`::: qa`): their addresses, their place among headings, the answers.

Knows blocks and headings. Must never know how a card looks.
"""

from collections.abc import Iterator

from backstory.engine.keys import Read
from backstory.library.documents import body, document
from backstory.reading.document import BlockMark, BlockPart, Part
from backstory.reading.markup.plaintext import running_text_of
from backstory.reading.slugs import slugify
from backstory.rendering.views import HeadingView

LEVEL = 2
"""A card's question is a heading of this level."""


def question_id(words: str) -> str:
    """Return the id that a question's card has on its page."""
    return "question-" + slugify(words)


def contents(read: Read, path: str) -> tuple[HeadingView, ...]:
    """Return a document's headings and the questions of its cards, in the order of its text."""
    whole, marks = read(body, path), read(document, path).marks
    lines = {each.id: each.place.line for each in marks.headings}
    found = [(lines.get(each.id, 0), HeadingView(each.level, each.id, each.text)) for each in whole.headings]
    cards = [
        (each.place.line, HeadingView(LEVEL, question_id(each.argument), each.argument))
        for each in _cards(marks.blocks)
    ]
    return tuple(view for _, view in (sorted(found + cards, key=lambda pair: pair[0]) if cards else found))


def _cards(blocks: tuple[BlockMark, ...]) -> Iterator[BlockMark]:
    return (each for each in blocks if each.name == "qa" and each.argument and each.parent < 0)


def answered(read: Read, path: str) -> tuple[tuple[str, str, str], ...]:
    """Return the questions of a document's cards: question, plain answer, id on the page."""
    blocks = read(document, path).marks.blocks
    if not any(_cards(blocks)):
        return ()
    return tuple(
        (mark.argument, running_text_of(part.parts), question_id(mark.argument))
        for part, mark in _parts(read(body, path).parts, blocks)
    )


def _parts(parts: tuple[Part, ...], blocks: tuple[BlockMark, ...]) -> Iterator[tuple[BlockPart, BlockMark]]:
    for part in parts:
        if isinstance(part, BlockPart) and (mark := blocks[part.block]).name == "qa" and mark.argument:
            yield part, mark
