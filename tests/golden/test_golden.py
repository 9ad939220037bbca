"""Small whole sites and their whole output, read by a person before it was committed.

A folder is a site with its expected output in `site/`. All but `explainer` share the small templates beside this file,
so that their pages show what the views hold and not how the theme looks. `keep.txt`, where there is one, names the outputs
that count. Styles and scripts are the theme's own matter; their digests are left out.
"""

import re
from pathlib import Path

import pytest
from tests.worlds import World, clean

HERE = Path(__file__).parent
SITES = sorted(each.parent.name for each in HERE.glob("*/pyproject.toml"))
SMALL = {f"templates/{each.name}": each.read_bytes() for each in (HERE / "templates").iterdir()}
THEMED = ("explainer",)
OPTIONS = {"portable": {"portable": "yes"}}
DIGEST = re.compile(r"(assets/\w+)\.[0-9a-f]{10}\.")


def world_of(name: str) -> World:
    """Return the site in a folder."""
    folder = HERE / name
    content = [each for each in (folder / "content").rglob("*") if each.is_file()]
    files = {each.relative_to(folder).as_posix(): each.read_bytes() for each in (folder / "pyproject.toml", *content)}
    return World(files | ({} if name in THEMED else SMALL), **OPTIONS.get(name, {}))


def outputs_of(name: str) -> dict[str, str]:
    """Return what a site's build puts out, but for styles, scripts and copies."""
    outputs, _ = clean(world_of(name))
    kept = HERE / name / "keep.txt"
    wanted = kept.read_text(encoding="utf-8").split() if kept.exists() else list(outputs)
    texts = {path: outputs[path] for path in wanted if not path.startswith("assets/")}
    return {path: DIGEST.sub(r"\1.", text) for path, text in texts.items()}


@pytest.mark.parametrize("name", SITES)
def test_the_output_is_what_was_read(name: str, update: bool) -> None:
    site, found = HERE / name / "site", outputs_of(name)
    if update:
        _rewrite(site, found)
    expected = {each.relative_to(site).as_posix(): each for each in site.rglob("*") if each.is_file()}
    assert sorted(found) == sorted(expected)
    for path, text in found.items():
        assert text == expected[path].read_bytes().decode(), path


def _rewrite(site: Path, found: dict[str, str]) -> None:
    for each in sorted(site.rglob("*")):
        if each.is_file():
            each.unlink()
    for path, text in found.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_bytes(text.encode())


@pytest.mark.parametrize("name", SITES)
def test_nothing_is_found_wrong(name: str) -> None:
    _, notes = clean(world_of(name))
    assert [str(note) for note in notes] == []
