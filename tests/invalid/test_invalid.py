"""One tiny broken site for each note code: what an editor is told, word for word.

A folder is a site. `expected.txt` holds the findings of its build; `vanished.txt`, where there is one, names files that
the listing of the site still has and the disk no longer.
"""

from pathlib import Path

import pytest
from tests.worlds import World, clean

HERE = Path(__file__).parent
SITES = sorted(each.name for each in HERE.iterdir() if (each / "expected.txt").exists())
OWN = ("expected.txt", "vanished.txt")


class Vanishing(World):
    """A world whose listing names files that are gone when they are read."""

    gone: tuple[str, ...] = ()

    def _listing(self, folder: str) -> tuple[str, ...]:
        return tuple(
            sorted({*super()._listing(folder), *(path for path in self.gone if path.startswith(folder + "/"))})
        )


def site_of(folder: Path) -> Vanishing:
    """Return the site that a folder of this test holds."""
    files = {each.relative_to(folder).as_posix(): each.read_bytes() for each in folder.rglob("*") if each.is_file()}
    world = Vanishing({path: data for path, data in files.items() if path not in OWN})
    world.gone = tuple(files.get("vanished.txt", b"").decode().split())
    return world


@pytest.mark.parametrize("name", SITES)
def test_what_an_editor_is_told(name: str, update: bool) -> None:
    _, notes = clean(site_of(HERE / name))
    found = "".join(f"{note}\n" for note in sorted(notes))
    if update:
        (HERE / name / "expected.txt").write_text(found, encoding="utf-8")
    assert found == (HERE / name / "expected.txt").read_text(encoding="utf-8")
    assert name.replace("-", "/", 1) in {note.code for note in notes}


@pytest.mark.parametrize("name", SITES)
def test_every_finding_has_a_way_out(name: str) -> None:
    _, notes = clean(site_of(HERE / name))
    assert all(note.sentence.endswith(".") and note.help for note in notes), notes
