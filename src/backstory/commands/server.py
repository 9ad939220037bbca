"""Shows a preview in browsers and loads their pages again: livereload's server, with our pages.

Knows tornado and livereload. Must never know how a site is built.
"""

import asyncio
import errno
import logging
from collections.abc import Callable
from functools import partial
from threading import Thread
from typing import Any

from livereload import Server
from livereload.handlers import LiveReloadHandler
from tornado.web import RequestHandler

from backstory.commands.preview import Preview, Response

TRIES = 20
"""How many ports are tried, from the one that was asked for."""

Reload = Callable[[], object]
"""Loads the pages in all browsers again. May be called by any thread."""

EVERYTHING = "*"
"""What livereload takes for a change that a whole page must be loaded for."""


class NoPort(Exception):
    """None of the ports could be had; the message says why."""


class Pages(RequestHandler):
    """Answers with the preview's pages."""

    def initialize(self, preview: Preview) -> None:
        """Take what the server was made with."""
        self._preview = preview

    def get(self, path: str) -> None:
        """Answer a request."""
        self._send(self._preview.respond(path))

    def head(self, path: str) -> None:
        """Answer without the body; tornado leaves it out."""
        self.get(path)

    def _send(self, answer: Response) -> None:
        if answer.location:
            self.redirect(answer.location, status=answer.status)
            return
        self.set_status(answer.status)
        self.set_header("Content-Type", answer.type)
        self.set_header("Cache-Control", "no-cache")
        self.finish(answer.body)


class PreviewServer(Server):  # type: ignore[misc]  # livereload has no types
    """livereload's server, with its script and its websocket, around our pages."""

    def __init__(self, preview: Preview) -> None:
        super().__init__()
        self._preview = preview

    def get_web_handlers(self, script: bytes) -> list[tuple[str, type[RequestHandler], dict[str, Any]]]:
        """Return the handler of everything that is not livereload's own."""
        return [(r"(/.*)", Pages, {"preview": self._preview})]


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
            server.application(each, host, debug=False)
        except OSError as problem:
            if problem.errno != errno.EADDRINUSE:
                raise NoPort(f"{host}:{each} can't be served: {problem.strerror or problem}.") from problem
        else:
            return each
    raise NoPort(f"The ports from {port} on are all taken. Choose another: backstory serve --port 9000")
