"""A build that is killed at any moment leaves the whole old site or the whole new one, and harms no later build.

`BACKSTORY_KILLS` says how many are killed (make test-long: 200).
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from tests.worlds import article

from backstory.building.builder import Builder

KILLS = int(os.environ.get("BACKSTORY_KILLS", "5"))
DAY = "2026-01-01"
COMMAND = [sys.executable, "-c", "from backstory.commands.cli import main; main()", "build", "--date", DAY, "--root"]
Site = dict[str, bytes]


def made(root: Path) -> Path:
    (root / "content" / "articles").mkdir(parents=True)
    (root / "content" / "people").mkdir()
    (root / "pyproject.toml").write_text('[tool.backstory]\ntitle = "T"\nbase_url = "https://t.example"\n')
    (root / "content" / "people" / "ann.md").write_text("---\ntitle: Ann\n---\nShe [came](event:2021-08-03).\n")
    for n in range(8):
        (root / "content" / "articles" / f"a{n}.md").write_text(article("about: [Ann]\ntopics: Border", f"Text {n}."))
    return root


def published(root: Path) -> Site:
    site = root / "site"
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def clean(root: Path) -> Site:
    return {path: each.contents() for path, each in Builder(root, date=DAY).build().outputs.items()}


def edit(root: Path, chance: random.Random, turn: int) -> None:
    """Change, add or remove a story, so that files are written and removed."""
    file = root / "content" / "articles" / f"a{chance.randrange(12)}.md"
    if file.exists() and chance.random() < 0.3:
        file.unlink()
    else:
        file.write_text(article(f"title: Turn {turn}\nabout: [Ann]", f"Turn {turn}. " * chance.randrange(1, 200)))


def killed(root: Path, after: float) -> bool:
    """Start a build and kill it after some seconds. Say whether it was still at work."""
    build = subprocess.Popen([*COMMAND, str(root)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(after)
    at_work = build.poll() is None
    build.send_signal(signal.SIGKILL)
    build.wait()
    return at_work


def test_a_killed_build_leaves_a_whole_site_and_harms_no_later_one(tmp_path: Path) -> None:
    root, chance = made(tmp_path / "s"), random.Random(20211122)
    start = time.monotonic()
    subprocess.run([*COMMAND, str(root)], check=True, stdout=subprocess.DEVNULL)
    takes = time.monotonic() - start
    old, in_time = published(root), 0
    for turn in range(KILLS):
        edit(root, chance, turn)
        in_time += killed(root, chance.uniform(0.0, 1.1 * takes))
        new, found = clean(root), published(root)
        assert found in (old, new), f"neither the old nor the new site after kill {turn}"
        if turn % 3 == 2:
            edit(root, chance, -turn)
            new = clean(root)
        subprocess.run([*COMMAND, str(root)], check=True, stdout=subprocess.DEVNULL)
        assert published(root) == new, f"the build after kill {turn} is another than a clean one"
        old = new
    assert in_time > KILLS // 4
