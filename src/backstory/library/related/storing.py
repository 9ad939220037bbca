"""A state as bytes, and back: columns as they lie in memory, so that it takes no time to speak of.

Knows the columns of a state. Must never know what they mean.
"""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
from msgspec import Struct

from backstory.library.related.index import Index
from backstory.library.related.profile import Weights
from backstory.library.related.state import State

OF_ARCHIVE = {
    "begin": "<i8", "size": "<i4", "titled": "<i4", "feature": "<i4", "count": "u1", "link_from": "<i4",
    "link_to": "<i4", "own": "<i4", "day": "<i4", "form": "u1", "order": "<i8", "spread": "<i4", "kind": "u1",
    "mark": "<u8",
}  # fmt: skip
OF_INDEX = {"begin": "<i8", "slot": "<i4", "value": "<u2"}
OF_STATE = {
    "length": "<f8", "signs": "<u4", "slot": "<i4", "score": "<i4", "share": "u1", "floor": "<i8", "floor_order": "<i8",
}  # fmt: skip


class Stored(Struct, frozen=True, array_like=True):
    """A state's columns."""

    weights: Weights
    steps: tuple[int, int]
    paths: list[str]
    names: dict[int, str]
    archive: list[bytes]
    index: list[bytes]
    state: list[bytes]


def dump(state: State) -> bytes:
    """Return a state as bytes."""
    archive = state.archive
    return msgspec.msgpack.encode(
        Stored(
            state.weights,
            (state.size, state.mean),
            archive.paths,
            archive.names,
            _columns(archive, OF_ARCHIVE),
            _columns(state.index, OF_INDEX),
            _columns(state, OF_STATE),
        )
    )


def load(data: bytes) -> State:
    """Return a state from bytes. Raises msgspec.ValidationError and ValueError for what is none."""
    stored = msgspec.msgpack.decode(data, type=Stored)
    state = State(stored.weights)
    state.size, state.mean = stored.steps
    archive = state.archive
    archive.paths, archive.names = stored.paths, stored.names
    archive.slots = {path: slot for slot, path in enumerate(stored.paths) if path}
    for name, column in _arrays(stored.archive, OF_ARCHIVE).items():
        setattr(archive, name, column)
    state.index = Index(**_arrays(stored.index, OF_INDEX))
    for name, column in _arrays(stored.state, OF_STATE).items():
        shape = (len(stored.paths), *getattr(state, name).shape[1:])
        setattr(state, name, column.reshape(shape).copy())
    return state


def _columns(owner: Any, names: dict[str, str]) -> list[bytes]:
    return [getattr(owner, name).astype(kind, copy=False).tobytes() for name, kind in names.items()]


def _arrays(columns: list[bytes], names: dict[str, str]) -> dict[str, Any]:
    return {name: np.frombuffer(column, kind) for (name, kind), column in zip(names.items(), columns, strict=True)}
