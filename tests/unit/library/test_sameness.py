"""Which tellings are of one event: by what editors say, and by nearly the same words."""

from itertools import permutations

import pytest

from backstory.library.counts import counts
from backstory.library.sameness import Teller, alike, groups, phrase
from backstory.reading.dates import parse


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Lithuania declares a state-level extreme situation", "Lithuania declared state-level extreme situation", True),
        ("Officers begin turning people back at the border", "Border guards began turning people back", False),
        ("Border guards begin turning people back", "Border guards began turning people back at the border", True),
        ("started turning people back at the border", "start turning people back", True),
        ("The bridge closes", "Bridge closed", True),
        ("Poland's guard detains 45 people near Kuznica", "Lithuania's guard detains 45 people near Kuznica", False),
        ("The guard turned back 180 people", "The guard turned back 247 people", True),
        ("The EU approves broad sanctions", "The EU does not approve broad sanctions", False),
        ("Seimas clears border fence", "Parliament holds a hearing", False),
        ("It began", "It ended", False),
        ("Литва вводит режим чрезвычайной ситуации", "Литва ввела режим чрезвычайной ситуации", True),
        ("Пограничники разворачивают людей на границе", "Пограничники развернули людей", False),
        ("", "", False),
    ],
)  # fmt: skip
def test_nearly_the_same_words(one: str, other: str, same: bool) -> None:
    lang = "ru" if one[:1] > "\u0400" else "en"
    first, second = phrase(one, lang), phrase(other, lang)
    assert bool(alike(first, second)) is same
    assert alike(first, second) == alike(second, first)


def told(path: str, id: str, words: str, date: str = "2021-08-03", **more: tuple[str, ...]) -> Teller:
    when = parse(date)
    return Teller((path, 0), id, (when.earliest, when.latest), (words,), "en", **more)


WORDS = "Border guards begin turning people back"
NEAR = "Border guards began turning people back at the border"


def joined(*tellers: Teller) -> set[frozenset[str]]:
    """Return the events of several ids, the same for every order of the tellings."""
    outcomes = []
    for each in permutations(tellers):
        found: dict[str, set[str]] = {}
        for id, first in groups(each).first.items():
            found.setdefault(first, set()).add(id)
        outcomes.append({frozenset(ids) for ids in found.values() if len(ids) > 1})
    assert all(each == outcomes[0] for each in outcomes)
    return outcomes[0]


def test_one_day_in_nearly_the_same_words_is_one_event() -> None:
    assert joined(told("a", "x", WORDS), told("b", "y", NEAR)) == {frozenset("xy")}


@pytest.mark.parametrize(
    "other",
    [
        told("b", "y", NEAR, "2021-08-04"),
        told("b", "y", "The Seimas clears the fence"),
        told("b", "y", NEAR, not_same_as=("x",)),
        told("a", "y", NEAR),
    ],
)
def test_two_events_stay_two(other: Teller) -> None:
    assert joined(told("a", "x", WORDS), other) == set()


def test_an_editor_joins_what_nobody_would_take_for_one() -> None:
    other = told("b", "y", "The Seimas clears the fence", "2021-09", same_as=("x",))
    assert joined(told("a", "x", WORDS), other) == {frozenset("xy")}


def test_what_is_kept_apart_does_not_meet_by_way_of_a_third() -> None:
    found = joined(told("a", "x", WORDS), told("b", "y", NEAR, not_same_as=("x",)), told("c", "z", WORDS))
    assert found == {frozenset("xz")}


def test_the_likenesses_taken_are_told() -> None:
    assert [(each.first, each.second) for each in groups([told("a", "x", WORDS), told("b", "y", NEAR)]).taken] == [
        ("x", "y")
    ]
    assert groups([told("a", "x", WORDS), told("b", "y", NEAR, same_as=("x",))]).taken == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("turned back about 180 people", {"peopl": "about 180 people"}),
        ("grants €36.7 million to Lithuania in 2021", {"€": "36.7 million"}),
        ("on 3 August 2021", {}),
        ("In 2021 nobody came", {}),
        ("flight FR4978 with 171 passengers", {"passeng": "171 passengers"}),
        ("more than 4,000 people", {"peopl": "more than 4,000 people"}),
    ],
)
def test_what_a_line_counts(text: str, found: dict[str, str]) -> None:
    assert {stem: count.words for stem, count in counts(text, "en").items()} == found
