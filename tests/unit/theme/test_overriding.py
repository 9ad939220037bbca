"""Ten templates that a site overrides, whole, in part and by extending, keep working together."""

import re
from pathlib import Path

from tests.worlds import SETTINGS, World, clean

import backstory

TEMPLATES = Path(backstory.__file__).parent / "theme" / "templates"
OWN: dict[str, str | bytes] = {
    "base.html": '{% extends "theme/base.html" %}{% block head %}<meta name="own" content="base">{% endblock %}',
    "article.html": '{% extends "theme/article.html" %}{% block byline %}{{ super() }}<p>own byline</p>{% endblock %}{% block tags %}{% endblock %}',
    "home.html": '{% extends "theme/home.html" %}{% block intro %}<h1>own home</h1>{% endblock %}',
    "topic.html": '{% extends "theme/topic.html" %}{% block people %}<p>own people</p>{% endblock %}',
    "archive.html": '{% extends "base.html" %}{% block content %}<h1>own archive</h1>{% for group in page.groups %}<p>{{ group.label }}</p>{% endfor %}{% endblock %}',
    "missing.html": '{% extends "theme/missing.html" %}{% block ways %}<p>own way</p>{{ super() }}{% endblock %}',
    "partials/masthead.html": '<header class="own-masthead"><a href="{{ site.home }}">{{ site.title }}</a></header>',
    "partials/footer.html": "<footer>own footer{% for link in site.footer %} {{ link.title }}{% endfor %}</footer>",
    "partials/read-more.html": '{% if card %}<p>own more: <a href="{{ card.url }}">{{ card.title }}</a></p>{% endif %}',
    "blocks/note.html": "<aside>own note {{ block.argument }}{{ block.body }}</aside>",
    "inline/event.html": '<b id="{{ id }}">{{ words }} ({{ date.text }})</b>',
}
FILES: dict[str, str | bytes] = {
    "pyproject.toml": SETTINGS,
    "content/topics/bridge.md": "---\ntitle: The bridge\n---\n",
    "content/articles/b.md": "---\ntitle: Before\ndate: 2021-08-02\ntopics: [bridge]\n---\nText.\n",
    "content/articles/a.md": "---\ntitle: After\ndate: 2021-08-03\ntopics: [bridge]\ntags: [stone]\n---\n"
    "[It fell](event:2021-08-01).\n\n::: note Mind\nThe gap.\n:::\n\n::: read-more b\n",
    **{f"templates/{name}": text for name, text in OWN.items()},
}  # fmt: skip


def test_ten_overridden_templates_work_together() -> None:
    made, notes = clean(World(FILES))
    assert [str(each) for each in notes] == []
    story = made["articles/a/index.html"]
    for words in ("own byline", "own note Mind", "own more: ", "(1 August 2021)</b>", "own-masthead", "own footer"):
        assert words in story
    assert 'content="base"' in story and "part-tags" not in story
    assert "<h1>own home</h1>" in made["index.html"] and 'content="base"' in made["index.html"]
    assert "own people" in made["topics/bridge/index.html"]
    assert "<h1>own archive</h1><p>2021</p>" in re.sub(r"\n", "", made["archive/index.html"])
    assert "own way" in made["404.html"]
    assert all("own-masthead" in html for path, html in made.items() if path.endswith("index.html"))


def test_every_template_of_the_theme_says_what_it_gets() -> None:
    for file in TEMPLATES.rglob("*.html"):
        first = file.read_text(encoding="utf-8")
        assert re.match(r"\{# .*(Gets|Macro|Uses|Import|\*)", first, re.DOTALL), file
        assert first.index("#}") > 20, file
