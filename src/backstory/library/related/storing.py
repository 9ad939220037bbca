"""A state as plain values, and back: columns as they lie in memory, so that it takes no time to speak of.

What is much comes in blocks of stories that follow one another, so that an edit writes down only the blocks that are
others by it. Knows the columns of a state. Must never know what they mean.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import msgspec
import numpy as np

from backstory.library.related.index import Index
from backstory.library.related.profile import Stored
from backstory.library.related.state import State
from backstory.library.related.vectors import begins

if TYPE_CHECKING:
    from numpy.typing import NDArray

Block = tuple[str, int]
"""What kind of block it is, and which one."""
SIZE = {"words": 256, "vectors": 256, "lists": 64}
"""How many stories a block of each kind has."""
OF_ARCHIVE = {
    "size": "<i4", "titled": "<i4", "link_from": "<i4", "link_to": "<i4", "own": "<i4", "day": "<i4", "form": "u1",
    "order": "<i8", "spread": "<i4", "kind": "u1", "mark": "<u8",
}  # fmt: skip
OF_STATE = {"length": "<f8", "signs": "<u4", "floor": "<i8", "floor_order": "<i8"}
OF_WORDS = {"feature": "<i4", "count": "u1"}
OF_VECTORS = {"axis": "<i4", "value": "<u2"}
OF_LISTS = {"slot": "<i4", "score": "<i4", "share": "u1"}


def dump(state: State) -> Stored:
    """Return of a state what is in no block."""
    archive = state.archive
    columns = [*_columns(archive, OF_ARCHIVE), *_columns(state, OF_STATE), _bytes(state.index.sizes, "<i4")]
    return Stored(state.weights, (state.size, state.mean), list(archive.paths), dict(archive.names), columns)


def blocks(state: State) -> Iterator[tuple[Block, bytes]]:
    """Return the blocks of a state."""
    archive, index, slots = state.archive, state.index, np.arange(len(state.archive.paths))
    for number, some in _parts(slots, "words"):
        places = archive.entries(some)[0]
        yield ("words", number), _packed(getattr(archive, name)[places] for name in OF_WORDS)
    for number, some in _parts(slots, "vectors"):
        begin, end = index.begin[some[0]], index.begin[some[-1] + 1]
        yield ("vectors", number), _packed(getattr(index, name)[begin:end] for name in OF_VECTORS)
    for number, some in _parts(slots, "lists"):
        yield ("lists", number), _packed(getattr(state, name)[some] for name in OF_LISTS)


def load(stored: Stored, block: Callable[[Block], bytes]) -> State:
    """Return a state of what `dump` and `blocks` returned. Raises ValueError for what is none."""
    state = State(stored.weights)
    state.size, state.mean = stored.steps
    archive, many = state.archive, len(stored.paths)
    archive.paths, archive.names = list(stored.paths), dict(stored.names)
    archive.slots = {path: slot for slot, path in enumerate(stored.paths) if path}
    kinds = [*OF_ARCHIVE.values(), *OF_STATE.values(), "<i4"]
    columns = [np.frombuffer(column, kind) for kind, column in zip(kinds, stored.columns, strict=True)]
    _set(archive, OF_ARCHIVE, columns, many)
    _set(state, OF_STATE, columns[len(OF_ARCHIVE) :], many)
    archive.begin = begins(archive.size)[:-1]
    archive.feature, archive.count = _joined(many, "words", OF_WORDS, block)
    state.index = Index(columns[-1].astype(np.int64), *_joined(many, "vectors", OF_VECTORS, block))
    _set(state, OF_LISTS, _joined(many, "lists", OF_LISTS, block), many)
    return state


def _parts(slots: NDArray[Any], kind: str) -> Iterator[tuple[int, NDArray[Any]]]:
    """Return the numbers and slots of the blocks of a kind."""
    return enumerate(slots[at : at + SIZE[kind]] for at in range(0, len(slots), SIZE[kind]))


def _joined(many: int, kind: str, names: dict[str, str], block: Callable[[Block], bytes]) -> list[NDArray[Any]]:
    """Return the columns of all blocks of a kind."""
    read = [_views(block((kind, number))) for number in range(-(-many // SIZE[kind]))]
    return [
        np.concatenate([np.zeros(0, as_), *(np.frombuffer(each[n], as_) for each in read)])
        for n, as_ in enumerate(names.values())
    ]


def _set(owner: Any, names: dict[str, str], columns: list[NDArray[Any]], many: int) -> None:
    """Give an owner its columns, in the shape in which it has them."""
    for name, column in zip(names, columns, strict=False):
        if isinstance(owner, State):  # which changes them in place
            column = np.require(column.reshape((many, *getattr(owner, name).shape[1:])), requirements="W")
        setattr(owner, name, column)


def _columns(owner: Any, names: dict[str, str]) -> list[bytes]:
    return [_bytes(getattr(owner, name), kind) for name, kind in names.items()]


def _bytes(column: NDArray[Any], kind: str) -> bytes:
    return column.astype(kind, copy=False).tobytes()


_pack = msgspec.msgpack.Encoder().encode
_views = msgspec.msgpack.Decoder(list[memoryview]).decode


def _packed(columns: Iterator[NDArray[Any]]) -> bytes:
    """Return columns as one value."""
    return _pack([_little(np.ascontiguousarray(column)).reshape(-1).view(np.uint8).data for column in columns])


def _little(column: NDArray[Any]) -> NDArray[Any]:
    """Return a column with its bytes in the order in which they are read, on any machine."""
    return column.astype(column.dtype.newbyteorder("<"), copy=False)
