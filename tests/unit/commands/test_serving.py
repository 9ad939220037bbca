"""The `serve` command as a process, asked over HTTP; `tests/browser/` sees it through a browser."""

import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.unit.commands.running import put

from backstory.commands.scaffolds import site_files

SERVE = "from backstory.commands.cli import main; main()"
STORY = "content/articles/the-hole-over-halley.md"
PAGE = "/articles/the-hole-over-halley/"


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


class Served:
    """A site being served."""

    def __init__(self, root: Path, *options: str) -> None:
        self.root = put(root, site_files())
        self.port = free_port()
        self.log = root.parent / "serve.log"
        command = [sys.executable, "-u", "-c", SERVE, "serve", "--root", str(root), "--port", str(self.port), *options]
        with self.log.open("w") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=subprocess.STDOUT)

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return int(answer.status), answer.read().decode()
        except urllib.error.HTTPError as answer:
            return answer.code, answer.read().decode()
        except OSError:
            return 0, ""

    def wait_for(self, path: str, status: int, words: str, seconds: float = 20) -> None:
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            found = self.get(path)
            if found[0] == status and words in found[1]:
                return
            time.sleep(0.05)
        raise AssertionError((found[0], words, found[1][:500], self.log.read_text()))

    def edit(self, old: str, new: str) -> None:
        story = self.root / STORY
        story.write_text(story.read_text().replace(old, new))


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    found = Served(tmp_path / "site")
    yield found
    found.process.kill()
    found.process.wait()


def test_serving_follows_edits_outlives_errors_and_ends_quietly(served: Served) -> None:
    served.wait_for(PAGE, 200, "livereload.js")
    assert served.get("/none/")[0] == 404
    assert served.get(PAGE[:-1])[1] == served.get(PAGE)[1]
    served.edit("Halley Bay, 1985", "Halley Bay, in May")
    served.wait_for(PAGE, 200, "Halley Bay, in May")
    served.edit("date: 2025-09-15", "date: soon")
    served.wait_for(PAGE, 200, "backstory-troubles")
    assert all(words in served.get(PAGE)[1] for words in ("Halley Bay, in May", "2025-09-15"))
    served.edit("date: soon", "date: 2025-09-14")
    served.wait_for(PAGE, 200, "2025-09-14")
    assert "backstory-troubles" not in served.get(PAGE)[1]
    served.process.send_signal(signal.SIGINT)
    assert served.process.wait(5) == 0
    log = served.log.read_text()
    assert "error[header/bad-date]" in log
    assert "Traceback" not in log
    assert not (served.root / "site").exists()


def test_a_port_that_is_taken_leads_to_the_next(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = int(taken.getsockname()[1])
        second = Served(tmp_path / "site", "--port", str(port))
        second.port = port + 1
        try:
            second.wait_for("/", 200, "</html>")
        finally:
            second.process.kill()
            second.process.wait()
    assert f"Port {port} is taken." in second.log.read_text()


def test_an_address_that_is_not_ours_is_a_line(tmp_path: Path) -> None:
    found = Served(tmp_path / "site", "--host", "192.0.2.1")
    assert found.process.wait(20) == 1
    assert found.log.read_text().startswith("Error: 192.0.2.1")
    assert found.log.read_text().count("\n") == 1
