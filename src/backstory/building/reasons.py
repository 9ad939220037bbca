"""Says in words why a page was last made.

Knows runs and their causes. Must never know what an answer means.
"""

from collections.abc import Mapping

from backstory.engine.engine import Engine
from backstory.engine.keys import Key, in_words
from backstory.notes import did_you_mean


def named(page: str, known: Mapping[str, tuple[str, ...]]) -> str:
    """Return the output that somebody means by its path, its address, or its document's file.

    `known` has for each output its kind and its subject. Raises KeyError, naming near ones, when there is none.
    """
    name = page.strip().lstrip("/")
    by_document = {each[1]: path for path, each in known.items() if each[0] == "document"}
    tries = (name, f"{name.rstrip('/')}/index.html".lstrip("/"), by_document.get(page.strip(), ""))
    found = next((each for each in tries if each in known), None)
    if found is None:
        raise KeyError(f"There is no page {page}. {did_you_mean(page, known)}".strip())
    return found


def why(engine: Engine, key: Key) -> tuple[str, ...]:
    """Return the chain of causes of a page's last run, from the page down to what changed, a line for each."""
    run = engine.last_run(key)
    if run is None:
        return (f"{in_words(key)} was never made.",)
    if run.first:
        below = engine.inputs_below(key)
        return (f"{in_words(key)} was made for the first time.", *_inputs(below))
    if run.cause is None:
        return (f"{in_words(key)} was made again because something that it read is not there any more.",)
    lines = [f"{in_words(key)} was made again because"]
    cause: Key | None = run.cause
    while cause is not None:
        lines.append(f"  {in_words(cause)} changed" + (", because" if _deeper(engine, cause, run.revision) else "."))
        cause = _deeper(engine, cause, run.revision)
    return tuple(lines)


def _deeper(engine: Engine, key: Key, revision: int) -> Key | None:
    run = engine.last_run(key)
    return run.cause if run and run.revision == revision else None


def _inputs(below: tuple[Key, ...]) -> tuple[str, ...]:
    return (f"It is made from {len(below)} things:", *(f"  {in_words(key)}" for key in below))
