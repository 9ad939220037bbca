"""`backstory date STRING…`: whether a text is a date, which days it can mean, and how readers will see it.

Knows how answers are printed. Must never know how a date is read or worded.
"""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import click

from backstory.commands import options
from backstory.commands.terminal import say

if TYPE_CHECKING:
    from backstory.reading.dates import Date, DateError

STANDARD_INPUT = "-"


@click.command(context_settings={"ignore_unknown_options": True})
@click.argument("texts", metavar="STRING...", nargs=-1, required=True)
@options.shown_in
@options.as_json
def date(texts: tuple[str, ...], lang: str, as_json: bool) -> None:
    """Say of each STRING whether it is a date in EDTF, which days it can mean, and how readers will see it.

    With `-` the dates come from standard input, one a line. Ends with 1 if one of them is no date.
    """
    from backstory.rendering.dates import speaks

    shown_in = lang or site_language()
    if not speaks(shown_in) and lang:
        raise click.BadParameter(f'Nobody here speaks "{lang}". Write a code such as ru or pt-BR.', param_hint="--lang")
    answers = [answer(text, shown_in) for text in _given(texts)]
    if as_json:
        say(json.dumps(answers, ensure_ascii=False, indent=2))
    elif answers:
        say("\n".join(line for each in answers for line in _lines(each)))
    if not all(each["valid"] for each in answers):
        raise SystemExit(1)


def answer(text: str, lang: str) -> dict[str, object]:
    """Return what is to be said of one text: the fields of `--json`, the same for dates and for what is none."""
    from backstory.reading.dates import DateError, exactly

    try:
        return {"input": text} | _of_date(exactly(text), lang)
    except DateError as error:
        return {"input": text} | _of_error(error)


def _of_date(date: "Date", lang: str) -> dict[str, object]:
    from backstory.rendering.dates import html_datetime, show

    return {
        "valid": True,
        "edtf": date.text,
        "level": date.level,
        "kind": date.kind,
        "precision": date.precision,
        "approximate": date.approximate,
        "uncertain": date.uncertain,
        "earliest": date.earliest.text if date.earliest else None,
        "latest": date.latest.text if date.latest else None,
        "lang": lang,
        "shown": show(date, lang),
        "datetime": html_datetime(date),
        "error": None,
        "help": None,
        "suggestions": [],
    }


def _of_error(error: "DateError") -> dict[str, object]:
    empty = ("edtf", "level", "kind", "precision", "approximate", "uncertain", "earliest", "latest", "lang", "shown")
    said = {"error": error.sentence, "help": error.help, "suggestions": list(error.suggestions)}
    return {"valid": False, **dict.fromkeys((*empty, "datetime")), **said}


def _lines(found: dict[str, object]) -> Iterator[str]:
    """Yield an answer for people: the text, and below it how it is shown and what it can mean, or what is wrong."""
    yield _visible(str(found["input"])) or '""'
    if not found["valid"]:
        yield f"  {_visible(str(found['error']))}"
        yield f"  {found['help']}"
        return
    yield f"  {found['shown']}"
    kept = "" if found["edtf"] == found["input"] else f", kept as {found['edtf']}"
    yield f"  level {found['level']}, {_days(found['earliest'], found['latest'])}{kept}"


def _days(earliest: object, latest: object) -> str:
    if earliest and latest:
        return f"{earliest}" if earliest == latest else f"from {earliest} to {latest}"
    return f"from {earliest}" if earliest else f"until {latest}" if latest else "any day"


def _visible(text: str) -> str:
    """Write what a terminal would obey or hide, such as an escape, as Python does."""
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in text)


def _given(texts: Sequence[str]) -> Iterator[str]:
    """Yield the texts that are asked about; bytes that are no UTF-8 are written out, as `\\xff`."""
    for text in texts:
        if text == STANDARD_INPUT:
            yield from _piped()
        else:
            yield os.fsencode(text).decode("utf-8", "backslashreplace")


def _piped() -> Iterator[str]:
    lines = sys.stdin.buffer.read().decode("utf-8-sig", "backslashreplace").split("\n")
    if not lines[-1]:
        lines.pop()
    for line in lines:
        yield line.removesuffix("\r")


def site_language() -> str:
    """Return the language of the site around the current folder; English where there is no site."""
    import tomllib

    try:
        settings = tomllib.loads((options.found_root(None) / options.FILE).read_text(encoding="utf-8"))
        found = settings["tool"]["backstory"]["language"]
    except (click.ClickException, OSError, ValueError, LookupError, TypeError):
        return "en"
    return found if isinstance(found, str) else "en"
