"""How long after an edit a browser under `serve` has the new page.

Knows livereload's websocket and the pages of a server. Must never know how a site is built.
"""

import asyncio
import json
import socket
import subprocess
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from measuring import adopt_orphans, wait
from msgspec import Struct
from sites import BACKSTORY, TODAY, Site
from tornado.httpclient import AsyncHTTPClient, HTTPError
from tornado.websocket import websocket_connect

BETWEEN = 1.0
"""Seconds between two edits, so that each is noticed by itself."""

SETTLING = 3.0
"""Seconds after the first build in which `serve` may look at everything once more."""

PATIENCE = 1800.0
"""Seconds to wait for anything, and no longer."""

Messages = asyncio.Queue[str | bytes | None]
"""What the server says to the browser; None when it hangs up."""

Edit = Callable[[Site, int], tuple[Path, str]]
"""Edits a site for a turn; returns a page's file and a text that it must have then."""


class Reload(Struct, frozen=True):
    """One edit: seconds from writing the file to livereload's message, and to a page with the new words."""

    message: float
    page: float


class Serving(Struct, frozen=True):
    """A run of `serve`: seconds to the first page, reloads by edit, CPU seconds and peak bytes of the whole run."""

    first: float
    reloads: dict[str, tuple[Reload, ...]]
    cpu: float
    peak: int


def serve(site: Site, edits: Mapping[str, Edit], turns: range) -> Serving:
    """Serve a site, make each kind of edit in all turns, and end the server."""
    adopt_orphans()
    port = _free_port()
    options = ("serve", "--root", str(site.root), "--date", TODAY, "--port", str(port), "--no-drafts")
    process = subprocess.Popen((*BACKSTORY, *options), cwd=site.root, stdout=subprocess.DEVNULL)
    try:
        first, reloads = asyncio.run(_watch(site, f"127.0.0.1:{port}", edits, turns))
    finally:
        process.terminate()  # an interrupt would be ignored where this runs in the background
        cpu, peak = wait(process)
    return Serving(first, reloads, cpu, peak)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


async def _watch(
    site: Site, host: str, edits: Mapping[str, Edit], turns: range
) -> tuple[float, dict[str, tuple[Reload, ...]]]:
    start = time.perf_counter()
    await _until(f"http://{host}/", "</html>", 0.1)
    first = time.perf_counter() - start
    await asyncio.sleep(SETTLING)
    messages: Messages = asyncio.Queue()
    browser = await websocket_connect(f"ws://{host}/livereload", on_message_callback=messages.put_nowait)
    for greeting in ({"command": "hello"}, {"command": "info", "url": f"http://{host}/"}):
        await browser.write_message(json.dumps(greeting))
    reloads: dict[str, tuple[Reload, ...]] = {}
    for name, edit in edits.items():
        reloads[name] = tuple([await _one(site, host, messages, edit, turn) for turn in turns])
    browser.close()
    return first, reloads


async def _one(site: Site, host: str, messages: Messages, edit: Edit, turn: int) -> Reload:
    await asyncio.sleep(BETWEEN)
    while not messages.empty():  # greetings, and a second word on the edit before
        messages.get_nowait()
    start = time.perf_counter()
    page, words = edit(site, turn)
    await asyncio.wait_for(_reload(messages), PATIENCE)
    told = time.perf_counter() - start
    address = page.parent.relative_to(site.root / site.output).as_posix()
    await _until(f"http://{host}/{address}/", words, 0.001)
    return Reload(told, time.perf_counter() - start)


async def _reload(messages: Messages) -> None:
    """Wait for the next message to load the page again. Raises ConnectionError when the server hangs up."""
    while True:
        message = await messages.get()
        if message is None:
            raise ConnectionError("The server has closed the connection.")
        if json.loads(message)["command"] == "reload":
            return


async def _until(address: str, words: str, pause: float) -> None:
    """Fetch a page until it has some words. Raises TimeoutError."""
    end = time.monotonic() + PATIENCE
    while words not in await _page(address):
        if time.monotonic() > end:
            raise TimeoutError(f"{address} never had {words!r}.")
        await asyncio.sleep(pause)


async def _page(address: str) -> str:
    try:
        found = await AsyncHTTPClient().fetch(address)
    except (HTTPError, OSError):  # not built yet, or not listening yet
        return ""
    return found.body.decode()
