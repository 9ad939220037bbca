"""Feeds are valid in each format, whatever their stories say, and equal for equal stories."""

import json
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import msgspec
import pytest
from tests.hostile import HOSTILE

from backstory.rendering.formats.feeds import Feed, FeedAuthor, FeedItem, atom, json_feed, rss
from backstory.rendering.templating.escaping import clean

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
BASE = "https://backstory.example"

OLD = FeedItem(
    id=f"{BASE}/articles/old/",
    url=f"{BASE}/articles/old/",
    title="Old & <new>",
    summary="1 < 2 & more",
    html="<p>Whole <em>story</em></p>",
    published="2021-08-03T14:30:00+03:00",
    updated="2021-08-04",
    authors=(FeedAuthor("Ann", f"{BASE}/authors/ann/"), FeedAuthor("Ben")),
    tags=("law", "borders"),
    lang="ru",
)
NEW = FeedItem(id="plain-id", url="articles/new/", title="New", published="2021-08-05T10:00:00Z")
FEED = Feed(
    id=f"{BASE}/",
    url=f"{BASE}/feed.xml",
    home=f"{BASE}/",
    title="Backstory",
    description="A & B",
    lang="en",
    authors=(FeedAuthor("Backstory"),),
    items=(NEW, OLD),
)


def hostile(words: str) -> Feed:
    item = FeedItem(
        id=f"tag:{words}", url=f"https://x.example/{words}", title=words, summary=words, html=words,
        published="2021-08-03", authors=(FeedAuthor(words, words),), tags=(words,),
    )  # fmt: skip
    return Feed(id=words, url=words, home=words, title=words, description=words, lang="en", items=(item,))


def entries(feed: Feed) -> list[Element]:
    return ElementTree.fromstring(atom(feed)).findall(f"{ATOM}entry")


def items(feed: Feed) -> list[Element]:
    return ElementTree.fromstring(rss(feed)).findall("channel/item")


@pytest.mark.parametrize("words", HOSTILE)
def test_atom_says_hostile_words_again(words: str) -> None:
    [entry] = entries(hostile(words))
    found = [entry.findtext(f"{ATOM}{name}") for name in ("title", "summary", "content")]
    assert found == [clean(words)] * 3


@pytest.mark.parametrize("words", HOSTILE)
def test_rss_says_hostile_words_again(words: str) -> None:
    [item] = items(hostile(words))
    assert [item.findtext(name) for name in ("title", CONTENT, CREATOR)] == [clean(words)] * 3


@pytest.mark.parametrize("words", HOSTILE)
def test_json_feed_says_hostile_words_again(words: str) -> None:
    [item] = json.loads(json_feed(hostile(words)))["items"]
    assert [item.get("title", ""), item.get("content_html", "")] == [clean(words)] * 2


def test_atom_has_what_its_standard_demands() -> None:
    root = ElementTree.fromstring(atom(FEED))
    for each in (root, *root.findall(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(each.findall(f"{ATOM}{name}")) == 1
            assert each.findtext(f"{ATOM}{name}")
    assert root.findall(f"{ATOM}author")


def test_atom_ids_are_absolute_and_stay() -> None:
    ids = [entry.findtext(f"{ATOM}id") for entry in entries(FEED)]
    assert ids[1] == OLD.id
    assert str(ids[0]).startswith("urn:uuid:")
    assert ids == [entry.findtext(f"{ATOM}id") for entry in entries(FEED)]


def test_atom_knows_its_own_address_and_its_page() -> None:
    root = ElementTree.fromstring(atom(FEED))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": FEED.url, "alternate": FEED.home}


def test_atom_tells_language_authors_and_tags() -> None:
    _, entry = entries(FEED)
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "ru"
    assert [each.text for each in entry.iter(f"{ATOM}name")] == ["Ann", "Ben"]
    assert [each.get("term") for each in entry.findall(f"{ATOM}category")] == ["law", "borders"]


def test_rss_links_dates_and_ids() -> None:
    new, old = items(FEED)
    assert old.findtext("pubDate") == "Tue, 03 Aug 2021 14:30:00 +0300"
    guids = [each.find("guid") for each in (new, old)]
    assert [each.get("isPermaLink") if each is not None else "?" for each in guids] == ["false", None]
    assert ElementTree.fromstring(rss(FEED)).find(f"channel/{ATOM}link").get("href") == FEED.url  # type: ignore[union-attr]


def test_rss_descriptions_are_html() -> None:
    _, old = items(FEED)
    assert old.findtext("description") == "1 &lt; 2 &amp; more"
    assert old.findtext(CONTENT) == OLD.html


def test_json_feed_is_whole() -> None:
    found = json.loads(json_feed(FEED))
    new, old = found["items"]
    assert found["version"] == "https://jsonfeed.org/version/1.1"
    assert new["content_text"] == "New"
    assert "content_html" not in new
    assert old["authors"] == [{"name": "Ann", "url": f"{BASE}/authors/ann/"}, {"name": "Ben"}]
    assert (old["date_published"], old["language"]) == ("2021-08-03T14:30:00+03:00", "ru")


@pytest.mark.parametrize(
    ("feed", "updated"),
    [
        (FEED, "2021-08-05T10:00:00Z"),
        (msgspec.structs.replace(FEED, items=(OLD,)), "2021-08-04T12:00:00Z"),
        (msgspec.structs.replace(FEED, items=()), "1970-01-01T00:00:00Z"),
    ],
)
def test_a_feed_is_as_old_as_its_newest_item(feed: Feed, updated: str) -> None:
    assert ElementTree.fromstring(atom(feed)).findtext(f"{ATOM}updated") == updated


@pytest.mark.parametrize("write", [atom, rss, json_feed])
def test_an_empty_feed_is_still_one(write: object) -> None:
    empty = Feed(id="x", url="feed.xml", home="./", title="Empty")
    assert callable(write)
    assert write(empty) == write(empty)
