"""What timelines cost: every timeline of an archive from nothing, and after one event has changed.

    python benchmarks/timelines.py                     # 10,000 articles with 30,000 events
    python benchmarks/timelines.py --count 1000 --pages

Times are seconds of CPU in one process. The archive lives in memory; its articles are short, so that events and not
prose are measured. Reading documents and knowing them by their names is what every build does anyway; timelines are
all that comes after: who tells what, which tellings are one event, and the events of the whole site, of each topic,
person and place, in order and under their headings. `--pages` builds the whole site, changes the title of one event,
builds again, and says which files are others.
"""

import argparse
import random
import sys
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from tests.worlds import World, built  # noqa: E402

from backstory.building.stillness import still  # noqa: E402
from backstory.library.documents import published_paths  # noqa: E402
from backstory.library.events import events, events_in  # noqa: E402
from backstory.library.names import name_index  # noqa: E402
from backstory.library.timelines import event_index, grain_of, grouped  # noqa: E402

TOPICS, PEOPLE, PLACES = 24, 300, 80
FIRST, DAYS = date(2006, 1, 2), 20 * 365
STEMS = tuple(a + b + c for a in "bcdfglmnprst" for b in ("a", "er", "on", "il") for c in ("ten", "mar", "dov", "sik"))
SAME_DAY = 0.05
"""Of the events so many are told by a second story too, in nearly the same words."""
T = TypeVar("T")


class Maker:
    """Writes articles with three events each; one generator, so that the same numbers give the same archive."""

    def __init__(self) -> None:
        self.rng = random.Random(11)
        self.told: list[tuple[date, str]] = []

    def event(self) -> str:
        """Return an event as front matter has it: of its own day, or one that another story tells already."""
        rng = self.rng
        if self.told and rng.random() < SAME_DAY:
            day, words = rng.choice(self.told)
            title = f"{words} again"
        else:
            day = FIRST + timedelta(days=rng.randrange(DAYS))
            title = words = " ".join(rng.choices(STEMS, k=6)).capitalize()
            self.told.append((day, words))
        major = ", major: true" if rng.random() < 0.1 else ""
        places = f", places: [place-{rng.randrange(PLACES)}]" if rng.random() < 0.4 else ""
        return f"  - {{date: {day}, title: {title}, about: [person-{rng.randrange(PEOPLE)}]{places}{major}}}\n"

    def article(self, number: int) -> str:
        """Return an article: two events in its header, one in its text."""
        rng = self.rng
        day = FIRST + timedelta(days=rng.randrange(DAYS))
        when = day - timedelta(days=rng.randrange(40))
        words = " ".join(rng.choices(STEMS, k=5))
        topics = ", ".join(f"topic-{n}" for n in rng.sample(range(TOPICS), rng.choice((1, 1, 2))))
        header = f"title: Story {number}\ndate: {day}\ntopics: [{topics}]\nevents:\n{self.event()}{self.event()}"
        return f"---\n{header}---\nIt was so: they [{words}](event:{when}) {rng.choice(STEMS)} there.\n"


def archive(count: int) -> World:
    maker = Maker()
    files = {f"content/topics/topic-{n}.md": f"---\ntitle: Topic {n}\n---\n" for n in range(TOPICS)}
    files |= {f"content/people/person-{n}.md": f"---\ntitle: Person {n}\n---\n" for n in range(PEOPLE)}
    files |= {f"content/places/place-{n}.md": f"---\ntitle: Place {n}\n---\n" for n in range(PLACES)}
    files |= {f"content/articles/story-{n:05}.md": maker.article(n) for n in range(count)}
    return World(files)


def timed(what: str, work: Callable[[], T]) -> T:
    start = time.process_time()
    found = work()
    print(f"{what:<58}{time.process_time() - start:8.2f} s", flush=True)
    return found


def measure(count: int) -> None:
    world = archive(count)
    engine = world.engine()
    paths = timed("read the documents", lambda: engine.ask(published_paths))
    timed("know them by their names", lambda: engine.ask(name_index, "topic-0"))

    def tell() -> int:
        return sum(len(engine.ask(events_in, path)) for path in paths)

    def every() -> int:
        found = engine.ask(events, "en")
        index = engine.ask(event_index, "en")
        timelines = [found, *index.values()]
        return sum(len(grouped(each, grain_of(each, "auto"))) for each in timelines)

    start = time.process_time()
    tellings = timed("who tells what", tell)
    headings = timed("which are one, in order, of everybody, under headings", every)
    whole = time.process_time() - start
    found, index = engine.ask(events, "en"), engine.ask(event_index, "en")
    print(f"{tellings:,} tellings, {len(found):,} events, {len(index) + 1:,} timelines, {headings:,} headings")
    print(f"{'every timeline from nothing':<58}{whole:8.2f} s")


def pages(count: int) -> None:
    world = archive(count)
    keeper = world.keeper()
    before, _ = timed("the whole site", lambda: built(keeper))
    path = "content/articles/story-00001.md"
    world.files[path] = world.files[path].replace(b", title: ", b", title: Suddenly ", 1)
    after, _ = timed("after one event has other words", lambda: built(keeper))
    others = sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name))
    print(f"{len(others)} of {len(after):,} files are others:")
    print("  " + "\n  ".join(others))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--pages", action="store_true", help="build the whole site twice")
    given = parser.parse_args()
    with still():
        (pages if given.pages else measure)(given.count)
