"""The short way through Markdown gives what Python-Markdown gives, to the byte, for every text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.differential.hostile import BLOCK, HOSTILE, TAME
from tests.differential.texts import MANY, goes_short, same


@given(HOSTILE)
@MANY
def test_hostile_texts(text: str) -> None:
    same(text)


@given(BLOCK)
@MANY
def test_one_hostile_block(text: str) -> None:
    same(text)


@given(TAME)
@MANY
def test_texts_with_their_signs_in_place(text: str) -> None:
    same(text)


@given(TAME, BLOCK, st.integers(0, 200))
@MANY
def test_one_sign_out_of_place(text: str, sign: str, at: int) -> None:
    same(text[:at] + sign + text[at:])


SHORT = [
    "", "a", "a\n\nb", "a\nb", "## A *b*\n\nc", "## A {#own}\nb", "- a\n- *b*\n\n- c", "3. a\n4. b\n\nc", "a & b &amp; > c",
    "[a](b.md) ![c](d.png) [[e|f]] `g & h`", "[e](event:2021){#f .major} [e](event:2021)", "a[^b] c[^b]\n\n[^b]: source:d, e",
    "::: note\na\n:::\n\n::: card b\n\nc", "| a | b |\n|---|--:|\n| *c* | d |", "Word\n:   means", "> a\n> b\n\n> c", "---",
    "[sic] a_b 2021. - c", '[a](b "c") [d](e_(f)){.g h="i"}',
]  # fmt: skip


@pytest.mark.parametrize("text", SHORT)
def test_goes_the_short_way(text: str) -> None:
    assert goes_short(text)
    same(text)


FOREIGN = [
    "<b>a</b>", "a\\*b", "```\na\n```", "    a", "a\tb", "a  \nb", "[a]: b\n\n[a]", "***a***", "*a **b***", "_a_", "a *b", "`a", "``a``",
    "[a](<b>)", "[a [b](c)](d)", "[^a]", "{{ a }}", "a\n# b", "a\n---", "- a\n    - b", "- # a", "> # a", "a\n\n: b", "[^a]: b\nc\n\n[^a]",
    "&#65", "| a |\n|---|\n| b |", "| `a|b` | c |\n|---|---|\n| d | e |", "[a](b){.c}{.d}", "[[ ]]", "a {.b}", "#", "- \n- a",
    "[a](b 'c')", "a\x0bb", "[e](event:2021)\n\n[e](event:2022)\n{.x}", "[`a`](event:2021)[](event:2021)",
]  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_goes_the_long_way(text: str) -> None:
    assert not goes_short(text)
    same(text)
