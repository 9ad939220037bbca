"""Words that a header gives with markup in them, as plain words, and a title where the header has none.

Knows tags, entities and headings. Must never know what a title is used for.
"""

import html
import re
from pathlib import PurePosixPath
from typing import Final

from backstory.reading.slugs import name_parts

TAG: Final = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>")
HEADING: Final = re.compile(r" {0,3}#[ \t]+(.*?)[ \t]*#*[ \t]*(?:\{[^{}]*\})?[ \t]*$")
FENCE: Final = re.compile(r" {0,3}(```+|~~~+)")
LINK: Final = re.compile(r"!?\[([^\[\]]*)\]\([^()]*\)|\[\[(?:[^\[\]|]*\|)?([^\[\]|]*)\]\]")
MARKS: Final = re.compile(r"(\*\*|__|\*|`)(.+?)\1")


def plain_words(text: str) -> str:
    """Return a text without HTML tags, its entities as the characters that they stand for."""
    if "<" in text:
        text = TAG.sub("", text)
    return html.unescape(text) if "&" in text else text


def first_heading(body: str) -> str:
    """Return the words of the first `# heading` outside fenced code, or an empty string."""
    fence = ""
    for line in body.split("\n") if "#" in body else ():
        if mark := FENCE.match(line):
            fence = "" if fence and mark[1].startswith(fence) else fence or mark[1]
        elif not fence and (heading := HEADING.match(line)):
            words = LINK.sub(lambda match: match[1] or match[2] or "", heading[1])
            return plain_words(MARKS.sub(r"\2", words)).strip()
    return ""


def title_from_path(path: str) -> str:
    """Return the file's name as words: `2021-08-03-why-they-cross.ru.md` is "Why they cross"."""
    words = name_parts(path).name.replace("-", " ").replace("_", " ").strip()
    return words[:1].upper() + words[1:] or PurePosixPath(path).name or "Untitled"
