"""Which style sheet a page takes: the usual or the whole, by link or inside."""

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape

from tests.worlds import article, pages

from backstory.rendering.dressing.fitting import FLIGHT, WORDS, Sheet, classes, fitted, packed_size, with_sheets

WHOLE, USUAL = Sheet("whole.css", ".a{b:c}.axis{b:c}"), Sheet("usual.css", ".a{b:c}")
LINK = '<link rel="stylesheet" href="whole.css">'
POLICY = "script-src 'self'; style-src 'self'; img-src 'self'"
LONG = round(FLIGHT / WORDS)
META = '<meta content="script-src &#39;self&#39;; style-src &#39;self&#39;; img-src &#39;self&#39;">'


def fit(html: str, policy: str = POLICY, whole: Sheet = WHOLE, usual: Sheet = USUAL) -> str:
    return fitted(html, whole, usual, ("axis",), policy)


def test_a_page_takes_the_whole_sheet_only_where_it_has_a_class_of_it() -> None:
    assert "usual.css" in fit(f'{META}{LINK}<p class="a b">axis</p>')
    assert "usual.css" in fit(f'{META}{LINK}<p class="axis-line an-axis">')
    assert LINK in fit(f'{META}{LINK}<p class="a axis">')
    assert LINK in fit(f'{META}{LINK}<p class="axis b">')


def test_words_pack_worse_than_elements() -> None:
    prose, elements = "<p>" + "word " * 12_000 + "</p>", '<p class="a"></p>' * 3600
    assert packed_size(prose) > FLIGHT > packed_size(elements)
    assert packed_size(f"<script>{prose}</script>") < packed_size(prose)


def test_a_long_page_brings_its_sheet_along_and_says_so() -> None:
    html = fit(f"{META}{LINK}{'x' * LONG}")
    digest = b64encode(sha256(USUAL.text.encode()).digest()).decode()
    assert f"<style>{USUAL.text}</style>" in html and "stylesheet" not in html
    assert f"style-src 'self' 'sha256-{digest}'; img-src" in unescape(html)


def test_a_sheet_that_names_files_or_could_end_early_stays_a_link() -> None:
    for text in ("@font-face{src:url(a.woff2)}", "@import 'a.css';", "a{content:'</style>'}"):
        assert LINK in fit(f"{META}{LINK}{'x' * LONG}", usual=Sheet("whole.css", text))
        assert with_sheets(POLICY, text) == POLICY


def test_a_template_that_links_in_its_own_words_keeps_them() -> None:
    own = f'{META}<link href="whole.css" rel="stylesheet">{"x" * LONG}'
    assert fit(own) == own
    strange = f"<meta content='none'>{LINK}{'x' * LONG}"
    assert fit(strange) == strange.replace("whole.css", "usual.css")


def test_a_site_that_allows_all_styles_is_not_narrowed() -> None:
    loose = "style-src 'self' 'unsafe-inline'"
    assert with_sheets(loose, USUAL.text) == loose


def test_classes_are_names_after_a_point_and_no_fractions() -> None:
    assert classes(".a-b:is(.c,d.e)>f{top:.5rem;inset:1.5em}@media (x){.g::after{h:i}}") == {"a-b", "c", "e", "g"}


def test_long_stories_carry_what_short_ones_ask_for() -> None:
    built = pages(
        {
            "content/articles/short.md": article(),
            "content/articles/long.md": article() + "\n\nA word and another one.\n" * 3000,
        }
    )
    short, long = built["articles/short/index.html"], built["articles/long/index.html"]
    address = re.search(r'<link rel="stylesheet" href="\.\./\.\.(/assets/[^"]+)">', short)
    inside = re.search(r"<style>(.*?)</style>", long, re.DOTALL)
    assert address and inside and "<style>" not in short and 'rel="stylesheet"' not in long
    assert inside[1] == built[address[1].lstrip("/")]
    digest = b64encode(sha256(inside[1].encode()).digest()).decode()
    assert f"style-src 'self' 'sha256-{digest}'" in unescape(long)
    assert digest in built["_headers"]
