"""Looking at addresses elsewhere, against a small web server of our own: HEAD then GET, robots.txt, a pause, a memory."""

import json
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.unit.commands.running import put, run

from backstory.commands.external import looked_at, remembered
from backstory.commands.outside import Seen, Visitor


class Web(BaseHTTPRequestHandler):
    """Answers as addresses in the wild do; `asked` of its server holds every request."""

    def do_HEAD(self) -> None:
        self._answer()

    def do_GET(self) -> None:
        self._answer()

    def _answer(self) -> None:
        self.server.asked.append((self.command, self.path, self.headers["User-Agent"]))  # type: ignore[attr-defined]
        code = {"/gone": 404, "/shy": 403, "/late": 503, "/moved": 301, "/moved-a-while": 302}.get(self.path, 200)
        if self.path == "/get-only" and self.command == "HEAD":
            code = 405
        body = b"User-agent: *\nDisallow: /private\n" if self.path == "/robots.txt" else b"here"
        self.send_response(code)
        if code in (301, 302):
            self.send_header("Location", "/ok")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """A web server that remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Web)
        self.asked: list[tuple[str, str, str]] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


@pytest.fixture
def web() -> Iterator[Server]:
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


ANSWERS = [
    ("/ok", "ok", ["HEAD"]),
    ("/get-only", "ok", ["HEAD", "GET"]),
    ("/gone", "gone", ["HEAD", "GET"]),
    ("/shy", "unsure", ["HEAD", "GET"]),
    ("/late", "unsure", ["HEAD"]),
    ("/moved-a-while", "ok", ["HEAD"]),
    ("/private/page", "refused", []),
]


@pytest.mark.parametrize(("path", "state", "methods"), ANSWERS)
def test_what_an_address_answers(web: Server, path: str, state: str, methods: list[str]) -> None:
    seen = Visitor(pause=0).look(web.address + path)
    assert seen.state == state
    assert [command for command, where, _ in web.asked if where == path] == methods
    assert all("BackstoryLinkCheck" in agent for _, _, agent in web.asked)


def test_what_has_moved_for_good_is_named(web: Server) -> None:
    seen = Visitor(pause=0).look(web.address + "/moved")
    assert (seen.state, seen.moved_to) == ("moved", web.address + "/ok")


@pytest.mark.parametrize("url", ["http://127.0.0.1:9/", "http://no-such-host.invalid/", "http://[", "ftp://a/b", "x"])
def test_nothing_raises(url: str) -> None:
    state = Visitor(pause=0, timeout=2).look(url).state
    assert state in ("broken", "unsure")


def test_one_host_is_given_time() -> None:
    waits: list[float] = []
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    visitor = Visitor(pause=5, sleep=waits.append)
    visitor.look(server.address + "/ok")
    visitor.look(server.address + "/ok")
    server.shutdown()
    server.server_close()
    assert len(waits) == 2  # robots.txt came first, at once
    assert all(4 < each <= 5 for each in waits)


def test_what_was_seen_is_not_asked_again_for_a_while() -> None:
    asked: list[str] = []

    def look(url: str) -> Seen:
        asked.append(url)
        return Seen("ok", 200)

    memory: dict[str, Seen] = {}
    looked_at(["a", "b", "c"], memory, date(2021, 8, 3), look, most=2)
    looked_at(["a", "b", "c"], memory, date(2021, 8, 4), look, most=2)
    assert sorted(asked) == ["a", "b", "c"]
    looked_at(["a"], memory, date(2021, 9, 3), look, most=2)
    assert asked.count("a") == 2


@pytest.mark.parametrize("written", ["", "{", "[]", '{"a": 1}'])
def test_a_damaged_memory_is_none(tmp_path: Path, written: str) -> None:
    (tmp_path / "m.json").write_text(written)
    assert remembered(tmp_path / "m.json") == {}


def test_the_command(web: Server, tmp_path: Path) -> None:
    source = f"sources:\n  - {{id: s, title: T, url: {web.address}/gone}}\n"
    put(
        tmp_path,
        {
            "pyproject.toml": '[tool.backstory]\ntitle = "T"\n',
            "content/articles/a.md": f"---\ntitle: A\ndate: 2021-08-03\n{source}---\n[here]({web.address}/moved)\n",
        },
    )
    done = run(tmp_path, "check", "--external", "--pause", "0")
    assert "external/gone" in done.output
    assert f"Write {web.address}/ok" in done.output
    assert "2 findings on 2 addresses" in done.output
    before = len(web.asked)
    again = run(tmp_path, "check", "--external", "--json", "--pause", "0")
    assert len(json.loads(again.output)["findings"]) == 2
    assert len(web.asked) == before


def test_a_build_looks_at_nothing(web: Server, tmp_path: Path) -> None:
    put(tmp_path, {"pyproject.toml": '[tool.backstory]\ntitle = "T"\n'})
    put(tmp_path, {"content/articles/a.md": f"---\ntitle: A\ndate: 2021-08-03\n---\n[here]({web.address}/ok)\n"})
    assert run(tmp_path, "build").exit_code == 0
    assert run(tmp_path, "check").exit_code == 0
    assert web.asked == []
