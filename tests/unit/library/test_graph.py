"""The site as a graph: loose ends, names without a page, and the map."""

import pytest
from tests.worlds import article, asked

from backstory.library.graph import Graph, graph
from backstory.library.phrases import phrases_in

PATH = "content/articles/a.md"


def of(files: dict[str, str]) -> Graph:
    found = asked(files, graph)
    assert isinstance(found, Graph)
    return found


def test_what_nothing_leads_to_and_what_leads_nowhere() -> None:
    files = {
        PATH: article(text="See [b](b.md).\n"),
        "content/articles/b.md": article(text="Alone.\n", title="B"),
        "content/people/ann.md": "---\ntitle: Ann\n---\n",
        "content/figures/count.md": "---\ntitle: Count\nvalue: 4\n---\n",
        "content/pages/p.md": "---\ntitle: P\n---\n::: figures count\n",
    }
    found = of(files)
    assert [each.path for each in found.orphans] == ["content/people/ann.md"]
    assert found.links == ((0, 1),)
    alone = of({PATH: article(text="Nothing here.\n")})
    assert [each.path for each in alone.dead_ends] == [PATH] == [each.path for each in alone.orphans]


def test_names_of_headers_that_no_document_goes_by() -> None:
    header = "about: [nobody, ann]\nevents:\n  - {date: 2021, title: It, places: [Far Town], about: [ann]}"
    found = of({PATH: article(header), "content/people/ann.md": "---\ntitle: Ann\n---\n"})
    assert [(each.name, each.count, each.examples) for each in found.unwritten] == [
        ("Far Town", 1, (f"{PATH}:6:5",)),
        ("nobody", 1, (f"{PATH}:4:9",)),
    ]


def test_phrases_that_many_stories_say_are_suggested() -> None:
    """Not the surname of somebody who was named in full."""
    text = "In August the Red Cross of Riga came. Today Ann Lee spoke, and then Lee left.\n"
    files = {f"content/articles/{n}.md": article(text=text, title=f"T{n}") for n in range(3)}
    found = of({**files, "content/people/ann.md": "---\ntitle: Ann Lee\n---\n"})
    assert [(each.name, each.count, each.documents) for each in found.suggested] == [("Red Cross of Riga", 3, 3)]
    assert found.suggested[0].examples[0] == "content/articles/0.md:5:15"


@pytest.mark.parametrize(
    ("text", "lang", "phrases"),
    [
        ("The European Union and the EU met.", "en", ["European Union", "EU"]),
        ("Others came. In July he left Paris. He was in.", "en", ["Paris"]),
        ("`Code Word` and [Linked Name](https://example.org).", "en", ["Linked Name"]),
        ("Die Grenze in Litauen. Der Europäische Rat.", "de", ["Europäische Rat"]),
        ("Он был в Вильнюсе, потом из Вильнюса.", "ru", ["Вильнюсе"]),
    ],
)
def test_phrases_with_capitals(text: str, lang: str, phrases: list[str]) -> None:
    found = asked({PATH: article(f"lang: {lang}", f"{text}\n")}, phrases_in, PATH)
    assert [each.words for each in found] == phrases


def test_stories_recommended_everywhere() -> None:
    pins = {f"content/articles/{n:02}.md": article("related: {pin: [hub]}", f"Word{n}.\n", f"T{n}") for n in range(20)}
    found = of(
        {**pins, "content/articles/hub.md": article(title="Hub"), "pyproject.toml": '[tool.backstory]\ntitle = "T"\n'}
    )
    assert [(each.path, each.count) for each in found.everywhere] == [("content/articles/hub.md", 20)]


def test_an_empty_site_has_an_empty_graph() -> None:
    assert of({}) == Graph((), {}, (), (), (), (), (), ())


def test_addresses_of_embeds_are_addresses_elsewhere() -> None:
    from backstory.library.review import outside_addresses

    text = "[a](https://e.example/a)\n\n::: embed https://e.example/b\n"
    found = asked({"content/articles/a.md": article(text=text)}, outside_addresses)
    assert [(each.url, each.line) for each in found] == [("https://e.example/a", 5), ("https://e.example/b", 7)]
