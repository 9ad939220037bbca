"""Where a header ends and the body begins, in every syntax that is met with."""

import pytest

from backstory.reading.front.frontmatter import FrontMatter, split

BODY = "Text {{ x }} and {% y %}.\n"

WILD: dict[str, tuple[str, str, dict[str, object], str, int]] = {
    "yaml": ("---\ntitle: A\n---\n" + BODY, "yaml", {"title": "A"}, BODY, 4),
    "closed by full stops": ("---\ntitle: A\n...\n" + BODY, "yaml", {"title": "A"}, BODY, 4),
    "blank lines before": ("\n \n---\ntitle: A\n---\n" + BODY, "yaml", {"title": "A"}, BODY, 6),
    "a mark before": ("\ufeff---\ntitle: A\n---\n" + BODY, "yaml", {"title": "A"}, BODY, 4),
    "longer fences": ("----- \ntitle: A\n-----\n" + BODY, "yaml", {"title": "A"}, BODY, 4),
    "no end of line": ("---\ntitle: A\n---", "yaml", {"title": "A"}, "", 3),
    "empty header": ("---\n---\n" + BODY, "yaml", {}, BODY, 3),
    "header of comments": ("---\n# none\n---\n" + BODY, "yaml", {}, BODY, 4),
    "code at the top": ("---\ntitle: A\n---\n\n    code\n", "yaml", {"title": "A"}, "\n    code\n", 4),
    "hyphens in a block": ("---\nx: |\n  ---\n  a\n---\n" + BODY, "yaml", {"x": "---\na\n"}, BODY, 6),
    "hyphens in a value": ("---\ntitle: a --- b\n---\n" + BODY, "yaml", {"title": "a --- b"}, BODY, 4),
    "rule in the body": ("---\ntitle: A\n---\na\n\n---\n\nb\n", "yaml", {"title": "A"}, "a\n\n---\n\nb\n", 4),
    "toml": ('+++\ntitle = "A"\n+++\n' + BODY, "toml", {"title": "A"}, BODY, 4),
    "json": ('{\n  "title": "A"\n}\n' + BODY, "json", {"title": "A"}, BODY, 4),
    "json on one line": ('{"title": "A}"}\n\n' + BODY, "json", {"title": "A}"}, "\n" + BODY, 2),
    "empty json": ("{}\n" + BODY, "json", {}, BODY, 2),
    "pelican": ("Title: A: b\nTags: x\n\n" + BODY, "lines", {"Title": "A: b", "Tags": "x"}, BODY, 4),
    "pelican goes on": ("Title: A\n    and b\n\n" + BODY, "lines", {"Title": "A and b"}, BODY, 4),
    "pelican, closed": ("Title: A\nDate:\n---\n" + BODY, "lines", {"Title": "A", "Date": None}, BODY, 4),
    "pelican alone": ("Title: A", "lines", {"Title": "A"}, "", 1),
    "no header": (BODY, "none", {}, BODY, 1),
    "empty file": ("", "none", {}, "", 1),
    "blank file": ("\n\n", "none", {}, "\n\n", 1),
    "a rule, not a header": ("---\n\n" + BODY, "none", {}, "---\n\n" + BODY, 1),
    "a lone fence": ("---", "none", {}, "---", 1),
    "liquid": ("{{ x }}\n", "none", {}, "{{ x }}\n", 1),
    "attributes": ("{: .lead}\n", "none", {}, "{: .lead}\n", 1),
    "a note, not a key": ("Note: read this.\n\nMore.\n", "none", {}, "Note: read this.\n\nMore.\n", 1),
    "a title of a section": ("Title\n---\nmore\n", "none", {}, "Title\n---\nmore\n", 1),
}


@pytest.mark.parametrize(("text", "syntax", "values", "body", "line"), WILD.values(), ids=WILD)
def test_headers_in_the_wild(text: str, syntax: str, values: dict[str, object], body: str, line: int) -> None:
    front, notes = split(text, "a.md")
    assert (front.syntax, front.values, front.body, front.body_line) == (syntax, values, body, line)
    assert notes == ()


UNCLOSED = {
    "yaml": ("---\ntitle: A\n\n# Head\n\nText.\n", "# Head\n\nText.\n", 4),
    "yaml to the end": ("---\ntitle: A\n", "", 3),
    "a rule further down": ("---\ntitle: A\n\nText here.\n\n---\n\nMore.\n", "Text here.\n\n---\n\nMore.\n", 4),
    "toml": ('+++\ntitle = "A"\n\nText.\n', "Text.\n", 4),
    "json": ('{"title": "A",\n', "", 2),
}


@pytest.mark.parametrize(("text", "body", "line"), UNCLOSED.values(), ids=UNCLOSED)
def test_unclosed_header_is_read_as_far_as_it_goes(text: str, body: str, line: int) -> None:
    front, notes = split("\n" + text, "a.md")
    assert (front.body, front.body_line) == (body, line + 1)
    assert [(str(note.place), note.code) for note in notes] == [("a.md:2:1", "header/unclosed")]
    assert front.values in ({"title": "A"}, {})


TYPES = "---\na: 007\nb: no\nc: 12:30\nd: 2021-08-03\ne: 1e3\nf: true\ng: 'true'\nh: ~\ni:\nj: [1, null]\nk: {l: 0x1F}\n---\n"


def test_nothing_is_guessed_from_the_look_of_a_value() -> None:
    front, notes = split(TYPES, "a.md")
    assert notes == ()
    assert front.values == {
        "a": "007", "b": "no", "c": "12:30", "d": "2021-08-03", "e": "1e3", "f": True, "g": "true", "h": None, "i": None,
        "j": ["1", None], "k": {"l": "0x1F"},
    }  # fmt: skip


TOML = '+++\na = 7\nb = 2021-08-03T14:30:00-04:00\nc = 2021-08-03\nd = true\ne = 1.50\nf = [1, "x"]\n[g]\nh = 12:30:00\n+++\n'


def test_toml_becomes_plain_data() -> None:
    front, notes = split(TOML, "a.md")
    assert notes == ()
    assert front.values == {
        "a": "7", "b": "2021-08-03T14:30:00-04:00", "c": "2021-08-03", "d": True, "e": "1.50", "f": ["1", "x"],
        "g": {"h": "12:30:00"},
    }  # fmt: skip


def test_json_becomes_plain_data() -> None:
    front, notes = split('{"a": 7, "b": 1.50, "c": null, "d": false, "e": "x\\u0007\\ud800y"}', "a.md")
    assert notes == ()
    assert front.values == {"a": "7", "b": "1.50", "c": None, "d": False, "e": "xy"}


YAML_PLACES = '\n---\ntitle: "A"\ntags: [x, y]\nevents:\n  - date: 2021\n    title:\n  - {date: 2022}\n---\n'
TOML_PLACES = '+++\ntitle = "A"\ntags = ["x", "y"]\n[[events]]\ndate = 2021-01-01\n[[events]]\n  date = "2022"\n[select]\nfrom = "2021"\n+++\n'
JSON_PLACES = '{\n  "title": "A",\n  "tags": ["x", "y"],\n  "events": [{"date": "2021"},\n    {"date": "2022"}]\n}'

PLACES = {
    "yaml": (
        YAML_PLACES,
        {
            "title": (3, 8), "tags": (4, 1), "tags[0]": (4, 8), "tags[1]": (4, 11), "events": (5, 1),
            "events[0]": (6, 5), "events[0].date": (6, 11), "events[0].title": (7, 5), "events[1]": (8, 5),
            "events[1].date": (8, 12),
        },
    ),
    "toml": (
        TOML_PLACES,
        {
            "title": (2, 9), "tags": (3, 8), "events": (4, 3), "events[0]": (4, 3), "events[0].date": (5, 8),
            "events[1]": (6, 3), "events[1].date": (7, 10), "select": (8, 2), "select.from": (9, 8),
        },
    ),
    "json": (
        JSON_PLACES,
        {
            "title": (2, 12), "tags": (3, 3), "tags[0]": (3, 12), "tags[1]": (3, 17), "events": (4, 3),
            "events[0]": (4, 14), "events[0].date": (4, 23), "events[1]": (5, 5), "events[1].date": (5, 14),
        },
    ),
    "lines": ("Title: A\ntags:\n\n", {"Title": (1, 8), "tags": (2, 1)}),
}  # fmt: skip


@pytest.mark.parametrize(("text", "places"), PLACES.values(), ids=PLACES)
def test_every_value_has_its_place(text: str, places: dict[str, tuple[int, int]]) -> None:
    assert split(text, "a.md")[0].places == places


def test_keys_have_places_of_their_own() -> None:
    front: FrontMatter = split(YAML_PLACES, "a.md")[0]
    assert front.keys["title"] == (3, 1)
    assert front.keys["events[1].date"] == (8, 6)


TWICE = {
    "yaml": "---\ntitle: A\ntitle: B\n---\n",
    "toml": '+++\ntitle = "A"\ntitle = "B"\n+++\n',
    "json": '{\n"title": "A",\n"title": "B"}',
    "lines": "\nTitle: A\nTitle: B\n\n",
}


@pytest.mark.parametrize("text", TWICE.values(), ids=TWICE)
def test_a_key_given_twice(text: str) -> None:
    front, (note,) = split(text, "a.md")
    assert list(front.values.values()) == ["B"]
    assert (str(note.place), note.code, note.severity) == ("a.md:3:1", "header/duplicate-key", "warning")
    assert "line 2" in note.sentence
    assert "line 3" in note.sentence


def test_a_key_given_twice_inside_a_list() -> None:
    _, (note,) = split("---\nevents:\n  - date: 2021\n    date: 2022\n---\n", "a.md")
    assert (str(note.place), note.code) == ("a.md:4:5", "header/duplicate-key")


def test_merged_keys_are_not_given_twice() -> None:
    front, notes = split("---\nx-base: &b {title: A, kicker: K}\n<<: *b\nkicker: L\n---\n", "a.md")
    assert notes == ()
    assert (front.values["title"], front.values["kicker"]) == ("A", "L")
