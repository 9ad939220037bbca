"""Headers that their own syntax refuses: what is found, where, the way out, and what is read all the same."""

import pytest

from backstory.reading.front.frontmatter import split

BAD_YAML = {
    "colon": ("title: A: b", "2:9", "holds a colon", 'Put it in quotes: title: "A: b"', "A: b"),
    "colon, wide letters": ("title: 😀 x: y", "2:11", "holds a colon", '"😀 x: y"', "😀 x: y"),
    "at": ("title: @foo", "2:8", "begins with @", 'title: "@foo"', "@foo"),
    "backtick": ("title: `x`", "2:8", "begins with `", 'title: "`x`"', "`x`"),
    "per cent": ("title: %x", "2:8", "begins with %", 'title: "%x"', "%x"),
    "star": ("title: *Big* news", "2:12", "begins with *", 'title: "*Big* news"', "*Big* news"),
    "bar": ("title: |x", "2:9", "begins with |", 'title: "|x"', "|x"),
    "hyphen": ("title: - x", "2:8", "begins with -", 'title: "- x"', "- x"),
    "bracket": ("title: [Video] x", "2:16", "begins with [", 'title: "[Video] x"', "[Video] x"),
    "liquid": ("title: {{ x }}", "2:8", "begins with a brace", "in quotes", "{{ x }}"),
    "liquid and words": ("title: {{ x }} y", "2:16", "begins with {", 'title: "{{ x }} y"', "{{ x }} y"),
    "liquid tag": ("title: {% x %}", "2:9", "begins with {", 'title: "{% x %}"', "{% x %}"),
    "quotes in quotes": ('title: "A "b" c"', "2:12", "inside quotation marks", "title: 'A \"b\" c'", 'A "b" c'),
    "apostrophe": ("title: 'it's'", "2:12", "inside quotation marks", 'title: "it\'s"', "it's"),
    "open quote": ('title: "A', "2:8", "never closed", 'title: "A"', "A"),
    "backslash": ('title: "a\\d"', "2:10", "backslash", "title: 'a\\d'", "a\\d"),
    "no space": ("title:A b", "2:1", "no space after the colon", "Write title: A b", "A b"),
    "indented": ("title: A\n kicker: B", "3:8", "does not fit", "two spaces", "A"),
    "prose": ("title: A\nHello world", "3:1", "not a key", "close the header", "A"),
}  # fmt: skip


@pytest.mark.parametrize(("header", "place", "sentence", "help", "title"), BAD_YAML.values(), ids=BAD_YAML)
def test_yaml_slips(header: str, place: str, sentence: str, help: str, title: str) -> None:
    front, (note,) = split(f"---\n{header}\nlang: en\n---\nText", "a.md")
    assert (str(note.place), note.code, note.severity) == (f"a.md:{place}", "header/bad-yaml", "error")
    assert sentence in note.sentence
    assert help in note.help
    assert front.values["title"] == title
    assert front.values["lang"] == "en"
    assert front.body == "Text"


def test_every_broken_part_is_reported() -> None:
    front, notes = split("---\ntitle: A: b\ntags: [a, b\ndate: 2021\nkicker: @x\n---\n", "a.md")
    assert [note.place.line for note in notes] == [2, 3, 5]
    assert front.values == {"title": "A: b", "tags": "a, b", "date": "2021", "kicker": "@x"}
    assert notes[1].help == "Close it: tags: [a, b]"


def test_a_broken_part_does_not_hide_a_key_given_twice() -> None:
    notes = split("---\ntitle: A: b\nlang: en\nlang: ru\n---\n", "a.md")[1]
    assert [note.code for note in notes] == ["header/bad-yaml", "header/duplicate-key"]


def test_a_list_is_no_header() -> None:
    front, (note,) = split("---\n- a\n- b\n---\nText", "a.md")
    assert (str(note.place), front.values, front.body) == ("a.md:2:1", {}, "Text")
    assert '"- a"' in note.sentence


def test_tabs_are_read_with_a_warning() -> None:
    front, (note,) = split("---\nevents:\n\t- date: 2021\n\t  title: A\n---\n", "a.md")
    assert front.values == {"events": [{"date": "2021", "title": "A"}]}
    assert front.places["events[0].title"] == (4, 11)
    assert (str(note.place), note.code, note.severity) == ("a.md:3:1", "header/tab", "warning")
    assert "1 more" in note.sentence


def test_faults_beside_tabs_keep_their_places() -> None:
    notes = split("---\ntags:\n\t- a\nevents:\n\t- title: A: b\n---\n", "a.md")[1]
    assert [(str(note.place), note.code) for note in notes] == [
        ("a.md:3:1", "header/tab"),
        ("a.md:5:12", "header/bad-yaml"),
    ]


LOST = {
    "hashtag": ("title: #MeToo", "2:7", "#MeToo", None),
    "number": ("title: We are #1", "2:8", "#1", "We are"),
    "anchor": ("title: &c", "2:8", "&c", None),
}


@pytest.mark.parametrize(("header", "place", "words", "value"), LOST.values(), ids=LOST)
def test_words_that_yaml_leaves_out(header: str, place: str, words: str, value: str | None) -> None:
    front, (note,) = split(f"---\n{header}\n---\n", "a.md")
    assert front.values["title"] == value
    assert (str(note.place), note.code, note.severity) == (f"a.md:{place}", "header/lost-text", "warning")
    assert f'"{words}"' in note.sentence


@pytest.mark.parametrize("header", ["tags: # none yet", "title: C# and F#", "title: AT&T", "title: A # a comment"])
def test_real_comments_are_left_alone(header: str) -> None:
    assert split(f"---\n{header}\n---\n", "a.md")[1] == ()


def test_a_tag_is_words() -> None:
    assert split("---\ntitle: !Viva la vida\n---\n", "a.md")[0].values == {"title": "!Viva la vida"}


BROKEN = {
    "toml value": ("+++\ntitle = A\nlang = 'en'\n+++\n", "2:9", "header/bad-toml", {"title": "A", "lang": "en"}),
    "toml string": ("+++\nlang = 'en'\nslug = 'x\n+++\n", "3:1", "header/bad-toml", {"lang": "en", "slug": "x"}),
    "toml table": ("+++\nlang = 'en'\n[a\n+++\n", "3:1", "header/bad-toml", {"lang": "en"}),
    "json comma": ('{\n"tags": ["a",],\n}\n', "2:13", "header/bad-json", {"tags": ["a"]}),
    "json quotes": ("{\n\"a\": 'x'\n}\n", "2:6", "header/bad-json", {"a": "x"}),
    "json beyond help": ('{\n"a": x"y\n]\n}\n', "2:6", "header/bad-json", {}),
}


@pytest.mark.parametrize(("text", "place", "code", "values"), BROKEN.values(), ids=BROKEN)
def test_toml_and_json_slips(text: str, place: str, code: str, values: dict[str, object]) -> None:
    front, (note,) = split(text + "Text", "a.md")
    assert note.code == code
    assert note.place.line == int(place.partition(":")[0])
    assert (front.values, front.body) == (values, "Text")


DEEP = {
    "yaml": "---\ntags: " + "[" * 50_000 + "]" * 50_000 + "\n---\n",
    "yaml, one line of hyphens": "---\ntags:\n  " + "- " * 50_000 + "a\n---\n",
    "yaml, indented": "---\n" + "".join(" " * depth + "a:\n" for depth in range(300)) + "---\n",
    "yaml, itself": "---\ntags: &a [*a]\n---\n",
    "yaml, aliases": "---\na0: &a0 [x]\n"
    + "".join(f"a{n + 1}: &a{n + 1} [{f'*a{n},' * 9}]\n" for n in range(12))
    + "---\n",
    "toml": "+++\ntags = " + "[" * 5_000 + "]" * 5_000 + "\n+++\n",
    "json": '{"tags": ' + "[" * 50_000 + "]" * 50_000 + "\n}\n",
}


@pytest.mark.parametrize("text", DEEP.values(), ids=DEEP)
def test_too_many_levels(text: str) -> None:
    front, notes = split(text + "Text", "a.md")
    assert {note.severity for note in notes} == {"error"}
    assert front.body.endswith("Text")
