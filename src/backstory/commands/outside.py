"""Looks at an address elsewhere as a polite visitor does: HEAD, then GET, where robots.txt allows it, and not in haste.

Knows HTTP. Must never know which documents an address stands in.
"""

import time
from collections.abc import Callable
from threading import Lock
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener
from urllib.robotparser import RobotFileParser

from msgspec import Struct

AGENT = "BackstoryLinkCheck/1.0 (an editor checks links; one request at a time)"
ROBOT = "BackstoryLinkCheck"
TIMEOUT = 15.0
MOST_BYTES = 4096
"""How much of a page is read where HEAD is refused: enough to see that it answers."""


class Seen(Struct, frozen=True):
    """What an address answered. `state` is ok, moved, gone, broken, refused (robots.txt) or unsure.

    `moved_to` is where it has moved for good; `when` the day on which it was looked at.
    """

    state: str
    code: int = 0
    moved_to: str = ""
    reason: str = ""
    when: str = ""


class _Following(HTTPRedirectHandler):
    """Follows redirects and remembers whether all of them were for good."""

    def __init__(self) -> None:
        self.for_good = True

    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # urllib's
        self.for_good = self.for_good and code in (301, 308)
        if urlsplit(newurl).scheme not in ("http", "https"):
            return None
        made = super().redirect_request(req, fp, code, msg, headers, newurl)
        if made is not None and req.get_method() == "HEAD":
            made.method = "HEAD"
        return made


class Visitor:
    """Looks at addresses, those of one host one after another with a pause in seconds. Several threads may use it."""

    def __init__(
        self, pause: float = 1.0, timeout: float = TIMEOUT, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._pause, self._timeout, self._sleep = pause, timeout, sleep
        self._robots: dict[str, RobotFileParser | None] = {}
        self._locks: dict[str, Lock] = {}
        self._last: dict[str, float] = {}
        self._lock = Lock()

    def look(self, url: str) -> Seen:
        """Return what an address answers. Never raises for what the network does."""
        try:
            parts = urlsplit(url)
        except ValueError:  # a bracket that is never closed
            return Seen("broken", reason="it is no web address")
        if parts.scheme not in ("http", "https") or not parts.netloc:
            return Seen("broken", reason="it is no web address")
        host = f"{parts.scheme}://{parts.netloc}"
        with self._lock:
            lock = self._locks.setdefault(host, Lock())
        with lock:
            if not self._may(host, url):
                return Seen("refused", reason="its robots.txt asks not to")
            seen = self._ask(host, url, "HEAD")
            if seen.code in (400, 403, 404, 405, 406, 410, 500, 501) or (seen.state == "unsure" and not seen.code):
                seen = self._ask(host, url, "GET")
            return seen

    def _may(self, host: str, url: str) -> bool:
        if host not in self._robots:
            self._robots[host] = self._rules(host)
        rules = self._robots[host]
        return rules is None or rules.can_fetch(ROBOT, url)

    def _rules(self, host: str) -> RobotFileParser | None:
        """Return a host's robots.txt, or None where it has none that can be read: then all is allowed (RFC 9309)."""
        self._wait(host)
        rules = RobotFileParser()
        try:
            request = Request(f"{host}/robots.txt", headers={"User-Agent": AGENT})
            with build_opener().open(request, timeout=self._timeout) as answer:
                rules.parse(answer.read(512 * 1024).decode("utf-8", "replace").splitlines())
        except (OSError, ValueError, URLError):
            return None
        return rules

    def _wait(self, host: str) -> None:
        rules = self._robots.get(host)
        asked = float(rules.crawl_delay(ROBOT) or 0) if rules else 0.0
        left = self._last.get(host, -1e9) + min(max(self._pause, asked), 30.0) - time.monotonic()
        if left > 0:
            self._sleep(left)
        self._last[host] = time.monotonic()

    def _ask(self, host: str, url: str, method: str) -> Seen:
        self._wait(host)
        following = _Following()
        asked = quote(url, safe=":/?#[]@!$&'()*+,;=%-._~")
        request = Request(asked, method=method, headers={"User-Agent": AGENT, "Accept": "*/*"})
        try:
            with build_opener(following).open(request, timeout=self._timeout) as answer:
                if method == "GET":
                    answer.read(MOST_BYTES)
                final = answer.geturl()
                moved = following.for_good and final != asked
                return Seen("moved" if moved else "ok", answer.status, final if moved else "")
        except HTTPError as problem:
            return _refusal(problem.code)
        except (URLError, OSError, ValueError) as problem:
            reason = getattr(problem, "reason", problem)
            return Seen("unsure", reason=str(reason)[:200] or type(problem).__name__)


def _refusal(code: int) -> Seen:
    """Return what an error says: only 404 and 410 say that a page is gone; 403 and 429 may be said to robots alone."""
    if code in (404, 410):
        return Seen("gone", code, reason="there is no such page any more")
    if code in (401, 403, 405, 406, 429, 451):
        return Seen("unsure", code, reason="it does not answer programs; look at it yourself")
    return Seen("broken" if code < 500 else "unsure", code, reason=f"it answers {code}")
