"""One file of the site, as the build hands it over.

Knows paths, bytes and digests. Must never know what stands in a file or how it was made.
"""

import hashlib
from collections.abc import Callable

from msgspec import Struct


class Output(Struct, frozen=True):
    """One file of the site. Either `copy_of` names the file (from the site's root) to copy, or it has bytes of its own.

    `path` is relative to the output folder, with forward slashes. `print` is the digest of the contents where it is
    known already; for a copied file it must be.
    """

    path: str
    data: bytes = b""
    copy_of: str = ""
    print: str = ""

    def contents(self) -> bytes:
        """Return the bytes of a file that is not a copy."""
        return self.data

    @property
    def digest(self) -> str:
        """The digest of the contents: as given, or of `data`."""
        return self.print or digest_of(self.data)


class LaterOutput(Output, frozen=True, kw_only=True):
    """One file whose bytes `later` returns for its path and digest, so that a large site need not be in memory."""

    later: Callable[[str, str], bytes]

    def contents(self) -> bytes:
        """Return the bytes."""
        return self.later(self.path, self.print)


def digest_of(data: bytes) -> str:
    """Return the digest by which two contents are told apart: BLAKE2b of 16 bytes, in hexadecimal."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def digest_of_file(path: str) -> str:
    """Return the digest of a file's contents without holding them in memory. Raises OSError."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16)).hexdigest()
