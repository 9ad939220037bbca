"""Any folder of Markdown, compared: no site around it, no front matter and no dates needed.

Knows texts by their paths. Must never know the engine or the disk.
"""

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import islice
from urllib.parse import unquote

import msgspec

from backstory.library.related.profile import Neighbour, Profile, Weights
from backstory.library.related.stopwords import STOP_WORDS
from backstory.library.related.words import WORD, counted
from backstory.reading.decoding import decode
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import read_header
from backstory.reading.front.headers import ArticleHeader

INLINE, WIKI = re.compile(r"\]\(\s*<?([^()\s>]+)[^)]*\)"), re.compile(r"\[\[([^\[\]|#]+)[^\[\]]*\]\]")
DEFINED = re.compile(r"(?m)^ {0,3}\[[^\]]+\]:\s*<?(\S+?)>?(?:\s.*)?$")
ADDRESS, ELEMENT = re.compile(r"https?://\S+"), re.compile(r"<[^<>]{1,200}>")
LANGUAGE_KEYS = ("lang", "language", "locale")
SAMPLE = 200
"""How many texts are looked at to guess an archive's language."""


def profiles(texts: Mapping[str, bytes]) -> dict[str, Profile]:
    """Return slug -> profile, from path -> bytes of Markdown files."""
    slugs = slugs_of(texts)
    lang = guessed(decode(texts[path], path)[0] for path in islice(texts, SAMPLE))
    known = {slug.casefold(): slug for slug in slugs.values()}
    return {slug: _profile(path, slug, decode(texts[path], path)[0], lang, known) for path, slug in slugs.items()}


def slugs_of(paths: Iterable[str]) -> dict[str, str]:
    """Return path -> slug: the file's name, its folder's for an index, the whole path where that is taken."""
    found: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(paths):
        whole = path.rpartition(".")[0]
        folder, _, name = whole.rpartition("/")
        if name in ("index", "_index", "README") and folder:
            name = folder.rpartition("/")[2]
        found[path] = whole if name in taken else name
        taken.add(found[path])
    return found


def guessed(texts: Iterable[str]) -> str:
    """Return the language whose commonest words stand most often in some texts."""
    words = Counter(word for text in texts for word in WORD.findall(text[:4000].lower()))
    hits = {lang: sum(words[word] for word in stop) for lang, stop in STOP_WORDS.items()}
    return max(sorted(hits), key=lambda lang: hits[lang]) if any(hits.values()) else "en"


def _profile(path: str, slug: str, text: str, lang: str, known: Mapping[str, str]) -> Profile:
    front, _ = split(text, path)
    header, _ = read_header("article", front, path)
    lang = header.lang if header.lang and any(key in front.values for key in LANGUAGE_KEYS) else lang
    links = {known[name] for each in _targets(front.body) if (name := _name(each)) in known} - {slug}
    first = header.date.earliest if header.date else None
    words = counted(header.title or slug, header.description, _plain(front.body), lang)
    return Profile(
        lang=lang,
        words=words.words,
        counts=words.counts,
        titled=words.titled,
        about=tuple(dict.fromkeys(name.casefold() for name in header.about)),
        topics=tuple(dict.fromkeys(name.casefold() for name in header.topics)),
        tags=tuple(dict.fromkeys(name.casefold() for name in header.tags)),
        links=tuple(sorted(links)),
        day=(first.year * 372 + first.month * 31 + first.day) * 365 // 372 if first and first.year > 0 else 0,
        form=header.form if isinstance(header, ArticleHeader) else "",
    )


def _name(target: str) -> str:
    """Return what a link's target would be called as a slug: the end of its path, without its suffix."""
    path = unquote(target.partition("#")[0].partition("?")[0]).rstrip("/")
    if "://" in path or path.startswith("mailto:"):
        return ""
    name = posixpath.basename(path)
    stem, dot, suffix = name.rpartition(".")
    return (stem if dot and suffix.lower() in ("md", "markdown", "html", "htm") else name).casefold()


def _targets(text: str) -> list[str]:
    """Return where links of any kind lead."""
    found = INLINE.findall(text) if "](" in text else []
    found += WIKI.findall(text) if "[[" in text else []
    return found + (DEFINED.findall(text) if "]:" in text else [])


def _plain(text: str) -> str:
    """Return a text without what stands in it for programs: addresses and elements."""
    text = INLINE.sub("]", text) if "](" in text else text
    text = ADDRESS.sub(" ", text) if "://" in text else text
    return ELEMENT.sub(" ", text) if "<" in text else text


def ranked(profiles: Mapping[str, Profile], weights: Weights) -> dict[str, tuple[Neighbour, ...]]:
    """Return name -> neighbours, best first, for profiles by name; those of other languages never meet."""
    from backstory.library.related.making import start

    found: dict[str, tuple[Neighbour, ...]] = {}
    for part in _by_language(profiles):
        found |= {name: near or () for name, near in start(part, weights)[1].items()}
    return dict(sorted(found.items()))


def named(profiles: Mapping[str, Profile], weights: Weights) -> dict[str, tuple[str, ...]]:
    """Return the same as names alone, which costs less."""
    from backstory.library.related.making import begun, named

    found: dict[str, tuple[str, ...]] = {}
    for part in _by_language(profiles):
        found |= named(begun(part, weights))
    return dict(sorted(found.items()))


def _by_language(profiles: Mapping[str, Profile]) -> list[dict[str, Profile]]:
    found: dict[str, dict[str, Profile]] = {}
    for name, each in profiles.items():
        found.setdefault(each.lang, {})[name] = each
    return [part for _, part in sorted(found.items())]


def with_depth(weights: Weights, depth: int) -> Weights:
    """Return weights for lists of another length."""
    return msgspec.structs.replace(weights, depth=depth)
