"""A name that an entity gains or loses reaches the pages that say it, and no others."""

from tests.worlds import World, built, clean

from backstory.building.keeper import Keeper

PEOPLE = {f"content/people/p{n}.md": f"---\ntitle: Person {n} Known\n---\nA person.\n" for n in range(3)}
SAYING, SILENT = "content/articles/saying.md", "content/articles/silent.md"
WORLD = {
    **PEOPLE,
    SAYING: "---\ntitle: Saying\ndate: 2021-08-01\n---\nThe Wanderer came. So did others.\n",
    SILENT: "---\ntitle: Silent\ndate: 2021-08-02\n---\nNobody came.\n",
    "content/pages/about.md": "---\ntitle: About\n---\nNothing.\n",
}


def made_again(world: World, keeper: Keeper) -> set[str]:
    """Return the pages that a build makes again, and check that it equals a clean one."""
    assert built(keeper) == clean(world)
    return {
        str(args[0]) for question, args in keeper.engine.runs if question.name == "output" and args[0].endswith(".html")
    }


def test_a_name_reaches_only_the_pages_that_say_it() -> None:
    world = World(WORLD)
    keeper = world.keeper()
    built(keeper)
    named = PEOPLE["content/people/p1.md"].replace("---\nA", "also_known_as: [Wanderer]\n---\nA")
    for text in (named, PEOPLE["content/people/p1.md"]):
        world.put({"content/people/p1.md": text})
        assert made_again(world, keeper) == {"articles/saying/index.html", "people/p1/index.html"}


def test_a_name_that_nobody_says_reaches_only_its_owner() -> None:
    world = World(WORLD)
    keeper = world.keeper()
    built(keeper)
    world.put({"content/people/p1.md": "---\ntitle: Person 1 Known\nalso_known_as: [Unheard]\n---\nA person.\n"})
    assert made_again(world, keeper) == {"people/p1/index.html"}


def test_an_edit_beside_a_name_leaves_whom_it_names_alone() -> None:
    world = World({**WORLD, SAYING: WORLD[SAYING].replace("Wanderer", "Person 1 Known")})
    keeper = world.keeper()
    built(keeper)
    world.put({SAYING: world.files[SAYING].decode().replace("So did others", "Others did not")})
    assert "people/p1/index.html" not in made_again(world, keeper)
