"""What an edit of a story that tells an event reaches of the files that say when events became known."""

from tests.worlds import World, built, clean

PATH = "content/articles/a.md"
STORY = "---\ntitle: Told\ndate: 2021-08-05\n---\nThey [closed it](event:2021-08-03){#closed}.\n"


def made_again(text: str) -> set[str]:
    """Return which feeds of events a build makes again when the story has become another one."""
    world = World({PATH: STORY})
    keeper = world.keeper()
    built(keeper)
    world.put({PATH: text})
    assert built(keeper) == clean(world)
    made = {str(args[0]) for question, args in keeper.engine.runs if question.name == "output"}
    return {path for path in made if path in ("timeline/feed.xml", "timeline/rss.xml", "timeline/feed.json")}


def test_another_headline_leaves_the_feeds_of_events_alone() -> None:
    assert made_again(STORY.replace("Told", "Told otherwise")) == set()


def test_another_date_reaches_them() -> None:
    assert len(made_again(STORY.replace("2021-08-05", "2021-08-06"))) == 3
