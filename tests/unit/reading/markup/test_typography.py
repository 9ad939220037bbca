"""Text as a careful typesetter of its language sets it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backstory.reading.markup.typography import typeset_html

TAG = re.compile(r"<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
PIECES = ["a", "bc", " ", '"', "'", "-", "--", "...", ".", ":", "!", "«", "»", "<b>", "</b>", "<p>", "</p>", "<code>",
          "</code>", '<a href="it\'s -- x">', "</a>", "<!-- \"c\" -->", "&quot;", "1"]  # fmt: skip
SET = [
    ("en", 'He said "no" twice.', "He said “no” twice."),
    ("en", "It's the '90s, isn't it?", "It’s the ’90s, isn’t it?"),
    ("en", "\"They called it 'a wall' then,\" she said.", "“They called it ‘a wall’ then,” she said."),
    ("en", "The ministers' letter and the guards' count.", "The ministers’ letter and the guards’ count."),
    ("en", "From 2 -- at most -- to 3--4...", "From 2 – at most – to 3–4…"),
    ("en", "One---two ---- ....", "One—two ---- ...."),
    ("en", "A 6'2\" fence, 5\" thick", "A 6'2\" fence, 5\" thick"),
    ("en", 'He <em>said</em> "<a href="x">no</a>".', 'He <em>said</em> “<a href="x">no</a>”.'),
    ("en", '"<em>No</em>," he said', "“<em>No</em>,” he said"),
    ("en", '<code>"a" -- b...</code> "c"', '<code>"a" -- b...</code> “c”'),
    ("en", '<p>"One.</p><p>"Two."</p>', "<p>“One.</p><p>“Two.”</p>"),
    ("en", '<pre><code>x = "y"</code></pre><p>"z"</p>', '<pre><code>x = "y"</code></pre><p>“z”</p>'),
    ("en", '("quoted")', "(“quoted”)"),
    ("en-US", '"x"', "“x”"),
    ("ru", 'Он сказал: "нет" -- и ушёл.', "Он сказал: «нет»\u00a0— и ушёл."),
    ("ru", 'Слово — "не воробей"', "Слово\u00a0— «не воробей»"),
    ("de", '"Nein", sagte er.', "„Nein“, sagte er."),
    ("lt", '"Ne", sakė jis.', "„Ne“, sakė jis."),
    ("pl", '"Nie", powiedział.', "„Nie”, powiedział."),
    ("fr", 'Il a dit : "non" ! Vraiment ?', "Il a dit\u00a0: «\u00a0non\u00a0»\u202f! Vraiment\u202f?"),
    ("fr", "L'accord d'hier", "L’accord d’hier"),
    ("ar", 'قال "لا"', "قال «لا»"),
    ("ja", '"x" isn\'t...', '"x" isn\'t…'),
    ("en", 'alt <img alt="a "b" --" src="x">', 'alt <img alt="a "b" --" src="x">'),
]  # fmt: skip


@pytest.mark.parametrize(("lang", "typed", "wanted"), SET)
def test_set(lang: str, typed: str, wanted: str) -> None:
    assert typeset_html(typed, lang) == wanted


@pytest.mark.parametrize("lang", ["en", "ru", "fr", "xx"])
@given(pieces=st.lists(st.sampled_from(PIECES), max_size=30))
def test_tags_and_words_are_left_alone(lang: str, pieces: list[str]) -> None:
    text = "".join(pieces)
    made = typeset_html(text, lang)
    assert TAG.findall(made) == TAG.findall(text)
    assert re.findall("[a-z]+", TAG.sub("", made)) == re.findall("[a-z]+", TAG.sub("", text))
