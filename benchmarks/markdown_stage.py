"""Compares the two ways from Markdown to HTML: ours for plain documents, and Python-Markdown's for all.

    python benchmarks/markdown_stage.py            # 200 articles of the archive, and the reference content

Both ways run in turns over the same texts in one process, so that a busy machine troubles both alike; what counts is
the ratio. Times are milliseconds of CPU for one document, the best of several rounds. (It can't be called markdown.py:
a script's folder comes first where Python looks for modules.)
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

from benchmarks.archive import Maker  # noqa: E402

from backstory.reading.decoding import decode  # noqa: E402
from backstory.reading.document import Marks  # noqa: E402
from backstory.reading.front.frontmatter import split  # noqa: E402
from backstory.reading.markup.blockparts import with_tokens  # noqa: E402
from backstory.reading.markup.markdown import render, render_plainly  # noqa: E402
from backstory.reading.markup.native import convert  # noqa: E402
from backstory.reading.scanning.linkforms import tidy  # noqa: E402
from backstory.reading.scanning.scanner import scan  # noqa: E402

Text = tuple[str, Marks]


def archive(count: int) -> list[Text]:
    maker = Maker(7, count)
    return [_text(maker.article(number)[1].encode()) for number in range(count)]


def content(folder: Path) -> list[Text]:
    found = [_text(path.read_bytes()) for path in sorted(folder.rglob("*.md"))]
    return [(text, marks) for text, marks in found if text.strip()]


def _text(data: bytes) -> Text:
    body = split(decode(data, "a.md")[0], "a.md")[0].body
    return body, scan("a.md", body, 1)[0]


def once(work: Callable[[str, Marks], object], texts: Sequence[Text]) -> float:
    start = time.process_time()
    for text, marks in texts:
        work(text, marks)
    return (time.process_time() - start) * 1000 / len(texts)


def _scan(text: str, marks: Marks) -> object:
    return scan("a.md", text, 1)


def compare(name: str, texts: Sequence[Text], rounds: int) -> None:
    runs = [(once(render, texts), once(render_plainly, texts), once(_scan, texts)) for _ in range(rounds)]
    ours, plainly, scanned = (min(each) for each in zip(*runs, strict=True))
    short = sum(convert(with_tokens(tidy(text), marks.fences), marks, True) is not None for text, marks in texts)
    size = sum(len(text.split()) for text, _ in texts) // len(texts)
    times = f"{ours:8.3f} {plainly:8.3f} {ours / plainly:6.2f} {scanned:8.3f}"
    print(f"{name:10} {len(texts):5} {size:6} {short:6} {times}")


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--count", type=int, default=200, help="articles of the archive")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    print(f"{'texts':10} {'count':>5} {'words':>6} {'native':>6} {'render':>8} {'plainly':>8} {'ratio':>6} {'scan':>8}")
    compare("archive", archive(given.count), given.rounds)
    compare("reference", content(ROOT / "content"), given.rounds)


if __name__ == "__main__":
    main()
