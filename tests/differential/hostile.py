"""Texts in which Markdown's signs stand where nobody would put them."""

from hypothesis import strategies as st

_SIGNS = (
    "a word Word. слово 2021 1. 2) - + * ** *** _ __ ` `` ``` ~~~ \\ \\* [ ] ( ) [[ ]] ![ ]( { } {# {: # ## ### > >> < "
    "| |- :-: : :: ; & &amp; &lt; &#65; &#x41; &#65 &x= && ! !! ' \" -- --- === . , / ://e.org <b> </b> <!-- --> <div> "
    "[a](b) [a](b.md#c) [a *b*](c) [a]() [a](<b>) [a](b'c) [a](b(c)d) [a](b \"c\") [a](b \"c'd\") [a](b 'c') [a](j:x) "
    "[a](javascript:x) ![a](b.png) ![*a*](b.png){.wide} [e](event:2021) [f](event:2021){#x .major} [*e*](event:2021) "
    '[e](event:2021-08-03){place="A, B"} [a](b){x} [a](b){.c}{.d} [a](b) {.c} [a](b){.c .d title="e"} [[n]] [[n#a]] '
    "[[n|w]] [[n|*w*]] [[#a]] [[ ]] [[n](b) [[1]](b) ![[n]] [n] [n][] [n][k] [^a] [^b] [^a]: [^b]: [k]: ![^a] [^ *a* **b** "
    "***c*** *a **b*** **a*b **a b** _a_ a_b _a a_ `c` `*c*` `&` `` ` `` *`c`* *[a](b)* [`c`](d) {#i} {.k} {{x}} {%y%}"
)
SIGN = st.sampled_from([each for each in _SIGNS.split(" ") if each])
GAP = st.sampled_from(["", " ", " ", " ", "  ", "\n", "  \n", "\n    ", "\n- ", "\u00a0", "\u2028", "\x0b", "\x1f"])
PIECE = st.tuples(SIGN, GAP).map("".join)
RUN = st.lists(PIECE, min_size=1, max_size=7).map("".join)
BEGIN = st.sampled_from([
    "", "", "", "a", "# ", "## ", "#", "####### ", "- ", "* ", "+ ", "1. ", "2. ", "7) ", "> ", ": ", "    ", "  ",
    "   - ", "[^a]: ", "[^b]: ", "[^c]:", "[^a]: source:s-1 ", "[k]: ", "| a | b |\n|---|---|\n| ", "a | b\n", "*",
    "**",
])  # fmt: skip
_BLOCKS = [
    "---", "***", "* * *", "===", "a\n---", "a\n===", "::: note", ":::", "::: card x", ":::: known\n", " ", "    ",
    "\t", "", "- a\n- b", "- a\n\n- b", "1. a\n2. b", "3. a", "* a\n+ b", "- a\n  b", "- a\n    b", "- \n- b",
    "- # a", "- - a", "## a {#b}", "## a ##", "# a\nb", "a\n# b", "## {#b}", "#", "> a\n> b", "> a\nb", "a\n: b",
    "[^a]: a\n[^b]: b\nc", "[^c]: source:x, [^a]", "[^c]: source:a; source:b_c.", "[^", "[^a]:",
    "<div>\n*a*\n</div>", "&", "&#9;", "-", "+ ", "| a | b |\n| - | :-: |\n| c | *d* |", "|a|b|\n|:-|-|\n|c|",
    "| a |\n|---|\n| b |", "a | b\n- | -\nc | d", "|\n|\n|", "||\n||\n||", "|a|b|\n|-|-|",
    "| `|` | b |\n|-|-|\n|a|b|c|d|", "> a\n>\n> b", "> - a\n> - b", "> # a", ">", "> > a", "> a\n>  \n>     b",
    ">a\n>> b", "a\nb\n:   c", "a\n: b\n: c", ": a", "a\n\n: b", "- a\n: b", "a\n:    b", "a\n:\n",
]  # fmt: skip
BLOCK = st.tuples(BEGIN, RUN).map("".join) | st.sampled_from(_BLOCKS)
JOIN = st.sampled_from(["\n\n", "\n\n", "\n\n", "\n", "\n\n\n", "\n \n", "\n\n    ", "\n\n\n\n"])
HOSTILE = st.lists(st.tuples(BLOCK, JOIN).map("".join), max_size=6).map("".join)

_TAME = [
    "a", "word", "Word.", "слово", "2021", "-", ".", ",", ";", "&", "&amp;", ">", "!", "'", "\"", "[sic]", "a_b",
    "*a*", "**b**", "c*d*e", "`c`", "[a](b)", "[a](b.md#c)", "[[n]]", "[[n|w]]", "[^a]", "[^b]", "[f](figure:x)",
    "[t](term:)", "![a](b.png)", "[a](b(c))", "*[a](b)*", "**[[n]]**", "*`c`*", "http://e.org/a_b", "4,000", "--",
    "•", "|", "=", "+", "*a b*", "**a, b**", "[a *b*](c)", "[a](b \"c\")", "[e](event:2021)",
    "[f](event:2021){#x .major}", "[*e*](event:2021)", "[e](event:2021-08-03){place=\"A, B\"}", "[[n#a|*w* x]]",
    "[`c` d](e)", "[a [^b] c](d)", "[f [[n]]](figure:x)", "`a *b*`", "[a](b){.c .d}", "[a](javascript:b)",
    "![a *b*](c.png){.wide}", "[a](b \"c\"){title=\"d\"}", "[a](b){#c place=\"d\" .e}",
]  # fmt: skip
_WORDS = st.lists(st.sampled_from(_TAME), min_size=1, max_size=8).map(" ".join)
_TAMED = st.one_of(
    _WORDS,
    _WORDS,
    st.tuples(_WORDS, _WORDS).map("\n".join),
    _WORDS.map("## {}".format),
    st.lists(_WORDS, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {item}" for item in items)),
    st.lists(_WORDS, min_size=1, max_size=3).map(
        lambda items: "\n".join(f"{n + 2}. {each}" for n, each in enumerate(items))
    ),
    _WORDS.map("## {} {{#own}}".format),
    st.sampled_from(["::: note", ":::", "::: card x", "---"]),
    st.tuples(_WORDS, _WORDS).map(lambda two: f"| a | {two[0]} |\n|---|--:|\n| {two[1]} | c |\n| d |"),
    st.tuples(_WORDS, _WORDS).map(lambda two: f"> {two[0]}\n> {two[1]}"),
    st.tuples(_WORDS, _WORDS).map(lambda two: f"{two[0]}\n:   {two[1]}"),
)
_NOTES = st.tuples(_WORDS, _WORDS).map(lambda two: f"[^a]: source:s-1, {two[0]}\n[^b]: {two[1]}")
TAME = st.tuples(st.lists(_TAMED, min_size=1, max_size=6), _NOTES).map(lambda both: "\n\n".join([*both[0], both[1]]))
"""Texts whose signs are mostly in their places: here the short way is taken often."""
