"""What a desk does to an archive between two builds, and where it must show.

Knows stories, headlines and templates. Must never know who builds the site.
"""

from collections.abc import Callable, Sequence
from datetime import timedelta
from pathlib import Path

from archive import DAYS, FIRST_DAY, SPARE, Maker
from msgspec import Struct
from sites import Site


class Case(Struct, frozen=True):
    """Something to measure: what is done to a site before the build, and what is right after it.

    `edit` gets the site and the number of the round, and returns a page with a text that must be in it; without a text,
    the page must be gone. `related` says whether pages show related stories. `compared` says whether other generators
    are measured too: they build everything after every edit, so that one of the edits stands for all.
    """

    name: str
    edit: Callable[[Site, int], tuple[Path, str]]
    related: bool = True
    compared: bool = False


class Desk:
    """Edits sites of one archive: each round another story, in all sites the same one."""

    def __init__(self, maker: Maker, count: int) -> None:
        self._maker = maker
        self._count = count
        self._new: list[tuple[str, str]] = []

    def cases(self) -> tuple[Case, ...]:
        """Return everything that is measured, in order: each case starts from what the one before has built."""
        return (
            Case("clean", self._forget, compared=True),
            Case("no-op", self._nothing, compared=True),
            Case("body edit", self.edit_body, compared=True),
            Case("headline edit", self.edit_headline),
            Case("template edit", self._edit_template),
            Case("new story", self._add),
            Case("deleted story", self._delete),
            Case("clean, no related", self._forget, related=False, compared=True),
        )

    def edit_body(self, site: Site, turn: int) -> tuple[Path, str]:
        """Add a sentence to a story's third paragraph."""
        name, words = self._name(turn, 3), f"Corrected at turn {turn}."
        paragraphs = site.story(name).read_text(encoding="utf-8").split("\n\n")
        paragraphs[3] += f" {words}"
        site.story(name).write_text("\n\n".join(paragraphs), encoding="utf-8")
        return site.page(name), words

    def edit_headline(self, site: Site, turn: int) -> tuple[Path, str]:
        """Give a story another headline."""
        name, words = self._name(turn, 2), f"Another headline at turn {turn}"
        _set_headline(site.story(name), words)
        return site.page(name), words

    def _forget(self, site: Site, turn: int) -> tuple[Path, str]:
        site.forget()
        return self._nothing(site, turn)

    def _nothing(self, site: Site, turn: int) -> tuple[Path, str]:
        return site.page(self._name(0, 4)), "</html>"

    def _edit_template(self, site: Site, turn: int) -> tuple[Path, str]:
        words = f"<!-- turn {turn} -->"
        with (site.root / site.template).open("a", encoding="utf-8") as file:
            file.write(words)
        return site.page(self._name(0, 4)), words

    def _add(self, site: Site, turn: int) -> tuple[Path, str]:
        while len(self._new) <= turn:
            number = self._count + len(self._new)
            self._new.append(self._maker.article(number, FIRST_DAY + timedelta(days=DAYS + turn)))
        name, text = self._new[turn]
        slug = name.removesuffix(".md")
        site.story(slug).write_text(site.convert(text), encoding="utf-8")
        return site.page(slug), "</html>"

    def _delete(self, site: Site, turn: int) -> tuple[Path, str]:
        slug = f"story-{self._count - 1 - turn:06}"
        site.story(slug).unlink()
        return site.page(slug), ""

    def _name(self, turn: int, part: int) -> str:
        """Return a story that can be edited; those of one part lie together, and are never deleted."""
        return f"story-{((self._count - SPARE) // part + turn) % (self._count - SPARE):06}"


def _set_headline(path: Path, words: str) -> None:
    before, _, rest = path.read_text(encoding="utf-8").partition("title: ")
    path.write_text(f"{before}title: {words}\n{rest.split(chr(10), 1)[1]}", encoding="utf-8")


def shows(page: Path, words: str) -> bool:
    """Say whether a page is as it must be: it has some words, or, where there are none, it is gone."""
    return words in page.read_text(encoding="utf-8") if words and page.exists() else not words and not page.exists()


def chosen(cases: Sequence[Case], names: Sequence[str]) -> tuple[Case, ...]:
    """Return the cases of some names; all, if there are none."""
    return tuple(case for case in cases if not names or case.name in names)
