"""Random edits to a small site, as an editor's day brings them: words, headers, files, templates, settings, dates."""

import random
from collections.abc import Callable
from functools import lru_cache

from tests.photographs import jpeg
from tests.worlds import World


@lru_cache
def photo(seed: int) -> bytes:
    return jpeg(40, 30, seed=seed)


SETTINGS_FILE = """[tool.backstory]
title = "Edits"
base_url = "https://example.org/news"
navigation = ["/archive/"]
[tool.backstory.support]
title = "Help"
amounts = [5, 10]
"""

START: dict[str, str | bytes] = {
    "pyproject.toml": SETTINGS_FILE,
    "content/articles/one.md": """---
title: One
date: 2021-08-01
form: explainer
topics: [border]
about: [ann, term-a]
tags: [wire]
events:
  - {id: start, date: 2021-07-30, title: It starts, about: [ann], major: true}
sources:
  - {id: src, publisher: Paper, title: A report, url: "https://example.org/r", date: 2021-07}
---
The start [happened](event:2021-07-30){#start}. Ann [[ann]] and [two](two.md#heading).[^a]

::: read-more two

## Heading

[a word](term:term-a), [4](figure:count).

[^a]: source:src
""",
    "content/articles/two.md": """---
title: Two
date: 2021-08-02
topics: [border]
about: [ann]
corrections:
  - {date: 2021-09-01, text: It was *wrong*.}
---
See [one](one.md).

## Heading

::: card ann

::: timeline border
""",
    "content/articles/drei.md": "---\ntitle: Drei\nlang: de\ntranslation_of: one\ndate: 2021-08-03\n---\nText.\n",
    "content/topics/border.md": "---\ntitle: Border\nlead: one\n---\nThe border.\n",
    "content/people/ann.md": "---\ntitle: Ann\ndescription: A person.\nalso_known_as: [Anna]\n---\nAnn is a person.\n",
    "content/terms/term-a.md": "---\ntitle: Term A\ndescription: It means A.\n---\n",
    "content/figures/count.md": "---\ntitle: Count\nvalue: 4\nunit: people\nas_of: 2021-08\n---\n",
    "content/timelines/line.md": "---\ntitle: Line\nselect: {topics: [border]}\n---\n",
    "content/pages/about.md": "---\ntitle: About\naliases: [/old/]\n---\nAbout [[one]].\n",
    "content/picture.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "content/photo.jpg": photo(0),
}

SENTENCES = (
    "A plain sentence about wire and fences.",
    "Guards and fences stand by the border and the forest.",
    "See [one](one.md).",
    "See [two](two.md#heading).",
    "See [[ann]] and [[Anna|her]].",
    "A [word](term:term-a) and [4](figure:count).",
    "It [went on](event:2021-08-05){#later .major}.",
    "It [ended](event:2021-08~).",
    "A claim.[^s]\n\n[^s]: source:src",
    "::: read-more one",
    "::: card term-a",
    '::: timeline line limit="2"',
    "::: note\nAside with *words*.\n:::",
    '::: qa "Why?"\nBecause.\n:::',
    "![A picture](../picture.svg)",
    '![A photograph](../photo.jpg "Caption"){focus="top left"}',
    "![](../photo.jpg)",
    "See [the photograph](../photo.jpg).",
    "A [broken link](nowhere.md).",
    "## Another heading",
    "{{ not a template }} {% nor this %}",
    "<b>raw</b> <script>alert(1)</script>",
    "Приграничная зона и лес.",
    "Ann met Anna by the Border; Ann said so. Term A again, and terms A.",
    "> Ann in a quote.\n\nAnna outside it, and [Ann]{.nolink} elsewhere.",
    "Guards say that One is Somebody, and Wire too.",
    "::: read-more",
)
LINES = (
    "tags: [wire, forest]",
    "tags: fence",
    "draft: true",
    "publish_at: 2026-01-02",
    "expires: 2026-01-02",
    "about: [ann, term-a]",
    "about: nobody",
    "topics: [border, plain topic]",
    "form: explainer",
    "form: nonsense",
    "lang: de",
    "slug: one",
    "slug: other",
    "date: 2022-01-05",
    "date: yesterday",
    "aliases: [/elder/, Another name]",
    "related: {pin: [two], hide: [one]}",
    "kicker: A kicker",
    "also_known_as: [Somebody]",
    "also_known_as: [Guards, wire]",
    "also_known_as: [Anna]",
    "translation_of: two",
    "unknown_key: 1",
    "description: New words",
    "image: ../photo.jpg",
    "image: {path: ../photo.jpg, alt: Words, focus: 20%}",
)
FOLDERS = ("articles", "articles", "people", "terms", "topics", "questions", "pages", "authors", "timelines")
SETTINGS = (
    'tagline = "Tag"',
    'language = "de"',
    'footer = ["pages/about.md", "/corrections/"]',
    'timezone = "Europe/Vilnius"',
    "feed_length = 1",
    'base_url = ""',
    'raw_html = "allow"',
    "mentions = { links = false }",
    'mentions = { links = ["person"], skip = ["Anna"] }',
    'permalinks = { article = "/{year}/{slug}/" }',
    "nonsense = 3",
    "pictures = { formats = ['webp'], quality = 50 }",
    "pictures = { responsive = false }",
    "social_cards = { make = true }",
    "content_security = { script-src = ['https://s.example'] }",
)
TEMPLATES = (
    ("article.html", '{% extends "theme/article.html" %}{% block title %}Own: {{ page.title }}{% endblock %}'),
    ("partials/footer.html", "<footer>{{ site.title }}</footer>"),
    ("blocks/note.html", "<aside>{{ block.body }}</aside>"),
    ("inline/term.html", '<a href="{{ url }}">{{ words }}</a>'),
    ("article.html", "{% if %}"),
    ("topic.html", "{{ page.nothing }}"),
    ("styles/99-own.css", "body { color: red }"),
)


def documents(world: World) -> list[str]:
    """Return the paths of a world's Markdown files, in order."""
    return sorted(path for path in world.files if path.endswith(".md"))


def add_sentence(rng: random.Random, world: World) -> None:
    path = rng.choice(documents(world))
    world.files[path] += ("\n" + rng.choice(SENTENCES) + "\n").encode()


def cut_text(rng: random.Random, world: World) -> None:
    path = rng.choice(documents(world))
    lines = world.files[path].split(b"\n")
    del lines[rng.randrange(len(lines))]
    world.files[path] = b"\n".join(lines)


def add_line(rng: random.Random, world: World) -> None:
    path = rng.choice(documents(world))
    head, fence, rest = world.files[path].partition(b"---\n")
    world.files[path] = head + fence + rng.choice(LINES).encode() + b"\n" + rest


def retitle(rng: random.Random, world: World) -> None:
    path = rng.choice(documents(world))
    number = rng.randrange(100)
    lines = world.files[path].split(b"\n")
    title = b"title: Title %d" % number
    world.files[path] = b"\n".join(title if line.startswith(b"title:") else line for line in lines)


def rename_entity(rng: random.Random, world: World) -> None:
    """Give the names of an entity or term to it, to another, or to nobody."""
    named = [path for path in documents(world) if path.split("/")[1] in ("people", "terms")]
    if not named:
        return
    path = rng.choice(named)
    kept = [line for line in world.files[path].split(b"\n") if not line.startswith(b"also_known_as:")]
    names = rng.choice(
        (b"", b"also_known_as: [Guards]", b"also_known_as: [Anna, Ann]", b"also_known_as: [Wire, forest]")
    )
    at = kept.index(b"---") + 1 if b"---" in kept else 0
    world.files[path] = b"\n".join([*kept[:at], *([names] if names else []), *kept[at:]])


def add_document(rng: random.Random, world: World) -> None:
    folder = rng.choice(FOLDERS)
    number = rng.randrange(30)
    head = f"title: New {number}\ndate: 2021-08-{number % 28 + 1:02}\n{rng.choice(LINES)}"
    world.put({f"content/{folder}/new-{number}.md": f"---\n{head}\n---\n{rng.choice(SENTENCES)}\n"})


def delete(rng: random.Random, world: World) -> None:
    del world.files[rng.choice(documents(world))]


def restore(rng: random.Random, world: World) -> None:
    path = rng.choice(sorted(START))
    world.put({path: START[path]})


def rename(rng: random.Random, world: World) -> None:
    path = rng.choice(documents(world))
    folder = path.rsplit("/", 1)[0]
    world.files[f"{folder}/renamed-{rng.randrange(9)}.md"] = world.files.pop(path)


def change_template(rng: random.Random, world: World) -> None:
    name, text = rng.choice(TEMPLATES)
    world.put({f"templates/{name}": text})


def drop_template(rng: random.Random, world: World) -> None:
    for path in [path for path in world.files if path.startswith("templates/")]:
        if rng.random() < 0.7:
            del world.files[path]


def change_setting(rng: random.Random, world: World) -> None:
    head, table, rest = SETTINGS_FILE.partition("[tool.backstory]\n")
    chosen = rng.choice(SETTINGS)
    kept = "\n".join(line for line in rest.split("\n") if line.split(" =")[0] != chosen.split(" =")[0])
    world.put({"pyproject.toml": f"{head}{table}{chosen}\n{kept}"})


def change_asset(rng: random.Random, world: World) -> None:
    world.put({"content/picture.svg": f"<svg xmlns='http://www.w3.org/2000/svg' id='p{rng.randrange(9)}'/>"})


def change_photo(rng: random.Random, world: World) -> None:
    number = rng.randrange(4)
    world.put({"content/photo.jpg": photo(number) if number else photo(0)[:300]})


def pass_time(rng: random.Random, world: World) -> None:
    world.today = f"2026-01-0{rng.randrange(1, 5)}"


EDITS: tuple[Callable[[random.Random, World], None], ...] = (
    add_sentence,
    add_sentence,
    cut_text,
    add_line,
    add_line,
    rename_entity,
    rename_entity,
    retitle,
    add_document,
    delete,
    restore,
    restore,
    rename,
    change_template,
    drop_template,
    change_setting,
    change_asset,
    change_photo,
    pass_time,
)


def edit(rng: random.Random, world: World) -> str:
    """Make one random edit that leaves at least one document, and return its name."""
    chosen = rng.choice(EDITS)
    if len(documents(world)) < 4:
        chosen = restore
    if documents(world) or chosen is restore:
        chosen(rng, world)
    return chosen.__name__
