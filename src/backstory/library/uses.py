"""Which documents a block uses: the figures of a chart, the person on a card, the questions of a topic.

Knows blocks that show documents. Must never know links in running text, nor how a block looks.
"""

from collections.abc import Iterator

from backstory.engine.keys import Read
from backstory.library.names import CARDS, find
from backstory.library.stories import belongs, of_kind
from backstory.reading.document import BlockMark

KINDS: dict[str, tuple[str, ...]] = {"card": CARDS, "figures": ("figure",), "chart": ("figure",)}
WHO = {"quote": "speaker", "said": "speaker", "viewpoint": "holder", "claim": "claimant"}
"""Blocks with an option that names somebody."""


def block_uses(read: Read, block: BlockMark, lang: str) -> Iterator[str]:
    """Yield the paths of the documents that a block uses."""
    if block.name in KINDS:
        several = block.name == "figures"
        names = block.argument.replace(",", " ").split() if several else [block.argument]
        for name in names:
            if path := find(read, name, lang, KINDS[block.name]).path:
                yield path
    elif block.name == "questions":
        topic = find(read, block.argument, lang, ("topic",)).path
        yield from (each for each in read(of_kind, lang, "question") if topic and topic in read(belongs, each).topics)
    elif (name := dict(block.options).get(WHO.get(block.name, ""), "")) and (
        path := find(read, name, lang, ("person", "organization", "place")).path
    ):
        yield path
