import pytest

from backstory.rendering.dressing.styling import flush, squeezed


@pytest.mark.parametrize(
    ("sheet", "expected"),
    [
        ("a {\n  color: red;\n  top: 0;\n}\n", "a{color:red;top:0}"),
        ("/* a */ a, b { } /* open", "a,b{}"),
        ("a :hover { b: c }", "a :hover{b:c }"),
        ("a { width: calc(1px  +\n 2px) }", "a{width:calc(1px + 2px) }"),
        ("a::before { content: ' /* ; */  ' }", "a::before{content:' /* ; */  ' }"),
        ('a { content: "\\"  ;" }', 'a{content:"\\"  ;" }'),
        ("a { background: url( x;y,  z.png ) }", "a{background:url( x;y,  z.png ) }"),
        ("@media (width > 3px) and (x) { a { b: c } }", "@media (width > 3px) and (x){a{b:c }}"),
        ("a { --x: ; --y:{a: b} }", "a{--x:;--y:{a:b}}"),
        ("a > b + c ~ d { e: f }", "a > b + c ~ d{e:f }"),
    ],
)
def test_a_sheet_means_what_it_meant(sheet: str, expected: str) -> None:
    assert squeezed(sheet).replace(" }", "}") == expected.replace(" }", "}")


def test_an_end_within_a_string_ends_nothing() -> None:
    assert squeezed("a { content: 'x }'; }") == "a{content:'x }'}"


def test_a_script_loses_its_margin_and_its_comments() -> None:
    assert flush("// a\n(() => {\n  // b\n\n  c = `d${e}`; // f\n})();\n") == "(() => {\nc = `d${e}`; // f\n})();\n"


@pytest.mark.parametrize("script", ["a = `\n  b\n`\n", "/*\n  a\n*/\n", '  a = "b\\\n  c"\n'])
def test_a_script_whose_lines_may_begin_in_a_text_stays(script: str) -> None:
    assert flush(script) == script
