"""Which stories go with which: pins first, hidden never, drafts and other languages never, and always for a reason."""

from tests.worlds import article, asked, noted

from backstory.library.related import Reason, Related, related
from backstory.library.related.asking import reason_of
from backstory.library.related.profile import Neighbour, Signal

PATH = "content/articles/a.md"
WIRE = "Soldiers laid razor wire along the fence beside the forest and the river.\n"
COURT = "Judges weighed asylum claims and the appeal of a convention.\n"
FILES = {
    PATH: article("about: [ann]\ntopics: [border]", WIRE),
    "content/articles/near.md": article("", WIRE + "More wire, more fence, more forest."),
    "content/articles/ann-too.md": article("about: [ann]", COURT),
    "content/articles/same-topic.md": article("topics: [border]", "Ministers met.\n"),
    "content/articles/far.md": article("", COURT),
    "content/articles/cited.md": article("", "Nothing shared.\n"),
    "content/people/ann.md": "---\ntitle: Ann\n---\n",
    "content/topics/border.md": "---\ntitle: Border\n---\n",
}


def found(files: dict[str, str]) -> dict[str, Related]:
    return {each.path.rsplit("/", 1)[1][:-3]: each for each in asked(files, related, PATH)}


def test_what_is_shared_brings_stories_together() -> None:
    near = found(FILES)
    assert set(near) >= {"near", "ann-too", "same-topic"}
    assert "far" not in near
    assert PATH not in [each.path for each in near.values()]


def test_each_has_its_reason() -> None:
    near = found(FILES)
    assert near["near"].reason == Reason("words")
    assert near["ann-too"].reason == Reason("about", ("content/people/ann.md",))
    assert near["same-topic"].reason == Reason("topic", ("content/topics/border.md",))


def test_links_are_a_reason() -> None:
    files = FILES | {PATH: article("", WIRE + "See [it](cited.md).\n")}
    assert found(files)["cited"].reason == Reason("cited")
    files = FILES | {"content/articles/cited.md": article("", "Nothing shared. See [it](a.md).\n")}
    assert found(files)["cited"].reason == Reason("cites")


def test_pins_come_first_and_in_order() -> None:
    near = found(FILES | {PATH: article("related: {pin: [far, near]}", WIRE)})
    assert list(near)[:2] == ["far", "near"]
    assert near["far"] == Related("content/articles/far.md", Reason("pinned"), pinned=True)


def test_what_is_hidden_never_comes() -> None:
    assert "near" not in found(FILES | {PATH: article("related: {hide: [near]}", WIRE)})


def test_drafts_translations_and_other_languages_never_come() -> None:
    files = FILES | {
        "content/articles/near.md": article("draft: true", WIRE),
        "content/articles/de.md": article("lang: de\ntranslation_of: a", WIRE),
        "content/articles/fr.md": article("lang: fr", WIRE),
    }
    assert not set(found(files)) & {"near", "de", "fr"}


def test_what_is_pinned_must_be_there() -> None:
    files = FILES | {PATH: article("related: {pin: [nobody, ann], hide: [none]}", WIRE)}
    assert noted(files, related, PATH) == ["related/unknown"] * 3


def test_pinning_a_story_to_itself_does_nothing() -> None:
    assert "a" not in found(FILES | {PATH: article("related: {pin: [a]}", WIRE)})


def test_a_pin_to_a_draft_waits_for_it() -> None:
    files = FILES | {
        PATH: article("related: {pin: [near], hide: [near]}", WIRE),
        "content/articles/near.md": article("draft: true", WIRE),
    }
    assert noted(files, related, PATH) == ["related/unpublished"] * 2
    assert "near" not in found(files)


def test_other_kinds_come_when_asked_for() -> None:
    asked_for = '[tool.backstory]\ntitle = "T"\n[tool.backstory.related]\nkinds = ["timeline"]\n'
    files = FILES | {"content/timelines/wire.md": f"---\ntitle: Wire\n---\n{WIRE}"}
    assert "wire" not in found(files)
    assert set(found(files | {"pyproject.toml": asked_for})) == {"wire"}


def test_a_signal_can_be_left_out() -> None:
    without = '[tool.backstory]\ntitle = "T"\n[tool.backstory.related.weights]\nabout = 0\n'
    assert "ann-too" in found(FILES)
    assert "ann-too" not in found(FILES | {"pyproject.toml": without})


def test_the_strongest_signal_that_can_be_said_is_the_reason() -> None:
    signals = (Signal("words", 0.6), Signal("topics", 0.2, ("border",)), Signal("about", 0.2, ("ann", "bob", "cy")))
    assert reason_of(Neighbour("a", 0.5, signals), cited=False) == Reason("topic", ("border",))
    assert reason_of(Neighbour("a", 0.5, (signals[0], signals[2])), cited=False) == Reason("about", ("ann", "bob"))
    assert reason_of(Neighbour("a", 0.5, (Signal("links", 1.0),)), cited=True) == Reason("cited")
    assert reason_of(Neighbour("a", 0.5, (Signal("background", 1.0),)), cited=True) == Reason("background")
    assert reason_of(Neighbour("a", 0.5, (Signal("tags", 1.0, ("eu",)),)), cited=True) == Reason("tag", ("eu",))
