"""`backstory history SLUG`: what changed in a document from version to version, as sentences.

Knows how differences are told in a terminal and as JSON. Must never know git.
"""

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import click

from backstory.commands import options
from backstory.commands.terminal import say

if TYPE_CHECKING:
    from backstory.reading.prose import Change

MARKS = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
COLOURS = {"gone": "red", "new": "green"}
AROUND = 8
"""How many words that stayed stand beside those that changed."""


@click.command()
@click.argument("name", metavar="SLUG")
@options.site_root
@options.as_json
def history(name: str, root: Path, as_json: bool) -> None:
    """Say what changed in a document, version by version. SLUG is its slug, title, address or file."""
    from backstory.files.history import versions
    from backstory.reading.prose import changes

    path = _path(name, root)
    found = versions(root, path)
    if not found:
        raise click.ClickException(f"There is no history of {path}: git knows no version of it.")
    steps = [(now, changes(before.text, now.text)) for before, now in pairwise(found)]
    told = [(version, different) for version, different in steps if different]
    if as_json:
        import msgspec

        made = [{"day": v.day, "commit": v.id, "words": v.words, "changes": different} for v, different in told]
        say(msgspec.json.format(msgspec.json.encode({"path": path, "versions": made}), indent=2).decode())
        return
    say(f"{path}\n{found[0].day}  first version: {found[0].words}")
    for version, different in told:
        say(f"\n{version.day}  {version.words}")
        for each in different:
            say(f"    {_line(each)}")


def _path(name: str, root: Path) -> str:
    from backstory.building.builder import Builder
    from backstory.commands.why import page_name
    from backstory.library.addresses import document_at
    from backstory.library.documents import is_document
    from backstory.library.names import find
    from backstory.notes import did_you_mean

    builder = Builder(root, drafts=True)
    ask = builder.engine.ask
    page = page_name(name, root, builder.settings.output)
    if ask(is_document, page):
        return page
    address = f"/{page.strip('/').removesuffix('index.html').strip('/')}/"
    if path := ask(document_at, address):
        return path
    if path := find(ask, name).path:
        return path
    from backstory.library.cards import catalog

    near = did_you_mean(name, [each.slug for each in ask(catalog)])
    raise click.ClickException(f'There is no document "{name}". {near}'.strip())


def _line(change: "Change") -> str:
    parts = []
    for piece in change.pieces:
        start, end = MARKS[piece.kind]
        words = _shortened(piece.words) if piece.kind == "same" else piece.words
        bare = words.strip()
        parts.append(click.style(f"{start}{bare}{end}", fg=COLOURS.get(piece.kind)))
    line = " ".join(parts)
    return f"{change.about}: {line}" if change.about else line


def _shortened(words: str) -> str:
    every = words.split()
    return words if len(every) <= 2 * AROUND else " ".join((*every[:AROUND], "…", *every[-AROUND:]))
