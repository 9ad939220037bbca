"""Tables that a spreadsheet saved in the code page of its language, not in UTF-8.

Knows which code page that is. Must never know what a table is about, nor read a document: what a person writes in an
editor is UTF-8.
"""

from typing import Final

from backstory.notes import Note, warning
from backstory.places import Place
from backstory.reading.decoding import decode

_CODE_PAGES: Final = {
    "be": "cp1251", "bg": "cp1251", "mk": "cp1251", "ru": "cp1251", "sr": "cp1251", "uk": "cp1251",
    "et": "cp1257", "lt": "cp1257", "lv": "cp1257", "cs": "cp1250", "hr": "cp1250", "hu": "cp1250", "pl": "cp1250",
    "ro": "cp1250", "sk": "cp1250", "sl": "cp1250", "el": "cp1253", "tr": "cp1254", "he": "cp1255", "ar": "cp1256",
    "fa": "cp1256", "vi": "cp1258",
}  # fmt: skip
"""In which code page a spreadsheet of a language was saved if not in UTF-8; in Western Europe's otherwise."""


def decode_table(data: bytes, path: str, lang: str) -> tuple[str, tuple[Note, ...]]:
    """Return the text of a table's file as `decode` does; what is not UTF-8 is read by its language, with a warning.

    `lang` is the language of whoever names the file.
    """
    if data[1:2] == b"\0" and data[:1] != b"\xff":  # UTF-16 without its mark
        data = b"\xff\xfe" + data
    text, notes = decode(data, path)
    if not notes:
        return text, ()
    first = notes[0]
    page = _CODE_PAGES.get(lang.partition("-")[0], "cp1252")
    sentence = f"{first.sentence.removesuffix('.')}; the file is read as Windows-{page[2:]}."
    place = Place(path, first.place.line, first.place.column)
    return _legacy(data, page), (warning(place, first.code, sentence, first.help),)


def _legacy(data: bytes, page: str) -> str:
    text = data.decode(page, "replace").replace("\0", "\N{REPLACEMENT CHARACTER}")
    return text.replace("\r\n", "\n").replace("\r", "\n")
