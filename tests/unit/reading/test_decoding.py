"""Bytes to text: encodings, line ends, and the place of the first byte that is not text."""

import pytest

from backstory.reading.decoding import decode

READ = {
    "plain": (b"a\nb", "a\nb"),
    "empty": (b"", ""),
    "mark": (b"\xef\xbb\xbfa", "a"),
    "windows lines": (b"a\r\nb\r\n", "a\nb\n"),
    "old mac lines": (b"a\rb", "a\nb"),
    "mixed lines": (b"a\r\n\rb\n", "a\n\nb\n"),
    "cyrillic": ("Где".encode(), "Где"),
    "utf-16 little": ("\ufeffГде\r\nx".encode("utf-16-le"), "Где\nx"),
    "utf-16 big": ("\ufeffГде".encode("utf-16-be"), "Где"),
    "utf-32": ("\ufeffГде".encode("utf-32-le"), "Где"),
    "another mark inside": ("a\ufeffb".encode(), "a\ufeffb"),
}

REFUSED = {
    "latin-1": (b"caf\xe9\n", "caf\ufffd\n", "a.md:1:4", "0xE9"),
    "second line": ("Где\n".encode() + b"ab\xff", "Где\nab\ufffd", "a.md:2:3", "0xFF"),
    "after windows lines": (b"a\r\nb\r\nc\xff", "a\nb\nc\ufffd", "a.md:3:2", "0xFF"),
    "after old mac lines": (b"a\rb\r\xff", "a\nb\n\ufffd", "a.md:3:1", "0xFF"),
    "after a mark": (b"\xef\xbb\xbfa\xff", "a\ufffd", "a.md:1:2", "0xFF"),
    "columns are characters": ("Где".encode() + b"\xff", "Где\ufffd", "a.md:1:4", "0xFF"),
    "cut short": ("Г".encode()[:1], "\ufffd", "a.md:1:1", "0xD0"),
    "nul": (b"a\nb\0c", "a\nb\ufffdc", "a.md:2:2", "NUL"),
    "utf-16 without mark": ("ab".encode("utf-16-le"), "a\ufffdb\ufffd", "a.md:1:2", "NUL"),
    "utf-16 cut short": ("\ufeffa\nb".encode("utf-16-le") + b"c", "a\nb\ufffd", "a.md:2:2", "UTF-16"),
}


@pytest.mark.parametrize(("data", "text"), READ.values(), ids=READ)
def test_read_in_silence(data: bytes, text: str) -> None:
    assert decode(data, "a.md") == (text, ())


@pytest.mark.parametrize(("data", "text", "place", "word"), REFUSED.values(), ids=REFUSED)
def test_first_bad_byte_is_reported(data: bytes, text: str, place: str, word: str) -> None:
    got, (note,) = decode(data, "a.md")
    assert (got, str(note.place), note.code, note.severity) == (text, place, "file/not-utf-8", "error")
    assert word in note.sentence
    assert "UTF-8" in note.help
