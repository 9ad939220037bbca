"""What is not translated, told to editors: `check` in short, `check --translations` in full.

Knows how the list is told to people and programs. Must never know what makes a translation old.
"""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from backstory.commands.terminal import say

if TYPE_CHECKING:
    from backstory.library.untranslated import Untranslated

NAMED = 5
"""How many documents of each language a plain `check` names."""


def translating(root: Path, drafts: bool, date: str, as_json: bool) -> None:
    """Print everything that is not translated."""
    from backstory.building.builder import Builder
    from backstory.library.untranslated import untranslated

    found = Builder(root, drafts=drafts, date=date).engine.ask(untranslated)
    if as_json:
        import msgspec

        say(msgspec.json.format(msgspec.json.encode({"untranslated": found}), indent=2).decode())
        return
    say("\n".join(told(found)) if found else "Everything is translated.")


def told(found: "tuple[Untranslated, ...]", limit: int = 0) -> Iterator[str]:
    """Yield the list in lines, language by language; with a limit, at most so many documents of each."""
    from backstory.commands.words import count

    for lang, group in groupby(found, key=lambda each: each.lang):
        due = list(group)
        missing = sum(each.state == "missing" for each in due)
        parts = [f"{count(missing, 'document')} without a translation"] if missing else []
        parts += [f"{count(len(due) - missing, 'translation')} older than the original"] if missing < len(due) else []
        yield f"{lang}: {', '.join(parts)}"
        shown = due[:limit] if limit else due
        for each in shown:
            yield f"  {each.path}" + (f" is newer than {each.translation}" if each.translation else "")
        if len(shown) < len(due):
            yield f"  and {len(due) - len(shown)} more; all of them: backstory check --translations"
