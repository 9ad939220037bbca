"""Whatever stands in a file, reading its header never fails, and never loses the body."""

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from backstory.notes import Note
from backstory.reading.decoding import decode
from backstory.reading.front.frontmatter import split
from backstory.reading.front.header import MAKERS, read_header
from backstory.reading.front.headers import AnyHeader, Kind
from backstory.reading.front.keys import COMMON, OF_KIND, PASSED_OVER, SAME
from backstory.reading.front.saying import key_places
from backstory.reading.slugs import is_slug, slug_for, slugify

KINDS: st.SearchStrategy[Kind] = st.sampled_from(sorted(MAKERS))
KEYS = sorted({*COMMON, *SAME, *(key for keys in OF_KIND.values() for key in keys), *sorted(PASSED_OVER)[:5], "date:"})
FENCES = st.sampled_from(["---", "+++", "...", "{", "}", "", " ", "\t", "----", "\ufeff---"])
PIECES = st.one_of(
    st.sampled_from(
        [*KEYS, *(f"{key}:" for key in KEYS), *(f"{key} = " for key in KEYS), *(f'"{key}":' for key in KEYS)]
    ),
    st.sampled_from(list("\n\n\n\n:-,[]{}\"'#&*!|>%@`~?/.=  \t\r\0\ufeff\u2028\x85")),
    st.sampled_from(["\n- ", "\n  ", "\n    - ", ": ", " #", "{{", "}}", "<<: ", "*a", "&a ", "[[events]]", "null"]),
    st.sampled_from(
        ["2021-08-03", "2021", "../2021", "4,000", "yes", "false", "a", "Где", "é", "/old", "..", "\\ud800"]
    ),
    st.text(max_size=8),
)
HEADERS = st.builds(
    lambda before, opening, pieces, closing, body: f"{before}{opening}\n{''.join(pieces)}\n{closing}\n{body}",
    st.sampled_from(["", "\n", "\ufeff", " \n"]), FENCES, st.lists(PIECES, max_size=40), FENCES, st.text(max_size=20),
)  # fmt: skip
PATHS = st.sampled_from(["content/articles/a.md", "content/articles/2021-08-03-b.ru.md", "index.md", "a/", ".md", ""])


def read(data: bytes, kind: Kind, path: str) -> tuple[AnyHeader, tuple[Note, ...], str]:
    text, first = decode(data, path)
    front, second = split(text, path)
    header, third = read_header(kind, front, path)
    assert text.split("\n", front.body_line - 1)[-1].endswith(front.body)
    assert text.endswith(front.body)
    msgspec.json.encode((front, header, key_places(kind, front)))
    return header, first + second + third, text


@settings(max_examples=400, deadline=None)
@given(st.binary(max_size=300), KINDS, PATHS)
def test_bytes_never_raise(data: bytes, kind: Kind, path: str) -> None:
    read(data, kind, path)


@settings(max_examples=800, deadline=None)
@given(HEADERS, KINDS, PATHS)
def test_headers_never_raise_and_findings_have_places(text: str, kind: Kind, path: str) -> None:
    header, notes, decoded = read(text.encode(errors="replace"), kind, path)
    assert header.title
    assert slug_for(path, header)
    lines = decoded.split("\n")
    for note in notes:
        assert 1 <= note.place.line <= len(lines)
        assert 1 <= note.place.column <= len(lines[note.place.line - 1]) + 1
        assert note.help


@settings(max_examples=300, deadline=None)
@given(st.text())
def test_split_takes_any_text(text: str) -> None:
    front, _ = split(text, "a.md")
    assert text.endswith(front.body)


@settings(max_examples=500, deadline=None)
@given(st.text())
def test_a_slug_is_one(text: str) -> None:
    slug = slugify(text)
    assert is_slug(slug)
    assert slugify(slug) == slug


VALUES = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=30)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.from_regex(r"[a-z_]{1,10}", fullmatch=True), VALUES, max_size=6))
def test_what_is_written_in_quotes_comes_back(values: dict[str, str]) -> None:
    lines = [f"'{key}': '{value.replace(chr(39), chr(39) * 2)}'" for key, value in values.items()]
    front, notes = split("\n".join(["---", *lines, "---", "Text"]), "a.md")
    assert (front.values, front.body, notes) == (values, "Text", ())
