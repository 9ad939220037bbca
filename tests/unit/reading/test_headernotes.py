"""What is said of a header that is not in order: the code, the place, the words and the way out."""

import pytest

from backstory.notes import Note
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import read_header
from backstory.reading.front.headers import AnyHeader, ArticleHeader, Kind


def read(header: str, kind: Kind = "article") -> tuple[AnyHeader, tuple[Note, ...]]:
    front, _ = split(f"---\ntitle: T\n{header}\n---\n", "a.md")
    return read_header(kind, front, "a.md")


FOUND: dict[str, tuple[Kind, str, str, str, str]] = {
    "form: explaner": ("article", "3:7", "error[header/bad-choice]", '"explaner"', 'Did you mean "explainer"?'),
    "form: zzz": ("article", "3:7", "error[header/bad-choice]", '"zzz"', "brief, explainer"),
    "status: reviewing": ("article", "3:9", "error[header/bad-choice]", '"reviewing"', "status: draft"),
    "lang: English": ("article", "3:7", "error[header/bad-choice]", '"English"', "lang: en"),
    "group: years": ("timeline", "3:8", "error[header/bad-choice]", '"years"', '"year"'),
    "sources: [{id: a, role: orignal}]": ("article", "3:25", "error[header/bad-choice]", '"orignal"', '"original"'),
    "date: yesterday": ("article", "3:7", "error[header/bad-date]", '"yesterday" is not a date', "2021-08-03"),
    "date: 2021-02-30": ("article", "3:7", "error[header/bad-date]", '"2021-02-30"', "day"),
    "date: 3 August 2021": ("article", "3:7", "error[header/bad-date]", '"3 August 2021"', "2021-08-03"),
    "date: 2021-08-02/2021-08-03": ("article", "3:7", "error[header/bad-date]", "more than one date", "date: "),
    "publish_at: 2021-08/2021-09": ("article", "3:13", "error[header/bad-date]", '"publish_at" takes one', "publish_at: "),
    "expires: 2021": ("article", "3:10", "error[header/bad-date]", "not one day", "expires: 2021-08-03"),
    "events: [{date: soon, title: A}]": ("article", "3:17", "warning[header/bad-date]", '"soon"', "2021-08-03"),
    "select: {from: 2022, to: 2021}": ("timeline", "3:16", "error[header/bad-date]", '"2022"', "from:"),
    "slug: My Post": ("article", "3:7", "error[header/bad-slug]", '"My Post"', "slug: my-post"),
    "slug: ../x": ("article", "3:7", "error[header/bad-slug]", '"../x"', "slug: x"),
    "autor: x": ("article", "3:1", "warning[header/unknown-key]", '"autor"', '"author"'),
    "qqqq: x": ("article", "3:1", "warning[header/unknown-key]", '"qqqq"', "x-qqqq"),
    "value: 3": ("article", "3:1", "warning[header/unknown-key]", "article", "figure"),
    "events: [{date: 2021, tilte: x, title: y}]": (
        "article", "3:23", "warning[header/unknown-key]", '"tilte"', '"title"',
    ),
    "related: {pins: x}": ("article", "3:11", "warning[header/unknown-key]", '"pins"', "pin"),
    "summary: A\nexcerpt: B": ("article", "4:1", "warning[header/duplicate-key]", '"summary" and "excerpt"', "Keep one"),
    "description: {a: b}": ("article", "3:1", "error[header/wrong-type]", 'one text, not a map ("a")', "description: "),
    "kicker: [a, b]": ("article", "3:1", "error[header/wrong-type]", "one text, not a list", "kicker: "),
    "tags: [a, [b]]": ("article", "3:11", "error[header/wrong-type]", '"tags" takes words', "tags: [one, two]"),
    "draft: maybe": ("article", "3:8", "error[header/wrong-type]", '"maybe"', "draft: true"),
    "date: true": ("article", "3:7", "error[header/wrong-type]", "a date", "2021-08-03"),
    "value: lots": ("figure", "3:8", "error[header/wrong-type]", '"lots"', "value: 4000"),
    "value: NaN": ("figure", "3:8", "error[header/wrong-type]", '"NaN"', "value: 4000"),
    "value: 1e999": ("figure", "3:8", "error[header/wrong-type]", '"1e999"', "value: 4000"),
    "permalink: ../up": ("article", "3:12", "error[header/wrong-type]", '"../up"', "permalink: /"),
    "permalink: pretty": ("article", "3:12", "error[header/wrong-type]", '"pretty"', "permalink: /"),
    "permalink: /a?b": ("article", "3:12", "error[header/wrong-type]", '"/a?b"', "permalink: /"),
    "aliases: [/a/../../b]": ("article", "3:1", "error[header/wrong-type]", '"/a/../../b"', "[/"),
    "redirect_from: 'http://[x'": ("article", "3:16", "error[header/wrong-type]", '"http://[x"', "[/"),
    "sources: [{url: 'javascript:x()'}]": ("article", "3:17", "error[header/wrong-type]", '"javascript:x()"', "https://"),
    "related: true": ("article", "3:10", "error[header/wrong-type]", '"true"', "pin: "),
    "select: a": ("timeline", "3:9", "error[header/wrong-type]", '"a"', "topics: "),
    "events: [a]": ("article", "3:10", "warning[header/wrong-type]", '"a"', "date: "),
    "sources: [[a]]": ("article", "3:11", "error[header/wrong-type]", "a list", "id: "),
    "events: [{title: A}]": ("article", "3:10", "warning[header/missing-value]", '"A" has no date', "date: "),
    "events: [{date: 2021}]": ("article", "3:10", "warning[header/missing-value]", "2021 has no title", "title: "),
    "updates: [{date: 2021}]": ("article", "3:11", "error[header/missing-value]", "no text", "text: "),
    "updates: [{text: a}]": ("article", "3:11", "error[header/missing-value]", '"a" has no date', "date: "),
    "corrections: we were wrong": ("article", "3:14", "error[header/missing-value]", "no date", "date: "),
    "sources: [{date: 2021}]": ("article", "3:11", "error[header/missing-value]", "neither an id", "id: "),
    "unit: people": ("figure", "1:1", "error[header/missing-value]", "no value", "series: "),
    "series: [{date: 2021}]": ("figure", "3:10", "error[header/missing-value]", "no value", "value: "),
    "series: [{value: 1}]": ("figure", "3:10", "error[header/missing-value]", "no date", "date: "),
    "breakdown: [{value: 1}]": ("figure", "3:13", "error[header/missing-value]", "no label", "label: "),
}  # fmt: skip


@pytest.mark.parametrize(("header", "expected"), FOUND.items())
def test_first_finding(header: str, expected: tuple[Kind, str, str, str, str]) -> None:
    kind, place, code, sentence, help = expected
    note = read(header, kind)[1][0]
    assert (str(note.place), f"{note.severity}[{note.code}]") == (f"a.md:{place}", code)
    assert sentence in note.sentence
    assert help in note.help


@pytest.mark.parametrize("header", [header for header in FOUND if not header.startswith(("sources", "unit", "series"))])
def test_one_fault_is_one_finding(header: str) -> None:
    kind = FOUND[header][0]
    given = f"{header}\nseries: {{2021: 1}}" if kind == "figure" else header
    assert len(read(given, kind)[1]) == 1


def test_all_findings_come_at_once() -> None:
    header = "date: never\nform: x\ntags: [[a]]\nslug: A b\nexpires: 2021\nauthr: c"
    assert [note.place.line for note in sorted(read(header)[1])] == [3, 4, 5, 6, 7, 8]


def test_what_is_wrong_counts_as_not_given() -> None:
    header = read("date: never\nform: x\ntags: [[a], b]\nslug: A b\nevents: [{date: 2021}, {date: 2021, title: A}]")[0]
    assert isinstance(header, ArticleHeader)
    assert (header.date, header.form, header.tags, header.slug, len(header.events)) == (None, "brief", ("b",), "a-b", 1)


def test_a_status_that_is_not_known_holds_back() -> None:
    assert read("status: reviewing")[0].draft


UNTITLED: dict[str, tuple[Kind, str, str, str]] = {
    "---\nlang: en\n---\n# From: heading\n": ("article", "warning", "From: heading", "first heading"),
    "---\ntitle:\n---\nText": ("page", "warning", "Why they", "file's name"),
    "": ("topic", "warning", "Why they", "file's name"),
    "# Push": ("term", "error", "Push", "first heading"),
    "Text": ("question", "error", "Why they", "file's name"),
    "---\nname:\n---\n": ("author", "error", "Why they", "file's name"),
}


@pytest.mark.parametrize(("text", "expected"), UNTITLED.items())
def test_missing_title(text: str, expected: tuple[Kind, str, str, str]) -> None:
    kind, severity, title, source = expected
    front, _ = split(text, "content/why-they.md")
    header, (note,) = read_header(kind, front, "content/why-they.md")
    assert (note.code, note.severity, header.title) == ("header/missing-title", severity, title)
    assert source in note.sentence
    assert f'title: "{title}"' in note.help


def test_a_missing_title_is_reported_where_its_key_stands() -> None:
    front, _ = split("---\nlang: en\nTitle:\n---\n", "a.md")
    assert str(read_header("article", front, "a.md")[1][0].place) == "a.md:3:1"


def test_a_translated_figure_needs_no_value() -> None:
    assert read("translation_of: figures/a.md\nlang: ru", "figure")[1] == ()
