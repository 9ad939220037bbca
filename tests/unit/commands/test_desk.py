"""The editor's desk and `backstory graph`: what they show, and that no published site has them."""

import json
import xml.etree.ElementTree as etree
from pathlib import Path

import pytest
from tests.unit.commands.running import PAGE, StandIn, made, put, run
from tests.unit.commands.test_serving import Served
from tests.worlds import World, clean

from backstory.building.keeper import Keeper
from backstory.commands.desk import desk_page
from backstory.commands.deskmap import story_map
from backstory.commands.preview import Preview
from backstory.commands.scaffolds import site_files
from backstory.library.graph import Graph, Node


def archive(stories: int, topics: int) -> Graph:
    """Return a made-up graph."""
    nodes = tuple(
        Node(f"a{n}", f"Story <{n}> & co", "/a/", "en", f"{2000 + n % 20}-0{n % 9 + 1}-11", "brief", f"t{n % topics}")
        for n in range(stories)
    )
    links = tuple((n, (n * 7) % stories) for n in range(stories))
    return Graph(nodes, {f"t{n}": f"Topic & {n}" for n in range(topics)}, links, (), (), (), (), ())


@pytest.mark.parametrize(("stories", "topics"), [(0, 1), (1, 1), (100, 6), (10_000, 60)])
def test_the_map_is_whole_and_bounded(stories: int, topics: int) -> None:
    drawn = story_map(archive(stories, topics))
    assert etree.fromstring(drawn).tag == "svg"
    assert len(drawn) < 600_000
    assert (drawn.count("<circle") == stories) is (stories <= 400)


def test_the_map_takes_dates_of_any_sort() -> None:
    days = ("", "-0044-03-15", "12021-01-01", "2021-08-03")
    nodes = tuple(Node(f"a{n}", "A", "/a/", "en", day, "", "") for n, day in enumerate(days))
    assert story_map(Graph(nodes, {}, (), (), (), (), (), ())).count("<circle") == len(days)


def test_the_desk_escapes_what_editors_write() -> None:
    page = desk_page(archive(3, 1)).decode()
    assert "Story &lt;1&gt; &amp; co" in page
    assert "<1>" not in page
    assert "http" not in page


def test_only_the_preview_shows_the_desk(tmp_path: Path) -> None:
    without = Preview(tmp_path, lambda: StandIn([made(**{"index.html": PAGE})], tmp_path))
    without.rebuild()
    assert without.respond("/_desk/").status == 404
    preview = Preview(tmp_path, lambda: StandIn([made(**{"index.html": PAGE})], tmp_path), lambda: b"desk")
    preview.rebuild()
    assert [preview.respond(path).body for path in ("/_desk/", "/_desk")] == [b"desk", b"desk"]


def test_a_desk_that_fails_says_so(tmp_path: Path) -> None:
    def fail() -> bytes:
        raise KeyError("x")

    preview = Preview(tmp_path, lambda: StandIn([made(**{"index.html": PAGE})], tmp_path), fail)
    preview.rebuild()
    assert b"no desk to show (KeyError" in preview.respond("/_desk/").body


def test_no_published_site_has_a_desk() -> None:
    outputs, _ = clean(World(site_files()))
    assert [path for path, text in outputs.items() if "_desk" in path or "_desk" in text] == []


def test_serve_shows_the_desk(tmp_path: Path) -> None:
    served = Served(tmp_path / "site")
    try:
        served.wait_for("/_desk/", 200, "The map: running stories over time")
    finally:
        served.process.kill()
        served.process.wait()


def test_graph_tells_people_and_programs(tmp_path: Path) -> None:
    root = put(tmp_path, site_files())
    told = run(root, "graph")
    assert told.exit_code == 0
    assert "Names in texts that may deserve a page" in told.output
    found = json.loads(run(root, "graph", "--json").output)
    assert found.keys() == {
        "stories", "topics", "links", "orphans", "dead_ends", "everywhere", "unwritten", "suggested",
    }  # fmt: skip
    assert not (root / "site").exists()


def test_a_look_at_the_graph_is_kept_up_to_date() -> None:
    from backstory.library.graph import graph

    world = World({"content/articles/a.md": "---\ntitle: A\ndate: 2021-01-01\n---\nText.\n"})
    keeper: Keeper = world.keeper()
    keeper.build()
    assert len(keeper.look(graph).stories) == 1
    world.put({"content/articles/b.md": "---\ntitle: B\ndate: 2021-01-02\n---\nText.\n"})
    keeper.build()
    assert len(keeper.look(graph).stories) == 2
