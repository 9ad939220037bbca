"""What names in running text cost: finding them, by three ways, and all that is made of them.

    python benchmarks/mentions.py                      # 2,000 names, 1,000 of the archive's articles
    python benchmarks/mentions.py --names 2000 --count 10000

Times are milliseconds of CPU for one article of about 600 words, the best of several rounds. `automaton` is what
Backstory does; `stems` looks every word's stem up in a dictionary; `pattern` is one regular expression of all names.
`everything` adds where links may be set, and how often each is named.
"""

import argparse
import random
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import Stemmer

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.archive import Maker  # noqa: E402

from backstory.library.mentions.finder import Finder, Name  # noqa: E402
from backstory.library.mentions.seen import Found, search  # noqa: E402
from backstory.reading.decoding import decode  # noqa: E402
from backstory.reading.document import Body  # noqa: E402
from backstory.reading.front.frontmatter import split  # noqa: E402
from backstory.reading.markup.markdown import render  # noqa: E402
from backstory.reading.markup.runs import pieces  # noqa: E402
from backstory.reading.scanning.scanner import scan  # noqa: E402

SHARE = 0.02
"""Of the words of a text, so many are made names."""
WORD = re.compile(r"[^\W\d_]+")


def names(maker: Maker, count: int) -> list[str]:
    rng = random.Random(count)
    return [" ".join(rng.choice(maker.words).title() for _ in range(rng.choice((1, 2, 2, 3)))) for _ in range(count)]


def bodies(maker: Maker, known: Sequence[str], count: int) -> list[Body]:
    rng = random.Random(1)
    found = []
    for number in range(count):
        text = split(decode(maker.article(number)[1].encode(), "a.md")[0], "a.md")[0].body
        words = [rng.choice(known) if word.islower() and rng.random() < SHARE else word for word in text.split(" ")]
        text = " ".join(words)
        found.append(render(text, scan("a.md", text, 1)[0]))
    return found


def once(work: Callable[[Body], object], texts: Sequence[Body]) -> float:
    start = time.process_time()
    for text in texts:
        work(text)
    return (time.process_time() - start) * 1000 / len(texts)


def html(body: Body) -> str:
    return " ".join(piece.html for piece in pieces(body.parts, ()))


def by_stems(known: Sequence[str], lang: str) -> Callable[[str], object]:
    stemmer = Stemmer.Stemmer(lang)
    firsts: dict[str, list[list[str]]] = {}
    for name in known:
        stems = stemmer.stemWords(name.lower().split())
        firsts.setdefault(stems[0], []).append(stems)

    def find(text: str) -> list[int]:
        stems = stemmer.stemWords(WORD.findall(text.lower()))
        return [
            at
            for at, stem in enumerate(stems)
            if stem in firsts and any(stems[at : at + len(name)] == name for name in firsts[stem])
        ]

    return find


def everything(finder: Finder) -> Callable[[Body], object]:
    return lambda body: search(Found(), finder, pieces(body.parts, ()), "")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--names", type=int, default=2000)
    parser.add_argument("--count", type=int, default=1000, help="articles")
    parser.add_argument("--rounds", type=int, default=3)
    given = parser.parse_args()
    maker = Maker(7, given.count)
    known = names(maker, given.names)
    texts = bodies(maker, known, given.count)
    start = time.process_time()
    plain = Finder("en", tuple(Name(name, str(n)) for n, name in enumerate(known)))
    made = (time.process_time() - start) * 1000
    bent = Finder("ru", tuple(Name(name, str(n)) for n, name in enumerate(known)))
    pattern = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, known), key=len, reverse=True)) + r")\b")
    stems = by_stems(known, "english")
    ways: dict[str, tuple[Callable[[Body], object], Sequence[Body]]] = {
        "automaton": (lambda body: plain.find(html(body)), texts),
        "automaton, bending": (lambda body: bent.find(html(body)), texts),
        "stems": (lambda body: stems(html(body)), texts),
        "pattern": (lambda body: pattern.findall(html(body)), texts[:20]),
        "walk alone": (html, texts),
        "everything": (everything(plain), texts),
        "everything, bending": (everything(bent), texts),
    }
    size = sum(body.words for body in texts) // len(texts)
    found = sum(len(plain.find(html(body))) for body in texts) / len(texts)
    print(
        f"{len(texts)} articles of {size} words, {len(known)} names, {found:.1f} found in each; made in {made:.0f} ms"
    )
    for name, (work, of) in ways.items():
        print(f"{name:20} {min(once(work, of) for _ in range(given.rounds)):8.3f} ms")


if __name__ == "__main__":
    main()
