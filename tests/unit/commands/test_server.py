"""What `serve` lets into pages that are held to a strict policy."""

import base64
import hashlib
import re

from tests.unit.commands.running import ERROR

from backstory.commands.server import RELOADER, TROUBLES, letting_in
from backstory.commands.troubles import overlay

META = b'<meta http-equiv="Content-Security-Policy" content="%s">'
POLICY = (
    META
    % b"default-src &#39;none&#39;; script-src &#39;self&#39;; style-src &#39;self&#39;; connect-src &#39;self&#39;"
)


def test_only_what_serve_adds_is_let_in() -> None:
    page = letting_in(b"<head>" + POLICY + b"</head><p>script-src </p>")
    assert RELOADER + b"&#39;self&#39;" in page
    assert TROUBLES + b"&#39;self&#39;" in page
    assert b"connect-src ws: " in page
    assert b"unsafe" not in page
    assert page.endswith(b"<p>script-src </p>")


def test_the_report_of_troubles_has_the_style_that_is_let_in() -> None:
    style = re.search(rb"<style>(.*?)</style>", overlay((ERROR,), ""), re.DOTALL)
    assert style
    assert base64.b64encode(hashlib.sha256(style[1]).digest()) in TROUBLES


def test_a_page_without_a_policy_stays_as_it_is() -> None:
    assert letting_in(b"<p>x</p>") == b"<p>x</p>"
