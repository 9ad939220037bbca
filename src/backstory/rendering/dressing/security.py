"""What a browser may load and run on a page: the site's Content-Security-Policy.

Knows directives (Content Security Policy Level 3). Must never know a page: one policy holds for the whole site.
"""

import re
from base64 import b64encode
from hashlib import sha256
from typing import Final

from backstory.engine.keys import Noting, Read, query
from backstory.files.inputs import source_file
from backstory.files.settings import FILE, place_of
from backstory.library.documents import settings
from backstory.notes import Note, did_you_mean, error

POLICY: Final[dict[str, tuple[str, ...]]] = {
    "default-src": ("'none'",),
    "script-src": ("'self'",),
    "style-src": ("'self'",),
    "img-src": ("'self'", "data:", "https:"),
    "media-src": ("'self'", "https:"),
    "font-src": ("'self'",),
    "connect-src": ("'self'",),
    "manifest-src": ("'self'",),
    "frame-src": (),
    "worker-src": (),
    "form-action": ("'self'",),
    "base-uri": ("'none'",),
}
"""What the theme needs. Pictures and films may come from elsewhere, since a text may name one; nothing runs or styles a
page but the site's own files, and nothing at all that stands in a page itself."""

FRAMED: Final = "frame-ancestors 'self'"
"""Who may show a page inside another: a header alone can say that (section 6.4.2)."""

SOURCE: Final = re.compile(r"'[a-zA-Z0-9+/=-]+'|[a-z][a-z0-9+.-]*:|(?:https?://)?[\w*.:-]+(?:/[^\s;,]*)?")


@query("the security policy")
def policy(read: Read, note: Noting) -> str:
    """Return the policy as a page's `<meta>` says it, with what the settings add."""
    found = {name: list(sources) for name, sources in POLICY.items()}
    for name, sources in read(settings).content_security.items():
        if name not in POLICY:
            help = did_you_mean(name, POLICY) or f"Directives are: {', '.join(POLICY)}."
            note(_wrong(read, name, f'There is no directive "{name}" that can be added to.', help))
            continue
        for source in sources:
            if SOURCE.fullmatch(source):
                found[name] = [each for each in found[name] if each != "'none'"] + [source]
            else:
                help = 'Write a host such as "https://media.example", a scheme, or a keyword in single quotes.'
                note(_wrong(read, name, f'"{source}" is no source of a security policy.', help))
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in found.items() if sources)


def with_data(whole: str, data: str) -> str:
    """Return a policy that knows the data block of one page.

    No browser runs data, so none asks; checkers of HTML do ask for every script element without an address. Where a
    site allows `'unsafe-inline'`, nothing is added, for a hash would take that away (CSP Level 3, 6.7.3.2).
    """
    if not data or "'unsafe-inline'" in whole:
        return whole
    digest = b64encode(sha256(data.encode("utf-8")).digest()).decode()
    return whole.replace("script-src 'self'", f"script-src 'self' 'sha256-{digest}'", 1)


def with_search(whole: str) -> str:
    """Return a policy under which Pagefind runs: it is WebAssembly, which scripts of the site may compile.

    A page's own policy has it on the search page alone. The header has it for all, since hosts that read `_headers` add
    up what several rules say, and of two policies the stricter one holds: on all other pages that is the page's own.
    """
    return whole.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'", 1)


def _wrong(read: Read, name: str, sentence: str, help: str) -> Note:
    return error(place_of(read(source_file, FILE), name, "content_security."), "settings/bad-policy", sentence, help)
