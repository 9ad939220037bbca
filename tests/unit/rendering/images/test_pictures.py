"""Pictures on pages: what stands in the HTML, what is needed for it, and what it rests on."""

import re
from collections.abc import Mapping
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.photographs import drawn, gif, jpeg, saved
from tests.worlds import SETTINGS, World, article, built, codes, pages

from backstory.building.keeper import Keeper
from backstory.rendering.images.pictures import LAYOUTS, focus_class, widths_for

LARGE = jpeg(2000, 1000)
A = "articles/a/index.html"


def page(text: str = "Text.\n", header: str = "", files: Mapping[str, bytes | str] = {}) -> str:
    """Return a story's page, beside which there are pictures."""
    own = {"content/articles/large.jpg": LARGE, "content/articles/small.jpg": jpeg(300, 200)}
    return pages({"content/articles/a.md": article(header, text), **own, **files})[A]


class Images(HTMLParser):
    """Gathers `<img>` and `<source>` with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("img", "source"):
            self.found.append((tag, dict(attrs)))


def shown(html: str) -> list[dict[str, str | None]]:
    return [attributes for tag, attributes in Images(html).found if tag == "img"]


def test_a_picture_is_offered_in_formats_and_widths() -> None:
    found = Images(page("![Words](large.jpg)\n")).found
    assert [(tag, each.get("type")) for tag, each in found] == [
        ("source", "image/avif"),
        ("source", "image/webp"),
        ("img", None),
    ]
    for tag, each in found:
        assert re.findall(r" (\d+)w", each["srcset"] or "") == ["480", "816", "1224"], tag
        assert each["sizes"] == LAYOUTS["body"].sizes
    img = found[-1][1]
    assert (img["alt"], img["width"], img["height"], img["loading"], img["decoding"]) == (
        "Words",
        "816",
        "408",
        "lazy",
        "async",
    )


def test_a_small_picture_does_not_grow() -> None:
    (img,) = shown(page("![Words](small.jpg)\n"))
    assert (img["width"], img["height"], img.get("srcset")) == ("300", "200", None)


def test_the_lead_picture_is_loaded_at_once() -> None:
    (img,) = shown(page("Text.\n", "image: large.jpg\nimage_alt: Words"))
    assert ("loading" in img, img["alt"], img["width"]) == (False, "Words", "816")


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('![A](small.jpg "Below")', '<figcaption><span class="picture-caption" dir="auto">Below</span></figcaption>'),
        ('![A](small.jpg){credit="Me"}', '<figcaption><span class="picture-credit" dir="auto">Me</span></figcaption>'),
        ('![A](small.jpg){caption="A < B"}', "A &lt; B</span></figcaption>"),
        ("![A](small.jpg)", "</picture></figure>"),
        ('[![A](small.jpg "T")](https://e.org/)', '<figure class="picture"><a href="https://e.org/"><picture>'),
        ("Words ![A](small.jpg) more.", "<p>Words <picture>"),
        ("![A](small.jpg){.wide}", '<figure class="picture picture-wide">'),
        ('![A](small.jpg){focus="top left"}', 'class="focus-x-0 focus-y-0"'),
        ('<img src="small.jpg" alt="a > b">', 'alt="a &gt; b"'),
        ('![A "b" & c](small.jpg)', 'alt="A &#34;b&#34; &amp; c"'),
        ("![A](https://e.org/x.png)", '<img src="https://e.org/x.png" alt="A" loading="lazy" decoding="async">'),
    ],
)
def test_a_picture_in_a_text(text: str, inside: str) -> None:
    assert inside in page(f"{text}\n")


def test_each_picture_keeps_its_own_words() -> None:
    text = '![A](small.jpg "one")\n\n[see](small.jpg)\n\n![B](small.jpg "two"){credit="C"}\n\n![C](small.jpg)\n'
    found = re.findall(r"<figcaption>(.*?)</figcaption>", page(text))
    assert [re.sub("<[^>]+>", "", each) for each in found] == ["one", "two C"]


def test_an_animation_and_a_drawing_stay_as_they_are() -> None:
    files: dict[str, bytes | str] = {
        "content/articles/m.gif": gif(),
        "content/articles/d.svg": '<svg viewBox="0 0 40 20"/>',
    }
    moving, still = shown(page("![A](m.gif)\n\n![B](d.svg)\n", files=files))
    assert (moving["width"], moving["height"], (moving["src"] or "")[-4:]) == ("120", "80", ".gif")
    assert (still["width"], still["height"], (still["src"] or "")[-4:]) == ("40", "20", ".svg")


def test_a_png_is_offered_once_and_in_better_formats() -> None:
    html = page("![A](d.png)\n", files={"content/articles/d.png": saved(drawn(), "PNG")})
    assert len(re.findall(r"/d\.png/[0-9a-f]{16}-\d+\.png", html)) == 1
    assert len(re.findall(r"/d\.png/[0-9a-f]{16}-\d+\.avif", html)) == 3


def test_names_with_spaces_and_letters_of_any_script() -> None:
    html = page("![A](<мой мост, 2.jpg>)\n", files={"content/articles/мой мост, 2.jpg": jpeg()})
    source = Images(html).found[0][1]["srcset"] or ""
    assert [each.split()[1] for each in source.split(", ")] == ["480w", "816w", "900w"]


@pytest.mark.parametrize(
    ("text", "header", "expected"),
    [
        ("![](small.jpg)", "", ["picture/no-alt"]),
        ("![](small.jpg){.decorative}", "", []),
        ('![](small.jpg){alt=""}', "", []),
        ('<img src="small.jpg">', "", ["picture/no-alt"]),
        ('<img src="small.jpg" alt="">', "", []),
        ("x", "image: small.jpg", ["picture/no-alt"]),
        ("x", 'image: small.jpg\nimage_alt: ""', []),
        ("x", 'image: {path: small.jpg, alt: ""}', []),
        ("x", "image: none.jpg", ["link/broken"]),
        ("![A](none.jpg)", "", ["link/broken"]),
        ('![A](small.jpg){focus="up"}', "", ["picture/bad-focus"]),
        ("![A](https://e.org/x.jpg)", "", []),
    ],
)
def test_what_is_missing_is_said_once(text: str, header: str, expected: list[str]) -> None:
    files: dict[str, bytes | str] = {
        "content/articles/a.md": article(header, text + "\n"),
        "content/articles/small.jpg": jpeg(300, 200),
    }
    assert codes(files) == expected


def world(**files: str | bytes) -> World:
    own: dict[str, str | bytes] = {
        "content/articles/a.md": article("image: one.jpg\nimage_alt: One\ntopics: [t]", "![Two](two.jpg)\n"),
        "content/articles/b.md": article("topics: [t]", "Text.\n", title="B"),
        "content/articles/one.jpg": jpeg(seed=1),
        "content/articles/two.jpg": jpeg(seed=2),
        "content/articles/three.jpg": jpeg(seed=3),
        "content/topics/t.md": "---\ntitle: T\n---\n",
    }
    return World({**own, **files})


def remade(keeper: Keeper) -> set[str]:
    """Return the pages that the next build makes again."""
    keeper.build()
    return {str(key[1][0]) for key in keeper.engine.runs if key[0].name == "output"}


def test_an_edited_picture_touches_only_pages_that_show_it() -> None:
    site = world()
    keeper = site.keeper()
    keeper.build()
    site.put({"content/articles/two.jpg": jpeg(seed=9)})
    assert remade(keeper) == {A, "articles/two.jpg"}
    site.put({"content/articles/one.jpg": jpeg(seed=10)})
    assert remade(keeper) == {A, "index.html", "articles/one.jpg"}  # it leads the front page


def test_what_pages_show_is_not_published_as_it_is_but_what_they_link_to_is() -> None:
    outputs, _ = built(world().keeper())
    assert "articles/one.jpg" not in outputs
    assert "articles/two.jpg" not in outputs
    assert "articles/three.jpg" in outputs
    linked = {"content/articles/b.md": article("", "[The scan](two.jpg)\n", title="B")}
    outputs, _ = built(world(**linked).keeper())
    assert {"articles/two.jpg", "articles/three.jpg"} <= set(outputs)
    assert any(path.startswith("assets/pictures/articles/two.jpg/") for path in outputs)


def test_everything_that_a_page_names_is_there() -> None:
    site = SETTINGS + 'base_url = "https://e.org/sub"\n'
    outputs, _ = built(world(**{"pyproject.toml": site}).keeper())
    named = re.findall(r"assets/pictures/[^\s\",]+", outputs[A])
    assert len(set(named)) > 15
    assert {each for each in named if each not in outputs} == set()
    assert 'property="og:image" content="https://e.org/sub/assets/pictures/articles/one.jpg/' in outputs[A]


def test_a_site_can_show_pictures_as_they_are() -> None:
    plain = SETTINGS + "[tool.backstory.pictures]\nresponsive = false\n"
    outputs, _ = built(world(**{"pyproject.toml": plain}).keeper())
    assert not any(path.startswith("assets/pictures/") for path in outputs)
    assert "articles/one.jpg" in outputs
    assert [(each["src"], each["width"]) for each in shown(outputs[A])] == [
        ("../one.jpg", "900"),
        ("../two.jpg", "900"),
    ]


@pytest.mark.parametrize(
    ("width", "layout", "widths"),
    [
        (4000, "lead", (480, 816, 1224, 1632)),
        (1632, "lead", (480, 816, 1224, 1632)),
        (1000, "lead", (480, 816, 1000)),
        (480, "lead", (480,)),
        (90, "lead", (90,)),
        (4000, "portrait", (320, 480, 816)),
    ],
)
def test_widths(width: int, layout: str, widths: tuple[int, ...]) -> None:
    assert widths_for(width, LAYOUTS[layout]) == widths


def test_every_focus_class_has_a_rule() -> None:
    from backstory.rendering.images import pictures

    rules = (Path(pictures.__file__).parents[2] / "theme/styles/45-pictures.css").read_text("utf-8")
    steps = [each for each in range(0, 101, 10) if each != 50]
    assert all(f".{name}" in rules for each in steps for name in focus_class(f"{each}% {each}%").split())
