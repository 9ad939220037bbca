"""What is wrong with a body: the code, the place and the severity of each finding."""

import pytest

from backstory.reading.scanning.scanner import scan

CASES = [
    ("::: note\ntext", ["1:1 error block/unclosed"]),
    (":::: note\n::: known\nx\n::::", ["2:1 error block/unclosed"]),
    ("::: note\n::: known\nx\n:::", ["1:1 error block/unclosed"]),
    ("text\n\n:::", ["3:1 error block/stray-close"]),
    ("::::: note\n:::", ["1:1 error block/unclosed", "2:1 error block/stray-close"]),
    ("::: chart a type=bar", ["1:1 error block/bad-options"]),
    ("::: chart a type=“bar”", ["1:1 error block/bad-options"]),
    ('::: chart a type="bar', ["1:1 error block/bad-options"]),
    ('::: chart a type="bar" b', ["1:1 error block/bad-options"]),
    ('::: chart a type="bar" type="step"', ["1:1 error block/bad-options"]),
    ('::: qa "Who\n:::', ["1:1 error block/bad-options"]),
    ("::: {.note}\n:::", ["1:1 error block/bad-options"]),
    ("- a\n\n    ::: note", ["3:5 error block/in-list-or-quote"]),
    ("- ::: note", ["1:3 error block/in-list-or-quote"]),
    ("- a\n  ::: card b", ["2:3 error block/in-list-or-quote"]),
    ("> ::: note", ["1:3 error block/in-list-or-quote"]),
    (" ::: note", ["1:2 error block/in-list-or-quote"]),
    ("x [a](event:yesterday)", ["1:3 warning event/bad-date"]),
    ("x [a](event:2021-13-40)", ["1:3 warning event/bad-date"]),
    ("[a](event:)", ["1:1 warning event/bad-date"]),
    ("[](event:2021)", ["1:1 warning event/no-words"]),
    ("[a](event:2021){#x}\n[b](event:2022){#x}", ["2:1 warning event/duplicate-id"]),
    ("# A {#x}\n\n[b](event:2022){#x}", ["3:1 warning event/duplicate-id"]),
    ("# A {#x}\n# B {#x}", ["2:1 error heading/duplicate-id"]),
    ('[a](event:2021){#x place="Varėna}', ["1:1 warning event/bad-options"]),
    ("[a](event:2021){#x place=“Varėna, B”}", ["1:1 warning event/bad-options"]),
    ("[a](event:2021){#x major}", ["1:1 warning event/bad-options"]),
    ("[a](event:2021){major}", ["1:1 warning event/bad-options"]),
    ('[a](event:2021){#x palce="Varėna"}', ["1:1 warning event/unknown-option"]),
    ("a[^b]", ["1:2 error footnote/undefined"]),
    ("a[^b]\n\n[^b]: x\n[^c]: y", ["4:1 warning footnote/unused"]),
    ("a[^b]\n\n[^b]: x\n\n[^b]: y", ["5:1 error footnote/duplicate"]),
    ("[a](javascript:alert(1))", ["1:1 error link/bad-scheme"]),
    ("![a](data:image/png;base64,x)", ["1:1 error link/bad-scheme"]),
    ("[a](evnet:2021)", ["1:1 error link/bad-scheme"]),
    ("[a](JAVA&#115;cript:x)", ["1:1 error link/bad-scheme"]),
    ("<iframe src='x'></iframe>", ["1:1 warning html/removed"]),
    ("a <blink>b</blink> <blink>c</blink>", ["1:3 warning html/removed"]),
    ("<div>\n<object></object>\n</div>", ["2:1 warning html/removed"]),
    ("> " * 100 + "x", ["1:1 error markdown/too-deep"]),
    ("- " * 100 + "x", ["1:1 error markdown/too-deep"]),
    # Nothing is wrong with these.
    ("- " * 100, []),
    ("[a](event:2021){{ x }} [b](event:2022){% y %}", []),
    ("`a[^b]` \\[^c] <details><summary>x</summary></details> `<iframe>`", []),
    ("    :::\n\n```\n:::\n```", []),
    ("[a](mailto:a@e.org) [b](tel:+370) [c](HTTPS://e.org) [d](//e.org) [e](/x/) [f](#x)", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_findings(text: str, expected: list[str]) -> None:
    _, notes = scan("a.md", text, 1)
    assert [f"{note.place.line}:{note.place.column} {note.severity} {note.code}" for note in notes] == expected


@pytest.mark.parametrize("text", [text for text, expected in CASES if expected])
def test_every_finding_has_a_sentence_and_a_way_out(text: str) -> None:
    for note in scan("a.md", text, 1)[1]:
        assert note.sentence.endswith(".") and note.help.endswith((".", "?")), str(note)


WORDS = [
    ("[a](evnet:2021)", 'Did you mean "event:"?'),
    ("::: chart a type=bar", 'Write type="bar".'),
    ('[a](event:2021){#x palce="y"}', 'Did you mean "place"?'),
    ("a[^ehko]\n\nb[^ekho]\n\n[^ekho]: c", 'Did you mean "ekho"?'),
]


@pytest.mark.parametrize(("text", "help"), WORDS)
def test_the_way_out(text: str, help: str) -> None:
    assert scan("a.md", text, 1)[1][0].help == help


def test_where_all_html_is_allowed_none_is_reported() -> None:
    assert scan("a.md", "<iframe></iframe>", 1, raw_html="allow")[1] == ()


def test_findings_come_in_the_order_of_the_text_with_lines_of_the_file() -> None:
    _, notes = scan("a.md", ":::\n\na[^b]\n\n[c](event:no)\n\n::: note", 7)
    assert [str(note.place) for note in notes] == ["a.md:7:1", "a.md:9:2", "a.md:11:1", "a.md:13:1"]
