"""Makes archives for benchmarks: the same seed gives the same archive on every machine.

    python benchmarks/archive.py 10000 /tmp/archive      # a Backstory site of 10,000 articles

Each article has about 600 words in paragraphs with headings, lists and links, one to three topics, tags and people, and
one to four events. Words follow Zipf's law over a made-up vocabulary in which, as in real ones, common words are short;
each topic and person pulls its own words in, so that related stories have something to find.
"""

import argparse
import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

TOPICS = 24
PEOPLE = 400
TAGS = 150
VOCABULARY = 12_000
SPARE = 20
"""No story links to the last ones of an archive, so that these can be deleted without breaking a link."""
FIRST_DAY = date(2011, 1, 3)
DAYS = 15 * 365
ONSETS = (*"bcdfghklmnprstvw", "br", "ch", "dr", "fl", "gr", "kl", "pl", "qu", "st", "tr")
VOWELS = (*"aeiou", "ai", "ea", "io", "ou")
CODAS = ("", *"nrstlm", "nd", "st")


class Maker:
    """Writes articles. Everything comes from one random generator, in one order; links lead to the first `linked`."""

    def __init__(self, seed: int, linked: int) -> None:
        self.linked = linked
        self.rng = random.Random(seed)
        self.words = sorted({self._word() for _ in range(VOCABULARY * 2)})
        self.rng.shuffle(self.words)
        self.words = sorted(self.words[:VOCABULARY], key=lambda word: len(word) + 6 * self.rng.random())
        self.weights = list(accumulate(1 / (rank + 8) for rank in range(len(self.words))))
        self.topics = [self._name(1) for _ in range(TOPICS)]
        self.people = [self._name(2) for _ in range(PEOPLE)]
        self.tags = [self._word() for _ in range(TAGS)]
        self.own_words = {name: self.rng.sample(self.words[200:], 40) for name in (*self.topics, *self.people)}

    def _word(self) -> str:
        size = self.rng.choice((1, 2, 2, 3, 3))
        return "".join(self.rng.choice(ONSETS) + self.rng.choice(VOWELS) + self.rng.choice(CODAS) for _ in range(size))

    def _name(self, size: int) -> str:
        return " ".join(self._word().title() for _ in range(size))

    def sentence(self, special: list[str]) -> str:
        """Return a sentence of 8 to 24 words, about one in six of them special."""
        found = self.rng.choices(self.words, cum_weights=self.weights, k=self.rng.randint(8, 24))
        for place in range(0, len(found), 6):
            if special:
                found[place] = self.rng.choice(special)
        return " ".join(found).capitalize() + "."

    def paragraph(self, special: list[str]) -> str:
        """Return three to five sentences, now and then with emphasis."""
        found = [self.sentence(special) for _ in range(self.rng.randint(3, 5))]
        if self.rng.random() < 0.3:
            first, _, rest = found[0].partition(" ")
            found[0] = f"*{first}* {rest}"
        return " ".join(found)

    def article(self, number: int, day: date | None = None) -> tuple[str, str]:
        """Return an article's file name and text. It is of some day in fifteen years, if not of a given one."""
        rng = self.rng
        day = day or FIRST_DAY + timedelta(days=rng.randrange(DAYS))
        topics = rng.sample(range(TOPICS), rng.choice((1, 1, 2, 3)))
        people = rng.sample(range(PEOPLE), rng.randint(1, 4))
        special = [word for n in topics for word in self.own_words[self.topics[n]]]
        special += [word for n in people for word in self.own_words[self.people[n]]]
        title = " ".join(rng.choices(special, k=6)).capitalize()
        lines = ["---", f"title: {title}", f"description: {self.sentence(special)}", f"date: {day}"]
        form = rng.choice(("brief", "brief", "explainer", "analysis"))
        lines += [f"form: {form}", f"kicker: {self.topics[topics[0]]}"]
        lines += [f"topics: [{', '.join(f'topic-{n}' for n in topics)}]"]
        lines += [f"about: [{', '.join(f'person-{n}' for n in people)}]"]
        lines += [f"tags: [{', '.join(rng.sample(self.tags, 3))}]", "authors: [desk]", "---", ""]
        return f"story-{number:06}.md", "\n".join([*lines, *self._body(number, day, people, special)])

    def _body(self, number: int, day: date, people: list[int], special: list[str]) -> list[str]:
        rng = self.rng
        parts = [self.paragraph(special) for _ in range(9)]
        for n in range(rng.randint(1, 4)):
            when = day - timedelta(days=rng.randrange(60))
            parts[n] += f" It [{' '.join(rng.choices(special, k=3))}](event:{when}) then."
        parts[4] += f" See [[person-{people[0]}]]."
        if number:
            parts[5] += f" As we [wrote](story-{rng.randrange(min(number, self.linked)):06}.md) before."
        parts.insert(3, "## " + " ".join(rng.choices(special, k=4)).capitalize())
        parts.insert(7, "## " + " ".join(rng.choices(special, k=4)).capitalize())
        parts.insert(9, "\n".join(f"- {self.sentence(special)}" for _ in range(3)))
        return ["\n\n".join(parts), ""]


def write(folder: Path, count: int, seed: int = 7) -> Maker:
    """Write a Backstory site of so many articles. Return the maker, which can write further ones."""
    maker = Maker(seed, linked=max(1, count - SPARE))
    texts = {f"topics/topic-{n}.md": f"---\ntitle: {name}\n---\nA topic.\n" for n, name in enumerate(maker.topics)}
    texts |= {f"people/person-{n}.md": f"---\ntitle: {name}\n---\n" for n, name in enumerate(maker.people)}
    texts |= {"authors/desk.md": "---\ntitle: The desk\n---\n"}
    for name, text in texts.items():
        _put(folder / "content" / name, text)
    for number in range(count):
        name, text = maker.article(number)
        _put(folder / "content" / "articles" / name, text)
    _put(folder / "pyproject.toml", '[tool.backstory]\ntitle = "Archive"\nbase_url = "https://example.org"\n')
    return maker


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("count", type=int)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    given = parser.parse_args()
    write(given.folder, given.count, given.seed)
