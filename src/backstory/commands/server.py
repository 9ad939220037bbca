"""Shows a preview in browsers and loads their pages again: livereload's server, with our pages.

Knows tornado and livereload. Must never know how a site is built.
"""

import asyncio
import base64
import errno
import hashlib
import json
import logging
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any
from urllib.parse import unquote, urlsplit

from livereload import Server
from livereload.handlers import LiveReloadHandler, LiveReloadJSHandler
from livereload.server import LiveScriptInjector
from tornado.web import Application, RequestHandler
from tornado.websocket import WebSocketHandler

from backstory.commands.preview import Preview
from backstory.commands.troubles import STYLE

TRIES = 20
"""How many ports are tried, from the one that was asked for."""

Reload = Callable[[], object]
"""Loads the pages in all browsers again. May be called by any thread."""

EVERYTHING = "*"
"""What livereload takes for a change that a whole page must be loaded for."""


class NoPort(Exception):
    """None of the ports could be had; the message says why."""


class Pages(RequestHandler):
    """Answers with the preview's pages, and remembers of which generation each was."""

    def initialize(self, preview: Preview, shown: dict[str, int]) -> None:
        """Take what the server was made with."""
        self._preview = preview
        self._shown = shown

    async def get(self, path: str) -> None:
        """Answer a request. A picture may have to be made first, and must not hold up the others."""
        self._shown[path] = self._preview.generation
        answer = await asyncio.get_running_loop().run_in_executor(None, self._preview.respond, path)
        if answer.location:
            self.redirect(answer.location, status=answer.status)
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        self.set_header("Cache-Control", "no-cache")
        self.finish(letting_in(answer.body) if answer.type.startswith("text/html") else answer.body)

    async def head(self, path: str) -> None:
        """Answer without the body; tornado leaves it out."""
        await self.get(path)


class Connection(LiveReloadHandler):  # type: ignore[misc]  # livereload has no types
    """livereload's connection to a page, which is told at once if it was loaded before the latest change."""

    def initialize(self, preview: Preview, shown: dict[str, int]) -> None:
        """Take what the server was made with."""
        self._preview = preview
        self._shown = shown

    def check_origin(self, origin: str) -> bool:
        """Let only our own pages in."""
        return WebSocketHandler.check_origin(self, origin)

    def on_message(self, message: str) -> None:
        """Do what livereload does; when a page says its address, look whether it is behind."""
        super().on_message(message)
        address = json.loads(message).get("url")
        if address and self._shown.get(unquote(urlsplit(address).path)) != self._preview.generation:
            self.send_message({"command": "reload", "path": EVERYTHING})


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server, with its script, its websocket and our pages."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview

    def application(self, port: int, host: str, **options: object) -> None:
        """Listen on a port. Raises OSError."""
        LiveReloadHandler.watcher = self.watcher
        LiveReloadHandler.live_css = False
        given: dict[str, Any] = {"preview": self._preview, "shown": {}}
        handlers: list[Any] = [
            (r"/livereload", Connection, given),
            (r"/livereload\.js", LiveReloadJSHandler),
            (r"(/.*)", Pages, given),
        ]
        Application(handlers, transforms=[Script]).listen(port, address=host)


class Script(LiveScriptInjector):  # type: ignore[misc]  # livereload has no types
    """livereload's way to put a script into every page. The port is the browser's, which a tunnel may have changed."""

    script = (
        b'<script>(function () { var script = document.createElement("script");'
        b'var port = location.port || (location.protocol === "https:" ? 443 : 80);'
        b'script.src = "/livereload.js?port=" + port; document.head.appendChild(script); })();</script>'
    )


def letting_in(page: bytes) -> bytes:
    """Return a page whose policy lets in what `serve` adds: the script that reloads it, the report of troubles.

    Everything else is held to the policy, so that what it forbids shows already while a site is being written.
    """
    at = page.find(b'<meta http-equiv="Content-Security-Policy"')
    if at < 0:
        return page
    end = page.find(b">", at)
    policy = page[at:end]
    for name, source in ((b"script-src ", RELOADER), (b"style-src ", TROUBLES), (b"connect-src ", b"ws: ")):
        policy = policy.replace(name, name + source, 1)
    return page[:at] + policy + page[end:]


def _hash(text: bytes) -> bytes:
    """Return the source by which a policy knows a script or style by its text (CSP 3, section 2.3.1)."""
    return b"'sha256-" + base64.b64encode(hashlib.sha256(text).digest()) + b"' "


RELOADER = _hash(Script.script.removeprefix(b"<script>").removesuffix(b"</script>"))
TROUBLES = _hash(STYLE.encode())


def serve_forever(
    preview: Preview, host: str, port: int, *, ready: Callable[[int], None], work: Callable[[Reload], None]
) -> None:
    """Serve until the process is interrupted. `ready` is told the port; `work` runs in a thread of its own.

    Raises NoPort when no port is free, KeyboardInterrupt when a person ends it.
    """
    logging.getLogger("tornado.access").setLevel(logging.CRITICAL)  # a missing favicon is no news
    asyncio.run(_serve(preview, host, port, ready, work))


async def _serve(
    preview: Preview, host: str, port: int, ready: Callable[[int], None], work: Callable[[Reload], None]
) -> None:
    taken = _listen(PreviewServer(preview), host, port)
    ready(taken)
    loop = asyncio.get_running_loop()
    reload = partial(loop.call_soon_threadsafe, LiveReloadHandler.reload_waiters, EVERYTHING)
    Thread(target=work, args=(reload,), daemon=True).start()
    await asyncio.Event().wait()


def _listen(server: PreviewServer, host: str, port: int) -> int:
    for each in range(port, min(port + TRIES, 65536)):
        try:
            server.application(each, host)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise NoPort(f"{host}:{each} can't be served: {problem.strerror or problem}.") from problem
        else:
            return each
    raise NoPort(f"The ports from {port} on are all taken. Choose another: backstory serve --port 9000")
