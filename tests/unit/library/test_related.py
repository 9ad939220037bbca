"""Which stories go with which: pins first, hidden never, drafts and other languages never, and always for a reason."""

from tests.worlds import article, asked, noted

from backstory.library.related import Reason, Related, dot, found_by, related, vectors, vectors_of_sets

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
    files = FILES | {PATH: article("topics: [border]", WIRE + "See [it](same-topic.md).\n")}
    assert found(files)["same-topic"].reason == Reason("cited")
    files = FILES | {"content/articles/near.md": article("", WIRE + "See [it](a.md).\n")}
    assert found(files)["near"].reason == Reason("cites")


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


def test_vectors_have_length_one_and_rare_words_weigh_more() -> None:
    texts = {path: {"common": 1, "shared": 1, f"own-{path}": 3} for path in "abc"} | {
        "d": {"rare": 1, "common": 1},
        "e": {"rare": 1},
    }
    made = vectors(texts)
    assert all(abs(sum(weight**2 for weight in each.values()) - 1) < 1e-9 for each in made.values() if each)
    assert not any(word.startswith("own-") for each in made.values() for word in each)
    assert made["d"]["rare"] > made["d"].get("common", 0)


def test_sets_weigh_by_rarity() -> None:
    made = vectors_of_sets({"a": ("x", "y"), "b": ("x",), "c": ("x",)})
    assert made["a"]["y"] > made["a"]["x"]


def test_a_dot_product_of_unit_vectors_is_a_cosine() -> None:
    assert dot({"x": 0.6, "y": 0.8}, {"x": 0.6, "y": 0.8}) == 1.0
    assert dot({"x": 0.6, "y": 0.8}, {"x": 1.0}) == 0.6


def test_a_word_of_one_story_or_of_most_finds_nothing() -> None:
    found = found_by({"a": {"x": 0.6, "own": 0.8}, "b": {"x": 1.0}, "c": {"z": 1.0}})
    assert found == {"x": [("a", 0.6), ("b", 1.0)]}
