"""What pages say to machines: right types, no empty properties, dates no more exact than they are."""

from typing import Any

import pytest
from msgspec.structs import replace

from backstory.reading.dates import parse
from backstory.rendering.schema.metadata import (
    Answered,
    Cited,
    Happening,
    Measure,
    Thing,
    breadcrumbs,
    citation,
    collection,
    document,
    event,
    faq,
    figure,
    term,
    thing,
    timeline,
    website,
)

SOURCE = Cited("A title", "Meduza", "https://meduza.example/a", "2021-08-04", "en")


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2021-08-03", "2021-08-03", None),
        ("2021-08-03T14:30", "2021-08-03T14:30:00", None),
        ("2021-07", "2021-07", None),
        ("2021-06~", "2021-06", None),
        ("2021-22", "2021", None),
        ("198X", None, None),
        ("[2021-01,2021-05]", "2021", None),
        ("2021-08-02/2021-08-03", "2021-08-02", "2021-08-03"),
        ("2021-05/2021-07", "2021-05", "2021-07"),
        ("2021-05/..", "2021-05", None),
        ("../2021-07", None, "2021-07"),
        ("2021/2021", "2021", "2021"),
        ("[..2021-08]", None, None),
        ("{..1700,1800..}", None, None),
        ("-0044-03-15", "-0044-03-15", None),
    ],
)
def test_events_have_dates_as_exact_as_they_are(text: str, start: str | None, end: str | None) -> None:
    found = event(Happening(parse(text), "Something"))
    assert (found.get("startDate"), found.get("endDate")) == (start, end)


def test_an_event_has_its_places_and_sources() -> None:
    found = event(Happening(parse("2021"), "E", "https://e/#a", "Told", ("Minsk", "Vilnius"), (SOURCE,)))
    assert [place["name"] for place in found["location"]] == ["Minsk", "Vilnius"]
    assert found["subjectOf"] == [citation(SOURCE)]


def test_an_event_names_a_source_by_the_page_about_it() -> None:
    known = replace(SOURCE, page="https://e.example/sources/a/")
    found = event(Happening(parse("2021"), "E", sources=(known,)))
    assert found["subjectOf"] == [{"@type": "CreativeWork", "@id": "https://e.example/sources/a/"}]


def test_a_citation_names_its_publisher() -> None:
    assert citation(SOURCE) == {
        "@type": "CreativeWork",
        "name": "A title",
        "publisher": {"@type": "Organization", "name": "Meduza"},
        "url": "https://meduza.example/a",
        "datePublished": "2021-08-04",
        "inLanguage": "en",
    }
    assert citation(Cited("", "Meduza"))["name"] == "Meduza"


def test_a_timeline_counts_its_events_in_order() -> None:
    found = timeline("T", "https://e/t/", tuple(Happening(parse(f"202{n}"), f"E{n}") for n in range(3)))
    assert [(each["position"], each["item"]["name"]) for each in found["itemListElement"]] == [
        (1, "E0"), (2, "E1"), (3, "E2"),
    ]  # fmt: skip
    assert found["numberOfItems"] == 3


def test_a_term_stands_in_its_set() -> None:
    found = term(Thing("DefinedTerm", "Pushback", "https://e/terms/pushback/"), "Glossary", "https://e/glossary/")
    assert found["inDefinedTermSet"] == {"@type": "DefinedTermSet", "name": "Glossary", "url": "https://e/glossary/"}


def test_things_are_joined_by_their_address() -> None:
    found = thing(Thing("Person", "Alexander Lukashenko", "https://e/p/", names=("Лукашенко",)))
    assert (found["@id"], found["alternateName"]) == ("https://e/p/", ["Лукашенко"])
    assert "@id" not in thing(Thing("Person", "Somebody"))


def test_breadcrumbs_count_from_one_and_may_end_without_an_address() -> None:
    found = breadcrumbs((("Home", "https://e/"), ("Here", "")))["itemListElement"]
    assert found == [
        {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://e/"},
        {"@type": "ListItem", "position": 2, "name": "Here"},
    ]


def test_a_figure_keeps_zero() -> None:
    found = figure("Detained", "https://e/f/", "people", (Measure("March 2021", 0, "2021-03"),))
    assert found["mainEntity"][0]["value"] == 0


def test_a_question_has_its_answer() -> None:
    [found] = faq((Answered("Who?", "<p>They.</p>"),))["mainEntity"]
    assert (found["name"], found["acceptedAnswer"]["text"]) == ("Who?", "<p>They.</p>")


@pytest.mark.parametrize(
    "data",
    [
        thing(Thing("Place", "Minsk")),
        citation(Cited("A")),
        event(Happening(parse("2021"), "E")),
        collection("C", "", ()),
        website("W", ""),
        breadcrumbs(()),
        figure("F", "", "", ()),
        faq(()),
    ],
)
def test_what_is_not_given_is_left_out(data: dict[str, Any]) -> None:
    assert not [name for name, value in data.items() if value in ("", [], (), {}, None)]


def test_a_document_has_one_context() -> None:
    one = website("W", "https://e/")
    assert document(one) == {"@context": "https://schema.org", **one}
    assert document([one, one]) == {"@context": "https://schema.org", "@graph": [one, one]}
