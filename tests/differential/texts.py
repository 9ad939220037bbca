"""Texts to hold the two ways through Markdown together with, and how that is done."""

import os
import random
from functools import cache
from pathlib import Path

from benchmarks.archive import Maker
from hypothesis import settings

from backstory.reading.decoding import decode
from backstory.reading.document import Marks
from backstory.reading.front.frontmatter import split
from backstory.reading.markup.blockparts import with_tokens
from backstory.reading.markup.markdown import MarkdownOptions, render, render_plainly
from backstory.reading.markup.native import convert
from backstory.reading.scanning.linkforms import tidy
from backstory.reading.scanning.scanner import scan

ROOT = Path(__file__).parent.parent.parent
MANY = settings(max_examples=int(os.environ.get("BACKSTORY_TEXTS", "30")), deadline=None)
"""How many made-up texts each test reads; `make test-long` asks for thousands."""

MODES = (MarkdownOptions(), MarkdownOptions(raw_html="allow"))


def same(text: str) -> None:
    """Hold the two ways through Markdown together: raw HTML sanitized and let through, with marks and without."""
    marks, _ = scan("a.md", text, 1)
    for options in MODES:
        assert render(text, marks, options) == render_plainly(text, marks, options)
    assert render(text, Marks()) == render_plainly(text, Marks())


def goes_short(text: str) -> bool:
    """Say whether a text goes the short way."""
    marks, _ = scan("a.md", text, 1)
    return convert(with_tokens(tidy(text), marks.fences), marks, True) is not None


@cache
def stories() -> tuple[str, ...]:
    """Return the body of every document of the reference site and of the small sites of other tests."""
    files = [*(ROOT / "content").rglob("*.md"), *(ROOT / "tests/golden").rglob("*.md")]
    bodies = (split(decode(path.read_bytes(), path.name)[0], path.name)[0].body for path in sorted(files))
    return tuple(body for body in bodies if body.strip())


@cache
def archive(count: int = 20) -> tuple[str, ...]:
    """Return the bodies of so many articles of the benchmarks' archive."""
    maker = Maker(11, count)
    return tuple(maker.article(number)[1].split("---\n", 2)[2] for number in range(count))


def splice(rng: random.Random, pieces: int = 4) -> str:
    """Return pieces of real stories, cut anywhere, one behind the other."""
    cut = []
    for _ in range(rng.randint(2, pieces)):
        text = rng.choice((*stories(), *archive(10)))
        start = rng.randrange(len(text))
        cut.append(text[start : start + rng.choice((3, 20, 100, 600))])
    return rng.choice(("", "\n", "\n\n", " ")).join(cut)
