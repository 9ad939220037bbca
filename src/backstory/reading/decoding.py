"""Bytes of a file to its text.

Knows encodings and line ends. Must never know what the text means.
"""

import codecs
import re

from backstory.notes import Note, error
from backstory.places import Place

WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks, the longer first: UTF-32's little-endian mark begins with UTF-16's."""

LINE_END = re.compile(rb"\r\n?|\n")
HELP = 'Save the file as UTF-8: editors offer it under "Save with encoding".'


def decode(data: bytes, path: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a file with `\\n` line ends and without a byte order mark, and what was wrong with it.

    UTF-8, UTF-16 and UTF-32 with a mark are read in silence. Bytes that are not text become U+FFFD, and the first of
    them is reported as `file/not-utf-8`. The text never holds NUL or lone surrogates.
    """
    for mark, encoding in WIDE_MARKS:
        if data.startswith(mark):
            return _wide(data, encoding, path)
    notes: tuple[Note, ...] = ()
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as problem:
        text = data.decode("utf-8", "replace")
        notes = (_bad_byte(data, problem.start, path),)
    if "\0" in text:
        notes = notes or (_nul(text, path),)
        text = text.replace("\0", "\N{REPLACEMENT CHARACTER}")
    return _unix_lines(text.removeprefix("\ufeff")), notes


def _wide(data: bytes, encoding: str, path: str) -> tuple[str, tuple[Note, ...]]:
    text = data.decode(encoding, "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    text = _unix_lines(text.removeprefix("\ufeff"))
    at = text.find("\N{REPLACEMENT CHARACTER}")
    if at < 0:
        return text, ()
    place = Place(path, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
    return text, (error(place, "file/not-utf-8", f"The {encoding.upper()} text breaks off here.", HELP),)


def _unix_lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _bad_byte(data: bytes, at: int, path: str) -> Note:
    before = data[:at]
    ends = list(LINE_END.finditer(before))
    column = len(before[ends[-1].end() if ends else 0 :].decode("utf-8").removeprefix("\ufeff")) + 1
    sentence = f"The byte 0x{data[at]:02X} is not UTF-8 text."
    return error(Place(path, len(ends) + 1, column), "file/not-utf-8", sentence, HELP)


def _nul(text: str, path: str) -> Note:
    before = _unix_lines(text.removeprefix("\ufeff")).partition("\0")[0]
    place = Place(path, before.count("\n") + 1, len(before) - before.rfind("\n"))
    sentence = "The file holds NUL bytes, as UTF-16 without its mark or a file that is not text does."
    return error(place, "file/not-utf-8", sentence, HELP)
