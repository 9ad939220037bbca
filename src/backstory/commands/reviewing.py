"""`backstory check --review`: what somebody should look at again, as a list to work through.

Knows how the list is told to people, programs and calendars. Must never know what makes a document due.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from backstory.commands.terminal import say

if TYPE_CHECKING:
    from backstory.files.settings import Settings
    from backstory.library.review import Due

NAMED = 3
"""How many of the pages that use something a line names."""


def review(root: Path, drafts: bool, date: str, as_json: bool, calendar: str) -> None:
    """Print what is due for review; with `calendar` write it into that file too, as all-day events."""
    from backstory.building.builder import Builder
    from backstory.library.review import due_for_review

    builder = Builder(root, drafts=drafts, date=date)
    found = builder.engine.ask(due_for_review)
    if calendar:
        Path(calendar).write_bytes(_calendar(found, date or _today(), builder.settings))
    if as_json:
        import msgspec

        say(msgspec.json.format(msgspec.json.encode({"due": found}), indent=2).decode())
        return
    for each in found:
        say(_line(each))
    from backstory.commands.words import count

    say(f"{count(len(found), 'document')} to look at." if found else "Nothing is due for review.")
    if calendar:
        say(f"Written to {calendar}.")


def _line(each: "Due") -> str:
    from backstory.commands.words import count

    parts = [f"due {each.due}"]
    if each.used_in:
        parts.append(f"used in {count(len(each.used_in), 'document')}")
    parts.append(f"last checked {count(each.days, 'day')} ago" if each.days >= 0 else "never checked")
    lines = [f"{each.path}: {each.title}", f"    {', '.join(parts)}"]
    lines += [f"    - {path}" for path in each.used_in[:NAMED]]
    if len(each.used_in) > NAMED:
        lines.append(f"    - and {len(each.used_in) - NAMED} more")
    return "\n".join(lines)


def _today() -> str:
    from datetime import date

    return date.today().isoformat()


def _calendar(found: "tuple[Due, ...]", today: str, settings: "Settings") -> bytes:
    """Return the list as a calendar; what is overdue stands on today, where an editor sees it."""
    from backstory.reading.dates import parse
    from backstory.rendering.formats.calendars import icalendar
    from backstory.rendering.formats.exports import ExportEvent, ExportTimeline

    events = tuple(
        ExportEvent(
            id=f"review-{each.path}",
            date=parse(max(each.due, today)),
            display_date=each.due,
            title=f"Review: {each.title}",
            text=_line(each),
            url=settings.base_url + each.address if settings.base_url else "",
        )
        for each in found
    )
    return icalendar(ExportTimeline(f"{settings.title}: to review", settings.base_url, "en", events))
