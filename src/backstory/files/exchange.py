"""Two folders change places in one step, and what was written is safe on the disk.

Knows system calls: renameat2(2) with RENAME_EXCHANGE on Linux, renamex_np(2) with RENAME_SWAP on macOS, syncfs(2).
Must never know what the folders hold.
"""

import errno
import os
import sys
from collections.abc import Sequence

EXCHANGE = 2
"""RENAME_EXCHANGE of linux/fs.h, and RENAME_SWAP of macOS's stdio.h."""

HERE = -100
"""AT_FDCWD of fcntl.h."""

CANNOT = frozenset({errno.ENOSYS, errno.EINVAL, errno.EXDEV, errno.EBUSY, errno.ENOTSUP, errno.EOPNOTSUPP})
"""What systems answer that know no exchange, or none for these two folders (another disk, a mount point)."""

FEW = 32
"""So many files are made safe one by one; for more, asking for the whole disk once is cheaper."""


def exchange(first: str, second: str) -> bool:
    """Let two folders change places in one step. Return False where the system can't; raises OSError otherwise."""
    code = _rename(os.fsencode(first), os.fsencode(second))
    if code in CANNOT:
        return False
    if code:
        raise OSError(code, os.strerror(code), second)
    return True


def _rename(first: bytes, second: bytes) -> int:
    """Return 0 or an error number."""
    import ctypes

    if sys.platform not in ("linux", "darwin"):
        return errno.ENOSYS
    library = ctypes.CDLL(None, use_errno=True)
    try:
        if sys.platform == "linux":
            failed = library.renameat2(HERE, first, HERE, second, ctypes.c_uint(EXCHANGE))
        else:
            failed = library.renamex_np(first, second, ctypes.c_uint(EXCHANGE))
    except AttributeError:  # an older C library
        return errno.ENOSYS
    return ctypes.get_errno() if failed else 0


def make_safe(folder: str, files: Sequence[str], folders: Sequence[str]) -> None:
    """Wait until files and folders are on the disk. Paths are relative to `folder`. Raises OSError."""
    if len(files) + len(folders) > FEW and _sync_disk(folder):
        return
    for path in (*files, *folders):
        make_safe_one(f"{folder}/{path}" if path else folder)


def make_safe_one(path: str) -> None:
    """Wait until one file, or one folder's list of names, is on the disk."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except PermissionError:  # Windows opens no folders
        return
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_disk(folder: str) -> bool:
    """Return False where the system has no such call."""
    import ctypes

    handle = os.open(folder, os.O_RDONLY)
    try:
        failed = ctypes.CDLL(None, use_errno=True).syncfs(handle)
        if failed:
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), folder)
    except AttributeError:
        return False
    finally:
        os.close(handle)
    return True
