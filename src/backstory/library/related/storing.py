"""A state as a plain value, and back: columns as they lie in memory, which nobody copies, so that it takes no time.

Knows the columns of a state. Must never know what they mean.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from backstory.library.related.index import Index
from backstory.library.related.profile import Stored
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


def dump(state: State) -> Stored:
    """Return a state's columns. Whoever updates the state must not use them again."""
    archive = state.archive
    return Stored(
        state.weights,
        (state.size, state.mean),
        archive.paths,
        archive.names,
        _columns(archive, OF_ARCHIVE),
        _columns(state.index, OF_INDEX),
        _columns(state, OF_STATE),
    )


def load(stored: Stored) -> State:
    """Return a state of its columns, which stay as they are. Raises ValueError for what are none."""
    state = State(stored.weights)
    state.size, state.mean = stored.steps
    archive = state.archive
    archive.paths, archive.names = list(stored.paths), dict(stored.names)
    archive.slots = {path: slot for slot, path in enumerate(stored.paths) if path}
    for name, column in _arrays(stored.archive, OF_ARCHIVE).items():
        setattr(archive, name, column)
    state.index = Index(**_arrays(stored.index, OF_INDEX))
    for name, column in _arrays(stored.state, OF_STATE).items():
        shape = (len(stored.paths), *getattr(state, name).shape[1:])
        setattr(state, name, column.reshape(shape).copy())
    return state


def _columns(owner: Any, names: dict[str, str]) -> list[memoryview]:
    columns = (np.ascontiguousarray(getattr(owner, name), kind) for name, kind in names.items())
    return [column.reshape(-1).view(np.uint8).data for column in columns]


def _arrays(columns: list[memoryview], names: dict[str, str]) -> dict[str, Any]:
    return {name: np.frombuffer(column, kind) for (name, kind), column in zip(names.items(), columns, strict=True)}
