"""Files of events and tellings of one event, edited: the next build equals a clean one, findings and all."""

from tests.worlds import World, built, clean

LINE = "---\ntitle: Line\nevents: [extra.csv]\n---\n"
STORY = "---\ntitle: {0}\ndate: 2021-08-0{1}\ntopics: [law]\n---\nThe guard [turned back {2} people]({3}).\n"
START = {
    "content/topics/law.md": "---\ntitle: Law\n---\n",
    "content/timelines/line.md": LINE,
    "content/timelines/extra.csv": 'date,title,topics,source\n2021-08-03,It starts,law,"Paper, A (https://e.org/a)"\n',
    "content/articles/a.md": STORY.format("A", 4, "about 180", "event:2021-08-03){#back"),
    "content/articles/b.md": STORY.format("B", 5, "178", "event:2021-08-03"),
}
EDITS = (
    {"content/timelines/extra.csv": "date,title,topics\n2021-08-03,It starts,law\nsoon,It ends,law\n"},
    {"content/articles/b.md": STORY.format("B", 5, "247", "event:2021-08-03")},
    {"content/articles/b.md": STORY.format("B", 5, "247", 'event:2021-08-04){same_as="back"')},
    {"content/timelines/line.md": LINE.replace("extra.csv", "extra.csv, gone.ics")},
    {"content/articles/b.md": STORY.format("B", 5, "247", 'event:2021-08-03){not_same_as="back"')},
    {"content/timelines/extra.csv": "\ufeffYear,Month,Headline\n2021,8,<b>It</b> starts\n"},
)


def test_an_edited_site_is_a_clean_one() -> None:
    world = World(START)
    keeper = world.keeper()
    built(keeper)
    for edit in EDITS:
        world.put(edit)
        site, notes = built(keeper)
        again, found = clean(World(dict(world.files)))
        assert {path for path in again.keys() | site.keys() if again.get(path) != site.get(path)} == set()
        assert sorted(notes) == sorted(found)
