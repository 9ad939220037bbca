"""The syntaxes that a header may be written in, each a handler of python-frontmatter.

Knows how a header is told from the text below it. Must never know what a key means.
"""

import json
import re
from typing import ClassVar, Final, Literal

from frontmatter.default_handlers import BaseHandler, JSONHandler, YAMLHandler

from backstory.reading.front.jsonheader import parse_json
from backstory.reading.front.lines import bare_end, read_bare, starts_bare
from backstory.reading.front.parsed import Parsed
from backstory.reading.front.tomlheader import parse_toml
from backstory.reading.front.yamlheader import parse_yaml

Syntax = Literal["yaml", "toml", "json", "lines", "none"]


class HeaderHandler(BaseHandler):
    """A handler that gives places and notes besides values: `read`, where python-frontmatter has `load`.

    `split` raises ValueError for a header that is never closed, as python-frontmatter's own does.
    """

    syntax: ClassVar[Syntax]
    fence: ClassVar[str] = ""
    """What opens and closes the header on a line of its own; empty where nothing does."""

    def read(self, fm: str, first_line: int, path: str) -> Parsed:
        """Return the keys of a header that begins on `first_line` of the file, and every fault as a note."""
        raise NotImplementedError

    def load(self, fm: str, **kwargs: object) -> dict[str, object]:
        """Return the values alone, for python-frontmatter."""
        return self.read(fm, 1, "").values


class YamlHandler(HeaderHandler, YAMLHandler):
    """`---`, closed by `---` or `...`."""

    FM_BOUNDARY = re.compile(r"^(?:-{3,}|\.{3})[ \t]*(?:\n|\Z)", re.MULTILINE)
    syntax = "yaml"
    fence = "---"

    def detect(self, text: str) -> bool:
        """Say whether the text opens with hyphens: full stops only close."""
        return text.startswith("---") and super().detect(text)

    def read(self, fm: str, first_line: int, path: str) -> Parsed:
        """Read YAML."""
        return parse_yaml(fm, first_line, path)


class TomlHandler(HeaderHandler):
    """`+++`, as Hugo and Zola have it. python-frontmatter's own handler needs the package toml; Python reads TOML."""

    FM_BOUNDARY = re.compile(r"^\+{3,}[ \t]*(?:\n|\Z)", re.MULTILINE)
    syntax = "toml"
    fence = "+++"

    def read(self, fm: str, first_line: int, path: str) -> Parsed:
        """Read TOML."""
        return parse_toml(fm, first_line, path)


class JsonHandler(HeaderHandler, JSONHandler):
    """An object at the top, to its closing brace wherever that stands."""

    OPENING: Final = re.compile(r'\{\s*(?:"[^"\n]*"\s*:|\}\s*(?:\n|\Z))')
    LAST_BRACE: Final = re.compile(r"^\}[ \t]*$", re.MULTILINE)
    syntax = "json"

    def detect(self, text: str) -> bool:
        """Say whether the text opens with an object: `{{ … }}` and `{: .class}` begin a body."""
        return text.startswith("{") and self.OPENING.match(text) is not None

    def split(self, text: str) -> tuple[str, str]:
        """Split at the end of the object or, where it is broken, at the first closing brace at the left edge."""
        try:
            _, end = json.JSONDecoder().raw_decode(text)
        except (ValueError, RecursionError):
            brace = self.LAST_BRACE.search(text)
            if brace is None:
                raise ValueError("never closed") from None
            end = brace.end()
        body = text[end:].lstrip(" \t")
        return text[:end], body.removeprefix("\n")

    def read(self, fm: str, first_line: int, path: str) -> Parsed:
        """Read JSON."""
        return parse_json(fm, first_line, path)


class LinesHandler(HeaderHandler):
    """Bare `Key: value` lines, as Pelican and MultiMarkdown have them, to a blank line or a line of hyphens."""

    FM_BOUNDARY = re.compile(r"^[ \t]*$", re.MULTILINE)
    syntax = "lines"

    def detect(self, text: str) -> bool:
        """Say whether there is a telling key, such as a title, among the lines at the top."""
        return starts_bare(text)

    def split(self, text: str) -> tuple[str, str]:
        """Split where the lines end."""
        end, body = bare_end(text)
        return text[:end], text[body:]

    def read(self, fm: str, first_line: int, path: str) -> Parsed:
        """Read lines."""
        return read_bare(fm, first_line, path)


HANDLERS: Final[tuple[HeaderHandler, ...]] = (YamlHandler(), TomlHandler(), JsonHandler(), LinesHandler())
"""In the order in which they are asked."""
