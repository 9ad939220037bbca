"""Where a story stands among its running story's events: what came before it, beside each date, and now."""

from tests.worlds import article, asked

from backstory.library.events import Event
from backstory.library.sofar import SO_FAR, beside, so_far, standing
from backstory.library.timelines import events_of

TOPIC = "content/topics/border.md"
OWN = "content/articles/own.md"


def entries(*dates: str, major: bool = True) -> str:
    lines = [f"  - {{id: e{date}, date: {date}, title: On {date}, major: {str(major).lower()}}}" for date in dates]
    return "\n".join(["topics: [border]", "events:", *lines])


def site(*dates: str, body: str = "Nothing.\n", major: bool = True, topics: str = "topics: [border]") -> dict[str, str]:
    return {
        "content/articles/all.md": article(entries(*dates, major=major)),
        OWN: article(f"date: 2021-06-01\n{topics}", body),
        TOPIC: "---\ntitle: Border\n---\n",
    }


def days(found: tuple[Event, ...]) -> list[str]:
    return [event.date.text for event in found]


def test_it_ends_with_the_storys_own_date() -> None:
    found = asked(site("2021-01-01", "2021-06-01", "2021-06-02", "../2021-05", "2021-07"), so_far, OWN)
    assert days(found) == ["2021-01-01", "../2021-05", "2021-06-01"]


def test_the_latest_major_ones_are_kept() -> None:
    files = site(*(f"2021-01-{day:02}" for day in range(1, 15)))
    files["content/articles/more.md"] = article(entries("2021-02-01", major=False).replace("id: e", "id: m"))
    assert days(asked(files, so_far, OWN)) == [f"2021-01-{day:02}" for day in range(15 - SO_FAR, 15)]


def test_what_the_story_tells_is_never_crowded_out() -> None:
    body = "It [began](event:2020-01-01){#began}, and [will go on](event:2022-01-01){#on}.\n"
    found = asked(site(*(f"2021-01-{day:02}" for day in range(1, 15)), body=body), so_far, OWN)
    assert days(found)[0] == "2020-01-01"
    assert days(found)[-1] == "2022-01-01"
    assert len(found) == SO_FAR


def test_where_nothing_is_major_everything_may_count() -> None:
    assert len(asked(site("2021-01-01", "2021-01-02", major=False), so_far, OWN)) == 2


def test_a_story_of_no_running_story_has_none() -> None:
    assert asked(site("2021-01-01", topics="tags: [x]"), so_far, OWN) == ()


def test_a_date_has_its_neighbours_in_the_running_story() -> None:
    files = site("2021-01-01", "2021-03-01", body="It [began](event:2021-02-01){#began}.\n")
    files["content/articles/other.md"] = article("", "It [was](event:2021-02-02){#apart}.\n")
    near = asked(files, beside, OWN)["began"]
    assert [each.date.text for each in (near.before, near.event, near.after) if each] == [
        "2021-01-01",
        "2021-02-01",
        "2021-03-01",
    ]


def test_the_first_and_the_last_have_one() -> None:
    files = site("2021-01-01", body="It [began](event:2021-02-01){#began}.\n")
    near = asked(files, beside, OWN)["began"]
    assert near.before is not None
    assert near.after is None


def test_where_things_stand() -> None:
    found = asked(
        site("2020-01-01", "2025-01-01", "2025-06-01", "2025-12-01", "2026-03-01", "2027"), standing, "en", TOPIC
    )
    assert days(found.latest) == ["2025-12-01", "2025-06-01", "2025-01-01"]
    assert days(found.ahead) == ["2026-03-01"]
    assert days(found.on_this_day) == ["2020-01-01", "2025-01-01"]


def test_a_month_is_not_on_this_day() -> None:
    found = asked(site("2025-01", "2026-01-01"), standing, "en", TOPIC)
    assert found.on_this_day == ()
    assert len(asked(site("2025-01", "2026-01-01"), events_of, "en", TOPIC)) == 2
