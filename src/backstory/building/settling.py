"""One index, one set of bytes: Pagefind writes its filters in another order each time.

Knows how Pagefind 1 lays down its filters and its list of files: CBOR (RFC 8949), packed with gzip, the digest of the
bytes in each file's name. Must never know what is in a text. Fragments and words come out the same by themselves.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any, Final

MARK: Final = b"pagefind_dcd"
Value = Any
"""What CBOR holds here: whole numbers, texts, and lists of them."""


def settle(made: Path) -> None:
    """Put an index's filters in order, under names that follow from what is in them."""
    entry = made / "pagefind-entry.json"
    said = json.loads(entry.read_text("utf-8"))
    for language in said["languages"].values():
        meta = made / f"pagefind.{language['hash']}.pf_meta"
        language["hash"] = _settled_meta(made, meta)
    said["languages"] = dict(sorted(said["languages"].items()))
    said["include_characters"] = sorted(said.get("include_characters", []))
    entry.write_text(json.dumps(said, ensure_ascii=False, separators=(",", ":")), "utf-8")


def _settled_meta(made: Path, meta: Path) -> str:
    """Settle a language's list of files and the filters that it names. Returns its new digest, language first."""
    listed = _opened(meta)
    filters = listed[3]
    for each in filters:
        each[1] = _settled_filter(made / "filter" / f"{each[1]}.pf_filter", each[1].partition("_")[0])
    filters.sort()
    if len(listed) > 4:
        listed[4].sort()
    meta.unlink()
    lang = meta.name.split(".")[1].rpartition("_")[0]
    data = MARK + _written(listed)
    digest = f"{lang}_{hashlib.blake2b(data, digest_size=5).hexdigest()}"
    meta.with_name(f"pagefind.{digest}.pf_meta").write_bytes(gzip.compress(data, 9, mtime=0))
    return digest


def _settled_filter(file: Path, lang: str) -> str:
    name, values = _opened(file)
    data = MARK + _written([name, sorted(values)])
    digest = f"{lang}_{hashlib.blake2b(data, digest_size=4).hexdigest()[:7]}"
    file.unlink()
    file.with_name(f"{digest}.pf_filter").write_bytes(gzip.compress(data, 9, mtime=0))
    return digest


def _opened(file: Path) -> Value:
    data = gzip.decompress(file.read_bytes())
    if not data.startswith(MARK):
        raise ValueError(f"{file.name} is not Pagefind's")
    return _read(data, len(MARK))[0]


def _read(data: bytes, at: int) -> tuple[Value, int]:
    """Return a value and where the next one stands. Raises ValueError at what Pagefind does not write."""
    major, least = data[at] >> 5, data[at] & 31
    at += 1
    if least >= 24:
        size = 1 << (least - 24)
        least, at = int.from_bytes(data[at : at + size]), at + size
    if major == 0:
        return least, at
    if major == 3:
        return data[at : at + least].decode("utf-8"), at + least
    if major == 4:
        found = []
        for _ in range(least):
            value, at = _read(data, at)
            found.append(value)
        return found, at
    raise ValueError(f"major type {major} of CBOR")


def _written(value: Value) -> bytes:
    if isinstance(value, int):
        return _head(0, value)
    if isinstance(value, str):
        text = value.encode("utf-8")
        return _head(3, len(text)) + text
    return _head(4, len(value)) + b"".join(_written(each) for each in value)


def _head(major: int, count: int) -> bytes:
    if count < 24:
        return bytes([major << 5 | count])
    size = next(n for n in (1, 2, 4, 8) if count < 1 << 8 * n)
    return bytes([major << 5 | {1: 24, 2: 25, 4: 26, 8: 27}[size]]) + count.to_bytes(size)
