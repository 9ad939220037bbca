"""What an editor changes by hand changes the lists that it should, and no others."""

from tests.worlds import World, article

from backstory.library.documents import published_paths
from backstory.library.related import related

SUBJECTS = (
    "Soldiers laid razor wire along the fence beside the forest and the river.",
    "Judges weighed asylum claims and the appeal of a convention in a chamber.",
    "Divers raised the sunken ferry from the harbour with cranes and barges.",
)
MARKS = ["north", "south", "east", "west", "spring", "summer", "autumn", "winter"]
Lists = dict[str, tuple[str, ...]]


def site() -> dict[str, str]:
    return {
        f"content/articles/{group}-{mark}.md": article(
            "", f"{text} {mark}{group} {' '.join(text.split()[: n % 3])}\n", f"{mark}{group}"
        )
        for group, text in zip("wcf", SUBJECTS, strict=True)
        for n, mark in enumerate(MARKS)
    }


def lists(files: dict[str, str]) -> Lists:
    engine = World(files).engine()
    paths = [path for path in engine.ask(published_paths) if "/articles/" in path]
    return {name(path): tuple(name(each.path) for each in engine.ask(related, path)) for path in paths}


def name(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")


def others(before: Lists, after: Lists) -> set[str]:
    return {each for each in before.keys() | after.keys() if before.get(each) != after.get(each)}


def chosen(header: str) -> dict[str, str]:
    """Return the site with some lines more in one story's header."""
    files, path = site(), "content/articles/w-north.md"
    return files | {path: files[path].replace("---\n", f"---\n{header}\n", 1)}


def test_a_pin_changes_one_list() -> None:
    before, after = lists(site()), lists(chosen("related: {pin: [c-east, w-west]}"))
    assert others(before, after) == {"w-north"}
    rest = [each for each in before["w-north"] if each not in ("c-east", "w-west")]
    assert list(after["w-north"]) == ["c-east", "w-west", *rest]


def test_what_is_hidden_is_missing_in_one_list() -> None:
    before, after = lists(site()), lists(chosen("related: {hide: [w-west]}"))
    assert others(before, after) == {"w-north"}
    assert after["w-north"] == tuple(each for each in before["w-north"] if each != "w-west")


def test_a_deleted_story_is_missing_where_it_was() -> None:
    files = site()
    before = lists(files)
    del files["content/articles/w-east.md"]
    after = lists(files)
    held = {each for each, near in before.items() if "w-east" in near}
    assert held == {f"w-{mark}" for mark in MARKS if mark != "east"}
    assert others(before, after) == {*held, "w-east"}
    assert all("w-east" not in near for near in after.values())


def test_a_renamed_story_goes_by_its_new_name_where_it_was() -> None:
    files = site()
    before = lists(files)
    files["content/articles/renamed.md"] = files.pop("content/articles/w-east.md")
    after = lists(files)
    held = {each for each, near in before.items() if "w-east" in near}
    assert others(before, after) == {*held, "w-east", "renamed"}
    assert all(set(after[each]) == {*before[each], "renamed"} - {"w-east"} for each in held)
    assert set(after["renamed"]) == set(before["w-east"])
