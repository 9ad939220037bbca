"""Any words at all, made safe to stand in XML, JSON and a script element.

Knows what XML and HTML allow. Must never know what is written.
"""

import re
from typing import Any

import msgspec
from markupsafe import Markup

_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document may hold, escaped or not (section 2.2, "Characters"): lone surrogates and controls too."""

_ENDS_SCRIPT = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def clean(words: str) -> str:
    """Return text without the characters that no XML document may hold, and with line feeds alone between lines."""
    if words.isprintable():  # nothing of the kind, as a quicker look tells of nearly all
        return words
    if _NOT_XML.search(words):
        words = _NOT_XML.sub("", words)
    return words.replace("\r\n", "\n").replace("\r", "\n") if "\r" in words else words


def text(words: str) -> str:
    """Return text as the content of an element."""
    return clean(words).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(words: str) -> str:
    """Return text as the value of an attribute in double quotes. Line ends and tabs keep (XML 1.0, 3.3.3)."""
    escaped = text(words).replace('"', "&quot;")
    return escaped.replace("\n", "&#10;").replace("\t", "&#9;")


def element(name: str, words: str = "", attributes: dict[str, str] | None = None) -> str:
    """Return an element that holds text alone. Attributes without a value are left out."""
    inner = "".join(f' {key}="{attribute(value)}"' for key, value in (attributes or {}).items() if value)
    return f"<{name}{inner}>{text(words)}</{name}>" if words else f"<{name}{inner}/>"


def json_bytes(data: Any, *, indent: int = 0) -> bytes:
    """Return plain data (and frozen structs) as JSON in UTF-8, keys in the order given."""
    try:
        encoded = msgspec.json.encode(data)
    except UnicodeEncodeError:  # a lone surrogate, which a JSON header may smuggle in
        encoded = msgspec.json.encode(_cleaned(msgspec.to_builtins(data)))
    return msgspec.json.format(encoded, indent=indent) if indent else encoded


def script_text(data: Any) -> Markup:
    """Return plain data as JSON that can stand inside a script element: nothing in it ends the element or a line.

    HTML, "Restrictions for contents of script elements": `<!--`, `<script` and `</script` must not appear; JSON lets
    every `<` be written as an escape.
    """
    return Markup(json_bytes(data).decode("utf-8").translate(_ENDS_SCRIPT))


def _cleaned(data: Any) -> Any:
    if isinstance(data, str):
        return clean(data)
    if isinstance(data, dict):
        return {_cleaned(key): _cleaned(value) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_cleaned(value) for value in data]
    return data


_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def safe_cell(words: str) -> str:
    """Return words for a cell of a table that no spreadsheet takes for a formula (OWASP, "CSV Injection")."""
    safe = clean(words)
    return f"'{safe}" if safe.lstrip(" ").startswith(_FORMULA) else safe
