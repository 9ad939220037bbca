"""Sources, corrections, claims, the banner and what changed: the pages by which a reader can judge a site."""

import json
import re

import pytest
from tests.worlds import SETTINGS, World, article, clean, pages

SOURCE = (
    "sources:\n  - {id: s1, publisher: The Paper, title: A report, url: https://e.org/a, archived: https://k.org/a}\n"
)
BASE = '[tool.backstory]\ntitle = "T"\nbase_url = "https://t.example"\n'


def test_a_source_s_page_says_what_rests_on_it() -> None:
    files: dict[str, str | bytes] = {
        "content/articles/a.md": article(SOURCE.rstrip()),
        "content/articles/b.md": article(text="Words.[^s]\n\n[^s]: source:s1\n", title="Beta"),
        "content/articles/c.md": article(title="Gamma"),
        "content/figures/f.md": "---\ntitle: Count\nvalue: 4\nsources: [s1]\n---\n",
        "content/pages/all.md": f"---\ntitle: All\n{SOURCE}---\n",
    }
    made = pages(files)
    page = made["sources/s1/index.html"].partition("<main")[2]
    assert all(words in page for words in ("A report", "The Paper", "Beta", "Count", "https://k.org/a"))
    assert "Gamma" not in page
    assert "pages/all" not in page
    assert "3 pages rest on it" in made["publishers/the-paper/index.html"]
    assert 'href="the-paper/"' in made["publishers/index.html"]
    assert 'href="../../sources/s1/"' in made["articles/b/index.html"]


def test_citing_a_source_changes_its_page_and_no_other_source_s() -> None:
    two = SOURCE + "  - {id: s2, publisher: Other, title: Another}\n"
    world = World({"content/pages/all.md": f"---\ntitle: All\n{two}---\n", "content/articles/a.md": article()})
    keeper = world.keeper()
    before = {path: each.contents() for path, each in keeper.build().outputs.items()}
    world.put({"content/articles/a.md": article(text="W.[^s]\n\n[^s]: source:s1\n")})
    after = {path: each.contents() for path, each in keeper.build().outputs.items()}
    assert before["sources/s1/index.html"] != after["sources/s1/index.html"]
    assert before["sources/s2/index.html"] == after["sources/s2/index.html"]
    assert {path: data.decode() for path, data in after.items()} == clean(world)[0]


def test_a_source_without_an_id_has_a_page_too() -> None:
    made = pages({"content/articles/a.md": article("sources: [{url: 'https://e.org/x/y', title: Bare}]")})
    assert "https://e.org/x/y" in made["sources/bare/index.html"]
    assert "publishers/e-org/index.html" in made


def test_corrections_have_a_feed_of_their_own() -> None:
    notices = "corrections:\n  - {date: 2021-08-10, text: It was *wrong*.}\n  - {date: 2021-08-12, text: Again.}"
    made = pages({"pyproject.toml": BASE, "content/articles/a.md": article(notices)})
    items = json.loads(made["corrections/feed.json"])["items"]
    assert [each["url"] for each in items] == [f"https://t.example/articles/a/#correction-{n}" for n in (2, 1)]
    assert "It was wrong." in made["corrections/feed.xml"]
    assert '"text":"It was wrong."' in made["articles/a/index.html"].replace('": "', '":"')
    assert 'href="feed.xml"' in made["corrections/index.html"]
    assert '"dateModified": "2021-08-12"' in made["articles/a/index.html"].replace('":"', '": "')


CARDS = '## Before\n\n::: qa "What is it?"\nA *measure*.\n:::\n\n::: qa "Who asked?"\nThe [court](/archive/).\n:::\n'


def test_question_cards_are_contents_with_addresses_and_are_told_to_machines() -> None:
    page = pages({"pyproject.toml": BASE, "content/articles/a.md": article("form: q-and-a", CARDS)})[
        "articles/a/index.html"
    ]
    contents = page.partition('<nav class="toc"')[2].partition("</nav>")[0]
    assert re.findall(r'href="#([^"]+)"', contents) == ["before", "question-what-is-it", "question-who-asked"]
    assert 'id="question-who-asked"' in page
    faq = next(
        each
        for each in json.loads(page.partition('ld+json">')[2].partition("</script>")[0])["@graph"]
        if each["@type"] == "FAQPage"
    )
    assert [each["name"] for each in faq["mainEntity"]] == ["What is it?", "Who asked?"]
    assert faq["mainEntity"][0]["acceptedAnswer"] == {
        "@type": "Answer",
        "text": "A measure.",
        "url": "https://t.example/articles/a/#question-what-is-it",
    }


def test_reference_managers_read_a_story() -> None:
    made = pages({"pyproject.toml": BASE, "content/articles/a.md": article("authors: [Ann Lee]", title="A & B")})
    page = made["articles/a/index.html"]
    assert '<meta name="citation_title" content="A &amp; B">' in page
    assert '<meta name="citation_author" content="Ann Lee">' in page
    assert '<meta name="citation_publication_date" content="2021/08/03">' in page
    assert "rft.title=A+%26+B" in page


BANNER = SETTINGS + '[tool.backstory.support]\ntitle = "Help"\namounts = [5]\nurl = "/archive/"\n'
BODY = "One.\n\n> Quoted.\n>\n> Twice.\n\nTwo.\n\nThree.\n\nFour.\n"


@pytest.mark.parametrize(
    ("rule", "header", "text", "before"),
    [
        ("", "", BODY, "Four."),
        ("after = 2", "", BODY, "Two."),
        ("after = 1", "", BODY, "One."),
        ("after = 9", "", BODY, "Four."),
        ("after = 2", "support: false", BODY, None),
        ("after = 2", "tags: [Obituary]", BODY, None),
        ("after = 2", "kicker: correction", BODY, None),
        ('never = ["war"]', "tags: [war]", BODY, None),
        ('never = ["war"]', "tags: [obituary]", BODY, "Four."),
    ],
)
def test_the_banner_stands_where_the_rule_says(rule: str, header: str, text: str, before: str | None) -> None:
    files: dict[str, str | bytes] = {
        "pyproject.toml": f"{BANNER}{rule}\n",
        "content/articles/a.md": article(header, text),
    }
    page = pages(files)["articles/a/index.html"]
    assert page.count('class="support"') == (before is not None)
    if before:
        said = [each for each in ("One.", "Two.", "Three.", "Four.") if each in page.partition('class="support"')[0]]
        assert said[-1] == before


def test_a_banner_in_the_text_stands_for_the_one_at_the_end() -> None:
    text = "One.\n\n::: support\n\nTwo.\n"
    files: dict[str, str | bytes] = {
        "pyproject.toml": f"{BANNER}after = 1\n",
        "content/articles/a.md": article(text=text),
        "content/pages/b.md": f"---\ntitle: B\n---\n{text}",
        "content/pages/c.md": "---\ntitle: C\nsupport: false\n---\nWords.\n",
        "content/pages/index.md": f"---\ntitle: Home\n---\n{text}",
    }
    made = pages(files)
    counts = [made[f"{where}index.html"].count('class="support"') for where in ("articles/a/", "b/", "c/", "")]
    assert counts == [1, 1, 0, 1]


def test_monthly_amounts_say_so() -> None:
    files: dict[str, str | bytes] = {
        "pyproject.toml": f"{BANNER}recurring = true\n",
        "content/articles/a.md": article(),
    }
    assert "€5 a month" in pages(files)["articles/a/index.html"]


def test_the_trust_page_gathers_what_the_settings_give() -> None:
    trust = '[tool.backstory.trust]\nethics = "pages/e.md"\nownership = "https://own.example/"\n'
    files: dict[str, str | bytes] = {
        "pyproject.toml": BASE + trust,
        "content/pages/e.md": "---\ntitle: Our ethics\n---\n",
        "content/authors/ann.md": "---\nname: Ann\nrole: Editor\nexpertise: [borders]\n---\n",
        "content/articles/a.md": article("form: explainer\nauthors: [ann]"),
    }
    made = pages(files)
    page = made["trust/index.html"].partition("<main")[2]
    assert "Our ethics" in page
    assert "https://own.example/" in page
    assert "Diverse voices" not in page
    assert '"ethicsPolicy":"https://t.example/e/"' in made["index.html"].replace('": "', '":"')
    assert '"publishingPrinciples"' in made["articles/a/index.html"]
    assert '"jobTitle":"Editor"' in made["articles/a/index.html"].replace('": "', '":"')
    assert "../../trust/#form-explainer" in made["articles/a/index.html"]
    assert "borders" in made["authors/ann/index.html"]


def test_a_claim_is_told_to_search_engines() -> None:
    claim = '::: claim "It is so" claimant="ann" date="2021-08-01" verdict="mostly-true"\nNearly.\n:::\n'
    files: dict[str, str | bytes] = {
        "pyproject.toml": BASE,
        "content/people/ann.md": "---\nname: Ann\n---\n",
        "content/articles/a.md": article(text=claim),
    }
    found = re.search(r'ld\+json">(.*?)</script>', pages(files)["articles/a/index.html"])
    assert found
    review = next(each for each in json.loads(found[1])["@graph"] if each["@type"] == "ClaimReview")
    assert review["claimReviewed"] == "It is so"
    assert review["reviewRating"] == {
        "@type": "Rating", "alternateName": "Mostly true", "ratingValue": 4, "bestRating": 5, "worstRating": 1,
    }  # fmt: skip
    assert review["itemReviewed"]["author"]["name"] == "Ann"
    assert review["url"].endswith("/articles/a/#claim-it-is-so")


def told_of(page: str) -> list[dict[str, object]]:
    found = json.loads(page.partition('ld+json">')[2].partition("</script>")[0])
    return list(found["@graph"])


def test_a_review_of_a_claim_is_dated_by_its_story_and_needs_a_verdict() -> None:
    claims = '::: claim "One" verdict="false"\nNo.\n:::\n\n::: claim "Two"\nWho knows.\n:::\n'
    files: dict[str, str | bytes] = {
        "pyproject.toml": BASE,
        "content/articles/a.md": article("updated: 2021-09", claims),
    }
    reviews = [each for each in told_of(pages(files)["articles/a/index.html"]) if each["@type"] == "ClaimReview"]
    assert [(each["claimReviewed"], each["datePublished"]) for each in reviews] == [("One", "2021-08-03")]


def test_who_says_something_needs_no_document() -> None:
    text = (
        '::: claim "It is so" claimant="A post on Facebook" verdict="false"\nNo.\n:::\n\n'
        '::: quote speaker="Ann Other"\nYes.\n:::\n\n::: viewpoint "The union"\nMaybe.\n:::\n'
    )
    world = World({"pyproject.toml": BASE, "content/articles/a.md": article(text=text)})
    made, notes = clean(world)
    page = made["articles/a/index.html"]
    assert notes == ()
    assert all(f">{name}</span>" in page for name in ("A post on Facebook", "Ann Other", "The union"))
    [review] = [each for each in told_of(page) if each["@type"] == "ClaimReview"]
    assert review["itemReviewed"]["author"] == {"@type": "Person", "name": "A post on Facebook"}  # type: ignore[index]


def test_sources_of_blocks_are_citations() -> None:
    text = '::: quote "Ann" source="s1"\nYes.\n:::\n'
    files: dict[str, str | bytes] = {
        "pyproject.toml": BASE,
        "content/articles/a.md": article(text=text),
        "content/pages/all.md": f"---\ntitle: All\n{SOURCE}---\n",
    }
    cited = told_of(pages(files)["articles/a/index.html"])[0]["citation"]
    assert [each["name"] for each in cited] == ["A report"]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("header", "kicker"),
    [
        ("", None),
        ("form: analysis", '<p class="kicker">Analysis</p>'),
        ("kicker: K", '<p class="kicker"><span>K</span></p>'),
        ("kicker: K\nform: analysis", '<p class="kicker"><span>K</span> <span class="kicker-form">Analysis</span></p>'),
    ],
)
def test_a_story_without_a_kicker_has_its_form_for_one(header: str, kicker: str | None) -> None:
    page = pages({"content/articles/a.md": article(header)})["articles/a/index.html"]
    shown = re.search(r'<p class="kicker">.*?</p>', page.partition("<h1")[0])
    assert (shown and shown[0]) == kicker


def test_what_changed_is_shown_where_the_settings_ask() -> None:
    files: dict[str, str | bytes] = {"content/articles/a.md": article(text="There were 5 people.\n")}
    world = World(files)
    old, new = article(text="There were [4](figure:x) people.\n"), article(text="There were 5 people.\n")
    world.history = {"content/articles/a.md": (("2021-08-03", old), ("2021-08-04", new))}
    assert "articles/a/changes/index.html" not in clean(world)[0]
    world.put({"pyproject.toml": SETTINGS + "history = true\n"})
    made = clean(world)[0]
    page = made["articles/a/changes/index.html"]
    assert "<del>4 </del><ins>5 </ins>" in page
    assert "figure:x" not in page
    assert "4 August 2021" in page
    assert 'href="changes/"' in made["articles/a/index.html"]
