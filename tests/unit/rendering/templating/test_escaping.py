"""Whatever the words, what they are put into can be read again."""

import json
from xml.etree import ElementTree

import html5lib
import pytest
from tests.hostile import HOSTILE

from backstory.rendering.templating.escaping import clean, element, json_bytes, script_text


@pytest.mark.parametrize("words", HOSTILE)
def test_an_element_gives_its_words_back(words: str) -> None:
    found = ElementTree.fromstring(element("a", words, {"b": words}))
    assert (found.text or "", found.get("b", "")) == (clean(words), clean(words))


@pytest.mark.parametrize("words", HOSTILE)
def test_json_gives_its_words_back(words: str) -> None:
    found = json.loads(json_bytes({words: [words, 1.5, None, True]}, indent=2))
    assert [clean(key) for key in found] == [clean(words)]
    assert [clean(found[key][0]) for key in found] == [clean(words)]


@pytest.mark.parametrize("words", HOSTILE)
def test_a_script_ends_only_where_it_should(words: str) -> None:
    page = html5lib.parse(f"<script>{script_text({'name': words})}</script><p>after", namespaceHTMLElements=False)
    script = page.find("head/script")
    assert [each.text for each in page.iter("p")] == ["after"]
    assert clean(json.loads(script.text)["name"]) == clean(words)


def test_a_script_has_no_angle_bracket_or_line_separator() -> None:
    written = script_text({"name": "<>&\u2028\u2029"})
    assert written == r'{"name":"\u003c\u003e\u0026\u2028\u2029"}'


@pytest.mark.parametrize(
    ("words", "cleaned"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("a\x00\x1f\ufffe\ud800b", "ab"),
        ("tab\tand\u0085 and\u00a0kept", "tab\tand\u0085 and\u00a0kept"),
    ],
)
def test_only_what_xml_forbids_is_dropped(words: str, cleaned: str) -> None:
    assert clean(words) == cleaned
