"""Packed copies of text files."""

import gzip

import brotli
import pytest

from backstory.building.packing import Packing, packed
from backstory.files.output import Output

LONG = b"<p>A sentence that comes again and again.</p>\n" * 100


def packing() -> Packing:
    return Packing({"content/a.json": LONG}.get)


def test_texts_are_packed_beside_themselves() -> None:
    site = {"a.html": Output("a.html", LONG), "a.jpg": Output("a.jpg", LONG), "b.html": Output("b.html", b"short")}
    made = packing().outputs(site, ("gz", "br"))
    assert sorted(made) == ["a.html.br", "a.html.gz"]
    assert gzip.decompress(made["a.html.gz"].contents()) == LONG
    assert brotli.decompress(made["a.html.br"].contents()) == LONG


def test_copies_are_packed_too() -> None:
    made = packing().outputs({"a.json": Output("a.json", copy_of="content/a.json", print="x")}, ("gz",))
    assert gzip.decompress(made["a.json.gz"].contents()) == LONG


@pytest.mark.parametrize("form", ["gz", "br"])
def test_the_same_bytes_each_time(form: str) -> None:
    assert packed(LONG, form) == packed(LONG, form)
    assert len(packed(LONG, form)) < len(LONG) / 10


def test_nothing_is_packed_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = packing(), packing()
    before = first.outputs({"a.html": Output("a.html", LONG)}, ("gz",))
    second.remember(first.known)
    monkeypatch.setattr("backstory.building.packing.packed", lambda *given: pytest.fail("packed again"))
    after = second.outputs({"a.html": Output("a.html", LONG)}, ("gz",))
    assert after["a.html.gz"].digest == before["a.html.gz"].digest
