"""Attacks: whatever an editor pastes, nothing in a page runs.

Vectors after the OWASP "XSS Filter Evasion Cheat Sheet", PortSwigger's cheat sheet, and the past findings about
Markdown converters (schemes in entities, attribute lists, reference links, autolinks).
"""

import re
from html.parser import HTMLParser

import pytest

from backstory.reading.document import BlockPart, Part
from backstory.reading.markup.markdown import MarkdownOptions, render
from backstory.reading.markup.sanitize import ATTRIBUTES, EVERYWHERE, TAGS
from backstory.reading.scanning.scanner import scan

MARKDOWN_LINKS = [
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x]( javascript:alert(1))",
    "[x](<javascript:alert(1)>)",
    "[x](<java\tscript:alert(1)>)",
    "[x](java\nscript:alert(1))",
    "[x](\x01javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](&#0000106avascript:alert(1))",
    "[x](javascript&colon;alert(1))",
    "[x](javascript&#58;alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](&#1;javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
    "[x](data:text/html,<script>alert(1)</script>)",
    "[x](view-source:javascript:alert(1))",
    "[x](feed:javascript:alert(1))",
    "[x](blob:https://e.org/1)",
    "[x](file:///etc/passwd)",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml;base64,PHN2ZyBvbmxvYWQ9YWxlcnQoMSk+)",
    "[x][y]\n\n[y]: javascript:alert(1)",
    "[x]\n\n[x]: <javascript:alert(1)>",
    "![x][y]\n\n[y]: data:image/svg+xml,x",
    "[x][y]\n\n[y]: java&#115;cript:alert(1)",
    "<javascript://%0aalert(1)>",
    "<JAVASCRIPT://%0aalert(1)>",
    "x[^a]\n\n[^a]: [y](javascript:alert(1))",
    "[x](y){href=javascript:alert(1)}",
    '[x](y){href="javascript:alert(1)"}',
    "![x](y){src=javascript:alert(1)}",
    "[x](event:2021){#a href=javascript:alert(1)}",
    "[[x]]{href=javascript:alert(1)}",
    "| a | b |\n|---|---|\n| [x](javascript:alert(1)) | y |",
    "::: note\n[x](javascript:alert(1))\n:::",
    "# [x](javascript:alert(1))",
]
"""These are Markdown alone: they must do nothing even where all HTML is allowed."""

ATTRIBUTE_LISTS = [
    "[x](y){onclick=alert(1)}",
    '*x*{onmouseover="alert(1)"}',
    '# x {onclick="alert(1)"}',
    "x\n{: onclick=alert(1)}",
    'x\n{: style="background:url(javascript:alert(1))"}',
    "[x](y){.a onclick=alert(1)}",
    "![x](y){onerror=alert(1)}",
    "![x](y){srcset=javascript:alert(1)}",
    "[x](y){ONCLICK=alert(1)}",
    "[x](y){HREF=javascript:alert(1)}",
    "[x](y){xlink:href=javascript:alert(1)}",
    "[x](y){formaction=javascript:alert(1)}",
    "| a | b |\n|---|---|\n| x {onclick=alert(1)} | y |",
    "- x\n{: onclick=alert(1)}",
    "[x](event:2021){#a onclick=alert(1)}",
    "``` {.a onclick=alert(1)}\nx\n```",
    "``` {#a onclick='alert(1)' .b}\nx\n```",
]

RAW = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=https://e.org/x.js></SCRIPT>",
    "a <script>alert(1)</script> b",
    "<scr<script>ipt>alert(1)</scr</script>ipt>",
    "<<script>alert(1);//<</script>",
    "<script/x>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<IMG SRC="javascript:alert(1)">',
    "<img src=`javascript:alert(1)`>",
    '<img src="x" onerror="alert(1)"/>',
    '<img """><script>alert(1)</script>">',
    '<img src=x srcset="javascript:alert(1)">',
    "<svg onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
    "<svg><animate onbegin=alert(1) attributeName=x></svg>",
    '<math><maction actiontype="statusline#x" xlink:href="javascript:alert(1)">x</maction></math>',
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<a href="javascript:alert(1)">x</a>',
    "<a href='java\nscript:alert(1)'>x</a>",
    '<a href="&#106;avascript:alert(1)">x</a>',
    '<a href="jav&#x09;ascript:alert(1)">x</a>',
    '<a href=" &#14; javascript:alert(1)">x</a>',
    '<a href="data:text/html,<script>alert(1)</script>">x</a>',
    "<a onclick=alert(1)>x</a>",
    "<p style=\"background:url('javascript:alert(1)')\">x</p>",
    "<style>@import 'javascript:alert(1)';</style>",
    "<style>body{background:url(javascript:alert(1))}</style>",
    '<link rel="stylesheet" href="javascript:alert(1)">',
    '<meta http-equiv="refresh" content="0;url=javascript:alert(1)">',
    '<base href="javascript:alert(1)//">',
    '<iframe src="javascript:alert(1)"></iframe>',
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    '<object data="javascript:alert(1)"></object>',
    '<embed src="javascript:alert(1)">',
    '<form action="javascript:alert(1)"><button>x</button></form>',
    '<button formaction="javascript:alert(1)">x</button>',
    "<input onfocus=alert(1) autofocus>",
    "<select onchange=alert(1)><option>x</select>",
    "<textarea autofocus onfocus=alert(1)></textarea>",
    "<details open ontoggle=alert(1)><summary>x</summary></details>",
    "<video><source onerror=alert(1)></video>",
    '<video poster="javascript:alert(1)"></video>',
    '<video src="data:video/mp4,x"></video>',
    "<audio src=x onerror=alert(1)>",
    "<body onload=alert(1)>",
    '<table background="javascript:alert(1)"><tr><td>x</td></tr></table>',
    '<div style="width:expression(alert(1))">x</div>',
    '<blockquote cite="javascript:alert(1)">x</blockquote>',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<template><script>alert(1)</script></template>",
    "<xmp><script>alert(1)</script></xmp>",
    "<plaintext><script>alert(1)</script>",
    "<title><script>alert(1)</script></title>",
    "<!--><script>alert(1)</script>-->",
    "<!--[if gte IE 4]><script>alert(1)</script><![endif]-->",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php <script>alert(1)</script> ?>",
    "<?xml-stylesheet href='javascript:alert(1)'?>",
    "<b <script>alert(1)</script>0",
    "<div\n\nonclick=alert(1)>x</div>",
    '<x onclick="alert(1)">y</x>',
    "<a\u00a0href=javascript:alert(1)>x</a>",
    "`</code><script>alert(1)</script>`",
    "```\n</code></pre><script>alert(1)</script>\n```",
    '```"><script>alert(1)</script>\nx\n```',
    "    </code></pre><script>alert(1)</script>",
    '[x](y "><script>alert(1)</script>")',
    '[x](y"onclick="alert(1))',
    '![x" onerror="alert(1)](y)',
    "![<script>alert(1)</script>](y)",
    "[<script>alert(1)</script>](y)",
    "[[<script>alert(1)</script>]]",
    '[[a"onclick="alert(1)|b]]',
    'x[^"><script>alert(1)</script>]\n\n[^"><script>alert(1)</script>]: y',
    '# "><script>alert(1)</script>',
    '# x {#"><script>alert(1)</script>}',
    '<a"onclick=alert(1)//@e.org>',
    "&lt;script&gt;alert(1)&lt;/script&gt; <b>x</b>",
    "<div>\n\n::: note\n</div><script>alert(1)</script>\n:::",
    "<p><b>\n\n::: note\n<script>alert(1)</script>\n:::\n\n</b></p>",
]


class Inspector(HTMLParser):
    """Reads HTML and keeps what is not on the allow-list."""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.wrong.append(f"<{tag}>")
        for name, value in attrs:
            allowed = name in EVERYWHERE or name in ATTRIBUTES.get(tag, ()) or name.startswith("aria-")
            if not allowed:
                self.wrong.append(f"<{tag} {name}>")
            if name in ("href", "src", "cite", "poster", "id") and dangerous(value or ""):
                self.wrong.append(f'<{tag} {name}="{value}">')


def dangerous(value: str) -> bool:
    """Say whether a browser could take an address (entities read) for a script or a document of its own."""
    squeezed = re.sub(r"[\x00-\x20\u00a0]", "", value).lower()
    return squeezed.startswith(("javascript:", "vbscript:", "data:", "blob:", "file:", "feed:", "view-source:"))


def everything(text: str, raw_html: str) -> str:
    options = MarkdownOptions(raw_html="allow" if raw_html == "allow" else "sanitize")
    body = render(text, scan("a.md", text, 1)[0], options)
    return _html(body.parts) + body.footnotes


def _html(parts: tuple[Part, ...]) -> str:
    return "\n".join(_html(part.parts) if isinstance(part, BlockPart) else part.html for part in parts)


def wrong_in(html: str) -> list[str]:
    inspector = Inspector()
    inspector.feed(html)
    inspector.close()
    return inspector.wrong


@pytest.mark.parametrize("text", [*MARKDOWN_LINKS, *ATTRIBUTE_LISTS, *RAW])
def test_nothing_but_the_allow_list_survives(text: str) -> None:
    assert wrong_in(everything(text, "sanitize")) == []


@pytest.mark.parametrize("text", [*MARKDOWN_LINKS, *ATTRIBUTE_LISTS, *RAW])
def test_beside_html_of_the_editor(text: str) -> None:
    assert wrong_in(everything(f"{text}\n\nA <b>bold</b> &amp; plain word.", "sanitize")) == []


@pytest.mark.parametrize("text", MARKDOWN_LINKS)
def test_markdown_links_never_run_even_where_html_is_allowed(text: str) -> None:
    found = Inspector()
    found.feed(everything(text, "allow"))
    assert [each for each in found.wrong if "href" in each or "src" in each] == []


@pytest.mark.parametrize("text", MARKDOWN_LINKS[:24])
def test_what_is_dropped_is_reported(text: str) -> None:
    assert "link/bad-scheme" in {note.code for note in scan("a.md", text, 1)[1]}


KEPT = [
    ('<abbr title="European Union">EU</abbr>', '<abbr title="European Union">EU</abbr>'),
    ('<time datetime="2021-08-03" class="a" id="b">x</time>', '<time datetime="2021-08-03" class="a" id="b">x</time>'),
    ('<span lang="lt" dir="ltr">x</span>', '<span lang="lt" dir="ltr">x</span>'),
    ('<a href="event:2021">x</a>', '<a href="event:2021" id="event-2021">x</a>'),
    ('<a href="figure:a">x</a> <a href="term:">y</a>', '<a href="figure:a">x</a> <a href="term:">y</a>'),
    ('<a href="wiki:a b#c"></a>', '<a href="wiki:a b#c"></a>'),
    ('<a href="source:x"></a>', '<a href="source:x"></a>'),
    ('<a href="mailto:a@e.org">x</a> <a href="tel:1">y</a>', '<a href="mailto:a@e.org">x</a> <a href="tel:1">y</a>'),
    ('<a href="../a.md#b" rel="nofollow">x</a>', '<a href="../a.md#b" rel="nofollow">x</a>'),
    ("H<sub>2</sub>O <kbd>a</kbd> <mark>b</mark> <wbr>", "H<sub>2</sub>O <kbd>a</kbd> <mark>b</mark> <wbr>"),
    ('<b aria-label="x">y</b>', '<b aria-label="x">y</b>'),
    ("a<!-- note -->b", "ab"),
    ("a <blink>b</blink>", "a b"),
    ("<u>a", "<u>a</u>"),
]


@pytest.mark.parametrize(("markup", "expected"), [each for each in KEPT if "event:" not in each[0]])
def test_what_the_allow_list_keeps(markup: str, expected: str) -> None:
    assert everything(markup, "sanitize") == f"<p>{expected}</p>"


def test_a_block_of_html() -> None:
    text = '<figure class="wide">\n<img src="a.png" alt="b">\n<figcaption>c</figcaption>\n</figure>'
    assert everything(text, "sanitize") == text


def test_where_all_html_is_allowed_it_stays() -> None:
    text = '<iframe src="https://e.org"></iframe>\n<p onclick="x()">a</p>'
    assert everything(text, "allow") == text


def test_html_does_not_change_how_the_markdown_around_it_reads() -> None:
    text = "[a](event:2021){#b .c} [[d]] x[^e]\n\n- f\n\n[^e]: source:g, h\n"
    pure, mixed = everything(text, "sanitize"), everything(text + "\n<b>i</b>", "sanitize")
    assert mixed.replace("\n<p><b>i</b></p>", "").replace("&nbsp;", "&#160;").replace("↩", "&#8617;") == pure
