"""An edit changes the lists that it should, and no others."""

from archives import FEW, USUAL, read, story, written

from backstory.library.related.changing import update
from backstory.library.related.making import Lists, start
from backstory.library.related.profile import Profile

SUBJECTS = ("razor wire fence forest", "judges asylum appeal convention", "ferry harbour divers cranes")


def archive() -> dict[str, Profile]:
    """Return three groups of stories that share no word with another group."""
    return {
        f"{group}{n}": story(f"{words} own{group}{n} common{group} {' '.join(words.split()[: n % 4])}")
        for group, words in enumerate(SUBJECTS)
        for n in range(10)
    }


def others(before: Lists, after: Lists) -> set[str]:
    """Return whose list is another."""
    return {name for name in before.keys() | after.keys() if before.get(name) != after.get(name)}


def changed(change: dict[str, Profile | None]) -> set[str]:
    """Return whose list is another after a change, by the update, and hold that against a new start."""
    state, before = start(archive(), USUAL)
    _, told = update(read(*written(state)), change)
    now = {name: each for name, each in (archive() | change).items() if each is not None}
    _, after = start(now, USUAL)
    assert {name for name, found in told.items() if before.get(name) != found} == others(before, after)
    return others(before, after)


def test_a_change_without_effect_changes_nothing() -> None:
    assert changed({"00": archive()["00"]}) == set()


def test_an_edit_changes_lists_of_its_own_subject_only() -> None:
    assert {name[0] for name in changed({"03": story("razor wire fence")})} == {"0"}


def test_a_deleted_story_leaves_the_lists_that_held_it() -> None:
    found = changed({"04": None})
    assert "04" in found
    assert {name[0] for name in found} == {"0"}


def test_a_renamed_story_changes_the_lists_that_held_it() -> None:
    assert {name[:1] for name in changed({"05": None, "renamed": archive()["05"]})} == {"0", "r"}


def test_what_is_written_down_is_what_was_there() -> None:
    state, _ = start(archive(), USUAL)
    assert written(read(*written(state))) == written(state)


def test_an_edit_writes_down_few_blocks() -> None:
    state, _ = start(archive(), USUAL)
    _, before = written(state)
    now, _ = update(read(*written(state)), {"03": story("razor wire fence")})
    _, after = written(now)
    others = [block for block, data in after.items() if before[block] != data]
    assert ("words", 0) in others
    assert {kind for kind, _ in others} == {"words", "vectors", "lists"}
    assert all(number * FEW[kind] < 10 for kind, number in others)
