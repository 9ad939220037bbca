"""`backstory check --external`: looks at the addresses that a site links to, and remembers what it saw.

Knows the order of work and what to say. Must never know HTTP. A build never comes here.
"""

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from backstory.commands.outside import Seen, Visitor
from backstory.commands.terminal import progress, say
from backstory.commands.words import count
from backstory.notes import Note, warning
from backstory.places import Place

if TYPE_CHECKING:
    from backstory.library.review import Outside

MEMORY = "links.json"
KEPT_DAYS = {"ok": 14, "moved": 14, "refused": 30, "gone": 3, "broken": 3, "unsure": 1}
"""For how many days an answer is good enough not to ask again."""
AT_ONCE = 6
ARCHIVE = "https://archive.org/wayback/available?url="

Look = Callable[[str], Seen]


def remembered(file: Path) -> dict[str, Seen]:
    """Return what was seen before; nothing where there is no memory, or none that can be read."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=dict[str, Seen])
    except (OSError, msgspec.DecodeError, msgspec.ValidationError):
        return {}


def fresh(seen: Seen, today: date) -> bool:
    """Say whether an answer need not be asked for again."""
    try:
        return date.fromisoformat(seen.when) + timedelta(days=KEPT_DAYS.get(seen.state, 0)) > today
    except ValueError:
        return False


def looked_at(urls: Iterable[str], memory: dict[str, Seen], today: date, look: Look, most: int) -> dict[str, Seen]:
    """Return url -> answer: remembered ones, and at most `most` new ones; the memory takes these in."""
    urls = list(urls)
    due = [url for url in urls if url not in memory or not fresh(memory[url], today)][:most]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for url, seen in zip(due, pool.map(look, due), strict=True):
            memory[url] = msgspec.structs.replace(seen, when=today.isoformat())
    return {url: memory[url] for url in urls if url in memory}


def findings(addresses: "Iterable[Outside]", seen: dict[str, Seen]) -> list[Note]:
    """Return a finding for each address that is gone, has moved for good, or does not answer."""
    found = []
    for each in addresses:
        answer = seen.get(each.url)
        place = Place(each.path, each.line, each.column)
        if answer is None or answer.state in ("ok", "refused"):
            continue
        if answer.state == "moved":
            help = f"Write {answer.moved_to}"
            found.append(warning(place, "external/moved", f"{each.url} has moved for good.", help))
        else:
            found.append(_lost(each, answer, place))
    return found


def _lost(each: "Outside", answer: Seen, place: Place) -> Note:
    sentence = f"{each.url}: {answer.reason}."
    if answer.state == "gone":
        return warning(place, "external/gone", sentence, _way_out(each))
    return warning(place, "external/unreachable", sentence, _way_out(each))


def _way_out(each: "Outside") -> str:
    if each.archived:
        return f"Readers find the archived copy beside it: {each.archived}"
    key = "archived: and its address below the source" if each.source else "a link to it"
    return f"Look for a copy at {ARCHIVE.partition('wayback')[0]}web/*/{each.url} and give {key}."


def external(root: Path, drafts: bool, as_json: bool, most: int, pause: float) -> None:
    """Look at the outside addresses of a site, politely, and print what is wrong with them."""
    from backstory.building.builder import STATE, Builder
    from backstory.commands.findings import finding, listed
    from backstory.commands.terminal import lines_of
    from backstory.library.review import outside_addresses

    file = root / STATE / MEMORY
    memory = remembered(file)
    with progress("Looking at addresses elsewhere"):
        addresses = Builder(root, drafts=drafts).engine.ask(outside_addresses)
        seen = looked_at((each.url for each in addresses), memory, date.today(), Visitor(pause).look, most)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(msgspec.json.format(msgspec.json.encode(memory), indent=1))
    found = findings(addresses, seen)
    if as_json:
        say(msgspec.json.format(msgspec.json.encode({"findings": [finding(each) for each in found]})).decode())
        return
    if found:
        say(listed(found, lines_of(root)))
    left = len(addresses) - len(seen)
    more = f"; {left} are left for next time" if left else ""
    refused = sum(each.state == "refused" for each in seen.values())
    shy = f", {refused} not looked at because robots.txt asks so" if refused else ""
    whole = f"{len(addresses)} address" + ("" if len(addresses) == 1 else "es")
    say(f"{count(len(found), 'finding')} on {whole}{shy}{more}.")
