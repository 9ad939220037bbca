"""A build that is killed at any moment leaves the old or the new site, and the next one repairs."""

import random
import subprocess
import sys
import time
from pathlib import Path

from tests.unit.files.sites import outputs, standing

from backstory.files.publish import publish

PUBLISH = """
import sys
from pathlib import Path
from backstory.files.output import Output
from backstory.files.publish import publish
print("ready", flush=True)
for turn in range(int(sys.argv[2]), 10**9):
    files = {f"{n % 7}/{n}-{turn % 2}.html": f"{turn} {n}" for n in range(60)} | {"turn": str(turn)}
    publish(Path(sys.argv[1]), "site", {path: Output(path, text.encode()) for path, text in files.items()})
"""


def whole(turn: int) -> dict[str, str]:
    return {f"{n % 7}/{n}-{turn % 2}.html": f"{turn} {n}" for n in range(60)} | {"turn": str(turn)}


def test_twelve_killed_builds(tmp_path: Path) -> None:
    chance, turn = random.Random(3), 0
    for _ in range(12):
        with subprocess.Popen(
            [sys.executable, "-c", PUBLISH, str(tmp_path), str(turn)], stdout=subprocess.PIPE, text=True
        ) as builder:
            assert builder.stdout
            builder.stdout.readline()
            time.sleep(chance.uniform(0.03, 0.2))
            builder.kill()
        if (tmp_path / "site").exists():
            turn = int((tmp_path / "site/turn").read_text())
            assert standing(tmp_path / "site") == whole(turn)
        turn += 1
    publish(tmp_path, "site", outputs(whole(turn)))
    assert standing(tmp_path / "site") == whole(turn)
