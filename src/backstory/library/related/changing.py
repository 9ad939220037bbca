"""Which lists are others when some stories' vectors are others, and how.

Scores are the same both ways. So each moved story's vector, held against all others at once, says in which lists it now
stands; the others of a list keep their scores. Knows states. Must never know what a score is made of.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

from backstory.library.related.archive import WORD, Archive, story
from backstory.library.related.copies import signatures
from backstory.library.related.index import Meeting
from backstory.library.related.making import Lists, anew, blocks, parts, rank, remade, told
from backstory.library.related.profile import Profile
from backstory.library.related.ranking import LEAST, Judge, in_order
from backstory.library.related.state import State
from backstory.library.related.telling import Teller, hundredths
from backstory.library.related.vectors import Citing, Vectors, Weigher, joined, mean_step, rarity, size_step

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from backstory.library.related.archive import Ints, Small

Entering = dict[int, list[tuple[int, int, "NDArray[Any]"]]]
"""Slot -> what comes into its list: slot, score, shares."""
TOO_MANY = 3
"""When more than one in so many stories have moved, everything is worked out anew."""


def update(state: State, changed: Mapping[str, Profile | None]) -> tuple[State, Lists]:
    """Return the state after some stories changed, came, or went (None), and the lists that are others by it.

    A story that went has None for a list. A few of the lists may be the same as before.
    """
    archive = state.archive
    gone: Lists = {path: None for path, each in changed.items() if each is None and path in archive.slots}
    said, stirred = rarity(archive.spread, state.size), _stirred(archive, changed)
    around = _around(archive, stirred)
    touched = archive.put(changed)
    if TOO_MANY * len(touched) > archive.living or size_step(archive.living) != state.size:
        return state, anew(state) | gone
    state.grow()
    words, subjects = _reweighed(state, said)
    moved = np.unique(np.concatenate((touched, subjects, around, _around(archive, stirred), words)))
    return state, _moved(state, moved.astype(np.int32), np.union1d(touched, subjects).astype(np.int32)) | gone


def _stirred(archive: Archive, changed: Mapping[str, Profile | None]) -> list[str]:
    """Return the stories that came, went, or link to others than before."""
    return [path for path, each in changed.items() if _links(archive, path) != (each and _told(path, each))]


def _links(archive: Archive, path: str) -> set[int] | None:
    slot = archive.slots.get(path)
    return None if slot is None else set(archive.mark[archive.link_to[archive.link_from == slot]].tolist())


def _told(path: str, each: Profile) -> set[int]:
    return {story(to) for to in each.links if to != path}


def _around(archive: Archive, paths: list[str]) -> Small:
    """Return the slots of some stories, of those that link to them, and of all that either links to."""
    if not paths:
        return np.zeros(0, np.int32)
    names = archive.found(np.array([story(path) for path in paths], np.uint64))
    own = [archive.slots[path] for path in paths if path in archive.slots]
    linking = np.union1d(archive.link_from[np.isin(archive.link_to, names)], np.array(own, np.int32))
    return np.union1d(linking, Citing(archive).targets(linking)).astype(np.int32)


def _reweighed(state: State, said: Ints) -> tuple[Small, Small]:
    """Return the slots that have a word whose rarity is another than before, and those that have such a subject."""
    archive = state.archive
    says = rarity(archive.spread, state.size)
    other = says != 0
    other[: len(said)] = says[: len(said)] != said
    places = np.flatnonzero(other[archive.feature])
    slots = np.flatnonzero(archive.size)
    slots = slots[np.argsort(archive.begin[slots])].astype(np.int32)
    owner = slots[np.searchsorted(archive.begin[slots], places, "right") - 1]
    word = archive.kind[archive.feature[places]] == WORD
    return owner[word], owner[~word]


def _moved(state: State, likely: Small, touched: Small) -> Lists:
    """Bring the lists up to date when the vectors of some slots are likely to be others, those of `touched` surely."""
    archive = state.archive
    weigher, words = Weigher(archive, state.weights), []
    alive = np.array([slot for slot in likely.tolist() if archive.paths[slot]], np.int32)
    state.length[likely] = 0
    for part in parts(alive):
        words.append(weigher.words(part))
        state.length[part] = words[-1].length
    if mean_step(state.length) != state.mean:
        return anew(state)
    vectors = joined([weigher.vectors(each, state.mean) for each in words])
    alive, vectors = _others(state, alive, vectors, touched)
    gone = likely[np.isin(likely, touched) & ~np.isin(likely, alive)]
    if TOO_MANY * len(alive) > archive.living:
        return anew(state)
    out = np.zeros(len(archive.paths), bool)
    out[alive] = out[gone] = True
    signs = state.signs[out]
    state.signs[gone] = 0
    state.signs[alive] = signatures(archive, vectors)
    other = np.flatnonzero(out)[(state.signs[out] != signs).any(axis=1)]
    state.index = state.index.exchanged(out, alive, vectors)
    state.slot[gone] = -1
    entering = _held_against_all(state, alive, vectors, out)
    return told(state, alive) | _settled(state, entering, out, {*touched.tolist(), *other.tolist()})


def _others(state: State, slots: Small, vectors: Vectors, touched: Small) -> tuple[Small, Vectors]:
    """Return those of some slots whose vectors are others than before, or that are touched, with their vectors."""
    before = state.index.vectors(slots).prints()
    rows = np.flatnonzero((before != vectors.prints()) | np.isin(slots, touched))
    return slots[rows], vectors.of(rows)


def _held_against_all(state: State, alive: Small, vectors: Vectors, out: NDArray[Any]) -> Entering:
    """Work out the lists of moved slots anew, and return what comes into the lists of others by them."""
    size = len(state.archive.paths)
    judge, meeting = Judge(state.archive, state.weights), Meeting(state.index, state.axes, vectors)
    teller = Teller(state.archive, judge, meeting)
    entering: Entering = {}
    for rows in blocks(len(alive), size):
        own, some = alive[rows], vectors.of(rows)
        met = meeting.meet(some)
        best = judge.rank(own, met, state.kept)
        state.put(own, best, teller.shares(own, some, best.row, best.slot, best.met))
        row, slot, given = met.row, met.slot, met.value
        kept = np.flatnonzero((given >= LEAST) & ~out[slot])
        row, slot, given = row[kept], slot[kept], given[kept]
        score = given + judge.added(slot, own[row])
        floor, order = state.floor[slot], state.archive.order[own[row]]
        better = np.flatnonzero((score > floor) | ((score == floor) & (order < state.floor_order[slot])))
        row, slot, given, score = row[better], slot[better], given[better], score[better]
        shares = teller.shares_backward(own, some, row, slot, given)
        for other, one, points, share in zip(slot.tolist(), own[row].tolist(), score.tolist(), shares, strict=True):
            entering.setdefault(other, []).append((one, points, share))
    return entering


def _settled(state: State, entering: Entering, out: NDArray[Any], other: set[int]) -> Lists:
    """Take moved slots out of the lists of others, and put them in where they now belong.

    `other` are slots that are others in more than their vector; lists that hold them are told again in any case.
    """
    held = np.flatnonzero((out[state.slot] & (state.slot >= 0)).any(axis=1)).tolist()
    slots = [slot for slot in sorted({*held, *entering}) if not out[slot] and state.archive.paths[slot]]
    every = np.array(slots, np.int32)
    faces, before = _faces(state, every), state.slot[every]
    known = [_merge(state, slot, entering.get(slot, []), out) for slot in slots]
    again = every[~np.array(known, bool)]
    rank(state, again, remade(state, again))
    stirred = np.zeros(len(state.archive.paths) + 1, bool)
    stirred[list(other)] = True
    strange = (stirred[before] | stirred[state.slot[every]]).any(axis=1).tolist()
    now = _faces(state, every)
    changed = [n for n in range(len(slots)) if not known[n] or strange[n] or faces[n] != now[n]]
    return told(state, every[changed])


def _merge(state: State, slot: int, coming: list[tuple[int, int, NDArray[Any]]], out: NDArray[Any]) -> bool:
    """Bring one list up to date. Return whether it can be done: too few may be left of those that are known."""
    near = state.slot[slot]
    stay = (near >= 0) & ~out[np.maximum(near, 0)]
    slots = np.concatenate((near[stay], np.array([each[0] for each in coming], np.int32)))
    score = np.concatenate((state.score[slot][stay], np.array([each[1] for each in coming], np.int64)))
    share = np.concatenate((state.share[slot][stay], *(each[2][None, :] for each in coming)))
    if len(slots) < state.looked_at and state.floor[slot] >= 0:
        return False
    best = in_order(score, state.archive.order[slots])
    kept = best[: state.kept]
    if len(best) > state.kept:
        state.floor[slot], state.floor_order[slot] = score[kept[-1]], state.archive.order[slots[kept[-1]]]
    many = len(kept)
    state.slot[slot, many:] = -1
    state.slot[slot, :many], state.score[slot, :many], state.share[slot, :many] = slots[kept], score[kept], share[kept]
    return True


def _faces(state: State, slots: Small) -> list[tuple[bytes, bytes, bytes]]:
    """Return what is told of some lists: slots, scores in hundredths, shares."""
    rows = zip(slots.tolist(), state.shown(slots), strict=True)
    return [
        (
            state.slot[slot][shown].tobytes(),
            hundredths(state.score[slot][shown]).tobytes(),
            state.share[slot][shown].tobytes(),
        )
        for slot, shown in rows
    ]
