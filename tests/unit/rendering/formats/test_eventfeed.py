"""Feeds of new events: what became known last first, whenever it happened, for the site and for each topic."""

import json
from xml.etree import ElementTree

from tests.worlds import article, pages

SITE = '[tool.backstory]\ntitle = "Test site"\nbase_url = "https://e.example"\nfeed_length = 2\n'
FILES = {
    "pyproject.toml": SITE,
    "content/topics/bridge.md": "---\ntitle: The bridge\n---\n",
    "content/articles/a.md": "---\ntitle: A\ndate: 2021-08-05\ntopics: [bridge]\n---\nThey [closed it](event:2021-08-03){#closed}.\n",
    "content/articles/b.md": "---\ntitle: B\ndate: 2021-08-09\ntopics: [bridge]\n---\nIt [opened](event:1951-06){#open}. They [closed it](event:2021-08-03){#closed}.\n",
    "content/articles/c.md": article(text="Else [where](event:2021-08-04){#else}.\n"),
}


def test_the_newest_known_comes_first() -> None:
    found = pages(FILES)
    feed = json.loads(found["timeline/feed.json"])
    assert [
        (each["title"], each["date_published"][:10], each.get("date_modified", "")[:10]) for each in feed["items"]
    ] == [
        ("June 1951: It opened.", "2021-08-09", "2021-08-09"),
        ("3 August 2021: They closed it.", "2021-08-05", "2021-08-09"),
    ]
    assert feed["items"][0]["url"] == "https://e.example/timeline/#event-open"


def test_a_topic_has_its_own_in_every_format() -> None:
    found = pages(FILES)
    atom = ElementTree.fromstring(found["topics/bridge/timeline/feed.xml"])
    ids = [each.text for each in atom.iter("{http://www.w3.org/2005/Atom}id")]
    assert ids == [
        "https://e.example/topics/bridge/timeline/",
        "https://e.example/timeline/#event-open",
        "https://e.example/timeline/#event-closed",
    ]
    assert "<item>" in found["topics/bridge/timeline/rss.xml"]
    assert 'href="feed.xml"' in found["topics/bridge/timeline/index.html"]
