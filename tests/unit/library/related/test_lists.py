"""What brings stories together, one signal at a time, and archives at the edge."""

import pytest
from archives import lists, near, story, written

from backstory.library.related.making import start
from backstory.library.related.profile import Profile, Weights

WIRE = "Soldiers laid razor wire along the fence beside the forest and the river"
COURT = "Judges weighed asylum claims and the appeal of a convention"
SHIP = "Divers raised the sunken ferry from the harbour with cranes"
TEXTS = {"wire": story(WIRE), "court": story(COURT), "ship": story(SHIP)}


def strongest(archive: dict[str, Profile], one: str, other: str) -> str:
    found = near(archive, one, other)
    return found.signals[0].name if found else ""


def test_words_bring_stories_together() -> None:
    archive = TEXTS | {"fence": story(f"{WIRE} before winter came")}
    assert lists(archive)["wire"] == ["fence"]
    assert lists(archive)["ship"] == []
    assert strongest(archive, "wire", "fence") == "words"


def test_scores_are_the_same_both_ways() -> None:
    archive = TEXTS | {"fence": story(f"{WIRE} before winter came")}
    one, other = near(archive, "wire", "fence"), near(archive, "fence", "wire")
    assert one and other and one.score == other.score


@pytest.mark.parametrize(
    ("signal", "more", "other"),
    [
        ("about", {"about": ("ann",)}, {"about": ("ann",)}),
        ("topics", {"topics": ("border",)}, {"topics": ("border",)}),
        ("tags", {"tags": ("eu",)}, {"tags": ("eu",)}),
        ("links", {"links": ("other",)}, {}),
        ("links", {}, {"links": ("one",)}),
    ],
)
def test_each_signal_alone_brings_stories_together(
    signal: str, more: dict[str, tuple[str, ...]], other: dict[str, tuple[str, ...]]
) -> None:
    archive = TEXTS | {"one": story("Apples ripen", **more), "other": story("Trains stopped", **other)}
    assert strongest(archive, "one", "other") == signal
    assert strongest(archive, "other", "one") == signal


def test_a_title_that_stands_in_a_text_speaks_for_the_pair() -> None:
    words = "of ferries and trains and clocks and maps and roads"
    archive = {f"other{n}": story(words) for n in range(20)} | TEXTS
    archive |= {"term": story(f"It is said {words}", title="Convention")}
    found = near(archive, "term", "court")
    assert found and "titles" in [signal.name for signal in found.signals]
    without = start(archive, Weights(titles=0, depth=30))[1]["term"] or ()
    assert found.score > max((each.score for each in without if each.path == "court"), default=0.0)


def test_two_stories_that_a_third_links_to_go_together() -> None:
    hubs = {f"hub{n}": story("", links=("wire", "ship")) for n in range(3)}
    assert strongest(TEXTS | hubs, "wire", "ship") == "cocited"


def test_of_two_equal_stories_the_nearer_in_time_comes_first() -> None:
    archive = {
        "one": story(WIRE, day=738000),
        "late": story(f"{WIRE} again", day=738900),
        "soon": story(f"{WIRE} once", day=738010),
    }
    assert lists(archive)["one"] == ["soon", "late"]


def test_an_explainer_comes_first_in_the_list_of_a_brief() -> None:
    archive = {
        "one": story(WIRE, form="brief", day=1),
        "brief": story(f"{WIRE} again", form="brief", day=1),
        "background": story(f"{WIRE} once", form="explainer", day=1),
    }
    assert lists(archive)["one"] == ["background", "brief"]
    assert strongest({**archive, "one": story(WIRE, form="brief")}, "one", "background") == "words"


def test_a_signal_of_no_weight_says_nothing() -> None:
    archive = TEXTS | {"one": story("Apples", about=("ann",)), "other": story("Trains", about=("ann",))}
    assert lists(archive)["one"] == ["other"]
    assert lists(archive, Weights(about=0))["one"] == []


def test_rare_subjects_say_more_than_common_ones() -> None:
    archive = {f"s{n}": story("", about=("everyone",)) for n in range(20)}
    archive |= {"one": story("", about=("everyone", "ann")), "other": story("", about=("everyone", "ann"))}
    assert lists(archive)["one"][0] == "other"


def test_near_copies_come_after_others() -> None:
    words = "one two three four five six seven eight nine ten eleven twelve"
    texts = [f"{word} {WIRE}" for word in words.split()]
    archive = {f"copy{n}": story(texts[n]) for n in range(5)}
    archive |= {"one": story(f"{WIRE} {COURT}"), "court": story(COURT)}
    found = lists(archive)["one"]
    assert found[1] == "court" or found[0] == "court"
    assert [name for name in found if name.startswith("copy")]


@pytest.mark.parametrize("count", [0, 1])
def test_archives_of_none_and_of_one(count: int) -> None:
    assert lists({f"s{n}": story(WIRE) for n in range(count)}) == {f"s{n}": [] for n in range(count)}


def test_empty_texts_have_empty_lists() -> None:
    assert set(map(tuple, lists({f"s{n}": story() for n in range(5000)}).values())) == {()}


def test_identical_texts_list_one_another() -> None:
    found = lists({f"s{n:03}": story(WIRE, title="Wire") for n in range(300)})
    assert {len(each) for each in found.values()} == {12}
    assert all(name not in each for name, each in found.items())


def test_scipy_and_numpy_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    words = f"{WIRE} {COURT} {SHIP}".split()
    archive = {
        f"s{n}": story(
            " ".join(words[n % 9 : n % 9 + 9 + n % 5]),
            title=words[n % 11],
            about=(f"p{n % 7}",),
            tags=(f"t{n % 5}",),
            links=(f"s{n * 7 % 60}",),
            day=738000 + n,
        )
        for n in range(60)
    }
    monkeypatch.setattr("backstory.library.related.index.FEW", 0)
    many = start(archive, Weights())
    monkeypatch.setattr("backstory.library.related.index.FEW", 1000)
    few = start(archive, Weights())
    assert many[1] == few[1]
    assert written(many[0]) == written(few[0])


def test_it_does_not_matter_how_many_come_at_a_time(monkeypatch: pytest.MonkeyPatch) -> None:
    archive = {f"s{n}": story(f"{(WIRE, COURT, SHIP)[n % 3]} {n % 7}", links=(f"s{n // 2}",)) for n in range(40)}
    whole = start(archive, Weights())[1]
    monkeypatch.setattr("backstory.library.related.making.COMING", 7)
    assert start(archive, Weights())[1] == whole


def test_the_order_in_which_stories_come_does_not_matter() -> None:
    archive = {f"s{n}": story(f"{(WIRE, COURT, SHIP)[n % 3]} {n % 7}") for n in range(40)}
    turned = dict(reversed(archive.items()))
    assert start(archive, Weights())[1] == start(turned, Weights())[1]
